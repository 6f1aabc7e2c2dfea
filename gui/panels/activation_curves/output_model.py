"""The output layer: three tasks, each with scores of its own, and what ends a network makes of them.

Source: Deep Learning from Scratch, section 3.5.
"""

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import numpy as np

from core.activations import ACTIVATIONS
from core.shapes import Array
from core.softmax_limits import one_hot_of_largest
from gui.panels.activation_curves.softmax_model import scores_from

TASKS = ("regression", "two", "many")
FUNCTIONS = ("identity", "sigmoid", "softmax")
FITTING = MappingProxyType({"regression": "identity", "two": "sigmoid", "many": "softmax"})
_REGRESSION = (18.2, 23.5, 20.1)  # °C in the morning, at noon and in the evening
_TWO = (1.5,)  # cat rather than dog
_MANY = (-2.1, -3.4, 0.2, 1.1, -1.6, -0.4, -4.0, 3.2, 0.4, 2.6)  # for each digit


@dataclass(frozen=True)
class Output:
    """What the learner chose: a task, and the scores of each."""

    task: str = "many"
    regression: tuple[float, ...] = _REGRESSION
    two: tuple[float, ...] = _TWO
    many: tuple[float, ...] = _MANY

    @property
    def own(self) -> tuple[float, ...]:
        """The scores that the network would give out for this task."""
        scores: tuple[float, ...] = getattr(self, self.task)
        return scores

    @property
    def scores(self) -> tuple[float, ...]:
        """The same, with a row for every class: one score for two classes is measured against 0."""
        return (*self.own, 0.0) if self.task == "two" else self.own

    def with_scores(self, scores: tuple[float, ...]) -> "Output":
        changes: dict[str, Any] = {self.task: scores}
        return replace(self, **changes)


def with_score(output: Output, k: int, score: float) -> Output:
    scores = list(output.own)
    scores[k] = score + 0.0  # never -0.0
    return output.with_scores(tuple(scores))


def made(output: Output, key: str) -> Array:
    """What a function makes of the scores, a number for every row. (K,)

    Of two classes sigmoid has the first, and the second gets what is left.
    """
    if key == "sigmoid" and output.task == "two":
        y = ACTIVATIONS[key].function(np.array(output.own))[0]
        return np.array([y, 1 - y])
    return ACTIVATIONS[key].function(np.array(output.scores))


def one_hot(output: Output) -> Array:
    return one_hot_of_largest(np.array(output.scores))


def leaders(output: Output) -> tuple[int, int]:
    """The rows with the largest and the second largest score; of equals the first ones."""
    first, second, *_ = np.argsort(-np.array(output.scores), kind="stable")
    return int(first), int(second)


# Keeping


def work_of(output: Output) -> dict[str, Any]:
    return {"task": output.task, **{task: list(getattr(output, task)) for task in TASKS}}


def output_from(work: dict[str, Any]) -> Output:
    """What `work_of` gave. Whatever is missing or makes no sense is as it is at first."""
    start = Output()
    kept: dict[str, Any] = {}
    for task in TASKS:
        count = len(getattr(start, task))
        kept[task] = scores_from(work.get(task), count, count) or getattr(start, task)
    chosen = work.get("task")
    return Output(chosen if isinstance(chosen, str) and chosen in TASKS else start.task, **kept)
