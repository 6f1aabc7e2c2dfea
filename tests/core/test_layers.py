from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.activations import ACTIVATIONS
from core.errors import ShapeError
from core.layers import ActivationLayer, Affine, Layer
from core.shapes import Array


def slopes_by_differences(function: Callable[[Array], float], at: Array) -> Array:
    """The slope of `function` with respect to every number of `at`."""
    h = 1e-6
    slopes = np.empty_like(at)
    for index in np.ndindex(at.shape):
        nudge = np.zeros_like(at)
        nudge[index] = h
        slopes[index] = (function(at + nudge) - function(at - nudge)) / (2 * h)
    return slopes


def test_affine_by_hand() -> None:
    # the first layer of the book's section 3.4.3
    layer = Affine(np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]), np.array([0.1, 0.2, 0.3]))
    np.testing.assert_allclose(layer.forward(np.array([[1.0, 0.5]])), [[0.3, 0.7, 1.1]], rtol=1e-15)


def test_affine_backward_by_hand() -> None:
    layer = Affine(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.zeros(3))
    x, dy = np.array([[1.0, -1.0], [2.0, 0.0]]), np.array([[1.0, 0.0, 2.0], [0.0, 1.0, -1.0]])
    dx, gradients = layer.backward(x, layer.forward(x), dy)
    np.testing.assert_array_equal(dx, [[7, 16], [-1, -1]])
    np.testing.assert_array_equal(gradients["W"], [[1, 2, 0], [-1, 0, -2]])
    np.testing.assert_array_equal(gradients["b"], [1, 1, 1])


@given(seed=st.integers(0, 2**32 - 1), n=st.integers(1, 4), d=st.integers(1, 4), m=st.integers(1, 4))
def test_affine_backward_gives_the_slopes(seed: int, n: int, d: int, m: int) -> None:
    rng = np.random.default_rng(seed)
    x, W, b, dy = (rng.standard_normal(shape) for shape in ((n, d), (d, m), m, (n, m)))
    layer = Affine(W, b)
    dx, gradients = layer.backward(x, layer.forward(x), dy)

    def loss(x: Array, W: Array, b: Array) -> float:
        return float((Affine(W, b).forward(x) * dy).sum())

    assert dx is not None
    np.testing.assert_allclose(dx, slopes_by_differences(lambda x: loss(x, W, b), x), atol=1e-7)
    np.testing.assert_allclose(gradients["W"], slopes_by_differences(lambda W: loss(x, W, b), W), atol=1e-7)
    np.testing.assert_allclose(gradients["b"], slopes_by_differences(lambda b: loss(x, W, b), b), atol=1e-7)


@pytest.mark.parametrize("key", ACTIVATIONS)
@given(seed=st.integers(0, 2**32 - 1), n=st.integers(1, 4), m=st.integers(1, 4))
def test_activation_backward_gives_the_slopes(key: str, seed: int, n: int, m: int) -> None:
    rng = np.random.default_rng(seed)
    x, dy = rng.standard_normal((n, m)), rng.standard_normal((n, m))
    x += np.copysign(1e-3, x)  # away from the corners at 0
    layer = ActivationLayer(ACTIVATIONS[key])
    dx, gradients = layer.backward(x, layer.forward(x), dy)
    assert dx is not None
    assert gradients == {}
    expected = slopes_by_differences(lambda x: float((layer.forward(x) * dy).sum()), x)
    np.testing.assert_allclose(dx, expected, atol=1e-7)


@pytest.mark.parametrize(
    "layer",
    [Affine(np.ones((3, 2)), np.zeros(2)), ActivationLayer(ACTIVATIONS["sigmoid"])],
    ids=["affine", "sigmoid"],
)
def test_dx_is_left_out_where_nobody_needs_it(layer: Layer) -> None:
    x = np.ones((4, 3))
    y = layer.forward(x)
    with_dx, without_dx = (layer.backward(x, y, np.ones_like(y), need_dx=need) for need in (True, False))
    assert with_dx[0] is not None
    assert without_dx[0] is None
    assert with_dx[1].keys() == without_dx[1].keys()
    for name, gradient in with_dx[1].items():
        np.testing.assert_array_equal(gradient, without_dx[1][name])


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("key", [None, *ACTIVATIONS])
def test_dtype_stays_forward_and_backward(key: str | None, dtype: type) -> None:
    layer: Layer = (
        Affine(np.ones((3, 3), dtype), np.zeros(3, dtype))
        if key is None
        else ActivationLayer(ACTIVATIONS[key])
    )
    x = np.ones((2, 3), dtype)
    y = layer.forward(x)
    dx, gradients = layer.backward(x, y, np.ones_like(y))
    assert dx is not None
    assert {array.dtype for array in (y, dx, *gradients.values())} == {np.dtype(dtype)}


def test_forward_leaves_its_input_and_its_weights_alone() -> None:
    W, b, x = np.ones((3, 2)), np.ones(2), np.ones((4, 3))
    for array in (W, b, x):
        array.setflags(write=False)
    np.testing.assert_array_equal(Affine(W, b).forward(x), np.full((4, 2), 4.0))


def test_shapes_are_told_beforehand() -> None:
    affine = Affine(np.ones((784, 50)), np.ones(50))
    assert affine.output_shape((100, 784)) == affine.forward(np.ones((100, 784))).shape == (100, 50)
    assert ActivationLayer(ACTIVATIONS["tanh"]).output_shape((100, 50)) == (100, 50)


def test_names_and_parameters() -> None:
    affine, activation = Affine(np.ones((3, 2)), np.zeros(2)), ActivationLayer(ACTIVATIONS["relu"])
    assert (affine.name, activation.name) == ("affine", "relu")
    assert list(affine.parameters) == ["W", "b"]
    assert activation.parameters == {}
    assert activation.with_parameters({}) is activation


def test_new_parameters_make_a_new_layer() -> None:
    old = Affine(np.ones((3, 2)), np.zeros(2))
    new = old.with_parameters({"W": np.zeros((3, 2)), "b": np.ones(2)})
    assert old.W.sum() == 6
    assert new.W.sum() == 0
    assert new.b.sum() == 2


@pytest.mark.parametrize(
    ("W", "b", "name", "expected"),
    [
        ((3,), (3,), "W", ("D", "M")),
        ((3, 2, 1), (1,), "W", ("D", "M")),
        ((3, 2), (3,), "b", (2,)),
        ((3, 2), (1, 2), "b", (2,)),
        ((3, 2), (), "b", (2,)),
    ],
)
def test_parameters_that_do_not_fit_are_named(
    W: tuple[int, ...], b: tuple[int, ...], name: str, expected: tuple[int | str, ...]
) -> None:
    with pytest.raises(ShapeError) as caught:
        Affine(np.ones(W), np.ones(b))
    assert (caught.value.name, caught.value.expected) == (name, expected)
