"""Layers: each takes a batch, one example a row, and hands a batch on.

`forward` returns the output and remembers nothing. `backward` is given what forward was given and
gave, and the slope of the loss with respect to the output (dy); it returns the slope with respect
to the input (dx) and to each parameter, by name.

Source: Deep Learning from Scratch, sections 3.3, 3.4 and 5.6.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol, Self

import numpy as np

from core.activations import Activation
from core.shapes import Array, check_shape

Gradients = Mapping[str, Array]


class Layer(Protocol):
    """What a network asks of its layers. A new kind of layer needs just this."""

    @property
    def name(self) -> str: ...

    @property
    def parameters(self) -> Mapping[str, Array]: ...

    def with_parameters(self, parameters: Mapping[str, Array]) -> Self: ...

    def output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]: ...

    def forward(self, x: Array) -> Array: ...

    def backward(
        self, x: Array, y: Array, dy: Array, *, need_dx: bool = True
    ) -> tuple[Array | None, Gradients]: ...


@dataclass(frozen=True, eq=False)
class Affine:
    """Every output is a weighted sum of all inputs, plus a bias.

    y = x · W + b

    W: (D, M) weights, a column for each output. b: (M,) biases, added to every row.
    Raises ShapeError where W is not a matrix or b does not fit it.
    Source: Deep Learning from Scratch, section 5.6.
    """

    W: Array
    b: Array
    name = "affine"

    def __repr__(self) -> str:
        return f"Affine({self.W.shape[0]} → {self.W.shape[1]})"

    def __post_init__(self) -> None:
        check_shape("W", self.W, ("D", "M"))
        check_shape("b", self.b, (self.W.shape[1],))

    @property
    def parameters(self) -> Mapping[str, Array]:
        return {"W": self.W, "b": self.b}

    def with_parameters(self, parameters: Mapping[str, Array]) -> Self:
        return replace(self, **parameters)

    def output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        return (*input_shape[:-1], self.W.shape[1])

    def forward(self, x: Array) -> Array:
        """x (N, D) → (N, M)"""
        y = x @ self.W  # (N, D) · (D, M) → (N, M)
        y += self.b  # (N, M) + (M,): the same biases for every row
        return y

    def backward(
        self, x: Array, y: Array, dy: Array, *, need_dx: bool = True
    ) -> tuple[Array | None, Gradients]:
        """dy (N, M) → dx (N, D), and dW (D, M), db (M,)

        dx = dy · Wᵀ,   dW = xᵀ · dy,   db = the sum of dy over the batch
        """
        dW = x.T @ dy  # (D, N) · (N, M) → (D, M)
        db = dy.sum(axis=0)  # (M,)
        dx = dy @ self.W.T if need_dx else None  # (N, M) · (M, D) → (N, D)
        return dx, {"W": dW, "b": db}


@dataclass(frozen=True, eq=False)
class ActivationLayer:
    """An activation function, applied to what the layer before it computed.

    z = h(a). It has no parameters.
    Source: Deep Learning from Scratch, sections 3.4 and 5.5.
    """

    activation: Activation

    def __repr__(self) -> str:
        return f"ActivationLayer({self.name})"

    @property
    def name(self) -> str:
        return self.activation.key

    @property
    def parameters(self) -> Mapping[str, Array]:
        return {}

    def with_parameters(self, parameters: Mapping[str, Array]) -> Self:
        return self

    def output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        return input_shape

    def forward(self, x: Array) -> Array:
        """x (N, M) → (N, M)"""
        return self.activation.function(x)

    def backward(
        self, x: Array, y: Array, dy: Array, *, need_dx: bool = True
    ) -> tuple[Array | None, Gradients]:
        """dy (N, M) → dx (N, M)

        dx = dy · h'(x); for softmax, whose outputs hang together, dx_k = Σ_i dy_i · dy_i/dx_k.
        """
        if not need_dx:
            return None, {}
        slope = self.activation.derivative(x)
        if self.activation.elementwise:
            return dy * slope, {}  # (N, M)
        return np.einsum("...i,...ik->...k", dy, slope), {}  # (N, K), (N, K, K) → (N, K)
