"""The plane of two inputs, to be operated: lines and arrow are pulled, corners are clicked."""

import math

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from core.lines import Numbers, foot_of, numbers_through, turned_by
from gui.jobs import Jobs
from gui.panels.gate_designer.design import FINE
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.plane_hold import Hold, corner_at, cursor_for, hold_at
from gui.panels.gate_designer.plane_scene import Corner, ShownLine, is_there
from gui.panels.gate_designer.plane_view import HIGH, LOW, PlaneView
from gui.panels.gate_designer.plane_words import sums_at

__all__ = ["HIGH", "LOW", "RegionPlane"]

_CLICK = 4.0  # px: a press that moves less is a click
_TURN = math.radians(2)  # of a line, for each press of an arrow key with Shift
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}


class RegionPlane(PlaneView):
    """A line is moved by pulling it anywhere, and turned around its other handle by pulling a handle.

    The tip of the arrow changes the weights, and the line turns around the arrow's foot. A click on a
    corner sets the inputs. Arrow keys move the current line, with Shift they turn it, [ and ] choose it.
    """

    def __init__(self, designer: Designer, parent: QWidget | None = None, jobs: Jobs | None = None) -> None:
        super().__init__(designer, parent, jobs)
        self.setObjectName("gatePlane")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._pressed: tuple[Corner, QPointF] | None = None

    # The mouse

    def _hold_at(self, place: QPointF) -> Hold | None:
        frame = self.frame
        return hold_at(frame, self.scene, place, self.current, self._arrow(frame))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not is_there(self._designer):
            return
        place = event.position()
        self._hold = self._hold_at(place)
        corner = corner_at(self.frame, self.scene, place)
        if self._hold is not None and self._hold.way != "move":
            corner = None  # handles and the tip are small, corners are large
        self._pressed = (corner, place) if corner is not None else None
        if self._hold is not None:
            self._current = self._hold.shown.key
        self._show_cursor(self._hold, pressed=True)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(self._hold_at(place), place)
            return
        if self._pressed is not None:
            way = place - self._pressed[1]
            if abs(way.x()) + abs(way.y()) < _CLICK:
                return
            self._pressed = None
        if self._hold is not None:
            self._pull(self._hold, place)

    def _pull(self, hold: Hold, place: QPointF) -> None:
        """The perceptron whose line is held follows the mouse."""
        unit = hold.shown.unit
        if unit is None or unit.key not in self._designer.circuit.parts:
            return
        numbers = hold.numbers((self.scene.first, self.scene.second), unit, self.frame.point(place))
        if numbers is not None:
            self._designer.set_perceptron(unit.key, numbers.weights, numbers.bias)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._pressed is not None:
            self._designer.set_row(self._pressed[0].row)
        if self._hold is not None and self._hold.arrow is not None:
            self._anchor = self._hold.arrow.foot
        if self._hold is not None or self._pressed is not None:
            self._designer.settle()
        self._hold = self._pressed = None
        self._show_cursor(self._hold_at(event.position()), event.position())
        self.update()

    def _show_cursor(self, hold: Hold | None, place: QPointF | None = None, *, pressed: bool = False) -> None:
        """The shape of the mouse says what a press would do here."""
        shape = cursor_for(hold, pressed=pressed)
        on_corner = place is not None and corner_at(self.frame, self.scene, place) is not None
        if on_corner and (hold is None or hold.way == "move"):
            shape = Qt.CursorShape.PointingHandCursor
        if shape is None:
            self.unsetCursor()
        else:
            self.setCursor(shape)

    def event(self, event: QEvent) -> bool:
        """On hover: the sum at this very place, written out."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = QPointF(event.pos())
            if is_there(self._designer) and self.frame.area.contains(place):
                x, y = (round(number, 2) + 0.0 for number in self.frame.point(place))
                QToolTip.showText(event.globalPos(), sums_at(self._designer, self.scene, x, y), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = Qt.Key(event.key()), self.current
        if key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            self._choose_next(1 if key == Qt.Key.Key_BracketRight else -1)
        elif key in _ARROWS and current is not None:
            numbers = self._stepped(current, *_ARROWS[key], turn=_has_shift(event))
            if numbers is not None:
                self._designer.set_perceptron(current.key, numbers.weights, numbers.bias)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS and not event.isAutoRepeat():
            self._designer.settle()
        super().keyReleaseEvent(event)

    def _stepped(self, current: ShownLine, across: int, up: int, *, turn: bool) -> Numbers | None:
        """The numbers after an arrow key: the line moved that way, or turned (left: against the clock)."""
        unit, line, scene = current.unit, current.line, self.scene
        if unit is None:
            return None
        if turn:
            middle = foot_of(line, ((LOW + HIGH) / 2, (LOW + HIGH) / 2))
            weights = turned_by(line, _TURN * (up - across))
            if not current.turnable:
                return None
            return numbers_through(unit, line, (scene.first, scene.second), weights, middle)
        towards = line.first * across + line.second * up  # the line goes to where its sum was above 0
        if towards == 0:
            return None
        return Numbers(unit.weights, round(unit.bias - math.copysign(FINE, towards), 3) + 0.0)

    def _choose_next(self, step: int) -> None:
        keys = [line.key for line in self.scene.lines if line.unit is not None]
        current = self.current
        if keys and current is not None:
            self._current = keys[(keys.index(current.key) + step) % len(keys)]
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._designer.settle()
        self.update()


def _has_shift(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
