"""A circuit with all of its blocks opened: the perceptrons that have a say in one signal, and no others."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.circuit import MOST_INPUTS, Block, Circuit, Node, Source
from core.errors import CircuitError


@dataclass(frozen=True)
class Opened:
    """A perceptron out of its block.

    key: its own, after those of the blocks that it was in: "block/unit".
    number: of the signal that it gives; signals: the numbers of those that it reads, one for each of
    its weights. Those below MOST_INPUTS are the inputs of the circuit. Wires that bring nothing are left out.
    """

    key: str
    number: int
    signals: tuple[int, ...]
    weights: tuple[float, ...]
    bias: float

    @property
    def reads_inputs_only(self) -> bool:
        return all(number < MOST_INPUTS for number in self.signals)


def opened(circuit: Circuit, source: Source) -> tuple[tuple[Opened, ...], int | None]:
    """The perceptrons that a signal depends on, each after all that it listens to, and its number.

    The number is None where nothing comes: an output of a block that is wired to nothing.
    Raises CircuitError where the circuit has no such signal.
    """
    if source not in circuit.signal_names():
        raise CircuitError("no-source", node="", source=source.node, pin=source.pin)
    found: list[Opened] = []
    (number,) = _opened(circuit, (source,), range(len(circuit.inputs)), "", found)
    needed = {number}
    kept = []
    for each in reversed(found):  # a block may have more outputs than the one that counts here
        if each.number in needed:
            needed.update(each.signals)
            kept.append(each)
    return tuple(reversed(kept)), number


def _opened(
    circuit: Circuit,
    wanted: Sequence[Source | None],
    inputs: Sequence[int | None],
    path: str,
    found: list[Opened],
) -> list[int | None]:
    """Add to `found` what the wanted signals depend on, and return their numbers.

    inputs: the numbers of the signals that go into the circuit. path: the keys of the blocks it is in.
    """
    numbers: dict[Source | None, int | None] = {None: None}
    numbers.update((Source(each.key), number) for each, number in zip(circuit.inputs, inputs, strict=True))
    for node in _asked(circuit, wanted):
        signals = [numbers[source] for source in node.sources]
        if isinstance(node, Block):
            ends = [output.source for output in node.circuit.outputs]
            given = _opened(node.circuit, ends, signals, f"{path}{node.key}/", found)
            numbers.update(zip(node.gives, given, strict=True))
            continue
        wires = [(k, w) for k, w in zip(signals, node.weights, strict=True) if k is not None]
        number = numbers[Source(node.key)] = MOST_INPUTS + len(found)
        found.append(
            Opened(path + node.key, number, tuple(k for k, _ in wires), tuple(w for _, w in wires), node.bias)
        )
    return [numbers[source] for source in wanted]


def _asked(circuit: Circuit, wanted: Sequence[Source | None]) -> list[Node]:
    """The nodes that the wanted signals depend on, each after all that it listens to."""
    keys = {source.node for source in wanted if source is not None}
    nodes = []
    for node in reversed(circuit.order):
        if node.key in keys:
            keys.update(source.node for source in node.sources if source is not None)
            nodes.append(node)
    return nodes[::-1]
