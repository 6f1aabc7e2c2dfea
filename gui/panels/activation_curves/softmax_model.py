"""The softmax bench: scores, what is done to them, and what two ways of writing softmax make of them."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from core.activations import softmax
from core.layers import ActivationLayer
from core.shapes import Array
from core.softmax_limits import (
    FLOATS,
    SoftmaxSteps,
    largest_safe_logit,
    largest_safe_score,
    naive_softmax,
    safe_softmax,
    scores_in,
)
from core.trace import ForwardTrace
from gui.panels.activation_curves.model import is_number
from gui.widgets.text import MINUS

DTYPES = tuple(each.name for each in FLOATS)
FEWEST, MOST = 2, 10  # classes
COLDEST, HOTTEST = 0.1, 10.0
OF_THE_BOOK = (0.3, 2.9, 4.0)
BREAKING = (1010.0, 1000.0, 990.0)
_NEW_SCORE = 1.0


@dataclass(frozen=True)
class Bench:
    """What the learner chose. `without`: softmax is left out."""

    scores: tuple[float, ...] = OF_THE_BOOK
    constant: float = 0.0
    temperature: float = 1.0
    dtype: str = "float64"
    without: bool = False


@dataclass(frozen=True, eq=False)
class Results:
    """What comes of a bench. `shown` is the dtype's own rounding of the scores, before C and T."""

    bench: Bench
    shown: Array  # (K,)
    scores: Array  # (K,) (a + C) / T
    naive: SoftmaxSteps
    safe: SoftmaxSteps

    @property
    def all_fit(self) -> bool:
        """Can the dtype hold the scores, the constant, and what comes of them?"""
        return bool(np.isfinite(self.scores).all())

    @property
    def largest(self) -> int:
        return int(np.argmax(self.bench.scores))

    @property
    def change(self) -> float:
        """How far C has moved the probability that it moved most. NaN where there are no probabilities."""
        bench = self.bench
        before = safe_softmax(scores_in(bench.dtype, np.array(bench.scores), 0.0, bench.temperature))
        return _farthest(before.probabilities, self.safe.probabilities)

    @property
    def largest_at_1(self) -> float:
        """The largest probability at T = 1."""
        return float(softmax(np.array(self.bench.scores)).max())

    @property
    def gap(self) -> float:
        """How far the two formulas are from each other."""
        return _farthest(self.naive.probabilities, self.safe.probabilities)


def results(bench: Bench) -> Results:
    a = np.array(bench.scores)
    scores = scores_in(bench.dtype, a, bench.constant, bench.temperature)
    return Results(bench, scores_in(bench.dtype, a), scores, naive_softmax(scores), safe_softmax(scores))


def _farthest(a: Array, b: Array) -> float:
    return float(np.abs(a.astype(np.float64) - b.astype(np.float64)).max())


def given_scores(trace: ForwardTrace) -> Array:
    """What the network gave each image before its softmax, if it has one. (N, K)"""
    last = trace.steps[-1]
    is_softmax = isinstance(last.layer, ActivationLayer) and last.layer.name == "softmax"
    return last.input if is_softmax else last.output


def ranks(values: Array) -> tuple[int, ...]:
    """The place of each, from 1 for the largest. Equal ones share a place; what is no number has none: 0."""
    return tuple(0 if math.isnan(value) else 1 + int((values > value).sum()) for value in values)


def printed(values: Array) -> list[str]:
    """The numbers of a row as NumPy prints them, each by itself."""
    text = np.array2string(values, max_line_width=10_000, threshold=10_000)
    return [each.replace("-", MINUS) for each in text.strip("[]").split()]


@lru_cache
def limit(dtype: str) -> float:
    """The largest score that the naive formula survives, if there are no others."""
    return largest_safe_logit(dtype)


# What the learner does


def with_score(bench: Bench, k: int, score: float) -> Bench:
    scores = list(bench.scores)
    scores[k] = score + 0.0  # never -0.0
    return replace(bench, scores=tuple(scores))


def with_class(bench: Bench) -> Bench:
    """One more, if there is room."""
    if len(bench.scores) >= MOST:
        return bench
    return replace(bench, scores=(*bench.scores, _NEW_SCORE))


def without_class(bench: Bench, k: int) -> Bench:
    """One less, if enough stay."""
    if len(bench.scores) <= FEWEST:
        return bench
    return replace(bench, scores=(*bench.scores[:k], *bench.scores[k + 1 :]))


def broken(bench: Bench) -> Bench:
    """The scores of the book, with which the naive formula breaks in every type."""
    return replace(bench, scores=BREAKING, constant=0.0, temperature=1.0, without=False)


def repaired(bench: Bench) -> Bench:
    """C takes the largest score away, as the safe formula does."""
    return replace(bench, constant=-max(bench.scores) + 0.0)


def at_edge(bench: Bench) -> Bench:
    """The largest score goes as far as the naive formula survives; without C, and with T = 1.

    The others stay, unless they are too large themselves: then they go to 0.
    """
    k = int(np.argmax(bench.scores))
    scores = scores_in(bench.dtype, np.array(bench.scores))
    edge = largest_safe_score(scores, k)
    if edge is None:
        bench = replace(bench, scores=(0.0,) * len(bench.scores))
        edge = limit(bench.dtype)
    return with_score(replace(bench, constant=0.0, temperature=1.0, without=False), k, edge)


def beyond_edge(bench: Bench) -> Bench:
    """The next number that this type has."""
    there = at_edge(bench)
    k = int(np.argmax(there.scores))
    number = np.dtype(bench.dtype).type
    return with_score(there, k, float(np.nextafter(number(there.scores[k]), number(math.inf))))


# Keeping


def work_of(bench: Bench) -> dict[str, Any]:
    return {
        "scores": list(bench.scores),
        "constant": bench.constant,
        "temperature": bench.temperature,
        "dtype": bench.dtype,
        "without": bench.without,
    }


def bench_from(work: dict[str, Any]) -> Bench:
    """What `work_of` gave. Whatever is missing or makes no sense is as it is at first."""
    start = Bench()
    constant, temperature = work.get("constant"), work.get("temperature")
    dtype, without = work.get("dtype"), work.get("without")
    warm = is_number(temperature) and COLDEST <= temperature <= HOTTEST
    return Bench(
        scores=scores_from(work.get("scores"), FEWEST, MOST) or start.scores,
        constant=float(constant) if is_number(constant) else start.constant,
        temperature=float(temperature) if warm and temperature is not None else start.temperature,
        dtype=dtype if isinstance(dtype, str) and dtype in DTYPES else start.dtype,
        without=without if isinstance(without, bool) else start.without,
    )


def scores_from(what: object, fewest: int, most: int) -> tuple[float, ...]:
    """Finite numbers, so many of them; or none."""
    if not isinstance(what, list) or not fewest <= len(what) <= most or not all(map(is_number, what)):
        return ()
    return tuple(float(each) for each in what)
