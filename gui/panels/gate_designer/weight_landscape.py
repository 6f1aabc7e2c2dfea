"""How many goals are met with which weights: the ground on which the present weights stand."""

from dataclasses import dataclass

import numpy as np

from core.circuit import Circuit, Unit, rows_of, table
from core.circuit_edits import with_bias, with_weight
from core.firing import answers
from core.parameter_space import BIAS, goals_met, number_of_goals
from core.shapes import Array
from gui.panels.gate_designer.design import Design, goal_array
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.plane_scene import meaning_of
from gui.panels.gate_designer.sums import weight_letter
from gui.widgets.text import MINUS


@dataclass(frozen=True)
class Ground:
    """Which two numbers of which perceptron lie along the axes, and all that its colours follow from.

    wires: of the first and the second axis; the second is BIAS where there is only one wire. rest: what
    else matters, equal where it is the same; the two numbers themselves do not matter.
    """

    unit: str
    wires: tuple[int, int]
    goals: int
    rest: tuple[object, ...]


def ground_of(designer: Designer, wires: tuple[int, int]) -> Ground | None:
    """The ground for two wires of the perceptron that is looked at; None where there is none."""
    unit, design = designer.focused_unit, designer.design
    if unit is None or not unit.wires:
        return None
    wires = mended(unit, wires)
    goals = goal_array(design)
    inputs, nodes = meaning_of(design.circuit, without=unit.key)
    weights = tuple(weight for k, weight in enumerate(unit.weights) if k not in wires)
    bias = None if wires[1] == BIAS else unit.bias
    rest = inputs, nodes, unit.sources, weights, bias, outputs_of(design.circuit)
    return Ground(
        unit.key, wires, number_of_goals(goals), (*rest, tuple(design.goals.items()), design.firing)
    )


def outputs_of(circuit: Circuit) -> tuple[object, ...]:
    return tuple((each.key, each.source) for each in circuit.outputs)


def mended(unit: Unit, wires: tuple[int, int]) -> tuple[int, int]:
    """The wires that were chosen, where there are such; else the first two."""
    count = len(unit.wires)
    if count == 1:
        return 0, BIAS
    first, second = wires
    if first == second or not (0 <= first < count and 0 <= second < count):
        return 0, 1
    return wires


def numbers_at(unit: Unit, wires: tuple[int, int]) -> tuple[float, float]:
    """Where the perceptron stands on its ground."""
    first, second = wires
    return unit.weights[first], unit.bias if second == BIAS else unit.weights[second]


def with_numbers(
    unit: Unit, wires: tuple[int, int], first: float, second: float
) -> tuple[tuple[float, ...], float]:
    """The weights and the bias when it stands there instead."""
    weights, bias = list(unit.weights), unit.bias
    weights[wires[0]] = first
    if wires[1] == BIAS:
        bias = second
    else:
        weights[wires[1]] = second
    return tuple(weights), bias


def goals_over(designer: Designer, ground: Ground, first: Array, second: Array) -> Array:
    """How many goals are met. first: (W,), second: (H,). Returns (H, W), whole numbers."""
    design, unit = designer.design, designer.focused_unit
    bias = unit.bias if unit is not None else 0.0
    return goals_met(
        design.circuit, ground.unit, ground.wires, goal_array(design), first, second, bias, design.firing
    )


@dataclass(frozen=True)
class Verdict:
    """How many goals are met, of how many, and the rows (as their inputs) in which one is not."""

    met: int
    goals: int
    wrong: tuple[tuple[int, ...], ...]


def verdict_on(design: Design, outputs: Array) -> Verdict:
    """What a circuit reaches. outputs: (rows, m), what it says in the whole table."""
    goals = goal_array(design)  # (rows, m)
    wanted = ~np.isnan(goals)
    missed = wanted & (answers(outputs) != goals)
    rows = rows_of(design.circuit)
    wrong = tuple(tuple(int(x) for x in rows[row]) for row in np.flatnonzero(missed.any(axis=1)))
    return Verdict(int(wanted.sum() - missed.sum()), int(wanted.sum()), wrong)


def verdict_at(design: Design, unit: Unit, wires: tuple[int, int], first: float, second: float) -> Verdict:
    """What the circuit would reach if the perceptron stood there."""
    weights, bias = with_numbers(unit, wires, first, second)
    circuit = with_bias(design.circuit, unit.key, bias)
    for wire, weight in enumerate(weights):
        circuit = with_weight(circuit, unit.key, wire, weight)
    return verdict_on(design, table(circuit, design.firing).outputs)


def letters(wires: tuple[int, int], *, as_threshold: bool = False) -> tuple[str, str]:
    """w₁ and w₂; w and b where there is only one wire, or −θ where that is how b is written."""
    if wires[1] == BIAS:
        return "w", f"{MINUS}θ" if as_threshold else "b"
    return weight_letter(wires[0]), weight_letter(wires[1])
