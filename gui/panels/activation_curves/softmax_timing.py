"""What softmax costs: measured here and now, on this machine."""

from dataclasses import dataclass
from time import perf_counter

import numpy as np

from core.activations import softmax
from core.shapes import Array

_RUNS = 301
_FIRST = 20  # are not counted: caches are still cold


@dataclass(frozen=True)
class Timing:
    """Medians in microseconds of finding the classes of `rows` rows of `classes` scores."""

    rows: int
    classes: int
    with_softmax: float
    without: float
    same: int  # rows of which the class is the same

    @property
    def ratio(self) -> float:
        return self.with_softmax / self.without


def measure(scores: Array) -> Timing:
    """Find the class of each row many times, in turns with softmax and without. scores: (N, K)"""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(_RUNS):
        start = perf_counter()
        by_probability = softmax(scores).argmax(axis=1)
        middle = perf_counter()
        by_score = scores.argmax(axis=1)
        times[0].append(middle - start)
        times[1].append(perf_counter() - middle)
    with_softmax, without = (1e6 * float(np.median(each[_FIRST:])) for each in times)
    rows, classes = scores.shape
    return Timing(rows, classes, with_softmax, max(without, 1e-3), int((by_probability == by_score).sum()))
