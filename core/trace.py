"""The record of one forward pass: every array that was computed on the way."""

from typing import NamedTuple

from core.layers import Layer
from core.shapes import Array


class Step(NamedTuple):
    """One layer at work: what came in, what went out."""

    layer: Layer
    input: Array  # (N, D)
    output: Array  # (N, M)


class ForwardTrace(NamedTuple):
    """A forward pass, step by step; the output of each step is the input of the next.

    For 784-50-100-10 there are six: affine, activation, affine, activation, affine, softmax.
    """

    steps: tuple[Step, ...]

    @property
    def input(self) -> Array:
        """What the network was given. (N, D)"""
        return self.steps[0].input

    @property
    def output(self) -> Array:
        """What the network answered. (N, K)"""
        return self.steps[-1].output
