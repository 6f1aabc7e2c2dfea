"""A signal over the plane of two inputs where every pixel is asked, as it has to be with the sigmoid.

Four things keep that short:

1. The sum of a perceptron that reads inputs is a row and a column added: w₁·x for each column,
   w₂·y + b for each row. What is the same in a whole row or column is never written out.
2. 1 / (1 + exp(-a)) = (1 + tanh(a / 2)) / 2. A signal that differs in rows and in columns, a wide one, is
   kept as its tanh. Whoever reads it takes half of its weight, and the other half into its bias.
3. Perceptrons that read the same wide signals are asked together: their sums are one matrix product.
4. The plane is gone through in strips of a few rows, all perceptrons in each of them. What the first ones
   said is still in the cache when the last ones read it.

All of it is float32: what is shown has 256 shades. The step can be asked in the same way, but is only as
exact as float32 then; core.pieces is exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from core.activations import sigmoid
from core.circuit_opened import Opened
from core.shapes import Array

_NOTHING = 1e-6  # a sum below this part of the weights may be 0 but for rounding to float32
_STEEPEST = 1e-12  # a softness that nobody can tell from the step, and no float32 overflows with
_STRIP = 2**20  # numbers that are in use at once: about as many as fit into the cache
_FEWEST = 2**14  # pixels of a strip: with fewer, more time goes into the calls than into the numbers


@dataclass(frozen=True, eq=False)
class _Wide:
    """A perceptron whose sum differs in rows and in columns.

    row: () or (W,) and column: () or (H, 1), the part of the sum that does not. reads: the numbers of the
    wide signals that it reads, and weights how much each counts. depth: over how many wide signals it is
    reached.
    """

    number: int
    row: Array
    column: Array
    reads: tuple[int, ...]
    weights: tuple[float, ...]
    depth: int


@dataclass(frozen=True, eq=False)
class _Group:
    """Perceptrons that read the same wide signals, side by side in the strip from `begin` to `end`.

    rows: (m, 1, W) or (m, 1, 1), columns: (m, H, 1) or (m, 1, 1). reads: places in the strip.
    weights: (m, k).
    """

    begin: int
    end: int
    rows: Array
    columns: Array
    reads: slice | list[int]
    weights: Array


def slopes(
    perceptrons: Sequence[Opened],
    number: int,
    known: Mapping[int, Array],
    size: tuple[int, int],
    softness: float,
) -> Array:
    """The signal of this number over the plane. (H, W) float32. softness: see core.circuit.fire.

    known: what is along x as (W,), along y as (H, 1), and what is held as (). size: (H, W).
    """
    thin, wide = _told_apart(perceptrons, known, softness)
    if number in thin:
        return np.broadcast_to(thin[number], size).astype(np.float32)
    groups, places = _grouped(wide)
    return _in_strips(groups, len(wide), places[number], size, is_step=softness <= 0)


def _told_apart(
    perceptrons: Sequence[Opened], known: Mapping[int, Array], softness: float
) -> tuple[dict[int, Array], list[_Wide]]:
    """The signals that are not wide, (), (W,) or (H, 1) each; and the perceptrons whose signals are."""
    scale = 1 / (2 * max(softness, _STEEPEST)) if softness > 0 else 1.0
    thin, wide = dict(known), dict[int, _Wide]()
    for each in perceptrons:
        row, column = np.asarray(each.bias * scale), np.asarray(0.0)  # () or (W,); () or (H, 1)
        counts: dict[int, float] = {}  # of the wide signals
        for k, w in zip(each.signals, each.weights, strict=True):
            part = w * scale
            if k in wide:
                counts[k] = counts.get(k, 0.0) + part / 2
                row = row + part / 2
            elif thin[k].ndim == 2:
                column = column + part * thin[k]
            else:
                row = row + part * thin[k]
        if counts or (row.ndim and column.ndim):
            depth = 1 + max((wide[k].depth for k in counts), default=0)
            reads = tuple(sorted(counts))
            weights = tuple(counts[k] for k in reads)
            if softness <= 0:
                row = row - _least(each)
            wide[each.number] = _Wide(each.number, row, column, reads, weights, depth)
        else:
            thin[each.number] = sigmoid((row + column) * 2) if softness > 0 else _fired(each, row + column)
    return thin, list(wide.values())


def _least(perceptron: Opened) -> float:
    """The sum above which it fires, and not just because of rounding."""
    return _NOTHING * (abs(perceptron.bias) + sum(map(abs, perceptron.weights)))


def _fired(perceptron: Opened, total: Array) -> Array:
    return np.asarray(total > _least(perceptron), dtype=np.float64)


def _grouped(wide: list[_Wide]) -> tuple[list[_Group], dict[int, int]]:
    """Those that are asked together, each group after all that it reads; and the place of each signal."""
    groups, places = list[_Group](), dict[int, int]()
    for (_, reads), found in groupby(
        sorted(wide, key=lambda each: (each.depth, each.reads)), key=lambda each: (each.depth, each.reads)
    ):
        members = list(found)
        begin = len(places)
        places.update((each.number, begin + k) for k, each in enumerate(members))
        rows = [np.atleast_1d(each.row).astype(np.float32)[None, :] for each in members]
        columns = [np.atleast_2d(each.column).astype(np.float32) for each in members]
        groups.append(
            _Group(
                begin,
                len(places),
                np.stack(np.broadcast_arrays(*rows)),
                np.stack(np.broadcast_arrays(*columns)),
                _as_slice([places[k] for k in reads]),
                np.array([each.weights for each in members], dtype=np.float32),
            )
        )
    return groups, places


def _as_slice(places: list[int]) -> slice | list[int]:
    """Places one after the other are a slice: what is there need not be copied."""
    if places and places == list(range(places[0], places[-1] + 1)):
        return slice(places[0], places[-1] + 1)
    return places


def _in_strips(
    groups: Sequence[_Group], count: int, wanted: int, size: tuple[int, int], *, is_step: bool
) -> Array:
    """All groups, strip after strip. Returns what stands in the strip at the place that is wanted."""
    height, width = size
    found = np.empty(size, dtype=np.float32)
    deep = min(max(_STRIP // count, _FEWEST) // width + 1, height)
    strip = np.empty((count, deep * width), dtype=np.float32)
    for top in range(0, height, deep):
        rows = min(deep, height - top)
        said = strip[:, : rows * width]
        for each in groups:
            _sums(each, said, top, rows, width)
            total = said[each.begin : each.end]
            if is_step:
                np.copysign(np.float32(1), total, out=total)  # 1 or -1, as tanh has it where it is steep
            else:
                np.tanh(total, out=total)
        found[top : top + rows] = said[wanted].reshape(rows, width)
    found *= 0.5
    found += 0.5
    return found


def _sums(group: _Group, said: Array, top: int, rows: int, width: int) -> None:
    """Write the sums of a group into its part of a strip, which begins at row `top` of the plane."""
    total = said[group.begin : group.end]  # (m, pixels)
    image = total.reshape(len(total), rows, width)
    once = group.columns if group.columns.shape[1] == 1 else group.columns[:, top : top + rows]
    reads = group.weights.shape[1]
    if reads == 0:
        np.add(group.rows, once, out=image)
        return
    if reads == 1:  # an outer product, for which the product of matrices is slow
        np.multiply(group.weights, said[group.reads], out=total)
    else:
        np.matmul(group.weights, said[group.reads], out=total)
    for part in (group.rows, once):
        if part[0].size > 1:
            image += part
        elif part.any():
            total += part[:, 0]
