"""The perceptron rule: when it ends, how soon, and what can be said where it does not.

Nearly all numbers here are whole multiples of a power of 2, so that every sum is exact.
"""

import math
from fractions import Fraction
from itertools import groupby

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.errors import ShapeError, ValueRangeError
from core.perceptron import (
    AND,
    LearningStep,
    MeetingHulls,
    Perceptron,
    SeparatingLine,
    learn,
    separating_line,
    truth_table,
)
from core.perceptron_rule import circle_in, is_same, mistakes, most_corrections, parts_of_mean
from core.shapes import Array

MOST = 2_000  # rounds that a test waits for
RATES = st.sampled_from([0.25, 0.5, 1.0, 4.0])
EIGHTHS = st.integers(-16, 16).map(lambda n: n / 8)
SEEDS = st.integers(0, 2**32 - 1)


@st.composite
def tables(draw: st.DrawFn, crossed: bool = False) -> tuple[Array, Array]:
    """A truth table of 2 to 4 inputs, some rows left out, with any goals. crossed: often with an XOR in it,
    which no line can do."""
    inputs = draw(st.integers(2, 4))
    table = truth_table(inputs)
    goals = draw(st.lists(st.sampled_from([0, 1, None]), min_size=len(table), max_size=len(table)))
    if crossed and draw(st.integers(0, 3)):
        one, other = draw(st.permutations(range(inputs)))[:2]
        corner = draw(st.integers(0, len(table) - 1))
        for row, goal in ((0, 0), (1 << one, 1), (1 << other, 1), (1 << one | 1 << other, 0)):
            goals[corner ^ row] = goal
    rows = [row for row, goal in enumerate(goals) if goal is not None]
    assume(rows)
    return table[rows], np.array([goals[row] for row in rows], dtype=np.float64)


def parted_points(seed: int) -> tuple[Array, Array]:
    """Up to 20 points in 1 to 4 dimensions, and on which side of some line each of them lies."""
    rng = np.random.default_rng(seed)
    count, n = rng.integers(1, 21), rng.integers(1, 5)
    points = rng.integers(-16, 17, (count, n)) / 8  # (M, n)
    line = Perceptron(tuple((rng.integers(-8, 9, n) / 4).tolist()), float(rng.integers(-8, 9)) / 4)
    return points, line.output(points)


def zeros(points: Array) -> Perceptron:
    return Perceptron((0.0,) * points.shape[1], 0.0)


def corrections(steps: list[LearningStep]) -> int:
    return sum(step.wrong for step in steps)


def bound_from(line: SeparatingLine, points: Array, targets: Array) -> Fraction:
    """Novikoff's (R/γ)², with the bias as the weight of an input that is always 1, in exact numbers.

    Any line with all ones strictly above and all zeros strictly below gives one; the smaller its margin,
    the larger the bound.
    """
    v = [Fraction(number) for number in (*line.perceptron.weights, line.perceptron.bias)]
    lifted = [[*map(Fraction, point), Fraction(1)] for point in points.tolist()]
    signs = [1 if target == 1 else -1 for target in targets]
    margin = min(
        sign * sum(a * b for a, b in zip(v, x, strict=True)) for sign, x in zip(signs, lifted, strict=True)
    )
    assert margin > 0
    largest = max(sum(a * a for a in x) for x in lifted)
    return largest * sum(a * a for a in v) / margin**2


def learn_from_zeros(points: Array, targets: Array, rate: float) -> None:
    """Learn, and see that it ends with everything right, as soon as Novikoff says."""
    line = separating_line(points, targets)
    assert isinstance(line, SeparatingLine)
    assert most_corrections(points, targets, zeros(points), rate) <= bound_from(line, points, targets) + 1e-6
    most = math.floor(most_corrections(points, targets, zeros(points), rate) + 1e-6)
    # Every round but the last has a correction in it: so there are at most that many, and one more.
    steps = list(learn(zeros(points), points, targets, rate=rate, epochs=most + 1))
    assert steps[-1].errors == 0
    np.testing.assert_array_equal(steps[-1].perceptron.output(points), targets)
    assert corrections(steps) <= most


@given(table=tables(), rate=RATES)
def test_whatever_a_line_can_do_is_learned_as_soon_as_novikoff_says(
    table: tuple[Array, Array], rate: float
) -> None:
    assume(isinstance(separating_line(*table), SeparatingLine))
    learn_from_zeros(*table, rate)


@given(seed=SEEDS, rate=RATES)
def test_any_points_that_a_line_parts_are_learned(seed: int, rate: float) -> None:
    points, targets = parted_points(seed)
    line = separating_line(points, targets)
    assert isinstance(line, SeparatingLine)
    assume(bound_from(line, points, targets) < MOST)
    learn_from_zeros(points, targets, rate)


@pytest.mark.parametrize("inputs", [2, 3, 4])
@pytest.mark.parametrize("sign", [1, -1])
def test_zeros_that_lie_on_the_line_are_no_obstacle(inputs: int, sign: int) -> None:
    """(0, …, 0) has the sum b. With b = 0 it is just on the line, which counts as 0 and not as 1."""
    points = truth_table(inputs)
    line = Perceptron((float(sign),) * inputs, 0.0)
    learn_from_zeros(points, line.output(points), 0.5)


def test_the_bound_by_hand() -> None:
    """OR: 2·x₁ + 2·x₂ - 1 keeps 1 from every row; |v|² = 9 and R² = 3."""
    points, targets = truth_table(2), np.array([0, 1, 1, 1])
    line = separating_line(points, targets)
    assert isinstance(line, SeparatingLine)
    assert bound_from(line, points, targets) == 27
    assert most_corrections(points, targets, zeros(points), 0.5) == pytest.approx(27)
    start = Perceptron((0.0, 0.3), 0.4)  # |v₀| = 0.5, and γ = 1/3
    assert most_corrections(points, targets, start, 0.1) == pytest.approx(27 + 2 * 0.5 / (0.1 / 3))
    steps = list(learn(zeros(points), points, targets, rate=0.5))
    assert (steps[-1].epoch, corrections(steps)) == (4, 4)


@given(table=tables(), rate=RATES, data=st.data())
def test_from_anywhere_it_ends_with_what_a_line_can_do(
    table: tuple[Array, Array], rate: float, data: st.DataObject
) -> None:
    points, targets = table
    line = separating_line(points, targets)
    assume(isinstance(line, SeparatingLine))
    *weights, bias = data.draw(st.lists(EIGHTHS, min_size=points.shape[1] + 1, max_size=points.shape[1] + 1))
    start = Perceptron(tuple(weights), bias)
    steps = list(learn(start, points, targets, rate=rate, epochs=MOST))
    assert steps[-1].errors == 0
    assert corrections(steps) <= most_corrections(points, targets, start, rate) + 1e-6
    np.testing.assert_array_equal(steps[-1].perceptron.output(points), targets)


@given(table=tables(crossed=True), rate=RATES)
def test_what_no_line_can_do_is_never_learned_and_the_proof_holds(
    table: tuple[Array, Array], rate: float
) -> None:
    points, targets = table
    proof = separating_line(points, targets)
    assume(isinstance(proof, MeetingHulls))
    assert isinstance(proof, MeetingHulls)
    shares = np.array(proof.shares)  # (M,)
    assert (shares >= 0).all()
    for target in (0, 1):
        of_class = targets == target
        assert shares[of_class].sum() == pytest.approx(1, abs=1e-10)
        np.testing.assert_allclose(shares[of_class] @ points[of_class], proof.point, atol=1e-10)
        parts = parts_of_mean(proof, points, targets, target)
        assert set(parts) <= set(map(tuple, points[of_class].tolist()))
        assert sum(parts.values()) == pytest.approx(1, abs=1e-6)
        mean = sum(np.array(point) * share for point, share in parts.items())
        np.testing.assert_allclose(mean, proof.point, atol=1e-6)
    assert most_corrections(points, targets, zeros(points), rate) == math.inf
    steps = list(learn(zeros(points), points, targets, rate=rate, epochs=40))
    assert steps[-1].epoch == 40
    for _, round_ in groupby(steps, key=lambda step: step.epoch):
        assert any(step.wrong for step in round_)
        # What the proof says of any weights: both classes have the same mean sum, so one is wrong.
    for step in steps[:: len(points)]:
        sums = step.perceptron.sum(points)
        ones, noughts = ((shares * sums)[targets == target].sum() for target in (1, 0))
        assert ones == pytest.approx(noughts, abs=1e-8 * max(1.0, float(np.abs(sums).max())))


@given(table=tables(), rate=RATES)
def test_what_is_never_learned_goes_round_in_a_circle(table: tuple[Array, Array], rate: float) -> None:
    """The weights stay within bounds and are multiples of the rate: they must come back some time."""
    points, targets = table
    assume(isinstance(separating_line(points, targets), MeetingHulls))
    ends = [zeros(points)]
    for step in learn(ends[0], points, targets, rate=rate, epochs=300):
        if step.row == len(points) - 1:
            ends.append(step.perceptron)
    circles = (circle_in(ends[: count + 1]) for count in range(1, len(ends)))
    earlier, later = next(circle for circle in circles if circle is not None)
    length = later - earlier
    assert all(ends[k] == ends[k - length] for k in range(later, len(ends)))
    assert len(set(ends[:later])) == later  # no earlier circle was passed over


@given(table=tables(), rate=RATES)
def test_from_zeros_the_rate_only_scales_the_weights(table: tuple[Array, Array], rate: float) -> None:
    points, targets = table
    of_one = learn(zeros(points), points, targets, rate=1.0, epochs=30)
    of_rate = learn(zeros(points), points, targets, rate=rate, epochs=30)
    for one, other in zip(of_one, of_rate, strict=True):
        assert other.perceptron.weights == tuple(rate * w for w in one.perceptron.weights)
        assert other.perceptron.bias == rate * one.perceptron.bias
        assert other.wrong == one.wrong


@given(table=tables(), rate=RATES)
def test_each_correction_moves_the_sum_of_its_row_towards_the_goal(
    table: tuple[Array, Array], rate: float
) -> None:
    points, targets = table
    before = Perceptron((0.5,) * points.shape[1], -0.75)
    for step in learn(before, points, targets, rate=rate, epochs=10):
        x, target = points[step.row], targets[step.row]
        moved = float(step.perceptron.sum(x) - before.sum(x))
        length = rate * (x @ x + 1) if step.wrong else 0.0
        assert moved == pytest.approx(length if target == 1 else -length, abs=1e-12)
        assert step.wrong == (float(before.output(x)) != target)
        before = step.perceptron


def test_xor_goes_round_after_three_rounds() -> None:
    points, targets = truth_table(2), np.array([0, 1, 1, 0])
    steps = list(learn(zeros(points), points, targets, rate=0.5, epochs=3))
    ends = [zeros(points), *(step.perceptron for step in steps[3::4])]
    assert [circle_in(ends[:count]) for count in (2, 3, 4)] == [None, None, (2, 3)]


def test_weights_that_differ_by_rounding_are_the_same() -> None:
    one, other = Perceptron((0.1 + 0.2,), 0.5), Perceptron((0.3,), 0.5)
    assert one != other
    assert is_same(one, other)
    assert circle_in([one, Perceptron((0.0,), 0.5), other]) == (0, 2)
    assert not is_same(one, Perceptron((0.3,), 0.5001))


def test_mistakes_are_counted() -> None:
    points, targets = truth_table(2), np.array([0, 1, 1, 0])
    assert mistakes(Perceptron((0.5, 0.5), -0.2), points, targets) == 1  # OR in place of XOR
    assert mistakes(zeros(points), points, targets) == 2


def test_a_point_in_two_rows_is_one_part() -> None:
    """x = 1 should give 1 in two rows and 0 in a third: it is both means."""
    points, targets = np.array([[1.0], [1.0], [1.0]]), np.array([1, 1, 0])
    parts = parts_of_mean(MeetingHulls((1.0,), (0.25, 0.75, 1.0)), points, targets, 1)
    assert parts == {(1.0,): 1.0}


def test_what_does_not_fit_is_refused() -> None:
    points, targets = truth_table(2), np.array([0, 1, 1, 1])
    with pytest.raises(ShapeError):
        most_corrections(points, targets, Perceptron((0.5,), 0.0), 0.1)
    with pytest.raises(ValueRangeError):
        most_corrections(points, targets, zeros(points), 0.0)
    with pytest.raises(ShapeError):
        mistakes(Perceptron((0.5,), 0.0), points, targets)
    with pytest.raises(ShapeError):
        parts_of_mean(MeetingHulls((0.5, 0.5), (1.0,)), points, targets, 1)


def test_what_is_left_of_rounding_is_no_weight() -> None:
    """0.5 is led to 0 in steps of 0.1, and arrives."""
    steps = learn(AND, truth_table(2), np.array([0, 1, 1, 0]), rate=0.1, epochs=40)
    numbers = np.array([[*step.perceptron.weights, step.perceptron.bias] for step in steps])  # (S, 3)
    assert (numbers == 0).any()
    assert np.abs(numbers[numbers != 0]).min() > 0.05
