"""Where the weights are written: on their wires, where they cover nothing else."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from PySide6.QtCore import QRectF

from gui.panels.gate_designer.routes import SAMPLES, Box, End, Route, Spot, along, lengths_of

PILL_WIDTH, PILL_HEIGHT = 44.0, 18.0
_TILE = 64.0  # px: things are looked for in tiles of this size
_FINE_TILE = 20.0  # px: and points in smaller ones
# Where on its last bend a weight is best written, the best first.
_SPOTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
_FEW = 2  # wires that end at one part
_BEFORE_END = 7.0  # px between a number and the part that its wire leads to
_ASIDE = 5.0  # px that a number may stand above or below its wire, where there is no other place
_OVERLAP, _BESIDE, _LATER = 100.0, 1.0, 0.3  # what is bad about a spot, and how much


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
    found: dict[End, Route] = {}
    for _ in placing(routes, weighted, outlines, found):
        pass
    return found


def placing(
    routes: Mapping[End, Route], weighted: set[End], outlines: Iterable[QRectF], found: dict[End, Route]
) -> Iterator[None]:
    """Does what `with_pills` does, into `found`, in as many small steps as there are wires, and twice."""
    taken = _Tiles()
    for outline in outlines:
        taken.put((outline.left() - 1, outline.top() - 1, outline.right() + 1, outline.bottom() + 1))
    threads = _Threads()
    for each in routes.values():
        threads.put(each.points[2:-2])
        yield
    wires = Counter(key for key, _ in weighted)
    for end, each in routes.items():
        pill = None
        if end in weighted:
            pill = _spot(each, taken, threads, crowded=wires[end[0]] > _FEW)
            taken.put((pill.left() - 1, pill.top() - 1, pill.right() + 1, pill.bottom() + 1))
        found[end] = each if pill == each.pill else Route(each.course, pill)
        yield


def with_likely_pills(routes: Mapping[End, Route], weighted: set[End]) -> dict[End, Route]:
    """The same in a hurry: numbers stay where they were, and new ones stand where there is room as a rule."""
    wires = Counter(key for key, _ in weighted)
    found = {}
    for end, each in routes.items():
        if (each.pill is not None) != (end in weighted):
            pill = _likely(each, crowded=wires[end[0]] > _FEW) if end in weighted else None
            each = Route(each.course, pill)
        found[end] = each
    return found


def _likely(each: Route, *, crowded: bool) -> QRectF:
    """The first of `_spots`, or nearly: the middle of the last bend, or right before its end."""
    start, (x, y), passages = each.course.way
    if crowded:
        x -= PILL_WIDTH / 2 + _BEFORE_END
    else:
        left, above = passages[-1][1:] if passages else start
        x, y = (left + x) / 2, (above + y) / 2
    return QRectF(x - PILL_WIDTH / 2, y - PILL_HEIGHT / 2, PILL_WIDTH, PILL_HEIGHT)


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
    return _rect(best_box)


def _spots(each: Route, crowded: bool) -> Iterator[Spot]:
    """Room for the number, the best first. It is the same as long as the route is, and so it is kept."""
    known = each.course.spots.setdefault(crowded, [])
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
    last = each.points[-SAMPLES - 1 :]
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
    for k in range(len(each.points) - 1 - SAMPLES * 3 // 2, 0, -SAMPLES):
        yield each.points[k]


def _rect(box: Box) -> QRectF:
    return QRectF(box[0], box[1], PILL_WIDTH, PILL_HEIGHT)
