"""The sums of the network's layers: which there are, and how they land on a function."""

from dataclasses import dataclass

from core.landing import Landing, landing
from core.layers import ActivationLayer, Affine
from core.neuron import Neuron
from core.shapes import Array
from core.trace import ForwardTrace
from gui.panels.activation_curves.readings import line_of

AT_ONCE = 20_000  # sums that are looked through within a millisecond or two; more are a worker's job


@dataclass(frozen=True, eq=False)
class Layer:
    """What goes into the activation of a layer: a_number = x·W + b, for N examples and U units."""

    number: int
    key: str  # of the network's own activation
    sums: Array  # (N, U)

    @property
    def units(self) -> int:
        return int(self.sums.shape[1])


def layers_of(trace: ForwardTrace | None) -> dict[int, Layer]:
    """By number, from 1 as the book counts. A layer with softmax is left out: it has no slope at one sum."""
    found: dict[int, Layer] = {}
    number = 0
    for step in trace.steps if trace is not None else ():
        number += isinstance(step.layer, Affine)
        if isinstance(step.layer, ActivationLayer) and step.layer.activation.elementwise:
            found[number] = Layer(number, step.layer.activation.key, step.input)
    return found


def land(key: str, neuron: Neuron, sums: Array) -> Landing:
    """How these sums land on a function whose curve is h(w·a + b)."""
    return landing(line_of(key), neuron.sums(sums), bins=1)
