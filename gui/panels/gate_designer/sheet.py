"""Where everything lies on the sheet: parts, their pins, wires and numbers. Pure numbers, no painting.

All places are in pixels of a sheet that is seen at its natural size; gui.panels.gate_designer.lens
says what is seen of it. A sheet depends on where the parts are and what is wired to what, not on
weights, so that it stays the same one while numbers change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import inf
from operator import itemgetter
from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from core.circuit import Block, Circuit, Input, Output, Place, Source, Unit
from gui.panels.gate_designer.pills import placing, with_likely_pills, with_pills
from gui.panels.gate_designer.routes import WITH_CARE, Box, End, Point, Route, routed

ACROSS, DOWN = 232.0, 112.0  # px from a column or row to the next
GRID = 28.0  # px between the dots of the paper; parts snap to half of it
CARD_WIDTH, CARD_HEIGHT, CARD_HIGHEST = 152.0, 78.0, 104.0
BLOCK_WIDTH, BLOCK_LOWEST, PIN_STEP, HEADER = 136.0, 66.0, 22.0, 28.0
RADIUS = 24.0  # of inputs and outputs
NAME_ABOVE = 22.0  # px above a round part that belong to its name
REACH = 9.0  # px around a pin that belong to it
_SEARCHED = 16  # grids to each side in which a free place is looked for
_FAN = 5.0  # px between the beginnings of wires of one signal

Outline = tuple[object, ...]
Kind = Literal["input", "unit", "block", "output"]
_KINDS: dict[type, Kind] = {Input: "input", Unit: "unit", Block: "block", Output: "output"}


@dataclass(frozen=True)
class Shape:
    """A part on the sheet.

    inputs: where wires end, one for each; of a perceptron only those that are there. free: where a
    perceptron takes another. outputs: where signals leave, one for each pin.
    """

    key: str
    kind: Kind
    rect: QRectF
    name: QRectF
    bias: QRectF | None
    inputs: tuple[QPointF, ...]
    free: QPointF | None
    outputs: tuple[QPointF, ...]

    @cached_property
    def outline(self) -> QRectF:
        """The part with its name."""
        return self.rect.united(self.name)


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


def place_on_sheet(at: Place) -> QPointF:
    """The middle of a part that is at this place of the circuit."""
    return QPointF(at.column * ACROSS, at.row * DOWN)


def place_of(point: QPointF) -> Place:
    """The place of the circuit whose middle is nearest, on half a grid."""
    half = GRID / 2
    return Place(round(point.x() / half) * half / ACROSS, round(point.y() / half) * half / DOWN)


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
        (_KINDS[type(part)], part.key, part.at, part.sources, len(part.gives))
        for part in circuit.parts.values()
    )


def sheet_of(circuit: Circuit, before: Sheet | None = None, *, in_a_hurry: bool = False) -> Sheet:
    """Lay a circuit out: parts at their places, wires around them, numbers where there is room.

    before: a sheet of nearly the same circuit, of which what is the same again is taken over; that is
    faster, and changes nothing. in_a_hurry: whether numbers may cover something for now, until `mended`.
    """
    shapes = {
        key: _shape(_KINDS[type(part)], key, part.at, len(part.sources), len(part.gives))
        for key, part in circuit.parts.items()
    }
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


@lru_cache(maxsize=1024)  # most parts lie where they lay before
def _shape(kind: Kind, key: str, at: Place, inputs: int, outputs: int) -> Shape:
    middle = place_on_sheet(at)
    if kind == "unit":
        return _card(key, middle, inputs)
    if kind == "block":
        return _box(key, middle, inputs, outputs)
    rect = QRectF(middle.x() - RADIUS, middle.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
    name = QRectF(middle.x() - 44, rect.top() - NAME_ABOVE, 88, NAME_ABOVE - 2)
    left, right = QPointF(rect.left(), middle.y()), QPointF(rect.right(), middle.y())
    if kind == "input":
        return Shape(key, kind, rect, name, None, (), None, (right,))
    return Shape(key, kind, rect, name, None, (left,), None, ())


def _card(key: str, middle: QPointF, count: int) -> Shape:
    height = min(max(CARD_HEIGHT, 18.0 * count + 20), CARD_HIGHEST)
    rect = QRectF(middle.x() - CARD_WIDTH / 2, middle.y() - height / 2, CARD_WIDTH, height)
    inputs = tuple(QPointF(rect.left(), rect.top() + height * (k + 1) / (count + 1)) for k in range(count))
    free = QPointF(rect.left(), rect.bottom() - 9 if count else middle.y())
    name = QRectF(rect.left() + 10, rect.top() + 6, 72, 20)
    bias = QRectF(rect.right() - 68, rect.top() + 6, 62, 20)
    return Shape(key, "unit", rect, name, bias, inputs, free, (QPointF(rect.right(), middle.y()),))


def _box(key: str, middle: QPointF, inputs: int, outputs: int) -> Shape:
    rows = max(inputs, outputs, 1)
    height = max(HEADER + PIN_STEP * rows + 8, BLOCK_LOWEST)
    rect = QRectF(middle.x() - BLOCK_WIDTH / 2, middle.y() - height / 2, BLOCK_WIDTH, height)
    name = QRectF(rect.left() + 8, rect.top() + 4, BLOCK_WIDTH - 16, HEADER - 4)

    def pins(x: float, count: int) -> tuple[QPointF, ...]:
        room = height - HEADER - 6
        return tuple(QPointF(x, rect.top() + HEADER + room * (k + 0.5) / count) for k in range(count))

    ends, starts = pins(rect.left(), inputs), pins(rect.right(), outputs)
    return Shape(key, "block", rect, name, None, ends, None, starts)


def _distance(a: QPointF, b: QPointF) -> float:
    return float((a - b).manhattanLength())


def _nearest(points: Iterable[QPointF], point: QPointF, reach: float) -> int | None:
    """Which of these is not further than `reach` and nearer than the others."""
    distances = [_distance(each, point) for each in points]
    if not distances or min(distances) > 1.4 * reach:
        return None
    return distances.index(min(distances))
