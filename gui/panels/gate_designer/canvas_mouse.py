"""The mouse on the canvas: what a press, a click, a double-click and the wheel mean where they happen."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from core.circuit import Block, Input, Source
from gui.panels.gate_designer.design import FINE
from gui.panels.gate_designer.gestures import DRAG, DrawWire, Gesture, MoveParts, Pan, RubberBand, Scrub
from gui.panels.gate_designer.number_edit import Number, change_number, shown_number
from gui.panels.gate_designer.sheet import REACH, Hit
from gui.widgets.wheel import NOTCH, Notches

if TYPE_CHECKING:
    from gui.panels.gate_designer.canvas import Canvas

_ZOOM = 1.15  # for one notch
_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
_ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class _Press(NamedTuple):
    point: QPointF
    hit: Hit | None
    adding: Qt.KeyboardModifier


class CanvasMouse:
    """Turns presses into gestures, and clicks into edits."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas
        self._designer = canvas.designer
        self.hover: Hit | None = None
        self._press: _Press | None = None
        self._space_is_down = self._space_was_used = False
        self._notches = Notches()
        self._wheeled: Number | None = None

    def hit(self, point: QPointF) -> Hit | None:
        """What lies at this point of the window. Pins are as easy to hit from afar as from near."""
        canvas = self._canvas
        reach = REACH / min(max(canvas.lens.zoom, 0.5), 1.0)
        return canvas.sheet.hit(canvas.lens.on_sheet(point), reach, numbers=canvas.numbers_shown)

    def mend(self) -> None:
        """The circuit is another one: what was pressed or pointed at may be gone."""
        self._press = self.hover = self._wheeled = None

    # Presses

    def press(self, event: QMouseEvent) -> None:
        canvas, point = self._canvas, event.position()
        if canvas.gesture is not None:
            canvas.end_gesture(canvas.gesture.give_up)
        self._designer.settle()
        if event.button() == _MIDDLE or (event.button() == _LEFT and self._space_is_down):
            self._space_was_used = True
            canvas.begin_gesture(Pan(canvas, point))
            canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if event.button() != _LEFT:
            return
        hit = self.hit(point)
        adding = event.modifiers() & _ADDING
        self._press = _Press(point, hit, adding)
        if hit is None:
            return
        canvas.stand_on(hit.key)
        if not adding and hit.key not in self._designer.selection:
            self._designer.select([hit.key])

    def move(self, event: QMouseEvent) -> None:
        canvas, point = self._canvas, event.position()
        held = event.buttons() & (_LEFT | _MIDDLE)
        if canvas.gesture is not None and held:
            canvas.gesture.move(point, event.modifiers())
            canvas.update()
        elif self._press is not None and held:
            if (point - self._press.point).manhattanLength() > DRAG:
                press, self._press = self._press, None
                gesture = self._gesture_of(press)
                canvas.begin_gesture(gesture)
                gesture.move(point, event.modifiers())
        elif canvas.gesture is None:
            self._press = None
            self._point_at(point)

    def _gesture_of(self, press: _Press) -> Gesture:
        """What a drag from here is."""
        canvas, point, hit = self._canvas, press.point, press.hit
        if hit is None:
            return RubberBand(canvas, point, press.adding)
        if hit.what == "number":
            return Scrub(canvas, point, (hit.key, hit.pin))
        if hit.what == "output":
            return DrawWire(canvas, point, Source(hit.key, hit.pin or 0))
        if hit.what == "input" and hit.pin is not None:
            source = self._designer.circuit.parts[hit.key].sources[hit.pin]
            assert source is not None  # pins without a wire are not hit
            return DrawWire(canvas, point, source, taken=(hit.key, hit.pin))
        if hit.key not in self._designer.selection:
            self._designer.select([hit.key])
        return MoveParts(canvas, point)

    def release(self, event: QMouseEvent) -> None:
        canvas, point = self._canvas, event.position()
        if event.button() not in (_LEFT, _MIDDLE):
            return
        if canvas.gesture is not None:
            gesture = canvas.gesture
            canvas.end_gesture(lambda: gesture.finish(point))
        elif self._press is not None and event.button() == _LEFT:
            press, self._press = self._press, None
            self._click(press)
        self._point_at(point)

    def _click(self, press: _Press) -> None:
        designer, hit = self._designer, press.hit
        if hit is None:
            if not press.adding:
                designer.select([])
            return
        if press.adding:
            designer.select(designer.selection ^ {hit.key})
            return
        designer.select([hit.key])
        part = designer.circuit.parts[hit.key]
        if hit.what == "number":
            self._canvas.edit_number(hit.key, hit.pin)
        elif isinstance(part, Input) and hit.what != "name":
            designer.flip(designer.circuit.inputs.index(part))
            designer.settle()

    def double_click(self, event: QMouseEvent) -> None:
        canvas, point = self._canvas, event.position()
        if event.button() != _LEFT or self._space_is_down:
            return
        hit = self.hit(point)
        if hit is None:
            canvas.add_perceptron(canvas.place_at(point))
            return
        part = self._designer.circuit.parts[hit.key]
        if hit.what == "name":
            canvas.rename_part(hit.key)
        elif isinstance(part, Block):
            self._designer.expand(hit.key)
        else:
            self.press(event)  # two quick clicks are two clicks

    # Pointing

    def _point_at(self, point: QPointF) -> None:
        hit = self.hit(point)
        if self._wheeled is not None and (hit is None or (hit.key, hit.pin) != self._wheeled):
            self._wheeled = None
            self._designer.settle()
        if hit != self.hover:
            self.hover = hit
            self._canvas.update()
        self._canvas.setCursor(self._cursor(hit))

    def _cursor(self, hit: Hit | None) -> Qt.CursorShape:
        if self._space_is_down:
            return Qt.CursorShape.OpenHandCursor
        if hit is None:
            return Qt.CursorShape.ArrowCursor
        if hit.what == "part" and isinstance(self._designer.circuit.parts[hit.key], Input):
            return Qt.CursorShape.PointingHandCursor
        return {
            "number": Qt.CursorShape.SizeVerCursor,
            "output": Qt.CursorShape.CrossCursor,
            "input": Qt.CursorShape.CrossCursor,
            "name": Qt.CursorShape.ArrowCursor,
            "part": Qt.CursorShape.ArrowCursor,
        }[hit.what]

    def leave(self) -> None:
        if self._wheeled is not None:
            self._wheeled = None
            self._designer.settle()
        self.hover = None
        self._canvas.update()

    # The wheel

    def wheel(self, event: QWheelEvent) -> None:
        """Over a number it changes the number; with Ctrl it zooms; else it pans."""
        canvas, point = self._canvas, event.position()
        way = event.angleDelta()
        turned = way.y() or way.x()  # with a modifier some systems turn the wheel sideways
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            canvas.zoom_by(_ZOOM ** (turned / NOTCH), point)
            return
        hit = self.hit(point)
        if hit is None or hit.what != "number":
            sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            pixels = event.pixelDelta() if not event.pixelDelta().isNull() else way / 2
            canvas.pan(*((turned / 2, 0) if sideways else (pixels.x(), pixels.y())))
            return
        number = (hit.key, hit.pin)
        if number != self._wheeled:
            self._designer.settle()
            self._wheeled = number
            self._notches.forget()
        notches = self._notches.turned(turned)
        if notches:
            step = FINE * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            change_number(self._designer, number, shown_number(self._designer, number) + notches * step)

    # Space, which pans while it is held

    def space_pressed(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._space_is_down, self._space_was_used = True, False
            self._canvas.setCursor(Qt.CursorShape.OpenHandCursor)

    def space_released(self) -> bool:
        """Whether Space was pressed on its own, not held to pan."""
        alone = self._space_is_down and not self._space_was_used
        if self._space_is_down:
            self._space_is_down = False
            self._canvas.setCursor(Qt.CursorShape.ArrowCursor)
        return alone
