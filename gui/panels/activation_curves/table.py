"""The list of functions, which is the legend and the table of readings as well."""

from PySide6.QtCore import QCoreApplication, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from core.activations import ACTIVATIONS
from gui.jobs import Jobs
from gui.panels.activation_curves import texts, working
from gui.panels.activation_curves.legend import CurveCheck, Swatch
from gui.panels.activation_curves.model import KEYS, Curves, Reading, read
from gui.theme import LIGHT, STEP, Theme
from gui.widgets.formula import Formula
from gui.widgets.named import named
from gui.widgets.text import number_text, short_number

translate = QCoreApplication.translate

_CHECK, _SWATCH, _FORMULA, _VALUE, _SLOPE = range(5)
_ROW, _LOW_ROW = 36, 21  # px: of a row with its formula, and of one without
_FORMULA_WIDTH, _NUMBER = 132, 64  # px


class Row:
    """The widgets of one function."""

    def __init__(self, key: str, jobs: Jobs) -> None:
        self.key = key
        self.check = named(CurveCheck(key), f"curve_{key}")
        self.swatch = Swatch(key)
        self.formula = named(Formula(jobs, 13), f"formula_{key}")
        self.value = _number(f"value_{key}")
        self.slope = _number(f"slope_{key}")
        self.details = (self.formula, self.value, self.slope)

    @property
    def latex(self) -> str:
        activation = ACTIVATIONS[self.key]
        return activation.formula if activation.elementwise else working.SOFTMAX_FORMULA

    def retranslate(self) -> None:
        activation = ACTIVATIONS[self.key]
        self.check.setText(texts.name(self.key))
        about = translate("activation_curves", "{hint}\nOutputs: {range}\nSource: {source}").format(
            hint=texts.hint(self.key),
            range=texts.range_text(*activation.range),
            source=activation.source,
        )
        for widget in (self.check, self.swatch, self.formula):
            widget.setToolTip(about)

    def show_details(self, state: Curves, *, detailed: bool) -> None:
        """Ticked or not; where it is ticked and there is room, with its formula and readings."""
        shown = self.key in state.shown
        with QSignalBlocker(self.check):
            self.check.setChecked(shown)
        for widget in self.details:
            widget.setVisible(detailed and shown)
        if detailed and shown:
            self.formula.set_latex(self.latex)
            self.show_reading(read(self.key, state.probe))

    def show_reading(self, reading: Reading) -> None:
        self.value.setText(number_text(reading.value))
        self.slope.setText(number_text(reading.slope))
        for label, text in zip((self.value, self.slope), working.explained(reading), strict=True):
            label.setToolTip(text)


class FunctionTable(QWidget):
    """A row for each function: shown or not, its line, its formula, and h and h' at the probe."""

    ticked = Signal(str, bool)
    picked = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.rows = {key: Row(key, jobs) for key in KEYS}
        self._state = Curves(shown=(), focus="")
        self._detailed = True
        self._theme = LIGHT
        self._place = named(QLabel(), "probePlace")
        self._heads = (QLabel("h(x)"), QLabel("h′(x)"))
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(4, 0, 4, 0)
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(_CHECK, 1)
        grid.addWidget(self._place, 0, _CHECK, 1, _VALUE)
        for head, column in zip(self._heads, (_VALUE, _SLOPE), strict=True):
            head.setProperty("muted", True)
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        for place, row in enumerate(self.rows.values(), 1):
            for column, widget in enumerate((row.check, row.swatch, *row.details)):
                grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignVCenter)
            row.check.toggled.connect(self._tick)

    def set_detailed(self, detailed: bool) -> None:
        """With formulas and readings, or the list alone."""
        self._detailed = detailed
        for head in (self._place, *self._heads):
            head.setVisible(detailed)
        self._grid.setColumnMinimumWidth(_FORMULA, _FORMULA_WIDTH if detailed else 0)
        for column in (_VALUE, _SLOPE):
            self._grid.setColumnMinimumWidth(column, _NUMBER if detailed else 0)
        for place in range(1, len(self.rows) + 1):
            self._grid.setRowMinimumHeight(place, _ROW if detailed else _LOW_ROW)
        for row in self.rows.values():
            row.show_details(self._state, detailed=detailed)

    def show_state(self, state: Curves) -> None:
        """Tick what is shown, and read it off at the probe."""
        before, self._state = self._state, state
        self._place.setText(f"<b>x = {short_number(state.probe)}</b>")
        for row in self.rows.values():
            if before.shown != state.shown:
                row.show_details(state, detailed=self._detailed)
            if self._detailed and row.key in state.shown:
                row.show_reading(read(row.key, state.probe))
        if before.focus != state.focus:
            self.update()

    def retranslate(self) -> None:
        for row in self.rows.values():
            row.retranslate()
        self._heads[0].setToolTip(translate("activation_curves", "The output at the probe"))
        self._heads[1].setToolTip(translate("activation_curves", "The slope at the probe"))

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.rows.values():
            for part in (row.check, row.swatch, row.formula):
                part.apply_theme(theme)
        self.update()

    def _tick(self, on: bool) -> None:
        self.ticked.emit(self.sender().objectName().removeprefix("curve_"), on)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the check box explains the function of that row."""
        for key, row in self.rows.items():
            if self._row_rect(row).contains(event.position()):
                self.picked.emit(key)

    def _row_rect(self, row: Row) -> QRectF:
        cell = self._grid.cellRect(list(self.rows).index(row.key) + 1, _CHECK)
        return QRectF(0, cell.top(), self.width(), cell.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Behind the row that is explained lies a soft accent."""
        if self._state.focus not in self.rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent_soft))
        painter.drawRoundedRect(self._row_rect(self.rows[self._state.focus]), 4, 4)


def _number(name: str) -> QLabel:
    label = QLabel(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.setFixedWidth(_NUMBER)
    return named(label, name)
