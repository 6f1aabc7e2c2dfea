"""Circuits in files: what is saved comes back, and what is wrong with a file is named with its place."""

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.circuit import LARGEST, Block, Circuit, Input, Output, Place, Source, Unit, Wire
from core.circuit_edits import collapse, paste, remove
from core.errors import FileFormatError
from core.files.circuits import MOST_BYTES, VERSION, from_json, load_circuit, save_circuit, to_json
from core.files.json_values import as_name
from core.gates import LIBRARY, gate
from tests.core.circuit_strategies import circuits

JSON = dict[str, Any]
NAMES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20)
KEYS = st.text(max_size=6)  # of any letters but halves of some
NUMBERS = st.floats(-LARGEST, LARGEST)
PLACES = st.builds(Place, NUMBERS, NUMBERS)


def problem_of(text: str) -> FileFormatError:
    with pytest.raises(FileFormatError) as caught:
        from_json(text, "XOR.json")
    assert caught.value.path == "XOR.json"
    return caught.value


def changed(change: Callable[[JSON], object], circuit: Circuit | None = None) -> FileFormatError:
    """What is wrong with a file in which something was changed: by default that of the full adder."""
    whole = json.loads(to_json(circuit or gate("FULL_ADDER")))
    change(whole)
    return problem_of(json.dumps(whole))


def place(**values: object) -> dict[str, object]:
    return {"path": "XOR.json", **values}


# What is saved comes back


@given(circuits())
def test_saving_and_opening_is_identity(circuit: Circuit) -> None:
    assert from_json(to_json(circuit), "") == circuit


@given(KEYS, KEYS, NAMES, NAMES, NUMBERS, NUMBERS, PLACES)
def test_any_key_name_number_and_place_comes_back(
    key: str, other: str, name: str, title: str, weight: float, bias: float, at: Place
) -> None:
    keys = [key, other + "a", key + "b", other + "c"]
    if len(set(keys)) < 4:
        keys = ["", "0", '["a", 0]', "a.0"]
    half = Block(keys[3], name, gate("HALF_ADDER"), (None, Source(keys[0])), at)
    wires = (Wire(Source(keys[0]), weight), Wire(Source(keys[3], 1), 0.1 + 0.2))
    circuit = Circuit(
        (Input(keys[0], name, at),),
        (Unit(keys[1], name, wires, bias, at), half),
        (Output(keys[2], name, Source(keys[3], 1), at),),
        title,
    )
    opened = from_json(to_json(circuit), "")
    assert opened == circuit
    assert to_json(opened) == to_json(circuit)


@pytest.mark.parametrize("nand_only", [False, True])
@pytest.mark.parametrize("key", LIBRARY)
def test_the_library_comes_back_from_the_disk(tmp_path: Path, key: str, nand_only: bool) -> None:
    save_circuit(tmp_path / "gate.json", gate(key, nand_only))
    assert load_circuit(tmp_path / "gate.json") == gate(key, nand_only)
    assert [path.name for path in tmp_path.iterdir()] == ["gate.json"]


def test_the_empty_circuit_comes_back() -> None:
    assert from_json(to_json(Circuit()), "") == Circuit()


def test_the_text_is_for_people_to_read() -> None:
    circuit = Circuit(
        (Input("x1", "입력", Place(0.0, 0.5)),),
        (Unit("s1", "NOT", (Wire(Source("x1"), -0.5),), 0.2, Place(1.0, 0.5)),),
        (Output("y", "y", Source("s1"), Place(2.0, 0.5)),),
        "NOT",
    )
    assert (
        to_json(circuit)
        == """\
{
  "format": "mitbadak-circuit",
  "version": 1,
  "name": "NOT",
  "inputs": [
    {"key": "x1", "name": "입력", "at": [0.0, 0.5]}
  ],
  "nodes": [
    {"key": "s1", "name": "NOT", "at": [1.0, 0.5], "bias": 0.2, "wires": [["x1", -0.5]]}
  ],
  "outputs": [
    {"key": "y", "name": "y", "at": [2.0, 0.5], "source": "s1"}
  ],
  "blocks": {}
}
"""
    )


def doubled(circuit: Circuit, name: str) -> Circuit:
    """Two of them in a row, not one object used twice."""
    again = Circuit(circuit.inputs, circuit.nodes, circuit.outputs, circuit.name)
    nodes = (
        Block("g1", "g₁", circuit, (Source("x1"), Source("x2"))),
        Block("g2", "g₂", again, (Source("g1"), Source("x2"))),
    )
    return Circuit(circuit.inputs, nodes, (Output("y", "y", Source("g2")),), name)


def test_a_block_is_written_once_however_often_it_is_used() -> None:
    circuit = gate("XOR")
    for level in range(10):
        circuit = doubled(circuit, f"LEVEL{level}")
    text = to_json(circuit)  # 1,024 times XOR
    assert text.count('"NAND"') == 1
    assert len(text) < 10_000
    assert from_json(text, "") == circuit


def test_different_blocks_of_one_name_are_kept_apart() -> None:
    names = ["XOR", "XOR", "", "XOR 2", "키" * 200]
    inner = [Circuit((), (Unit("s", "s", (), k / 10),), (), name) for k, name in enumerate(names)]
    nodes = tuple(Block(f"g{k}", "g", each) for k, each in enumerate(inner))
    circuit = Circuit((), nodes, (), "")
    assert from_json(to_json(circuit), "") == circuit


def test_what_could_not_be_opened_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    save_circuit(path, gate("AND"))
    for name in ("long" * 100, "be\all", "\ud800"):
        with pytest.raises(FileFormatError):
            save_circuit(path, Circuit(name=name))
    assert load_circuit(path) == gate("AND")


@given(st.text(st.characters(), max_size=300))
def test_any_name_can_be_made_fit_to_be_saved(text: str) -> None:
    circuit = Circuit(name=as_name(text))
    assert from_json(to_json(circuit), "") == circuit
    assert as_name("반가산기 ½") == "반가산기 ½"


def test_what_is_copied_and_put_in_boxes_can_still_be_opened_however_long_its_names() -> None:
    long = "n" * 200
    unit = Unit(long, long, (Wire(Source("x1"), 1.0),))
    circuit = Circuit((Input("x1", "x₁"),), (unit,), (Output("y", long, Source(long)),))
    for _ in range(12):
        circuit, keys = paste(circuit, circuit)
        circuit = remove(circuit, keys - {max(keys)})
    assert from_json(to_json(circuit), "") == circuit
    half = gate("HALF_ADDER")
    circuit = Circuit(half.inputs, (Block("g1", "b" * 24, half, (Source("x1"), Source("x2"))),))
    for _ in range(20):  # the outputs of each box are called after the box inside
        circuit, _ = collapse(circuit, [circuit.nodes[0].key], "b" * 24)
    assert from_json(to_json(circuit), "") == circuit


def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "a.json", tmp_path):
        with pytest.raises(FileFormatError) as caught:
            save_circuit(path, gate("AND"))
        assert caught.value.problem == "unwritable"


def test_fields_that_are_not_known_are_left_alone() -> None:
    whole = json.loads(to_json(gate("FULL_ADDER")))
    whole["made by"] = {"a": [None, True, [[1e300]]]}
    whole["nodes"][2]["colour"] = "red"
    whole["blocks"]["HALF_ADDER"]["note"] = None
    assert from_json(json.dumps(whole), "") == gate("FULL_ADDER")


def test_numbers_may_be_written_without_a_point_and_a_file_may_begin_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "and.json"
    text = to_json(gate("AND")).replace("0.0,", "0,")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert load_circuit(path) == gate("AND")
    assert from_json("\ufeff" + text, "") == gate("AND")


# What is wrong with a file


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (None, "missing"),
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00", "not-circuit"),
        ('{"a": 1}'.encode("utf-16"), "not-circuit"),
        (b"hello", "not-circuit"),
        (b"[1, 2]", "not-circuit"),
        (b"{}", "not-circuit"),
        (b'{"format": "other", "version": 1}', "not-circuit"),
        (b'{"format": ["mitbadak-circuit"]}', "not-circuit"),
        (b'{"format": "mitbadak-circuit", "version": 0}', "not-circuit"),
        (b" " * (MOST_BYTES + 1), "too-large"),
    ],
)
def test_something_else_than_a_circuit(tmp_path: Path, data: bytes | None, problem: str) -> None:
    path = tmp_path / "a.json"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(FileFormatError) as caught:
        load_circuit(path)
    assert caught.value.problem == problem


def test_cut_off_at_every_length() -> None:
    text = to_json(gate("FULL_ADDER")).rstrip()
    problems = {problem_of(text[:length]).problem for length in range(1, len(text))}
    assert problems == {"truncated"}


def test_not_quite_json() -> None:
    text = to_json(gate("AND"))
    bent = text.replace('"bias": -0.7', '"bias" -0.7')
    error = problem_of(bent)
    column = bent.splitlines()[9].index("-0.7") + 1
    assert error.values == place(line=10, column=column)
    assert error.problem == "not-json"
    assert problem_of(text + "{}").problem == "extra-bytes"
    assert problem_of(text.replace('"name": "AND"', "'name': 'AND'")).problem == "not-json"


def test_a_newer_version() -> None:
    error = changed(lambda whole: whole.update(version=VERSION + 1, nodes="written otherwise"))
    assert (error.problem, error.values) == ("newer-version", place(got=2, known=1))


def test_the_same_field_twice() -> None:
    error = problem_of(to_json(gate("AND")).replace('"bias": -0.7', '"bias": -0.7, "bias": 0.7'))
    assert (error.problem, error.values) == ("same-field", place(key="bias"))


@pytest.mark.parametrize(
    ("change", "where", "got", "expected"),
    [
        (lambda a: a.pop("version"), "version", "missing", "whole number"),
        (lambda a: a.update(version=True), "version", "true or false", "whole number"),
        (lambda a: a.update(version="1"), "version", "text", "whole number"),
        (lambda a: a.pop("name"), "name", "missing", "text"),
        (lambda a: a.update(name=3), "name", "number", "text"),
        (lambda a: a.pop("blocks"), "blocks", "missing", "object"),
        (lambda a: a.update(nodes={}), "nodes", "object", "list"),
        (lambda a: a["nodes"].insert(1, None), "nodes[1]", "nothing", "object"),
        (lambda a: a["nodes"][2].pop("bias"), "nodes[2].bias", "missing", "number"),
        (lambda a: a["nodes"][2].update(bias="0"), "nodes[2].bias", "text", "number"),
        (lambda a: a["nodes"][2].update(bias=False), "nodes[2].bias", "true or false", "number"),
        (lambda a: a["nodes"][2].pop("wires"), "nodes[2].wires", "missing", "list"),
        (lambda a: a["nodes"][2].update(wires=[["x1"]]), "nodes[2].wires[0][1]", "missing", "number"),
        (lambda a: a["nodes"][2].update(wires=[[None, 1]]), "nodes[2].wires[0][0]", "nothing", "text"),
        (lambda a: a["nodes"][2].update(wires=[[["g1", 0.5], 1]]), "nodes[2].wires[0][0][1]", "number",
         "whole number"),
        (lambda a: a["nodes"][2].update(at=[1]), "nodes[2].at[1]", "missing", "number"),
        (lambda a: a["nodes"][0].update(key=None), "nodes[0].key", "nothing", "text"),
        (lambda a: a["nodes"][0].update(block=1), "nodes[0].block", "number", "text"),
        (lambda a: a["outputs"][1].pop("source"), "outputs[1].source", "missing", "text"),
        (lambda a: a["blocks"].update(HALF_ADDER=[]), "blocks.HALF_ADDER", "list", "object"),
        (lambda a: a["blocks"]["HALF_ADDER"]["inputs"][1].update(name=[]), "blocks.HALF_ADDER.inputs[1].name",
         "list", "text"),
    ],
)  # fmt: skip
def test_a_field_that_is_missing_or_of_another_kind(
    change: Callable[[JSON], object], where: str, got: str, expected: str
) -> None:
    error = changed(change)
    assert error.problem == "field"
    assert error.values == place(where=where, got=got, expected=expected)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400", "-1" + "0" * 5000, "1000000001"])
@pytest.mark.parametrize("field", ['"bias": ', '["x1", ', '"at": [0.0, '])
def test_what_is_no_number_that_can_be_reckoned_with(number: str, field: str) -> None:
    text = to_json(gate("AND"))
    start = text.index(field) + len(field)
    end = min(text.find(mark, start) for mark in ",]" if text.find(mark, start) > 0)
    error = problem_of(text[:start] + number + text[end:])
    assert error.problem == "circuit-number"
    assert error.values["where"] in ("nodes[0].bias", "nodes[0].wires[0][1]", "inputs[0].at[1]")


@pytest.mark.parametrize(
    ("name", "problem", "values"),
    [
        ("x" * 201, "long-text", {"got": 201, "limit": 200}),
        ("x" * 10**6, "long-text", {"got": 10**6, "limit": 200}),
        ("a\nb", "bad-letter", {"got": "U+000A"}),
        ("\x07", "bad-letter", {"got": "U+0007"}),
        ("\u2028", "bad-letter", {"got": "U+2028"}),
        ("\ud800", "bad-letter", {"got": "U+D800"}),
    ],
)
def test_names_that_cannot_be_shown(name: str, problem: str, values: JSON) -> None:
    error = changed(lambda whole: whole["nodes"][2].update(name=name))
    assert (error.problem, error.values) == (problem, place(where="nodes[2].name", **values))


# What is wrong with the circuit in it


def test_a_cycle() -> None:
    def close(whole: JSON) -> None:
        whole["blocks"]["HALF_ADDER"]["nodes"][0]["wires"][0][0] = "s3"

    error = changed(close)
    assert error.problem == "circuit-cycle"
    node = error.values["node"]
    assert node in ("s1", "s3")
    assert error.values["where"] == f"blocks.HALF_ADDER.nodes[{0 if node == 's1' else 2}]"


def test_a_wire_to_nowhere() -> None:
    error = changed(lambda whole: whole["nodes"][2]["wires"][1].__setitem__(0, "g9\n"))
    assert error.problem == "circuit-no-source"
    assert error.values == place(where="nodes[2]", node="s1", source="g9\\n", pin=0)
    error = changed(lambda whole: whole["outputs"][0].update(source=["g2", -1]))
    assert error.values == place(where="outputs[0]", node="sum", source="g2", pin=-1)


def test_the_same_key_twice() -> None:
    error = changed(lambda whole: whole["outputs"][1].update(key="x1"))
    assert (error.problem, error.values) == ("circuit-same-key", place(where="outputs[1]", node="x1"))


def test_a_block_with_other_inputs_than_it_has() -> None:
    error = changed(lambda whole: whole["nodes"][1]["sources"].append(None))
    assert error.problem == "circuit-block-inputs"
    assert error.values == place(where="nodes[1]", node="g2", got=3, expected=2)


def test_a_block_that_is_missing() -> None:
    error = changed(lambda whole: whole["blocks"].clear())
    assert (error.problem, error.values) == ("missing-block", place(where="nodes[0]", block="HALF_ADDER"))


@pytest.mark.parametrize("length", [1, 2, 5])
@pytest.mark.parametrize("used", [False, True])
def test_blocks_that_contain_themselves(length: int, used: bool) -> None:
    def circle(whole: JSON) -> None:
        for k in range(length):
            inside = {"key": "g", "name": "g", "at": [0, 0], "block": f"b{(k + 1) % length}", "sources": []}
            whole["blocks"][f"b{k}"] = {"name": "b", "inputs": [], "nodes": [inside], "outputs": []}
        if used:
            whole["nodes"].append({**inside, "key": "g9"})

    error = changed(circle)
    assert error.problem == "block-cycle"
    assert error.values == place(where=f"blocks.b{length - 1}.nodes[0]", block="b0")


# What asks for too much

HEAD = '{"format": "mitbadak-circuit", "version": 1, "name": "", "inputs": [], "outputs": [], '


def nodes(one: str, count: int) -> str:
    return HEAD + '"blocks": {}, "nodes": [' + ",".join([one] * count) + "]}"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (nodes("{}", 10**6), "values"),
        (nodes("0", 10**6), "values"),
        (nodes("{}", 100_000), "nodes"),
        (nodes("0", 400_000), "nodes"),
        (nodes("{}", 2_001), "nodes"),
        ('{"a":' + "[" * 1000 + "]" * 1000 + "}", "lists"),
        ('{"a":' * 100_000, "lists"),
        ('{"a":' + "[" * 7_000_000, "values"),
        (HEAD + '"nodes": [], "blocks": {' + ",".join(f'"{k}": 0' for k in range(3000)) + "}}", "blocks"),
        (nodes("", 0).replace('"inputs": []', '"inputs": [' + "0, " * 16 + "0]"), "inputs"),
        (nodes("", 0).replace('"outputs": []', '"outputs": [' + "0, " * 9999 + "0]"), "outputs"),
    ],
)
def test_too_much_of_something_is_counted_before_anything_is_built(text: str, what: str) -> None:
    tracemalloc.start()
    error = problem_of(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert error.problem == "circuit-too-many"
    assert error.values["what"] == what
    assert most < 150_000_000


def test_text_that_never_ends_takes_no_time() -> None:
    assert problem_of('{"' + '\\"' * 3_000_000).problem == "truncated"
    assert problem_of("{" + '""' * 3_000_000).problem == "not-json"
    assert problem_of("[" * 1_000_000).problem == "not-circuit"
    assert problem_of("x" * (MOST_BYTES + 1)).problem == "too-large"


@pytest.mark.parametrize(("wide", "levels"), [(1, 40), (1, 3000), (2, 30), (100, 5)])
def test_blocks_inside_blocks_that_unfold_without_end(wide: int, levels: int) -> None:
    blocks = {}
    for k in range(levels):
        inside = [
            {"key": f"g{n}", "name": "", "at": [0, 0], "block": f"b{k + 1}", "sources": []}
            for n in range(wide)
        ]
        blocks[f"b{k}"] = {"name": "", "inputs": [], "nodes": inside if k < levels - 1 else [], "outputs": []}
    assert changed(lambda whole: whole.update(blocks=blocks, nodes=[])).problem == "circuit-too-many"


# Chance

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5), lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ), max_leaves=20,
)  # fmt: skip


def opened(text: str) -> None:
    """Nothing but a FileFormatError may come out, or a circuit that can be saved again."""
    try:
        circuit = from_json(text, "")
    except FileFormatError:
        return
    assert from_json(to_json(circuit), "") == circuit


@given(circuits(), st.data())
def test_bits_turned_over(
    tmp_path_factory: pytest.TempPathFactory, circuit: Circuit, data: st.DataObject
) -> None:
    bent = bytearray(to_json(circuit).encode())
    for bit in data.draw(st.lists(st.integers(0, 8 * len(bent) - 1), min_size=1, max_size=4)):
        bent[bit // 8] ^= 1 << bit % 8
    path = tmp_path_factory.getbasetemp() / "bent.json"
    path.write_bytes(bent)
    try:
        circuit = load_circuit(path)
    except FileFormatError:
        return
    assert from_json(to_json(circuit), "") == circuit


@given(VALUES)
def test_any_json(value: object) -> None:
    opened(json.dumps(value))


def spots(value: object) -> list[tuple[Any, Any]]:
    """Every place in the value: what holds it, and under which name."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [spot for key, inner in pairs for spot in ((value, key), *spots(inner))]


@given(circuits(max_nodes=4), st.data())
def test_any_value_anywhere(circuit: Circuit, data: st.DataObject) -> None:
    whole = json.loads(to_json(circuit))
    for _ in range(data.draw(st.integers(1, 3))):
        found = spots(whole)
        holder, key = data.draw(st.sampled_from(found))
        other, name = data.draw(st.sampled_from(found))
        if data.draw(st.booleans()):
            del holder[key]
        else:
            holder[key] = data.draw(st.one_of(VALUES, st.just(json.loads(json.dumps(other[name])))))
        if not spots(whole):
            break
    opened(json.dumps(whole))


@given(st.text(max_size=50))
def test_any_text(text: str) -> None:
    opened(text)
    opened("{" + text)
