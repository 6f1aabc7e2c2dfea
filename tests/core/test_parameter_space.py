"""The plane of the weights: as many goals are met as when the weights are set and the table is run."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.circuit import Circuit, Input, Output, Source, Unit, Wire, table
from core.errors import ShapeError, ValueRangeError
from core.firing import Firing, answers
from core.functions import activation_of
from core.gates import gate
from core.parameter_space import BIAS, goals_met, number_of_goals
from core.shapes import Array
from tests.core.circuit_strategies import NUMBERS, circuits

TENTHS = np.arange(-12, 13) / 10  # many of them lie exactly on lines
AND_GOALS, OR_GOALS, XOR_GOALS = (
    np.array(goals, dtype=float)[:, None] for goals in ([0, 0, 0, 1], [0, 1, 1, 1], [0, 1, 1, 0])
)


def with_weights(
    circuit: Circuit, unit: Unit, wires: tuple[int, int], w: float, v: float, bias: float
) -> Circuit:
    weights = list(unit.weights)
    weights[wires[0]] = w
    if wires[1] in (BIAS, wires[0]):
        bias = v
    else:
        weights[wires[1]] = v
    set_wires = tuple(Wire(wire.source, w) for wire, w in zip(unit.wires, weights, strict=True))
    changed = replace(unit, wires=set_wires, bias=bias)
    return replace(circuit, nodes=tuple(changed if node.key == unit.key else node for node in circuit.nodes))


def counted(
    circuit: Circuit,
    unit: Unit,
    wires: tuple[int, int],
    goals: Array,
    first: Array,
    second: Array,
    bias: float,
    firing: Firing = 0.0,
) -> tuple[Array, Array]:
    """The same by setting the weights and running the table; and whether an output is close to 0.5."""
    counts = np.zeros((second.size, first.size), dtype=int)
    close = np.zeros((second.size, first.size), dtype=bool)
    for h, v in enumerate(second):
        for k, w in enumerate(first):
            outputs = table(with_weights(circuit, unit, wires, float(w), float(v), bias), firing).outputs
            counts[h, k] = (answers(outputs) == goals).sum()
            close[h, k] = (np.abs(outputs - 0.5) < 1e-5).any()
    return counts, close


@st.composite
def questions(draw: st.DrawFn) -> tuple[Circuit, Unit, tuple[int, int], Array, Array, Array, float]:
    """A circuit, one of its perceptrons, two of its wires, goals, and a few weights."""
    circuit = draw(circuits(max_inputs=3, max_nodes=6))
    units = [node for node in circuit.nodes if isinstance(node, Unit) and node.wires]
    assume(units)
    unit = draw(st.sampled_from(units))
    wire = st.integers(0, len(unit.wires) - 1)
    shape = (2 ** len(circuit.inputs), len(circuit.outputs))
    size = shape[0] * shape[1]
    wanted = draw(st.lists(st.sampled_from([0.0, 1.0, 1.0, np.nan]), min_size=size, max_size=size))
    first, second = (np.array(draw(st.lists(NUMBERS | st.floats(-2, 2), max_size=5))) for _ in range(2))
    wires = (draw(wire), draw(wire | st.just(BIAS)))
    return circuit, unit, wires, np.array(wanted).reshape(shape), first, second, draw(NUMBERS)


@given(questions())
def test_is_what_is_counted(
    question: tuple[Circuit, Unit, tuple[int, int], Array, Array, Array, float],
) -> None:
    circuit, unit, *rest = question
    counts, _ = counted(*question)
    np.testing.assert_array_equal(goals_met(circuit, unit.key, *rest), counts)


@given(questions(), st.floats(0.2, 1.5))
def test_is_what_is_counted_on_slopes(
    question: tuple[Circuit, Unit, tuple[int, int], Array, Array, Array, float], softness: float
) -> None:
    circuit, unit, *rest = question
    counts, close = counted(*question, softness)
    met = goals_met(circuit, unit.key, *rest, softness)
    np.testing.assert_array_equal(met[~close], counts[~close])


@given(
    questions(), st.sampled_from(["tanh", "gelu", "identity", "typed:log(x)", "typed:1 / x", "typed:abs(x)"])
)
def test_is_what_is_counted_with_any_function(
    question: tuple[Circuit, Unit, tuple[int, int], Array, Array, Array, float], key: str
) -> None:
    circuit, unit, *rest = question
    h = activation_of(key)
    np.testing.assert_array_equal(goals_met(circuit, unit.key, *rest, h), counted(*question, h)[0])


@pytest.mark.parametrize(
    "key", ["tanh", "gelu", "identity", "typed:log(x)", "typed:2 * abs(x)", "typed:sin(5 * x)"]
)
@pytest.mark.parametrize(("name", "node"), [("AND", 0), ("XOR", 2)])
def test_a_fine_grid_with_any_function(name: str, node: int, key: str) -> None:
    """On the ladder a point may stand for one that is a fraction of a pixel away: only at borders."""
    circuit, h = gate(name), activation_of(key)
    unit = circuit.nodes[node]
    assert isinstance(unit, Unit)
    goals = table(circuit).outputs
    across, up = np.linspace(-1.5, 1.5, 81), np.linspace(1.5, -1.5, 60)
    question = circuit, unit, (0, 1), goals, across, up, unit.bias
    met = goals_met(circuit, unit.key, *question[2:], h)
    exact = counted(*question, h)[0]
    border = np.zeros(met.shape, dtype=bool)
    for axis in (0, 1):
        for way in (-1, 1):
            border |= np.roll(exact, way, axis) != exact
    np.testing.assert_array_equal(met[~border], exact[~border])
    assert met.shape == (60, 81)


def test_one_perceptron_that_does_not_only_rise_does_xor() -> None:
    goals = np.array([[0.0], [1.0], [1.0], [0.0]])
    met = goals_met(gate("AND"), "s1", (0, 1), goals, TENTHS, TENTHS, 0.0, activation_of("typed:abs(x)"))
    assert met.max() == 4
    assert goals_met(gate("AND"), "s1", (0, 1), goals, TENTHS, TENTHS, 0.0, activation_of("tanh")).max() == 3


def test_and_has_a_wedge() -> None:
    """b = -0.7: w₁ ≤ 0.7, w₂ ≤ 0.7 and w₁ + w₂ > 0.7, as the book's many choices show (section 2.3.1)."""
    met = goals_met(gate("AND"), unit_of("AND"), (0, 1), AND_GOALS, TENTHS, TENTHS, -0.7)
    w1, w2 = np.meshgrid(np.arange(-12, 13), np.arange(-12, 13))
    np.testing.assert_array_equal(met == 4, (w1 <= 7) & (w2 <= 7) & (w1 + w2 > 7))


@given(st.integers(-30, 30))
def test_xor_has_nothing_at_any_bias(tenths: int) -> None:
    met = goals_met(gate("AND"), unit_of("AND"), (0, 1), XOR_GOALS, TENTHS, TENTHS, tenths / 10)
    assert met.max() <= 3
    if -12 < tenths < 0:
        assert met.max() == 3


def unit_of(key: str) -> str:
    return gate(key).nodes[0].key


def test_the_bias_on_the_other_axis() -> None:
    circuit = Circuit((Input("x1", "x₁"),), (Unit("s", "s", (Wire(Source("x1"), 9.0),), 9.0),))
    circuit = replace(circuit, outputs=(Output("y", "y", Source("s")),))
    goals = np.array([[1.0], [0.0]])  # NOT
    for wires in ((0, BIAS), (0, 0)):
        met = goals_met(circuit, "s", wires, goals, TENTHS, TENTHS, 123.0)
        w, b = np.meshgrid(np.arange(-12, 13), np.arange(-12, 13))
        np.testing.assert_array_equal(met, (b > 0).astype(int) + (w + b <= 0))


def test_a_perceptron_without_a_say() -> None:
    circuit = replace(gate("AND"), outputs=(Output("y", "y"),))
    met = goals_met(circuit, unit_of("AND"), (0, 1), AND_GOALS, TENTHS, TENTHS[:3], 0.0, 0.5)
    assert met.shape == (3, 25)
    assert (met == 3).all()


@pytest.mark.parametrize("softness", [0.0, 0.3])
def test_no_points(softness: float) -> None:
    question = (gate("AND"), unit_of("AND"), (0, 1), AND_GOALS)
    assert goals_met(*question, np.empty(0), TENTHS, 0.0, softness).shape == (25, 0)
    assert goals_met(*question, TENTHS, np.empty(0), 0.0, softness).shape == (0, 25)


def test_number_of_goals() -> None:
    assert number_of_goals(AND_GOALS) == 4
    assert number_of_goals(np.array([[0, np.nan], [1, 1]])) == 3
    assert number_of_goals(np.empty((4, 0))) == 0


def test_what_does_not_fit() -> None:
    circuit, unit = gate("AND"), unit_of("AND")
    for key, wires in (("x1", (0, 1)), ("nobody", (0, 1)), (unit, (0, 2)), (unit, (-1, 0)), (unit, (0, -2))):
        with pytest.raises(ValueRangeError):
            goals_met(circuit, key, wires, AND_GOALS, TENTHS, TENTHS, 0.0)
    with pytest.raises(ShapeError, match="goals"):
        goals_met(circuit, unit, (0, 1), AND_GOALS[:2], TENTHS, TENTHS, 0.0)
    with pytest.raises(ShapeError, match="first"):
        goals_met(circuit, unit, (0, 1), AND_GOALS, TENTHS[:, None], TENTHS, 0.0)
