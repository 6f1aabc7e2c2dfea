"""The keys of the canvas: whatever the mouse can do, and a part that they act on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter

from core.circuit import Block, Input, Place, Unit
from gui.panels.gate_designer import clipboard
from gui.panels.gate_designer.gestures import DrawWire
from gui.panels.gate_designer.inks import inks_of
from gui.panels.gate_designer.sheet_shapes import ACROSS, DOWN, GRID
from gui.panels.gate_designer.wire_keys import WireKeys, ahead
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.panels.gate_designer.canvas import Canvas

Key = Qt.Key
WAYS = {
    Key.Key_Left: QPointF(-1, 0),
    Key.Key_Right: QPointF(1, 0),
    Key.Key_Up: QPointF(0, -1),
    Key.Key_Down: QPointF(0, 1),
}
PLAIN_KEYS = frozenset(
    {
        *WAYS,
        *(Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_Escape, Key.Key_Delete, Key.Key_Backspace),
        *(Key.Key_W, Key.Key_U, Key.Key_N, Key.Key_F2, Key.Key_0, Key.Key_Plus, Key.Key_Minus, Key.Key_Equal),
    }
)
SEQUENCES = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)
ZOOM_STEP = 1.25


def is_ours(event: QKeyEvent) -> bool:
    """Whether the canvas wants this key for itself, before any shortcut of the window."""
    modifiers = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if any(event.matches(sequence) for sequence in SEQUENCES):
        return True
    if modifiers == Qt.KeyboardModifier.ControlModifier:
        return event.key() in WAYS or event.key() == Key.Key_Space
    return modifiers == Qt.KeyboardModifier.NoModifier and event.key() in PLAIN_KEYS


class CanvasKeys:
    """Knows the current part, which has a ring around it while keys are used."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas
        self._designer = canvas.designer
        self.current = ""
        self.shown = False
        self._wires = WireKeys(canvas)

    def mend(self) -> None:
        """The circuit is another one: what is marked has to be there."""
        if self.current not in self._designer.circuit.parts:
            self.current = ""
        if self._wires.marked not in self._canvas.sheet.routes:
            self._wires.unmark()

    def stand_on(self, key: str, *, shown: bool) -> None:
        self.current, self.shown = key, shown
        self._wires.unmark()
        if shown:
            self._canvas.reveal(key)
        self._canvas.tell_current()
        self._canvas.update()

    # What a key does

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was one of these."""
        key, modifiers = Key(event.key()), event.modifiers()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._designer.select(self._designer.circuit.parts)
        elif key in WAYS:
            self._arrow(WAYS[key], by_step=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        elif not is_ours(event):
            return False
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._enter()
        elif key == Key.Key_Escape:
            return self._escape()
        elif key in (Key.Key_Delete, Key.Key_Backspace):
            self._delete()
        else:
            self._letter(key)
        return True

    def _letter(self, key: Key) -> None:
        canvas = self._canvas
        if key == Key.Key_W and self._stand():
            self._wires.start(self.current)
        elif key == Key.Key_U and self._stand():
            self._wires.mark_next(self.current)
        elif key == Key.Key_N:
            self.stand_on(canvas.add_perceptron(), shown=True)
        elif key == Key.Key_F2 and self._stand():
            canvas.rename_part(self.current)
        elif key in (Key.Key_Plus, Key.Key_Equal):
            canvas.zoom_by(ZOOM_STEP)
        elif key == Key.Key_Minus:
            canvas.zoom_by(1 / ZOOM_STEP)
        elif key == Key.Key_0:
            canvas.fit()

    def space(self, modifiers: Qt.KeyboardModifier) -> None:
        """Flip an input, or select; with Ctrl or Shift besides what is selected."""
        if not self._stand():
            return
        added = modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if added:
            self._designer.select(self._designer.selection ^ {self.current})
            return
        part = self._designer.circuit.parts[self.current]
        if isinstance(part, Input):
            self._designer.settle()
            self._designer.flip(self._designer.circuit.inputs.index(part))
            self._designer.settle()
        else:
            self._designer.select([self.current])

    def _stand(self) -> bool:
        """Whether there is a current part, now that one is needed."""
        parts = self._designer.circuit.parts
        if self.current not in parts:
            chosen = sorted(self._designer.selection)
            order = self.reading_order()
            self.current = chosen[0] if chosen else order[0] if order else ""
        self.shown = True
        return bool(self.current)

    def reading_order(self) -> list[str]:
        shapes = self._canvas.sheet.shapes
        return sorted(
            shapes, key=lambda key: (round(shapes[key].rect.center().x()), shapes[key].rect.center().y())
        )

    def tab(self, step: int) -> bool:
        """Go to the next part; False after the last one, where the focus leaves the canvas."""
        if isinstance(self._canvas.gesture, DrawWire):
            return True
        order = self.reading_order()
        if not order:
            return False
        if self.current in order and self.shown:
            place = order.index(self.current) + step
        else:
            place = 0 if step > 0 else len(order) - 1
        if not 0 <= place < len(order):
            return False
        self.stand_on(order[place], shown=True)
        return True

    def _arrow(self, way: QPointF, *, by_step: bool) -> None:
        if isinstance(self._canvas.gesture, DrawWire):
            self._wires.aim(self._canvas.gesture, way)
            return
        if by_step:
            self._move(way)
            return
        was_shown = self.shown
        if not self._stand():
            return
        shapes = self._canvas.sheet.shapes
        if was_shown:
            here = shapes[self.current].rect.center()
            found = ahead(here, way, {key: shape.rect.center() for key, shape in shapes.items()})
            self.current = found if found is not None else self.current
        self.stand_on(self.current, shown=True)

    def _move(self, way: QPointF) -> None:
        """Move what is selected, or the current part, by half a grid."""
        if not self._acted_on():
            return
        parts = self._designer.circuit.parts
        places = {
            key: Place(
                parts[key].at.column + way.x() * GRID / 2 / ACROSS,
                parts[key].at.row + way.y() * GRID / 2 / DOWN,
            )
            for key in self._designer.selection
        }
        self._canvas.as_own_edit(lambda: self._designer.move(places))
        if self.current in parts:  # what was selected otherwise moves as well
            self._canvas.reveal(self.current)

    def _acted_on(self) -> bool:
        """Select what an edit is about: the current part, unless it is one of those selected."""
        if self.shown and self.current and self.current not in self._designer.selection:
            self._designer.select([self.current])
        return bool(self._designer.selection)

    def _enter(self) -> None:
        gesture = self._canvas.gesture
        if isinstance(gesture, DrawWire):
            if gesture.end is not None:
                self._canvas.end_gesture(gesture.wire)
        elif self._wires.marked is not None:
            self._wires.take_marked()
        elif self._stand():
            part = self._designer.circuit.parts[self.current]
            if isinstance(part, Unit):
                self._canvas.edit_number(part.key, None)
            elif isinstance(part, Block):
                self._designer.expand(part.key)
            else:
                self._canvas.rename_part(part.key)

    def _escape(self) -> bool:
        """Give up what is going on; then what is selected. False where there was nothing."""
        gesture = self._canvas.gesture
        if gesture is not None:
            self._canvas.end_gesture(gesture.give_up)
        elif self._wires.marked is not None:
            self._wires.unmark()
        elif self._designer.selection:
            self._designer.select([])
        else:
            return False
        self._canvas.update()
        return True

    def _delete(self) -> None:
        if self._wires.marked is not None:
            self._wires.take_marked()
        elif self._acted_on():
            self._designer.delete_selected()

    # The clipboard

    def copy(self) -> bool:
        """Put what is selected on the clipboard. Whether there was something."""
        if not self._acted_on():
            return False
        clipboard.put(self._designer.copied())
        return True

    def cut(self) -> None:
        if self.copy():
            self._designer.delete_selected()

    def paste(self) -> None:
        """Put the parts on the clipboard on the sheet."""
        circuit = clipboard.taken()
        if circuit is not None:
            self._designer.paste(circuit)

    # Showing it

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """The ring of the current part, and the wire that U has marked."""
        self._wires.paint(painter, theme)
        inks, lens, sheet = inks_of(theme), self._canvas.lens, self._canvas.sheet
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.current in sheet.shapes and self.shown and self._canvas.hasFocus():
            shape = sheet.shapes[self.current]
            painter.setPen(inks.guide_ink)
            rect = lens.seen_rect(shape.rect).adjusted(-6, -6, 6, 6)
            if shape.kind in ("input", "output"):
                painter.drawEllipse(rect)
            else:
                painter.drawRoundedRect(rect, 12, 12)
