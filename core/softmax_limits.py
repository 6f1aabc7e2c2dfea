"""Softmax at its limits: the formula exactly as it is printed, where it breaks, and what never changes.

exp grows so fast that a score of 12 is too much for float16, 89 for float32, 710 for float64. The
formula then divides infinity by infinity, which is no number. `core.activations.softmax` does not
break: it subtracts the largest score first. Here is the other one, with all that NumPy says about
it, and what can be asked of both: scores that are shifted, sharpened, taken as logarithms.

Source: Deep Learning from Scratch, section 3.5.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from core.activations import softmax
from core.errors import ShapeError, ValueRangeError
from core.shapes import Array

FLOATS = (np.dtype(np.float16), np.dtype(np.float32), np.dtype(np.float64))
MOST_SCORES = 1000  # that the limit is searched for


@dataclass(frozen=True)
class SoftmaxSteps:
    """Softmax step by step, all in the dtype of the scores.

    scores: (..., K) what exp was taken of: a_k, or a_k - max a. exponentials: (..., K) exp of them.
    total: (...) their sum. probabilities: (..., K) the one divided by the other. warnings: what NumPy
    said meanwhile, in its own words and order, each only once.
    """

    scores: Array
    exponentials: Array
    total: Array
    probabilities: Array
    warnings: tuple[str, ...]

    @property
    def survived(self) -> bool:
        """Whether every probability is a number, and NumPy had nothing to say.

        That is not to say that it is right: where all terms are nearly too small for a float, they have
        few digits left, and nobody warns.
        """
        return not self.warnings and bool(np.isfinite(self.probabilities).all())


class _Heard(list[str]):
    """What NumPy writes into it. Unlike `warnings.catch_warnings`, this is safe beside other threads."""

    def write(self, line: str) -> None:
        text = line.removeprefix("Warning: ").strip()
        if text not in self:
            self.append(text)


def naive_softmax(a: Array) -> SoftmaxSteps:
    """Softmax without any care: inf divided by inf where scores are large, 0 by 0 where all are far below 0.

    y_k = exp(a_k) / sum_i exp(a_i)

    a: (..., K) scores, K at least 1. Integers become float64, floats stay what they are.
    Raises ShapeError where there is no score.
    Source: Deep Learning from Scratch, section 3.5.1.
    """
    a = _scores(a)
    heard = _Heard()
    with np.errstate(over="log", invalid="log", divide="log", under="ignore", call=heard):
        return _divided(a, heard)


def safe_softmax(a: Array) -> SoftmaxSteps:
    """What `core.activations.softmax` does, step by step. It breaks only where a score is inf already:
    inf - inf is no number.

    y_k = exp(a_k - max a) / sum_i exp(a_i - max a)

    a: (..., K) scores, K at least 1, inf where the dtype could not hold what they were.
    Raises ShapeError where there is no score.
    Source: Deep Learning from Scratch, section 3.5.2.
    """
    a = _scores(a)
    heard = _Heard()
    with np.errstate(over="ignore", invalid="log", divide="log", under="ignore", call=heard):
        return _divided(a - a.max(axis=-1, keepdims=True), heard)


def _divided(x: Array, heard: _Heard) -> SoftmaxSteps:
    exponentials = np.exp(x)  # (..., K)
    total = exponentials.sum(axis=-1, keepdims=True)  # (..., 1)
    probabilities = exponentials / total  # (..., K)
    return SoftmaxSteps(x, exponentials, total[..., 0], probabilities, tuple(heard))


def largest_safe_logit(dtype: DTypeLike, count: int = 1) -> float:
    """The largest score that the naive formula survives, where all `count` scores are as large as that.

    Tried out, not looked up: a score that works and one that breaks are brought closer together until
    no number of that type is left between them. It comes out as the logarithm of the largest number of
    the type, less log(count), since the sum must fit in too: 11.09, 88.72 and 709.78 for one score.

    dtype: float16, float32 or float64. count: from 1 to 1000.
    Raises ValueRangeError for any other.
    """
    dtype = np.dtype(dtype)
    if dtype not in FLOATS:
        raise ValueRangeError("dtype", got=dtype.name, expected="float16, float32, float64")
    if not 1 <= count <= MOST_SCORES:
        raise ValueRangeError("count", got=count, expected=f"1..{MOST_SCORES}")

    def survives(score: float) -> bool:
        return naive_softmax(np.full(count, score, dtype)).survived

    return _last_that(survives, dtype)


def largest_safe_score(a: Array, k: int) -> float | None:
    """How large a_k may become before the naive formula breaks, where the other scores stay what they are.

    None where the others break it by themselves.

    a: (K,) scores, in the float dtype that counts. k: which of them, from 0.
    Raises ShapeError where there is no score.
    """
    a = _scores(a)

    def survives(score: float) -> bool:
        tried = a.copy()
        tried[k] = score
        return naive_softmax(tried).survived

    return _last_that(survives, a.dtype) if survives(0) else None


def _last_that(survives: Callable[[Any], bool], dtype: np.dtype[Any]) -> float:
    """The largest number of the type that survives. 0 does, and past the first that breaks none does."""
    number: Any = dtype.type
    works, breaks = number(0), number(1)
    while survives(breaks):
        works, breaks = breaks, breaks * 2
    while True:
        middle = works + (breaks - works) / 2
        if middle in (works, breaks):
            return float(works)
        if survives(middle):
            works = middle
        else:
            breaks = middle


@np.errstate(over="ignore", under="ignore", invalid="ignore")
def scores_in(dtype: DTypeLike, a: Array, constant: float = 0.0, temperature: float = 1.0) -> Array:
    """(a + C) / T, reckoned in a float type from beginning to end: each number is rounded to it first.

    What the type cannot hold becomes inf (70,000 in float16), as it does in NumPy, but without a warning.

    a: (..., K) scores. temperature: not 0. Returns (..., K) in the dtype.
    Source: Deep Learning from Scratch, section 3.5.2.
    """
    scores, c, t = (np.asarray(each, np.float64).astype(dtype) for each in (a, constant, temperature))
    return (scores + c) / t


def shifted(a: Array, constant: float) -> Array:
    """All scores raised by the same constant C. Softmax does not see it: exp(C) is in every term and cancels.

    exp(a_k + C) / sum_i exp(a_i + C) = exp(a_k) / sum_i exp(a_i)

    The sum a_k + C is rounded to the dtype, so what softmax makes of it agrees to that rounding:
    float16 numbers near 1000 are 0.5 apart.

    a: (..., K) scores. Returns (..., K) in the same float dtype.
    Raises ShapeError where there is no score, and ValueRangeError where a sum is too large for the dtype.
    Source: Deep Learning from Scratch, section 3.5.2.
    """
    a = _scores(a)
    with np.errstate(all="ignore"):
        moved = (a.astype(np.float64) + constant).astype(a.dtype)  # (..., K)
    if not np.isfinite(moved).all():
        raise ValueRangeError("constant", got=constant, expected=f"a + C finite in {a.dtype.name}")
    return moved


@np.errstate(over="ignore", under="ignore")
def softmax_at_temperature(a: Array, temperature: float) -> Array:
    """Softmax of the scores divided by a temperature: below 1 sharper, above 1 more even. The order stays.

    y_k = exp(a_k / T) / sum_i exp(a_i / T)

    Towards T = 0 it becomes the one-hot of the largest score, towards infinity it gives every class 1/K.

    a: (..., K) finite scores. temperature: above 0. Returns (..., K) in the same float dtype.
    Raises ShapeError where there is no score, and ValueRangeError where T is not above 0 and finite.
    Source: Hinton, Vinyals, Dean, Distilling the knowledge in a neural network (2015), section 2.
    """
    if not (temperature > 0 and math.isfinite(temperature)):
        raise ValueRangeError("temperature", got=temperature, expected="> 0")
    a = _scores(a)
    below = a.astype(np.float64) - a.max(axis=-1, keepdims=True)  # (..., K) at most 0, so that T may be tiny
    return softmax(below / temperature).astype(a.dtype)


@np.errstate(over="ignore", under="ignore")
def log_softmax(a: Array) -> Array:
    """The logarithms of the probabilities, right even where the probability itself is too small for a float.

    log y_k = a_k - max a - log sum_i exp(a_i - max a)

    a: (..., K) scores. Returns (..., K) in the same float dtype, 0 or less.
    Raises ShapeError where there is no score.
    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.2.2.3.
    """
    a = _scores(a)
    below = a - a.max(axis=-1, keepdims=True)  # (..., K)
    return below - np.log(np.exp(below).sum(axis=-1, keepdims=True))


def one_hot_of_largest(a: Array) -> Array:
    """All of the belief on the largest score, none on the others: what softmax is the soft form of.

    y_k = 1 if a_k is the largest, else 0. Of equals the first counts, as in np.argmax.

    a: (..., K) scores. Returns (..., K) in the same float dtype, 0 or 1.
    Raises ShapeError where there is no score.
    Source: Deep Learning from Scratch, section 3.5.3.
    """
    a = _scores(a)
    return np.eye(a.shape[-1], dtype=a.dtype)[a.argmax(axis=-1)]  # (..., K)


def _scores(a: Array) -> Array:
    """a as floats, once it is known to have a score."""
    a = np.asarray(a)
    if a.ndim == 0 or a.shape[-1] == 0:
        raise ShapeError("a", got=a.shape, expected=("...", "K"))
    return a if a.dtype.kind == "f" else a.astype(np.float64)
