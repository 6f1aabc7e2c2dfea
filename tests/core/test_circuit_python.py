"""The Python of a circuit, pasted into an empty namespace, does what the circuit does."""

import itertools
import keyword
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.circuit import Block, Circuit, Input, Output, Source, Unit, Wire, run, table
from core.circuit_python import python_of
from core.firing import Firing
from core.functions import activation_of
from core.gates import LIBRARY, gate
from core.perceptron import truth_table
from core.python_names import Names, identifier
from tests.core.circuit_strategies import circuits


def pasted(text: str) -> dict[str, object]:
    namespace: dict[str, object] = {}
    exec(compile(text, "pasted", "exec"), namespace)
    return namespace


def function_of(text: str) -> object:
    """The last function of the text."""
    return pasted(text)[re.findall(r"^def ([^(]+)", text, re.MULTILINE)[-1]]


def check(circuit: Circuit) -> str:
    """The circuit equals its Python for all inputs. Returns the text."""
    text = python_of(circuit)
    function = function_of(text)
    assert callable(function)
    count = len(circuit.inputs)
    rows = truth_table(count) if count else np.empty((1, 0))
    wanted = table(circuit).outputs
    for row, outputs in zip(rows.astype(int).tolist(), wanted.tolist(), strict=True):
        said = function(*row)
        said = said if isinstance(said, tuple) else (said,)
        assert all(type(each) is int for each in said)
        assert list(said) == outputs
    return text


def alone(weights: tuple[float, ...], bias: float, name: str = "AND") -> Circuit:
    inputs = tuple(Input(f"x{k}", f"x{k}") for k in range(len(weights)))
    wires = tuple(Wire(Source(each.key), w) for each, w in zip(inputs, weights, strict=True))
    return Circuit(inputs, (Unit("s1", name, wires, bias),), (Output("y", "y", Source("s1")),), name)


def of_units(*units: Unit, inputs: int = 2, outputs: tuple[Output, ...] = ()) -> Circuit:
    outputs = outputs or (Output("y", "y", Source(units[-1].key)),)
    return Circuit(tuple(Input(f"x{k}", f"x{k}") for k in range(1, inputs + 1)), units, outputs, "GATE")


def unit(key: str, name: str, weight: float, bias: float, *sources: str) -> Unit:
    return Unit(key, name, tuple(Wire(Source(each), weight) for each in sources), bias)


AND = """\
import numpy as np


def AND(x1, x2):
    x = np.array([x1, x2])
    w = np.array([0.5, 0.5])
    b = -0.7
    tmp = np.sum(w*x) + b
    if tmp <= 0:
        return 0
    else:
        return 1
"""
XOR = """\
def XOR(x1, x2):
    s1 = NAND(x1, x2)
    s2 = OR(x1, x2)
    y = AND(s1, s2)
    return y
"""
FULL_ADDER = """\
def FULL_ADDER(x1, x2, x3):
    g1_sum, g1_carry = HALF_ADDER(x1, x2)
    sum_, g2_carry = HALF_ADDER(g1_sum, x3)
    carry = OR(g1_carry, g2_carry)
    return sum_, carry
"""


def test_one_perceptron_is_written_as_in_the_book() -> None:
    assert python_of(gate("AND")) == AND


def test_a_circuit_is_written_as_in_the_book() -> None:
    text = python_of(gate("XOR"))
    assert text.endswith("\n\n\n" + XOR)
    assert re.findall(r"^def ([^(]+)", text, re.MULTILINE) == ["NAND", "OR", "AND", "XOR"]


def test_blocks_are_functions_that_others_call() -> None:
    half = gate("HALF_ADDER")
    nodes = (
        Block("g1", "HALF_ADDER₁", half, (Source("x1"), Source("x2"))),
        Block("g2", "HALF_ADDER₂", half, (Source("g1"), Source("x3"))),
        Unit("s1", "OR", (Wire(Source("g1", 1), 0.5), Wire(Source("g2", 1), 0.5)), -0.2),
    )
    outputs = (Output("sum", "sum", Source("g2")), Output("carry", "carry", Source("s1")))
    text = check(Circuit(gate("MAJORITY").inputs, nodes, outputs, "FULL_ADDER"))
    assert text.endswith("\n\n\n" + FULL_ADDER)
    assert re.findall(r"^def ([^(]+)", text, re.MULTILINE)[-2:] == ["HALF_ADDER", "FULL_ADDER"]


@pytest.mark.parametrize("nand_only", [False, True])
@pytest.mark.parametrize("key", LIBRARY)
def test_every_gate_of_the_library_equals_its_python(key: str, nand_only: bool) -> None:
    text = check(gate(key, nand_only))
    if nand_only:
        assert text.count("np.sum") == 1  # one NAND is enough


@given(circuits())
def test_any_circuit_equals_its_python(circuit: Circuit) -> None:
    check(circuit)


@given(circuits(), st.text(max_size=8), st.data())
def test_whatever_the_parts_are_called(circuit: Circuit, name: str, data: st.DataObject) -> None:
    odd = st.text(max_size=4) | st.sampled_from(
        ["np", "sum", "abs", "if", "x", "w", "b", "tmp", "NAND", "AND_2", "x₁", "ｘ1", "1", "__", "가"]
    )
    inputs = tuple(Input(each.key, data.draw(odd), each.at) for each in circuit.inputs)
    outputs = tuple(Output(each.key, data.draw(odd), each.source) for each in circuit.outputs)
    nodes = tuple(
        Unit(node.key, data.draw(odd), node.wires, node.bias)
        if isinstance(node, Unit)
        else Block(node.key, data.draw(odd), node.circuit, node.sources)
        for node in circuit.nodes
    )
    check(Circuit(inputs, nodes, outputs, name))


# Sums that should be 0

NUMBERS = st.integers(-30, 30).map(lambda tenths: tenths / 10) | st.floats(-1e9, 1e9)


@given(st.lists(NUMBERS, min_size=1, max_size=8), NUMBERS)
def test_a_perceptron_with_any_numbers(weights: list[float], bias: float) -> None:
    check(alone(tuple(weights), bias))


@given(st.lists(st.integers(-30, 30), min_size=1, max_size=6), st.data())
def test_a_perceptron_that_comes_to_zero_but_for_rounding(tenths: list[int], data: st.DataObject) -> None:
    some = data.draw(st.lists(st.sampled_from(tenths), unique=True, min_size=1))
    check(alone(tuple(each / 10 for each in tenths), -sum(some) / 10))


@pytest.mark.parametrize("shares", [0.5, 0.999999, 1.0, 1.000001, 2.0, 100.0])
@pytest.mark.parametrize("wires", [2, 3, 9, 12])
def test_sums_at_the_border_of_what_counts_as_zero(wires: int, shares: float) -> None:
    for rounding in (1e-12, -1e-12):
        check(alone((1.0,) * (wires - 1) + (-1.0 + shares * 2 * rounding,), -float(wires - 2)))


def test_care_is_taken_only_where_it_is_needed_and_says_why() -> None:
    careful = check(alone((0.1, 0.2), -0.3))
    assert "# 0.1 + 0.2 - 0.3 is not quite 0" in careful
    for weights, bias in (
        ((0.5, 0.5), -0.7),
        ((0.5, 0.5), -1.0),
        ((1.0, 1.0, 1.0), -2.0),
        ((0.3, -0.1), -0.2),
    ):
        assert "#" not in check(alone(weights, bias))
    many = python_of(alone((0.5,) * 16, -0.7))
    assert "#" in many  # 65,536 combinations are not tried


def test_a_perceptron_with_very_many_wires() -> None:
    many = [Wire(Source(f"x{1 + k % 2}"), 0.1 if k < 200 else -0.1) for k in range(400)]
    check(of_units(Unit("s1", "MANY", tuple(many), 0.0)))


# Odd circuits


def test_perceptrons_without_wires() -> None:
    circuit = of_units(
        Unit("s1", "ONE", (), 0.1),
        Unit("s2", "NEVER", (), 0.0),
        outputs=(Output("y1", "y1", Source("s1")), Output("y2", "y2", Source("s2"))),
    )
    assert "def ONE():" in check(circuit)


def test_wires_to_nowhere_outputs_that_are_inputs_and_one_signal_twice() -> None:
    half = gate("HALF_ADDER")
    circuit = Circuit(
        (Input("a", "a"), Input("b", "b")),
        (
            Block("g1", "", half, (None, Source("b"))),
            Block("g2", "", half, (Source("g1", 1), Source("g1"))),
            unit("n", "NAND", -0.5, 0.7, "b", "b"),
        ),
        (
            Output("y1", "nothing", None),
            Output("y2", "same", Source("b")),
            Output("y3", "s", Source("g2", 1)),
            Output("y4", "s", Source("g2", 1)),
            Output("y5", "n", Source("n")),
        ),
        "ODD",
    )
    text = check(circuit)
    assert "g1_sum, g1_carry = HALF_ADDER(0, b)" in text
    assert "n = NAND(b, b)" in text
    assert "return 0, b, s, s, n" in text


def test_no_outputs_no_inputs_nothing_at_all() -> None:
    assert check(Circuit()).endswith("def circuit():\n    return ()\n")
    silent = Circuit((Input("x", "x"),), (unit("s", "s", 1.0, 0.0, "x"),), (), "SILENT")
    check(silent)
    circuit = Circuit((Input("x", "x"),), (Block("g", "g", silent, (Source("x"),)),), (), "")
    assert "SILENT" not in check(circuit)


def test_a_deep_circuit() -> None:
    units = [unit(f"s{k}", "NOT", -0.5, 0.2, f"s{k - 1}" if k > 1 else "x1") for k in range(1, 1502)]
    text = check(of_units(*units, inputs=1))
    assert text.count("def ") == 2


def test_blocks_inside_blocks_inside_blocks() -> None:
    circuit = gate("XOR")
    for level in range(12):
        nodes = (
            Block("g1", "", circuit, (Source("x1"), Source("x2"))),
            Block("g2", "", circuit, (Source("g1"), Source("x2"))),
        )
        circuit = Circuit(circuit.inputs, nodes, (Output("y", "y", Source("g2")),), f"LEVEL{level}")
        if level < 8:
            check(circuit)
    text = python_of(circuit)  # 4,096 times XOR
    assert text.count("def ") == 3 + 1 + 12


def test_thirty_levels() -> None:
    circuit = gate("NOT")
    for _ in range(29):
        circuit = Circuit(
            (Input("x", "x"),),
            (Block("g", "g", circuit, (Source("x"),)),),
            (Output("y", "y", Source("g")),),
            "N",
        )
    text = check(circuit)
    assert text.count("def ") == 30


# Names


def test_the_same_under_one_name_is_defined_once_and_something_else_gets_another_name() -> None:
    circuit = of_units(
        unit("s1", "AND", 0.5, -0.7, "x1", "x2"),
        unit("s2", "AND₂", 0.5, -0.7, "x2", "x1"),
        unit("s3", "AND", 1.0, -1.5, "x1", "s2"),
        unit("s4", "AND", 1.0, -1.5, "s1", "s3"),
    )
    text = check(circuit)
    assert re.findall(r"^def ([^(]+)", text, re.MULTILINE) == ["AND", "AND_2", "GATE"]


def test_unnamed_perceptrons_give_their_number_to_what_they_say() -> None:
    circuit = of_units(unit("s1", "s₁", 0.5, -0.7, "x1", "x2"), unit("s2", "s₂", -0.5, 0.2, "s1"))
    text = check(circuit)
    assert "    s1 = S1(x1, x2)\n    y = S2(s1)\n" in text


def test_the_circuit_keeps_its_name_where_a_perceptron_has_it_too() -> None:
    inner = unit("s1", "XOR", 0.5, -0.7, "x1", "x2")
    circuit = Circuit(gate("XOR").inputs, (inner, unit("s2", "NOT", -0.5, 0.2, "s1")), (), "XOR")
    namespace = pasted(python_of(circuit))
    assert callable(namespace["XOR"])
    assert callable(namespace["XOR_2"])


def test_names_of_all_kinds() -> None:
    names = {
        "x₁": "x1",
        "HALF ADDER": "HALF_ADDER",
        "2BIT": "_2BIT",
        "반가산기": "반가산기",
        "s′": "s",
        "__x__": "x",
        "": "other",
        "→": "other",
        "ＡＮＤ": "AND",
        "a\nb": "a_b",
    }
    assert {name: identifier(name, "other") for name in names} == names


def test_names_that_python_has_already() -> None:
    names = Names({"AND"})
    assert [names.free(each) for each in ("sum", "np", "if", "None", "AND", "AND", "x", "sum")] == [
        "sum_", "np_", "if_", "None_", "AND_2", "AND_3", "x", "sum__2",
    ]  # fmt: skip


@given(st.text())
def test_an_identifier_is_one_to_python(text: str) -> None:
    name = identifier(text, "other")
    assert name.isidentifier()
    assert identifier(name, "other").strip("_") == name.strip("_")
    assert not name.startswith("__")
    assert not name.endswith("_")
    namespace = pasted(f"{Names().free(name)} = 1")
    assert Names().free(name) in namespace  # Python reads it as it is written here
    assert not keyword.iskeyword(Names().free(name))


def test_many_different_perceptrons_of_one_name() -> None:
    units = [unit(f"s{k}", "AND", 0.5 + k, -0.7, "x1", "x2") for k in range(1, 1500)]
    text = python_of(of_units(*units))
    assert text.count("def AND_") == 1498
    assert len(set(re.findall(r"^def ([^(]+)", text, re.MULTILINE))) == 1500


def test_rows_of_rounding_errors_are_found_whatever_the_order_of_adding() -> None:
    """What is written plainly is right in every order in which the parts could be added."""
    for tenths in itertools.product((-3, -2, 1, 2, 3), repeat=3):
        weights, bias = tuple(each / 10 for each in tenths), -0.3
        circuit = alone(weights, bias)
        if "#" in python_of(circuit):
            continue
        for row in truth_table(3):
            wanted = float(run(circuit, row).outputs[0])
            for order in itertools.permutations(range(3)):
                total = 0.0
                for k in order:
                    total += weights[k] * row[k]
                assert float(total + bias > 0) == wanted


# Other functions than the step


@pytest.mark.parametrize(
    "key", ["tanh", "relu", "leaky_relu", "softplus", "gelu", "identity", "typed:x^3 - x"]
)
@pytest.mark.parametrize("name", ["AND", "XOR", "FULL_ADDER"])
def test_with_a_function_it_says_the_same(name: str, key: str) -> None:
    said_by_python(gate(name), activation_of(key))


@given(
    circuits(), st.sampled_from([0.05, 0.3, 1.0]) | st.sampled_from(["tanh", "gelu", "typed:abs(x) - 0.2"])
)
def test_any_circuit_with_a_function_says_the_same(circuit: Circuit, how: float | str) -> None:
    said_by_python(circuit, activation_of(how) if isinstance(how, str) else how)


def said_by_python(circuit: Circuit, firing: Firing) -> None:
    function = function_of(python_of(circuit, firing))
    assert callable(function)
    count = len(circuit.inputs)
    for row, wanted in zip(
        truth_table(count).astype(int).tolist(), table(circuit, firing).outputs, strict=True
    ):
        said = function(*row)
        said = said if isinstance(said, tuple) else (said,)
        np.testing.assert_allclose(np.array(said, dtype=float), wanted, rtol=1e-9, atol=1e-9)


def test_the_function_stands_above() -> None:
    text = python_of(gate("AND"), activation_of("tanh"))
    assert text.startswith(
        "import numpy as np\n\n\ndef tanh(x):\n    return np.tanh(x)\n\n\ndef AND(x1, x2):\n"
    )
    assert text.endswith("    tmp = np.sum(w*x) + b\n    return tanh(tmp)\n")
    assert "return sigmoid(tmp / 0.2)\n" in python_of(gate("AND"), 0.2)
    assert "return sigmoid(tmp)\n" in python_of(gate("AND"), 1.0)


def test_its_name_is_not_given_to_a_perceptron() -> None:
    said_by_python(alone((0.5, 0.5), -0.7, "tanh"), activation_of("tanh"))
    said_by_python(alone((0.5, 0.5), -0.7, "h"), activation_of("typed:x^2"))
    said_by_python(alone((0.5, 0.5), -0.7, "math"), activation_of("gelu"))


def test_a_sum_that_stands_for_0_is_0_for_any_function() -> None:
    """1/x of 0.1 + 0.2 - 0.3 is infinite, and not 18014398509481984; so is that of 0.7 - 0.6 - 0.1."""
    for weights, bias in (((0.1, 0.2), -0.3), ((-0.6, -0.1), 0.7)):
        circuit = alone(weights, bias)
        function = function_of(python_of(circuit, activation_of("typed:abs(1 / x)")))
        assert callable(function)
        with np.errstate(divide="ignore"):
            assert function(1, 1) == np.inf == table(circuit, activation_of("typed:abs(1 / x)")).outputs[3, 0]
