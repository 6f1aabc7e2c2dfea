"""Where the drawn curves can be taken hold of, and what neuron comes of it."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from PySide6.QtCore import QPointF

from core.neuron import Neuron, moved_sideways, stretched_to, turned_at
from gui.panels.activation_curves.model import STEEPEST, Curves
from gui.panels.activation_curves.readings import Reading, read, value
from gui.panels.activation_curves.view import Frame

GRASP = 8.0  # px: so near the probe, a curve or a grip, is on it
_REACH = 84.0  # px: of the tangent, to both sides
_NEAREST = 2.0  # px: the end of a tangent is never nearer to the upright through the probe

Kind = Literal["turn", "pull"]


@dataclass(frozen=True)
class Grip:
    """A hand on a curve. "pull": on the curve of `key`, at x. "turn": on an end of the tangent, which is
    on this side (1: right, -1: left) of the probe. `neuron` is what it was before."""

    kind: Kind
    key: str
    x: float
    neuron: Neuron
    side: int = 1


def ends_of_tangent(frame: Frame, reading: Reading) -> tuple[QPointF, ...]:
    """The two ends of the tangent, none where there is no slope."""
    if not reading.has_slope:
        return ()
    x0, y0, x1, y1 = frame.tangent(reading.x, reading.value, reading.slope, _REACH)
    return QPointF(x0, y0), QPointF(x1, y1)


def curve_at(state: Curves, frame: Frame, place: QPointF) -> str:
    """The shown function whose curve is nearest to this place, "" where none is near."""
    gaps = {key: _distance(state, frame, key, place) for key in state.shown}
    nearest = min(gaps, key=lambda key: (gaps[key], key != state.focus), default="")
    return nearest if nearest and gaps[nearest] <= GRASP else ""


def _distance(state: Curves, frame: Frame, key: str, place: QPointF) -> float:
    """In px, from a place to the curve: where that is steep, to its nearest piece beside."""
    columns = place.x() + np.arange(-GRASP, GRASP + 1)
    rows = frame.row(value(key, frame.x_at(columns), state.neuron))
    inside = (rows >= frame.top) & (rows <= frame.top + frame.height)
    there = np.flatnonzero(np.isfinite(rows) & inside)
    if there.size == 0:
        return math.inf
    return float(np.hypot(columns[there] - place.x(), rows[there] - place.y()).min())


def grip_at(state: Curves, frame: Frame, place: QPointF) -> Grip | None:
    """What a hand takes hold of there; None: neither a curve nor an end of the tangent."""
    if state.focus and frame.view.contains_x(state.probe):
        reading = read(state.focus, state.probe, state.neuron)
        for side, end in zip((-1, 1), ends_of_tangent(frame, reading), strict=False):
            if reading.inner and (end - place).manhattanLength() <= GRASP:
                return Grip("turn", state.focus, state.probe, state.neuron, side)
    key = curve_at(state, frame, place)
    return Grip("pull", key, frame.x_at(place.x()), state.neuron) if key and state.neuron.weight else None


def pulled(grip: Grip, frame: Frame, place: QPointF, *, steeper: bool) -> Neuron:
    """The neuron whose curve, or tangent, is where the hand is now. steeper: w rather than b."""
    if grip.kind == "turn":
        return _turned(grip, frame, place)
    x = frame.x_at(place.x())
    if steeper:
        return stretched_to(grip.neuron, grip.x, x, STEEPEST)
    return moved_sideways(grip.neuron, x - grip.x)


def _turned(grip: Grip, frame: Frame, place: QPointF) -> Neuron:
    reading = read(grip.key, grip.x, grip.neuron)
    across = grip.side * max(grip.side * (place.x() - float(frame.column(grip.x))), _NEAREST)
    up = float(frame.row(reading.value)) - place.y()
    slope = up * frame.y_per_pixel / (across * frame.x_per_pixel)
    weight = min(max(slope / reading.inner, -STEEPEST), STEEPEST)
    return turned_at(grip.neuron, grip.x, weight)
