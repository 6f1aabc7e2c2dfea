"""What a circuit has to be: not too large, and every signal from somewhere."""

import math
from typing import TYPE_CHECKING

from core.circuit_parts import Block, Unit
from core.errors import CircuitError

if TYPE_CHECKING:
    from core.circuit import Circuit

MOST_NODES = 2_000  # in one circuit: more than anybody will look at
MOST_PERCEPTRONS = 20_000  # in a circuit with all that is in its blocks
MOST_NODES_IN_ALL = 40_000  # the same, with the blocks themselves: empty blocks take time, too
MOST_LEVELS = 30  # of blocks inside blocks
MOST_INPUTS = 16  # of a circuit: its truth table has up to 65,536 rows
LARGEST = 1e9  # of a weight, a bias or a place on the sheet, to both sides


def check_circuit(circuit: "Circuit") -> None:
    """Check all but whether signals run in a circle: that is found where the nodes are put in order.

    Raises CircuitError: too-many, same-key, number, block-inputs, no-source; in this order.
    """
    _check_sizes(circuit)
    _check_keys(circuit)
    _check_numbers(circuit)
    _check_sources(circuit)


def _check_sizes(circuit: "Circuit") -> None:
    for what, count, most in (
        ("inputs", len(circuit.inputs), MOST_INPUTS),
        ("nodes", len(circuit.nodes) + len(circuit.outputs), MOST_NODES),
        ("levels", circuit.levels, MOST_LEVELS),
        ("perceptrons", circuit.perceptrons, MOST_PERCEPTRONS),
        ("nodes", circuit.nodes_in_all, MOST_NODES_IN_ALL),
    ):
        if count > most:
            raise CircuitError("too-many", what=what, got=count, limit=most)


def _check_keys(circuit: "Circuit") -> None:
    seen = set[str]()
    for part in (*circuit.inputs, *circuit.nodes, *circuit.outputs):
        if part.key in seen:
            raise CircuitError("same-key", node=part.key)
        seen.add(part.key)


def _check_numbers(circuit: "Circuit") -> None:
    for part in (*circuit.inputs, *circuit.nodes, *circuit.outputs):
        for number in (*part.at, *part.weights, part.bias) if isinstance(part, Unit) else part.at:
            if not (math.isfinite(number) and abs(number) <= LARGEST):
                raise CircuitError("number", node=part.key, got=number, limit=LARGEST)


def _check_sources(circuit: "Circuit") -> None:
    signals = set(circuit.signal_names())
    for node in circuit.nodes:
        if isinstance(node, Block) and len(node.sources) != len(node.circuit.inputs):
            raise CircuitError(
                "block-inputs", node=node.key, got=len(node.sources), expected=len(node.circuit.inputs)
            )
    for part in (*circuit.nodes, *circuit.outputs):
        for source in part.sources:
            if source is not None and source not in signals:
                raise CircuitError("no-source", node=part.key, source=source.node, pin=source.pin)
