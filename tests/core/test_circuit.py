import math
import random
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as st_numpy

from core.activations import sigmoid
from core.circuit import (
    LARGEST,
    MOST_INPUTS,
    MOST_LEVELS,
    MOST_NODES,
    MOST_NODES_IN_ALL,
    MOST_PERCEPTRONS,
    Block,
    Circuit,
    Input,
    Output,
    Place,
    Source,
    Unit,
    Wire,
    rows_of,
    run,
    table,
)
from core.errors import CircuitError, ShapeError
from core.firing import answers, fire, is_step, meets
from core.functions import activation_of
from core.gates import gate
from core.perceptron import AND, XOR, truth_table
from tests.core.circuit_strategies import circuits, plainly

X1 = Input("x1", "x₁")
X2 = Input("x2", "x₂")


def chain(length: int) -> Circuit:
    """NOT after NOT."""
    keys = ["x1", *(f"s{k}" for k in range(length))]
    nodes = tuple(Unit(key, key, (Wire(Source(before), -0.5),), 0.2) for before, key in pairwise(keys))
    return Circuit((X1,), nodes, (Output("y", "y", Source(keys[-1])),))


def only(unit: Unit, *inputs: Input) -> Circuit:
    return Circuit(inputs, (unit,), (Output("y", "y", Source(unit.key)),))


def problem(error: pytest.ExceptionInfo[CircuitError]) -> tuple[str, dict[str, object]]:
    return error.value.problem, dict(error.value.values)


# What comes out


def test_xor_of_the_book() -> None:
    signals = table(gate("XOR"))
    np.testing.assert_array_equal(signals.outputs[:, 0], XOR.output(truth_table(2)))
    np.testing.assert_array_equal(signals.values[Source("s1")], [1, 1, 1, 0])  # NAND
    np.testing.assert_array_equal(signals.values[Source("s2")], [0, 1, 1, 1])  # OR
    np.testing.assert_allclose(signals.sums["s3"], [-0.2, 0.3, 0.3, -0.2], rtol=1e-12)


@given(circuits())
def test_same_as_reckoned_plainly(circuit: Circuit) -> None:
    rows = truth_table(len(circuit.inputs))
    expected = [plainly(circuit, tuple(row)) for row in rows.tolist()]
    np.testing.assert_array_equal(table(circuit).outputs, np.reshape(expected, (len(rows), -1)))


@given(circuits(), st.data())
def test_all_rows_at_once_are_as_one_by_one(circuit: Circuit, data: st.DataObject) -> None:
    shape = (*data.draw(st_numpy.array_shapes(min_dims=0, max_dims=2, max_side=3)), len(circuit.inputs))
    x = data.draw(st_numpy.arrays(np.float64, shape, elements=st.floats(-2, 2, width=16)))
    softness = data.draw(st.sampled_from([0.0, 0.25, 1.0]))
    signals = run(circuit, x, softness)
    assert signals.outputs.shape == (*shape[:-1], len(circuit.outputs))
    assert signals.values.keys() == circuit.signal_names().keys()
    for place in np.ndindex(shape[:-1]):
        alone = run(circuit, x[place], softness)
        np.testing.assert_array_equal(signals.outputs[place], alone.outputs)
        for source, value in signals.values.items():
            assert value.shape == shape[:-1]
            assert value[place] == alone.values[source]
        for key, total in signals.sums.items():
            assert total.shape == shape[:-1]
            assert total[place] == alone.sums[key]


@given(circuits(), st.randoms(use_true_random=False))
def test_the_order_of_the_nodes_does_not_matter(circuit: Circuit, source: random.Random) -> None:
    shuffled = replace(circuit, nodes=tuple(source.sample(circuit.nodes, len(circuit.nodes))))
    np.testing.assert_array_equal(table(shuffled).outputs, table(circuit).outputs)
    assert shuffled.layers == circuit.layers


@given(circuits())
def test_signals_run_in_the_order_of_the_nodes(circuit: Circuit) -> None:
    assert sorted(node.key for node in circuit.order) == sorted(node.key for node in circuit.nodes)
    known = {each.key for each in circuit.inputs}
    for node in circuit.order:
        for source in node.sources:
            assert source is None or source.node in known
            assert source is None or circuit.layers[source.node] < circuit.layers[node.key]
        known.add(node.key)


@pytest.mark.parametrize("length", [1_500, 1_501])
def test_a_deep_chain(length: int) -> None:
    circuit = chain(length)
    assert circuit.layers["y"] == length + 1
    np.testing.assert_array_equal(table(circuit).outputs[:, 0], [length % 2, 1 - length % 2])


def test_blocks_inside_blocks_used_again_and_again() -> None:
    circuit = chain(1)
    for level in range(1, 14):  # 2¹³ times NOT, of one single perceptron
        nodes = (
            Block("g1", "NOT", circuit, (Source("x1"),)),
            Block("g2", "NOT", circuit, (Source("g1"),)),
        )
        circuit = Circuit((X1,), nodes, (Output("y", "y", Source("g2")),))
        assert (circuit.levels, circuit.perceptrons) == (level, 2**level)
    np.testing.assert_array_equal(table(circuit).outputs[:, 0], [0, 1])


def test_fan_out() -> None:
    listeners = tuple(Unit(f"s{k}", "", (Wire(Source("x1"), 1.0),), 0.0) for k in range(200))
    total = Unit("t", "", tuple(Wire(Source(each.key), 1.0) for each in listeners), -199.5)
    circuit = Circuit((X1,), (total, *listeners), (Output("y", "y", Source("t")),))
    np.testing.assert_array_equal(table(circuit).outputs[:, 0], [0, 1])
    np.testing.assert_array_equal(table(circuit).sums["t"], [-199.5, 0.5])


def test_a_million_points() -> None:
    xor = gate("XOR")
    half = Unit("s4", "", (Wire(Source("x1"), 1.0),), -0.5)
    either = Unit("s5", "", (Wire(Source("s3"), 1.0), Wire(Source("s4"), 1.0)), -0.5)
    circuit = replace(xor, nodes=(*xor.nodes, half, either), outputs=(Output("y", "y", Source("s5")),))
    x = np.random.default_rng(1).uniform(-1, 2, (1000, 1000, 2))
    y = run(circuit, x).outputs
    assert y.shape == (1000, 1000, 1)
    np.testing.assert_array_equal(y[..., 0], np.maximum(XOR.output(x), x[..., 0] > 0.5))


def test_one_wire_or_several_from_one_signal() -> None:
    twice = only(Unit("s1", "", (Wire(Source("x1"), -0.5), Wire(Source("x1"), -0.5)), 0.7), X1)
    np.testing.assert_array_equal(table(twice).outputs[:, 0], [1, 0])


# Where nothing comes from


@pytest.mark.parametrize(("bias", "said"), [(0.5, 1), (0.0, 0), (-0.0, 0), (-0.5, 0)])
def test_a_perceptron_without_wires_says_always_the_same(bias: float, said: int) -> None:
    np.testing.assert_array_equal(table(only(Unit("s1", "", (), bias), X1)).outputs[:, 0], [said, said])


def test_an_output_without_source_is_0() -> None:
    np.testing.assert_array_equal(table(Circuit((X1,), (), (Output("y", "y"),))).outputs, [[0], [0]])


def test_a_block_input_without_source_reads_0() -> None:
    nor = Block("g1", "NOR", gate("NOR"), (None, Source("x1")))
    circuit = Circuit((X1,), (nor,), (Output("y", "y", Source("g1")),))
    np.testing.assert_array_equal(table(circuit).outputs[:, 0], [1, 0])


def test_an_output_may_listen_to_an_input() -> None:
    circuit = Circuit((X1, X2), (), (Output("y", "y", Source("x2")),))
    np.testing.assert_array_equal(table(circuit).outputs[:, 0], [0, 0, 1, 1])
    assert circuit.layers == {"x1": 0, "x2": 0, "y": 1}


def test_an_empty_circuit_has_one_row() -> None:
    signals = table(Circuit())
    assert signals.outputs.shape == (1, 0)
    assert not signals.values


def test_without_inputs_there_is_one_row() -> None:
    np.testing.assert_array_equal(table(only(Unit("s1", "", (), 1.0))).outputs, [[1]])


def test_a_block_without_inputs_or_outputs() -> None:
    always = Block("g1", "TRUE", only(Unit("s1", "", (), 1.0)))
    mute = Block("g2", "MUTE", Circuit((X1,)), (Source("x1"),))
    circuit = Circuit((X1,), (mute, always), (Output("y", "y", Source("g1")),))
    np.testing.assert_array_equal(table(circuit).outputs[:, 0], [1, 1])
    with pytest.raises(CircuitError) as error:
        replace(circuit, outputs=(Output("y", "y", Source("g2")),))
    assert problem(error) == ("no-source", {"node": "y", "source": "g2", "pin": 0})


# Exactly on the line


@pytest.mark.parametrize(
    ("weights", "bias", "said"),
    [
        ((0.5, 0.5), -1.0, 0),  # exactly 0
        ((0.1, 0.2), -0.3, 0),  # 0.1 + 0.2 - 0.3 is 0.00000000000000006 in floating point
        ((-0.1, -0.2), 0.3, 0),
        ((0.1, 0.2), -0.29999999, 1),  # near the line is not on it
        ((0.1, 0.2), -0.30000001, 0),
        ((0.0, 0.0), 0.0, 0),
        ((1e9, -1e9), 1e-9, 0),  # too small beside what was added up
        ((1e-9, 1e-9), -1e-9, 1),  # small numbers are not rounding errors
        ((1e-300, 1e-300), -1e-300, 1),
    ],
)
def test_sums_on_the_line(weights: tuple[float, float], bias: float, said: int) -> None:
    unit = Unit("s1", "", (Wire(Source("x1"), weights[0]), Wire(Source("x2"), weights[1])), bias)
    signals = run(only(unit, X1, X2), np.array([1.0, 1.0]))
    assert signals.outputs.tolist() == [said]
    assert (signals.sums["s1"] > 0) == bool(said)


def test_a_tie_deep_inside() -> None:
    tie = only(Unit("s1", "", (Wire(Source("x1"), 0.1), Wire(Source("x2"), 0.2)), -0.3), X1, X2)
    block = Block("g1", "", tie, (Source("x1"), Source("x1")))
    nor = Unit("s1", "", (Wire(Source("g1"), -0.1),), 0.1)
    circuit = Circuit((X1,), (nor, block), (Output("y", "y", Source("s1")),))
    np.testing.assert_array_equal(table(circuit).outputs[:, 0], [1, 1])


@given(circuits())
def test_a_perceptron_agrees_with_its_own(circuit: Circuit) -> None:
    signals = table(circuit)
    for unit in (node for node in circuit.nodes if isinstance(node, Unit) and node.wires):
        heard = np.stack([signals.values[wire.source] for wire in unit.wires], axis=-1)
        np.testing.assert_array_equal(unit.perceptron.sum(heard), signals.sums[unit.key])
        np.testing.assert_array_equal(unit.perceptron.output(heard), signals.values[Source(unit.key)])


# From step to sigmoid


def test_fire_at_0_is_the_step_and_at_1_the_sigmoid() -> None:
    a = np.array([-1000.0, -1.0, -1e-9, 0.0, 1e-9, 1.0, 1000.0])
    np.testing.assert_array_equal(fire(a), [0, 0, 0, 0, 1, 1, 1])
    np.testing.assert_array_equal(fire(a, 1.0), sigmoid(a))


def test_fire_by_hand() -> None:
    np.testing.assert_allclose(fire(np.array([0.3]), 0.5), [1 / (1 + math.exp(-0.6))], rtol=1e-14)


def test_the_smallest_softness_is_the_step() -> None:
    np.testing.assert_array_equal(fire(np.array([-0.3, 0.0, 0.3]), 5e-324), [0, 0.5, 1])


@given(st.floats(-1, 1).filter(lambda a: abs(a) > 1e-3))
def test_the_softer_the_further_from_the_step(a: float) -> None:
    values = [float(fire(np.array(a), softness)) for softness in (0.0, 0.01, 0.1, 0.5, 1.0)]
    assert values == sorted(values, reverse=a > 0)
    assert all((value > 0.5) == (a > 0) or math.isclose(value, 0.5) for value in values)


def test_softness_goes_into_blocks() -> None:
    block = Block("g1", "AND", gate("AND"), (Source("x1"), Source("x2")))
    circuit = Circuit((X1, X2), (block,), (Output("y", "y", Source("g1")),))
    expected = sigmoid(AND.sum(truth_table(2)) / 0.25)
    np.testing.assert_array_equal(table(circuit, 0.25).outputs[:, 0], expected)


# Any other function

SPIKED = "typed:1 / x"  # infinite at 0
HALF = "typed:log(x)"  # nan below 0
FUNCTIONS = ("tanh", "relu", "leaky_relu", "softplus", "gelu", "identity", SPIKED, HALF, "typed:sin(9 * x)")


@given(circuits())
def test_the_step_as_a_function_is_the_step(circuit: Circuit) -> None:
    for wanted, got in ((0.0, "step"), (1.0, "sigmoid")):
        first, second = table(circuit, wanted), table(circuit, activation_of(got))
        for source, values in first.values.items():
            np.testing.assert_array_equal(second.values[source], values)


@given(circuits(), st.data())
def test_a_circuit_of_identities_is_affine(circuit: Circuit, data: st.DataObject) -> None:
    """f(t·u + (1 - t)·v) = t·f(u) + (1 - t)·f(v): all layers together are one straight one."""
    identity, count = activation_of("identity"), len(circuit.inputs)
    u, v = (np.array(data.draw(st.lists(st.floats(-2, 2), min_size=count, max_size=count))) for _ in "uv")
    t = data.draw(st.floats(-1, 2))
    at_u, at_v, between = (run(circuit, x, identity).outputs for x in (u, v, t * u + (1 - t) * v))
    np.testing.assert_allclose(
        between, t * at_u + (1 - t) * at_v, rtol=1e-6, atol=1e-6 * (1 + abs(at_u)).max(initial=0)
    )


def test_a_function_by_hand() -> None:
    signals = table(gate("AND"), activation_of("tanh"))
    np.testing.assert_allclose(signals.outputs[3], [math.tanh(0.3)], rtol=1e-14)
    straight = table(gate("XOR"), activation_of("identity")).outputs  # 0.5·(0.5 + …) has lost x₁ and x₂
    np.testing.assert_allclose(straight, np.full((4, 1), -0.45), rtol=1e-14)


def test_a_function_goes_into_blocks() -> None:
    block = Block("g1", "AND", gate("AND"), (Source("x1"), Source("x2")))
    circuit = Circuit((X1, X2), (block,), (Output("y", "y", Source("g1")),))
    np.testing.assert_array_equal(
        table(circuit, activation_of("tanh")).outputs[:, 0], np.tanh(AND.sum(truth_table(2)))
    )


@given(circuits(), st.sampled_from(FUNCTIONS))
def test_no_function_warns_whatever_it_says(circuit: Circuit, key: str) -> None:
    with np.errstate(all="raise"):
        signals = table(circuit, activation_of(key))
    assert all(values.shape == (2 ** len(circuit.inputs),) for values in signals.values.values())


def test_an_infinite_sum_is_not_taken_as_0() -> None:
    """1/x at a sum of 0 is infinite, and whoever reads that has an infinite sum."""
    first = Unit("s1", "s1", (), 0.0)
    second = Unit("s2", "s2", (Wire(Source("s1"), -0.5),), 0.2)
    circuit = Circuit((X1, X2), (first, second), (Output("y", "y", Source("s2")),))
    signals = table(circuit, activation_of(SPIKED))
    np.testing.assert_array_equal(signals.sums["s2"], np.full(4, -np.inf))


def test_what_outputs_count_as() -> None:
    outputs = np.array([-np.inf, -0.4, 0.5, 0.51, 7, np.inf, np.nan])
    np.testing.assert_array_equal(answers(outputs), [0, 0, 0, 1, 1, 1, np.nan])
    assert [meets(value, 1) for value in outputs.tolist()] == [False, False, False, True, True, True, False]
    assert [meets(value, 0) for value in outputs.tolist()] == [True, True, True, False, False, False, False]
    assert is_step(0.0)
    assert not is_step(0.1)
    assert not is_step(activation_of("step"))


# What is said whatever the sum is


@pytest.mark.parametrize("forced", [0.0, 1.0, np.array([0.0, 1.0, 0.0, 1.0])])
def test_forced_perceptrons(forced: float | np.ndarray) -> None:
    circuit = gate("XOR")
    signals = run(circuit, truth_table(2), forced={"s1": np.asarray(forced)})
    np.testing.assert_array_equal(signals.values[Source("s1")], np.broadcast_to(forced, (4,)))
    np.testing.assert_array_equal(signals.outputs[:, 0], np.broadcast_to(forced, (4,)) * [0, 1, 1, 1])
    np.testing.assert_array_equal(signals.sums["s1"], table(circuit).sums["s1"])  # its sum stays


# Names


def test_the_only_perceptron_is_the_whole_circuit() -> None:
    circuit = gate("AND")
    assert circuit.only_perceptron is circuit.nodes[0]
    for other in (
        gate("XOR"),
        replace(circuit, nodes=(), outputs=(Output("y", "y"),)),
        replace(circuit, nodes=(Block("s1", "AND", circuit, (Source("x1"), Source("x2"))),)),
        replace(circuit, outputs=(Output("y", "y", Source("x1")),)),
        replace(circuit, outputs=(*circuit.outputs, Output("y2", "y₂", Source("x1")))),
    ):
        assert other.only_perceptron is None


def test_rows_of_a_circuit() -> None:
    np.testing.assert_array_equal(rows_of(gate("MAJORITY")), truth_table(3))
    assert rows_of(Circuit()).shape == (1, 0)


def test_every_part_says_what_it_listens_to_and_what_it_gives() -> None:
    half = Block("g1", "HALF_ADDER", gate("HALF_ADDER"), (Source("x1"), None))
    output = Output("y", "y", Source("g1", 1))
    unit = Unit("s1", "s₁", (Wire(Source("x1"), 0.5), Wire(Source("x1"), 0.5)))
    assert [part.sources for part in (X1, half, output, unit)] == [
        (),
        (Source("x1"), None),
        (Source("g1", 1),),
        (Source("x1"), Source("x1")),
    ]
    assert [part.gives for part in (X1, half, output, unit)] == [
        (Source("x1"),),
        (Source("g1", 0), Source("g1", 1)),
        (),
        (Source("s1"),),
    ]


def test_signals_are_called_by_their_node_and_pin() -> None:
    circuit = gate("FULL_ADDER")
    assert circuit.signal_names() == {
        Source("x1"): "x₁",
        Source("x2"): "x₂",
        Source("x3"): "x₃",
        Source("g1", 0): "HALF_ADDER₁.sum",
        Source("g1", 1): "HALF_ADDER₁.carry",
        Source("g2", 0): "HALF_ADDER₂.sum",
        Source("g2", 1): "HALF_ADDER₂.carry",
        Source("s1"): "OR",
    }


# What cannot be


def test_a_perceptron_that_listens_to_itself() -> None:
    with pytest.raises(CircuitError) as error:
        only(Unit("s1", "", (Wire(Source("s1"), 1.0),)), X1)
    assert problem(error) == ("cycle", {"node": "s1"})


@given(st.integers(2, 40), st.integers(0, 3))
def test_a_circle_is_found_wherever_it_is(length: int, before: int) -> None:
    circle = [f"c{k}" for k in range(length)]
    way = [f"w{k}" for k in range(before)]
    wires = dict(zip(circle, [circle[-1], *circle], strict=False))
    wires |= dict(zip(way, ["x1", *way], strict=False))
    nodes = tuple(Unit(key, "", (Wire(Source(source), 1.0),)) for key, source in wires.items())
    with pytest.raises(CircuitError) as error:
        Circuit((X1,), nodes)
    name, values = problem(error)
    assert name == "cycle"
    assert values["node"] in circle


def test_what_only_waits_for_a_circle_is_not_named() -> None:
    """The sentence on the screen names a part of the circle, not one that hangs on it."""
    hanging = Unit("a", "", (Wire(Source("b"), 1.0),))
    circle = Unit("b", "", (Wire(Source("c"), 1.0),)), Unit("c", "", (Wire(Source("b"), 1.0),))
    with pytest.raises(CircuitError) as error:
        Circuit((X1,), (hanging, *circle))
    assert problem(error)[1]["node"] in ("b", "c")


def test_a_circle_through_a_block() -> None:
    block = Block("g1", "", gate("AND"), (Source("x1"), Source("s1")))
    with pytest.raises(CircuitError, match="cycle"):
        Circuit((X1,), (block, Unit("s1", "", (Wire(Source("g1"), 1.0),))))


@pytest.mark.parametrize(
    ("inputs", "nodes", "outputs"),
    [
        ((X1, X1), (), ()),
        ((X1,), (Unit("x1", ""),), ()),
        ((X1,), (), (Output("x1", "y"),)),
        ((), (Unit("x1", ""), Unit("x1", "")), ()),
    ],
)
def test_two_parts_with_the_same_key(inputs: tuple, nodes: tuple, outputs: tuple) -> None:
    with pytest.raises(CircuitError) as error:
        Circuit(inputs, nodes, outputs)
    assert problem(error) == ("same-key", {"node": "x1"})


@pytest.mark.parametrize(
    "source", [Source("x9"), Source("x1", 1), Source("x1", -1), Source("y"), Source("g1", 2)]
)
def test_a_wire_from_nowhere(source: Source) -> None:
    block = Block("g1", "", gate("HALF_ADDER"), (Source("x1"), None))
    expected = {"node": "s1", "source": source.node, "pin": source.pin}
    with pytest.raises(CircuitError) as error:
        Circuit((X1,), (block, Unit("s1", "", (Wire(source, 1.0),))), (Output("y", "y"),))
    assert problem(error) == ("no-source", expected)


@pytest.mark.parametrize("sources", [(), (Source("x1"),), (None, None, None)])
def test_a_block_with_other_than_its_inputs(sources: tuple[Source | None, ...]) -> None:
    with pytest.raises(CircuitError) as error:
        Circuit((X1,), (Block("g1", "", gate("AND"), sources),))
    assert problem(error) == ("block-inputs", {"node": "g1", "got": len(sources), "expected": 2})


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan, LARGEST * 1.001, -1e300])
def test_numbers_that_are_none(number: float) -> None:
    units = Unit("s1", "", (Wire(Source("x1"), number),)), Unit("s1", "", (), number)
    for unit in units:
        with pytest.raises(CircuitError) as error:
            Circuit((X1,), (unit,))
        name, values = problem(error)
        assert name == "number"
        assert (values["node"], values["limit"]) == ("s1", LARGEST)
        np.testing.assert_equal(values["got"], number)


@pytest.mark.parametrize("number", [math.inf, math.nan, -LARGEST * 1.001])
def test_places_that_are_none(number: float) -> None:
    for part in (Input("a", "", Place(number, 0)), Unit("a", "", at=Place(0, number))):
        with pytest.raises(CircuitError) as error:
            Circuit((part,)) if isinstance(part, Input) else Circuit((), (part,))
        assert problem(error)[0] == "number"
        assert problem(error)[1]["node"] == "a"


def test_the_largest_numbers_are_allowed() -> None:
    circuit = only(Unit("s1", "", (Wire(Source("x1"), LARGEST),), -LARGEST), X1)
    np.testing.assert_array_equal(table(circuit).outputs[:, 0], [0, 0])


@pytest.mark.parametrize("shape", [(), (3,), (4, 1), (2, 2, 3)])
def test_other_than_one_number_for_each_input(shape: tuple[int, ...]) -> None:
    with pytest.raises(ShapeError):
        run(gate("AND"), np.zeros(shape))


# Too much


def test_as_many_inputs_as_the_table_can_have() -> None:
    inputs = tuple(Input(f"x{k}", "") for k in range(MOST_INPUTS + 1))
    assert len(table(Circuit(inputs[:-1])).values[Source("x0")]) == 2**MOST_INPUTS
    with pytest.raises(CircuitError) as error:
        Circuit(inputs)
    assert problem(error) == ("too-many", {"what": "inputs", "got": 17, "limit": 16})


def test_a_million_nodes() -> None:
    units = tuple(Unit(f"s{k}", "") for k in range(MOST_NODES + 1))
    assert len(Circuit((), units[:-1]).order) == MOST_NODES
    with pytest.raises(CircuitError) as error:
        Circuit((), units)
    assert problem(error) == ("too-many", {"what": "nodes", "got": MOST_NODES + 1, "limit": MOST_NODES})


def test_as_many_blocks_inside_blocks() -> None:
    circuit = chain(1)
    for _ in range(MOST_LEVELS):
        circuit = Circuit(
            (X1,), (Block("g1", "", circuit, (Source("x1"),)),), (Output("y", "", Source("g1")),)
        )
    np.testing.assert_array_equal(table(circuit).outputs[:, 0], [1, 0])
    with pytest.raises(CircuitError) as error:
        Circuit((X1,), (Block("g1", "", circuit, (None,)),))
    assert problem(error) == ("too-many", {"what": "levels", "got": MOST_LEVELS + 1, "limit": MOST_LEVELS})


def ten_times(circuit: Circuit) -> Circuit:
    return Circuit((X1,), tuple(Block(f"g{k}", "", circuit, (None,)) for k in range(10)))


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (chain(10), {"what": "perceptrons", "got": 100_000, "limit": MOST_PERCEPTRONS}),
        (Circuit((X1,)), {"what": "nodes", "got": 111_110, "limit": MOST_NODES_IN_ALL}),
    ],
    ids=["perceptrons", "empty blocks"],
)
def test_blocks_cannot_grow_beyond_all_measure(inside: Circuit, expected: dict[str, object]) -> None:
    """Each level has ten times as many nodes; soon there would be more than can be run."""
    circuit = inside
    for _ in range(3 if inside.nodes else 4):
        circuit = ten_times(circuit)
    with pytest.raises(CircuitError) as error:
        ten_times(circuit)
    assert problem(error) == ("too-many", expected)
