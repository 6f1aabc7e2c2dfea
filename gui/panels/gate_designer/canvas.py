"""The circuit canvas: the sheet with the circuit, and all that a learner does to it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from core.circuit import Circuit, Place
from gui.panels.gate_designer import canvas_texts as texts
from gui.panels.gate_designer.canvas_keys import CanvasKeys, is_ours
from gui.panels.gate_designer.canvas_menu import CanvasMenu
from gui.panels.gate_designer.canvas_mouse import CanvasMouse
from gui.panels.gate_designer.canvas_notes import (
    HINT_HEIGHT,
    paint_empty,
    paint_frame,
    paint_hover,
    paint_status,
)
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.gestures import DrawWire, Gesture, MoveParts
from gui.panels.gate_designer.number_edit import InPlace
from gui.panels.gate_designer.sheet_widget import SheetWidget
from gui.widgets.text import plain_html

translate = QCoreApplication.translate

_NOTE_TIME = 5000  # ms that a refusal stays
_DESCRIBE_AFTER = 150  # ms of rest: a drag is not told number by number


class Canvas(SheetWidget):
    """Tells the designer what the learner does. Mouse, keys and menu have a file each."""

    block_wanted = Signal()  # of what is selected

    def __init__(self, designer: Designer, parent: QWidget | None = None) -> None:
        super().__init__(designer, parent)
        self.setObjectName("gateCanvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.gesture: Gesture | None = None
        self._changing = False  # while an edit of our own is on its way
        self._note = ""
        self._note_timer = QTimer(self, singleShot=True, interval=_NOTE_TIME)
        self._note_timer.timeout.connect(self._forget_note)
        self._describe_soon = QTimer(self, singleShot=True, interval=_DESCRIBE_AFTER)
        self._describe_soon.timeout.connect(self._describe)
        self._keys = CanvasKeys(self)
        self._mouse = CanvasMouse(self)
        self._menu = CanvasMenu(self)
        self._in_place = InPlace(self, designer, self.place_of_number)
        designer.changed.connect(self._show_changed)
        designer.looked.connect(self.repaint_sheet)
        designer.refused.connect(self._say_refused)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("gate_designer", "Circuit"))
        self.say("")
        self._describe()
        self.repaint_sheet()

    @property
    def current(self) -> str:
        """The part that the keys act on, "" where there is none."""
        return self._keys.current

    @property
    def aimed_at(self) -> str:
        """The part at which the wire that is being drawn would end."""
        end = self.gesture.end if isinstance(self.gesture, DrawWire) else None
        return end[0] if end is not None else ""

    # What the panel and the keys ask for

    def add_perceptron(self, at: Place | None = None) -> str:
        """A new perceptron here, or where there is room. Returns its key."""
        at = at or self.free_place(self._keys.current if self._keys.shown else "")
        with_key: list[str] = []
        self.as_own_edit(lambda: with_key.append(self.designer.add_unit(at)))
        key = with_key[0]
        if key in self.sheet.shapes:
            self.reveal(key)
            self.stand_on(key)
        return key

    def edit_number(self, key: str, index: int | None) -> None:
        """Let this number be typed in its place."""
        self._in_place.edit_number((key, index))

    def rename_part(self, key: str) -> None:
        """Let the name of this part be typed in its place."""
        self._in_place.rename(key, self.place_of_name(key))

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        self._keys.copy()

    def cut(self) -> None:
        self._keys.cut()

    def paste(self) -> None:
        """Put a copy of what is on the clipboard on the sheet, where it is a circuit."""
        self._keys.paste()

    def part_at(self, point: QPointF) -> str:
        """The part under this point of the window, "" where there is none."""
        hit = self._mouse.hit(point)
        return hit.key if hit is not None else ""

    def stand_on(self, key: str) -> None:
        """The mouse has chosen a part: the keys go on from there."""
        self._keys.stand_on(key, shown=False)

    def as_own_edit(self, edit: Callable[[], None]) -> None:
        """Edit without looking elsewhere: the learner sees what is being changed."""
        self._changing = True
        edit()
        self._changing = False

    # What is said at the bottom

    @property
    def note(self) -> str:
        """The line at the bottom, if something was said."""
        return self._note

    def say(self, text: str, *, lasting: bool = False) -> None:
        """Write a line at the bottom: for a few seconds, or as long as it lasts."""
        self._note = text
        self._note_timer.stop()
        if text and not lasting:
            self._note_timer.start()
        if text:
            self.setAccessibleDescription(text)
        self.update()

    def _forget_note(self) -> None:
        self.say("")

    def _say_refused(self, problem: str, name: str) -> None:
        self.say(texts.refusal_text(problem, name))

    # Gestures

    def begin_gesture(self, gesture: Gesture) -> None:
        self.gesture = gesture
        self.hidden_wire = gesture.taken if isinstance(gesture, DrawWire) else None
        self.repaint_sheet()

    def end_gesture(self, how: Callable[[], None]) -> None:
        """The gesture is over, and this is how."""
        self.say("")
        self.as_own_edit(how)
        self._drop_gesture()

    def _drop_gesture(self) -> None:
        self.gesture = self.hidden_wire = None
        self.repaint_sheet()

    # The designer has news

    def _show_changed(self) -> None:
        before = self.take_circuit()
        if before is not None:
            self._lay_out_again(before)
        self._describe_soon.start()

    def _lay_out_again(self, before: Circuit) -> None:
        """Parts or wires are others now."""
        self._in_place.close()
        moving = isinstance(self.gesture, MoveParts)
        if isinstance(self.gesture, DrawWire) and not self._changing:
            self._drop_gesture()  # what it was drawn from may be gone
        self._keys.mend()
        if not moving:
            self._mouse.mend()
        if not (moving or self._changing):
            self.fit_to_news(before)

    def looked_elsewhere(self) -> None:
        self._in_place.close()
        self._mouse.mend()

    def _describe(self) -> None:
        """For those who hear the screen: the circuit in words."""
        self.setAccessibleDescription(texts.in_words(self.designer.design, self.designer.now))

    def tell_current(self) -> None:
        """For those who hear the screen: what the current part is."""
        part = self.designer.circuit.parts.get(self._keys.current)
        if part is not None and self._keys.shown:
            self.setAccessibleDescription(texts.part_in_words(part, self.designer.design, self.designer.now))

    # Painting

    def paint_over(self, painter: QPainter) -> None:
        theme = self.theme
        if self.gesture is not None:
            self.gesture.paint(painter, theme)
        else:
            paint_hover(painter, theme, self, self._mouse.hover)
        self._keys.paint(painter, theme)
        if not self.designer.circuit.nodes and not self._note:
            paint_empty(painter, theme, self.rect(), texts.empty_text())
        paint_status(painter, theme, self.rect(), self._note, self._hint())
        if self.hasFocus():
            paint_frame(painter, theme, self.rect())

    def _hint(self) -> str:
        """What can be done here, with the mouse or, where they are in use, with the keys. Not over a part."""
        if self.lens.seen(QPointF(0, self.sheet.lowest)).y() > self.height() - HINT_HEIGHT:
            return ""
        by_keys = self.hasFocus() and self._keys.shown
        return texts.keys_hint_text() if by_keys else texts.hint_text(self.designer.circuit)

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not self._in_place.is_open and is_ours(event):
                event.accept()
                return True
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self._mouse.hit(QPointF(event.pos()))
            tip = texts.tip_text(hit, self.designer.design, self.designer.now) if hit is not None else ""
            lines = "<br>".join(plain_html(line) for line in tip.split("\n"))
            QToolTip.showText(event.globalPos(), f"<span>{lines}</span>" if tip else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.gesture is None:
            self._menu.open(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._mouse.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._in_place.is_open:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            self._mouse.space_pressed(event)
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self._mouse.space_released():
                self._keys.space(event.modifiers())
        elif event.key() == Qt.Key.Key_Control and not event.isAutoRepeat():
            self.designer.settle()
        super().keyReleaseEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if not self._in_place.is_open and self._keys.tab(1 if forward else -1):
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._keys.shown = False
            self._keys.tab(1 if event.reason() == Qt.FocusReason.TabFocusReason else -1)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mouse.space_released()
        self.designer.settle()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        if self.gesture is not None:
            self.end_gesture(self.gesture.give_up)
        super().hideEvent(event)
