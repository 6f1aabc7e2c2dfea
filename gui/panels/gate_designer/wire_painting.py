"""Paints wires: their width is the size of the weight, their colour and a mark its sign."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import dist, exp, isnan

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from core.circuit import Block, Output, Source, Unit
from gui.panels.gate_designer.design import Design
from gui.panels.gate_designer.inks import Inks, width_of, write_middle
from gui.panels.gate_designer.pills import PILL_HEIGHT, PILL_WIDTH
from gui.panels.gate_designer.routes import Course, End, Route, along, lengths_of
from gui.panels.gate_designer.sheet import Sheet
from gui.panels.gate_designer.sums import weight_text
from gui.theme import LARGE, SMALL
from gui.widgets.text import MINUS

THINNEST, THICKEST = 1.2, 6.0  # px
_ZIGZAG = 54.0  # px of a resistor to each side of its number
_LEAD = 10.0  # px of plain wire at both ends, at least
_WAVE, _HEIGHT = 6.0, 5.5  # px: of a zigzag


@lru_cache(maxsize=1024)
def wire_width(weight: float) -> float:
    """How thick a wire of this weight is: from a hair for 0, ever more slowly, to the thickest."""
    return THINNEST + (THICKEST - THINNEST) * (1 - exp(-0.9 * abs(weight)))


@dataclass(frozen=True)
class WirePainting:
    """The wires of one moment of a circuit."""

    sheet: Sheet
    design: Design
    values: Mapping[Source | None, float]
    inks: Inks
    readable: bool
    without: End | None = None

    def paint(self, painter: QPainter, area: QRectF | None) -> None:
        """All wires that come into this area, those that bring 0 below the others."""
        strokes: list[tuple[float, QPen, Route, bool]] = []
        for end, route in self.sheet.routes.items():
            if area is not None and not route.box.adjusted(-8, -8, 8, 8).intersects(area):
                continue
            if end == self.without:
                continue
            weight, signal = self._wire(end)
            if weight is None:
                strokes.append((signal, self.inks.plain_wire(signal), route, False))
            else:
                sign = (weight > 0) - (weight < 0)
                strokes.append((signal, self.inks.wire(sign, wire_width(weight), signal), route, weight != 0))
        strokes.sort(key=lambda stroke: stroke[0])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for _, pen, route, weighted in strokes:
            resistor = self.design.as_resistors and weighted
            painter.setPen(pen)
            painter.drawPath(_resistor_path(route) if resistor else path_of(route))

    def paint_numbers(self, painter: QPainter, area: QRectF | None) -> None:
        """The weights on their wires; from afar only their signs."""
        for end, route in self.sheet.routes.items():
            pill = route.pill
            if (
                pill is None
                or end == self.without
                or (area is not None and not pill.adjusted(-4, -4, 4, 4).intersects(area))
            ):
                continue
            weight, signal = self._wire(end)
            assert weight is not None
            sign = (weight > 0) - (weight < 0)
            edge = self.inks.wire(sign, 1.0, signal) if sign else self.inks.quiet_line
            painter.setPen(edge)
            painter.setBrush(self.inks.card)
            if not self.readable:
                painter.drawEllipse(pill.center(), 9, 9)
                mark = "+" if sign > 0 else MINUS if sign < 0 else "0"
                write_middle(painter, self.inks.ink, pill, mark, LARGE, bold=True)
                continue
            text = weight_text(weight, as_resistor=self.design.as_resistors)
            place = pill_around(pill, text)
            painter.drawRoundedRect(place, 5, 5)
            write_middle(painter, self.inks.ink if signal else self.inks.muted, place, text, SMALL)

    def _wire(self, end: End) -> tuple[float | None, float]:
        """The weight of a wire, None where it has none, and the signal it brings."""
        key, index = end
        part = self.design.circuit.parts[key]
        if isinstance(part, Unit):
            wire = part.wires[index]
            return wire.weight, self._signal(wire.source)
        if isinstance(part, Block):
            return None, self._signal(part.sources[index])
        assert isinstance(part, Output)
        return None, self._signal(part.source)

    def _signal(self, source: Source | None) -> float:
        """What a wire brings; no value looks like 0."""
        value = self.values[source]
        return 0.0 if isnan(value) else value


def pill_around(room: QRectF, text: str) -> QRectF:
    """The frame of a number: as wide as it needs, in the middle of its room."""
    width = min(max(width_of(text, SMALL) + 12, 34.0), PILL_WIDTH + 12)
    return QRectF(room.center().x() - width / 2, room.top(), width, PILL_HEIGHT)


def path_of(route: Route) -> QPainterPath:
    return _path(route.course)


# A course is made anew where it changes, so what is drawn along it can be kept by it.
@lru_cache(maxsize=2048)
def _path(course: Course) -> QPainterPath:
    path = QPainterPath(course.bends[0][0])
    for _, first, second, end in course.bends:
        path.cubicTo(first, second, end)
    return path


@lru_cache(maxsize=1024)
def _resistor_path(route: Route) -> QPainterPath:
    """The wire with a zigzag where its number stands."""
    points, pill = route.points, route.pill
    if pill is None:
        return path_of(route)
    lengths = lengths_of(points)
    middle = (pill.center().x(), pill.center().y())
    nearest = min(range(len(points)), key=lambda k: dist(points[k], middle))
    first = max(lengths[nearest] - _ZIGZAG, _LEAD)
    last = min(lengths[nearest] + _ZIGZAG, lengths[-1] - _LEAD)
    turns = max(int((last - first) / _WAVE), 2)
    line = [QPointF(*each) for each, length in zip(points, lengths, strict=True) if length < first]
    for k in range(turns + 1):
        far = first + (last - first) * k / turns
        (x, y), (ahead_x, ahead_y) = along(points, lengths, far), along(points, lengths, far + 1)
        size = dist((x, y), (ahead_x, ahead_y)) or 1.0
        side = 0.0 if k in (0, turns) else _HEIGHT * (1 if k % 2 else -1) / size
        line.append(QPointF(x - (ahead_y - y) * side, y + (ahead_x - x) * side))
    line += [QPointF(*each) for each, length in zip(points, lengths, strict=True) if length > last]
    path = QPainterPath()
    path.addPolygon(QPolygonF(line))
    return path
