"""Perceptrons: what one of them decides, what two layers of them decide, and how one learns.

A perceptron fires (1) when the weighted sum of its inputs, plus a bias, is above 0; otherwise it
stays quiet (0). In the plane of two inputs that is a straight line with "fires" on one side.
Some jobs are done by no straight line; `separating_line` tells, and shows why.

Source: Deep Learning from Scratch, chapter 2.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.errors import ShapeError, ValueRangeError
from core.hulls import nearest_points
from core.shapes import Array, check_shape

ROUNDING = 1e-12  # what is left of a sum below this part of what was added up is rounding error
TOUCHING = 1e-9  # hulls that are closer than this part of the largest distance count as meeting
SAME = 1e-6  # sums that differ by less than this part of the margin are equally far from the line
MOST_INPUTS = 16  # of a truth table: 65,536 rows
MOST_DECIMALS = 290  # that numbers are cut after; NumPy takes them times 10 to this power


def weighted_sum(inputs: Sequence[Array], weights: Sequence[float], bias: float) -> Array:
    """The sum that decides whether a perceptron fires.

    w₁·x₁ + w₂·x₂ + … + b

    The book fires above 0 only, so a sum of exactly 0 must be told from one just above. In floating
    point 0.1 + 0.2 - 0.3 is 0.00000000000000006: a sum that is smaller than 10⁻¹² of the sizes of
    what was added up is therefore taken as the 0 that it stands for. (An infinite one is not smaller.)

    inputs: one array for each weight, all of one shape (...). Returns (...) float64; a single
    number where there are no inputs.
    """
    total = np.asarray(bias + 0.0, dtype=np.float64)  # (), and never -0.0
    added_up = np.abs(total)
    for x, w in zip(inputs, weights, strict=True):
        part = w * x  # (...)
        total = total + part
        added_up = added_up + np.abs(part)
    return np.where(np.abs(total) < ROUNDING * added_up, 0.0, total)


@dataclass(frozen=True)
class Perceptron:
    """A neuron that fires or does not.

    y = 1 if w₁·x₁ + w₂·x₂ + … + b > 0, else 0

    weights: one for each input, how much it counts. bias: how easily it fires.
    Raises ValueRangeError where there are no weights, or a number is not finite.
    Source: Deep Learning from Scratch, section 2.3.
    """

    weights: tuple[float, ...]
    bias: float

    def __post_init__(self) -> None:
        if not self.weights:
            raise ValueRangeError("weights", got=self.weights, expected="at least one")
        if not np.isfinite((*self.weights, self.bias)).all():
            raise ValueRangeError("weights", got=(*self.weights, self.bias), expected="finite")

    @property
    def threshold(self) -> float:
        """θ = -b: how large the weighted inputs have to be together before it fires (section 2.1)."""
        return 0.0 - self.bias  # and not -0.0 where the bias is 0

    def sum(self, x: Array) -> Array:
        """The weighted sum that decides.

        w₁·x₁ + w₂·x₂ + … + b

        A sum that is 0 but for rounding errors counts as 0: see `weighted_sum`.

        x: (..., n) inputs. Returns (...) float64.
        Raises ShapeError where the last axis does not have one number for each weight.
        """
        x = np.asarray(x, dtype=np.float64)
        w = np.array(self.weights, dtype=np.float64)  # (n,)
        if x.shape[-1:] != w.shape:
            raise ShapeError("x", got=x.shape, expected=("...", w.size))
        return weighted_sum([x[..., k] for k in range(w.size)], self.weights, self.bias)

    def output(self, x: Array) -> Array:
        """Whether it fires: 1 where the sum is above 0, else 0.

        x: (..., n) inputs. Returns (...) float64. Raises ShapeError as `sum` does.
        """
        return np.asarray(self.sum(x) > 0, dtype=np.float64)


@dataclass(frozen=True)
class TwoLayers:
    """Perceptrons side by side that look at the inputs, and one that looks at them.

    This is what a single perceptron cannot do: bend the line.

    Raises ShapeError where the hidden ones differ in their number of inputs, or the last one does
    not have a weight for each of them, and ValueRangeError where there is no hidden one.
    Source: Deep Learning from Scratch, section 2.5.
    """

    hidden: tuple[Perceptron, ...]
    last: Perceptron

    def __post_init__(self) -> None:
        if not self.hidden:
            raise ValueRangeError("hidden", got=0, expected=">= 1")
        inputs = len(self.hidden[0].weights)
        for perceptron, expected in (
            *((each, inputs) for each in self.hidden),
            (self.last, len(self.hidden)),
        ):
            if len(perceptron.weights) != expected:
                raise ShapeError("weights", got=(len(perceptron.weights),), expected=(expected,))

    def hidden_outputs(self, x: Array) -> Array:
        """What the perceptrons of the first layer say. x: (..., n). Returns (..., m), one for each."""
        return np.stack([perceptron.output(x) for perceptron in self.hidden], axis=-1)

    def output(self, x: Array) -> Array:
        """What the last perceptron says to that. x: (..., n). Returns (...), 0 or 1."""
        return self.last.output(self.hidden_outputs(x))


AND = Perceptron((0.5, 0.5), -0.7)
NAND = Perceptron((-0.5, -0.5), 0.7)
OR = Perceptron((0.5, 0.5), -0.2)
XOR = TwoLayers((NAND, OR), AND)


def truth_table(inputs: int) -> Array:
    """Every combination of zeros and ones, the first input changing fastest, as in the book.

    truth_table(2) is (0, 0), (1, 0), (0, 1), (1, 1).

    Returns (2ⁿ, n) float64. Raises ValueRangeError where n is not from 1 to 16.
    Source: Deep Learning from Scratch, section 2.2.
    """
    if not 1 <= inputs <= MOST_INPUTS:
        raise ValueRangeError("inputs", got=inputs, expected=f"1..{MOST_INPUTS}")
    rows = np.arange(2**inputs)[:, None]  # (2ⁿ, 1)
    return ((rows >> np.arange(inputs)) & 1).astype(np.float64)  # digit k of the number of the row


def check_examples(points: Array, targets: Array) -> tuple[Array, Array]:
    """Points and what should become of them, as float64 arrays.

    points: (M, n). targets: (M,), each 0 or 1.
    Raises ShapeError where they do not fit together, ValueRangeError where there are none, a
    coordinate is not finite, or a target is neither 0 nor 1.
    """
    points, targets = np.asarray(points, dtype=np.float64), np.asarray(targets, dtype=np.float64)
    check_shape("points", points, ("M", "n"))
    check_shape("targets", targets, (len(points),))
    if points.size == 0:
        raise ValueRangeError("points", got=points.shape, expected=">= 1")
    if not np.isfinite(points).all():
        raise ValueRangeError("points", got=float(points[~np.isfinite(points)][0]), expected="finite")
    neither = targets[(targets != 0) & (targets != 1)]
    if neither.size:
        raise ValueRangeError("targets", got=float(neither[0]), expected="0, 1")
    return points, targets


@dataclass(frozen=True)
class LearningStep:
    """One row of the table was looked at.

    `epoch` counts the rounds through the table from 1; `row` is the place of the row in it.
    `perceptron` is the one after the step: a new one where the row was `wrong`, else the same.
    `errors` says how many rows of this round were wrong so far.
    """

    epoch: int
    row: int
    wrong: bool
    errors: int
    perceptron: Perceptron


def learn(
    perceptron: Perceptron, points: Array, targets: Array, *, rate: float = 0.1, epochs: int = 100
) -> Iterator[LearningStep]:
    """The perceptron's own way to learn: look at row after row, and mend what is wrong.

    w ← w + η · (t - y) · x,   b ← b + η · (t - y)

    A row that should fire and does not turns the weights towards it; one that fires and should not
    turns them away. If any line can separate the points, this finds one after finitely many steps.
    A weight that is 0 but for rounding errors is 0: 0.3 - 0.1 - 0.1 - 0.1 would be -0.00000000000000003.

    points: (M, n). targets: (M,), 0 or 1. Stops after a round without an error, or after `epochs`
    rounds. Yields a LearningStep for every row.
    Raises what `check_examples` raises, ShapeError where the points do not fit the perceptron, and
    ValueRangeError where rate or epochs are not above 0.
    Source: Rosenblatt, Principles of neurodynamics (1962); Novikoff, On convergence proofs for
    perceptrons (1962).
    """
    points, targets = check_examples(points, targets)
    check_shape("points", points, ("M", len(perceptron.weights)))
    for name, number in (("rate", rate), ("epochs", epochs)):
        if not 0 < number < np.inf:
            raise ValueRangeError(name, got=number, expected="> 0")
    for epoch in range(1, epochs + 1):
        errors = 0
        for row, (x, t) in enumerate(zip(points, targets, strict=True)):
            error = float(t - perceptron.output(x))  # 1: should have fired, -1: should not have
            if error:
                errors += 1
                before = np.array([*perceptron.weights, perceptron.bias])  # (n + 1,)
                w = _moved(before, rate * error * np.array([*x, 1.0]))  # (n + 1,)
                perceptron = Perceptron(tuple(w[:-1].tolist()), float(w[-1]))
            yield LearningStep(epoch, row, bool(error), errors, perceptron)
        if not errors:
            return


def _moved(numbers: Array, steps: Array) -> Array:
    """numbers + steps, and 0 where no more than the rounding error is left of the two. (n,), (n,) -> (n,)."""
    after = numbers + steps
    return np.where(np.abs(after) <= ROUNDING * np.abs(steps), 0.0, after)


@dataclass(frozen=True)
class SeparatingLine:
    """A line (with three inputs a plane, and so on) with all ones on one side and all zeros on the other.

    Of all such lines it is the one that keeps the greatest distance to the points: `margin`, on
    either side. `support` names the places of the points that lie just so far. The weights are
    scaled so that the sum is 1 or -1 there.

    Where all targets are the same no line is needed: the weights are 0, the bias decides, the
    margin is infinite, and no point supports it.
    """

    perceptron: Perceptron
    margin: float
    support: tuple[int, ...]


@dataclass(frozen=True)
class MeetingHulls:
    """Why there is no separating line: `point` is a weighted mean of ones, and of zeros as well.

    `shares` gives the weight of every example in it: 0 or more; those of the ones sum to 1, and so
    do those of the zeros. A sum that is above 0 at all ones would be above 0 at the point, too, and
    one that is at most 0 at all zeros would be at most 0 there. No sum is both.
    """

    point: tuple[float, ...]
    shares: tuple[float, ...]


def separating_line(points: Array, targets: Array) -> SeparatingLine | MeetingHulls:
    """Can one perceptron do it? The line that does it best, or the proof that none does.

    The best line stands upright in the middle between the closest points p and q of the hull of the
    ones and the hull of the zeros:

    w = 2·(p - q) / |p - q|²,   b = -w·(p + q)/2,   margin = |p - q| / 2

    points: (M, n), up to a few dozen. targets: (M,), 0 or 1.
    Raises what `check_examples` raises.
    Source: Bennett, Bredensteiner, Duality and geometry in SVM classifiers (2000).
    """
    points, targets = check_examples(points, targets)
    fires = targets == 1  # (M,)
    if fires.all() or not fires.any():
        constant = Perceptron((0.0,) * points.shape[1], 1.0 if fires.all() else -1.0)
        return SeparatingLine(constant, np.inf, ())
    scale = 2.0 ** (math.frexp(float(np.abs(points).max()))[1] - 1)  # squares neither vanish nor overflow
    points = points / scale  # exact: a power of 2
    shares = np.empty(len(points))
    shares[fires], shares[~fires] = nearest_points(points[fires], points[~fires])
    p, q = shares[fires] @ points[fires], shares[~fires] @ points[~fires]  # (n,) each
    d = p - q  # (n,) straight across the gap
    distance = math.sqrt(d @ d)
    if distance <= TOUCHING * float(np.ptp(points, axis=0).max()):
        return MeetingHulls(_tidy(p * scale), _tidy(shares))
    w = 2 * d / (d @ d)  # (n,)
    b = -w @ (p + q) / 2
    added_up = np.abs(w) @ (np.abs(p) + np.abs(q)) / 2  # which tells how large a rounding error b may have
    perceptron = Perceptron(_tidy(w / scale), _tidy(np.array([added_up, b]))[-1])
    nearest = np.abs(np.abs(perceptron.sum(points * scale)) - 1) <= SAME  # (M,)
    return SeparatingLine(perceptron, distance / 2 * scale, tuple(np.flatnonzero(nearest).tolist()))


def _tidy(numbers: Array) -> tuple[float, ...]:
    """The numbers without their rounding errors: cut after the twelfth digit of the largest.

    (1.9999999999999996, 0.33333333333333337) becomes (2.0, 0.33333333333).
    """
    largest = float(np.abs(numbers).max())
    decimals = 11 - math.floor(math.log10(largest)) if largest > 0 else 0
    if abs(decimals) > MOST_DECIMALS:
        return tuple(numbers.tolist())
    return tuple((np.round(numbers, decimals) + 0.0).tolist())  # + 0.0 makes 0.0 of -0.0
