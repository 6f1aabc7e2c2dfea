import math
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from core.activations import ACTIVATIONS, Activation
from core.depth import (
    DEEPEST,
    GradientFlow,
    Scale,
    chain,
    deviation_of,
    gradient_flow,
    random_weights,
    root_mean_square,
    same_line,
    stack,
    straight_line,
)
from core.errors import ShapeError, ValueRangeError
from core.expression import as_activation
from core.landing import landing
from core.shapes import Array

ELEMENTWISE = [activation for activation in ACTIVATIONS.values() if activation.elementwise]
EVERY = pytest.mark.parametrize("activation", ELEMENTWISE, ids=[a.key for a in ELEMENTWISE])
SMOOTH = pytest.mark.parametrize("key", ["sigmoid", "tanh", "softplus", "gelu", "identity"])
BENDING = [activation for activation in ELEMENTWISE if activation.key != "identity"]
IDENTITY, SIGMOID, TANH, RELU, STEP = (
    ACTIVATIONS[key] for key in ("identity", "sigmoid", "tanh", "relu", "step")
)
X = np.linspace(-3, 3, 61)
LAYERS = st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), min_size=1, max_size=10)


def flow(key: str, layers: int, scale: Scale, units: int = 40, seed: int = 0) -> GradientFlow:
    x = np.random.default_rng(100).standard_normal((30, units))
    return gradient_flow(ACTIVATIONS[key], layers, scale, x, np.random.default_rng(seed))


# Layers on a line


def test_three_layers_of_the_book_are_one() -> None:
    c = 1.5
    assert same_line([c] * 3, [0] * 3) == (c**3, 0)
    np.testing.assert_allclose(stack(IDENTITY, [c] * 3, [0] * 3, X).output, c**3 * X, rtol=1e-15)


def test_a_line_by_hand() -> None:
    # 2·(3x + 1) - 5 = 6x - 3
    assert same_line([3, 2], [1, -5]) == (6, -3)
    assert same_line([0.0], [7.0]) == (0, 7)


@given(LAYERS)
def test_linear_layers_lie_on_their_line(layers: list[tuple[float, float]]) -> None:
    weights, biases = [w for w, _ in layers], [b for _, b in layers]
    slope, intercept = same_line(weights, biases)
    largest = np.prod([max(1.0, abs(w)) + abs(b) for w, b in layers]) * 4  # what rounding is measured by
    got = stack(IDENTITY, weights, biases, X)
    np.testing.assert_allclose(got.output, slope * X + intercept, rtol=0, atol=1e-14 * largest)
    np.testing.assert_allclose(got.products[-1], slope, rtol=1e-13, atol=1e-300)


@pytest.mark.parametrize("activation", BENDING, ids=[a.key for a in BENDING])
@pytest.mark.parametrize("layers", [1, 2, 3])
def test_anything_that_bends_leaves_the_line(activation: Activation, layers: int) -> None:
    weights, biases = [3.0] * layers, [-1.5] * layers
    slope, intercept = same_line(weights, biases)
    got = stack(activation, weights, biases, X).output
    assert np.abs(got - (slope * X + intercept)).max() > 0.5
    a, b = np.polyfit(X, got, 1)  # nor does it lie on any other
    assert np.abs(got - (a * X + b)).max() > 0.05


def test_every_signal_is_kept() -> None:
    got = stack(RELU, [2.0, -1.0], [1.0, 3.0], np.array([-1.0, 0.0, 2.0]))
    np.testing.assert_array_equal(got.x, [-1, 0, 2])
    np.testing.assert_array_equal(got.sums, [[-1, 1, 5], [3, 2, -2]])
    np.testing.assert_array_equal(got.signals, [[0, 1, 5], [3, 2, 0]])
    np.testing.assert_array_equal(got.output, [3, 2, 0])
    np.testing.assert_array_equal(got.slopes, [[0, 2, 2], [-1, -1, 0]])
    np.testing.assert_array_equal(got.products, [[0, 2, 2], [0, -2, 0]])


@EVERY
@given(layers=LAYERS)
def test_a_shallow_stack_is_the_beginning_of_a_deep_one(
    activation: Activation, layers: list[tuple[float, float]]
) -> None:
    weights, biases = [w for w, _ in layers], [b for _, b in layers]
    deep = stack(activation, weights, biases, X)
    first = stack(activation, weights[:1], biases[:1], X)
    np.testing.assert_array_equal(deep.signals[0], first.output)
    assert deep.sums.shape == deep.signals.shape == deep.products.shape == (len(layers), X.size)


@SMOOTH
@given(layers=st.lists(st.tuples(st.floats(-1.5, 1.5), st.floats(-1, 1)), min_size=1, max_size=6))
def test_products_are_slopes_of_the_whole(key: str, layers: list[tuple[float, float]]) -> None:
    weights, biases = [w for w, _ in layers], [b for _, b in layers]
    x, h = np.linspace(-2, 2, 9), 1e-5
    rise = [stack(ACTIVATIONS[key], weights, biases, x + side).signals for side in (h, -h)]
    products = stack(ACTIVATIONS[key], weights, biases, x).products
    np.testing.assert_allclose(products, (rise[0] - rise[1]) / (2 * h), rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize("layers", [0, 11])
def test_a_stack_has_one_to_ten_layers(layers: int) -> None:
    with pytest.raises(ValueRangeError):
        stack(TANH, [1.0] * layers, [0.0] * layers, X)
    with pytest.raises(ValueRangeError):
        same_line([1.0] * layers, [0.0] * layers)


def test_what_no_stack_is_made_of() -> None:
    for weights, biases in (([1.0], []), ([1.0], [0.0, 0.0])):
        with pytest.raises(ShapeError):
            stack(TANH, weights, biases, X)
        with pytest.raises(ShapeError):
            same_line(weights, biases)
    for weights, biases in (([math.inf], [0.0]), ([1.0], [math.nan])):
        with pytest.raises(ValueRangeError):
            stack(TANH, weights, biases, X)
        with pytest.raises(ValueRangeError):
            same_line(weights, biases)
    with pytest.raises(ShapeError):
        stack(TANH, [1.0], [0.0], X.reshape(1, -1))
    with pytest.raises(ValueRangeError):
        stack(ACTIVATIONS["softmax"], [1.0], [0.0], X)


def straight(text: str) -> tuple[float, float] | None:
    return straight_line(as_activation(text, "mine", "mine"))


def test_functions_that_are_a_line_are_known_as_such() -> None:
    assert straight_line(IDENTITY) == (1, 0)
    assert straight("2*x+1") == (2, 1)
    assert straight("3 - x/4") == (-0.25, 3)
    assert straight("7") == (0, 7)
    assert straight("0") == (0, 0)
    assert straight("relu(x) - relu(-x)") == (1, 0)


@given(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3))
def test_every_line_is_found(slope: float, intercept: float) -> None:
    line = Activation(
        "line", lambda x: slope * x + intercept, lambda x: np.full_like(x, slope), "", "", (-1, 1), ""
    )
    assert straight_line(line) == (slope, intercept)


@pytest.mark.parametrize(
    "text",
    ["x*x", "abs(x)", "x + 0.001*sin(x)", "max(x, -900)", "step(x)", "x + step(x)", "1/x", "log(x)",
     "sqrt(x)", "x^3", "exp(x)", "0/x", "x + 1e-9*x*x", "1e308*x*10", "log(-1)"],
)  # fmt: skip
def test_what_is_no_line(text: str) -> None:
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        assert straight(text) is None


@pytest.mark.parametrize("activation", BENDING, ids=[a.key for a in BENDING])
def test_of_the_registry_identity_alone_is_a_line(activation: Activation) -> None:
    assert straight_line(activation) is None


def test_softmax_is_no_line_to_ask_about() -> None:
    with pytest.raises(ValueRangeError):
        straight_line(ACTIVATIONS["softmax"])


# The chain of slopes


def test_sigmoid_takes_three_quarters_or_more_at_every_layer() -> None:
    products = np.abs(chain(SIGMOID, [1.0] * 50, [0.0] * 50, X).products)  # (50, P)
    assert (products <= 0.25 ** np.arange(1, 51)[:, None]).all()
    assert (products > 0).all()


def test_relu_hands_on_all_or_nothing() -> None:
    products = chain(RELU, [1.0] * 50, [0.0] * 50, X).products
    np.testing.assert_array_equal(products, np.broadcast_to(X > 0, (50, X.size)))


def test_the_ends_of_the_floats_are_0_and_infinite() -> None:
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        exploded = chain(IDENTITY, [1e10] * 50, [0.0] * 50, np.array([1.0]))
        vanished = chain(IDENTITY, [1e-10] * 50, [0.0] * 50, np.array([1.0]))
    assert exploded.products[-1, 0] == np.inf
    assert exploded.products[29, 0] == pytest.approx(1e300)
    assert vanished.products[-1, 0] == 0


def test_a_chain_has_one_to_fifty_layers() -> None:
    assert chain(TANH, [1.0] * DEEPEST, [0.0] * DEEPEST, X).products.shape == (DEEPEST, X.size)
    for layers in (0, DEEPEST + 1):
        with pytest.raises(ValueRangeError):
            chain(TANH, [1.0] * layers, [0.0] * layers, X)


# Scales


def test_scales_by_hand() -> None:
    assert deviation_of("xavier", 100) == 0.1
    assert deviation_of("he", 50) == 0.2
    assert deviation_of(0.01, 50) == 0.01
    assert deviation_of(1, 7) == 1


@pytest.mark.parametrize("scale", ["Xavier", "", -0.1, math.nan, math.inf])
def test_scales_that_are_none(scale: Scale) -> None:
    with pytest.raises(ValueRangeError):
        deviation_of(scale, 10)


def test_weights_have_the_deviation_that_was_asked_for() -> None:
    w = random_weights("he", 20, 50, np.random.default_rng(1))
    assert w.shape == (20, 50, 50)
    assert w.std() == pytest.approx(0.2, rel=0.02)
    assert w.mean() == pytest.approx(0, abs=0.01)


def test_a_deeper_stack_begins_as_the_shallower_one() -> None:
    shallow, deep = (random_weights(1, layers, 5, np.random.default_rng(3)) for layers in (4, 9))
    np.testing.assert_array_equal(deep[:4], shallow)


# Gradients through depth


@SMOOTH
@given(seed=st.integers(0, 1000), layers=st.integers(1, 4))
def test_gradients_are_finite_differences_of_the_whole(key: str, seed: int, layers: int) -> None:
    activation, units, h = ACTIVATIONS[key], 3, 1e-5
    x = np.random.default_rng(seed + 1).standard_normal((2, units))
    weights = random_weights("xavier", layers, units, np.random.default_rng(seed))

    def total(x: Array) -> float:
        for w in weights:
            x = activation(x @ w)
        return float(x.sum())

    slope = np.empty_like(x)
    for place in np.ndindex(x.shape):
        nudge = np.zeros_like(x)
        nudge[place] = h
        slope[place] = (total(x + nudge) - total(x - nudge)) / (2 * h)
    found = gradient_flow(activation, layers, "xavier", x, np.random.default_rng(seed))
    assert found.gradient_sizes[0] == pytest.approx(np.sqrt(np.mean(slope**2)), rel=1e-5, abs=1e-8)
    assert found.gradient_sizes[-1] == 1


@EVERY
@pytest.mark.parametrize("seed", [0, 1])
def test_one_unit_is_a_chain(activation: Activation, seed: int) -> None:
    weights = random_weights(1, 6, 1, np.random.default_rng(seed))[:, 0, 0]
    by_chain = chain(activation, weights.tolist(), [0.0] * 6, np.array([0.7]))
    by_flow = gradient_flow(activation, 6, 1, np.array([[0.7]]), np.random.default_rng(seed))
    assert by_flow.gradient_sizes[0] == pytest.approx(abs(by_chain.products[-1, 0]), rel=1e-12)
    np.testing.assert_allclose(by_flow.signal_sizes[1:], np.abs(by_chain.signals[:, 0]), rtol=1e-12)


@EVERY
@pytest.mark.parametrize("layers", [1, 7, DEEPEST])
@pytest.mark.parametrize("scale", ["xavier", "he", 0.01, 1, 0])
def test_sizes_and_shares_have_their_shape_and_range(
    activation: Activation, layers: int, scale: Scale
) -> None:
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        found = flow(activation.key, layers, scale, units=8)
    assert found.layers == layers
    assert found.signal_sizes.shape == found.gradient_sizes.shape == (layers + 1,)
    for shares in (found.dead, found.saturated):
        assert shares.shape == (layers,)
        assert ((shares >= 0) & (shares <= 1)).all()
    assert (found.dead <= found.saturated).all()
    assert (found.gradient_sizes >= 0).all()
    assert found.slope_sizes.shape == (layers,)


@pytest.mark.parametrize("key", ["sigmoid", "tanh", "relu"])
def test_small_weights_make_the_gradient_vanish(key: str) -> None:
    found = flow(key, 50, 0.01)
    assert found.gradient_sizes[0] < 1e-50
    assert (np.diff(found.gradient_sizes) > 0).all()  # less and less on the way back
    assert found.factor_per_layer < 0.1


def test_sigmoid_makes_it_vanish_even_with_xavier() -> None:
    assert flow("sigmoid", 50, "xavier").factor_per_layer == pytest.approx(0.25, abs=0.02)


@pytest.mark.parametrize("key", ["identity", "relu", "tanh"])
def test_large_weights_make_it_explode(key: str) -> None:
    assert flow(key, 50, 1).gradient_sizes[0] > 1e8


@pytest.mark.parametrize(("key", "scale"), [("tanh", "xavier"), ("relu", "he"), ("identity", "xavier")])
def test_the_scale_made_for_it_keeps_it_alive(key: str, scale: Scale) -> None:
    found = flow(key, 50, scale, units=100)
    assert 0.9 < found.factor_per_layer < 1.1
    assert 0.02 < found.signal_sizes[-1] < 20


@pytest.mark.parametrize("key", ["sigmoid", "tanh", "relu", "gelu", "softplus"])
@pytest.mark.parametrize("scale", ["xavier", "he", 1])
def test_slopes_times_weights_are_why(key: str, scale: Scale) -> None:
    found = flow(key, 10, scale, units=100)
    factors = found.gradient_sizes[:-1] / found.gradient_sizes[1:]
    np.testing.assert_allclose(found.slope_sizes * found.deviation * 10, factors, rtol=0.3)


def test_he_makes_up_for_the_half_that_relu_cuts_off() -> None:
    he, xavier = flow("relu", 20, "he"), flow("relu", 20, "xavier")
    # ReLU knows no scale: the same weights times √2, twenty times
    assert he.gradient_sizes[0] / xavier.gradient_sizes[0] == pytest.approx(2**10, rel=1e-9)
    np.testing.assert_array_equal(he.dead, xavier.dead)


def test_tanh_saturates_with_large_weights_alone() -> None:
    assert flow("tanh", 10, 1).saturated.mean() > 0.4
    assert flow("tanh", 10, 0.01).saturated.mean() == 0


def test_units_of_relu_die_deep_down_and_those_of_leaky_relu_never() -> None:
    relu = flow("relu", 50, "he")
    assert relu.dead[0] == 0
    assert relu.dead[-10:].mean() > 0.2
    assert flow("leaky_relu", 50, "he").dead.max() == 0


def test_nothing_gets_through_a_step() -> None:
    found = flow("step", 5, 1)
    np.testing.assert_array_equal(found.gradient_sizes, [0, 0, 0, 0, 0, 1])
    np.testing.assert_array_equal(found.dead, 1)
    np.testing.assert_array_equal(found.saturated, 1)


@pytest.mark.parametrize("key", ["relu", "tanh", "sigmoid"])
def test_the_first_layer_is_counted_as_where_signals_land(key: str) -> None:
    x = np.random.default_rng(5).standard_normal((12, 9)) * 3
    w = random_weights(1, 1, 9, np.random.default_rng(6))[0]
    found = gradient_flow(ACTIVATIONS[key], 1, 1, x, np.random.default_rng(6))
    landed = landing(ACTIVATIONS[key], x @ w)
    assert found.dead[0] == pytest.approx(landed.share_dead)
    assert found.saturated[0] == pytest.approx(landed.share_low + landed.share_high)


def test_beyond_the_floats_nothing_is_called_dead() -> None:
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        found = flow("relu", 50, 1e20)
    assert not np.isfinite(found.signal_sizes[-1])
    assert not np.isfinite(found.gradient_sizes[0])
    assert found.dead[-1] == 0


@pytest.mark.parametrize(
    "text", ["x * tanh(log(1 + exp(x)))", "log(x)", "1 / x", "3", "exp(exp(x))", "x * x"]
)
def test_functions_that_were_typed_go_deep_too(text: str) -> None:
    mine = as_activation(text, "mine", "mine")
    x = np.random.default_rng(2).standard_normal((5, 4))
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        found = gradient_flow(mine, 20, "xavier", x, np.random.default_rng(3))
        stacked = stack(mine, [1.5, -2.0], [0.5, 0.0], X)
        landed = landing(mine, x)
    assert found.gradient_sizes.shape == (21,)
    assert found.gradient_sizes[-1] == 1
    assert stacked.signals.shape == stacked.products.shape == (2, X.size)
    assert landed.counts.sum() == x.size


def test_a_constant_lets_nothing_through() -> None:
    found = gradient_flow(
        as_activation("3", "three", "three"), 4, 1, np.ones((2, 3)), np.random.default_rng(0)
    )
    np.testing.assert_array_equal(found.gradient_sizes, [0, 0, 0, 0, 1])
    np.testing.assert_array_equal(found.signal_sizes, [1, 3, 3, 3, 3])
    np.testing.assert_array_equal(found.dead, 1)


def test_the_same_seed_gives_the_same_numbers() -> None:
    first, second = flow("tanh", 5, "he", seed=4), flow("tanh", 5, "he", seed=4)
    np.testing.assert_array_equal(first.gradient_sizes, second.gradient_sizes)


@given(hnp.arrays(np.float64, st.integers(1, 9), elements=st.floats(-1e100, 1e100)))
def test_root_mean_square(x: Array) -> None:
    assert root_mean_square(x) == pytest.approx(np.sqrt(np.mean(x**2)), rel=1e-12, abs=1e-150)


@pytest.mark.parametrize("size", [1e300, 1e-300, 5e-324, 0.0, np.inf])
def test_root_mean_square_at_the_ends(size: float) -> None:
    assert root_mean_square(np.array([size, -size])) == size
    assert math.isnan(root_mean_square(np.array([1, np.nan])))


def test_what_no_flow_is_made_of() -> None:
    rng, x = np.random.default_rng(0), np.ones((2, 3))
    for layers in (0, DEEPEST + 1):
        with pytest.raises(ValueRangeError):
            gradient_flow(TANH, layers, 1, x, rng)
    for wrong in (np.ones(3), np.ones((0, 3)), np.ones((3, 0))):
        with pytest.raises(ShapeError):
            gradient_flow(TANH, 2, 1, wrong, rng)
    with pytest.raises(ValueRangeError):
        gradient_flow(TANH, 2, 1, x, rng, limit=2)
    with pytest.raises(ValueRangeError):
        gradient_flow(ACTIVATIONS["softmax"], 2, 1, x, rng)
