"""What a signal of a circuit is over the plane of two of its inputs, and the lines that bound it.

Source: Deep Learning from Scratch, sections 2.4.1 and 2.5.1.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.activations import Activation
from core.circuit import Circuit, Source, Unit
from core.circuit_opened import Opened, opened
from core.firing import Firing, fire
from core.perceptron import weighted_sum
from core.pieces import cut, half_plane, uncut, wavers
from core.shapes import Array, check_shape
from core.slopes import slopes

_STRIP = 2**14  # pixels that any other function is asked at together: what it says fits into the cache


@dataclass(frozen=True, eq=False)
class _Plane:
    """Which inputs lie along x and y, the values there, (W,) and (H,), and what the others are held at."""

    axes: tuple[int, int]
    first: Array
    second: Array
    held: Mapping[int, Array]


def value_grid(
    circuit: Circuit,
    source: Source,
    axes: tuple[int, int],
    held: Sequence[float],
    first: Array,
    second: Array,
    firing: Firing = 0.0,
    *,
    exact: bool = True,
) -> Array:
    """The value of a signal over the plane of two inputs: what `run` says at every point, but faster.

    With the step, the plane is cut into pieces inside which none changes its mind, and each piece is
    asked once: see core.pieces. With softness > 0 there are slopes in place of lines, and every pixel has
    to be asked: see core.slopes. So it has with any other function.

    axes: which input lies along x and which along y; where both are the same, it lies along x.
    held: (n,) the value of every input; those on the axes are not used. first: (W,) along x. second:
    (H,) along y. firing: see core.firing. exact: whether the step may not differ, where a sum is
    all but 0; if it may, few pixels of many perceptrons are sooner done.
    Returns (H, W) float32: of a perceptron with the step exactly as `run` has it, of all else but for
    rounding to float32. Where a function has no value it is nan.
    Raises CircuitError where the circuit has no such signal, ShapeError where held does not have one
    number for each input, or first or second has other than one axis.
    """
    first, second = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    values = np.asarray(held, dtype=np.float64)
    check_shape("held", values, (len(circuit.inputs),))
    check_shape("first", first, ("W",))
    check_shape("second", second, ("H",))
    perceptrons, number = opened(circuit, source)
    if number is None or not (first.size and second.size):
        return np.zeros((second.size, first.size), dtype=np.float32)
    others = {k: np.asarray(value) for k, value in enumerate(values) if k not in axes}
    if isinstance(firing, Activation):
        return _everywhere(perceptrons, number, _Plane(axes, first, second, others), firing)
    if firing > 0 or not exact:
        known = {**others, axes[1]: second[:, None], axes[0]: first}
        return slopes(perceptrons, number, known, (second.size, first.size), firing)
    if (first[1:] >= first[:-1]).all():
        return _regions(perceptrons, number, _Plane(axes, first, second, others))
    order = np.argsort(first, kind="stable")  # what goes along a row has to go one way
    grid = np.empty((second.size, first.size), dtype=np.float32)
    grid[:, order] = _regions(perceptrons, number, _Plane(axes, first[order], second, others))
    return grid


def _regions(perceptrons: Sequence[Opened], number: int, plane: _Plane) -> Array:
    """The values of a signal where the step decides. First all lines at once, then what is built on them."""
    shape = (plane.second.size, plane.first.size)
    for axis, values_there in zip(plane.axes, (plane.first, plane.second[:, None]), strict=True):
        if number == axis:
            return np.broadcast_to(values_there, shape).astype(np.float32)
    pieces = uncut(plane.first, plane.second, plane.axes)
    values = dict(plane.held)
    lines = [
        each
        for each in perceptrons
        if pieces.reads_axis(each) and each.reads_inputs_only and not wavers(pieces, each)
    ]
    if len(perceptrons) == len(lines) == 1:
        return half_plane(pieces, lines[0], values)
    pieces, said, _ = cut(pieces, lines, values)
    values.update(zip((each.number for each in lines), said, strict=True))
    last = _last_readers(perceptrons)
    for place, each in enumerate(perceptrons):
        if each.number in values:
            continue
        if pieces.reads_axis(each):
            pieces, said, was = cut(pieces, [each], values)
            values = {
                k: value[was] if value.ndim else value
                for k, value in values.items()
                if k == number or last.get(k, -1) > place
            }
            values[each.number] = said[0]
        else:
            signals = [values[k] for k in each.signals]
            values[each.number] = fire(weighted_sum(signals, each.weights, each.bias))
    return pieces.spread(values[number].astype(np.float32))


@np.errstate(all="ignore")
def _everywhere(perceptrons: Sequence[Opened], number: int, plane: _Plane, h: Activation) -> Array:
    """The values of a signal where any function decides: the sums of every pixel, strip after strip.

    What is the same in a whole row or column, (H, 1) or (W,), is worked out once for it.
    """
    grid = np.empty((plane.second.size, plane.first.size), dtype=np.float32)
    deep = max(_STRIP // plane.first.size, 1)
    for top in range(0, plane.second.size, deep):
        strip = slice(top, top + deep)
        values = {**plane.held, plane.axes[1]: plane.second[strip, None], plane.axes[0]: plane.first}
        for each in perceptrons:
            signals = [values[k] for k in each.signals]
            values[each.number] = fire(weighted_sum(signals, each.weights, each.bias), h)
        grid[strip] = values[number]
    return grid


def _last_readers(perceptrons: Sequence[Opened]) -> dict[int, int]:
    """For each signal that is read, the place of the last perceptron that does so."""
    return {k: place for place, each in enumerate(perceptrons) for k in each.signals}


@dataclass(frozen=True)
class Line:
    """Where the sum of a perceptron is 0: first·x + second·y + constant = 0, and above 0 on one side.

    There is no such line where first and second are both 0.
    """

    first: float
    second: float
    constant: float


def line_of(circuit: Circuit, key: str, axes: tuple[int, int], held: Sequence[float]) -> Line | None:
    """The line of a perceptron that reads inputs only, in the plane of two of them.

    first = sum of the weights of what reads x, second = of what reads y,
    constant = b + the sum of w·value of what reads a held input

    axes, held: see `value_grid`. None where it reads other nodes, or reads nothing at all; for a part that
    is no perceptron, too.
    """
    unit = circuit.parts.get(key)
    if not isinstance(unit, Unit):
        return None
    perceptrons, _ = opened(circuit, Source(key))
    return _line(perceptrons[-1], axes, held)


def lines_of(
    circuit: Circuit, source: Source, axes: tuple[int, int], held: Sequence[float]
) -> tuple[tuple[str, Line], ...]:
    """The lines of all perceptrons that read inputs only and have a say in a signal, with their keys.

    One inside a block has the keys of the blocks in front of its own: "block/unit".
    Raises CircuitError where the circuit has no such signal.
    """
    perceptrons, _ = opened(circuit, source)
    lines = ((each.key, _line(each, axes, held)) for each in perceptrons)
    return tuple((key, line) for key, line in lines if line is not None)


def _line(perceptron: Opened, axes: tuple[int, int], held: Sequence[float]) -> Line | None:
    if not (perceptron.signals and perceptron.reads_inputs_only):
        return None
    first, second, constant = [0.0], [0.0], [perceptron.bias]
    for k, w in zip(perceptron.signals, perceptron.weights, strict=True):
        if k == axes[0]:
            first.append(w)
        elif k == axes[1]:
            second.append(w)
        else:
            constant.append(w * held[k])
    return Line(math.fsum(first), math.fsum(second), math.fsum(constant))


def ends_in(
    line: Line, x: tuple[float, float], y: tuple[float, float]
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The two ends of the piece of a line that lies in a rectangle, None where it passes by.

    Begin at the foot of the perpendicular from the middle of the rectangle and go both ways. Each pair
    of sides says from where to where the line is between them.

    x, y: from the lower to the upper side.
    Source: Liang and Barsky, A new concept and method for line clipping (1984).
    """
    length = math.hypot(line.first, line.second)
    if length == 0:
        return None
    across, up = line.first / length, line.second / length  # upright on the line, of length 1
    middle = ((x[0] + x[1]) / 2, (y[0] + y[1]) / 2)
    distance = across * middle[0] + up * middle[1] + line.constant / length
    foot = (middle[0] - distance * across, middle[1] - distance * up)
    begin, end = -math.inf, math.inf
    for at, step, (low, high) in zip(foot, (-up, across), (x, y), strict=True):
        if step == 0:
            if not low <= at <= high:
                return None
            continue
        here, there = sorted(((low - at) / step, (high - at) / step))
        begin, end = max(begin, here), min(end, there)
    if begin >= end:
        return None
    return _inside(foot, begin, (-up, across), x, y), _inside(foot, end, (-up, across), x, y)


def _inside(
    foot: tuple[float, float],
    steps: float,
    step: tuple[float, float],
    x: tuple[float, float],
    y: tuple[float, float],
) -> tuple[float, float]:
    """So many steps from the foot, and not outside of the rectangle by an error of rounding."""
    return (
        min(max(foot[0] + steps * step[0], x[0]), x[1]),
        min(max(foot[1] + steps * step[1], y[0]), y[1]),
    )
