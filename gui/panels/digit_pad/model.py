"""What is on the pad, as frozen values: strokes, the pen, and what the network answers.

Points and widths are in units of the canvas side: (0, 0) is the top left corner, (1, 1) the bottom
right one. A drawing is therefore the same at every size of the window.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np

from core.shapes import Array

PEN_WIDTH = 0.075
THINNEST_PEN, THICKEST_PEN = 0.03, 0.15
LIGHTEST, HEAVIEST = 0.4, 1.6  # what no pressure and full pressure make of the pen's width
MARGIN = 0.25  # how far outside of the canvas a pen is still followed
STEP = 0.0025  # a pen that moved less has not moved
MAX_POINTS = 20_000  # of a drawing that is kept until the next start
SURE = 0.5  # an answer with less than this is not one

_DECIMALS = 4  # a tenth of a pixel on a canvas of a thousand: what is kept is what was drawn
_WIDTHS = (THINNEST_PEN * LIGHTEST, THICKEST_PEN * HEAVIEST)


class Point(NamedTuple):
    """Where the pen was, and how wide it drew there."""

    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Stroke:
    """The way of the pen from going down to going up; with `erase` it takes ink away."""

    points: tuple[Point, ...]
    erase: bool = False


@dataclass(frozen=True)
class PadState:
    """All that the learner made and can undo."""

    strokes: tuple[Stroke, ...] = field(default=())
    pen_width: float = PEN_WIDTH

    def with_stroke(self, stroke: Stroke) -> "PadState":
        return replace(self, strokes=(*self.strokes, stroke))

    def without_last_stroke(self) -> "PadState":
        return replace(self, strokes=self.strokes[:-1])

    def cleared(self) -> "PadState":
        return replace(self, strokes=())

    def with_pen_width(self, width: float) -> "PadState":
        return replace(self, pen_width=round(_clamp(width, THINNEST_PEN, THICKEST_PEN), _DECIMALS))


def point(x: float, y: float, width: float) -> Point:
    """A point of a stroke, rounded as it is kept, and never far outside of the canvas."""
    return Point(
        round(_clamp(x, -MARGIN, 1 + MARGIN), _DECIMALS),
        round(_clamp(y, -MARGIN, 1 + MARGIN), _DECIMALS),
        round(_clamp(width, *_WIDTHS), _DECIMALS),
    )


def pressed_width(pen_width: float, pressure: float) -> float:
    """How wide a pen draws that is pressed with 0 to 1. Half the pressure gives the width that was chosen."""
    return pen_width * (LIGHTEST + (HEAVIEST - LIGHTEST) * _clamp(pressure, 0.0, 1.0))


def has_moved(last: Point, new: Point) -> bool:
    """Far enough, or pressed differently enough, for one more point."""
    return math.hypot(new.x - last.x, new.y - last.y) >= STEP or abs(new.width - last.width) >= STEP


def _clamp(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


# The line through the points


class Piece(NamedTuple):
    """A part of a stroke: from start past via to end, bent smoothly where it is `curved`."""

    start: tuple[float, float]
    via: tuple[float, float]
    end: tuple[float, float]
    curved: bool
    width: float


def settled_piece(points: tuple[Point, ...] | list[Point], k: int) -> Piece:
    """The line around points[k], which no later point will change.

    It goes from the middle between the point and the one before to the middle between the point and
    the one after. A gentle turn is rounded, a sharp one (more than 60°) stays the corner it was
    meant to be.
    """
    before, here, after = points[k - 1], points[k], points[k + 1]
    start = (before.x, before.y) if k == 1 else _middle(before, here)
    return Piece(start, (here.x, here.y), _middle(here, after), _is_gentle(before, here, after), here.width)


def last_piece(points: tuple[Point, ...] | list[Point]) -> Piece:
    """The straight line up to the last point; a stroke of one point is a dot."""
    last = points[-1]
    end = (last.x, last.y)
    if len(points) == 1:
        return Piece(end, end, end, False, last.width)
    before = points[-2]
    start = (before.x, before.y) if len(points) == 2 else _middle(before, last)
    return Piece(start, end, end, False, last.width)


def pieces(points: tuple[Point, ...]) -> Iterator[Piece]:
    """The whole line of a stroke."""
    for k in range(1, len(points) - 1):
        yield settled_piece(points, k)
    yield last_piece(points)


def _middle(a: Point, b: Point) -> tuple[float, float]:
    return (a.x + b.x) / 2, (a.y + b.y) / 2


def _is_gentle(before: Point, here: Point, after: Point) -> bool:
    """cos(turn) = a·b / (|a||b|) > cos 60°, where a leads to the point and b away from it."""
    ax, ay, bx, by = here.x - before.x, here.y - before.y, after.x - here.x, after.y - here.y
    return ax * bx + ay * by > 0.5 * math.hypot(ax, ay) * math.hypot(bx, by)


# What the network answers


@dataclass(frozen=True)
class Answer:
    """The two digits with the highest probabilities."""

    best: int
    best_probability: float
    second: int
    second_probability: float

    @property
    def is_sure(self) -> bool:
        return self.best_probability >= SURE


def read_answer(prediction: Array) -> Answer:
    """prediction: (10,) probabilities."""
    best, second = (int(k) for k in np.argsort(-prediction, kind="stable")[:2])
    return Answer(best, float(prediction[best]), second, float(prediction[second]))


def percent_text(probability: float) -> str:
    """A probability in percent with one decimal, and never 100, which no answer of softmax reaches.

    0.861 → "86.1", 0.99999 → "99.9"
    """
    return f"{min(probability * 100, 99.9):.1f}"


# Keeping


def to_work(state: PadState) -> dict[str, Any]:
    """The state in plain JSON values. Of an endless scribble the newest strokes are kept."""
    kept: list[dict[str, Any]] = []
    room = MAX_POINTS
    for stroke in reversed(state.strokes):
        room -= len(stroke.points)
        if room < 0:
            break
        kept.append({"erase": stroke.erase, "points": [list(p) for p in stroke.points]})
    return {"pen_width": state.pen_width, "strokes": kept[::-1]}


def from_work(work: dict[str, Any]) -> PadState:
    """What `to_work` gave; whatever is damaged in it is left out."""
    state = PadState()
    if _is_number(work.get("pen_width")):
        state = state.with_pen_width(work["pen_width"])
    found = work.get("strokes")
    strokes: list[Stroke] = []
    room = MAX_POINTS
    for item in found if isinstance(found, list) else []:
        stroke = _stroke_from(item)
        if stroke is not None and len(stroke.points) <= room:
            room -= len(stroke.points)
            strokes.append(stroke)
    return replace(state, strokes=tuple(strokes))


def _stroke_from(item: object) -> Stroke | None:
    if not isinstance(item, dict) or not isinstance(item.get("points"), list):
        return None
    points = [p for p in item["points"] if isinstance(p, list) and len(p) == 3 and all(map(_is_number, p))]
    if not points:
        return None
    return Stroke(tuple(point(*p) for p in points), item.get("erase") is True)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
