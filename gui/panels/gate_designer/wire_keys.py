"""Wiring and unwiring by keys: W, arrows and Enter; U and Enter."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from core.circuit import Source
from gui.panels.gate_designer import canvas_texts as texts
from gui.panels.gate_designer.gestures import DrawWire
from gui.panels.gate_designer.inks import inks_of
from gui.panels.gate_designer.routes import End
from gui.panels.gate_designer.wire_painting import path_of
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.panels.gate_designer.canvas import Canvas

Thing = TypeVar("Thing")
_ASIDE = 2.5  # how much worse it is to lie aside than ahead


class WireKeys:
    """A wire that is drawn by keys is the same gesture as with the mouse, aimed by arrows."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas
        self.marked: End | None = None  # the wire that Enter would take away

    def start(self, key: str) -> None:
        """Begin a wire at this part; again: at its next output."""
        pins = len(self._canvas.sheet.shapes[key].outputs)
        if not pins:
            self._canvas.say(texts.no_signal_text())
            return
        gesture, pin = self._canvas.gesture, 0
        if isinstance(gesture, DrawWire) and gesture.source.node == key:
            pin = (gesture.source.pin + 1) % pins
        source = Source(key, pin)
        start = self._canvas.place_of_output_pin(source)
        drawn = DrawWire(self._canvas, start, source)
        self._canvas.begin_gesture(drawn)
        self.aim(drawn, QPointF(1, 0))
        self._canvas.say(texts.wiring_text(), lasting=True)

    def aim(self, gesture: DrawWire, way: QPointF) -> None:
        """Let the wire end at the next target this way."""
        sheet = self._canvas.sheet
        targets: dict[End, QPointF] = {}
        for key, shape in sheet.shapes.items():
            if key == gesture.source.node or shape.kind == "input":
                continue
            count = 1 if shape.kind == "unit" else len(shape.inputs)
            first = len(shape.inputs) if shape.kind == "unit" else 0
            for index in range(first, first + count):
                targets[key, index] = sheet.input_point(key, index)
        if not targets:
            return
        if gesture.end is not None and gesture.end in targets:
            here = targets[gesture.end]
            found = ahead(here, way, {end: at for end, at in targets.items() if end != gesture.end})
        else:
            here = sheet.source_point(gesture.source)
            open_to = {end: at for end, at in targets.items() if end[0] not in gesture.refusing} or targets
            found = ahead(here, way, open_to) or min(
                open_to, key=lambda end: (open_to[end] - here).manhattanLength()
            )
        if found is not None:
            gesture.aim(found)
        self._canvas.update()

    def mark_next(self, key: str) -> None:
        """Mark a wire that ends at this part; again: the next one."""
        ends = [end for end in self._canvas.sheet.routes if end[0] == key]
        if not ends:
            self._canvas.say(texts.nothing_to_unwire_text())
            return
        place = ends.index(self.marked) + 1 if self.marked in ends else 0
        self.marked = ends[place % len(ends)]
        self._canvas.say(texts.unwiring_text(), lasting=True)
        self._canvas.update()

    def unmark(self) -> None:
        """Leave the marked wire where it is."""
        if self.marked is not None:
            self.marked = None
            self._canvas.say("")

    def take_marked(self) -> None:
        """Take the marked wire away."""
        end = self.marked
        self.unmark()
        if end is not None:
            self._canvas.designer.disconnect_wire(*end)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """The marked wire."""
        if self.marked is None:
            return
        lens = self._canvas.lens
        painter.save()
        painter.translate(lens.x, lens.y)
        painter.scale(lens.zoom, lens.zoom)
        painter.setPen(inks_of(theme).marked_wire)
        painter.drawPath(path_of(self._canvas.sheet.routes[self.marked]))
        painter.restore()


def ahead(here: QPointF, way: QPointF, places: Mapping[Thing, QPointF]) -> Thing | None:
    """Which of these lies next in this direction."""
    best: tuple[float, Thing] | None = None
    for what, place in places.items():
        apart = place - here
        ahead = QPointF.dotProduct(apart, way)
        aside = abs(apart.x() * way.y()) + abs(apart.y() * way.x())
        if ahead > 2 and (best is None or ahead + _ASIDE * aside < best[0]):
            best = ahead + _ASIDE * aside, what
    return best[1] if best is not None else None
