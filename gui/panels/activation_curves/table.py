"""The list of functions, which is the legend and the table of readings as well."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from core.functions import activation_of
from gui.panels.activation_curves import texts, working
from gui.panels.activation_curves.legend import CurveCheck, Swatch
from gui.panels.activation_curves.model import KEYS, Curves
from gui.panels.activation_curves.readings import Reading, is_typed, read
from gui.panels.activation_curves.steady import steady
from gui.theme import LIGHT, STEP, Theme
from gui.widgets.named import named
from gui.widgets.text import number_text, plain_tip

translate = QCoreApplication.translate

_CHECK, _SWATCH, _VALUE, _SLOPE = range(4)
_ROW, _LOW_ROW = 26, 19  # px: of a row with readings, and of one without
_NUMBER, _PLACE = 56, 120  # px: the widths of a number, and of where the probe is


class Row:
    """The widgets of one function."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.check = named(CurveCheck(key), f"curve_{key}")
        self.swatch = Swatch(key)
        self.value, self.slope = NumberLabel(f"value_{key}", 0), NumberLabel(f"slope_{key}", 1)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return (self.check, self.swatch, self.value, self.slope)

    def retranslate(self) -> None:
        activation = activation_of(self.key)
        self.check.setText(texts.name(self.key))
        about = translate("activation_curves", "{hint}\nOutputs: {range}\nSource: {source}").format(
            hint=texts.hint(self.key),
            range=texts.range_text(*activation.range),
            source=activation.source,
        )
        if is_typed(self.key):
            about = plain_tip(f"{texts.name(self.key)} · {texts.hint(self.key)}")
        self.check.setToolTip(about)
        self.swatch.setToolTip(about)

    def apply_theme(self, theme: Theme) -> None:
        self.check.apply_theme(theme)
        self.swatch.apply_theme(theme)

    def show_details(self, state: Curves, *, detailed: bool) -> None:
        """Ticked or not; where it is ticked and there is room, with its readings."""
        shown = self.key in state.shown
        with QSignalBlocker(self.check):
            self.check.setChecked(shown)
        for label in (self.value, self.slope):
            label.setVisible(detailed and shown)

    def show_reading(self, reading: Reading) -> None:
        self.value.show_number(reading, reading.value)
        self.slope.show_number(reading, reading.slope)


class NumberLabel(QLabel):
    """A number that says on hover how it comes about; that is written when somebody asks for it."""

    def __init__(self, name: str, place: int) -> None:
        super().__init__(alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setObjectName(name)
        steady(self, _NUMBER)
        self._place = place  # of this number in working.explained
        self._reading: Reading | None = None

    def show_number(self, reading: Reading, number: float) -> None:
        self._reading = reading
        self.setText(number_text(number) if reading.has_value else "–")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._reading is not None:
            there = self._reading.has_value
            self.setToolTip(working.explained(self._reading)[self._place] if there else texts.no_value())
        return super().event(event)


class FunctionTable(QWidget):
    """A row for each function: shown or not, its line, and what it says at the probe."""

    ticked = Signal(str, bool)
    picked = Signal(str)
    taken_up = Signal(str)  # a function of the learner's own is to be changed
    laid_out = Signal()  # it may need another size now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.rows: dict[str, Row] = {}
        self._state = Curves(shown=(), focus="")
        self._detailed = True
        self._theme = LIGHT
        self._place = steady(named(QLabel(), "probePlace"), _PLACE)
        self._heads = (QLabel(), QLabel())
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(4, 0, 4, 0)
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(_CHECK, 1)
        grid.addWidget(self._place, 0, _CHECK, 1, _VALUE)
        for head, column in zip(self._heads, (_VALUE, _SLOPE), strict=True):
            head.setProperty("muted", True)
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        self.set_functions(())

    def set_functions(self, typed: tuple[str, ...]) -> None:
        """Offer these functions of the learner's own below those of the registry."""
        keys = (*KEYS, *typed)
        for key in [key for key in self.rows if key not in keys]:
            for widget in self.rows.pop(key).widgets:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        for key in keys:
            if key not in self.rows:
                self._add_row(key)
        self.rows = {key: self.rows[key] for key in keys}
        for place, row in enumerate(self.rows.values(), 1):
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignVCenter)
        self.set_detailed(self._detailed)

    def _add_row(self, key: str) -> None:
        row = self.rows[key] = Row(key)
        row.retranslate()
        row.apply_theme(self._theme)
        row.check.toggled.connect(self._tick)

    def set_detailed(self, detailed: bool) -> None:
        """With readings, or the list alone."""
        self._detailed = detailed
        for head in (self._place, *self._heads):
            head.setVisible(detailed)
        for column in (_VALUE, _SLOPE):
            self._grid.setColumnMinimumWidth(column, _NUMBER if detailed else 0)
        for place in range(1, self._grid.rowCount()):
            height = _ROW if detailed else _LOW_ROW
            self._grid.setRowMinimumHeight(place, height if place <= len(self.rows) else 0)
        self._show_details()

    def _show_details(self) -> None:
        for row in self.rows.values():
            row.show_details(self._state, detailed=self._detailed)
        self._show_readings()

    def _show_readings(self) -> None:
        state = self._state
        for key in state.shown if self._detailed else ():
            if key in self.rows:
                self.rows[key].show_reading(read(key, state.probe, state.neuron))

    def show_state(self, state: Curves) -> None:
        """Tick what is shown, and read it off at the probe."""
        before, self._state = self._state, state
        self._place.setText(f"<b>x = {working.place_text(state.probe)}</b>")
        plain = state.neuron.changes_nothing
        for head, text in zip(self._heads, ("h(x)", "h′(x)") if plain else ("h(a)", "w·h′(a)"), strict=True):
            head.setText(text)
        if before.shown != state.shown:
            self._show_details()
        else:
            self._show_readings()
        if before.focus != state.focus:
            self.update()

    def retranslate(self) -> None:
        for row in self.rows.values():
            row.retranslate()
        self._heads[0].setToolTip(translate("activation_curves", "The output at the probe"))
        self._heads[1].setToolTip(translate("activation_curves", "The slope at the probe"))
        self._show_readings()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row in self.rows.values():
            row.apply_theme(theme)
        self.update()

    @Slot(bool)
    def _tick(self, on: bool) -> None:
        self.ticked.emit(self.sender().objectName().removeprefix("curve_"), on)

    def _key_at(self, event: QMouseEvent) -> str:
        rows = (key for key, row in self.rows.items() if self._row_rect(row).contains(event.position()))
        return next(rows, "")

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return handled

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the check box explains the function of that row."""
        if key := self._key_at(event):
            self.picked.emit(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if is_typed(key := self._key_at(event)):
            self.taken_up.emit(key)

    def _row_rect(self, row: Row) -> QRectF:
        cell = self._grid.cellRect(list(self.rows).index(row.key) + 1, _CHECK)
        return QRectF(0, cell.top(), self.width(), cell.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Behind the row that is explained lies a soft accent."""
        if self._state.focus not in self.rows:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent_soft))
            painter.drawRoundedRect(self._row_rect(self.rows[self._state.focus]), 4, 4)
