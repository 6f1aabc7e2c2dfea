"""Circuits in boxes: put some nodes of a circuit into one, and take them out again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from core.circuit import Block, Circuit, Input, Node, Output, Place, Source
from core.circuit_layout import move, tidy
from core.circuit_names import LONGEST_STEM, free_key, fresh_keys, fresh_names, subscripted
from core.circuit_parts import rewired
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
    own = {node.key for node in inside}
    _check_that_nothing_comes_back(circuit, own)
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

    first = next(k for k, node in enumerate(circuit.nodes) if node.key in own)
    nodes: list[Node] = [rewired(node, led) for node in circuit.nodes if node.key not in own]
    nodes.insert(first, block)
    outputs = tuple(rewired(output, led) for output in circuit.outputs)
    return replace(circuit, nodes=tuple(nodes), outputs=outputs), block


def _check_that_nothing_comes_back(circuit: Circuit, inside: set[str]) -> None:
    reached = set[str]()  # nodes outside that wait for one inside
    for node in circuit.order:
        before = {source.node for source in node.sources if source is not None}
        if node.key not in inside:
            if not (before.isdisjoint(inside) and before.isdisjoint(reached)):
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
    wanted = [f"x{k}" for k in range(1, len(read) + 1)] + ["y"] * len(given)
    keys = fresh_keys([node.key for node in inside], wanted)
    inputs = tuple(Input(key, subscripted(key)) for key in keys[: len(read)])
    entrances = {source: Source(each.key) for source, each in zip(read, inputs, strict=True)}

    def led(source: Source) -> Source:
        return entrances.get(source, source)

    names = circuit.signal_names()
    for output in reversed(circuit.outputs):  # the first output that a signal feeds gives it its name
        if output.source is not None:
            names[output.source] = output.name
    given_names = fresh_names([], [names[source][:LONGEST_STEM] for source in given])
    ends = zip(keys[len(read) :], given_names, given, strict=True)
    outputs = tuple(Output(key, shown, source) for key, shown, source in ends)
    return Circuit(inputs, tuple(rewired(node, led) for node in inside), outputs, name)


def expand(circuit: Circuit, key: str) -> Circuit:
    """Open a block: its nodes lie on the sheet around its place, wired as they were inside.

    What lies to the right of the block moves on to make room. A wire from an input of the block that has
    no source is left out: it brought 0.
    Raises CircuitError("nothing") where no block has this key.
    """
    block = circuit.parts.get(key)
    if not isinstance(block, Block):
        raise CircuitError("nothing", node=key)
    circuit = _with_room_for(circuit, block)
    opened, signals = _laid_open(circuit, block)

    def led(source: Source) -> Source | None:
        if source.node != key:
            return source
        end = block.circuit.outputs[source.pin].source
        return None if end is None else signals[end]

    nodes: list[Node] = []
    for node in circuit.nodes:
        nodes += opened if node.key == key else [rewired(node, led)]
    outputs = tuple(rewired(output, led) for output in circuit.outputs)
    return replace(circuit, nodes=tuple(nodes), outputs=outputs)


def _with_room_for(circuit: Circuit, block: Block) -> Circuit:
    """The circuit with what is right of the block moved on by as many columns as its nodes take up."""
    columns = [node.at.column for node in block.circuit.nodes]
    width = max(columns, default=0.0) - min(columns, default=0.0)
    behind = [part for part in circuit.parts.values() if part.at.column > block.at.column]
    return move(circuit, {each.key: Place(each.at.column + width, each.at.row) for each in behind})


def _laid_open(circuit: Circuit, block: Block) -> tuple[list[Node], Mapping[Source, Source | None]]:
    """The nodes of a block as they lie on the sheet, and where each signal inside it is to be had there.

    They start in the column of the block, above and below its row.
    """
    inner = block.circuit
    others = [part for part in circuit.parts.values() if part.key != block.key]
    keys = fresh_keys([part.key for part in others], [node.key for node in inner.nodes])
    names = fresh_names([part.name for part in others], [node.name for node in inner.nodes])
    outside = dict(zip((node.key for node in inner.nodes), keys, strict=True))
    signals: dict[Source, Source | None] = {
        source: source._replace(node=outside[source.node])
        for source in inner.signal_names()
        if source.node in outside
    }
    entrances = (Source(each.key) for each in inner.inputs)
    signals |= dict(zip(entrances, block.sources, strict=True))
    first = min((node.at.column for node in inner.nodes), default=0.0)
    rows = [node.at.row for node in inner.nodes]
    middle = (min(rows, default=0.0) + max(rows, default=0.0)) / 2

    opened: list[Node] = []
    for node, key, name in zip(inner.nodes, keys, names, strict=True):
        at = Place(block.at.column + node.at.column - first, block.at.row + node.at.row - middle)
        opened.append(rewired(replace(node, key=key, name=name, at=at), signals.__getitem__))
    return opened, signals
