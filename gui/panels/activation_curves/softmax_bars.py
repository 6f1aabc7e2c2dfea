"""Scores as bars that can be dragged, stepped with wheel and keys, or typed."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gui.panels.activation_curves.softmax_bar_face import KNOB, BarFace
from gui.panels.activation_curves.softmax_numbers import InPlaceField
from gui.panels.activation_curves.softmax_scale import scale_of, stepped
from gui.widgets.named import named
from gui.widgets.text import MINUS, exact_text
from gui.widgets.wheel import Notches

_COARSE = 10  # steps at once, with Shift or a page key
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_PageDown: -_COARSE,
    Qt.Key.Key_PageUp: _COARSE,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ScoreBars(BarFace):
    """A row for each score. It says what the person wants, and shows what it is given."""

    moved = Signal(int, float)  # dragged, turned or stepped
    typed = Signal(int, float)
    refused = Signal(str)  # what was typed and is no finite number
    settled = Signal()
    removed = Signal(int)  # the Delete key

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._notches = Notches()
        self.field = InPlaceField(f"{name}Field", self)
        self.field.taken.connect(self._take)
        self.field.refused.connect(self.refused)
        self.field.left.connect(self._take_focus)

    def set_count(self, count: int) -> None:
        if count != self.count:
            self.field.shut()
            self._dragged = -1  # what was dragged may be gone
        super().set_count(count)

    # Mouse and wheel

    def mousePressEvent(self, event: QMouseEvent) -> None:
        k = self.rows.at(event.position())
        if not 0 <= k < self._movable or event.button() != Qt.MouseButton.LeftButton:
            return
        self._go_to_row(k)
        if self.number_rect(k).contains(event.position()):
            self.open_field(k)
            return
        self.settled.emit()
        self._dragged = k
        if abs(event.position().x() - self.bar_end(k).x()) > KNOB:  # a grip moves nothing by itself
            self._drag_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.is_dragged:
            self._drag_to(event.position().x())
            return
        super().mouseMoveEvent(event)
        k = self.rows.at(event.position())
        on_number = k >= 0 and self.number_rect(k).contains(event.position())
        shape = Qt.CursorShape.IBeamCursor if on_number else Qt.CursorShape.SizeHorCursor
        self.setCursor(shape if 0 <= k < self._movable else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.is_dragged:
            self._dragged = -1
            self._scale = scale_of(self._values)
            self.settled.emit()
            self.update()

    def _drag_to(self, x: float) -> None:
        track = self._track(self.rows.row(self._dragged))
        value = self._scale.value((x - track.left()) / track.width(), track.width())
        near_0 = not self._scale.is_cut and abs(x - self.bar_end(self._dragged, 0.0).x()) <= 2
        self.moved.emit(self._dragged, 0.0 if near_0 else value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        k = self.rows.at(event.position())
        notches = self._notches.turned(event.angleDelta().y() or event.angleDelta().x())
        if 0 <= k < self._movable and notches and not self.is_dragged:
            if k != self.current:
                self.settled.emit()
            self._go_to_row(k)
            self._step(notches, coarse=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        event.accept()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        coarse = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ROWS:
            self.settled.emit()
            self._go_to_row(min(max(self.current + _ROWS[key], 0), self._movable - 1))
        elif event.text() and (event.text().isdigit() or event.text() in f".,-{MINUS}"):
            self.open_field(self.current, event.text())
        elif key in _STEPS:
            self._step(_STEPS[key], coarse=coarse and key in (Qt.Key.Key_Left, Qt.Key.Key_Right))
        elif key in (*_ENTER, Qt.Key.Key_F2):
            self.open_field(self.current)
        elif key == Qt.Key.Key_Home:
            self.moved.emit(self.current, 0.0)
            self.settled.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _go_to_row(self, k: int) -> None:
        self.current = k
        self._speak()
        self.pointed.emit(k)
        self.update()

    def _step(self, steps: int, *, coarse: bool) -> None:
        value = self._values[self.current]
        self.moved.emit(self.current, stepped(value, self._scale.step, steps * (_COARSE if coarse else 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.count:
            self.pointed.emit(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.field.is_open:
            self.pointed.emit(-1)
        self.settled.emit()

    # Typing in place

    def open_field(self, k: int, text: str = "") -> None:
        """Type into the number of this row, from what it is, or from this first letter on."""
        self.settled.emit()
        self.current = k
        place = self.number_rect(k).adjusted(-20, 0, 0, 0)
        self.field.open_over(place, text or exact_text(self._values[k]).removesuffix(".0"), whole=not text)

    @Slot(float)
    def _take(self, number: float) -> None:
        self.typed.emit(self.current, number)

    @Slot()
    def _take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.field.shut()

    def event(self, event: QEvent) -> bool:
        """On hover: the score with all its digits."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            k = self.rows.at(QPointF(event.pos()))
            if k >= 0:
                text = f"{self._names[k]}: {exact_text(self._values[k])}"
                if self._numbers[k] != self._values[k]:
                    text += f" → {exact_text(self._numbers[k])}"
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
