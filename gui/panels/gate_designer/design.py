"""What the learner has made here: a circuit, its inputs as they are set, what is aimed at. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from core.circuit import Circuit, Input, Output, Place, Signals, table
from core.circuit_edits import move, tidy
from core.circuit_names import subscripted
from core.firing import Firing, answers, is_step
from core.functions import activation_of
from core.gates import gate
from core.perceptron import truth_table
from core.shapes import Array
from gui.panels.gate_designer.functions import is_offered

Goals = tuple[int | None, ...]  # for each row of the truth table 0, 1, or None where nothing is aimed at

FEWEST_INPUTS, MOST_INPUTS = 1, 4
LIMIT = 100.0  # of a weight or bias, to both sides
FINE = 0.01  # a step of the wheel; with Shift, ten of them
_OUTPUT_COLUMN = 3.0  # on an empty sheet: it leaves room for two layers


@dataclass(frozen=True)
class Design:
    """All that can be undone in this panel.

    states: what the inputs are set to. goals: by the key of an output. blocks: the learner's own
    circuits, ready to be used in others. softness: 0 is the step, 1 the sigmoid (core.firing).
    activation: the key of another function, which all perceptrons have in place of these; or "".
    as_threshold: show θ = -b in place of b. as_resistors: show wires as resistors.
    """

    circuit: Circuit
    states: tuple[int, ...] = ()
    goals: Mapping[str, Goals] = field(default_factory=dict)
    blocks: tuple[Circuit, ...] = ()
    softness: float = 0.0
    activation: str = ""
    as_threshold: bool = False
    as_resistors: bool = False

    @property
    def firing(self) -> Firing:
        """What the perceptrons make of their sums."""
        return activation_of(self.activation) if self.activation else self.softness

    @property
    def is_step(self) -> bool:
        """Whether all signals are 0 or 1."""
        return is_step(self.firing)

    @property
    def row(self) -> int:
        """The row of the truth table that the inputs stand for, x₁ the lowest digit."""
        return sum(state << k for k, state in enumerate(self.states))

    @property
    def rows(self) -> int:
        return 2 ** len(self.circuit.inputs)

    @property
    def fits(self) -> bool:
        """Whether all of it belongs to the same circuit, and that to the sheet."""
        return (
            FEWEST_INPUTS <= len(self.circuit.inputs) <= MOST_INPUTS
            and len(self.states) == len(self.circuit.inputs)
            and self.goals.keys() == {output.key for output in self.circuit.outputs}
            and all(len(column) == self.rows for column in self.goals.values())
            and 0 <= self.softness <= 1
            and is_offered(self.activation)
        )


def first_design() -> Design:
    """What a learner sees first: AND, with AND as the goal."""
    return with_library_gate(Design(gate("AND"), (1, 0)), "AND", nand_only=False)


def with_circuit(design: Design, circuit: Circuit) -> Design:
    """Another circuit. What is set and aimed at stays where it still fits."""
    states = tuple(design.states[k] if k < len(design.states) else 0 for k in range(len(circuit.inputs)))
    rows = 2 ** len(circuit.inputs)
    goals = {}
    for output in circuit.outputs:
        known = design.goals.get(output.key, ())
        goals[output.key] = known if len(known) == rows else (None,) * rows
    return replace(design, circuit=circuit, states=states, goals=goals)


def with_library_gate(design: Design, key: str, *, nand_only: bool) -> Design:
    """A circuit from the library, with what it does as the goal."""
    return aimed_at_itself(with_circuit(design, gate(key, nand_only=nand_only)))


@lru_cache(maxsize=8)  # undone and done again, a circuit is soon seen again
def signals_in(circuit: Circuit, firing: Firing) -> Signals:
    """What runs through a circuit in every row of its truth table; every array is (rows,)."""
    return table(circuit, firing)


def aimed_at_itself(design: Design, firing: Firing = 0.0) -> Design:
    """What the circuit does with the step, or when it fires like this, becomes what is aimed at."""
    outputs = answers(signals_in(design.circuit, firing).outputs)  # (rows, m)
    goals = {
        output.key: tuple(None if np.isnan(value) else int(value) for value in outputs[:, k])
        for k, output in enumerate(design.circuit.outputs)
    }
    return replace(design, goals=goals)


def with_goal(design: Design, output: str, row: int, goal: int | None) -> Design:
    """Aim at 0, at 1 or at nothing in one row of one output."""
    before = design.goals[output]
    return replace(design, goals={**design.goals, output: (*before[:row], goal, *before[row + 1 :])})


def with_row(design: Design, row: int) -> Design:
    """Set the inputs to what stands in this row of the truth table."""
    states = truth_table(len(design.states))[row].astype(int).tolist() if design.states else []
    return replace(design, states=tuple(states))


def goal_array(design: Design) -> Array:
    """(rows, m) 0 or 1 for each row and output, nan where nothing is aimed at."""
    columns = [
        [np.nan if goal is None else float(goal) for goal in design.goals[output.key]]
        for output in design.circuit.outputs
    ]
    return np.array(columns, dtype=np.float64).reshape(len(columns), design.rows).T


def empty_circuit(inputs: int = 2) -> Circuit:
    """Inputs and nothing else but an output: a sheet to build on."""
    names = tuple(Input(f"x{k}", subscripted(f"x{k}")) for k in range(1, inputs + 1))
    sheet = tidy(Circuit(names, (), (Output("y", "y"),)))
    return move(sheet, {"y": Place(_OUTPUT_COLUMN, sheet.outputs[0].at.row)})
