"""What is aimed at: can one perceptron reach it, and has it a name?"""

from functools import lru_cache

import numpy as np

from core.gates import LIBRARY, name_of_two
from core.perceptron import MeetingHulls, separating_line, truth_table
from gui.panels.gate_designer.design import Goals


@lru_cache(maxsize=64)
def no_line(goals: Goals, inputs: int) -> MeetingHulls | None:
    """The evidence that no single perceptron reaches these goals, or None where one can."""
    rows = [row for row, goal in enumerate(goals) if goal is not None]
    if not rows or not inputs:
        return None
    found = separating_line(truth_table(inputs)[rows], np.array([goals[row] for row in rows]))
    return found if isinstance(found, MeetingHulls) else None


def gate_aimed_at(goals: Goals) -> str:
    """The key of the gate of the library with two inputs that does this; "" where there is none."""
    known = [goal for goal in goals if goal is not None]
    name = name_of_two(known) if len(goals) == len(known) == 4 else ""
    return name if name in LIBRARY else ""
