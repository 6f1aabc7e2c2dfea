import math
import threading
import warnings

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy import special

from core.activations import softmax
from core.errors import ShapeError, ValueRangeError
from core.shapes import Array
from core.softmax_limits import (
    FLOATS,
    MOST_SCORES,
    largest_safe_logit,
    largest_safe_score,
    log_softmax,
    naive_softmax,
    one_hot_of_largest,
    safe_softmax,
    scores_in,
    shifted,
    softmax_at_temperature,
)

BOOK = np.array([1010.0, 1000.0, 990.0])
EVERY_FLOAT = pytest.mark.parametrize("dtype", FLOATS, ids=[each.name for each in FLOATS])
ROWS = hnp.arrays(
    np.float64,
    hnp.array_shapes(min_dims=1, max_dims=3, min_side=1, max_side=6),
    elements=st.floats(-1e3, 1e3),
)
ANY_FINITE = hnp.arrays(
    np.float64,
    st.integers(1, 10),
    elements=st.floats(allow_nan=False, allow_infinity=False),
)


# The formula as it is printed


def test_the_scores_of_the_book_break_it() -> None:
    y = naive_softmax(BOOK)
    assert np.isnan(y.probabilities).all()
    assert np.isposinf(y.exponentials).all()
    assert y.total == np.inf
    assert y.warnings == ("overflow encountered in exp", "invalid value encountered in divide")
    assert not y.survived


def test_the_safe_one_gives_what_the_book_prints() -> None:
    np.testing.assert_allclose(softmax(BOOK), [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rtol=5e-9)


def test_the_words_are_those_of_numpy() -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        e = np.exp(BOOK)
        _ = e / e.sum()
    assert naive_softmax(BOOK).warnings == tuple(str(each.message) for each in caught)


def test_small_scores_of_the_book_survive_it() -> None:
    y = naive_softmax(np.array([0.3, 2.9, 4.0]))
    np.testing.assert_allclose(y.exponentials, [1.34985881, 18.17414537, 54.59815003], rtol=5e-9)
    assert y.total == pytest.approx(74.1221542101633)
    np.testing.assert_allclose(y.probabilities, [0.01821127, 0.24519181, 0.73659691], atol=5e-9)
    assert y.survived
    assert y.warnings == ()


def test_scores_far_below_0_are_0_by_0() -> None:
    y = naive_softmax(np.full(3, -1e4))
    assert y.warnings == ("invalid value encountered in divide",)
    assert np.isnan(y.probabilities).all()


def test_each_term_fits_but_the_sum_does_not() -> None:
    y = naive_softmax(np.full(2, 11.0, np.float16))
    assert np.isfinite(y.exponentials).all()
    assert y.warnings == ("overflow encountered in reduce",)
    np.testing.assert_array_equal(y.probabilities, [0, 0])
    assert not y.survived


@EVERY_FLOAT
def test_the_type_stays(dtype: np.dtype[np.floating]) -> None:
    a = np.array([[1, 2, 3], [3, 2, 1]], dtype)
    y = naive_softmax(a)
    assert (y.exponentials.dtype, y.total.dtype, y.probabilities.dtype) == (dtype, dtype, dtype)
    assert (y.exponentials.shape, y.total.shape, y.probabilities.shape) == ((2, 3), (2,), (2, 3))
    for function in (log_softmax, one_hot_of_largest):
        assert function(a).dtype == dtype
    assert softmax_at_temperature(a, 0.5).dtype == dtype
    assert shifted(a, 0.5).dtype == dtype
    assert naive_softmax(np.array([1, 2])).probabilities.dtype == np.float64


@given(ROWS)
def test_where_it_survives_it_says_the_same_as_the_safe_one(a: Array) -> None:
    y = naive_softmax(a)
    kept_all_digits = (y.total > 1e-290).all()
    if y.survived and kept_all_digits:
        np.testing.assert_allclose(y.probabilities, softmax(a), rtol=1e-12, atol=1e-15)


def test_just_before_0_by_0_it_survives_with_few_digits() -> None:
    y = naive_softmax(np.array([-744.0, -745.0]))  # 2 and 1 times the smallest number there is
    assert y.survived
    np.testing.assert_array_equal(y.probabilities, [2 / 3, 1 / 3])
    np.testing.assert_allclose(softmax(np.array([-744.0, -745.0])), [0.73105858, 0.26894142], rtol=5e-8)


@given(ANY_FINITE)
def test_nothing_is_raised_or_warned_whatever_the_caller_asked_for(a: Array) -> None:
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        y = naive_softmax(a)
        assert y.survived == (not y.warnings and bool(np.isfinite(y.probabilities).all()))
        assert np.geterr()["over"] == "raise"


def test_other_threads_hear_nothing() -> None:
    found: list[tuple[str, ...]] = []

    def many() -> None:
        found.extend(naive_softmax(np.array([1.0, 2.0])).warnings for _ in range(300))

    thread = threading.Thread(target=many)
    thread.start()
    broken = [naive_softmax(BOOK).warnings for _ in range(300)]
    thread.join()
    assert set(found) == {()}
    assert {len(each) for each in broken} == {2}


# The other formula, step by step


def test_the_safe_steps_of_the_book() -> None:
    y = safe_softmax(BOOK)
    np.testing.assert_array_equal(y.scores, [0, -10, -20])
    np.testing.assert_allclose(y.exponentials, [1, 4.53999298e-05, 2.06115362e-09], rtol=5e-9)
    assert y.total == pytest.approx(1.0000454020)
    np.testing.assert_allclose(y.probabilities, [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rtol=5e-9)
    assert y.survived


@given(ANY_FINITE)
def test_the_safe_steps_end_where_softmax_does(a: Array) -> None:
    y = safe_softmax(a)
    np.testing.assert_array_equal(y.probabilities, softmax(a))
    assert y.survived


def test_the_safe_formula_breaks_where_a_score_is_no_longer_a_number() -> None:
    y = safe_softmax(np.array([np.inf, 1.0]))
    assert np.isnan(y.probabilities[0])
    assert y.warnings == ("invalid value encountered in subtract",)


@EVERY_FLOAT
@given(a=ROWS, constant=st.integers(-500, 500))
def test_in_every_type_softmax_keeps_sum_and_order_and_forgets_a_constant(
    dtype: np.dtype[np.floating], a: Array, constant: int
) -> None:
    a = np.round(a)  # whole numbers up to 2,000 are exact in every type
    before = safe_softmax(scores_in(dtype, a))
    after = safe_softmax(scores_in(dtype, a, constant))
    np.testing.assert_array_equal(after.probabilities, before.probabilities)
    rounding = float(np.finfo(dtype).eps)
    sums = before.probabilities.astype(np.float64).sum(axis=-1)
    np.testing.assert_allclose(sums, 1, atol=a.shape[-1] * rounding)
    order = a.argsort(axis=-1)
    assert (np.diff(np.take_along_axis(before.probabilities, order, axis=-1)) >= 0).all()


# One float type from beginning to end


def test_scores_are_rounded_to_the_type_first() -> None:
    x = scores_in(np.float16, np.array([1000.3, 1.0]), constant=0.25, temperature=2)
    assert x.dtype == np.float16
    np.testing.assert_array_equal(x, [500.5, 0.625])  # 1000.3 is 1000.5 there, and 1000.75 is 1001


def test_what_does_not_fit_becomes_infinite_in_silence() -> None:
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        x = scores_in(np.float16, np.array([70000.0, -70000.0, 1.0]))
        assert np.isnan(scores_in(np.float16, np.array([70000.0]), -70000.0)).all()
    np.testing.assert_array_equal(x, [np.inf, -np.inf, 1])


@given(ANY_FINITE, st.floats(-1e3, 1e3), st.floats(0.1, 10))
def test_temperature_and_constant_in_one(a: Array, constant: float, temperature: float) -> None:
    a = np.clip(a, -1e3, 1e3)
    y = safe_softmax(scores_in(np.float64, a, constant, temperature)).probabilities
    np.testing.assert_allclose(y, softmax_at_temperature(a, temperature), rtol=1e-9, atol=1e-300)


# The largest logit


@EVERY_FLOAT
@pytest.mark.parametrize("count", [1, 2, 3, 10, MOST_SCORES])
def test_the_largest_logit_is_the_logarithm_of_the_largest_number(
    dtype: np.dtype[np.floating], count: int
) -> None:
    found = largest_safe_logit(dtype, count)
    spacing = float(np.spacing(dtype.type(found)))
    expected = math.log(float(np.finfo(dtype).max)) - math.log(count)
    # float16 is the coarsest: from each term to the next it may round up over the edge
    assert found == pytest.approx(expected, abs=2 * spacing)


@EVERY_FLOAT
@pytest.mark.parametrize("count", [1, 2, 10])
def test_it_survives_and_the_next_number_does_not(dtype: np.dtype[np.floating], count: int) -> None:
    edge = dtype.type(largest_safe_logit(dtype, count))
    assert naive_softmax(np.full(count, edge)).survived
    assert not naive_softmax(np.full(count, np.nextafter(edge, dtype.type(np.inf)))).survived


def test_what_is_said_of_the_three_types() -> None:
    assert [round(largest_safe_logit(dtype), 2) for dtype in FLOATS] == [11.09, 88.72, 709.78]


@EVERY_FLOAT
def test_one_score_may_grow_until_the_sum_is_full(dtype: np.dtype[np.floating]) -> None:
    a = np.array([1, 2, 3], dtype)
    edge = largest_safe_score(a, 1)
    assert edge is not None
    tried = a.copy()
    tried[1] = edge
    assert naive_softmax(tried).survived
    tried[1] = np.nextafter(tried[1], dtype.type(np.inf))
    assert not naive_softmax(tried).survived
    np.testing.assert_array_equal(a, [1, 2, 3])


def test_where_the_others_break_it_there_is_no_such_score() -> None:
    assert largest_safe_score(BOOK, 0) is None


def test_beside_far_smaller_ones_a_score_may_be_as_large_as_alone() -> None:
    assert largest_safe_score(np.array([-50.0, 0.0, 3.0]), 2) == largest_safe_logit(np.float64)


@pytest.mark.parametrize("dtype", [np.int32, np.complex64, np.bool_])
def test_other_types_have_no_limit(dtype: type) -> None:
    with pytest.raises(ValueRangeError):
        largest_safe_logit(dtype)


@pytest.mark.parametrize("count", [0, -1, MOST_SCORES + 1])
def test_the_number_of_scores_has_bounds(count: int) -> None:
    with pytest.raises(ValueRangeError):
        largest_safe_logit(np.float32, count)


# A constant, a temperature, a logarithm, and all or nothing


@given(a=ROWS, constant=st.integers(-10_000, 10_000))
def test_a_constant_changes_nothing(a: Array, constant: int) -> None:
    a = np.round(a)  # so that the sum is exact
    np.testing.assert_array_equal(softmax(shifted(a, constant)), softmax(a))
    np.testing.assert_array_equal(log_softmax(shifted(a, constant)), log_softmax(a))


@given(a=ROWS, constant=st.floats(-1e3, 1e3))
def test_any_constant_changes_no_more_than_rounding_does(a: Array, constant: float) -> None:
    np.testing.assert_allclose(softmax(shifted(a, constant)), softmax(a), rtol=1e-11, atol=1e-300)


@given(a=ANY_FINITE, constant=st.floats(allow_nan=False, allow_infinity=False))
def test_of_any_constant_softmax_sees_no_more_than_the_rounding_of_the_sums(
    a: Array, constant: float
) -> None:
    with np.errstate(all="ignore"):
        moved = a + constant
        largest = np.abs([*a, *moved, np.ptp(a), np.ptp(moved)]).max()
    assume(np.isfinite(largest))
    rounding = 8 * float(np.finfo(float).eps) * largest + 1e-14
    np.testing.assert_allclose(log_softmax(moved), log_softmax(a), rtol=0, atol=rounding)
    y = softmax(moved)
    assert y.sum() == pytest.approx(1, abs=1e-14)
    assert (np.diff(y[a.argsort()]) >= 0).all()  # sums never change places


def test_less_the_largest_the_naive_formula_is_the_safe_one() -> None:
    y = naive_softmax(shifted(BOOK, -BOOK.max()))
    assert y.survived
    np.testing.assert_array_equal(y.probabilities, softmax(BOOK))


def test_a_constant_that_is_too_large_for_the_type() -> None:
    with pytest.raises(ValueRangeError):
        shifted(np.array([1, 2], np.float16), 1e5)
    with pytest.raises(ValueRangeError):
        shifted(BOOK, math.nan)


def test_temperature_by_hand() -> None:
    # scores 0 and log 3, at T = 1/2: 1 to 9
    a = np.array([0.0, math.log(3)])
    np.testing.assert_allclose(softmax_at_temperature(a, 1), [0.25, 0.75], rtol=1e-15)
    np.testing.assert_allclose(softmax_at_temperature(a, 0.5), [0.1, 0.9], rtol=1e-15)


@given(a=ROWS, temperature=st.floats(1e-300, 1e300))
def test_at_any_temperature_the_order_stays_and_the_sum_is_1(a: Array, temperature: float) -> None:
    y = softmax_at_temperature(a, temperature)
    np.testing.assert_allclose(y.sum(axis=-1), 1, rtol=1e-14)
    in_order = np.take_along_axis(y, a.argsort(axis=-1), axis=-1)
    assert (np.diff(in_order, axis=-1) >= 0).all()


@given(a=ROWS, temperature=st.floats(0.1, 10))
def test_temperature_divides_the_scores(a: Array, temperature: float) -> None:
    expected = special.softmax(a / temperature, axis=-1)
    np.testing.assert_allclose(softmax_at_temperature(a, temperature), expected, rtol=1e-10, atol=1e-300)


@given(a=ROWS, low=st.floats(0.1, 5), more=st.floats(1, 5))
def test_warmer_is_more_even(a: Array, low: float, more: float) -> None:
    cold, warm = softmax_at_temperature(a, low), softmax_at_temperature(a, low * more)
    assert (warm.max(axis=-1) <= cold.max(axis=-1) + 1e-12).all()


@given(hnp.arrays(np.float64, (3, 4), elements=st.integers(-50, 50), unique=True))
def test_cold_is_one_hot_and_hot_is_even(a: Array) -> None:
    np.testing.assert_array_equal(softmax_at_temperature(a, 1e-6), one_hot_of_largest(a))
    np.testing.assert_allclose(softmax_at_temperature(a, 1e9), 0.25, rtol=1e-6)


@pytest.mark.parametrize("temperature", [0.0, -1.0, math.inf, math.nan])
def test_temperatures_that_are_none(temperature: float) -> None:
    with pytest.raises(ValueRangeError):
        softmax_at_temperature(BOOK, temperature)


@given(ROWS)
def test_scipy_says_the_same(a: Array) -> None:
    np.testing.assert_allclose(log_softmax(a), special.log_softmax(a, axis=-1), rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(softmax(a), special.softmax(a, axis=-1), rtol=1e-12, atol=1e-300)


@given(ROWS)
def test_log_softmax_is_the_logarithm_of_softmax(a: Array) -> None:
    y = log_softmax(a)
    assert (y <= 0).all()
    np.testing.assert_allclose(np.exp(y), softmax(a), rtol=1e-12, atol=1e-300)


def test_log_softmax_goes_on_where_softmax_is_0() -> None:
    a = np.array([0.0, -5000.0])
    assert softmax(a)[1] == 0
    assert log_softmax(a)[1] == -5000


@given(ROWS)
def test_one_hot_is_where_softmax_is_largest(a: Array) -> None:
    hot, y = one_hot_of_largest(a), softmax(a)
    np.testing.assert_array_equal(hot.sum(axis=-1), 1)
    np.testing.assert_array_equal(
        (hot * y).sum(axis=-1), y.max(axis=-1)
    )  # leave softmax out: the class stays
    np.testing.assert_array_equal((hot * a).sum(axis=-1), a.max(axis=-1))


def test_of_equal_scores_the_first_is_the_one() -> None:
    np.testing.assert_array_equal(
        one_hot_of_largest(np.array([[1.0, 3, 3], [2, 2, 2]])), [[0, 1, 0], [1, 0, 0]]
    )


@given(ANY_FINITE)
def test_any_finite_scores_are_probabilities_in_silence(a: Array) -> None:
    with warnings.catch_warnings(), np.errstate(all="raise"):
        warnings.simplefilter("error")
        every = (softmax(a), softmax_at_temperature(a, 0.5), softmax_at_temperature(a, 1e-300))
        assert not np.isnan(log_softmax(a)).any()
    for y in every:
        assert (y >= 0).all()
        assert y.sum() == pytest.approx(1, abs=1e-14)
        assert (np.diff(y[a.argsort()]) >= 0).all()


@pytest.mark.parametrize("a", [np.array(1.0), np.empty(0), np.empty((3, 0))])
def test_no_score_is_an_error(a: Array) -> None:
    for function in (naive_softmax, safe_softmax, log_softmax, one_hot_of_largest):
        with pytest.raises(ShapeError):
            function(a)
    with pytest.raises(ShapeError):
        softmax_at_temperature(a, 1)
    with pytest.raises(ShapeError):
        shifted(a, 1)
