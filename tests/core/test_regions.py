"""Regions: the fast way over the plane says what the slow way says, at every point."""

import math

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from core.circuit import Block, Circuit, Input, Output, Source, Unit, Wire, run
from core.errors import CircuitError, ShapeError
from core.firing import Firing
from core.functions import activation_of
from core.gates import gate
from core.regions import Line, ends_in, line_of, lines_of, value_grid
from core.shapes import Array
from tests.core.circuit_strategies import NUMBERS, circuits

TENTHS = st.integers(-20, 20).map(lambda n: n / 10)  # many of them lie exactly on lines
COORDINATES = TENTHS | st.floats(-3, 3)
X1, X2 = Source("x1"), Source("x2")
INPUTS = (Input("x1", "x₁"), Input("x2", "x₂"))
TENTHS_FROM_MINUS_1_TO_2 = np.arange(-10, 21) / 10


def asked_everywhere(
    circuit: Circuit,
    source: Source,
    axes: tuple[int, int],
    held: list[float],
    first: Array,
    second: Array,
    firing: Firing = 0.0,
) -> Array:
    """The same by running the circuit at every point."""
    x = np.tile(np.array(held), (second.size, first.size, 1))  # (H, W, n)
    x[..., axes[1]] = second[:, None]
    x[..., axes[0]] = first
    return run(circuit, x, firing).values[source]


def one_unit(*weights: float, bias: float, sources: tuple[Source, ...] = (X1, X2)) -> Circuit:
    wires = tuple(Wire(source, w) for source, w in zip(sources, weights, strict=True))
    return Circuit(INPUTS, (Unit("s", "s", wires, bias),), (Output("y", "y", Source("s")),))


@st.composite
def questions(draw: st.DrawFn) -> tuple[Circuit, Source, tuple[int, int], list[float], Array, Array]:
    """A circuit, any of its signals, any axes, anything held, any points."""
    circuit = draw(circuits(max_nodes=10))
    source = draw(st.sampled_from(sorted(circuit.signal_names())[::-1]))
    axes = st.integers(0, len(circuit.inputs) - 1)
    held = [draw(st.sampled_from([0.0, 1.0]) | COORDINATES) for _ in circuit.inputs]
    first, second = (draw(st.lists(COORDINATES, max_size=25)) for _ in range(2))
    order = draw(st.sampled_from(["any", "up", "down"]))
    if order != "any":
        first.sort(reverse=order == "down")
    return circuit, source, (draw(axes), draw(axes)), held, np.array(first), np.array(second)


FUNCTIONS = st.sampled_from(
    ["tanh", "relu", "gelu", "identity", "typed:log(x)", "typed:1 / x", "typed:sin(40 * x)"]
)


@given(questions(), FUNCTIONS)
def test_with_any_function_it_is_what_the_circuit_says(
    question: tuple[Circuit, Source, tuple[int, int], list[float], Array, Array], key: str
) -> None:
    h = activation_of(key)
    with np.errstate(all="ignore"):  # what is too large for a float32 is infinite
        wanted = asked_everywhere(*question, h).astype(np.float32)
    np.testing.assert_array_equal(value_grid(*question, h), wanted)


def test_with_any_function_strip_after_strip() -> None:
    across, up = np.linspace(-0.5, 1.5, 300), np.linspace(1.5, -0.5, 200)
    question = gate("FULL_ADDER"), Source("s1"), (0, 2), [0.0, 1.0, 0.0], across, up
    source = next(iter(question[0].outputs)).source
    assert source is not None
    question = (question[0], source, *question[2:])
    h = activation_of("typed:x * tanh(log(1 + exp(x)))")
    np.testing.assert_array_equal(value_grid(*question, h), asked_everywhere(*question, h).astype(np.float32))


# The step


@given(questions())
def test_is_what_the_circuit_says_at_every_point(
    question: tuple[Circuit, Source, tuple[int, int], list[float], Array, Array],
) -> None:
    grid = value_grid(*question)
    assert grid.dtype == np.float32
    np.testing.assert_array_equal(grid, asked_everywhere(*question).astype(np.float32))


@given(circuits(max_nodes=10), st.data())
def test_is_what_the_circuit_says_on_a_picture(circuit: Circuit, data: st.DataObject) -> None:
    """Evenly spaced points, with whole rows and columns exactly on lines."""
    source = data.draw(st.sampled_from(sorted(circuit.signal_names())))
    axes = (0, len(circuit.inputs) - 1)
    question = (
        circuit,
        source,
        axes,
        [1.0] * len(circuit.inputs),
        TENTHS_FROM_MINUS_1_TO_2,
        np.arange(-9, 20) / 10,
    )
    np.testing.assert_array_equal(value_grid(*question), asked_everywhere(*question).astype(np.float32))


@given(st.lists(st.tuples(NUMBERS, st.sampled_from([X1, X2])), max_size=4), NUMBERS, st.permutations([0, 1]))
def test_one_perceptron_alone(wires: list[tuple[float, Source]], bias: float, axes: list[int]) -> None:
    weights, sources = [w for w, _ in wires], tuple(source for _, source in wires)
    circuit = one_unit(*weights, bias=bias, sources=sources)
    points = TENTHS_FROM_MINUS_1_TO_2
    question = (circuit, Source("s"), (axes[0], axes[1]), [0.0, 0.0], points, points[3:])
    grid = value_grid(*question)
    assert grid.dtype == np.float32
    np.testing.assert_array_equal(grid, asked_everywhere(*question))


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=20))
def test_many_lines(numbers: list[tuple[float, float, float]]) -> None:
    units = tuple(Unit(f"s{k}", "", (Wire(X1, w1), Wire(X2, w2)), b) for k, (w1, w2, b) in enumerate(numbers))
    last = Unit("last", "", tuple(Wire(Source(each.key), 2.0**k) for k, each in enumerate(units)), -(2.0**7))
    circuit = Circuit(INPUTS, (*units, last))
    points = TENTHS_FROM_MINUS_1_TO_2
    question = (circuit, Source("last"), (0, 1), [0.0, 0.0], points, points)
    np.testing.assert_array_equal(value_grid(*question), asked_everywhere(*question))


@given(NUMBERS, NUMBERS, st.lists(NUMBERS, min_size=3, max_size=8), st.lists(st.floats(-2, 2), min_size=1))
def test_each_reads_the_inputs_and_the_one_before(
    w1: float, w2: float, weights: list[float], columns: list[float]
) -> None:
    units = [Unit("s0", "", (Wire(X1, w1), Wire(X2, w2)), 0.1)]
    for k, w in enumerate(weights, 1):
        wires = (Wire(X2, w2), Wire(Source(f"s{k - 1}"), w), Wire(X1, weights[-k]))
        units.append(Unit(f"s{k}", "", wires, w1))
    question = (
        Circuit(INPUTS, tuple(units)),
        Source(f"s{len(weights)}"),
        (1, 0),
        [0.0, 0.0],
        np.array(columns),
        TENTHS_FROM_MINUS_1_TO_2,
    )
    np.testing.assert_array_equal(value_grid(*question), asked_everywhere(*question))


def test_a_sum_of_0_but_for_rounding_does_not_fire() -> None:
    """0.1·1 + 0.2·1 - 0.3 is 0.00000000000000006 in floating point, and 0 in the book."""
    circuit = one_unit(0.1, 0.2, bias=-0.3)
    corners = np.array([0.0, 1.0])
    assert value_grid(circuit, Source("s"), (0, 1), (0, 0), corners, corners).tolist() == [[0, 0], [0, 0]]


@given(st.floats(-3e-12, 3e-12), st.sampled_from([1.0, 0.1, 3.0]), st.lists(COORDINATES, min_size=2))
@example(5e-324, 1.0, [-1.0, 0.0, 1.0])
@example(1e-13, 1.0, [-1.0, 0.0, 1.0])
def test_weights_that_cancel_leave_the_rounding_rule(bias: float, w: float, columns: list[float]) -> None:
    """w·x - w·x + b counts as 0 where b is nothing beside w·x, and as b near x = 0: it turns twice."""
    circuit = one_unit(w, -w, bias=bias, sources=(X1, X1))
    question = (circuit, Source("s"), (0, 1), [0.0, 0.0], np.array(columns), np.array([0.0, 1.0]))
    np.testing.assert_array_equal(value_grid(*question), asked_everywhere(*question))


@pytest.mark.parametrize("softness", [0.0, 0.5])
def test_blocks_wired_to_the_axes_and_pins(softness: float) -> None:
    """Pin 0 of a half adder is the sum; inside of a block, in a block."""
    half = gate("HALF_ADDER")
    inner = Circuit(
        INPUTS,
        (Block("b", "b", half, (X2, X1)),),
        (Output("o0", "", Source("b", 0)), Output("o1", "", Source("b", 1)), Output("none", "")),
    )
    circuit = Circuit(INPUTS, (Block("c", "c", inner, (X1, X2)), Block("d", "d", inner, (X1, None))))
    points = TENTHS_FROM_MINUS_1_TO_2
    for block in "cd":
        for pin in range(3):
            question = (circuit, Source(block, pin), (0, 1), [0.0, 0.0], points, points, softness)
            np.testing.assert_allclose(value_grid(*question), asked_everywhere(*question), atol=1e-5)
    grid = value_grid(circuit, Source("c", 0), (0, 1), (0, 0), np.array([0.0, 1.0]), np.array([0.0, 1.0]))
    assert grid.tolist() == [[0, 1], [1, 0]]  # XOR


# Slopes


@given(questions(), st.floats(0.2, 2))
def test_slopes_are_what_the_circuit_says_but_for_rounding(
    question: tuple[Circuit, Source, tuple[int, int], list[float], Array, Array], softness: float
) -> None:
    """Where a circuit makes much of little, it does so with rounding errors, too. How much it makes of
    them is seen by running it on points that are off by as much as float32 is."""
    circuit, source, axes, held, first, second = question
    exact = asked_everywhere(*question, softness)
    step = 1e-6
    assume(exact.size)
    off = [
        asked_everywhere(circuit, source, axes, held, first + a * step, second + b * step, softness)
        for a, b in ((1, 0), (0, 1), (1, 1), (-1, 1))
    ]
    error = np.max([np.abs(each - exact) for each in off], axis=0)
    grid = value_grid(*question, softness)
    assert grid.dtype == np.float32
    assert grid.flags.writeable
    assert (np.abs(grid - exact) <= 10 * error + 1e-4).all()


def test_a_slope_that_is_nearly_a_step() -> None:
    points = TENTHS_FROM_MINUS_1_TO_2 + 0.01
    circuit = gate("XOR")
    (output,) = circuit.outputs
    assert output.source is not None
    steep, step = (
        value_grid(circuit, output.source, (0, 1), (0, 0), points, points, t) for t in (1e-300, 0.0)
    )
    np.testing.assert_array_equal(steep, step)


@given(questions(), st.sampled_from([0.0, 1.0]))
def test_no_points(
    question: tuple[Circuit, Source, tuple[int, int], list[float], Array, Array], softness: float
) -> None:
    *start, second = question
    assert value_grid(*start[:4], np.empty(0), second, softness).shape == (second.size, 0)
    assert value_grid(*start[:4], second, np.empty(0), softness).shape == (0, second.size)


def test_no_inputs() -> None:
    circuit = Circuit((), (Unit("s", "s", (), 0.5), Unit("t", "t", (Wire(Source("s"), 1.0),), -2.0)))
    points = np.array([0.0, 1.0])
    assert value_grid(circuit, Source("s"), (0, 0), (), points, points).tolist() == [[1, 1], [1, 1]]
    assert value_grid(circuit, Source("t"), (0, 0), (), points, points).tolist() == [[0, 0], [0, 0]]


def test_what_does_not_fit() -> None:
    circuit, points = one_unit(1.0, 1.0, bias=0.0), np.array([0.0])
    with pytest.raises(CircuitError) as caught:
        value_grid(circuit, Source("s", 1), (0, 1), (0, 0), points, points)
    assert caught.value.problem == "no-source"
    with pytest.raises(ShapeError, match="held"):
        value_grid(circuit, Source("s"), (0, 1), (0,), points, points)
    for name, first, second in (("first", points[:, None], points), ("second", points, points[:, None])):
        with pytest.raises(ShapeError, match=name):
            value_grid(circuit, Source("s"), (0, 1), (0, 0), first, second)


# Lines


def test_the_line_of_a_perceptron() -> None:
    three = Circuit(
        (*INPUTS, Input("x3", "x₃")),
        (
            Unit("s", "s", (Wire(X1, 0.5), Wire(Source("x3"), 2.0), Wire(X2, -1.0), Wire(X1, 0.25)), 0.125),
            Unit("t", "t", (Wire(Source("s"), 1.0), Wire(X1, 1.0))),
            Unit("u", "u"),
        ),
        (Output("y", "y"),),
    )
    assert line_of(three, "s", (0, 1), (0, 0, 1)) == Line(0.75, -1.0, 2.125)
    assert line_of(three, "s", (2, 0), (9, 0.5, 9)) == Line(2.0, 0.75, -0.375)
    assert line_of(three, "s", (0, 0), (9, 0, 0)) == Line(0.75, 0.0, 0.125)
    for key in ("t", "u", "x1", "y", "nobody"):  # reads another node; reads nothing; no perceptron
        assert line_of(three, key, (0, 1), (0, 0, 0)) is None


def test_wires_that_cancel_leave_no_line() -> None:
    circuit = one_unit(0.3, 0.1, -0.4, 0.1, bias=0.5, sources=(X1, X1, X1, X2))
    line = line_of(circuit, "s", (0, 1), (0, 0))
    assert line is not None
    assert line.second == 0.1
    assert abs(line.first) < 1e-15


def test_the_two_lines_of_xor() -> None:
    circuit = gate("XOR")
    source = circuit.outputs[0].source
    assert source is not None
    lines = lines_of(circuit, source, (0, 1), (0, 0))
    assert {(line.first, line.second, line.constant) for _, line in lines} == {
        (-0.5, -0.5, 0.7),
        (0.5, 0.5, -0.2),
    }
    assert all(line_of(circuit, key, (0, 1), (0, 0)) == line for key, line in lines)


def test_lines_inside_blocks_have_the_keys_of_the_blocks() -> None:
    circuit = Circuit(
        INPUTS,
        (
            Block("b", "b", one_unit(1.0, 2.0, bias=3.0), (X2, X1)),
            Block("c", "c", one_unit(1.0, 2.0, bias=3.0), (X2, Source("b"))),
            Unit("s", "s", (Wire(Source("b"), 1.0), Wire(Source("c"), 1.0))),
            Unit("aside", "aside", (Wire(X1, 1.0),)),
        ),
    )
    assert lines_of(circuit, Source("s"), (0, 1), (0, 0)) == (("b/s", Line(2.0, 1.0, 3.0)),)
    assert lines_of(circuit, X1, (0, 1), (0, 0)) == ()


@given(circuits(), st.data())
def test_a_line_is_where_the_sum_is_0(circuit: Circuit, data: st.DataObject) -> None:
    held = data.draw(st.lists(COORDINATES, min_size=len(circuit.inputs), max_size=len(circuit.inputs)))
    axes = (0, len(circuit.inputs) - 1)
    x, y = data.draw(COORDINATES), data.draw(COORDINATES)
    point = np.array(held)
    point[axes[1]], point[axes[0]] = y, x
    sums = run(circuit, point).sums
    for node in circuit.nodes:
        line = line_of(circuit, node.key, axes, held)
        if line is not None:
            second = 0.0 if axes[0] == axes[1] else line.second
            total = line.first * x + second * y + line.constant
            assert total == pytest.approx(float(sums[node.key]), abs=1e-10)


# The piece of a line in a rectangle


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        (Line(1, 0, -0.25), {(0.25, -1), (0.25, 1)}),
        (Line(0, -2, 1), {(-1, 0.5), (1, 0.5)}),
        (Line(1, 1, 0), {(-1, 1), (1, -1)}),
        (Line(1e9, -1e9, 5e8), {(-1, -0.5), (0.5, 1)}),
        (Line(1e-300, 1e-300, 0), {(-1, 1), (1, -1)}),
    ],
)
def test_ends_of_a_line(line: Line, ends: set[tuple[float, float]]) -> None:
    found = ends_in(line, (-1, 1), (-1, 1))
    assert found is not None
    assert sorted(found) == [pytest.approx(end, abs=1e-12) for end in sorted(ends)]


@pytest.mark.parametrize("line", [Line(0, 0, 0), Line(0, 0, 1), Line(1, 0, 3), Line(0, 1, 3), Line(1, 1, -9)])
def test_a_line_that_passes_by_has_no_ends(line: Line) -> None:
    assert ends_in(line, (-1, 1), (-1, 1)) is None


@given(NUMBERS, NUMBERS, NUMBERS)
def test_the_ends_lie_on_the_line_and_on_the_sides(first: float, second: float, constant: float) -> None:
    line, x, y = Line(first, second, constant), (-0.5, 1.5), (-1.0, 1.25)
    found = ends_in(line, x, y)
    corners = [first * a + second * b + constant for a in x for b in y]
    if min(corners) < -1e-9 and max(corners) > 1e-9:
        assert found is not None
    if max(corners) < -1e-9 or min(corners) > 1e-9:
        assert found is None
    for a, b in found or ():
        assert math.isclose(first * a + second * b + constant, 0, abs_tol=1e-9)
        assert min(abs(a - x[0]), abs(a - x[1]), abs(b - y[0]), abs(b - y[1])) < 1e-9
        assert x[0] <= a <= x[1]
        assert y[0] <= b <= y[1]
