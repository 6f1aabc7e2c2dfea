"""Where the parts of a circuit lie on the sheet, so that signals run from left to right."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from core.circuit import Circuit, Input, Output, Place
from core.circuit_parts import Part


def free_place(circuit: Circuit, column: float) -> Place:
    """A place in this column with nothing on it: below all that is there, or half way down the sheet."""
    rows = [part.at.row for part in circuit.parts.values() if abs(part.at.column - column) < 1]
    if rows:
        return Place(column, max(rows) + 1)
    rows = [part.at.row for part in circuit.parts.values()]
    return Place(column, (min(rows) + max(rows)) / 2 if rows else 0.0)


def move(circuit: Circuit, places: Mapping[str, Place]) -> Circuit:
    """The same circuit with some of its parts elsewhere. Keys that no part has are passed over."""
    return replace(
        circuit,
        inputs=tuple(replace(part, at=places.get(part.key, part.at)) for part in circuit.inputs),
        nodes=tuple(replace(part, at=places.get(part.key, part.at)) for part in circuit.nodes),
        outputs=tuple(replace(part, at=places.get(part.key, part.at)) for part in circuit.outputs),
    )


def tidy(circuit: Circuit) -> Circuit:
    """Give every part a place: one column for each layer, the outputs after the last of them.

    Parts lie one row apart, every column around the middle of the tallest one. Within a column they
    follow the mean row of what they listen to, so that few wires cross. Where the parts lay before
    makes no difference.
    """
    columns = _columns(circuit)
    tallest = max((len(column) for column in columns.values()), default=0)
    rows: dict[str, float] = {}
    for column in columns.values():
        first = (tallest - len(column)) / 2
        heard = {part.key: _mean_row_before(part, rows, middle=(tallest - 1) / 2) for part in column}
        ordered = sorted(column, key=lambda part: heard[part.key])
        rows |= {part.key: first + k for k, part in enumerate(ordered)}
    return move(
        circuit, {part.key: Place(c, rows[part.key]) for c, column in columns.items() for part in column}
    )


def _columns(circuit: Circuit) -> dict[float, list[Part]]:
    """The parts of each column, from left to right."""
    layers = circuit.layers
    last = 1 + max((layers[node.key] for node in circuit.nodes), default=0)
    nodes = sorted(circuit.nodes, key=lambda node: layers[node.key])
    columns: dict[float, list[Part]] = {0.0: list(circuit.inputs)}
    for layer, group in groupby(nodes, key=lambda node: layers[node.key]):
        columns[float(layer)] = list(group)
    columns[float(last)] = list(circuit.outputs)
    return columns


def _mean_row_before(part: Part, rows: Mapping[str, float], middle: float) -> float:
    """The mean row of what a part listens to; the middle of the sheet where it listens to nothing."""
    if isinstance(part, Input):
        return 0.0
    sources = (part.source,) if isinstance(part, Output) else part.sources
    before = [rows[source.node] for source in sources if source is not None]
    return sum(before) / len(before) if before else middle
