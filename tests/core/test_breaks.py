import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.breaks import broken_curve
from core.expression import parse
from core.shapes import Array

X = np.linspace(-6, 6, 2001)


def breaks(text: str, x: Array = X) -> list[float]:
    """Where the curve is broken: in the middle of each gap that is narrower than a step."""
    places, y = broken_curve(parse(text).value, x)
    return sorted({round(float(place), 9) for place in places[np.isnan(y)]})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("tan(x)", [-4.71238898, -1.57079633, 1.57079633, 4.71238898]),
        ("1/(x - 0.3101)", [0.3101]),
        ("1/(x - 0.3101)^3", [0.3101]),
        ("step(x - 0.3101)", [0.3101]),
        ("floor(x / 4 + 0.1)", [-4.4, -0.4, 3.6]),
    ],
)
def test_jumps_and_poles_break_the_curve_where_they_are(text: str, wanted: list[float]) -> None:
    assert breaks(text) == pytest.approx(wanted, abs=1e-6)


@pytest.mark.parametrize(
    "text", ["x", "abs(x)", "relu(x)", "exp(x^2)", "sin(100 * x)", "sigmoid(1000 * x)", "3"]
)
def test_what_is_only_steep_or_bent_stays_whole(text: str) -> None:
    x, y = broken_curve(parse(text).value, X)
    assert np.isfinite(y).all()
    assert len(x) == len(X)


def test_a_curve_without_values_on_one_side_begins_right_at_its_edge() -> None:
    x, y = broken_curve(parse("sqrt(x - 0.3101)").value, X)
    first = int(np.flatnonzero(np.isfinite(y))[0])
    assert x[first] == pytest.approx(0.3101, abs=1e-9)
    assert y[first] == pytest.approx(0, abs=1e-5)
    assert np.isnan(y[x < 0.31]).all()


def test_log_goes_all_the_way_down() -> None:
    x, y = broken_curve(parse("log(x)").value, X)
    assert np.nanmin(y) < -20
    assert np.isnan(y[x < 0]).all()


def test_both_ends_of_a_jump_are_there() -> None:
    x, y = broken_curve(parse("step(x - 0.3101)").value, X)
    gap = int(np.flatnonzero(np.isnan(y))[0])
    assert (y[gap - 1], y[gap + 1]) == (0, 1)
    assert x[gap + 1] - x[gap - 1] < 1e-12


def test_nowhere_a_value_is_no_curve_at_all() -> None:
    _, y = broken_curve(parse("log(0 * x - 1)").value, X)
    assert np.isnan(y).all()


@given(
    text=st.sampled_from(
        ["tan(x)", "1/x", "floor(x)", "sin(1/x)", "x^x", "sqrt(x^2 - 4)", "tan(50*x)", "1/0 + x"]
    ),
    low=st.floats(-50, 50),
    span=st.floats(0.05, 100),
)
def test_x_never_goes_back_and_y_is_that_of_the_function(text: str, low: float, span: float) -> None:
    h = parse(text)
    given_x = np.linspace(low, low + span, 501)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        x, y = broken_curve(h.value, given_x)
    assert (np.diff(x) >= 0).all()
    assert np.isin(given_x, x).all()
    there = np.isfinite(y)
    np.testing.assert_array_equal(y[there], h.value(x)[there])
