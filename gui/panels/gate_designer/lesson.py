"""A lesson for one perceptron: what it is to learn, how far it has come, how it ends. No widgets."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import numpy as np

from core.circuit import Circuit, Input, Output, Source, Unit
from core.perceptron import AND, MeetingHulls, Perceptron, SeparatingLine, learn, separating_line, truth_table
from core.perceptron_rule import circle_in, mistakes, most_corrections, parts_of_mean
from core.shapes import Array
from gui.panels.gate_designer.design import Design

MOST_ROUNDS = 1000  # after so many without an end it is time to ask whether there will be one
MOST_TRACES = 12  # earlier lines that are remembered

# Why nobody can learn: no perceptron is chosen; it has no wires; some of them come from other
# perceptrons; two of them bring the same input; there is nothing to aim at.
Obstacle = Literal["nobody", "no-wires", "deeper", "twice", "no-goals"]
Ending = Literal["", "learned", "circle", "limit"]
StartPoint = Literal["here", "zeros", "random", "book"]
START_POINTS: tuple[StartPoint, ...] = ("here", "zeros", "random", "book")


# What is to be learned, and by whom


@dataclass(frozen=True)
class Task:
    """What one perceptron is to learn.

    unit: its key. inputs: which inputs of the circuit its wires bring, one for each wire. output: the
    key of the output whose goals are learned. rows: the rows of the truth table that have a goal.
    points: what the wires bring in each of them. goals: 0 or 1 for each.
    """

    unit: str
    inputs: tuple[int, ...]
    output: str
    rows: tuple[int, ...]
    points: tuple[tuple[int, ...], ...]
    goals: tuple[int, ...]

    def examples(self) -> tuple[Array, Array]:
        """Points (M, n), in the order of the wires, and targets (M,)."""
        return np.array(self.points, dtype=np.float64), np.array(self.goals, dtype=np.float64)

    def mistakes(self, perceptron: Perceptron) -> int:
        """How many of the rows it gets wrong now."""
        return mistakes(perceptron, *self.examples())


def task_of(design: Design, unit: Unit | None) -> Task | Obstacle:
    """What this perceptron is to learn, or why that cannot be.

    The goals are those of the output that it feeds; where it feeds none, those of the first output.
    """
    if unit is None:
        return "nobody"
    if not unit.wires:
        return "no-wires"
    circuit = design.circuit
    places = {each.key: k for k, each in enumerate(circuit.inputs)}
    if not all(isinstance(circuit.parts[wire.source.node], Input) for wire in unit.wires):
        return "deeper"
    inputs = tuple(places[wire.source.node] for wire in unit.wires)
    if len(set(inputs)) < len(inputs):
        return "twice"
    output = _output_of(circuit, unit)
    goals = design.goals.get(output.key, ()) if output is not None else ()
    rows = tuple(row for row, goal in enumerate(goals) if goal is not None)
    if output is None or not rows:
        return "no-goals"
    return Task(
        unit.key,
        inputs,
        output.key,
        rows,
        tuple(tuple(row >> k & 1 for k in inputs) for row in rows),
        tuple(goal for goal in goals if goal is not None),
    )


def _output_of(circuit: Circuit, unit: Unit) -> Output | None:
    fed = [output for output in circuit.outputs if output.source == Source(unit.key)]
    return next(iter((*fed, *circuit.outputs)), None)


def start_point(choice: StartPoint, here: Perceptron, rng: np.random.Generator) -> Perceptron:
    """Where learning begins. Random numbers are tenths from -1 to 1; the book's AND has two inputs."""
    n = len(here.weights)
    if choice == "zeros":
        return Perceptron((0.0,) * n, 0.0)
    if choice == "random":
        *weights, bias = (rng.integers(-10, 11, n + 1) / 10).tolist()
        return Perceptron(tuple(weights), bias)
    return AND if choice == "book" and n == len(AND.weights) else here


# How far it has come


@dataclass(frozen=True)
class Look:
    """One row was looked at: what came in, what came out, what was wanted, and the perceptron after."""

    row: int
    x: tuple[int, ...]
    came_out: int
    wanted: int
    after: Perceptron

    @property
    def error(self) -> int:
        """1: should have fired; -1: should not have; 0: right."""
        return self.wanted - self.came_out


@dataclass(frozen=True)
class Progress:
    """How far a lesson has come.

    errors: of each round that is over. so_far: errors of the round under way, None between two rounds.
    ends: the perceptron at the start, and at the end of each round. circle: the two rounds (0 is the start)
    after which the weights were the same. earlier: up to 12 different perceptrons before this one, the
    newest last.
    """

    now: Perceptron
    ends: tuple[Perceptron, ...]
    errors: tuple[int, ...] = ()
    so_far: int | None = None
    corrections: int = 0
    look: Look | None = None
    earlier: tuple[Perceptron, ...] = ()
    ending: Ending = ""
    circle: tuple[int, int] | None = None

    @property
    def round(self) -> int:
        """The round that is under way, or the last one, from 1."""
        return max(len(self.errors) + (self.so_far is not None), 1)


class Lesson:
    """The rule at work on one task. `advance` looks at the next row; `progress` tells what came of it."""

    def __init__(self, task: Task, start: Perceptron, rate: float) -> None:
        self.task = task
        self.start = start
        self.rate = rate
        self.progress = Progress(now=start, ends=(start,))
        points, targets = task.examples()
        self._steps = learn(start, points, targets, rate=rate, epochs=MOST_ROUNDS)

    @property
    def is_over(self) -> bool:
        """Whether there is no further row to look at."""
        return self.progress.ending in ("learned", "limit")

    def advance(self) -> Progress:
        """Look at the next row. At the end of a lesson nothing changes any more."""
        if self.is_over:
            return self.progress
        step, before, task = next(self._steps), self.progress, self.task
        wanted = task.goals[step.row]
        came_out = wanted if not step.wrong else 1 - wanted
        look = Look(task.rows[step.row], task.points[step.row], came_out, wanted, step.perceptron)
        earlier = (*before.earlier, before.now)[-MOST_TRACES:] if step.wrong else before.earlier
        after = replace(
            before,
            now=step.perceptron,
            so_far=step.errors,
            corrections=before.corrections + step.wrong,
            look=look,
            earlier=earlier,
        )
        self.progress = after if step.row < len(task.rows) - 1 else _round_over(after, step.errors)
        return self.progress

    def finish_round(self) -> Progress:
        """Look at all rows that are left of the round, or at all of the next round."""
        rounds = len(self.progress.errors)
        while not self.is_over and len(self.progress.errors) == rounds:
            self.advance()
        return self.progress


def _round_over(progress: Progress, errors: int) -> Progress:
    ended = replace(
        progress,
        so_far=None,
        errors=(*progress.errors, errors),
        ends=(*progress.ends, progress.now),
    )
    if not errors:
        return replace(ended, ending="learned", circle=None)
    if ended.circle is None and (circle := circle_in(ended.ends)) is not None:
        return replace(ended, ending="circle", circle=circle)
    if len(ended.errors) >= MOST_ROUNDS:
        return replace(ended, ending="limit")
    return ended


# Whether it can end


@lru_cache(maxsize=64)
def answer_to(task: Task) -> SeparatingLine | MeetingHulls:
    """The line that does it best, or the proof that none does."""
    return separating_line(*task.examples())


def answer_in_full(task: Task, count: int) -> tuple[SeparatingLine | MeetingHulls, Array, Array]:
    """The same with a number for each of all `count` inputs of the circuit, 0 for those that are not read.

    Returns it with the points (M, count), whole rows of the truth table, and the targets (M,).
    """
    answer, (_, targets) = answer_to(task), task.examples()
    points = truth_table(count)[list(task.rows)]  # (M, count)
    if isinstance(answer, MeetingHulls):
        return replace(answer, point=_spread(answer.point, task, count)), points, targets
    weights = _spread(answer.perceptron.weights, task, count)
    return replace(answer, perceptron=Perceptron(weights, answer.perceptron.bias)), points, targets


def _spread(numbers: tuple[float, ...], task: Task, count: int) -> tuple[float, ...]:
    known = dict(zip(task.inputs, numbers, strict=True))
    return tuple(known.get(k, 0.0) for k in range(count))


def line_over(perceptron: Perceptron, task: Task, axes: tuple[int, int]) -> tuple[float, float, float]:
    """The line (w₁, w₂, b) in the plane over these two inputs; both are the same where there is but one."""
    first, second = (perceptron.weights[task.inputs.index(k)] for k in axes)
    return first, second if axes[0] != axes[1] else 0.0, perceptron.bias


def bound_of(lesson: Lesson) -> float:
    """How many corrections the lesson takes at most."""
    return most_corrections(*lesson.task.examples(), lesson.start, lesson.rate)


def parts_of_proof(proof: MeetingHulls, task: Task, goal: int) -> dict[tuple[float, ...], float]:
    """The points of the rows with this goal that have a part in the proof, and how large it is."""
    return parts_of_mean(proof, *task.examples(), goal)


def is_zero(perceptron: Perceptron) -> bool:
    """Whether all its numbers are 0."""
    return not any((*perceptron.weights, perceptron.bias))
