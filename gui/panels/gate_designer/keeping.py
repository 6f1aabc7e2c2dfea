"""The design in plain JSON values, and back. What is old, partial or damaged is left out.

The format of files is fetched when it is needed: a first start need not wait for it.
"""

import json
from typing import Any

from core.circuit import Circuit
from core.errors import CoreError
from gui.panels.gate_designer.design import (
    FEWEST_INPUTS,
    MOST_INPUTS,
    Design,
    first_design,
    with_circuit,
    with_goal,
)
from gui.panels.gate_designer.functions import is_offered

MOST_BLOCKS = 1000  # on the shelf: more than anybody makes


def work_of(design: Design) -> dict[str, Any]:
    from core.files.circuits import to_json

    return {
        "circuit": json.loads(to_json(design.circuit)),
        "states": list(design.states),
        "goals": {key: list(goals) for key, goals in design.goals.items()},
        "blocks": [json.loads(to_json(block)) for block in design.blocks],
        "softness": design.softness,
        "activation": design.activation,
        "as_threshold": design.as_threshold,
        "as_resistors": design.as_resistors,
    }


def design_from(work: dict[str, Any]) -> Design:
    """What `work_of` gave."""
    circuit = _circuit(work.get("circuit"))
    if circuit is None or not FEWEST_INPUTS <= len(circuit.inputs) <= MOST_INPUTS:
        return first_design()
    blocks = work.get("blocks")
    found = [_circuit(each) for each in (blocks if isinstance(blocks, list) else [])[:MOST_BLOCKS]]
    design = with_circuit(
        Design(
            circuit,
            states=_states(work.get("states"), len(circuit.inputs)),
            blocks=tuple(block for block in found if block is not None),
            softness=_share(work.get("softness")),
            activation=_function(work.get("activation")),
            as_threshold=work.get("as_threshold") is True,
            as_resistors=work.get("as_resistors") is True,
        ),
        circuit,
    )
    goals = work.get("goals")
    for key, column in goals.items() if isinstance(goals, dict) else ():
        if key in design.goals and isinstance(column, list) and len(column) == design.rows:
            for row, goal in enumerate(column):
                if goal is None or (type(goal) is int and goal in (0, 1)):
                    design = with_goal(design, key, row, goal)
    return design


def _circuit(work: object) -> Circuit | None:
    if not isinstance(work, dict):
        return None
    from core.files.circuits import from_json

    try:
        return from_json(json.dumps(work), "")
    except (CoreError, ValueError, RecursionError):
        return None


def _states(found: object, count: int) -> tuple[int, ...]:
    states = found if isinstance(found, list) and len(found) == count else [0] * count
    return tuple(int(state == 1) for state in states)


def _function(found: object) -> str:
    """The key of a function, or "" where there is no such function."""
    return found if isinstance(found, str) and is_offered(found) else ""


def _share(value: object) -> float:
    """A number from 0 to 1, or 0."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if 0 <= value <= 1 else 0.0
