"""The ways of wires over the sheet: smooth, around the parts between, with room for their weights."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

PILL_WIDTH, PILL_HEIGHT = 44.0, 18.0
_CLEAR = 13.0  # px between a wire and a part that it goes around
_LANE = 8.0  # px between wires that go around the same part
_SAMPLES = 16  # points along one bend
_SHARES = tuple(  # of start, handles and end of a bend in each of its points
    ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    for t in (k / _SAMPLES for k in range(1, _SAMPLES + 1))
)
_TILE = 64.0  # px: things are looked for in tiles of this size
_FINE_TILE = 20.0  # px: and points in smaller ones
# Where on its last bend a weight is best written, the best first.
_SPOTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
_FEW = 2  # wires that end at one part
_BEFORE_END = 7.0  # px between a number and the part that its wire leads to
_ASIDE = 5.0  # px that a number may stand above or below its wire, where there is no other place
_OVERLAP, _BESIDE, _LATER = 100.0, 1.0, 0.3  # what is bad about a spot, and how much

End = tuple[str, int]
Bend = tuple[QPointF, QPointF, QPointF, QPointF]  # start, two handles, end: of a cubic curve
Way = tuple[QPointF, QPointF]
Box = tuple[float, float, float, float]  # left, top, right, bottom
Passage = tuple[float, float, float]  # beside a part, from its left to its right, and how high


class Spot(NamedTuple):
    """Room for a number on a wire, and how many points of that wire lie in it."""

    box: Box
    own: int


@dataclass(frozen=True, eq=False)
class Route:
    """The way of a wire. points: along it, close enough to be joined by lines. pill: room for a number.

    spots: where the number may stand, by whether many end where it ends; found when they are needed.
    """

    bends: tuple[Bend, ...]
    points: tuple[tuple[float, float], ...]
    box: QRectF
    pill: QRectF | None = None
    spots: dict[bool, list[Spot]] = field(default_factory=dict)


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
            for each in obstacles[first:last]
            if each[1] < stop.x() and each[4] not in (end[0], sources[end])
        ]
        bends = _bends(start, stop, _around(start, stop, between, lanes))
        before = known.get(end) if known is not None else None
        found[end] = before if before is not None and before.bends == bends else _along_bends(bends)
    return found


def route(start: QPointF, stop: QPointF, passages: Iterable[Passage] = ()) -> Route:
    """A smooth way that runs level through each passage: from its left to its right, at its height."""
    return _along_bends(_bends(start, stop, passages))


def _bends(start: QPointF, stop: QPointF, passages: Iterable[Passage]) -> tuple[Bend, ...]:
    bends = []
    here = start
    for left, right, y in passages:
        bends.append(_bend(here, QPointF(left, y)))
        here = QPointF(right, y)
        third = QPointF((right - left) / 3, 0)
        bends.append((QPointF(left, y), QPointF(left, y) + third, here - third, here))
    return (*bends, _bend(here, stop))


def _along_bends(bends: tuple[Bend, ...]) -> Route:
    start = bends[0][0]
    points = [(start.x(), start.y())]
    for bend in bends:
        points += _sampled(bend)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
    return Route(bends, tuple(points), box)


def _bend(start: QPointF, stop: QPointF) -> Bend:
    """An S that leaves and arrives level; a loop where it has to go back."""
    across = stop.x() - start.x()
    handle = QPointF(across * 0.5 if across > 40 else 40 + min(abs(across) * 0.4, 120), 0)
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


# Where the weights are written


class _Tiles:
    """Finds what lies near, without looking at all there is."""

    def __init__(self) -> None:
        self._at: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)

    def put(self, box: Box) -> None:
        left, top, right, bottom = box
        for x in range(int(left // _TILE), int(right // _TILE) + 1):
            for y in range(int(top // _TILE), int(bottom // _TILE) + 1):
                self._at[x, y].append(box)

    def overlaps(self, box: Box) -> int:
        """How many lie on this box; one that lies across tiles may count for each of them."""
        left, top, right, bottom = box
        found = 0
        for x in range(int(left // _TILE), int(right // _TILE) + 1):
            for y in range(int(top // _TILE), int(bottom // _TILE) + 1):
                for a, b, c, d in self._at.get((x, y), ()):
                    if left < c and right > a and top < d and bottom > b:
                        found += 1
        return found


class _Threads:
    """The same for points: how many of them lie in a box. Of these there are thousands."""

    def __init__(self) -> None:
        self._at: defaultdict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)

    def put(self, points: Iterable[tuple[float, float]]) -> None:
        at = self._at
        for point in points:
            at[int(point[0] // _FINE_TILE), int(point[1] // _FINE_TILE)].append(point)

    def within(self, box: Box) -> int:
        left, top, right, bottom = box
        at, rows = self._at, range(int(top // _FINE_TILE), int(bottom // _FINE_TILE) + 1)
        found = 0
        for x in range(int(left // _FINE_TILE), int(right // _FINE_TILE) + 1):
            for y in rows:
                for px, py in at.get((x, y), ()):
                    if left < px < right and top < py < bottom:
                        found += 1
        return found


def with_pills(
    routes: Mapping[End, Route], weighted: set[End], outlines: Iterable[QRectF]
) -> dict[End, Route]:
    """The same routes; those that are `weighted` now have room for a number that covers nothing else."""
    taken = _Tiles()
    for outline in outlines:
        taken.put((outline.left() - 1, outline.top() - 1, outline.right() + 1, outline.bottom() + 1))
    threads = _Threads()
    for each in routes.values():
        threads.put(each.points[2:-2])
    wires = Counter(key for key, _ in weighted)
    found = {}
    for end, each in routes.items():
        pill = None
        if end in weighted:
            pill = _spot(each, taken, threads, crowded=wires[end[0]] > _FEW)
            taken.put((pill.left() - 1, pill.top() - 1, pill.right() + 1, pill.bottom() + 1))
        found[end] = each if pill == each.pill else replace(each, pill=pill)
    return found


def _spot(each: Route, taken: _Tiles, threads: _Threads, *, crowded: bool) -> QRectF:
    """The best place for a number on this wire; of many that end at one part right before their ends."""
    best, best_box = float("inf"), (0.0, 0.0, 0.0, 0.0)
    for rank, spot in enumerate(_spots(each, crowded)):
        if best <= _LATER * rank:
            break  # all that follow are worse
        bad = _OVERLAP * taken.overlaps(spot.box) + _LATER * rank
        if bad < best:
            bad += _BESIDE * min(threads.within(spot.box) - spot.own, 12) / 3
        if bad < best:
            best, best_box = bad, spot.box
    return QRectF(best_box[0], best_box[1], PILL_WIDTH, PILL_HEIGHT)


def _spots(each: Route, crowded: bool) -> Iterator[Spot]:
    """Room for the number, the best first. It is the same as long as the route is, and so it is kept."""
    known = each.spots.setdefault(crowded, [])
    yield from known
    for x, y in islice(_middles(each, crowded), len(known), None):
        left, top, right, bottom = (
            x - PILL_WIDTH / 2,
            y - PILL_HEIGHT / 2,
            x + PILL_WIDTH / 2,
            y + PILL_HEIGHT / 2,
        )
        own = [1 for px, py in each.points[2:-2] if left < px < right and top < py < bottom]
        known.append(Spot((left, top, right, bottom), len(own)))
        yield known[-1]


def _middles(each: Route, crowded: bool) -> Iterator[tuple[float, float]]:
    """Where the number may stand, the best places first."""
    last = each.points[-_SAMPLES - 1 :]
    x = last[-1][0] - PILL_WIDTH / 2 - _BEFORE_END
    at_end = (x, min(last, key=lambda point: abs(point[0] - x))[1])
    if crowded:
        yield at_end
    lengths = lengths_of(last)
    for share in _SPOTS:
        yield along(last, lengths, share * lengths[-1])
    if not crowded:
        yield at_end
    for aside in (-_ASIDE, _ASIDE):  # the wire still runs below the number
        yield at_end[0], at_end[1] + aside
    # Where the last bend is crowded, the middle of one before it will do.
    for k in range(len(each.points) - 1 - _SAMPLES * 3 // 2, 0, -_SAMPLES):
        yield each.points[k]


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
