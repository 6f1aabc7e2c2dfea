"""The line of a perceptron: measuring, turning, and the way back to its numbers."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.circuit import Circuit, Input, Output, Source, Unit, Wire
from core.errors import ValueRangeError
from core.lines import Point, foot_of, length_of, numbers_through, sum_at, turned, turned_by
from core.regions import Line, line_of

X1, X2, X3 = Source("x1"), Source("x2"), Source("x3")
NUMBERS = st.floats(-3, 3).map(lambda number: round(number, 3))
LINES = st.builds(Line, NUMBERS, NUMBERS, NUMBERS)
PLACES = st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))


@given(LINES, PLACES)
def test_the_foot_lies_on_the_line_and_straight_below(line: Line, point: Point) -> None:
    assume(length_of(line) > 0.01)
    foot = foot_of(line, point)
    assert sum_at(line, foot) == pytest.approx(0, abs=1e-6)
    way = point[0] - foot[0], point[1] - foot[1]
    assert way[0] * line.second == pytest.approx(way[1] * line.first, abs=1e-6)
    assert math.hypot(*way) == pytest.approx(abs(sum_at(line, point)) / length_of(line), abs=1e-6)


def test_without_a_line_there_is_no_foot() -> None:
    with pytest.raises(ValueRangeError):
        foot_of(Line(0.0, 0.0, 1.0), (0.5, 0.5))


def test_a_quarter_turn_against_the_clock() -> None:
    assert turned_by(Line(1.0, 0.0, 0.0), math.pi / 2) == pytest.approx((0.0, 1.0))
    assert turned(Line(1.0, 0.0, 0.0), (0.5, 0.5), (0.5, 1.0), (0.0, 0.5)) == pytest.approx((0.0, 1.0))


@given(LINES, PLACES, PLACES, PLACES)
def test_turning_keeps_the_length(line: Line, pivot: Point, one: Point, two: Point) -> None:
    weights = turned(line, pivot, one, two)
    assert math.hypot(*weights) == pytest.approx(length_of(line), abs=1e-9)


@given(LINES, PLACES, st.floats(0.3, 1), st.floats(-3, 3))
def test_a_line_that_is_turned_around_one_of_its_points_goes_through_where_it_was_pulled(
    line: Line, near: Point, far: float, angle: float
) -> None:
    assume(length_of(line) > 0.01)
    pivot = foot_of(line, near)
    along = -line.second / length_of(line) * far, line.first / length_of(line) * far
    before = pivot[0] + along[0], pivot[1] + along[1]
    after = (
        pivot[0] + math.cos(angle) * along[0] - math.sin(angle) * along[1],
        pivot[1] + math.sin(angle) * along[0] + math.cos(angle) * along[1],
    )
    first, second = turned(line, pivot, before, after)
    there = Line(first, second, -(first * pivot[0] + second * pivot[1]))
    assert sum_at(there, after) == pytest.approx(0, abs=1e-6)


@given(NUMBERS, NUMBERS, NUMBERS, PLACES)
def test_the_line_goes_through_the_point(first: float, second: float, bias: float, point: Point) -> None:
    unit = Unit("a", "a", (Wire(X1, 0.5), Wire(X2, 0.5)), bias)
    found = numbers_through(unit, Line(0.5, 0.5, bias), (X1, X2), (first, second), point)
    assert found.weights == pytest.approx((first, second), abs=0.0006)
    assert abs(sum_at(Line(*found.weights, found.bias), point)) <= 0.0006


@given(st.lists(NUMBERS, min_size=4, max_size=4), NUMBERS, st.lists(NUMBERS, min_size=2, max_size=2), PLACES)
def test_it_is_the_way_back_from_a_line_to_the_numbers(
    weights: list[float], bias: float, wanted: list[float], point: Point
) -> None:
    """x₁ comes over two wires, and x₃ is held at 0.7."""
    wires = tuple(map(Wire, (X1, X2, X1, X3), weights))
    inputs = tuple(Input(each.node, each.node) for each in (X1, X2, X3))

    def line_with(unit: Unit) -> Line:
        circuit = Circuit(inputs, (unit,), (Output("y", "y", Source("s1")),))
        line = line_of(circuit, "s1", (0, 1), (0.0, 0.0, 0.7))
        assert line is not None
        return line

    unit = Unit("s1", "s₁", wires, bias)
    numbers = numbers_through(unit, line_with(unit), (X1, X2), (wanted[0], wanted[1]), point, decimals=9)
    moved = Unit("s1", "s₁", tuple(map(Wire, unit.sources, numbers.weights)), numbers.bias)
    found = line_with(moved)
    assert (found.first, found.second) == pytest.approx(wanted, abs=1e-8)
    assert sum_at(found, point) == pytest.approx(0, abs=1e-7)
    assert numbers.weights[3] == weights[3]


def test_several_wires_of_one_input_share_the_change() -> None:
    doubled = Unit("a", "a", (Wire(X1, 0.2), Wire(X2, 0.5), Wire(X1, 0.4)), -0.7)
    numbers = numbers_through(doubled, Line(0.6, 0.5, -0.7), (X1, X2), (1.0, 0.5), (0.5, 0.0))
    assert numbers.weights == (0.4, 0.5, 0.6)
    assert numbers.bias == -0.5
    held = Unit("a", "a", (Wire(X1, 0.5), Wire(X3, 0.3)), -0.7)
    numbers = numbers_through(held, Line(0.5, 0.0, -0.4), (X1, X2), (1.0, 1.0), (0.5, 0.5))
    assert numbers.weights == (1.0, 0.3)  # x₂ is not wired
    assert numbers.bias == -0.8  # 1·0.5 + 0.3 − 0.8 = 0
