"""How the perceptron rule ends: after so many corrections at most, or never, and how to see that.

`core.perceptron.learn` is the rule itself. Where a line can separate the points, the rule finds one, and
Novikoff says how soon. Where none can, the rule goes round in a circle, and `separating_line` gives the
proof that there was nothing to find.

Source: Novikoff, On convergence proofs for perceptrons (1962); Minsky and Papert, Perceptrons (1969),
chapter 11.
"""

import math
from collections.abc import Sequence

import numpy as np

from core.errors import ValueRangeError
from core.hulls import nearest_to_zero
from core.perceptron import MeetingHulls, Perceptron, check_examples
from core.shapes import Array, check_shape

ROUNDING = 1e-9  # weights, or shares of a proof, that differ by less are the same
TOUCHING = 1e-9  # a margin below that is none


def mistakes(perceptron: Perceptron, points: Array, targets: Array) -> int:
    """How many of the points a perceptron gets wrong.

    points: (M, n). targets: (M,), 0 or 1.
    Raises what `check_examples` raises, and ShapeError where the points do not fit the perceptron.
    """
    points, targets = check_examples(points, targets)
    return int((perceptron.output(points) != targets).sum())


def most_corrections(points: Array, targets: Array, start: Perceptron, rate: float) -> float:
    """How many corrections the rule needs at most: Novikoff's bound, for a start anywhere.

    (R / γ)² + 2·|v₀| / (η·γ),   R² = max |x|² + 1,   γ = the widest margin of (w, b) with |w|² + b² = 1

    The bias counts as the weight of an input that is always 1; v₀ is the (w, b) where learning starts.
    From zeros the second part is 0, and the rate η does not matter. Why: let u be the (w, b) with the
    widest margin. Each correction adds ±η·(x, 1) to v, so v·u grows by at least η·γ. As only a row with
    ±(v·(x, 1)) ≤ 0 is corrected, |v|² grows by at most η²·R². After k of them

    k·η·γ - |v₀| ≤ v·u ≤ |v| ≤ √(|v₀|² + k·η²·R²)

    and that holds for no larger k. A sum of exactly 0, which may be right or wrong, is within the ≤.

    Turn the points of the zeros round to their other side: then γ is how far the hull of all ±(x, 1)
    stays away from 0.

    points: (M, n). targets: (M,), 0 or 1. Returns inf where no line parts them.
    Raises what `check_examples` raises, ShapeError where the points do not fit the perceptron, and
    ValueRangeError where the rate is not above 0.
    Source: Novikoff, On convergence proofs for perceptrons (1962), there from zeros.
    """
    points, targets = check_examples(points, targets)
    check_shape("points", points, ("M", len(start.weights)))
    if not 0 < rate < np.inf:
        raise ValueRangeError("rate", got=rate, expected="> 0")
    signs = np.where(targets == 1, 1.0, -1.0)[:, None]  # (M, 1)
    lifted = signs * np.column_stack([points, np.ones(len(points))])  # (M, n + 1)
    gamma = float(np.linalg.norm(nearest_to_zero(lifted) @ lifted))
    if gamma <= TOUCHING:
        return math.inf
    largest = float(np.linalg.norm(lifted, axis=1).max())
    return (largest / gamma) ** 2 + 2 * math.hypot(*start.weights, start.bias) / (rate * gamma)


def circle_in(ends: Sequence[Perceptron]) -> tuple[int, int] | None:
    """The earlier round that ended with the same weights as the last one, and the last one; None without.

    The rule looks at the rows in a fixed order. So weights that it had at the end of an earlier round
    lead where they led before: round and round, for ever. In a truth table that no line parts, that must
    happen some time. Whatever the rule does, the weights stay within bounds (that is the hard part: see
    the sources); and as the inputs are 0 and 1, each weight goes up and down by steps of η, of which only
    so many fit within bounds.

    ends: the perceptron at the start (round 0), and after each round, one at least. In each of the rounds
    something was wrong: else the rule has come to its end, and not round in a circle.
    Source: Minsky and Papert, Perceptrons (1969), chapter 11; Block and Levin, On the boundedness of an
    iterative procedure for solving a system of linear inequalities (1970).
    """
    *before, now = ends
    last = len(before)
    return next(((k, last) for k, earlier in enumerate(before) if is_same(earlier, now)), None)


def is_same(one: Perceptron, other: Perceptron) -> bool:
    """Whether two perceptrons have the same numbers, but for rounding errors."""
    pairs = zip((*one.weights, one.bias), (*other.weights, other.bias), strict=True)
    return all(abs(a - b) <= ROUNDING for a, b in pairs)


def parts_of_mean(
    proof: MeetingHulls, points: Array, targets: Array, target: int
) -> dict[tuple[float, ...], float]:
    """Of what the point of a proof is the mean: the points with this target, each with its share.

    proof.point = share₁·x₁ + share₂·x₂ + …,   share₁ + share₂ + … = 1

    A point that stands in several rows is there once, with all of its shares; those without a share are
    left out.

    points: (M, n) and targets: (M,), those that the proof is about. target: 0 or 1.
    Raises what `check_examples` raises, and ShapeError where the proof is about other than M points.
    """
    points, targets = check_examples(points, targets)
    check_shape("points", points, (len(proof.shares), "n"))
    parts: dict[tuple[float, ...], float] = {}
    for point, wanted, share in zip(points.tolist(), targets, proof.shares, strict=True):
        if wanted == target and share > ROUNDING:
            parts[tuple(point)] = parts.get(tuple(point), 0.0) + share
    return parts
