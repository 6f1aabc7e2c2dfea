"""Circuits in boxes: put some nodes of a circuit into one, and take them out again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from core.circuit import Block, Circuit, Input, Node, Output, Place, Source
from core.circuit_layout import tidy
from core.circuit_parts import free_key, fresh_key, fresh_name, rewired, subscripted
from core.errors import CircuitError


def collapse(circuit: Circuit, keys: Collection[str], name: str) -> tuple[Circuit, Block]:
    """Put nodes into a block of this name. The circuit computes the same as before.

    What the nodes read from outside becomes the block's inputs, those of the circuit first. What is
    read of them outside becomes its outputs; where nothing is, what none of themselves reads.
    Inputs and outputs among the keys stay where they are.

    Returns the circuit with the block, and the block.
    Raises CircuitError("nothing") without any node, "cycle" where a signal leaves the nodes and comes
    back to them (`node` is the one outside), "too-many" where they read more than 16 signals.
    """
    inside = tuple(node for node in circuit.nodes if node.key in keys)
    if not inside:
        raise CircuitError("nothing")
    _check_that_nothing_comes_back(circuit, {node.key for node in inside})
    read, given = _read_by(circuit, inside), _given_by(circuit, inside)
    inner = tidy(_inner_circuit(circuit, inside, read, given, name))
    at = Place(
        sum(node.at.column for node in inside) / len(inside),
        sum(node.at.row for node in inside) / len(inside),
    )
    block = Block(free_key(circuit, "g"), name, inner, tuple(read), at)
    pins = {source: Source(block.key, pin) for pin, source in enumerate(given)}

    def led(source: Source) -> Source:
        return pins.get(source, source)

    first = next(k for k, node in enumerate(circuit.nodes) if node in inside)
    nodes: list[Node] = [rewired(node, led) for node in circuit.nodes if node not in inside]
    nodes.insert(first, block)
    outputs = tuple(rewired(output, led) for output in circuit.outputs)
    return replace(circuit, nodes=tuple(nodes), outputs=outputs), block


def _check_that_nothing_comes_back(circuit: Circuit, inside: Collection[str]) -> None:
    reached = set[str]()  # nodes outside that wait for one inside
    for node in circuit.order:
        before = {source.node for source in node.sources if source is not None}
        if node.key not in inside:
            if not before.isdisjoint(reached | set(inside)):
                reached.add(node.key)
        elif back := [key for key in reached if key in before]:
            raise CircuitError("cycle", node=back[0])


def _read_by(circuit: Circuit, inside: Sequence[Node]) -> list[Source]:
    """The signals from outside that these nodes read: inputs in their order, then the rest."""
    own = {node.key for node in inside}
    read = {source for node in inside for source in node.sources if source is not None}
    return [source for source in circuit.signal_names() if source in read and source.node not in own]


def _given_by(circuit: Circuit, inside: Sequence[Node]) -> list[Source]:
    """The signals of these nodes that are read outside: by outputs in their order, then by nodes."""
    own = {node.key for node in inside}
    outside = [node for node in circuit.nodes if node.key not in own]
    ends = [output.source for output in circuit.outputs]
    for node in outside:
        ends += node.sources
    read = [source for source in ends if source is not None and source.node in own]
    if not read:
        inner = {source for node in inside for source in node.sources}
        read = [s for s in circuit.signal_names() if s.node in own and s not in inner]
    return list(dict.fromkeys(read))


def _inner_circuit(
    circuit: Circuit, inside: Sequence[Node], read: Sequence[Source], given: Sequence[Source], name: str
) -> Circuit:
    """The nodes as a circuit of their own, which reads and gives these signals."""
    taken = {node.key for node in inside}
    inputs = []
    for k in range(1, len(read) + 1):
        key = fresh_key(taken, f"x{k}")
        taken.add(key)
        inputs.append(Input(key, subscripted(key)))
    entrances = {source: Source(each.key) for source, each in zip(read, inputs, strict=True)}

    def led(source: Source) -> Source:
        return entrances.get(source, source)

    names = circuit.signal_names()
    for output in reversed(circuit.outputs):  # the first output that a signal feeds gives it its name
        if output.source is not None:
            names[output.source] = output.name
    outputs: list[Output] = []
    for source in given:
        key = fresh_key(taken, "y")
        taken.add(key)
        outputs.append(Output(key, fresh_name([each.name for each in outputs], names[source]), source))
    return Circuit(tuple(inputs), tuple(rewired(node, led) for node in inside), tuple(outputs), name)


def expand(circuit: Circuit, key: str) -> Circuit:
    """Open a block: its nodes lie on the sheet around its place, wired as they were inside.

    A wire from an input of the block that has no source is left out: it brought 0.
    Raises CircuitError("nothing") where no block has this key.
    """
    block = circuit.parts.get(key)
    if not isinstance(block, Block):
        raise CircuitError("nothing", node=key)
    others = [part for part in circuit.parts.values() if part.key != key]
    new_keys = _keys_outside({part.key for part in others}, block.circuit)
    signals = _signals_outside(block, new_keys)

    def led_inside(source: Source) -> Source | None:
        return signals[source]

    def led(source: Source) -> Source | None:
        if source.node != key:
            return source
        end = block.circuit.outputs[source.pin].source
        return None if end is None else signals[end]

    names = {part.name for part in others}
    places = _places_outside(block)
    opened: list[Node] = []
    for node in block.circuit.nodes:
        new = replace(node, key=new_keys[node.key], name=fresh_name(names, node.name), at=places[node.key])
        names.add(new.name)
        opened.append(rewired(new, led_inside))
    nodes: list[Node] = []
    for node in circuit.nodes:
        nodes += opened if node.key == key else [rewired(node, led)]
    outputs = tuple(rewired(output, led) for output in circuit.outputs)
    return replace(circuit, nodes=tuple(nodes), outputs=outputs)


def _keys_outside(taken: set[str], inner: Circuit) -> dict[str, str]:
    """Keys for the nodes of a block that no part outside has."""
    found: dict[str, str] = {}
    for node in inner.nodes:
        found[node.key] = fresh_key(taken, node.key)
        taken.add(found[node.key])
    return found


def _signals_outside(block: Block, new_keys: Mapping[str, str]) -> dict[Source, Source | None]:
    """Where each signal inside the block is to be had once it is open."""
    found: dict[Source, Source | None] = {
        source: Source(new_keys[source.node], source.pin)
        for source in block.circuit.signal_names()
        if source.node in new_keys
    }
    for each, source in zip(block.circuit.inputs, block.sources, strict=True):
        found[Source(each.key)] = source
    return found


def _places_outside(block: Block) -> dict[str, Place]:
    """Places for the nodes of a block: as inside, with their middle where the block was."""
    places = [node.at for node in block.circuit.nodes]
    if not places:
        return {}
    column = (min(at.column for at in places) + max(at.column for at in places)) / 2
    row = (min(at.row for at in places) + max(at.row for at in places)) / 2
    return {
        node.key: Place(block.at.column + node.at.column - column, block.at.row + node.at.row - row)
        for node in block.circuit.nodes
    }
