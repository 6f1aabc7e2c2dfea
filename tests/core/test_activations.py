import math
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy import special

from core import activations
from core.activations import (
    ACTIVATIONS,
    Activation,
    gelu,
    gelu_derivative,
    identity,
    leaky_relu,
    relu,
    sigmoid,
    sigmoid_derivative,
    softmax,
    softmax_derivative,
    softplus,
    step,
    tanh,
)
from core.shapes import Array

EVERY = pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=ACTIVATIONS.keys())
ELEMENTWISE = [activation for activation in ACTIVATIONS.values() if activation.elementwise]
EVERY_ELEMENTWISE = pytest.mark.parametrize("activation", ELEMENTWISE, ids=[a.key for a in ELEMENTWISE])
EVERY_DTYPE = pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
CORNER_AT_0 = ("step", "relu", "leaky_relu")  # no slope there

ROWS = hnp.arrays(
    np.float64,
    hnp.array_shapes(min_dims=1, max_dims=3, min_side=1, max_side=5),
    elements=st.floats(-1e3, 1e3),
)


# Hand-worked numbers


def test_step_fires_above_0_only() -> None:
    np.testing.assert_array_equal(step(np.array([-1.0, 0.0, 1e-30, 2.0])), [0, 0, 1, 1])


def test_sigmoid_of_the_book() -> None:
    y = sigmoid(np.array([-1.0, 1.0, 2.0]))
    np.testing.assert_allclose(y, [0.26894142, 0.73105858, 0.88079708], atol=5e-9)


def test_sigmoid_in_the_middle() -> None:
    assert sigmoid(np.array(0.0)) == 0.5
    assert sigmoid_derivative(np.array(0.0)) == 0.25


def test_relu_of_the_book() -> None:
    np.testing.assert_array_equal(relu(np.array([-3.0, 0.0, 2.5])), [0, 0, 2.5])


def test_leaky_relu_keeps_a_hundredth() -> None:
    np.testing.assert_array_equal(leaky_relu(np.array([-3.0, 0.0, 2.5])), [-0.03, 0, 2.5])


def test_tanh_by_exponentials() -> None:
    e = math.e
    assert tanh(np.array(1.0)) == pytest.approx((e - 1 / e) / (e + 1 / e), rel=1e-15)


def test_softplus_at_0_is_the_logarithm_of_2() -> None:
    assert softplus(np.array(0.0)) == pytest.approx(math.log(2), rel=1e-15)


def test_gelu_by_the_normal_distribution() -> None:
    # Φ(1) = 0.8413447460685429
    y = gelu(np.array([-1.0, 0.0, 1.0]))
    np.testing.assert_allclose(y, [-0.15865525393145707, 0, 0.8413447460685429], rtol=1e-14)


def test_identity_hands_on_a_copy() -> None:
    x = np.array([1.0, -2.0])
    y = identity(x)
    np.testing.assert_array_equal(y, x)
    assert not np.shares_memory(x, y)


def test_softmax_of_the_book() -> None:
    y = softmax(np.array([0.3, 2.9, 4.0]))
    np.testing.assert_allclose(y, [0.01821127, 0.24519181, 0.73659691], atol=5e-9)


def test_softmax_of_large_scores_of_the_book() -> None:
    y = softmax(np.array([1010.0, 1000.0, 990.0]))
    np.testing.assert_allclose(y, [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rtol=5e-9)


# SciPy knows most of them


X = np.linspace(-40, 40, 4001)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (sigmoid, special.expit),
        (softplus, lambda x: np.logaddexp(0, x)),
        (gelu, lambda x: x * special.ndtr(x)),
        (gelu, lambda x: x / 2 * (1 + special.erf(x / np.sqrt(2)))),
        (lambda x: softmax(x.reshape(-1, 3)), lambda x: special.softmax(x.reshape(-1, 3), axis=-1)),
        (gelu_derivative, lambda x: special.ndtr(x) + x * np.exp(-x * x / 2) / np.sqrt(2 * np.pi)),
    ],
    ids=["sigmoid", "softplus", "gelu", "gelu_by_erf", "softmax", "gelu_derivative"],
)
def test_scipy_says_the_same(ours: Activation, theirs: Activation) -> None:
    x = X[:-2]
    np.testing.assert_allclose(ours(x), theirs(x), rtol=1e-13, atol=1e-15)


def test_sigmoid_keeps_its_digits_where_it_is_small() -> None:
    x = np.linspace(-700, 0, 701)
    np.testing.assert_allclose(sigmoid(x), special.expit(x), rtol=1e-13, atol=0)


# Every derivative against finite differences


@EVERY_ELEMENTWISE
@given(x=st.floats(-20, 20))
def test_derivative_is_the_slope(activation: Activation, x: float) -> None:
    if activation.key in CORNER_AT_0 and abs(x) < 1e-3:
        x += math.copysign(1e-2, x)
    h = 1e-5
    rise = activation(np.array(x + h)) - activation(np.array(x - h))
    assert float(activation.derivative(np.array(x))) == pytest.approx(rise / (2 * h), abs=1e-8, rel=1e-6)


@pytest.mark.parametrize(
    ("key", "x", "slope"),
    [
        ("step", 3.0, 0.0),
        ("sigmoid", 0.0, 1 / 4),
        ("sigmoid", math.log(3), 3 / 16),  # h = 3/4
        ("sigmoid", 1e4, 0.0),
        ("tanh", 0.0, 1.0),
        ("tanh", math.log(2), 16 / 25),  # h = (2 - 1/2) / (2 + 1/2) = 3/5
        ("tanh", -1e4, 0.0),
        ("relu", -1e-300, 0.0),
        ("relu", 1e-300, 1.0),
        ("leaky_relu", -7.0, 0.01),
        ("leaky_relu", 7.0, 1.0),
        ("softplus", 0.0, 1 / 2),
        ("softplus", math.log(3), 3 / 4),
        ("gelu", 0.0, 1 / 2),
        ("gelu", 1.0, 0.8413447460685429 + math.exp(-0.5) / math.sqrt(2 * math.pi)),
        ("gelu", 1e4, 1.0),
        ("gelu", -1e4, 0.0),
        ("identity", -3.0, 1.0),
    ],
)
def test_slopes_worked_by_hand(key: str, x: float, slope: float) -> None:
    assert float(ACTIVATIONS[key].derivative(np.array(x))) == pytest.approx(slope, rel=1e-15, abs=1e-300)


def test_slopes_of_softmax_worked_by_hand() -> None:
    y = softmax_derivative(np.array([0.0, math.log(3)]))  # probabilities 1/4 and 3/4
    np.testing.assert_allclose(y, [[3 / 16, -3 / 16], [-3 / 16, 3 / 16]], rtol=1e-15)


@given(a=hnp.arrays(np.float64, (2, 4), elements=st.floats(-5, 5)))
def test_derivative_of_softmax_is_a_matrix_of_slopes(a: Array) -> None:
    slopes = softmax_derivative(a)  # (2, 4, 4)
    h = 1e-5
    for k in range(4):
        nudge = h * np.eye(4)[k]
        rise = (softmax(a + nudge) - softmax(a - nudge)) / (2 * h)  # (2, 4): dy_i / da_k
        np.testing.assert_allclose(slopes[:, :, k], rise, atol=1e-9)


def test_at_a_corner_the_derivative_is_the_one_from_the_left() -> None:
    at_0 = {key: float(ACTIVATIONS[key].derivative(np.array(0.0))) for key in CORNER_AT_0}
    assert at_0 == {"step": 0, "relu": 0, "leaky_relu": 0.01}


# Any array goes in, and the same kind comes out


@EVERY
@EVERY_DTYPE
def test_finite_and_silent_far_out(activation: Activation, dtype: type) -> None:
    x = np.linspace(-1e4, 1e4, 2002).astype(dtype).reshape(-1, 7)
    x[0] = [-1e4, -1000, -0.0, 0.0, 1e-7, 1000, 1e4]
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        y, slope = activation(x), activation.derivative(x)
    assert (y.dtype, slope.dtype) == (dtype, dtype)
    assert np.isfinite(y).all()
    assert np.isfinite(slope).all()


@EVERY
@EVERY_DTYPE
@given(data=st.data())
def test_finite_and_silent_anywhere(activation: Activation, dtype: type, data: st.DataObject) -> None:
    width = 8 * np.dtype(dtype).itemsize
    numbers = st.floats(-1e4, 1e4, width=width) | st.floats(
        -(2**-10), 2**-10, width=width
    )  # the tiniest, too
    x = data.draw(hnp.arrays(dtype, (2, 5), elements=numbers))
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        y, slope = activation(x), activation.derivative(x)
    assert (y.dtype, slope.dtype) == (dtype, dtype)
    assert np.isfinite(y).all()
    assert np.isfinite(slope).all()


@EVERY
def test_the_settings_of_the_caller_are_left_as_they_were(activation: Activation) -> None:
    with np.errstate(all="raise"):
        activation(np.array([-1e4, 1e4]))
        activation.derivative(np.array([-1e4, 1e4]))
        assert set(np.geterr().values()) == {"raise"}


@EVERY_ELEMENTWISE
@EVERY_DTYPE
@pytest.mark.parametrize("shape", [(), (0,), (3,), (0, 10), (2, 3, 4)])
def test_shape_and_dtype_stay(activation: Activation, dtype: type, shape: tuple[int, ...]) -> None:
    x = np.full(shape, -0.5, dtype)
    for y in (activation(x), activation.derivative(x)):
        assert (y.shape, y.dtype) == (shape, dtype)


@EVERY_DTYPE
@pytest.mark.parametrize("shape", [(3,), (0, 10), (5, 10), (2, 3, 4)])
def test_softmax_keeps_the_shape_and_its_derivative_adds_an_axis(dtype: type, shape: tuple[int, ...]) -> None:
    x = np.full(shape, -0.5, dtype)
    y, slope = softmax(x), softmax_derivative(x)
    assert (y.shape, y.dtype) == (shape, dtype)
    assert (slope.shape, slope.dtype) == ((*shape, shape[-1]), dtype)


@EVERY
@pytest.mark.parametrize("dtype", [np.uint8, np.int32, np.int64, np.bool_])
def test_integers_become_float64(activation: Activation, dtype: type) -> None:
    x = np.array([0, 1, 1], dtype)
    for function in (activation.function, activation.derivative):
        assert function(x).dtype == np.float64
        np.testing.assert_array_equal(function(x), function(x.astype(np.float64)))


@EVERY
def test_the_argument_is_left_alone(activation: Activation) -> None:
    x = np.linspace(-3, 3, 12).reshape(4, 3)
    before = x.copy()
    x.setflags(write=False)
    assert not np.shares_memory(activation(x), x)
    activation.derivative(x)
    np.testing.assert_array_equal(x, before)


@EVERY
def test_views_and_reversed_arrays_are_read_right(activation: Activation) -> None:
    x = np.linspace(-3, 3, 24).reshape(4, 6)
    for view in (x.T, x[::-1, ::-2]):
        np.testing.assert_array_equal(activation(view), activation(view.copy()))


@EVERY
@given(x=ROWS)
def test_outputs_stay_within_their_range(activation: Activation, x: Array) -> None:
    low, high = activation.range
    y = activation(x)
    assert (y >= low - 1e-16).all()  # GELU's lowest value is known to the last digit only
    assert (y <= high).all()


@pytest.mark.parametrize("key", ["step", "sigmoid", "tanh", "relu", "leaky_relu", "softplus", "identity"])
@given(x=st.floats(-1e3, 1e3), y=st.floats(-1e3, 1e3))
def test_never_falls(key: str, x: float, y: float) -> None:
    low, high = (float(ACTIVATIONS[key](np.array(end))) for end in sorted((x, y)))
    assert low <= high + 1e-15 * abs(high)


@given(st.floats(-700, 700))
def test_sigmoid_and_its_mirror_image_make_1(x: float) -> None:
    assert float(sigmoid(np.array(x)) + sigmoid(np.array(-x))) == pytest.approx(1, abs=1e-15)


@given(st.floats(-300, 300))
def test_tanh_is_a_stretched_sigmoid(x: float) -> None:
    assert float(tanh(np.array(x))) == pytest.approx(2 * float(sigmoid(np.array(2 * x))) - 1, abs=1e-15)


# Laws of softmax


@given(ROWS)
def test_softmax_makes_probabilities(a: Array) -> None:
    y = softmax(a)
    assert (y >= 0).all()
    np.testing.assert_allclose(y.sum(axis=-1), 1, rtol=1e-14)


@given(a=ROWS, shift=st.integers(-1000, 1000))
def test_softmax_sees_only_differences(a: Array, shift: int) -> None:
    a = np.round(a)  # so that the shift is exact
    np.testing.assert_array_equal(softmax(a + shift), softmax(a))


@given(ROWS)
def test_softmax_keeps_the_order(a: Array) -> None:
    in_order = np.take_along_axis(softmax(a), a.argsort(axis=-1), axis=-1)
    assert (np.diff(in_order, axis=-1) >= 0).all()


@given(ROWS)
def test_softmax_of_a_batch_is_softmax_row_by_row(a: Array) -> None:
    y = softmax(a)
    for index in np.ndindex(a.shape[:-1]):
        np.testing.assert_allclose(y[index], softmax(a[index]), rtol=1e-15)


@given(ROWS)
def test_the_slopes_of_softmax_cancel_in_every_column(a: Array) -> None:
    np.testing.assert_allclose(softmax_derivative(a).sum(axis=-2), 0, atol=1e-14)


# The registry


def test_all_nine_are_there_under_their_own_names() -> None:
    assert list(ACTIVATIONS) == [
        "step",
        "sigmoid",
        "tanh",
        "relu",
        "leaky_relu",
        "softplus",
        "gelu",
        "identity",
        "softmax",
    ]
    for key, activation in ACTIVATIONS.items():
        assert activation.key == key
        assert activation.function is getattr(activations, key)
        assert activation.derivative is getattr(activations, f"{key}_derivative")


@EVERY
def test_everything_that_is_said_about_one_is_said(activation: Activation) -> None:
    for text in (activation.formula, activation.derivative_formula, activation.source):
        assert text
        assert text.count("{") == text.count("}")
    low, high = activation.range
    assert low < high


def test_only_softmax_looks_at_its_neighbours() -> None:
    assert [key for key, activation in ACTIVATIONS.items() if not activation.elementwise] == ["softmax"]
    x = np.linspace(-3, 3, 8)
    for activation in ELEMENTWISE:
        one_by_one = [float(activation(np.array(number))) for number in x]
        np.testing.assert_allclose(activation(x), one_by_one, rtol=1e-14)


def test_the_lowest_value_of_gelu_is_its_lowest() -> None:
    x = np.linspace(-0.76, -0.74, 20_001)
    assert gelu(x).min() == pytest.approx(ACTIVATIONS["gelu"].range[0], abs=1e-12)
