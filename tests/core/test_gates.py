import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.circuit import Block, Circuit, Unit, table
from core.circuit_edits import tidy
from core.errors import ValueRangeError
from core.gates import LIBRARY, TWO_INPUT_NAMES, gate, name_of_two
from core.perceptron import AND, NAND, OR, truth_table

EITHER = pytest.mark.parametrize("nand_only", [False, True], ids=["usual", "of NAND"])
EVERY = pytest.mark.parametrize("key", LIBRARY)


def units_of(circuit: Circuit) -> list[Unit]:
    """All perceptrons, with those in blocks."""
    found: list[Unit] = []
    for node in circuit.nodes:
        found += [node] if isinstance(node, Unit) else units_of(node.circuit)
    return found


def columns(circuit: Circuit) -> dict[str, list[int]]:
    """What each output says in all rows, by its key."""
    outputs = table(circuit).outputs.astype(int)
    return {output.key: outputs[:, k].tolist() for k, output in enumerate(circuit.outputs)}


# What they say


@EITHER
@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("AND", [0, 0, 0, 1]),
        ("NAND", [1, 1, 1, 0]),
        ("OR", [0, 1, 1, 1]),
        ("NOT", [1, 0]),
        ("NOR", [1, 0, 0, 0]),
        ("XOR", [0, 1, 1, 0]),
        ("XNOR", [1, 0, 0, 1]),
        ("MAJORITY", [0, 0, 0, 1, 0, 1, 1, 1]),
    ],
)
def test_one_output(key: str, nand_only: bool, expected: list[int]) -> None:
    assert columns(gate(key, nand_only)) == {"y": expected}


@EITHER
@pytest.mark.parametrize(("key", "inputs"), [("HALF_ADDER", 2), ("FULL_ADDER", 3)])
def test_adders_of_digits_add(key: str, inputs: int, nand_only: bool) -> None:
    found = columns(gate(key, nand_only))
    for row, digits in enumerate(truth_table(inputs).astype(int)):
        assert found["sum"][row] + 2 * found["carry"][row] == digits.sum()


@EITHER
def test_the_adder_of_two_bits_adds(nand_only: bool) -> None:
    circuit = gate("ADDER_2BIT", nand_only)
    assert [each.name for each in circuit.inputs] == ["a₀", "a₁", "b₀", "b₁"]
    assert [each.name for each in circuit.outputs] == ["s₀", "s₁", "carry"]
    found = columns(circuit)
    for row, (a0, a1, b0, b1) in enumerate(truth_table(4).astype(int)):
        total = found["s0"][row] + 2 * found["s1"][row] + 4 * found["carry"][row]
        assert total == (a0 + 2 * a1) + (b0 + 2 * b1)


@EVERY
def test_of_nand_only(key: str) -> None:
    usual, of_nand = gate(key), gate(key, True)
    np.testing.assert_array_equal(table(of_nand).outputs, table(usual).outputs)
    for unit in units_of(of_nand):
        assert (unit.weights, unit.bias) == (NAND.weights, NAND.bias)


# How they are made


def test_the_numbers_of_the_book() -> None:
    for perceptron, key in ((AND, "AND"), (NAND, "NAND"), (OR, "OR")):
        (unit,) = gate(key).nodes
        assert isinstance(unit, Unit)
        assert (unit.perceptron, unit.name) == (perceptron, key)


def test_xor_is_wired_as_in_the_book() -> None:
    nodes = {unit.name: unit for unit in units_of(gate("XOR"))}
    assert {name: unit.perceptron for name, unit in nodes.items()} == {"NAND": NAND, "OR": OR, "AND": AND}
    before = [source.node for source in nodes["AND"].sources if source is not None]
    assert before == [nodes["NAND"].key, nodes["OR"].key]


def test_majority_is_a_single_perceptron() -> None:
    (unit,) = units_of(gate("MAJORITY"))
    assert (unit.weights, unit.bias) == ((0.5, 0.5, 0.5), -0.7)


def test_the_full_adder_has_two_half_adders_in_it() -> None:
    blocks = [node.circuit for node in gate("FULL_ADDER").nodes if isinstance(node, Block)]
    assert blocks == [gate("HALF_ADDER")] * 2


def test_xor_of_four_nand() -> None:
    assert gate("XOR", True).perceptrons == 4


@EITHER
@EVERY
def test_sums_stay_away_from_0(key: str, nand_only: bool) -> None:
    """A learner who moves a line a little still has the same gate, and rounding errors decide nothing."""
    circuits = [gate(key, nand_only)]
    for circuit in circuits:
        circuits += [node.circuit for node in circuit.nodes if isinstance(node, Block)]
        for sums in table(circuit).sums.values():
            assert np.abs(sums).min() >= 0.19


@EITHER
@EVERY
def test_parts_can_be_told_apart(key: str, nand_only: bool) -> None:
    circuit = gate(key, nand_only)
    assert circuit.name == key
    assert key.isidentifier()
    names = [part.name for part in circuit.parts.values()]
    assert len(set(names)) == len(names)
    places = [part.at for part in circuit.parts.values()]
    assert len(set(places)) == len(places)
    assert tidy(circuit) == circuit


@EVERY
def test_inputs_are_numbered(key: str) -> None:
    if key != "ADDER_2BIT":
        assert [(each.key, each.name) for each in gate(key).inputs] == [
            ("x1", "x₁"),
            ("x2", "x₂"),
            ("x3", "x₃"),
        ][: len(gate(key).inputs)]


def test_the_library() -> None:
    assert LIBRARY[:5] == ("AND", "NAND", "OR", "NOT", "NOR")
    assert LIBRARY[5:] == ("XOR", "XNOR", "MAJORITY", "HALF_ADDER", "FULL_ADDER", "ADDER_2BIT")
    with pytest.raises(ValueRangeError):
        gate("XAND")


# Which gate is this?


def test_there_are_16_functions_of_two_inputs() -> None:
    rows = [tuple(column) for column in truth_table(4).astype(int).tolist()]
    names = [name_of_two(row) for row in rows]
    assert len(set(names)) == 16
    assert set(names) == set(TWO_INPUT_NAMES)


@given(st.tuples(*[st.integers(0, 1)] * 4))
def test_names_say_what_the_function_does(outputs: tuple[int, ...]) -> None:
    """Most of the names are Python once they are in small letters; the others are negated or differ."""
    name = name_of_two(outputs)
    words = {
        "TRUE": "True",
        "FALSE": "False",
        "AND": "x1 and x2",
        "OR": "x1 or x2",
        "NAND": "not (x1 and x2)",
        "NOR": "not (x1 or x2)",
        "XOR": "x1 != x2",
        "XNOR": "x1 == x2",
    }
    said = words.get(name, name.lower())
    rows = truth_table(2).astype(int).tolist()
    assert [bool(eval(said, {"x1": x1, "x2": x2})) for x1, x2 in rows] == [bool(y) for y in outputs]


@EITHER
@pytest.mark.parametrize("key", ["AND", "NAND", "OR", "NOR", "XOR", "XNOR"])
def test_gates_are_called_by_their_name(key: str, nand_only: bool) -> None:
    assert name_of_two(columns(gate(key, nand_only))["y"]) == key


@pytest.mark.parametrize("outputs", [(), (0, 1, 1), (0, 1, 1, 0, 0), (0, 1, 2, 0), (0, 0.5, 1, 1)])
def test_no_function_of_two_inputs(outputs: tuple[int, ...]) -> None:
    with pytest.raises(ValueRangeError):
        name_of_two(outputs)
