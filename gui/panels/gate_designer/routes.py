"""The ways of wires over the sheet: smooth, around the parts between, with room for their weights."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

_CLEAR = 13.0  # px between a wire and a part that it goes around
_LOOP = 40.0  # px across: a bend that has less goes in a loop
WITH_CARE = 1000  # wires: more go straight, and their numbers stand where they fall; the eye cannot tell
_LANE = 8.0  # px between wires that go around the same part
SAMPLES = 16  # points along one bend
_SHARES = tuple(  # of start, handles and end of a bend in each of its points
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    for t in (k / SAMPLES for k in range(1, SAMPLES + 1))
)

End = tuple[str, int]  # where a wire ends: the key of a part, and which of its inputs
Bend = tuple[QPointF, QPointF, QPointF, QPointF]  # start, two handles, end: of a cubic curve
Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom
Passage = tuple[float, float, float]  # beside a part, from its left to its right, and how high


class Spot(NamedTuple):
    """Room for a number on a wire, and how many points of that wire lie in it."""

    box: Box
    own: int


class Way(NamedTuple):
    """Where a wire starts and stops, and the passages that it runs through in between, level."""

    start: Point
    stop: Point
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, eq=False)
class Course:
    """The way of a wire as bends, one after the other.

    What follows from the way is found when it is first asked for, and kept: a course stays the same one as
    long as its wire runs as it did. spots: where a number may stand on it, see pills.py.
    """

    way: Way
    spots: dict[bool, list[Spot]] = field(default_factory=dict)

    @cached_property
    def bends(self) -> tuple[Bend, ...]:
        bends = []
        here = QPointF(*self.way.start)
        for left, right, y in self.way.passages:
            bends.append(_bend(here, QPointF(left, y)))
            here = QPointF(right, y)
            third = QPointF((right - left) / 3, 0)
            bends.append((QPointF(left, y), QPointF(left, y) + third, here - third, here))
        return (*bends, _bend(here, QPointF(*self.way.stop)))

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Points along it, close enough to be joined by lines."""
        points = [self.way.start]
        for bend in self.bends:
            points += _sampled(bend)
        return tuple(points)

    @cached_property
    def edges(self) -> Box:
        """Those of the rectangle around it. Bends that do not go back lie between their ends."""
        (first, start), (last, stop), passages = self.way
        xs = [first, *(x for left, right, _ in passages for x in (left, right)), last]
        ys = [start, *(y for _, _, y in passages), stop]
        if any(after - before <= _LOOP for before, after in pairwise(xs)):
            xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)

    @cached_property
    def box(self) -> QRectF:
        """The rectangle around it."""
        left, top, right, bottom = self.edges
        return QRectF(left, top, right - left, bottom - top)


@dataclass(frozen=True, eq=False)
class Route:
    """A wire's course with room for a number on it, where it has one."""

    course: Course
    pill: QRectF | None = None

    @property
    def bends(self) -> tuple[Bend, ...]:
        return self.course.bends

    @property
    def points(self) -> tuple[Point, ...]:
        return self.course.points

    @property
    def box(self) -> QRectF:
        return self.course.box


def routed(
    ends: Mapping[End, tuple[Point, Point]],
    parts: Mapping[str, Box],
    sources: Mapping[End, str],
    known: Mapping[End, Route],
) -> dict[End, Route]:
    """A route from start to stop for each wire, around the parts that it neither leaves nor enters.

    known: routes of before; those that are still right are taken over, with what was found out about them.
    """
    obstacles = sorted((left, right, top, bottom, key) for key, (left, top, right, bottom) in parts.items())
    lefts = [each[0] for each in obstacles] if len(ends) <= WITH_CARE else []
    lanes: dict[Point, int] = {}
    found = {}
    for end, (start, stop) in ends.items():
        first, last = bisect_right(lefts, start[0]), bisect_left(lefts, stop[0])
        between = [
            each
            for each in obstacles[first:last]
            if each[1] < stop[0] and each[4] != end[0] and each[4] != sources[end]
        ]
        way = Way(start, stop, _around(start, stop, between, lanes) if between else ())
        before = known.get(end)
        found[end] = before if before is not None and before.course.way == way else Route(Course(way))
    return found


def route(start: QPointF, stop: QPointF) -> Route:
    """A smooth way from here to there."""
    return Route(Course(Way((start.x(), start.y()), (stop.x(), stop.y()))))


def _bend(start: QPointF, stop: QPointF) -> Bend:
    """An S that leaves and arrives level; a loop where it has to go back."""
    across = stop.x() - start.x()
    handle = QPointF(across * 0.5 if across > _LOOP else _LOOP + min(abs(across) * 0.4, 120), 0)
    return start, start + handle, stop - handle, stop


def _sampled(bend: Bend) -> list[Point]:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = ((p.x(), p.y()) for p in bend)
    return [(a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy) for a, b, c, d in _SHARES]


def _around(
    start: Point,
    stop: Point,
    between: list[tuple[float, float, float, float, str]],
    lanes: dict[Point, int],
) -> tuple[Passage, ...]:
    """Passages beside the parts between that stand in the way. lanes: how many go there already."""
    columns: list[list[tuple[float, float, float, float, str]]] = []
    for each in between:
        if columns and each[0] < max(other[1] for other in columns[-1]):
            columns[-1].append(each)
        else:
            columns.append([each])
    passages = list[Passage]()
    here = start
    for column in columns:
        left, right = min(each[0] for each in column), max(each[1] for each in column)
        y0, y1 = _height(here, stop, left), _height(here, stop, right)
        low, high = min(y0, y1) - _CLEAR / 2, max(y0, y1) + _CLEAR / 2
        if not any(top < high and bottom > low for _, _, top, bottom, _ in column):
            continue
        middle = (y0 + y1) / 2
        edges = [(top - _CLEAR, -1) for _, _, top, _, _ in column]
        edges += [(bottom + _CLEAR, 1) for _, _, _, bottom, _ in column]
        free = [
            (abs(y - middle), y, side)
            for y, side in edges
            if not any(top - _CLEAR < y < bottom + _CLEAR for _, _, top, bottom, _ in column)
        ]
        _, y, side = min(free)
        lane = lanes.get((left, y), 0)
        lanes[left, y] = lane + 1
        y += side * min(lane * _LANE, 3 * _LANE)
        passages.append((left - 4, right + 4, y))
        here = (right + 4, y)
    return tuple(passages)


def _height(start: Point, stop: Point, x: float) -> float:
    """How high an S from start to stop is at this x, or nearly."""
    t = min(max((x - start[0]) / max(stop[0] - start[0], 1.0), 0.0), 1.0)
    return start[1] + (stop[1] - start[1]) * t * t * (3 - 2 * t)


def lengths_of(points: Sequence[Point]) -> list[float]:
    """How far along a way each of its points is."""
    found = [0.0]
    for (ax, ay), (bx, by) in pairwise(points):
        found.append(found[-1] + hypot(bx - ax, by - ay))
    return found


def along(points: Sequence[Point], lengths: Sequence[float], far: float) -> Point:
    """The point that is so far along a way."""
    k = min(max(bisect_right(lengths, far), 1), len(points) - 1)
    (ax, ay), (bx, by) = points[k - 1], points[k]
    step = lengths[k] - lengths[k - 1]
    part = min(max((far - lengths[k - 1]) / step, 0.0), 1.0) if step else 0.0
    return ax + (bx - ax) * part, ay + (by - ay) * part
