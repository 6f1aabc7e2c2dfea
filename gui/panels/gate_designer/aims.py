"""What is aimed at: is it met, can one perceptron reach it, and has it a name?"""

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.firing import answers
from core.gates import LIBRARY, name_of_two
from core.perceptron import MeetingHulls, separating_line, truth_table
from gui.panels.gate_designer.design import Goals
from gui.panels.gate_designer.designer import Designer

translate = QCoreApplication.translate


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


def rights(designer: Designer) -> tuple[bool | None, ...]:
    """For each row whether all of its goals are met; None where it has no goal."""
    design = designer.design
    said = answers(designer.table.outputs).T.tolist()  # for each output, its rows
    goals = [design.goals[output.key] for output in design.circuit.outputs]
    found: list[bool | None] = []
    for row in range(design.rows):
        met = [
            values[row] == goal[row]
            for values, goal in zip(said, goals, strict=True)
            if goal[row] is not None
        ]
        found.append(all(met) if met else None)
    return tuple(found)


def count_text(designer: Designer) -> str:
    """4 / 4 match, of the rows that have a goal; or that there is none."""
    aimed_at = [right for right in rights(designer) if right is not None]
    if not aimed_at:
        return translate("gate_designer", "no goal yet")
    return translate("gate_designer", "{right} / {all} match").format(right=sum(aimed_at), all=len(aimed_at))
