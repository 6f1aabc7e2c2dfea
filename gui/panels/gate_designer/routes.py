"""The ways of wires over the sheet: smooth, around the parts between, with room for their weights."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
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
Way = tuple[QPointF, QPointF]
Box = tuple[float, float, float, float]  # left, top, right, bottom
Passage = tuple[float, float, float]  # beside a part, from its left to its right, and how high


class Spot(NamedTuple):
    """Room for a number on a wire, and how many points of that wire lie in it."""

    box: Box
    own: int


@dataclass(frozen=True, eq=False)
class Course:
    """The way of a wire: bends, one after the other.

    What follows from them is found when it is first asked for, and kept: a course stays the same one as long
    as its wire runs as it did. spots: where a number may stand on it, see gui.panels.gate_designer.pills.
    """

    bends: tuple[Bend, ...]
    spots: dict[bool, list[Spot]] = field(default_factory=dict)

    @cached_property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Points along it, close enough to be joined by lines."""
        start = self.bends[0][0]
        points = [(start.x(), start.y())]
        for bend in self.bends:
            points += _sampled(bend)
        return tuple(points)

    @cached_property
    def box(self) -> QRectF:
        """The rectangle around it. Bends that do not go back lie between their ends."""
        ends = [(start.x(), start.y(), stop.x(), stop.y()) for start, _, _, stop in self.bends]
        if all(stop_x - start_x > _LOOP for start_x, _, stop_x, _ in ends):
            xs = [ends[0][0], ends[-1][2]]
            ys = [ends[0][1], *(stop_y for _, _, _, stop_y in ends)]
        else:
            xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))


@dataclass(frozen=True, eq=False)
class Route:
    """A wire's course with room for a number on it, where it has one."""

    course: Course
    pill: QRectF | None = None

    @property
    def bends(self) -> tuple[Bend, ...]:
        return self.course.bends

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        return self.course.points

    @property
    def box(self) -> QRectF:
        return self.course.box


def routed(
    ways: Mapping[End, Way],
    parts: Mapping[str, QRectF],
    sources: Mapping[End, str],
    known: Mapping[End, Route] | None = None,
) -> dict[End, Route]:
    """A route from start to end for each wire, around the parts that it neither leaves nor enters.

    known: routes of before; those that are still right are taken over, with what was found out about them.
    """
    obstacles = sorted(
        (rect.left(), rect.right(), rect.top(), rect.bottom(), key) for key, rect in parts.items()
    )
    lefts = [each[0] for each in obstacles]
    lanes: dict[tuple[float, float], int] = {}
    found = {}
    for end, (start, stop) in ways.items():
        first, last = bisect_right(lefts, start.x()), bisect_left(lefts, stop.x())
        between = [
            each
            for each in (obstacles[first:last] if len(ways) <= WITH_CARE else ())
            if each[1] < stop.x() and each[4] not in (end[0], sources[end])
        ]
        bends = _bends(start, stop, _around(start, stop, between, lanes))
        before = known.get(end) if known is not None else None
        found[end] = before if before is not None and before.bends == bends else Route(Course(bends))
    return found


def route(start: QPointF, stop: QPointF, passages: Iterable[Passage] = ()) -> Route:
    """A smooth way that runs level through each passage: from its left to its right, at its height."""
    return Route(Course(_bends(start, stop, passages)))


def _bends(start: QPointF, stop: QPointF, passages: Iterable[Passage]) -> tuple[Bend, ...]:
    bends = []
    here = start
    for left, right, y in passages:
        bends.append(_bend(here, QPointF(left, y)))
        here = QPointF(right, y)
        third = QPointF((right - left) / 3, 0)
        bends.append((QPointF(left, y), QPointF(left, y) + third, here - third, here))
    return (*bends, _bend(here, stop))


def _bend(start: QPointF, stop: QPointF) -> Bend:
    """An S that leaves and arrives level; a loop where it has to go back."""
    across = stop.x() - start.x()
    handle = QPointF(across * 0.5 if across > _LOOP else _LOOP + min(abs(across) * 0.4, 120), 0)
    return start, start + handle, stop - handle, stop


def _sampled(bend: Bend) -> list[tuple[float, float]]:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = ((p.x(), p.y()) for p in bend)
    return [(a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy) for a, b, c, d in _SHARES]


def _around(
    start: QPointF,
    stop: QPointF,
    between: list[tuple[float, float, float, float, str]],
    lanes: dict[tuple[float, float], int],
) -> list[tuple[float, float, float]]:
    """Passages beside the parts between that stand in the way. lanes: how many go there already."""
    columns: list[list[tuple[float, float, float, float, str]]] = []
    for each in between:
        if columns and each[0] < max(other[1] for other in columns[-1]):
            columns[-1].append(each)
        else:
            columns.append([each])
    passages = []
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
        here = QPointF(right + 4, y)
    return passages


def _height(start: QPointF, stop: QPointF, x: float) -> float:
    """How high an S from start to stop is at this x, or nearly."""
    t = min(max((x - start.x()) / max(stop.x() - start.x(), 1.0), 0.0), 1.0)
    return start.y() + (stop.y() - start.y()) * t * t * (3 - 2 * t)


def lengths_of(points: Sequence[tuple[float, float]]) -> list[float]:
    """How far along a way each of its points is."""
    found = [0.0]
    for (ax, ay), (bx, by) in pairwise(points):
        found.append(found[-1] + hypot(bx - ax, by - ay))
    return found


def along(points: Sequence[tuple[float, float]], lengths: Sequence[float], far: float) -> tuple[float, float]:
    """The point that is so far along a way."""
    k = min(max(bisect_right(lengths, far), 1), len(points) - 1)
    (ax, ay), (bx, by) = points[k - 1], points[k]
    step = lengths[k] - lengths[k - 1]
    part = min(max((far - lengths[k - 1]) / step, 0.0), 1.0) if step else 0.0
    return ax + (bx - ax) * part, ay + (by - ay) * part
