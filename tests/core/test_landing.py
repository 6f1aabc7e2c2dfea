import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from core.activations import ACTIVATIONS, Activation
from core.errors import ShapeError, ValueRangeError
from core.functions import activation_of, typed_key
from core.landing import MOST_BINS, Steepest, bars, dead, landing, saturated, slopes, steepest
from core.shapes import Array

ELEMENTWISE = [activation for activation in ACTIVATIONS.values() if activation.elementwise]
EVERY = pytest.mark.parametrize("activation", ELEMENTWISE, ids=[a.key for a in ELEMENTWISE])
BATCHES = hnp.arrays(
    np.float64, st.tuples(st.integers(0, 6), st.integers(0, 6)), elements=st.floats(-50, 50) | st.just(0.0)
)
ANYTHING = hnp.arrays(np.float64, (3, 4), elements=st.floats())

SIGMOID, TANH, RELU, STEP = (ACTIVATIONS[key] for key in ("sigmoid", "tanh", "relu", "step"))
LOGARITHM = Activation("log", np.log, lambda x: 1 / x, "", "", (-np.inf, np.inf), "")


@pytest.mark.parametrize(
    ("key", "slope", "x"),
    [
        ("sigmoid", 0.25, 0.0),
        ("tanh", 1.0, 0.0),
        ("step", 0.0, 0.0),
        ("identity", 1.0, 0.0),
        ("gelu", 1.1289, 1.41),
    ],
)
def test_where_each_is_steepest(key: str, slope: float, x: float) -> None:
    found = steepest(ACTIVATIONS[key])
    assert found.slope == pytest.approx(slope, abs=1e-6)
    assert found.x == x


def test_a_function_with_gaps_is_steepest_where_it_is_one() -> None:
    assert steepest(LOGARITHM) == Steepest(pytest.approx(100), 0.0)  # at both sides of the gap
    nowhere = Activation("nowhere", np.log, lambda x: np.full_like(x, np.nan), "", "", (0, 1), "")
    assert steepest(nowhere).slope == 0
    assert not saturated(nowhere, np.array([0.0, 1.0])).any()


def test_sigmoid_is_saturated_beyond_its_hundredth() -> None:
    # y(1 - y) = 1/400 at y = (1 ± √0.99) / 2: x = ±5.986…
    y = (1 + np.sqrt(0.99)) / 2
    edge = float(np.log(y / (1 - y)))
    x = np.array([-edge - 1e-6, -edge + 1e-6, 0, edge - 1e-6, edge + 1e-6])
    np.testing.assert_array_equal(saturated(SIGMOID, x), [True, False, False, False, True])


@EVERY
@given(a=BATCHES, low=st.floats(0, 1), high=st.floats(0, 1))
def test_a_higher_limit_saturates_more(activation: Activation, a: Array, low: float, high: float) -> None:
    low, high = sorted((low, high))
    assert (saturated(activation, a, low) <= saturated(activation, a, high)).all()


def test_leaky_relu_is_never_saturated_and_step_always() -> None:
    x = np.linspace(-30, 30, 61)
    assert not saturated(ACTIVATIONS["leaky_relu"], x).any()
    assert not saturated(ACTIVATIONS["identity"], x).any()
    assert saturated(STEP, x).all()
    np.testing.assert_array_equal(saturated(RELU, x), x <= 0)


def test_a_batch_by_hand() -> None:
    a = np.array([[-9.0, 0.0, 9.0], [-9.0, 1.0, -9.0], [-7.0, 2.0, 9.0], [-8.0, 1.0, 0.0]])
    found = landing(TANH, a, np.array([-10.0, -5, 0, 5]))
    np.testing.assert_array_equal(found.counts, [5, 0, 5])
    assert found.outside == 2
    np.testing.assert_array_equal(found.low, [1, 0, 0.25])
    np.testing.assert_array_equal(found.high, [0, 0, 0.5])
    assert (found.share_low, found.share_high) == (pytest.approx(5 / 12), pytest.approx(2 / 12))


def test_dead_units_of_relu_by_hand() -> None:
    a = np.array([[-1.0, 0.0, 3.0], [-2.0, -5.0, -3.0]])
    found = landing(RELU, a)
    np.testing.assert_array_equal(found.dead, [True, True, False])
    np.testing.assert_array_equal(found.flat, [1, 1, 0.5])
    assert found.share_flat == pytest.approx(5 / 6)
    assert found.share_dead == pytest.approx(2 / 3)
    assert found.share_low == found.share_flat
    assert found.share_high == 0


@EVERY
@given(a=BATCHES)
def test_every_number_is_counted_once(activation: Activation, a: Array) -> None:
    found = landing(activation, a)
    assert found.counts.sum() == a.size
    assert found.outside == 0
    assert len(found.edges) == len(found.counts) + 1
    assert found.share_low + found.share_high == pytest.approx(
        saturated(activation, a).mean() if a.size else 0
    )
    assert found.share_flat == pytest.approx((slopes(activation, a) == 0).mean() if a.size else 0)
    if len(a):
        np.testing.assert_array_equal(found.dead, (slopes(activation, a) == 0).all(axis=0))


@EVERY
@given(a=BATCHES, edges=st.lists(st.integers(-40, 40), min_size=2, max_size=9, unique=True))
def test_bins_are_those_of_numpy(activation: Activation, a: Array, edges: list[int]) -> None:
    wanted = np.array(sorted(edges), float)
    found = landing(activation, a, wanted)
    np.testing.assert_array_equal(found.counts, np.histogram(a, wanted)[0])
    assert found.outside == a.size - found.counts.sum()


@EVERY
@given(a=ANYTHING)
def test_any_float_at_all_is_taken_in_silence(activation: Activation, a: Array) -> None:
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        found = landing(activation, a)
    assert found.counts.sum() + found.outside == a.size
    assert found.outside >= np.isnan(a).sum()
    assert np.isfinite(found.edges).all()
    assert (np.diff(found.edges) > 0).all()
    assert ((found.low + found.high <= 1) & (found.low >= 0) & (found.high >= 0)).all()


def test_a_number_that_is_none_is_not_dead() -> None:
    found = landing(RELU, np.full((2, 2), np.nan))
    assert not found.dead.any()
    assert found.outside == 4


@pytest.mark.parametrize("a", [np.zeros((3, 2)), np.full((2, 2), 5e-324), np.full((2, 2), 1e299)])
def test_numbers_without_a_span_lie_in_the_middle(a: Array) -> None:
    found = landing(SIGMOID, a, bins=5)
    np.testing.assert_array_equal(found.counts, [0, 0, a.size, 0, 0])


def test_no_examples_and_no_units() -> None:
    none = landing(SIGMOID, np.empty((0, 3)))
    assert (none.share_low, none.share_high, none.share_flat, none.share_dead) == (0, 0, 0, 0)
    assert not none.dead.any()
    assert landing(SIGMOID, np.empty((3, 0))).share_dead == 0


@pytest.mark.parametrize("edges", [[], [1.0], [1.0, 1.0], [2.0, 1.0], [0.0, np.inf], [np.nan, 1.0]])
def test_edges_have_to_increase(edges: list[float]) -> None:
    with pytest.raises(ValueRangeError):
        landing(SIGMOID, np.zeros((1, 1)), np.array(edges))


@pytest.mark.parametrize("bins", [0, -1, MOST_BINS + 1])
def test_bins_have_bounds(bins: int) -> None:
    with pytest.raises(ValueRangeError):
        landing(SIGMOID, np.zeros((1, 1)), bins=bins)


@pytest.mark.parametrize("limit", [-0.1, 1.1, np.nan])
def test_a_limit_is_a_part(limit: float) -> None:
    for ask in (landing, saturated):
        with pytest.raises(ValueRangeError):
            ask(SIGMOID, np.zeros((1, 1)), limit=limit)


def test_a_batch_has_two_axes() -> None:
    with pytest.raises(ShapeError):
        landing(SIGMOID, np.zeros(3))
    with pytest.raises(ShapeError):
        landing(SIGMOID, np.zeros((1, 1)), np.zeros((2, 2)))


def test_softmax_has_no_slope_at_one_number() -> None:
    with pytest.raises(ValueRangeError):
        landing(ACTIVATIONS["softmax"], np.zeros((2, 2)))
    with pytest.raises(ValueRangeError):
        steepest(ACTIVATIONS["softmax"])


def test_dead_is_what_is_flat_and_not_only_for_want_of_digits() -> None:
    x = np.array([-50.0, -1.0, 0.0, 1.0, 50.0])
    np.testing.assert_array_equal(dead(RELU, x), [True, True, True, False, False])
    np.testing.assert_array_equal(dead(SIGMOID, x), [False] * 5)  # its slope at 50 is 0 in floats
    assert float(SIGMOID.derivative(np.array(50.0))) == 0
    assert dead(STEP, x).all()
    late = Activation("late", lambda x: np.maximum(x - 20, 0), lambda x: (x > 20) * 1.0, "", "", (0, 1), "")
    np.testing.assert_array_equal(dead(late, x), [True, True, True, True, False])


@given(a=BATCHES, low=st.integers(-40, 39), span=st.integers(1, 50))
def test_bars_count_everything_once(a: Array, low: int, span: int) -> None:
    found = bars(a, low, low + span, 7)
    assert found.counts.sum() + found.below + found.above == a.size
    np.testing.assert_array_equal(found.counts, np.histogram(a, 7, (low, low + span))[0])
    assert (found.edges[0], found.edges[-1]) == (low, low + span)


def test_bars_leave_nan_out_and_have_bounds() -> None:
    found = bars(np.array([np.nan, -np.inf, 0.5, np.inf]), 0, 1, 2)
    assert (found.below, found.above, found.counts.sum()) == (1, 1, 1)
    with pytest.raises(ValueRangeError):
        bars(np.zeros(1), 0, 1, 0)
    with pytest.raises(ValueRangeError):
        bars(np.zeros(1), 1, 1)


def test_sums_where_there_is_no_slope_are_missing() -> None:
    found = landing(activation_of(typed_key("log(x)")), np.array([[-1.0, 2.0], [3.0, 4.0]]))
    assert found.missing.tolist() == [0.5, 0.0]
    assert found.share_missing == 0.25
