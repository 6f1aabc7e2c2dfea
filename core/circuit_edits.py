"""Edits of a circuit. Each gives a new circuit and leaves the old one as it was, so all can be undone.

All of them raise CircuitError("nothing") where there is no such part or wire, and whatever Circuit
raises where the new circuit cannot be.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from core.circuit import Block, Circuit, Input, Output, Place, Source, Unit, Wire
from core.circuit_blocks import collapse, expand
from core.circuit_layout import free_place, move, tidy
from core.circuit_names import free_key, fresh_keys, fresh_names
from core.circuit_parts import Part, rewired
from core.errors import CircuitError

__all__ = [
    "add",
    "collapse",
    "connect",
    "disconnect",
    "expand",
    "free_key",
    "free_place",
    "heard_by",
    "move",
    "part_of",
    "paste",
    "reconnect",
    "remove",
    "tidy",
    "with_bias",
    "with_name",
    "with_weight",
]

AnyPart = TypeVar("AnyPart", bound=Part)
Item = TypeVar("Item")

NEW_WEIGHT = 0.5  # of a wire that was just drawn: as in the book's AND
PASTED_ASIDE = Place(0.4, 0.4)  # how far a copy lies from what was copied
MOST_PASTED_INPUTS = 4  # as many as a truth table can have that is looked at


def add(circuit: Circuit, part: Part) -> Circuit:
    """Put one more part on the sheet, after all others of its kind."""
    if isinstance(part, Input):
        return replace(circuit, inputs=(*circuit.inputs, part))
    if isinstance(part, Output):
        return replace(circuit, outputs=(*circuit.outputs, part))
    return replace(circuit, nodes=(*circuit.nodes, part))


def remove(circuit: Circuit, keys: Collection[str]) -> Circuit:
    """Take parts away, with all wires from and to them."""
    return part_of(circuit, circuit.parts.keys() - set(keys))


def part_of(circuit: Circuit, keys: Collection[str]) -> Circuit:
    """These parts as a circuit of their own, with the wires between them."""

    def kept(source: Source) -> Source | None:
        return source if source.node in keys else None

    return replace(
        circuit,
        inputs=tuple(each for each in circuit.inputs if each.key in keys),
        nodes=tuple(rewired(node, kept) for node in circuit.nodes if node.key in keys),
        outputs=tuple(rewired(each, kept) for each in circuit.outputs if each.key in keys),
    )


def paste(circuit: Circuit, part: Circuit) -> tuple[Circuit, frozenset[str]]:
    """Put a copy of a circuit's parts on the sheet, a little aside, and say what their keys are.

    A key or name that is taken gets the next free number. Inputs are pasted as long as there are no
    more than four of them; wires from the others vanish.
    """
    inputs = part.inputs[: max(0, MOST_PASTED_INPUTS - len(circuit.inputs))]
    parts = (*inputs, *part.nodes, *part.outputs)
    new_keys = fresh_keys(circuit.parts, [each.key for each in parts])
    new_names = fresh_names([each.name for each in circuit.parts.values()], [each.name for each in parts])
    keys = dict(zip((each.key for each in parts), new_keys, strict=True))
    names = dict(zip((each.key for each in parts), new_names, strict=True))

    def copied(each: AnyPart) -> AnyPart:
        at = Place(each.at.column + PASTED_ASIDE.column, each.at.row + PASTED_ASIDE.row)
        return replace(each, key=keys[each.key], name=names[each.key], at=at)

    def led(source: Source) -> Source | None:
        return source._replace(node=keys[source.node]) if source.node in keys else None

    pasted = replace(
        circuit,
        inputs=(*circuit.inputs, *(copied(each) for each in inputs)),
        nodes=(*circuit.nodes, *(rewired(copied(each), led) for each in part.nodes)),
        outputs=(*circuit.outputs, *(rewired(copied(each), led) for each in part.outputs)),
    )
    return pasted, frozenset(new_keys)


# Wires


def connect(
    circuit: Circuit, source: Source, key: str, pin: int | None = None, weight: float = NEW_WEIGHT
) -> Circuit:
    """Lead a signal into a part: one more wire of a perceptron, or the one that ends in an output.

    Of a block it becomes input `pin`, or the first that is free where pin is None.
    Raises CircuitError("cycle") where the part would wait for itself, and CircuitError("block-inputs")
    where the block has no such input, or none that is free.
    """
    part = _part(circuit, key)
    if isinstance(part, Input):
        raise CircuitError("nothing", node=key)
    if isinstance(part, Output):
        return _with(circuit, replace(part, source=source))
    if key in heard_by(circuit, source.node):
        raise CircuitError("cycle", node=key)
    if isinstance(part, Unit):
        return _with(circuit, replace(part, wires=(*part.wires, Wire(source, weight))))
    inputs = len(part.sources)
    if pin is None:
        pin = part.sources.index(None) if None in part.sources else inputs
    if not 0 <= pin < inputs:
        raise CircuitError("block-inputs", node=key, got=pin + 1, expected=inputs)
    return _with(circuit, replace(part, sources=_replaced(part.sources, pin, source)))


def disconnect(circuit: Circuit, key: str, index: int = 0) -> Circuit:
    """Take a wire away: of a perceptron its wire `index`, of a block what comes into that input."""
    part = _part(circuit, key)
    if isinstance(part, Output):
        return _with(circuit, replace(part, source=None))
    if isinstance(part, Input) or not 0 <= index < len(part.sources):
        raise CircuitError("nothing", node=key)
    if isinstance(part, Unit):
        return _with(circuit, replace(part, wires=part.wires[:index] + part.wires[index + 1 :]))
    return _with(circuit, replace(part, sources=_replaced(part.sources, index, None)))


def reconnect(circuit: Circuit, key: str, index: int, to: str, pin: int | None = None) -> Circuit:
    """Lead the end of a wire to another part, or to another input of a block. It keeps its weight, if any.

    key, index: where it ends now, as in `disconnect`. to, pin: where it is to end, as in `connect`.
    Raises what these two raise, and CircuitError("nothing") where no wire ends there.
    """
    part = _part(circuit, key)
    source = part.sources[index] if 0 <= index < len(part.sources) else None
    if source is None:
        raise CircuitError("nothing", node=key)
    if to == key and not isinstance(part, Block):
        return circuit  # at a perceptron it does not matter where a wire ends
    weight = part.wires[index].weight if isinstance(part, Unit) else NEW_WEIGHT
    return connect(disconnect(circuit, key, index), source, to, pin, weight)


def heard_by(circuit: Circuit, key: str) -> frozenset[str]:
    """All parts that have a say in what this one says, itself as well: a wire to them would close a circle.

    Go through the nodes against the order of the signals: whoever listens comes before what it listens to.
    """
    found = {key} & circuit.parts.keys()
    for node in reversed(circuit.order):
        if node.key in found:
            found |= {source.node for source in node.sources if source is not None}
    return frozenset(found)


# Numbers and names


def with_weight(circuit: Circuit, key: str, index: int, weight: float) -> Circuit:
    """Another weight for wire `index` of a perceptron."""
    unit = _unit(circuit, key)
    if not 0 <= index < len(unit.wires):
        raise CircuitError("nothing", node=key)
    wire = unit.wires[index]._replace(weight=weight)
    return _with(circuit, replace(unit, wires=_replaced(unit.wires, index, wire)))


def with_bias(circuit: Circuit, key: str, bias: float) -> Circuit:
    """Another bias for a perceptron."""
    return _with(circuit, replace(_unit(circuit, key), bias=bias))


def with_name(circuit: Circuit, key: str, name: str) -> Circuit:
    """Another name for a part. Its key stays, and with it all wires."""
    return _with(circuit, replace(_part(circuit, key), name=name))


def _part(circuit: Circuit, key: str) -> Part:
    try:
        return circuit.parts[key]
    except KeyError:
        raise CircuitError("nothing", node=key) from None


def _unit(circuit: Circuit, key: str) -> Unit:
    part = _part(circuit, key)
    if not isinstance(part, Unit):
        raise CircuitError("nothing", node=key)
    return part


def _with(circuit: Circuit, part: Part) -> Circuit:
    """The circuit with this part in place of the one that has the same key."""
    if isinstance(part, Input):
        return replace(circuit, inputs=_exchanged(circuit.inputs, part))
    if isinstance(part, Output):
        return replace(circuit, outputs=_exchanged(circuit.outputs, part))
    return replace(circuit, nodes=_exchanged(circuit.nodes, part))


def _exchanged(parts: tuple[AnyPart, ...], part: AnyPart) -> tuple[AnyPart, ...]:
    return tuple(part if each.key == part.key else each for each in parts)


def _replaced(items: tuple[Item, ...], index: int, item: Item) -> tuple[Item, ...]:
    return (*items[:index], item, *items[index + 1 :])
