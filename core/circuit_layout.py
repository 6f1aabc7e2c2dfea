"""Where the parts of a circuit lie on the sheet, so that signals run from left to right."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from core.circuit import Circuit, Part, Place
from core.circuit_order import columns_of

AnyPart = TypeVar("AnyPart", bound=Part)


def free_place(circuit: Circuit, column: float) -> Place:
    """A place in this column with nothing on it: below all that is there, or half way down the sheet."""
    rows = [part.at.row for part in circuit.parts.values() if abs(part.at.column - column) < 1]
    if rows:
        return Place(column, max(rows) + 1)
    rows = [part.at.row for part in circuit.parts.values()]
    return Place(column, (min(rows) + max(rows)) / 2 if rows else 0.0)


def move(circuit: Circuit, places: Mapping[str, Place]) -> Circuit:
    """The same circuit with some of its parts elsewhere. Keys that no part has are passed over."""

    def moved(part: AnyPart) -> AnyPart:
        return replace(part, at=places[part.key]) if part.key in places else part

    return replace(
        circuit,
        inputs=tuple(moved(part) for part in circuit.inputs),
        nodes=tuple(moved(part) for part in circuit.nodes),
        outputs=tuple(moved(part) for part in circuit.outputs),
    )


def tidy(circuit: Circuit) -> Circuit:
    """Give every part a place: one column for each layer, the outputs after the last of them.

    What is in a column lies one row apart, around the middle of the tallest column. A signal that passes
    a column on its way further on takes up a row there, so that its wire does not run behind a node.
    Inputs and outputs keep their order; what is between is ordered so that few wires cross.

    Where the parts lay before makes no difference.
    """
    places = {
        item: Place(float(column), row - len(items) / 2)
        for column, items in enumerate(columns_of(circuit))
        for row, item in enumerate(items)
        if isinstance(item, str)  # and is no passing signal
    }
    top = min((at.row for at in places.values()), default=0.0)
    return move(circuit, {key: Place(at.column, at.row - top) for key, at in places.items()})
