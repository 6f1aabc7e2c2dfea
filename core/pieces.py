"""The plane of two inputs, cut into pieces inside which no perceptron changes its mind.

A perceptron that reads two inputs cuts the plane along a straight line. Where no line is crossed,
none of them changes its mind, and whatever is built on top of them says one thing, too. So none has to
be asked at every pixel:

1. Go along a row of pixels. The sum of a perceptron only grows on the way, or only falls: it turns from
   0 to 1 or from 1 to 0 once at most. Where, is found by asking at few pixels.
2. Between one turn and the next lies a run of pixels at which all of them say the same. A row of 400
   pixels and 20 lines has at most 21 runs.
3. Runs at which they say the same make one piece of the plane: m lines make at most 1 + m + m·(m-1)/2.
   What is built on top is asked once for each piece: arrays of a few hundred numbers, not of a million.
4. In the end every run gets the answer of its piece.

A perceptron that reads inputs and others as well has a line for each of their answers. It cuts the
runs once more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.circuit_opened import Opened
from core.perceptron import weighted_sum
from core.shapes import Array, Labels

_BITS = 5  # so many perceptrons are taken together when pieces are numbered
_CANCELLED = 1e-6  # weights whose sum is below this part of their sizes


@dataclass(frozen=True, eq=False)
class Pieces:
    """The plane cut into runs of pixels, and which runs make one piece.

    first: (W,) ascending, along x. second: (H,), along y. across, along: the numbers of the signals
    that have these values (None where there is none).
    row, begin, end: (R,) of each run: its row, its first column, and the one after its last.
    piece: (R,) the number of its piece. sample: (P,) a run of each piece.
    """

    first: Array
    second: Array
    axes: tuple[int | None, int | None]
    row: Labels
    begin: Labels
    end: Labels
    piece: Labels
    sample: Labels

    def reads_axis(self, perceptron: Opened) -> bool:
        return any(k in self.axes for k in perceptron.signals)

    def spread(self, values: Array) -> Array:
        """To every pixel what its piece has. values: (P,), or () for all. Returns (H, W)."""
        shape = (self.second.size, self.first.size)
        if values.ndim == 0:
            return np.full(shape, values)
        return np.repeat(values[self.piece], self.end - self.begin).reshape(shape)


def uncut(first: Array, second: Array, axes: tuple[int | None, int | None]) -> Pieces:
    """The plane in one piece: its runs are the rows."""
    rows = np.arange(second.size)
    zero = np.zeros_like(rows)
    return Pieces(first, second, axes, rows, zero, zero + first.size, zero, zero[:1])


def cut(
    pieces: Pieces, perceptrons: Sequence[Opened], values: Mapping[int, Array]
) -> tuple[Pieces, list[Array], Labels]:
    """Cut the plane along the lines of perceptrons that read at least one of its axes.

    values: what their other signals are in each piece, (P,) or () each, by number.
    Returns the smaller pieces, what each of the perceptrons says in each of them ((P,) float64, 0 or 1),
    and for each the piece that it was cut from.
    """
    if any(wavers(pieces, each) for each in perceptrons):
        pieces = _single_pixels(pieces)
    width = pieces.first.size
    turns = [_turn(pieces, each, values) for each in perceptrons]
    old = pieces.row * width + pieces.begin  # (R,) the pixels where runs begin so far, counted row by row
    begins_old = np.zeros(pieces.second.size * width, dtype=bool)
    begins_old[old] = True
    begins = begins_old.copy()
    for turn in turns:
        begins[turn.pixels] = True
    new = np.flatnonzero(begins)  # (R',)
    run_at = np.empty(begins.size, dtype=np.intp)  # the run that begins at a pixel; elsewhere anything
    run_at[new] = np.arange(new.size)
    parent = np.cumsum(begins_old[new]) - 1  # (R',) the run that each was cut from
    row = pieces.row[parent]
    end = np.append(new[1:], begins.size) - row * width
    was = pieces.piece[parent]
    piece = _numbered(was, pieces.sample.size, turns, run_at[old], run_at)
    sample = np.empty(piece.max(initial=-1) + 1, dtype=np.intp)  # (P',)
    sample[piece] = np.arange(piece.size)
    smaller = Pieces(pieces.first, pieces.second, pieces.axes, row, new - row * width, end, piece, sample)
    said = [turn.said(parent[sample], new[sample]).astype(np.float64) for turn in turns]
    return smaller, said, was[sample]


def half_plane(pieces: Pieces, perceptron: Opened, values: Mapping[int, Array]) -> Array:
    """What a perceptron says that is built on no other, at every pixel. Returns (H, W) float32.

    In each run it says one thing up to its turn, and the other one from there on. So there is nothing to
    be numbered. Not for one that wavers.
    """
    turn = _turn(pieces, perceptron, values)
    at = turn.pixel - pieces.row * pieces.first.size  # (R,) the column of the turn, or the end
    said = np.array((turn.at_first, turn.at_last), dtype=np.float32)  # (2, R)
    lengths = np.array((at - pieces.begin, pieces.end - at))  # (2, R)
    return np.repeat(said.T.ravel(), lengths.T.ravel()).reshape(pieces.second.size, pieces.first.size)


@dataclass(frozen=True, eq=False)
class _Turn:
    """Where a perceptron changes its mind: what it says at the beginning of each run and at the end, (R,)
    bool, and the pixel from which on it says the second, (R,), counted row by row."""

    at_first: Array
    at_last: Array
    pixel: Labels

    @property
    def pixels(self) -> Labels:
        return self.pixel[self.at_first != self.at_last]

    def said(self, runs: Labels, pixels: Labels) -> Array:
        """What it says at pixels of these runs."""
        return np.where(pixels < self.pixel[runs], self.at_first[runs], self.at_last[runs])


def _turn(pieces: Pieces, perceptron: Opened, values: Mapping[int, Array]) -> _Turn:
    """Find the turn in every run.

    The sum s at the first pixel and t at the last tell where the line crosses: after s / (s - t) of the
    way. That is right but for rounding. So ask the pixel there and the one before it, and where that was
    not enough, halve what is left.
    """
    ends = np.array((pieces.begin, pieces.end - 1))  # (2, R)
    s, t = _sums(pieces, perceptron, values, slice(None), ends)  # (R,) each
    at_first, at_last = s > 0, t > 0
    turning = np.flatnonzero(at_first != at_last)
    pixel = pieces.row * pieces.first.size + pieces.end  # (R,) beyond the run: no turn
    if turning.size == 0:
        return _Turn(at_first, at_last, pixel)
    (low, high), wanted = ends[:, turning], at_last[turning]  # it turns after low, at high or before
    way = s[turning] / (s[turning] - t[turning])
    from_x, to_x = pieces.first[low], pieces.first[high]
    x = from_x + way * (to_x - from_x)
    guess = np.minimum(np.maximum(pieces.first.searchsorted(x), low + 1), high)
    near = np.array((guess - 1, guess))
    before, there = (_sums(pieces, perceptron, values, turning, near) > 0) == wanted
    low = np.where(before, low, np.where(there, guess - 1, guess))
    high = np.where(before, guess - 1, np.where(there, guess, high))
    while (high - low > 1).any():
        guess = (low + high) // 2
        turned = (_sums(pieces, perceptron, values, turning, guess) > 0) == wanted
        low, high = np.where(turned, low, guess), np.where(turned, guess, high)
    pixel[turning] = pieces.row[turning] * pieces.first.size + high
    return _Turn(at_first, at_last, pixel)


def _sums(
    pieces: Pieces, perceptron: Opened, values: Mapping[int, Array], runs: Labels | slice, columns: Labels
) -> Array:
    """The sums of a perceptron in these columns of these runs, to the last bit as `run` has them.

    columns: (R,), or (2, R) for two of each run. Returns the same shape.
    """
    signals = []
    for number in perceptron.signals:
        if number == pieces.axes[0]:
            signals.append(pieces.first[columns])
        elif number == pieces.axes[1]:
            signals.append(pieces.second[pieces.row[runs]])
        else:
            value = values[number]
            signals.append(value[pieces.piece[runs]] if value.ndim else value)
    total = weighted_sum(signals, perceptron.weights, perceptron.bias)
    return total if total.shape == columns.shape else np.broadcast_to(total, columns.shape)


def _numbered(was: Labels, count: int, turns: Sequence[_Turn], old: Labels, run_at: Labels) -> Labels:
    """Number the pieces: runs get the same number where they had the same (`was`), and all say the same.

    What is said in a run is written down as the bits of a number. From one run to the next a bit flips
    where a perceptron turns, and perhaps where a new row begins.
    """
    piece = was
    for start in range(0, len(turns), _BITS):
        flips = np.zeros(was.size, dtype=np.intp)
        for bit, turn in enumerate(turns[start : start + _BITS]):
            before = np.concatenate(([False], turn.at_last[:-1]))
            flips[old[turn.at_first != before]] ^= 1 << bit
            flips[run_at[turn.pixels]] ^= 1 << bit
        codes = (piece << _BITS) + np.bitwise_xor.accumulate(flips)
        used = np.zeros(count << _BITS, dtype=bool)
        used[codes] = True
        which = np.flatnonzero(used)
        numbers = np.empty(used.size, dtype=np.int32)
        numbers[which] = np.arange(which.size)
        piece, count = numbers[codes], which.size
    return piece


def wavers(pieces: Pieces, perceptron: Opened) -> bool:
    """Whether it may turn more than once in a row: it reads the input with both signs, and they cancel.

    What is left of the sum is then above or below the limit of rounding errors, which itself rises to both
    sides of 0.
    """
    weights = [w for k, w in zip(perceptron.signals, perceptron.weights, strict=True) if k == pieces.axes[0]]
    sizes = sum(map(abs, weights))
    return min(weights, default=0) < 0 < max(weights, default=0) and abs(sum(weights)) <= _CANCELLED * sizes


def _single_pixels(pieces: Pieces) -> Pieces:
    """The same pieces with every pixel as a run of its own: slow, and right for every perceptron."""
    length = pieces.end - pieces.begin
    column = np.tile(np.arange(pieces.first.size), pieces.second.size)
    piece = np.repeat(pieces.piece, length)
    sample = np.empty_like(pieces.sample)
    sample[piece] = np.arange(piece.size)
    return Pieces(
        pieces.first,
        pieces.second,
        pieces.axes,
        np.repeat(pieces.row, length),
        column,
        column + 1,
        piece,
        sample,
    )
