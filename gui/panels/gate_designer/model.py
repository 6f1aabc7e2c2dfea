"""What the learner has built, and what follows from it. Values and pure functions; no widgets."""

import math
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Any

from core.perceptron import (
    AND,
    NAND,
    OR,
    XOR,
    MeetingHulls,
    Perceptron,
    SeparatingLine,
    TwoLayers,
    separating_line,
    truth_table,
)
from core.shapes import Array
from gui.widgets.text import MINUS, exact_text, number_text, short_number

ONE_IS_ENOUGH = {"AND": AND, "NAND": NAND, "OR": OR}  # the book's weights for those that one line can do
TARGETS = (*ONE_IS_ENOUGH, "XOR")
CORNERS = truth_table(2)  # (4, 2): (0, 0), (1, 0), (0, 1), (1, 1)
GOALS = {name: gate.output(CORNERS) for name, gate in ONE_IS_ENOUGH.items()} | {"XOR": XOR.output(CORNERS)}
W1, W2, BIAS = range(3)  # the numbers of a perceptron
LIMIT = 10.0  # of a weight or bias, to both sides
UNIT_NAMES = ("s₁", "s₂", "y")  # of the circuit, as in the book
LAST = 2  # the place of the last perceptron among the units of the circuit


@dataclass(frozen=True)
class Gates:
    """The state of the panel.

    target: the function that is aimed at. single: the one perceptron of "one layer". circuit: the
    three of "two layers". unit: which of the three is edited.
    """

    target: str = "AND"
    single: Perceptron = AND
    circuit: TwoLayers = XOR
    two_layers: bool = False
    unit: int = 0

    @property
    def units(self) -> tuple[Perceptron, ...]:
        """All perceptrons at work now, the last one last."""
        return (*self.circuit.hidden, self.circuit.last) if self.two_layers else (self.single,)

    @property
    def looking_at_inputs(self) -> tuple[Perceptron, ...]:
        """Those whose lines lie in the x₁–x₂ plane."""
        return self.circuit.hidden if self.two_layers else (self.single,)

    @property
    def edited(self) -> Perceptron:
        """The one that the sliders move."""
        return self.units[self.unit] if self.two_layers else self.single

    def output(self, x: Array) -> Array:
        """(..., 2) → (...), 0 or 1"""
        return self.circuit.output(x) if self.two_layers else self.single.output(x)


@dataclass(frozen=True)
class Decision:
    """One perceptron, looking at one pair of inputs."""

    perceptron: Perceptron
    inputs: tuple[float, float]
    total: float
    fires: int

    @property
    def terms(self) -> str:
        """0.5·1 + 0.5·0 − 0.7"""
        w1, w2 = self.perceptron.weights
        x1, x2 = self.inputs
        first = f"{short_number(w1)}·{short_number(x1)}"
        second = f"{signed(w2, spaced=True)}·{short_number(x2)}"
        return f"{first} {second} {signed(self.perceptron.bias, spaced=True)}"

    @property
    def verdict(self) -> str:
        """≤ 0, or > 0"""
        return "> 0" if self.fires else "≤ 0"

    @property
    def written_out(self) -> str:
        """0.5·1 + 0.5·0 − 0.7 = −0.200 ≤ 0 → 0"""
        return f"{self.terms} = {number_text(self.total)} {self.verdict} → {self.fires}"

    @property
    def exact(self) -> str:
        """The same with every digit of the sum."""
        return f"{self.terms} = {exact_text(self.total)} {self.verdict} → {self.fires}"


@dataclass(frozen=True)
class Row:
    """One row of the truth table: what each perceptron says, what comes out, what should."""

    inputs: tuple[int, int]
    decisions: tuple[Decision, ...]
    goal: int

    @property
    def output(self) -> int:
        return self.decisions[-1].fires

    @property
    def is_right(self) -> bool:
        return self.output == self.goal


def signed(value: float, *, spaced: bool = False) -> str:
    """+0.5 and −0.5, or as the next term of a sum: + 0.5 and − 0.5."""
    sign = MINUS if value < 0 else "+"
    return f"{sign}{' ' if spaced else ''}{short_number(abs(value))}"


def point_text(point: tuple[float, ...]) -> str:
    """(0.5, 0.5)"""
    return f"({', '.join(map(short_number, point))})"


def rows(gates: Gates) -> tuple[Row, ...]:
    """The truth table, in the book's order."""
    return tuple(
        Row((int(x[0]), int(x[1])), decisions(gates, x), int(goal))
        for x, goal in zip(CORNERS, GOALS[gates.target], strict=True)
    )


def decisions(gates: Gates, x: Array) -> tuple[Decision, ...]:
    """What each perceptron says when this comes in, the last one last. x: (2,)."""
    found = [_decision(unit, x) for unit in gates.looking_at_inputs]
    if gates.two_layers:
        found.append(_decision(gates.circuit.last, gates.circuit.hidden_outputs(x)))
    return tuple(found)


def _decision(unit: Perceptron, x: Array) -> Decision:
    return Decision(unit, (float(x[0]), float(x[1])), float(unit.sum(x)), int(unit.output(x)))


def name_of(perceptron: Perceptron) -> str:
    """AND, NAND or OR where it does the same as the book's; empty where it does something else."""
    outputs = perceptron.output(CORNERS)  # (4,)
    return next((name for name in ONE_IS_ENOUGH if (GOALS[name] == outputs).all()), "")


def is_flat(perceptron: Perceptron) -> bool:
    """Whether both weights are 0: then there is no line."""
    return not any(perceptron.weights)


def numbers_of(perceptron: Perceptron) -> tuple[float, float, float]:
    """w₁, w₂ and b."""
    w1, w2 = perceptron.weights
    return w1, w2, perceptron.bias


@cache
def why_not(target: str) -> MeetingHulls | None:
    """The proof that no single line can do it; None where one can."""
    found = separating_line(CORNERS, GOALS[target])
    return found if isinstance(found, MeetingHulls) else None


@cache
def best_of_one_line(target: str) -> int:
    """How many corners a single line gets right at most: the most that can be separated."""
    return max(
        size
        for size in range(1, len(CORNERS) + 1)
        for chosen in map(list, combinations(range(len(CORNERS)), size))
        if isinstance(separating_line(CORNERS[chosen], GOALS[target][chosen]), SeparatingLine)
    )


# What the learner may do


def with_number(gates: Gates, which: int, value: float) -> Gates:
    """w₁, w₂ or b of the perceptron that is edited, within ±10."""
    numbers = list(numbers_of(gates.edited))
    numbers[which] = _clamped(value)
    changed = Perceptron((numbers[W1], numbers[W2]), numbers[BIAS])
    if not gates.two_layers:
        return replace(gates, single=changed)
    units = list(gates.units)
    units[gates.unit] = changed
    return replace(gates, circuit=TwoLayers(tuple(units[:LAST]), units[LAST]))


def bias_through(perceptron: Perceptron, x1: float, x2: float) -> float:
    """The bias with which the line goes through this point and keeps its direction."""
    w1, w2 = perceptron.weights
    return -(w1 * x1 + w2 * x2)


def with_target(gates: Gates, target: str) -> Gates:
    """Aim at this function, with the book's weights where the book has some.

    For XOR a single perceptron keeps its weights, since none would do; the circuit takes the book's.
    """
    if target in ONE_IS_ENOUGH:
        return replace(gates, target=target, single=ONE_IS_ENOUGH[target], two_layers=False)
    return replace(gates, target=target, circuit=XOR if gates.two_layers else gates.circuit)


def with_layers(gates: Gates, two: bool) -> Gates:
    """One perceptron, or two layers of them, which are there for XOR."""
    return replace(gates, two_layers=two, target="XOR" if two else gates.target)


# Keeping


def work_of(gates: Gates) -> dict[str, Any]:
    """The state in plain JSON values."""
    return {
        "target": gates.target,
        "single": numbers_of(gates.single),
        "circuit": [numbers_of(unit) for unit in (*gates.circuit.hidden, gates.circuit.last)],
        "two_layers": gates.two_layers,
        "unit": gates.unit,
    }


def gates_from(work: dict[str, Any]) -> Gates:
    """The state that `work_of` gave. What is missing or makes no sense is as at the first start."""
    first = Gates()
    target = work.get("target")
    kept = work.get("circuit")
    kept = kept if isinstance(kept, list) and len(kept) == len(XOR.hidden) + 1 else [None] * 3
    one, two, last = (
        _perceptron_from(each, default) for each, default in zip(kept, (NAND, OR, AND), strict=True)
    )
    unit = work.get("unit")
    two_layers = work.get("two_layers") is True
    return Gates(
        target="XOR" if two_layers else target if target in TARGETS else first.target,
        single=_perceptron_from(work.get("single"), first.single),
        circuit=TwoLayers((one, two), last),
        two_layers=two_layers,
        unit=unit if type(unit) is int and 0 <= unit <= LAST else first.unit,
    )


def _perceptron_from(numbers: object, default: Perceptron) -> Perceptron:
    if not isinstance(numbers, list | tuple) or len(numbers) != 3:
        return default
    if not all(isinstance(number, int | float) and abs(number) < math.inf for number in numbers):
        return default
    w1, w2, bias = map(_clamped, numbers)
    return Perceptron((w1, w2), bias)


def _clamped(value: float) -> float:
    """Within ±10, to a thousandth, and never −0."""
    return round(float(min(max(value, -LIMIT), LIMIT)), 3) + 0.0
