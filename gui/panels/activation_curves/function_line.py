"""The line that a function is typed into, with a caret under the letter that is wrong."""

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.theme import BODY, LIGHT, Theme, mono_font
from gui.widgets.named import named

_STRIP = 9  # px under the line, for the caret
_ARM = 4.0  # px
_INSIDE = 5  # px from the edge of Qt's rectangle of its cursor to the cursor itself


class FunctionLine(QWidget):
    """Says when the text was edited, finished (Enter) or given up (Esc)."""

    edited = Signal(str)
    entered = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = named(_Line(self), "labFunctionLine")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, _STRIP)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._theme = LIGHT
        self._wrong: int | None = None
        self._strong = False
        self.line.textChanged.connect(self.edited)
        self.line.returnPressed.connect(self.entered)
        self.line.given_up.connect(self.given_up)
        self.line.cursorPositionChanged.connect(self._follow)  # a long text scrolls with its cursor

    @property
    def text(self) -> str:
        return self.line.text()

    def point_at(self, position: int | None, *, strong: bool = False) -> None:
        """Put the caret under the letter at this position, as Python counts; strong: in warning."""
        self._wrong, self._strong = position, strong
        self.update()

    def go_to(self, position: int) -> None:
        """Let the cursor stand there, so that the place is seen."""
        self.line.setCursorPosition(_units(self.text, position))

    def caret(self) -> QPointF | None:
        """The tip of the caret in this widget; at the edge, where the letter is out of sight."""
        if self._wrong is None:
            return None
        low, high = self._ends()
        x = self.line.x() + self.line.middle_of(self._wrong)
        return QPointF(min(max(x, low), high), self.line.geometry().bottom() + 3)

    def _ends(self) -> tuple[float, float]:
        return self.line.x() + 2 * _ARM, self.line.geometry().right() - 2 * _ARM

    @Slot()
    def _follow(self) -> None:
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tip = self.caret()
        if tip is None or self._wrong is None:
            return
        colour = self._theme.wrong if self._strong else self._theme.muted
        middle = self.line.x() + self.line.middle_of(self._wrong)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colour), 1.8))
            arms = (QPointF(-_ARM, _ARM), QPointF(_ARM, _ARM))
            if abs(middle - tip.x()) > 1:  # it points to where the letter is
                side = _ARM if middle < tip.x() else -_ARM
                arms = (QPointF(side, -_ARM), QPointF(side, _ARM))
                tip += QPointF(0, _ARM - 1)
            painter.drawPolyline([tip + arms[0], tip, tip + arms[1]])


class _Line(QLineEdit):
    """Knows where each of its letters stands on the screen."""

    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(mono_font(BODY))
        hint = Qt.InputMethodHint
        self.setInputMethodHints(hint.ImhPreferLatin | hint.ImhNoAutoUppercase | hint.ImhNoPredictiveText)

    def middle_of(self, position: int) -> float:
        """The middle of the letter at this position, in px; behind the last, where one would be.

        Qt says where its cursor is, which knows how far the text is scrolled; from there it is measured.
        """
        text = self.text()
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        at = _units(text, position)
        here, start = (_x(line.cursorToX(place)) for place in (self.cursorPosition(), at))
        width = _x(line.cursorToX(layout.nextCursorPosition(at))) - start
        if at >= layout.nextCursorPosition(at):
            width = self.fontMetrics().horizontalAdvance("x")
        return self.cursorRect().x() + _INSIDE - here + start + width / 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def _units(text: str, position: int) -> int:
    """A position in Python's letters as one in Qt's, where an emoji counts as two."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def _x(found: object) -> float:
    """PySide hands back the place alone, or with the position."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
