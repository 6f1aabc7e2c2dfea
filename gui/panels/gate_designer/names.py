"""What gates and functions are called on the screen, in the language of the person who reads it."""

from functools import cache

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.circuit import Circuit, table
from core.gates import LIBRARY, gate, name_of_two
from core.shapes import Array

translate = QCoreApplication.translate

# Those of the 16 functions of two inputs that people know by name, the book's first.
COMMON = ("AND", "NAND", "OR", "XOR", "NOR", "XNOR")


def gate_name(key: str) -> str:
    """What a gate of the library is called: AND, half adder."""
    return {
        "MAJORITY": translate("gate_designer", "majority"),
        "HALF_ADDER": translate("gate_designer", "half adder"),
        "FULL_ADDER": translate("gate_designer", "full adder"),
        "ADDER_2BIT": translate("gate_designer", "2-bit adder"),
    }.get(key, key)


def object_stem(key: str) -> str:
    """HALF_ADDER as it stands in object names: HalfAdder."""
    return "".join(word.capitalize() for word in key.split("_"))


def function_name(key: str, first: str = "x₁", second: str = "x₂") -> str:
    """What one of core.gates.TWO_INPUT_NAMES is called: XOR, x₁ and not x₂. The inputs by their names."""
    return {
        "FALSE": translate("gate_designer", "always 0"),
        "TRUE": translate("gate_designer", "always 1"),
        "x1": "{first}",
        "x2": "{second}",
        "NOT x1": translate("gate_designer", "not {first}"),
        "NOT x2": translate("gate_designer", "not {second}"),
        "x1 AND NOT x2": translate("gate_designer", "{first} and not {second}"),
        "x2 AND NOT x1": translate("gate_designer", "{second} and not {first}"),
        "x1 OR NOT x2": translate("gate_designer", "{first} or not {second}"),
        "x2 OR NOT x1": translate("gate_designer", "{second} or not {first}"),
    }.get(key, key.replace("{", "{{")).format(first=first, second=second)


@cache
def _library() -> dict[tuple[int, int, bytes], str]:
    """Every gate of the library by what it does: its inputs, its outputs, its truth table."""
    return {
        (len(circuit.inputs), len(circuit.outputs), _bits(table(circuit).outputs)): key
        for key in reversed(LIBRARY)
        for circuit in (gate(key),)
    }


def _bits(outputs: Array) -> bytes:
    return (np.asarray(outputs) > 0.5).tobytes()


def library_key(inputs: int, outputs: Array) -> str:
    """The gate of the library that does this, or "" where there is none.

    outputs: (rows, m) what comes out in each row; above 0.5 counts as 1, and nan as nothing.
    """
    outputs = np.asarray(outputs)
    if np.isnan(outputs).any():
        return ""
    return _library().get((inputs, outputs.shape[1], _bits(outputs)), "")


def library_of(inputs: int, outputs: int) -> tuple[str, ...]:
    """The gates of the library with so many inputs and outputs."""
    known = {key: (n, m) for (n, m, _), key in _library().items()}
    return tuple(key for key in LIBRARY if known.get(key) == (inputs, outputs))


def gate_outputs(key: str) -> Array:
    """(rows, m) what a gate of the library gives."""
    return table(gate(key)).outputs


def names_of(circuit: Circuit, outputs: Array) -> tuple[str, ...]:
    """What a circuit with these outputs is: the gate of the library, or the name of each function of two
    inputs; () where it has no name.

    outputs: (rows, m) what comes out, or what is wanted, in each row.
    """
    outputs = np.asarray(outputs)
    if outputs.shape[1] == 0 or np.isnan(outputs).any():
        return ()
    inputs = [each.name for each in circuit.inputs]
    key = library_key(len(inputs), outputs)
    if key:
        return (gate_name(key),)
    if len(inputs) != 2:
        return ()
    return tuple(
        function_name(name_of_two([int(value > 0.5) for value in column]), *inputs) for column in outputs.T
    )


def joined_names(circuit: Circuit, names: tuple[str, ...]) -> str:
    """XOR; or for several outputs, sum: XOR, carry: AND."""
    if len(names) == len(circuit.outputs) > 1:
        pairs = zip(circuit.outputs, names, strict=True)
        return ", ".join(f"{output.name}: {name}" for output, name in pairs)
    return ", ".join(names)


def gate_text(circuit: Circuit, outputs: Array) -> str:
    """Which gate is this? "This is XOR", "This is a half adder"; "" where it has no name."""
    key = library_key(len(circuit.inputs), outputs) if np.asarray(outputs).shape[1] else ""
    with_article = {
        "MAJORITY": translate("gate_designer", "the majority of three"),
        "HALF_ADDER": translate("gate_designer", "a half adder"),
        "FULL_ADDER": translate("gate_designer", "a full adder"),
        "ADDER_2BIT": translate("gate_designer", "a 2-bit adder"),
    }
    name = with_article.get(key) or joined_names(circuit, names_of(circuit, outputs))
    return translate("gate_designer", "This is {name}").format(name=name) if name else ""
