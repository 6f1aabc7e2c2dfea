import math
import warnings

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import expit

from core.activations import ACTIVATIONS, sigmoid, step
from core.errors import ValueRangeError
from core.functions import activation_of
from core.neuron import Neuron, gap, moved_sideways, output, slope, stretched_to, turned_at

SIGMOID = ACTIVATIONS["sigmoid"]
weights = st.floats(-20, 20).filter(lambda w: abs(w) > 0.05)
biases = st.floats(-50, 50)
places = st.floats(-20, 20)


def test_one_neuron_by_hand() -> None:
    neuron = Neuron(2.0, -3.0)
    assert neuron.threshold == 1.5
    assert neuron.place_of(1.0) == 2.0
    x = np.array([1.5, 2.0])
    np.testing.assert_allclose(output(SIGMOID, neuron, x), [0.5, 1 / (1 + math.exp(-1))])
    y = 1 / (1 + math.exp(-1))
    np.testing.assert_allclose(slope(SIGMOID, neuron, x), [2 * 0.25, 2 * y * (1 - y)])
    assert Neuron().changes_nothing
    assert not neuron.changes_nothing
    assert math.copysign(1, Neuron(1.0, 0.0).threshold) == 1


def test_without_a_weight_there_is_no_threshold() -> None:
    assert math.isnan(Neuron(0.0, 2.0).threshold)
    assert math.isnan(Neuron(0.0, 2.0).place_of(1.0))


@pytest.mark.parametrize("key", ["sigmoid", "tanh", "softplus", "gelu", "identity"])
@given(w=weights, b=biases, x=places)
def test_the_slope_is_that_of_the_output(key: str, w: float, b: float, x: float) -> None:
    neuron, h = Neuron(w, b), 1e-6
    around = output(ACTIVATIONS[key], neuron, np.array([x - h, x + h]))
    found = float(slope(ACTIVATIONS[key], neuron, np.array([x]))[0])
    assert found == pytest.approx((around[1] - around[0]) / (2 * h), abs=1e-4)


def test_a_pole_at_which_nothing_moves_has_no_slope() -> None:
    pole = activation_of("typed:1 / x")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert np.isnan(slope(pole, Neuron(0.0, 0.0), np.array([1.0]))).all()


@given(w=weights, b=biases)
def test_the_area_is_what_integration_finds(w: float, b: float) -> None:
    neuron = Neuron(w, b)
    middle, far = neuron.threshold, 40 / abs(w)

    def difference(x: float) -> float:
        a = neuron.sums(np.array([x]))
        return float(np.abs(step(a) - expit(a))[0])

    left, _ = quad(difference, middle - far, middle)
    right, _ = quad(difference, middle, middle + far)
    assert gap(neuron).area == pytest.approx(left + right, rel=1e-6)


@given(w=weights, b=biases, limit=st.floats(0.001, 0.499))
def test_they_differ_by_the_limit_at_both_ends_of_the_width(w: float, b: float, limit: float) -> None:
    neuron = Neuron(w, b)
    found = gap(neuron, limit)
    ends = neuron.threshold + np.array([-0.5, 0.5]) * found.width * (1 + 1e-9)
    assume(np.ptp(ends) > 1e-6)
    a = neuron.sums(ends)
    np.testing.assert_allclose(np.abs(step(a) - sigmoid(a)), limit, rtol=1e-4)


def test_the_steeper_the_closer_but_right_at_the_jump_always_a_half() -> None:
    assert gap(Neuron(12.0)).area == pytest.approx(0.1155, abs=1e-4)
    assert gap(Neuron(12.0)).area == pytest.approx(gap(Neuron()).area / 12)
    assert gap(Neuron()).width == pytest.approx(5.889, abs=1e-3)
    assert gap(Neuron(-12.0)) == gap(Neuron(12.0))
    for w in (1.0, 12.0, 1e6):
        just_above = np.array([1e-12])
        assert abs(float((step(w * just_above) - sigmoid(w * just_above))[0])) == pytest.approx(
            gap(Neuron(w)).greatest, abs=1e-5
        )


def test_without_a_weight_both_are_level() -> None:
    assert gap(Neuron(0.0, 0.5)).area == math.inf
    assert gap(Neuron(0.0, 0.5)).width == math.inf
    assert gap(Neuron(0.0, 5.0)).width == 0


@pytest.mark.parametrize("limit", [0.0, 0.5, -1.0, math.nan])
def test_the_limit_is_between_nothing_and_a_half(limit: float) -> None:
    with pytest.raises(ValueRangeError):
        gap(Neuron(), limit)


@given(w=weights, b=biases, x=places, by=places)
def test_what_is_pulled_follows_the_hand(w: float, b: float, x: float, by: float) -> None:
    neuron = Neuron(w, b)
    moved = moved_sideways(neuron, by)
    assert moved.weight == w
    assert moved.sums(np.array([x + by])) == pytest.approx(neuron.sums(np.array([x])), abs=1e-9)


@given(w=weights, b=biases, x=places, weight=weights)
def test_what_is_turned_stays_where_it_is_held(w: float, b: float, x: float, weight: float) -> None:
    neuron = Neuron(w, b)
    turned = turned_at(neuron, x, weight)
    assert turned.weight == weight
    assert turned.sums(np.array([x])) == pytest.approx(neuron.sums(np.array([x])), abs=1e-9)


@given(w=weights, b=biases, start=places, end=places)
def test_what_is_stretched_follows_the_hand_around_the_threshold(
    w: float, b: float, start: float, end: float
) -> None:
    neuron = Neuron(w, b)
    middle = neuron.threshold
    assume(abs(start - middle) > 1e-3)
    stretched = stretched_to(neuron, start, end, 20.0)
    assert abs(stretched.weight) <= 20.0
    assert stretched.weight * w > 0 or stretched.weight == pytest.approx(0, abs=1e-2)
    assert stretched.sums(np.array([middle])) == pytest.approx(0, abs=1e-6)
    if (end - middle) * (start - middle) > 0 and abs(stretched.weight) < 20:
        assert stretched.sums(np.array([end])) == pytest.approx(neuron.sums(np.array([start])), rel=1e-6)


def test_nothing_is_stretched_from_the_threshold_or_without_a_weight() -> None:
    assert stretched_to(Neuron(2.0, -2.0), 1.0, 3.0, 20.0) == Neuron(2.0, -2.0)
    assert stretched_to(Neuron(0.0, 1.0), 1.0, 3.0, 20.0) == Neuron(0.0, 1.0)
