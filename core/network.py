"""A network: layers in a row, each taking what the one before it gave.

Source: Deep Learning from Scratch, sections 3.4 to 3.6.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from core.activations import ACTIVATIONS, Activation
from core.errors import ShapeError, ValueRangeError
from core.layers import ActivationLayer, Affine, Layer
from core.shapes import Array, check_shape
from core.trace import ForwardTrace, Step


@dataclass(frozen=True, eq=False)
class Network:
    """Layers in a row. It never changes: training returns new ones.

    Raises ShapeError, naming the weights ("W2"), where one layer does not fit the one before it,
    and ValueRangeError where there is no layer with weights.
    """

    layers: tuple[Layer, ...]

    def __post_init__(self) -> None:
        affines = [layer for layer in self.layers if isinstance(layer, Affine)]
        if not affines:
            raise ValueRangeError("layers", got=len(self.layers), expected="at least one affine layer")
        for number, (before, after) in enumerate(pairwise(affines), start=2):
            rows, columns = after.W.shape
            if rows != before.W.shape[1]:
                raise ShapeError(f"W{number}", got=(rows, columns), expected=(before.W.shape[1], columns))

    @property
    def sizes(self) -> tuple[int, ...]:
        """The width of the input and of every layer: (784, 50, 100, 10)."""
        affines = [layer for layer in self.layers if isinstance(layer, Affine)]
        return (affines[0].W.shape[0], *(layer.W.shape[1] for layer in affines))

    @property
    def input_size(self) -> int:
        """How many numbers an example has."""
        return next(layer.W.shape[0] for layer in self.layers if isinstance(layer, Affine))

    @property
    def dtype(self) -> np.dtype[np.floating]:
        """The floating type of the weights."""
        return next(layer.W.dtype for layer in self.layers if isinstance(layer, Affine))

    @property
    def parameter_count(self) -> int:
        """How many numbers were learned: all weights and biases."""
        return sum(array.size for layer in self.layers for array in layer.parameters.values())

    def forward(self, x: Array) -> ForwardTrace:
        """Send a batch through all layers and keep everything on the way.

        An activation may have no value for some sums (the log of −1), or one beyond all floats. Such
        NaN and inf go on through the layers behind it, without a warning; the trace shows where they began.

        x: (N, D) float, a row for each example. Returns a ForwardTrace with a step for each layer.
        Raises ShapeError where x is not (N, D).
        """
        x = np.asarray(x)
        check_shape("x", x, ("N", self.input_size))
        steps = []
        with np.errstate(over="ignore", invalid="ignore"):
            for layer in self.layers:
                y = layer.forward(x)
                steps.append(Step(layer, x, y))
                x = y
        return ForwardTrace(tuple(steps))

    def predict(self, x: Array) -> Array:
        """What the network answers: probabilities where its last layer is softmax.

        x: (N, D) float. Returns (N, K). Raises ShapeError where x is not (N, D).
        """
        return self.forward(x).output


def hidden_places(network: Network) -> tuple[int, ...]:
    """The places in `layers` of the activations between two layers: all but the one at the end."""
    last = len(network.layers) - 1
    return tuple(
        place
        for place, layer in enumerate(network.layers)
        if isinstance(layer, ActivationLayer) and place != last
    )


def with_activation(network: Network, place: int, activation: Activation) -> Network:
    """The same weights with another activation after one of the layers.

    place: which of `layers` it is, from 0; in 784-50-100-10 the hidden ones are 1 and 3.
    Raises ValueRangeError where no activation stands at that place.
    """
    layers = network.layers
    if not (0 <= place < len(layers) and isinstance(layers[place], ActivationLayer)):
        expected = ", ".join(str(k) for k, layer in enumerate(layers) if isinstance(layer, ActivationLayer))
        raise ValueRangeError("place", got=place, expected=expected)
    return replace(network, layers=(*layers[:place], ActivationLayer(activation), *layers[place + 1 :]))


def multilayer(
    parameters: list[tuple[Array, Array]], hidden: str = "sigmoid", output: str = "softmax"
) -> Network:
    """The network of the book: affine layers with an activation after each.

    parameters: (W, b) for each affine layer, W (D, M) and b (M,). `hidden` and `output` are keys
    of ACTIVATIONS.
    Raises ValueRangeError for a key that is not there, and what Affine and Network raise.
    Source: Deep Learning from Scratch, section 3.4.
    """
    for name, key in (("hidden", hidden), ("output", output)):
        if key not in ACTIVATIONS:
            raise ValueRangeError(name, got=key, expected=", ".join(ACTIVATIONS))
    layers: list[Layer] = []
    for number, (W, b) in enumerate(parameters, start=1):
        layers.append(Affine(W, b))
        layers.append(ActivationLayer(ACTIVATIONS[output if number == len(parameters) else hidden]))
    return Network(tuple(layers))


def random_network(
    sizes: tuple[int, ...], rng: "np.random.Generator", hidden: str = "sigmoid", output: str = "softmax"
) -> Network:
    """A network that has learned nothing yet: random weights, zero biases, float32.

    The weights are normal numbers with a spread of √(1/D) (Xavier) for sigmoid and tanh, and of
    √(2/D) (He) for the ReLU family, so that signals neither fade nor explode on their way.

    sizes: (784, 50, 100, 10). rng: where the random numbers come from.
    Source: Deep Learning from Scratch, section 6.2.
    """
    gain = 2.0 if hidden in ("relu", "leaky_relu", "softplus", "gelu") else 1.0
    parameters = []
    for inputs, outputs in pairwise(sizes):
        W = rng.standard_normal((inputs, outputs), dtype=np.float32) * np.float32(np.sqrt(gain / inputs))
        parameters.append((W, np.zeros(outputs, dtype=np.float32)))
    return multilayer(parameters, hidden, output)
