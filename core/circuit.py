"""Circuits: perceptrons wired one after the other, so that one decides on what others have decided.

A circuit has inputs, nodes and outputs. A node is a perceptron (`Unit`) or a whole circuit in a box
(`Block`). Every node says itself where its signals come from; a signal's `Source` is the node that
gives it. Signals run one way only: no node may wait for itself.

The parts themselves are in core.circuit_parts; here they are put together, and signals sent through.

Source: Deep Learning from Scratch, sections 2.5 and 2.6.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from core.circuit_checks import (
    LARGEST,
    MOST_INPUTS,
    MOST_LEVELS,
    MOST_NODES,
    MOST_NODES_IN_ALL,
    MOST_PERCEPTRONS,
    check_circuit,
)
from core.circuit_parts import Block, Input, Node, Output, Part, Place, Source, Unit, Wire
from core.errors import CircuitError, ShapeError
from core.firing import Firing, fire
from core.perceptron import truth_table, weighted_sum
from core.shapes import Array

__all__ = [
    "LARGEST",
    "MOST_INPUTS",
    "MOST_LEVELS",
    "MOST_NODES",
    "MOST_NODES_IN_ALL",
    "MOST_PERCEPTRONS",
    "Block",
    "Circuit",
    "Input",
    "Node",
    "Output",
    "Part",
    "Place",
    "Signals",
    "Source",
    "Unit",
    "Wire",
    "rows_of",
    "run",
    "table",
]


@dataclass(frozen=True)
class Circuit:
    """Inputs, perceptrons and blocks, outputs. The order of the nodes does not matter.

    Raises CircuitError where two parts have the same key, a signal comes from nowhere, a node would wait
    for itself, a number is not finite or beyond ±10⁹, or there is too much of something.
    """

    inputs: tuple[Input, ...] = ()
    nodes: tuple[Node, ...] = ()
    outputs: tuple[Output, ...] = ()
    name: str = ""

    def __post_init__(self) -> None:
        check_circuit(self)
        _ = self.order  # raises where there is a cycle

    @cached_property
    def parts(self) -> dict[str, Part]:
        """Every part by its key."""
        return {part.key: part for part in (*self.inputs, *self.nodes, *self.outputs)}

    @cached_property
    def order(self) -> tuple[Node, ...]:
        """The nodes in an order in which signals can run: each after all that it listens to.

        Begin with the nodes that wait for no other node. Each node that is done sets those free that
        waited for it alone. If some are never set free, they wait for each other in a circle.
        Source: Kahn, Topological sorting of large networks (1962).
        """
        nodes = {node.key: node for node in self.nodes}
        waits_for = {
            key: {source.node for source in node.sources if source is not None and source.node in nodes}
            for key, node in nodes.items()
        }
        waiting = {key: len(before) for key, before in waits_for.items()}
        followers: dict[str, list[str]] = {key: [] for key in waits_for}
        for key, before in waits_for.items():
            for each in before:
                followers[each].append(key)
        free = [key for key, count in waiting.items() if count == 0]
        for key in free:  # grows while it is gone through
            for follower in followers[key]:
                waiting[follower] -= 1
                if waiting[follower] == 0:
                    free.append(follower)
        if len(free) < len(self.nodes):
            raise CircuitError("cycle", node=_in_a_circle(waits_for, waiting))
        return tuple(nodes[key] for key in free)

    @cached_property
    def layers(self) -> dict[str, int]:
        """For each part, through how many nodes a signal has gone when it leaves it: 0 for inputs.

        An output counts as one further than what it listens to.
        """
        found = {each.key: 0 for each in self.inputs}
        for node in self.order:
            before = [found[source.node] for source in node.sources if source is not None]
            found[node.key] = 1 + max(before, default=0)
        for output in self.outputs:
            found[output.key] = 1 + (found[output.source.node] if output.source is not None else 0)
        return found

    @cached_property
    def only_perceptron(self) -> Unit | None:
        """The perceptron that is the whole circuit: the only node, and all that the only output says."""
        if len(self.nodes) != 1 or len(self.outputs) != 1:
            return None
        (node,), (output,) = self.nodes, self.outputs
        return node if isinstance(node, Unit) and output.source == Source(node.key) else None

    @cached_property
    def perceptrons(self) -> int:
        """How many there are, with those in blocks."""
        return sum(1 if isinstance(node, Unit) else node.circuit.perceptrons for node in self.nodes)

    @cached_property
    def nodes_in_all(self) -> int:
        """How many perceptrons and blocks there are, with those in blocks."""
        inside = (node.circuit.nodes_in_all for node in self.nodes if isinstance(node, Block))
        return len(self.nodes) + sum(inside)

    @cached_property
    def levels(self) -> int:
        """How deep blocks lie inside blocks: 0 without any."""
        return max((1 + node.circuit.levels for node in self.nodes if isinstance(node, Block)), default=0)

    def signal_names(self) -> dict[Source, str]:
        """Every signal by what it is called: x₁, s₁, and HALF_ADDER.carry for one of several of a block."""
        names = {Source(each.key): each.name for each in self.inputs}
        for node in self.nodes:
            if isinstance(node, Unit) or len(node.circuit.outputs) == 1:
                names[Source(node.key)] = node.name
            else:
                for source, output in zip(node.gives, node.circuit.outputs, strict=True):
                    names[source] = f"{node.name}.{output.name}"
        return names


@dataclass(frozen=True, eq=False)
class Signals:
    """What runs through a circuit. All arrays have the shape of the rows of inputs that were sent in.

    values: of every signal, by its source; 0 or 1 where the step decides, else any number, even inf or nan.
    sums: of every perceptron (those inside of blocks are not listed), by its key.
    outputs: (..., m), one for each output.
    """

    values: Mapping[Source, Array]
    sums: Mapping[str, Array]
    outputs: Array


@np.errstate(over="ignore", invalid="ignore")  # of infinite signals: ∞ · 0 and ∞ - ∞ are nan
def run(
    circuit: Circuit, x: Array, firing: Firing = 0.0, forced: Mapping[str, Array] | None = None
) -> Signals:
    """Send inputs through a circuit: one row of 0 and 1, a whole truth table, or a million points.

    x: (..., n), a number for each input. firing: see core.firing, in blocks too. forced: what some
    perceptrons are made to say whatever their sums are, by key, each (...) or a single number.
    Raises ShapeError where the last axis of x does not have one number for each input.
    """
    x = np.asarray(x, dtype=np.float64)
    if x.shape[-1:] != (len(circuit.inputs),):
        raise ShapeError("x", got=x.shape, expected=("...", len(circuit.inputs)))
    rows = x.shape[:-1]
    values: dict[Source, Array] = {Source(each.key): x[..., k] for k, each in enumerate(circuit.inputs)}
    sums: dict[str, Array] = {}
    nothing = np.zeros(rows)  # (...) what comes where no wire ends
    for node in circuit.order:
        signals = [nothing if source is None else values[source] for source in node.sources]  # k of (...)
        if isinstance(node, Block):
            inner = np.stack(signals, axis=-1) if signals else np.empty((*rows, 0))  # (..., n)
            outputs = run(node.circuit, inner, firing).outputs  # (..., m)
            for source in node.gives:
                values[source] = outputs[..., source.pin]
        else:
            total = weighted_sum(signals, node.weights, node.bias)
            sums[node.key] = total if total.shape == rows else np.broadcast_to(total, rows)
            said = fire(sums[node.key], firing)
            if forced is not None and node.key in forced:
                said = np.broadcast_to(np.asarray(forced[node.key], dtype=np.float64), rows)
            values[Source(node.key)] = said
    ends = [nothing if each.source is None else values[each.source] for each in circuit.outputs]
    return Signals(values, sums, np.stack(ends, axis=-1) if ends else np.empty((*rows, 0)))


def table(circuit: Circuit, firing: Firing = 0.0) -> Signals:
    """The truth table with every signal in it: `run` on all rows of `truth_table`, x₁ changing fastest."""
    return run(circuit, rows_of(circuit), firing)


def rows_of(circuit: Circuit) -> Array:
    """The rows of the truth table, (2ⁿ, n): every combination of 0 and 1 at the inputs.

    Without inputs there is one row, with nothing in it.
    """
    return truth_table(len(circuit.inputs)) if circuit.inputs else np.empty((1, 0))


def _in_a_circle(waits_for: Mapping[str, set[str]], waiting: Mapping[str, int]) -> str:
    """A node that waits for itself, of those that were never set free.

    Each of them waits for another of them: going from one to the next must come back somewhere.
    """
    key = next(key for key, count in waiting.items() if count > 0)
    seen = set[str]()
    while key not in seen:
        seen.add(key)
        key = min(before for before in waits_for[key] if waiting[before] > 0)
    return key
