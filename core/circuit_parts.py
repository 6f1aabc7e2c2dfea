"""What circuits are made of: inputs, perceptrons, blocks and outputs, and the wires between them.

Every part says which signals it listens to (`sources`) and which it gives (`gives`).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, overload

from core.perceptron import Perceptron

if TYPE_CHECKING:
    from core.circuit import Circuit


class Place(NamedTuple):
    """Where a part is drawn, in columns and rows of the sheet from its upper left corner."""

    column: float = 0.0
    row: float = 0.0


_CORNER = Place()


class Source(NamedTuple):
    """Where a signal comes from: the key of an input or a node, and which of its signals.

    Only a block has more than one: `pin` counts the outputs of its circuit from 0.
    """

    node: str
    pin: int = 0


class Wire(NamedTuple):
    """A signal on its way into a perceptron, and how much it counts there."""

    source: Source
    weight: float


@dataclass(frozen=True)
class Input:
    """Where 0 or 1 comes in from outside.

    As with all parts, `key` tells it from every other one, `name` is what is shown, `at` where it is drawn.
    """

    key: str
    name: str
    at: Place = _CORNER

    @property
    def sources(self) -> tuple[Source | None, ...]:
        """Nothing: it listens to no other part."""
        return ()

    @property
    def gives(self) -> tuple[Source, ...]:
        """The one signal that it gives."""
        return (Source(self.key),)


@dataclass(frozen=True)
class Unit:
    """A perceptron in a circuit. It decides on the signals s₁, s₂, … that its wires bring.

    y = 1 if w₁·s₁ + w₂·s₂ + … + b > 0, else 0

    Two wires may bring the same signal, as in NOT made of a NAND: NAND(x, x). Without wires it always
    says the same: whether its bias is above 0.
    """

    key: str
    name: str
    wires: tuple[Wire, ...] = ()
    bias: float = 0.0
    at: Place = _CORNER

    @cached_property
    def weights(self) -> tuple[float, ...]:
        return tuple(wire.weight for wire in self.wires)

    @cached_property
    def sources(self) -> tuple[Source | None, ...]:
        """What it listens to, wire by wire."""
        return tuple(wire.source for wire in self.wires)

    @property
    def gives(self) -> tuple[Source, ...]:
        """The one signal that it gives."""
        return (Source(self.key),)

    @property
    def perceptron(self) -> Perceptron:
        """The same as a Perceptron. Raises ValueRangeError where there are no wires."""
        return Perceptron(self.weights, self.bias)


@dataclass(frozen=True)
class Block:
    """A circuit in a box, used as one part of another. An input with no source reads 0."""

    key: str
    name: str
    circuit: "Circuit"
    sources: tuple[Source | None, ...] = ()  # one for each input of the circuit
    at: Place = _CORNER

    @property
    def gives(self) -> tuple[Source, ...]:
        """The signals that it gives, one for each output of the circuit."""
        return tuple(Source(self.key, pin) for pin in range(len(self.circuit.outputs)))


@dataclass(frozen=True)
class Output:
    """What a circuit says to the outside. With no source it is 0."""

    key: str
    name: str
    source: Source | None = None
    at: Place = _CORNER

    @property
    def sources(self) -> tuple[Source | None, ...]:
        """The one signal that it listens to, or None."""
        return (self.source,)

    @property
    def gives(self) -> tuple[Source, ...]:
        """Nothing: no other part can listen to it."""
        return ()


Node = Unit | Block
Part = Input | Node | Output
Lead = Callable[[Source], Source | None]


@overload
def rewired(part: Node, lead: Lead) -> Node: ...
@overload
def rewired(part: Output, lead: Lead) -> Output: ...
def rewired(part: Node | Output, lead: Lead) -> Node | Output:
    """The same part, listening elsewhere.

    lead: where a signal is to be had now, or None where nowhere. A perceptron loses such a wire; an
    input of a block or an output has no source then.
    """

    def led(source: Source | None) -> Source | None:
        return None if source is None else lead(source)

    if isinstance(part, Unit):
        ends = [(led(wire.source), wire.weight) for wire in part.wires]
        wires = tuple(Wire(source, weight) for source, weight in ends if source is not None)
        return part if wires == part.wires else replace(part, wires=wires)
    if isinstance(part, Block):
        return replace(part, sources=tuple(led(source) for source in part.sources))
    return replace(part, source=led(part.source))
