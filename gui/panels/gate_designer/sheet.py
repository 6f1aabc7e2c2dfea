"""Where everything lies on the sheet: parts, their pins, wires and numbers. Pure numbers, no painting.

All places are in pixels of a sheet that is seen at its natural size; gui.panels.gate_designer.lens
says what is seen of it. A sheet depends on where the parts are and what is wired to what, not on
weights, so that it stays the same one while numbers change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf
from operator import itemgetter
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from core.circuit import Circuit, Source, Unit
from gui.panels.gate_designer.pills import placing, with_likely_pills, with_pills
from gui.panels.gate_designer.routes import WITH_CARE, Box, End, Point, Route, routed
from gui.panels.gate_designer.sheet_shapes import (
    ACROSS,
    CARD_HEIGHT,
    CARD_WIDTH,
    GRID,
    Shape,
    kind_of,
    place_of,
    place_on_sheet,
    shape_of,
)

REACH = 9.0  # px around a pin that belong to it
_SEARCHED = 16  # grids to each side in which a free place is looked for
_FAN = 5.0  # px between the beginnings of wires of one signal

Outline = tuple[object, ...]


class Hit(NamedTuple):
    """What lies at a point. pin: of a number which wire it is on, None for the bias; or which pin it is."""

    what: Literal["number", "output", "input", "name", "part"]
    key: str
    pin: int | None = None


@dataclass(frozen=True, eq=False)
class Sheet:
    """A circuit laid out. Made by `sheet_of`."""

    shapes: Mapping[str, Shape]
    routes: Mapping[End, Route]
    bounds: QRectF

    @cached_property
    def lowest(self) -> float:
        """How far down the parts reach."""
        return max((shape.rect.bottom() for shape in self.shapes.values()), default=-inf)

    def hit(self, point: QPointF, reach: float = REACH, *, numbers: bool = True) -> Hit | None:
        """What lies here: numbers before pins, pins before the parts that they are on.

        numbers: whether the numbers can be seen, and so be hit.
        """
        if numbers:
            for end, route in self.routes.items():
                if route.pill is not None and route.pill.contains(point):
                    return Hit("number", *end)
        shapes = [
            shape
            for shape in reversed(tuple(self.shapes.values()))
            if shape.outline.adjusted(-reach, -reach, reach, reach).contains(point)
        ]
        for shape in shapes:
            if numbers and shape.bias is not None and shape.bias.contains(point):
                return Hit("number", shape.key, None)
            found = _nearest(shape.outputs, point, reach)
            if found is not None:
                return Hit("output", shape.key, found)
        for shape in shapes:
            ends = [k for k in range(len(shape.inputs)) if (shape.key, k) in self.routes]
            found = _nearest([shape.inputs[k] for k in ends], point, reach)
            if found is not None:
                return Hit("input", shape.key, ends[found])
        for shape in shapes:
            if shape.rect.contains(point) or shape.name.contains(point):
                return Hit("name" if shape.name.contains(point) else "part", shape.key)
        return None

    def number(self, key: str, index: int | None) -> QRectF | None:
        """Where a weight (or with None a bias) is written."""
        if index is None:
            shape = self.shapes.get(key)
            return shape.bias if shape is not None else None
        route = self.routes.get((key, index))
        return route.pill if route is not None else None

    def source_point(self, source: Source) -> QPointF:
        return self.shapes[source.node].outputs[source.pin]

    def input_point(self, key: str, index: int) -> QPointF:
        """Where a wire ends. The index after the last one of a perceptron is its free pin."""
        shape = self.shapes[key]
        if index >= len(shape.inputs) and shape.free is not None:
            return shape.free
        return shape.inputs[index]

    def target(self, point: QPointF, reach: float = REACH) -> End | None:
        """Where a wire ends that is let go here: anywhere on a part, at the nearest input of a block."""
        for shape in reversed(tuple(self.shapes.values())):
            if shape.kind == "input" or not shape.rect.adjusted(-reach, -reach, reach, reach).contains(point):
                continue
            if shape.kind == "unit":
                return shape.key, len(shape.inputs)
            if shape.inputs:
                distances = [_distance(pin, point) for pin in shape.inputs]
                return shape.key, distances.index(min(distances))
        return None

    def beside(self, key: str) -> QPointF:
        """The middle of the place to the right of a part."""
        return self.shapes[key].rect.center() + QPointF(ACROSS, 0)

    def touched(self, area: QRectF) -> list[str]:
        """The parts that lie in this area, or partly."""
        return [key for key, shape in self.shapes.items() if shape.rect.intersects(area)]


def free_spot(sheet: Sheet, wanted: QPointF) -> QPointF:
    """The middle of the free place for a card that is nearest to this point."""
    taken = [shape.outline.adjusted(-8, -8, 8, 8) for shape in sheet.shapes.values()]
    steps = [
        QPointF(x * GRID, y * GRID)
        for x in range(-_SEARCHED, _SEARCHED + 1)
        for y in range(-_SEARCHED, _SEARCHED + 1)
    ]
    for step in sorted(steps, key=lambda step: QPointF.dotProduct(step, step)):
        middle = place_on_sheet(place_of(wanted + step))
        card = QRectF(middle.x() - CARD_WIDTH / 2, middle.y() - CARD_HEIGHT / 2, CARD_WIDTH, CARD_HEIGHT)
        if not any(card.intersects(each) for each in taken):
            return middle
    return QPointF(wanted.x(), sheet.bounds.bottom() + CARD_HEIGHT)


def outline_of(circuit: Circuit) -> Outline:
    """All that a sheet depends on. Circuits of one outline have one sheet."""
    return tuple(
        (kind_of(part), part.key, part.at, part.sources, len(part.gives)) for part in circuit.parts.values()
    )


def sheet_of(circuit: Circuit, before: Sheet | None = None, *, in_a_hurry: bool = False) -> Sheet:
    """Lay a circuit out: parts at their places, wires around them, numbers where there is room.

    before: a sheet of nearly the same circuit, of which what is the same again is taken over; that is
    faster, and changes nothing. in_a_hurry: whether numbers may cover something for now, until `mended`.
    """
    shapes = {key: shape_of(part) for key, part in circuit.parts.items()}
    sources = sources_of(circuit)
    rects = {key: _edges(shape.rect) for key, shape in shapes.items()}
    nodes = {end: source.node for end, source in sources.items()}
    routes = routed(_ends(shapes, sources), rects, nodes, before.routes if before is not None else {})
    weighted = _weighted(routes, circuit)
    if in_a_hurry or len(routes) > WITH_CARE:
        routes = with_likely_pills(routes, weighted)
    else:
        routes = with_pills(routes, weighted, [shape.outline for shape in shapes.values()])
    return Sheet(shapes, routes, _bounds(shapes.values(), routes.values()))


def sources_of(circuit: Circuit) -> dict[End, Source]:
    """Where each wire comes from, as the parts are listed."""
    return {
        (key, index): source
        for key, part in circuit.parts.items()
        for index, source in enumerate(part.sources)
        if source is not None
    }


def _ends(shapes: Mapping[str, Shape], sources: Mapping[End, Source]) -> dict[End, tuple[Point, Point]]:
    """Where each wire starts and stops. Those of one signal start side by side, as they stop."""
    leaving: dict[Source, list[tuple[float, End]]] = {}
    stops = {}
    for (key, index), source in sources.items():
        pin = shapes[key].inputs[index]
        stops[key, index] = x, y = pin.x(), pin.y()
        leaving.setdefault(source, []).append((y, (key, index)))
    starts = {}
    for source, wires in leaving.items():
        pin = shapes[source.node].outputs[source.pin]
        x, y = pin.x(), pin.y()
        wires.sort(key=itemgetter(0))
        apart = min(_FAN, 3 * _FAN / len(wires))
        for k, (_, end) in enumerate(wires):
            starts[end] = x, y + (k - (len(wires) - 1) / 2) * apart
    return {end: (starts[end], stop) for end, stop in stops.items()}


def _edges(rect: QRectF) -> Box:
    return rect.left(), rect.top(), rect.right(), rect.bottom()


def _bounds(shapes: Iterable[Shape], routes: Iterable[Route]) -> QRectF:
    """The rectangle around all of it."""
    boxes = [_edges(shape.outline) for shape in shapes] + [route.course.edges for route in routes]
    if not boxes:
        return QRectF()
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return QRectF(QPointF(min(lefts), min(tops)), QPointF(max(rights), max(bottoms)))


def mended(sheet: Sheet, circuit: Circuit) -> Iterator[Sheet | None]:
    """Find room for all numbers of a sheet that was laid out in a hurry, in many small steps.

    Yields None after each of them, and after the last one the sheet.
    """
    if len(sheet.routes) <= WITH_CARE:
        outlines = [shape.outline for shape in sheet.shapes.values()]
        routes: dict[End, Route] = {}
        yield from placing(sheet.routes, _weighted(sheet.routes, circuit), outlines, routes)
        sheet = Sheet(sheet.shapes, routes, sheet.bounds)
    yield sheet


def _weighted(routes: Mapping[End, Route], circuit: Circuit) -> set[End]:
    """The wires that have a weight."""
    return {end for end in routes if isinstance(circuit.parts[end[0]], Unit)}


def _distance(a: QPointF, b: QPointF) -> float:
    return float((a - b).manhattanLength())


def _nearest(points: Iterable[QPointF], point: QPointF, reach: float) -> int | None:
    """Which of these is not further than `reach` and nearer than the others."""
    distances = [_distance(each, point) for each in points]
    if not distances or min(distances) > 1.4 * reach:
        return None
    return distances.index(min(distances))
