"""How a network learns: measure the error, send it back through the layers, take a small step down.

Chapters 4 to 6 of Deep Learning from Scratch in plain NumPy. Nothing here changes an array or a
network in place: every step returns new ones.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from core.errors import ShapeError, ValueRangeError
from core.layers import ActivationLayer, Gradients
from core.network import Network
from core.progress import CancelToken
from core.shapes import Array, Labels, check_shape
from core.trace import ForwardTrace

TINY = 1e-7  # keeps log away from 0, as in the book

LayerGradients = tuple[Gradients, ...]  # one mapping for each layer: {"W": dW, "b": db} or {}
State = tuple[Mapping[str, Any], ...]  # what an optimizer remembers, for each layer and parameter
Prepare = Callable[[Array, np.random.Generator], Array]


def one_hot(labels: Labels, classes: int) -> Array:
    """Labels as rows with a single 1: 2 becomes (0, 0, 1, 0, …).

    labels: (N,) integers from 0 to classes - 1. Returns (N, classes) float32.
    Raises ValueRangeError, which names the first label that is none of these.
    Source: Deep Learning from Scratch, section 3.6.1.
    """
    strangers = labels[(labels < 0) | (labels >= classes)]
    if strangers.size:
        raise ValueRangeError("label", got=int(strangers[0]), expected=f"0..{classes - 1}")
    return np.eye(classes, dtype=np.float32)[labels]  # (N, K)


def cross_entropy(y: Array, t: Array) -> float:
    """How surprised the network is by the right answers, on average: 0 where it was certain of them.

    L = -1/N · Σ_n Σ_k t_nk · log(y_nk)

    y: (N, K) probabilities. t: (N, K) targets, each row summing to 1.
    Raises ShapeError where the two differ in shape.
    Source: Deep Learning from Scratch, section 4.2.
    """
    check_shape("t", t, y.shape)
    return float(-np.sum(t * np.log(y + TINY)) / len(y))


def backward(trace: ForwardTrace, t: Array) -> LayerGradients:
    """The slope of the cross-entropy with respect to every parameter, by the chain rule from the end.

    With softmax at the end, the slope with respect to its input is simply (y - t) / N.

    trace: a forward pass that ends in softmax. t: (N, K) targets.
    Returns a mapping of gradients for each layer, in the order of the layers.
    Raises ValueRangeError where the last layer is not softmax, ShapeError where t does not fit.
    Source: Deep Learning from Scratch, sections 5.6 and 5.7, appendix A.
    """
    last = trace.steps[-1].layer
    if not isinstance(last, ActivationLayer) or last.name != "softmax":
        raise ValueRangeError("last layer", got=last.name, expected="softmax")
    check_shape("t", t, trace.output.shape)
    d = (trace.output - t) / t.dtype.type(len(t))  # (N, K)
    gradients: list[Gradients] = [{}]
    for number in range(len(trace.steps) - 2, -1, -1):
        layer, x, y = trace.steps[number]
        dx, of_parameters = layer.backward(x, y, d, need_dx=number > 0)
        gradients.append(of_parameters)
        if dx is not None:
            d = dx
    return tuple(reversed(gradients))


class Optimizer(Protocol):
    """A way to go down. `start` makes its memory for one parameter, `step` uses and renews it."""

    def start(self, parameter: Array) -> Any: ...

    def step(
        self, parameter: Array, gradient: Array, memory: Any, rate_factor: float
    ) -> tuple[Array, Any]: ...


@dataclass(frozen=True)
class SGD:
    """Stochastic gradient descent: straight down the slope.

    W ← W - η · dL/dW
    Source: Deep Learning from Scratch, section 6.1.2.
    """

    rate: float = 0.1

    def start(self, parameter: Array) -> None:
        return None

    def step(self, parameter: Array, gradient: Array, memory: None, rate_factor: float) -> tuple[Array, None]:
        return parameter - parameter.dtype.type(self.rate * rate_factor) * gradient, None


@dataclass(frozen=True)
class Momentum:
    """A ball that rolls downhill: it keeps a part of its speed.

    v ← α · v - η · dL/dW,   W ← W + v
    Source: Deep Learning from Scratch, section 6.1.4.
    """

    rate: float = 0.1
    keep: float = 0.9

    def start(self, parameter: Array) -> Array:
        return np.zeros_like(parameter)

    def step(
        self, parameter: Array, gradient: Array, memory: Array, rate_factor: float
    ) -> tuple[Array, Array]:
        number = parameter.dtype.type
        v = number(self.keep) * memory - number(self.rate * rate_factor) * gradient
        return parameter + v, v


@dataclass(frozen=True)
class Adam:
    """Momentum with a step size of its own for every parameter.

    m ← β₁·m + (1 - β₁)·g,   v ← β₂·v + (1 - β₂)·g²
    W ← W - η · m̂ / (√v̂ + ε),   m̂ = m / (1 - β₁ⁱ),   v̂ = v / (1 - β₂ⁱ)   at the i-th step

    Source: Kingma, Ba, Adam (2014), algorithm 1; Deep Learning from Scratch, section 6.1.6.
    """

    rate: float = 0.001
    keep_mean: float = 0.9
    keep_square: float = 0.999
    epsilon: float = 1e-8

    def start(self, parameter: Array) -> tuple[int, Array, Array]:
        return 0, np.zeros_like(parameter), np.zeros_like(parameter)

    def step(
        self, parameter: Array, gradient: Array, memory: tuple[int, Array, Array], rate_factor: float
    ) -> tuple[Array, tuple[int, Array, Array]]:
        number = parameter.dtype.type
        i, m, v = memory
        i += 1
        m = number(self.keep_mean) * m + number(1 - self.keep_mean) * gradient
        v = number(self.keep_square) * v + number(1 - self.keep_square) * (gradient * gradient)
        mean = m / number(1 - self.keep_mean**i)  # m and v began at 0 and are too small at first:
        square = v / number(1 - self.keep_square**i)  # dividing makes up for it
        way = mean / (np.sqrt(square) + number(self.epsilon))
        return parameter - number(self.rate * rate_factor) * way, (i, m, v)


@dataclass(frozen=True)
class TrainingStep:
    """Where training stands: `step` of `steps` done, the loss of the last batch, the network so far."""

    step: int
    steps: int
    epoch: int
    loss: float
    network: Network


def steady(fraction: float) -> float:
    """A learning rate that never changes."""
    return 1.0


def cosine(fraction: float) -> float:
    """A learning rate that sinks from 1 to 0 along half a cosine wave as training goes from 0 to 1.

    Source: Loshchilov, Hutter, SGDR (2016).
    """
    return float(0.5 * (1 + np.cos(np.pi * fraction)))


def update(
    network: Network, gradients: LayerGradients, state: State, optimizer: Optimizer, rate_factor: float = 1.0
) -> tuple[Network, State]:
    """One step of the optimizer for every parameter. Returns the new network and the new memory."""
    layers, memories = [], []
    for layer, of_layer, memory in zip(network.layers, gradients, state, strict=True):
        stepped = {
            name: optimizer.step(parameter, of_layer[name], memory[name], rate_factor)
            for name, parameter in layer.parameters.items()
        }
        layers.append(layer.with_parameters({name: new for name, (new, _) in stepped.items()}))
        memories.append({name: memory for name, (_, memory) in stepped.items()})
    return Network(tuple(layers)), tuple(memories)


def start_state(network: Network, optimizer: Optimizer) -> State:
    """The memory of an optimizer that has not taken a step yet."""
    return tuple(
        {name: optimizer.start(parameter) for name, parameter in layer.parameters.items()}
        for layer in network.layers
    )


def random_batches(examples: int, batch_size: int, rng: np.random.Generator) -> Iterator[Labels]:
    """Go through all examples once, in a random order, `batch_size` at a time.

    Yields (N,) the places of the examples of each batch. The last batch is smaller where the size
    does not divide the number of examples.
    Source: Deep Learning from Scratch, section 4.5.
    """
    order = rng.permutation(examples)
    for start in range(0, examples, batch_size):
        yield order[start : start + batch_size]


def train(
    network: Network,
    x: Array,
    t: Array,
    *,
    epochs: int,
    rng: np.random.Generator,
    batch_size: int = 100,
    optimizer: Optimizer | None = None,
    schedule: Callable[[float], float] = steady,
    prepare: Prepare | None = None,
    cancel: CancelToken | None = None,
) -> Iterator[TrainingStep]:
    """Learn from examples in random batches, and say after each batch how it goes.

    Every epoch sees every example once, in a new order. `prepare` may change a batch before it is
    used, to show the same example a little differently every time.

    x: (M, ...) examples, (M, D) after `prepare`. t: (M,) labels, or (M, K) targets.
    Yields a TrainingStep for each batch; the last one holds the trained network.
    Raises ShapeError where x, t and the network do not match, ValueRangeError for a size or number
    below 1 and for a label that is no class, and Cancelled between two batches.
    Source: Deep Learning from Scratch, sections 4.5 and 5.7.
    """
    for name, number in (("epochs", epochs), ("batch_size", batch_size), ("examples", len(x))):
        if number < 1:
            raise ValueRangeError(name, got=number, expected=">= 1")
    if len(t) != len(x):
        raise ShapeError("t", got=t.shape, expected=(len(x), *t.shape[1:]))
    targets = one_hot(t, network.sizes[-1]) if t.ndim == 1 else t  # (M, K)
    targets = targets.astype(network.dtype, copy=False)
    optimizer = optimizer or SGD()
    state = start_state(network, optimizer)
    step, steps = 0, epochs * math.ceil(len(x) / batch_size)
    for epoch in range(1, epochs + 1):
        for chosen in random_batches(len(x), batch_size, rng):
            if cancel is not None:
                cancel.check()
            batch = x.take(chosen, axis=0)  # (N, ...)
            if prepare is not None:
                batch = prepare(batch, rng)  # (N, D)
            trace = network.forward(batch.astype(network.dtype, copy=False))
            batch_targets = targets.take(chosen, axis=0)  # (N, K)
            loss = cross_entropy(trace.output, batch_targets)
            gradients = backward(trace, batch_targets)
            network, state = update(network, gradients, state, optimizer, schedule(step / steps))
            step += 1
            yield TrainingStep(step, steps, epoch, loss, network)
