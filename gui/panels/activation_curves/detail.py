"""What is said at the probe: of the function that is explained at length, of the others briefly."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.functions import activation_of
from gui.jobs import Jobs
from gui.panels.activation_curves import texts, working
from gui.panels.activation_curves.live_formula import LiveFormula
from gui.panels.activation_curves.model import Curves
from gui.panels.activation_curves.readings import Reading, is_typed, read, remark
from gui.panels.activation_curves.steady import INSIDE, steady
from gui.panels.activation_curves.styles import style_of
from gui.theme import LIGHT, PADDING, STEP, Theme
from gui.widgets.card import Card
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named
from gui.widgets.text import exact_text

translate = QCoreApplication.translate

_STRIPE = 3.0  # px: the colour of the function, on the left
_SENTENCE_LINES = 3
_SCROLL_BAR = 6  # px


class Detail(Card):
    """The function in focus at the place of the probe, with a stripe in its colour."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._key, self._theme = "", LIGHT
        self._sum = _line("sumWorkingLabel")
        self.formula = named(LiveFormula(jobs, 17, 44), "valueFormula")
        self.formula.setFixedWidth(INSIDE)
        self._slope = _line("slopeWorkingLabel")
        self._chain = _line("chainWorkingLabel")
        self.sentence = named(QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop), "soWhatLabel")
        self.sentence.setProperty("muted", True)
        steady(self.sentence, INSIDE, _SENTENCE_LINES)
        self.content.setSpacing(STEP // 2)
        for widget in (self._sum, self.formula, self._slope, self._chain, self.sentence):
            self.content.addWidget(widget)

    def show_state(self, state: Curves) -> None:
        """Explain the function in focus, or say how to get one."""
        if self._key != state.focus:
            self._key = state.focus
            self.update()
        plain = state.neuron.changes_nothing
        for widget in (self.title, self.hint, self.formula, self._slope):
            widget.setVisible(bool(state.focus))
        for widget in (self._sum, self._chain):
            widget.setVisible(bool(state.focus) and not plain)
        if not state.focus:
            self.sentence.setText(texts.nothing_shown())
            return
        reading = read(state.focus, state.probe, state.neuron)
        self.title.setText(_short_name(state.focus))
        self.hint.setText("" if is_typed(state.focus) else activation_of(state.focus).source)
        self._sum.setText(f"a = w·x + b = {working.sum_working(reading)}")
        show_formula(self.formula, reading)
        letter = "x" if plain else "a"
        there = reading.has_value
        self._slope.setText(f"h′({letter}) = {working.slope_working(reading)}" if there else "")
        self._slope.setToolTip(exact_text(reading.inner))
        self._chain.setText(f"w · h′(a) = {working.chain_working(reading)}" if there else "")
        self._chain.setToolTip(exact_text(reading.slope))
        self.sentence.setText(texts.so_what(remark(reading), reading))

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.formula.apply_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._key:
            with QPainter(self) as painter:
                height = self.height() - 2 * STEP
                painter.fillRect(
                    0, STEP, round(_STRIPE), height, QColor(style_of(self._key).colour(self._theme))
                )


class Brief(QWidget):
    """One function in two lines: its name, and its formula with the number put in."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._theme = "", LIGHT
        self.name = ElidedLabel()
        self.name.setProperty("muted", True)
        self.formula = LiveFormula(jobs, 14, 32)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(self.formula)

    def show_reading(self, reading: Reading) -> None:
        if self.key != reading.key:
            self.key = reading.key
            self.setObjectName(f"brief_{reading.key}")
            self.update()
        if self.name.text() != (name := texts.name(reading.key)):
            self.name.setText(name)
        show_formula(self.formula, reading)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.formula.apply_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, 2, round(_STRIPE), self.height() - 4, style_of(self.key).colour(self._theme))


class Briefs(QScrollArea):
    """The other functions, one below the other; what there is no room for is a turn of the wheel away.

    A click explains one of them.
    """

    picked = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys go from function to function in the plot
        self.verticalScrollBar().setFixedWidth(_SCROLL_BAR)
        self._inside = QWidget()
        self.setWidget(self._inside)
        self._jobs, self._theme = jobs, LIGHT
        self._state = Curves((), "")
        self._briefs: list[Brief] = []
        self.verticalScrollBar().valueChanged.connect(self._write)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def show_state(self, state: Curves) -> None:
        self._state = state
        count = len(self._others())
        while len(self._briefs) < count:
            brief = Brief(self._jobs, self._inside)
            brief.apply_theme(self._theme)
            brief.installEventFilter(self)
            self._briefs.append(brief)
        height, pitch = self._height(), self._height() + STEP
        self.verticalScrollBar().setSingleStep(pitch // 3)  # three for a notch: the wheel goes one further
        self._inside.resize(self.viewport().width(), max(count * pitch - STEP, 0))
        for place, brief in enumerate(self._briefs):
            brief.setVisible(place < count)
            brief.setGeometry(0, place * pitch, self._inside.width(), height)
        self._write()

    @Slot()
    def _write(self) -> None:
        """Those that are seen: nobody waits for the others."""
        pitch, top = self._height() + STEP, self.verticalScrollBar().value()
        for place, (brief, key) in enumerate(zip(self._briefs, self._others(), strict=False)):
            if place * pitch < top + self.viewport().height() and (place + 1) * pitch > top:
                brief.show_reading(read(key, self._state.probe, self._state.neuron))

    def _others(self) -> list[str]:
        return [key for key in self._state.shown if key != self._state.focus]

    def _height(self) -> int:
        return 32 + self.fontMetrics().lineSpacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_state(self._state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, Brief) and event.type() == QEvent.Type.MouseButtonPress:
            self.picked.emit(watched.key)
        return super().eventFilter(watched, event)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for brief in self._briefs:
            brief.apply_theme(theme)


def show_formula(formula: LiveFormula, reading: Reading) -> None:
    """The formula with the number put in, or that there is no value."""
    text = working.put_in_text(reading)
    if not reading.has_value:
        text = f"{text} · {texts.no_value()}"
    formula.show_formula(working.put_in(reading), text)
    formula.setToolTip(exact_text(reading.value))


def _short_name(key: str) -> str:
    name = texts.name(key)
    return name if len(name) <= 28 else f"{name[:27]}…"


def _line(name: str) -> QLabel:
    return steady(named(QLabel(), name), INSIDE)
