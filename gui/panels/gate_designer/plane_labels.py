"""Where the words of the plane stand: at the corners, beside the arrow, on the lines, clear of each other."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from core.shapes import Array
from gui.panels.gate_designer.frame import Frame
from gui.panels.gate_designer.inks import font_of, width_of
from gui.panels.gate_designer.line_moves import Arrow, handles_of
from gui.panels.gate_designer.plane_scene import Corner, Scene, ShownLine
from gui.panels.gate_designer.plane_words import weights_text
from gui.theme import SMALL
from gui.widgets.text import short_number

Box = tuple[float, float, float, float]  # left, top, right, bottom

MOST_NAMED = 8  # lines that are named: more names would hide the plane
CORNER = 12.0  # px: about half of a corner's mark
HANDLE = 5.0  # px: half of what turns a line
ROOMY = 112.0  # px from one corner to the next: so much and there is room for long labels
_MARK = 6.0  # how much worse it is to cover a corner's mark than to cover a line
_NAME_ROOM = 0.42  # of the width of the plane, for the name of a line
_WORD = 4.0  # and to cover a word
_ASIDE = 0.35  # of its size: how much a name may cover before it stands beside its line, not on it
_TOO_MUCH = 0.5  # of a name: where it would have to cover more, it is left out
_ALONG = (0.28, 0.72, 0.36, 0.64, 0.2, 0.8, 0.5, 0.44, 0.56)  # where on a line its name may stand
# Places for what the arrow is called, seen from its tip: beside it, and then further away.
_AROUND_TIP = np.array(
    (
        *((0, -1), (1, 0), (-1, 0), (0, 1), (0.8, -1), (-0.8, -1), (0.8, 1), (-0.8, 1)),
        *((0.6, 1.7), (1, 1.7), (-0.6, 1.7), (0.6, -1.7), (-0.6, -1.7)),
    )
)


@dataclass(frozen=True)
class Label:
    """A word, and the little paper that it is written on."""

    place: QRectF
    text: str


@dataclass(frozen=True)
class Words:
    """All that is written over the region. corners: only where; what comes out there may change often."""

    corners: tuple[QRectF, ...] = ()
    arrow: Label | None = None
    names: tuple[Label, ...] = ()


@cache
def text_height() -> float:
    return QFontMetricsF(font_of(SMALL, False)).height()


def corner_text(frame: Frame, corner: Corner, *, flat: bool) -> str:
    """(1, 0) → 1; where there is little room only what comes out."""
    text = f"→ {short_number(corner.value, 2)}"
    if frame.unit < ROOMY:
        return text
    return f"({corner.x:g}) {text}" if flat else f"({corner.x:g}, {corner.y:g}) {text}"


def corner_widths(frame: Frame, corners: Sequence[Corner], *, flat: bool) -> tuple[float, ...]:
    """What the texts of the corners need. With slopes each has room for 0.00: so none jumps about."""
    widths = [width_of(corner_text(frame, each, flat=flat), SMALL) for each in corners]
    if all(each.value in (0, 1) for each in corners):
        return tuple(widths)
    room = width_of("→ 0.00" if frame.unit < ROOMY else "(0) → 0.00" if flat else "(0, 0) → 0.00", SMALL)
    return tuple(max(width, room) for width in widths)


def words_of(
    frame: Frame, scene: Scene, widths: Sequence[float], current: ShownLine | None, arrow: Arrow | None
) -> Words:
    """Find a place for everything. widths: see `corner_widths`."""
    taken = _Taken(frame.area)
    ends = frame.ends(current.line) if current is not None and current.turnable else None
    for handle in (handles_of(ends) or ()) if ends is not None else ():
        taken.keep_free(frame.place(*handle), HANDLE + 2)
    for corner in scene.corners:
        taken.keep_free(frame.place(corner.x, corner.y), CORNER, _MARK)
    corners = tuple(_corner_place(frame, *each, taken) for each in zip(scene.corners, widths, strict=True))
    shown = None
    if arrow is not None and current is not None:
        for line in scene.lines[:MOST_NAMED]:
            taken.keep_line_free(frame, line)
        shown = _arrow_label(frame, arrow, scene, current, taken)
    names: list[Label] = []
    if not scene.alone and len(scene.lines) <= MOST_NAMED:
        names = [label for line in scene.lines if (label := _line_label(frame, line, taken)) is not None]
    return Words(corners, shown, tuple(names))


@dataclass
class _Taken:
    """Which places are written on already."""

    area: QRectF
    boxes: list[Box] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def best(self, candidates: Array, dislike: Array | float = 0.0) -> tuple[QRectF, float]:
        """The first that is free and inside, or else that covers the least; and how much of itself that is.

        candidates: (N, 4) left, top, right, bottom. dislike: (N,) what each costs in any case.
        """
        area = np.array([_box(self.area)])
        sizes = (candidates[:, 2] - candidates[:, 0]) * (candidates[:, 3] - candidates[:, 1])
        costs = 4 * (sizes - _shared(candidates, area)[:, 0])  # what is cut off is the worst
        if self.boxes:
            costs += _shared(candidates, np.array(self.boxes)) @ np.array(self.weights)
        costs = costs / sizes + dislike
        k = int(np.argmin(np.round(costs, 3)))
        left, top, right, bottom = candidates[k].tolist()
        return QRectF(left, top, right - left, bottom - top), float(costs[k])

    def take(self, place: QRectF) -> None:
        self.boxes.append(_box(place))
        self.weights.append(_WORD)

    def find(self, candidates: Array) -> QRectF:
        """The best of these; it is taken from now on."""
        place, _ = self.best(candidates)
        self.take(place)
        return place

    def keep_free(self, middle: QPointF, reach: float, weight: float = 1.0) -> None:
        """Nothing should be written nearer to this place than `reach` pixels."""
        x, y = middle.x(), middle.y()
        self.boxes.append((x - reach, y - reach, x + reach, y + reach))
        self.weights.append(weight)

    def keep_line_free(self, frame: Frame, shown: ShownLine) -> None:
        ends = frame.ends(shown.line)
        if ends is not None:
            start, end = frame.place(*ends[0]), frame.place(*ends[1])
            for k in range(13):
                self.keep_free(start + (end - start) * (k / 12), 4)


def _corner_place(frame: Frame, corner: Corner, width: float, taken: _Taken) -> QRectF:
    """Above the corner or below it; where there is little room also away from its neighbour."""
    height = text_height()
    away = height / 2 + (17 if frame.unit >= ROOMY else 13)
    ways = [(0.0, -away), (0.0, away)]
    if frame.unit < ROOMY:
        ways.append(((width / 2 + 16) * (1 if corner.x else -1), 0.0))
    return taken.find(_around(_pair(frame.place(corner.x, corner.y)) + np.array(ways), width + 8, height))


def _arrow_label(frame: Frame, arrow: Arrow, scene: Scene, shown: ShownLine, taken: _Taken) -> Label:
    """w = (0.5, 0.5), near the tip."""
    foot, tip = frame.place(*arrow.foot), frame.place(*arrow.tip)
    for part in (0.25, 0.5, 0.75, 1.0):
        taken.keep_free(foot + (tip - foot) * part, 8)
    text = "w" if frame.unit < ROOMY else weights_text(scene, shown.line.first, shown.line.second)
    width, height = width_of(text, SMALL, True), text_height()
    middles = _pair(tip) + _AROUND_TIP * (width / 2 + 14, height / 2 + 11)
    return Label(taken.find(_around(middles, width + 8, height)), text)


def _line_label(frame: Frame, shown: ShownLine, taken: _Taken) -> Label | None:
    """Which perceptron a line belongs to: on the line, or else right beside it. None where it would hide
    more than it says."""
    ends = frame.ends(shown.line)
    if ends is None or not shown.name:
        return None
    start, end = _pair(frame.place(*ends[0])), _pair(frame.place(*ends[1]))
    height = text_height() + 2
    on_it = start + (end - start) * np.array(_ALONG)[:, None]  # (9, 2)
    aside = np.array((start[1] - end[1], end[0] - start[0])) / max(float(np.hypot(*(end - start))), 1e-9)
    dislike = np.repeat((0.0, _ASIDE), (len(on_it), 2 * len(on_it)))
    best: tuple[float, QRectF, str] | None = None
    for text in _forms(shown.name, _NAME_ROOM * frame.width):
        width = width_of(text, SMALL) + 10
        away = aside * (abs(aside[0]) * width / 2 + abs(aside[1]) * height / 2 + 5)
        boxes = _around(np.concatenate((on_it, on_it + away, on_it - away)), width, height)
        place, cost = taken.best(_moved_inside(frame.area, boxes), dislike)
        if best is None or cost < best[0]:
            best = cost, place, text
        if cost <= _ASIDE:
            break
    if best is None or best[0] > _TOO_MUCH:
        return None
    taken.take(best[1])
    return Label(best[1], best[2])


def _forms(name: str, room: float) -> list[str]:
    """A name as it may be written, the longest first. In "block · unit" the unit says more."""
    *_, last = name.split(" · ")
    forms = [name] if last == name else [name, f"… · {last}"]
    return [each for each in forms if width_of(each, SMALL) <= room] or [_shortened(last, room)]


def _shortened(text: str, room: float) -> str:
    kept = len(text)
    while kept > 1 and width_of(text[:kept] + "…", SMALL) > room:
        kept -= 1
    return text if width_of(text, SMALL) <= room else text[:kept].rstrip() + "…"


def _around(middles: Array, width: float, height: float) -> Array:
    """(N, 2) → (N, 4): rectangles of this size around these places."""
    half = np.array((width / 2, height / 2))
    return np.concatenate((middles - half, middles + half), axis=1)


def _moved_inside(area: QRectF, boxes: Array) -> Array:
    """The same, moved to the sides so that nothing of them is cut off."""
    left, right = area.left() + 3 - boxes[:, 0], boxes[:, 2] - area.right() + 3
    moved = boxes.copy()
    moved[:, 0::2] += (np.maximum(left, 0) - np.maximum(right, 0))[:, None]
    return moved


def _shared(some: Array, others: Array) -> Array:
    """(N, 4), (M, 4) → (N, M): the areas that they have in common."""
    one, other = some[:, None], others[None]
    wide = np.minimum(one[..., 2], other[..., 2]) - np.maximum(one[..., 0], other[..., 0])
    high = np.minimum(one[..., 3], other[..., 3]) - np.maximum(one[..., 1], other[..., 1])
    return np.asarray(np.maximum(wide, 0) * np.maximum(high, 0))


def _box(place: QRectF) -> Box:
    return place.left(), place.top(), place.right(), place.bottom()


def _pair(place: QPointF) -> Array:
    return np.array((place.x(), place.y()))
