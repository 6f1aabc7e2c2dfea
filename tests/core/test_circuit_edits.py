from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.circuit import Block, Circuit, Input, Output, Place, Source, Unit, Wire, table
from core.circuit_edits import (
    add,
    collapse,
    connect,
    disconnect,
    expand,
    free_key,
    free_place,
    heard_by,
    move,
    part_of,
    paste,
    reconnect,
    remove,
    tidy,
    with_bias,
    with_name,
    with_weight,
)
from core.errors import CircuitError
from core.gates import LIBRARY, gate
from core.perceptron import truth_table
from tests.core.circuit_strategies import circuits

EMPTY = Circuit((Input("x1", "x₁"), Input("x2", "x₂")), (), (Output("y", "y"),))


def same(one: Circuit, other: Circuit) -> None:
    """The same outputs for all inputs, hard and soft."""
    np.testing.assert_array_equal(table(one).outputs, table(other).outputs)
    np.testing.assert_allclose(table(one, 0.5).outputs, table(other, 0.5).outputs, rtol=1e-12, atol=1e-300)


def says(circuit: Circuit, output: int = 0) -> list[int]:
    return table(circuit).outputs[:, output].astype(int).tolist()


def block_of(circuit: Circuit, key: str) -> Block:
    block = circuit.parts[key]
    assert isinstance(block, Block)
    return block


def unit_of(circuit: Circuit, key: str) -> Unit:
    unit = circuit.parts[key]
    assert isinstance(unit, Unit)
    return unit


def chain_of(*keys: str) -> Circuit:
    before = ("x1", *keys)
    nodes = tuple(Unit(key, key, (Wire(Source(b), -0.5),), 0.2) for b, key in zip(before, keys, strict=False))
    return Circuit((Input("x1", "x₁"),), nodes, (Output("y", "y", Source(keys[-1])),))


def chosen(data: st.DataObject, circuit: Circuit) -> set[str]:
    return data.draw(st.sets(st.sampled_from(sorted(circuit.parts))))


def listened_to(circuit: Circuit, key: str) -> set[str]:
    """All parts that a part listens to, or that those listen to."""
    found: set[str] = set()
    for _ in circuit.parts:
        parts = [circuit.parts[each] for each in (key, *found)]
        found |= {s.node for part in parts if isinstance(part, Unit | Block) for s in part.sources if s}
    return found


# Building


def test_xor_from_an_empty_sheet() -> None:
    circuit = EMPTY
    for k, (bias, weight, before) in enumerate(
        [(0.7, -0.5, ("x1", "x2")), (-0.2, 0.5, ("x1", "x2")), (-0.7, 0.5, ("s1", "s2"))], start=1
    ):
        key = free_key(circuit, "s")
        assert key == f"s{k}"
        circuit = add(circuit, Unit(key, key, (), bias, free_place(circuit, k)))
        for source in before:
            circuit = connect(circuit, Source(source), key, weight=weight)
    circuit = connect(circuit, Source("s3"), "y")
    assert says(circuit) == [0, 1, 1, 0]


def test_parts_are_added_after_those_of_their_kind() -> None:
    circuit = add(add(EMPTY, Input("x3", "x₃")), Output("y2", "y₂"))
    assert [each.key for each in circuit.inputs] == ["x1", "x2", "x3"]
    assert [each.key for each in circuit.outputs] == ["y", "y2"]
    with pytest.raises(CircuitError, match="same-key"):
        add(circuit, Unit("y2", ""))


def test_free_keys() -> None:
    assert free_key(EMPTY, "x") == "x3"
    assert free_key(EMPTY, "y") == "y2"  # y is the first
    assert free_key(EMPTY, "s") == "s1"
    assert free_key(remove(EMPTY, {"x1"}), "x") == "x1"


@given(circuits(), st.sampled_from([0.0, 1.0, 2.25, -1.0]))
def test_nothing_lies_on_a_free_place(circuit: Circuit, column: float) -> None:
    place = free_place(circuit, column)
    assert place.column == column
    for part in circuit.parts.values():
        assert abs(part.at.column - column) >= 1 or part.at.row <= place.row - 1


def test_the_first_place_of_an_empty_sheet() -> None:
    assert free_place(Circuit(), 3) == Place(3, 0)


def test_a_unit_takes_any_number_of_wires() -> None:
    circuit = add(EMPTY, Unit("s1", "", (), -1.2))
    for _ in range(3):
        circuit = connect(circuit, Source("x1"), "s1")
    assert unit_of(circuit, "s1").weights == (0.5, 0.5, 0.5)
    assert says(connect(circuit, Source("s1"), "y")) == [0, 1, 0, 1]


def test_a_block_takes_the_first_free_pin_or_the_one_that_is_meant() -> None:
    circuit = add(EMPTY, Block("g1", "", gate("MAJORITY"), (None, None, None)))
    circuit = connect(circuit, Source("x1"), "g1", pin=1)
    circuit = connect(circuit, Source("x2"), "g1")
    assert block_of(circuit, "g1").sources == (Source("x2"), Source("x1"), None)
    circuit = connect(circuit, Source("x1"), "g1")
    circuit = connect(circuit, Source("x2"), "g1", pin=1)  # in place of what was there
    assert block_of(circuit, "g1").sources == (Source("x2"), Source("x2"), Source("x1"))
    for pin in (None, 3, -1):
        with pytest.raises(CircuitError) as error:
            connect(circuit, Source("x1"), "g1", pin)
        assert (error.value.problem, error.value.values["expected"]) == ("block-inputs", 3)


def test_an_output_takes_one_wire() -> None:
    circuit = connect(connect(EMPTY, Source("x1"), "y"), Source("x2"), "y")
    assert says(circuit) == [0, 0, 1, 1]


@pytest.mark.parametrize(("source", "key"), [("s3", "s1"), ("s3", "s2"), ("s3", "s3"), ("s1", "s1")])
def test_a_circle_cannot_be_wired(source: str, key: str) -> None:
    with pytest.raises(CircuitError) as error:
        connect(gate("XOR"), Source(source), key)
    assert error.value.problem == "cycle"
    assert error.value.values["node"] == key


@given(circuits(), st.data())
def test_any_wire_is_either_there_or_would_close_a_circle(circuit: Circuit, data: st.DataObject) -> None:
    assume(circuit.nodes)
    source = data.draw(st.sampled_from(sorted(circuit.signal_names())))
    node = data.draw(st.sampled_from(circuit.nodes))
    assume(isinstance(node, Unit) or node.sources)
    pin = data.draw(st.integers(0, len(node.sources) - 1)) if isinstance(node, Block) else None
    if node.key in {source.node, *listened_to(circuit, source.node)}:
        with pytest.raises(CircuitError, match="cycle"):
            connect(circuit, source, node.key, pin)
    else:
        wired = connect(circuit, source, node.key, pin, 0.25)
        (after,) = (each for each in wired.nodes if each.key == node.key)
        assert after.sources[-1 if pin is None else pin] == source


@pytest.mark.parametrize("source", [Source("x9"), Source("y"), Source("x1", 1)])
def test_a_wire_from_nowhere(source: Source) -> None:
    for key in ("s1", "y"):
        with pytest.raises(CircuitError, match="no-source"):
            connect(gate("AND"), source, key)


@given(circuits(), st.data())
def test_who_has_a_say_in_a_part(circuit: Circuit, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(circuit.parts)))
    expected = {key} if key in {each.key for each in circuit.outputs} else {key, *listened_to(circuit, key)}
    assert heard_by(circuit, key) == expected
    assert heard_by(circuit, "nobody") == set()


def test_the_end_of_a_wire_is_led_elsewhere() -> None:
    circuit = with_weight(gate("XOR"), "s1", 0, 0.75)
    moved = reconnect(circuit, "s1", 0, "s3")
    assert unit_of(moved, "s1").wires == (Wire(Source("x2"), -0.5),)
    assert unit_of(moved, "s3").wires[-1] == Wire(Source("x1"), 0.75)
    assert reconnect(circuit, "s1", 0, "s1", 2) is circuit  # it is there already
    assert reconnect(circuit, "s1", 0, "y").outputs[0].source == Source("x1")
    from_output = reconnect(add(circuit, Unit("s9", "s₉")), "y", 0, "s9")
    assert from_output.outputs[0].source is None
    assert unit_of(from_output, "s9").wires == (Wire(Source("s3"), 0.5),)
    with pytest.raises(CircuitError, match="cycle"):
        reconnect(circuit, "y", 0, "s1")
    for key, index in (("s1", 2), ("s1", -1), ("x1", 0), ("nobody", 0)):
        with pytest.raises(CircuitError, match="nothing"):
            reconnect(circuit, key, index, "y")


def test_a_wire_changes_its_pin() -> None:
    circuit = connect(add(EMPTY, Block("g1", "", gate("AND"), (None, None))), Source("x1"), "g1", pin=0)
    assert block_of(reconnect(circuit, "g1", 0, "g1", 1), "g1").sources == (None, Source("x1"))
    assert reconnect(circuit, "g1", 0, "g1", 0) == circuit


# Changing


def test_numbers_and_names() -> None:
    circuit = with_weight(with_bias(gate("AND"), "s1", -0.2), "s1", 1, 0.75)
    circuit = with_name(with_name(circuit, "s1", "OR"), "x1", "a")
    unit = unit_of(circuit, "s1")
    assert (unit.weights, unit.bias, unit.name) == ((0.5, 0.75), -0.2, "OR")
    assert circuit.parts["x1"].name == "a"
    assert says(circuit) == [0, 1, 1, 1]
    assert with_name(circuit, "y", "either").parts["y"].name == "either"


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 1e10])
def test_numbers_that_are_none(number: float) -> None:
    for change in (
        lambda: with_bias(gate("AND"), "s1", number),
        lambda: with_weight(gate("AND"), "s1", 0, number),
    ):
        with pytest.raises(CircuitError, match="number"):
            change()


def test_wires_are_taken_away() -> None:
    circuit = disconnect(gate("AND"), "s1", 0)
    assert unit_of(circuit, "s1").wires == (Wire(Source("x2"), 0.5),)
    assert disconnect(circuit, "y", 0).outputs[0].source is None
    adder = disconnect(gate("FULL_ADDER"), "g2", 1)
    assert block_of(adder, "g2").sources == (Source("g1", 0), None)


@pytest.mark.parametrize(
    "change",
    [
        lambda c: connect(c, Source("x1"), "s9"),
        lambda c: connect(c, Source("x1"), "x2"),
        lambda c: disconnect(c, "s9", 0),
        lambda c: disconnect(c, "s1", 2),
        lambda c: disconnect(c, "s1", -1),
        lambda c: disconnect(c, "x1", 0),
        lambda c: with_weight(c, "s1", 2, 1.0),
        lambda c: with_weight(c, "s1", -1, 1.0),
        lambda c: with_weight(c, "x1", 0, 1.0),
        lambda c: with_weight(c, "s9", 0, 1.0),
        lambda c: with_bias(c, "y", 1.0),
        lambda c: with_bias(c, "s9", 1.0),
        lambda c: with_name(c, "s9", "s"),
        lambda c: expand(c, "s1"),
        lambda c: expand(c, "g9"),
        lambda c: collapse(c, [], "E"),
        lambda c: collapse(c, ["x1", "x2", "y", "s9"], "E"),
    ],
)
def test_what_is_not_there(change: Callable[[Circuit], Circuit]) -> None:
    with pytest.raises(CircuitError) as error:
        change(gate("AND"))
    assert error.value.problem == "nothing"


@given(circuits(), st.data())
def test_what_is_removed_leaves_no_wire(circuit: Circuit, data: st.DataObject) -> None:
    keys = chosen(data, circuit)
    left = remove(circuit, keys)
    assert left.parts.keys() == circuit.parts.keys() - keys
    assert remove(left, keys) == left
    for part in (*left.nodes, *left.outputs):
        before = circuit.parts[part.key]
        assert not isinstance(before, Input)
        if isinstance(part, Unit) and isinstance(before, Unit):
            assert part.wires == tuple(wire for wire in before.wires if wire.source.node not in keys)
        elif isinstance(part, Block) and isinstance(before, Block):
            assert part.sources == tuple(s if s and s.node not in keys else None for s in before.sources)


def test_what_does_not_matter_can_be_removed() -> None:
    circuit = add(gate("XOR"), Unit("s9", "", (Wire(Source("s3"), 1.0),), 1.0))
    same(remove(circuit, {"s9"}), gate("XOR"))
    assert remove(circuit, {"nobody"}) == circuit


# Copies


@given(circuits(), st.data())
def test_part_of_a_circuit(circuit: Circuit, data: st.DataObject) -> None:
    keys = chosen(data, circuit)
    assert part_of(circuit, keys) == remove(circuit, circuit.parts.keys() - keys)
    assert part_of(circuit, circuit.parts) == circuit


@given(circuits(), circuits())
def test_pasting_leaves_the_rest_as_it_was(circuit: Circuit, part: Circuit) -> None:
    pasted, keys = paste(circuit, part)
    assert remove(pasted, keys) == circuit
    room = max(0, 4 - len(circuit.inputs))
    assert len(pasted.inputs) == len(circuit.inputs) + min(room, len(part.inputs))
    assert len(pasted.nodes) == len(circuit.nodes) + len(part.nodes)
    assert len(pasted.outputs) == len(circuit.outputs) + len(part.outputs)
    assert keys == pasted.parts.keys() - circuit.parts.keys()
    names = [pasted.parts[key].name for key in keys if pasted.parts[key].name]
    assert len(set(names)) == len(names)
    assert set(names).isdisjoint(each.name for each in circuit.parts.values())


@given(circuits(max_inputs=4))
def test_a_copy_on_an_empty_sheet_is_the_same(circuit: Circuit) -> None:
    pasted, keys = paste(Circuit(), circuit)
    assert keys == circuit.parts.keys()
    same(pasted, circuit)
    for key in keys:
        before, after = circuit.parts[key].at, pasted.parts[key].at
        assert after == Place(before.column + 0.4, before.row + 0.4)


def test_a_copy_works_beside_what_was_copied() -> None:
    xor = gate("XOR")
    circuit, keys = paste(xor, xor)
    assert keys == {"x3", "x4", "s4", "s5", "s6", "y2"}
    assert [circuit.parts[key].name for key in sorted(keys)] == ["NAND₂", "OR₂", "AND₂", "x₃", "x₄", "y₂"]
    rows = truth_table(4)
    np.testing.assert_array_equal(table(circuit).outputs[:, 0], rows[:, 0] != rows[:, 1])
    np.testing.assert_array_equal(table(circuit).outputs[:, 1], rows[:, 2] != rows[:, 3])


def test_inputs_are_pasted_only_as_long_as_there_is_room() -> None:
    adder, keys = paste(gate("FULL_ADDER"), gate("FULL_ADDER"))
    assert [each.key for each in adder.inputs] == ["x1", "x2", "x3", "x4"]
    copied = [block_of(adder, key).sources for key in sorted(keys) if key.startswith("g")]
    assert copied == [(Source("x4"), None), (Source("g3", 0), None)]
    full = gate("ADDER_2BIT")
    assert paste(full, gate("AND"))[0].inputs == full.inputs
    assert unit_of(paste(full, gate("AND"))[0], "s2").wires == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x₁", "x₃"),
        ("x₂", "x₃"),
        ("AND", "AND₂"),
        ("A1", "A2"),
        ("7", "1"),
        ("게이트", "게이트₂"),
        ("", ""),
        ("a b", "a b₂"),
    ],
)
def test_names_of_copies(name: str, expected: str) -> None:
    circuit = Circuit((), (Unit("s1", "x₁"), Unit("s2", "x₂"), Unit("s3", name)))
    pasted, keys = paste(circuit, Circuit((), (Unit("s1", name),)))
    assert [pasted.parts[key].name for key in keys] == [expected]


# Blocks


def test_xor_in_a_box() -> None:
    circuit, block = collapse(gate("XOR"), {"s1", "s2", "s3", "x1", "y"}, "XOR")
    assert circuit.nodes == (block,)
    assert (block.key, block.name, block.sources) == ("g1", "XOR", (Source("x1"), Source("x2")))
    assert block.circuit == gate("XOR")  # keys, names, places and all
    same(circuit, gate("XOR"))


def test_a_full_adder_of_two_xor() -> None:
    """The second XOR reads what the first one says, and an input."""
    _, block = collapse(gate("XOR"), {"s1", "s2", "s3"}, "XOR")
    circuit = Circuit(gate("FULL_ADDER").inputs, (), (Output("sum", "sum"), Output("carry", "carry")))
    for key in ("g1", "g2"):
        circuit = add(circuit, Block(key, key, block.circuit, (None, None)))
    for source, key in [("x1", "g1"), ("x2", "g1"), ("g1", "g2"), ("x3", "g2"), ("g2", "sum")]:
        circuit = connect(circuit, Source(source), key)
    for key, first, second in [("s1", "x1", "x2"), ("s2", "g1", "x3"), ("s3", "s1", "s2")]:
        bias = -0.2 if key == "s3" else -0.7
        circuit = add(circuit, Unit(key, key, (Wire(Source(first), 0.5), Wire(Source(second), 0.5)), bias))
    same(connect(circuit, Source("s3"), "carry"), gate("FULL_ADDER"))


def test_what_is_read_outside_becomes_the_outputs() -> None:
    circuit, block = collapse(gate("HALF_ADDER"), {"s3", "s4"}, "ENDS")
    assert [(each.key, each.name) for each in block.circuit.outputs] == [("y", "sum"), ("y2", "carry")]
    assert [(each.key, each.name) for each in block.circuit.inputs] == [
        ("x1", "x₁"),
        ("x2", "x₂"),
        ("x3", "x₃"),
        ("x4", "x₄"),
    ]
    assert block.sources == (Source("x1"), Source("x2"), Source("s1"), Source("s2"))  # inputs first
    assert circuit.outputs[1].source == Source(block.key, 1)


def test_an_output_of_a_block_is_named_after_its_node_where_no_output_listens() -> None:
    _, block = collapse(gate("XOR"), {"s1"}, "FIRST")
    assert [(each.key, each.name) for each in block.circuit.outputs] == [("y", "NAND")]


def test_without_listeners_the_last_ones_are_the_outputs() -> None:
    loose = remove(gate("HALF_ADDER"), {"sum", "carry"})
    _, block = collapse(loose, loose.parts, "LOOSE")
    assert [each.source for each in block.circuit.outputs] == [Source("s3"), Source("s4")]


def test_keys_inside_do_not_meet() -> None:
    nodes = Unit("x1", "", (Wire(Source("a"), 1.0),)), Unit("y", "", (Wire(Source("x1"), 1.0),))
    circuit = Circuit(
        (Input("a", "a"),), nodes, (Output("z", "z", Source("y")), Output("w", "w", Source("x1")))
    )
    collapsed, block = collapse(circuit, {"x1", "y"}, "BOTH")
    assert [each.key for each in block.circuit.inputs] == ["x2"]
    assert [each.key for each in block.circuit.outputs] == ["y2", "y3"]
    same(collapsed, circuit)


def test_a_way_out_and_back_cannot_be_put_in_a_box() -> None:
    with pytest.raises(CircuitError) as error:
        collapse(chain_of("s1", "s2", "s3", "s4"), {"s1", "s4"}, "ENDS")
    assert error.value.problem == "cycle"
    assert error.value.values["node"] == "s3"


def test_a_box_has_at_most_16_inputs() -> None:
    units = tuple(Unit(f"s{k}", "", (), 1.0) for k in range(17))
    last = Unit("t", "", tuple(Wire(Source(each.key), 1.0) for each in units))
    with pytest.raises(CircuitError) as error:
        collapse(Circuit((), (*units, last)), {"t"}, "WIDE")
    assert (error.value.problem, error.value.values["what"]) == ("too-many", "inputs")


@given(circuits(), st.data())
def test_a_box_changes_nothing_that_is_said(circuit: Circuit, data: st.DataObject) -> None:
    keys = chosen(data, circuit)
    inside = {node.key for node in circuit.nodes} & keys
    assume(inside)
    heard = {node.key: listened_to(circuit, node.key) for node in circuit.nodes}
    between = {key for key in heard if heard[key] & inside and any(key in heard[each] for each in inside)}
    if between - inside:
        with pytest.raises(CircuitError) as error:
            collapse(circuit, keys, "BOX")
        assert error.value.problem == "cycle"
        assert error.value.values["node"] in between - inside
        return
    collapsed, block = collapse(circuit, keys, "BOX")
    same(collapsed, circuit)
    assert collapsed.parts.keys() == circuit.parts.keys() - inside | {block.key}
    assert (collapsed.inputs, collapsed.name) == (circuit.inputs, circuit.name)
    assert {node.key for node in block.circuit.nodes} == inside
    assert len(set(block.sources)) == len(block.sources)
    assert block.circuit == tidy(block.circuit)
    opened = expand(collapsed, block.key)
    same(opened, circuit)
    assert opened.parts.keys() == circuit.parts.keys()


@given(circuits(), st.data())
def test_any_block_can_be_opened(circuit: Circuit, data: st.DataObject) -> None:
    blocks = [node for node in circuit.nodes if isinstance(node, Block)]
    assume(blocks)
    block = data.draw(st.sampled_from(blocks))
    opened = expand(circuit, block.key)
    same(opened, circuit)
    assert len(opened.nodes) == len(circuit.nodes) - 1 + len(block.circuit.nodes)
    assert (opened.inputs, opened.name) == (
        tuple(replace(each, at=opened.parts[each.key].at) for each in circuit.inputs),
        circuit.name,
    )


@pytest.mark.parametrize("nand_only", [False, True])
@pytest.mark.parametrize("key", LIBRARY)
def test_gates_opened_down_to_their_perceptrons(key: str, nand_only: bool) -> None:
    circuit = gate(key, nand_only)
    while blocks := [node.key for node in circuit.nodes if isinstance(node, Block)]:
        circuit = expand(circuit, blocks[0])
    same(circuit, gate(key, nand_only))
    assert len(circuit.nodes) == gate(key, nand_only).perceptrons
    names = [node.name for node in circuit.nodes]
    assert len(set(names)) == len(names)


def test_a_signal_that_only_passes_through_a_block() -> None:
    inner = Circuit(
        (Input("a", "a"), Input("b", "b")),
        (),
        (Output("p", "p", Source("b")), Output("q", "q", Source("a")), Output("r", "r")),
    )
    swap = Block("g1", "SWAP", inner, (Source("x1"), None))
    wires = tuple(Wire(Source("g1", pin), 1.0) for pin in (0, 1, 2))
    listener = Block("g2", "AND", gate("AND"), (Source("g1", 1), Source("g1", 2)))
    outputs = tuple(Output(f"y{pin}", "", Source("g1", pin)) for pin in (0, 1, 2))
    circuit = Circuit((Input("x1", ""),), (Unit("s1", "", wires), swap, listener), outputs)
    opened = expand(circuit, "g1")
    same(opened, circuit)
    assert unit_of(opened, "s1").wires == (Wire(Source("x1"), 1.0),)
    assert block_of(opened, "g2").sources == (Source("x1"), None)
    assert [each.source for each in opened.outputs] == [None, Source("x1"), None]


def test_an_opened_block_lies_where_it_was_and_covers_nothing() -> None:
    circuit = expand(gate("FULL_ADDER"), "g1")
    half = [circuit.parts[key] for key in circuit.parts if key not in gate("FULL_ADDER").parts or key == "s1"]
    assert min(node.at.column for node in half) == 1.0
    places = [part.at for part in circuit.parts.values()]
    for one, other in combinations(places, 2):
        assert abs(one.column - other.column) > 0.5 or abs(one.row - other.row) > 0.4


# Places


def test_parts_are_moved() -> None:
    places = {"x1": Place(0.5, -1), "s1": Place(3, 2), "y": Place(9, 9), "nobody": Place(1, 1)}
    circuit = move(gate("AND"), places)
    assert [circuit.parts[key].at for key in ("x1", "x2", "s1", "y")] == [
        Place(0.5, -1),
        gate("AND").parts["x2"].at,
        Place(3, 2),
        Place(9, 9),
    ]
    assert tidy(circuit) == gate("AND")


@given(circuits())
def test_tidy_circuits(circuit: Circuit) -> None:
    tidied = tidy(circuit)
    assert tidy(tidied) == tidied
    assert move(tidied, {key: part.at for key, part in circuit.parts.items()}) == circuit
    last = 1 + max((circuit.layers[node.key] for node in circuit.nodes), default=0)
    for part in (*tidied.inputs, *tidied.nodes):
        assert part.at.column == circuit.layers[part.key]
    assert all(output.at.column == last for output in tidied.outputs)
    places = [part.at for part in tidied.parts.values()]
    assert min(at.row for at in places) == 0
    for one, other in combinations(places, 2):
        assert one.column != other.column or abs(one.row - other.row) >= 1
    for row in (tidied.inputs, tidied.outputs):  # as in the truth table
        assert [each.at.row for each in row] == sorted(each.at.row for each in row)


@given(circuits(), st.data())
def test_tidy_does_not_look_where_parts_lay(circuit: Circuit, data: st.DataObject) -> None:
    places = {key: data.draw(st.builds(Place, st.floats(-9, 9), st.floats(-9, 9))) for key in circuit.parts}
    assert tidy(move(circuit, places)) == tidy(circuit)


def test_columns_lie_around_one_middle() -> None:
    circuit = gate("XOR", True)
    assert {part.name: part.at for part in circuit.parts.values()} == {
        "x₁": Place(0, 0),
        "x₂": Place(0, 1),
        "NAND₁": Place(1, 0.5),
        "NAND₂": Place(2, 0),
        "NAND₃": Place(2, 1),
        "NAND₄": Place(3, 0.5),
        "y": Place(4, 0.5),
    }


def test_no_half_adder_lies_on_the_wire_of_the_other() -> None:
    circuit = gate("FULL_ADDER")
    rows = {part.name: part.at.row for part in circuit.parts.values()}
    assert rows["HALF_ADDER₁"] == rows["HALF_ADDER₂"] == rows["sum"] < rows["OR"] == rows["carry"]


def test_wires_that_need_not_cross_do_not() -> None:
    """Four NOT side by side, however they are mixed: each lies between its input and its output."""
    inputs = tuple(Input(f"x{k}", "") for k in range(4))
    nodes = tuple(Unit(f"s{k}", "", (Wire(Source(f"x{k}"), -0.5),), 0.2) for k in (2, 0, 3, 1))
    outputs = tuple(Output(f"y{k}", "", Source(f"s{k}")) for k in range(4))
    circuit = tidy(Circuit(inputs, nodes, outputs))
    assert [circuit.parts[f"s{k}"].at.row for k in range(4)] == [0, 1, 2, 3]


def test_a_sheet_full_of_perceptrons_is_tidied() -> None:
    """Too many for a careful order, and each reads x₁, which passes all columns before."""
    nodes = [Unit("s0", "", (Wire(Source("x1"), 0.5),))]
    for k in range(1, 1_500):
        nodes.append(Unit(f"s{k}", "", (Wire(Source(f"s{k - 1}"), 0.5), Wire(Source("x1"), 0.5))))
    outputs = tuple(Output(f"y{k}", "", Source(f"s{30 * k}")) for k in range(50))
    circuit = tidy(Circuit((Input("x1", ""),), tuple(nodes), outputs))
    assert circuit.parts["s1499"].at.column == 1500
    assert circuit.outputs[0].at.column == 1501


def test_an_empty_sheet_is_tidy() -> None:
    assert tidy(Circuit()) == Circuit()
