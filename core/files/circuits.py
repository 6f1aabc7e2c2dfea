"""Circuits as files: a small JSON that can be read and written by hand.

{
  "format": "mitbadak-circuit", "version": 1, "name": "AND",
  "inputs": [{"key": "x1", "name": "x₁", "at": [0.0, 0.0]}, {"key": "x2", "name": "x₂", "at": [0.0, 1.0]}],
  "nodes": [
    {"key": "s1", "name": "AND", "at": [1.0, 0.5], "bias": -0.7, "wires": [["x1", 0.5], ["x2", 0.5]]}
  ],
  "outputs": [{"key": "y", "name": "y", "at": [2.0, 0.5], "source": "s1"}],
  "blocks": {}
}

A source is a key; one of several signals of a block is a key and the place of the signal, counted from 0:
["g1", 1]. Nothing is written as null. The circuit of a block is written once, under "blocks", however often
it is used: a node then has "block", the name there, and "sources" in place of bias and wires. Fields that
are not known are left alone.
"""

import json
from pathlib import Path

from core.circuit import (
    LARGEST,
    MOST_INPUTS,
    MOST_LEVELS,
    MOST_NODES,
    Block,
    Circuit,
    Input,
    Node,
    Output,
    Place,
    Source,
    Unit,
    Wire,
)
from core.errors import CircuitError, CircuitProblem, FileFormatError, FileProblem
from core.files.arrays import shown
from core.files.disk import read_bytes, write_atomically
from core.files.json_text import read_json
from core.files.json_values import LONGEST, Value

FORMAT = "mitbadak-circuit"
VERSION = 1
MOST_BYTES = 2**23  # 8 MiB: 20,000 perceptrons, all different, take 3


def save_circuit(path: str | Path, circuit: Circuit) -> None:
    """Write the circuit to a file: all of it, or, where that fails, nothing.

    Raises FileFormatError: unwritable; and what `from_json` raises, where the circuit has something that
    could not be opened again, such as a name of a thousand letters.
    """
    text = to_json(circuit)
    from_json(text, path)
    write_atomically(Path(path), text.encode("utf-8"))


def load_circuit(path: str | Path) -> Circuit:
    """Open a file that `save_circuit` has written, or somebody by hand.

    Raises FileFormatError: missing, not-a-file, unreadable, empty, too-large, and what `from_json` raises.
    """
    data = read_bytes(Path(path), MOST_BYTES)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileFormatError(path, "not-circuit") from error
    return from_json(text, path)


# Writing


def to_json(circuit: Circuit) -> str:
    """The circuit as text, one line for each part. Numbers come back exactly as they were."""
    blocks: dict[str, object] = {}
    described = _described(circuit, blocks, {}, {})
    whole = {"format": FORMAT, "version": VERSION, **described, "blocks": blocks}
    return _written(whole) + "\n"


def _described(
    circuit: Circuit, blocks: dict[str, object], by_text: dict[str, str], by_id: dict[int, str]
) -> dict[str, object]:
    """The circuit in plain values. The circuits of its blocks are put into `blocks`, those inside first.

    by_text and by_id: the names that circuits have got there, so that none is put in twice. A circuit
    that was met before is known by its id, without being gone through again.
    """
    for node in circuit.nodes:
        if isinstance(node, Block) and id(node.circuit) not in by_id:
            inner = _described(node.circuit, blocks, by_text, by_id)
            text = json.dumps([inner])
            if text not in by_text:
                by_text[text] = _free_name(node.circuit.name, blocks)
                blocks[by_text[text]] = inner
            by_id[id(node.circuit)] = by_text[text]
    return {
        "name": circuit.name,
        "inputs": [_part(each) for each in circuit.inputs],
        "nodes": [_node(node, by_id) for node in circuit.nodes],
        "outputs": [{**_part(each), "source": _source(each.source)} for each in circuit.outputs],
    }


def _free_name(name: str, taken: dict[str, object]) -> str:
    """The name, or the name with a number, under which nothing is there yet."""
    stem = name[: LONGEST // 2] or "block"
    number, free = 1, stem
    while free in taken:
        number += 1
        free = f"{stem} {number}"
    return free


def _part(part: Input | Node | Output) -> dict[str, object]:
    return {"key": part.key, "name": part.name, "at": [float(part.at.column), float(part.at.row)]}


def _node(node: Node, names: dict[int, str]) -> dict[str, object]:
    if isinstance(node, Block):
        sources = [_source(each) for each in node.sources]
        return {**_part(node), "block": names[id(node.circuit)], "sources": sources}
    wires = [[_source(wire.source), float(wire.weight)] for wire in node.wires]
    return {**_part(node), "bias": float(node.bias), "wires": wires}


def _source(source: Source | None) -> str | list[str | int] | None:
    if source is None:
        return None
    return [source.node, source.pin] if source.pin else source.node


def _written(value: object, indent: str = "") -> str:
    """JSON with a part of a circuit in each line."""
    inner = indent + "  "
    if isinstance(value, dict) and value and "key" not in value:
        lines = [
            f"{inner}{json.dumps(k, ensure_ascii=False)}: {_written(v, inner)}" for k, v in value.items()
        ]
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(inner + _written(each, inner) for each in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


# Reading


def from_json(text: str, path: str | Path) -> Circuit:
    """The circuit that `to_json` wrote. path: only for the errors, which name it.

    Raises FileFormatError: what `read_json` raises; too-large; not-circuit; newer-version; field where
    something is missing or of another kind; long-text and bad-letter for names; missing-block and
    block-cycle; and for all that a CircuitError would say, a problem that begins with circuit-.
    """
    if len(text) > MOST_BYTES:
        raise FileFormatError(path, "too-large", size=len(text), limit=MOST_BYTES)
    whole = Value(read_json(text.removeprefix("\ufeff"), path), path)
    if "format" not in whole or whole["format"].value != FORMAT:
        raise FileFormatError(path, "not-circuit")
    version = whole["version"].whole_number()
    if version > VERSION:
        raise FileFormatError(path, "newer-version", got=version, known=VERSION)
    if version < 1:
        raise FileFormatError(path, "not-circuit")
    return _Blocks(whole["blocks"]).whole(whole)


class _Blocks:
    """The circuits of a file, built from the inside out, each once."""

    def __init__(self, blocks: Value) -> None:
        self._blocks = blocks
        self._built: dict[str, Circuit] = {}

    def whole(self, value: Value) -> Circuit:
        names = self._blocks.fields()
        if len(names) > MOST_NODES:
            raise self._blocks.error("circuit-too-many", what="blocks", got=len(names), limit=MOST_NODES)
        for name in names:
            self._block(name, self._blocks, ())
        return self._circuit(value, ())

    def _block(self, name: str, asked: Value, inside: tuple[str, ...]) -> Circuit:
        """The circuit of this name. asked: where it is used; inside: the blocks around that place."""
        if name not in self._blocks:
            raise asked.error("missing-block", block=shown(name))
        if name in inside:
            raise asked.error("block-cycle", block=shown(name))
        if len(inside) >= MOST_LEVELS:
            raise asked.error("circuit-too-many", what="levels", got=len(inside) + 1, limit=MOST_LEVELS)
        if name not in self._built:
            self._built[name] = self._circuit(self._blocks[name], (*inside, name))
        return self._built[name]

    def _circuit(self, value: Value, inside: tuple[str, ...]) -> Circuit:
        parts = {kind: value[kind].items() for kind in ("inputs", "nodes", "outputs")}
        for kind, most in (("inputs", MOST_INPUTS), ("nodes", MOST_NODES), ("outputs", MOST_NODES)):
            if len(parts[kind]) > most:
                raise value[kind].error("circuit-too-many", what=kind, got=len(parts[kind]), limit=most)
        name = value["name"].text()
        inputs = tuple(Input(*_key_and_name(each), _place(each)) for each in parts["inputs"])
        nodes = tuple(self._node(each, inside) for each in parts["nodes"])
        outputs = tuple(
            Output(*_key_and_name(each), _source_from(each["source"]), _place(each))
            for each in parts["outputs"]
        )
        try:
            return Circuit(inputs, nodes, outputs, name)
        except CircuitError as error:
            raise _as_file_error(error, value, parts) from error

    def _node(self, value: Value, inside: tuple[str, ...]) -> Node:
        key, name, at = *_key_and_name(value), _place(value)
        if "block" in value:
            circuit = self._block(value["block"].key(), value, inside)
            return Block(key, name, circuit, tuple(map(_source_from, value["sources"].items())), at)
        wires = tuple(map(_wire, value["wires"].items()))
        return Unit(key, name, wires, value["bias"].number(LARGEST), at)


def _key_and_name(value: Value) -> tuple[str, str]:
    return value["key"].key(), value["name"].text()


def _place(value: Value) -> Place:
    column, row = value["at"].items(length=2)
    return Place(column.number(LARGEST), row.number(LARGEST))


def _wire(value: Value) -> Wire:
    where, weight = value.items(length=2)
    source = _source_from(where)
    if source is None:
        raise where.other_than("text")
    return Wire(source, weight.number(LARGEST))


def _source_from(value: Value) -> Source | None:
    if value.kind == "nothing":
        return None
    if value.kind != "list":
        return Source(value.key())
    node, pin = value.items(length=2)
    return Source(node.key(), pin.whole_number())


# What a file problem is called that a CircuitError found, and where in the file the part stands
_PROBLEMS: dict[CircuitProblem, FileProblem] = {
    "cycle": "circuit-cycle",
    "same-key": "circuit-same-key",
    "no-source": "circuit-no-source",
    "block-inputs": "circuit-block-inputs",
    "number": "circuit-number",
    "too-many": "circuit-too-many",
}


def _as_file_error(error: CircuitError, circuit: Value, parts: dict[str, list[Value]]) -> FileFormatError:
    """The same, with the place in the file: of two parts with one key, the second."""
    values = {k: shown(v) if isinstance(v, str) else v for k, v in error.values.items()}
    places = [
        each for kind in parts.values() for each in kind if each["key"].value == error.values.get("node")
    ]
    return (places[-1] if places else circuit).error(_PROBLEMS[error.problem], **values)
