"""What each instruction of a pickle does to the stack.

They come in families (push this, push what follows, put into the container below), since a newer
protocol has shorter forms of what an older one could do: protocol 0 is lines of text, later ones
are binary. The table at the end of the file has them all.

Source: Python's own pickletools.py, which describes every instruction.
"""

import re
import struct
from collections.abc import Callable, Hashable
from types import NoneType

from core.errors import FileFormatError
from core.files.pickle_machine import NO_STATE, Call, Instruction, Machine, Name

MAX_DIGITS = 300  # of an integer
ESCAPED = re.compile(rb"""(?:[^\\]++|\\(?:[abfnrtv\\'"]|x[0-9a-f]{2}))*+""")


def record(data: bytes, path: str, known_names: frozenset[str]) -> object:
    """Follow the instructions in `data`. Returns plain values and containers, with Calls in between.

    known_names: the functions and classes that may be mentioned, as "module.name".
    Raises UnsafePickleError for any other, and FileFormatError (truncated, extra-bytes, corrupt,
    pickle-opcode, dict-key, too-complex) for what is not the pickle of plain data.
    """
    return Machine(data, path, known_names).run(INSTRUCTIONS)


def check_key(value: object, path: str) -> Hashable:
    """`value`, if it can be a key of a dict or a member of a set: text or a number, on its own."""
    if not isinstance(value, (str, bytes, int, float, NoneType)):
        got = value.name if isinstance(value, Call) else type(value).__name__
        raise FileFormatError(path, "dict-key", got=got)
    if isinstance(value, int) and abs(value) >= 2**63:  # large integers can be made to hash alike
        raise FileFormatError(path, "dict-key", got="int")
    return value


def _push(value: object) -> Instruction:
    return lambda machine: machine.push(value)


def _push_number(form: str) -> Instruction:
    return lambda machine: machine.push(machine.number(form))


def _push_counted(form: str, decode: Callable[[bytes], object]) -> Instruction:
    """Push something whose length stands before it."""
    return lambda machine: machine.push(decode(machine.take(machine.number(form))))


def _push_line(decode: Callable[[bytes], object]) -> Instruction:
    """Push something that is written out as a line of text, as protocol 0 does."""
    return lambda machine: machine.push(decode(machine.line()))


def _push_tuple(count: int) -> Instruction:
    return lambda machine: machine.push(machine.top_values(count))


def _push_from_mark(make: Callable[[list[object]], object]) -> Instruction:
    return lambda machine: machine.push(make(machine.above_mark()))


def _put(index: Callable[[Machine], int]) -> Instruction:
    def put(machine: Machine) -> None:
        machine.memo[index(machine)] = machine.stack[-1]

    return put


def _get(index: Callable[[Machine], int]) -> Instruction:
    return lambda machine: machine.push(machine.memo[index(machine)])


def _text(data: bytes) -> str:
    return data.decode("utf-8")


def _old_text(data: bytes) -> str:
    """What Python 2 called str: bytes that may be text. One letter for each byte loses nothing."""
    return data.decode("latin-1")


def _quoted(line: bytes) -> str:
    """A Python 2 str, written as in a program: 'W1' or '\\x00'."""
    if len(line) < 2 or line[:1] not in (b"'", b'"') or line[-1:] != line[:1]:
        raise ValueError
    if not ESCAPED.fullmatch(line[1:-1]):
        raise ValueError
    return line[1:-1].decode("unicode-escape")


def _escaped(line: bytes) -> str:
    return line.decode("raw-unicode-escape")


def _integer(line: bytes) -> int | bool:
    if line in (b"00", b"01"):  # protocol 0 writes False and True in this way
        return line == b"01"
    return _long(line)


def _long(line: bytes) -> int:
    if len(line) > MAX_DIGITS:
        raise ValueError
    return int(line.removesuffix(b"L"))


def _long_bytes(data: bytes) -> int:
    if len(data) > MAX_DIGITS // 3:
        raise ValueError
    return int.from_bytes(data, "little", signed=True)


def _float_bytes(machine: Machine) -> None:
    (value,) = struct.unpack(">d", machine.take(8))
    machine.push(value)


def _protocol(machine: Machine) -> None:
    if machine.number("<B") > 5:
        raise ValueError


def _frame(machine: Machine) -> None:
    """A frame only says how much may be read at once; all is read already."""
    if machine.number("<Q") > len(machine.data) - machine.at:
        raise FileFormatError(machine.path, "truncated")


def _mark(machine: Machine) -> None:
    machine.stacks_below.append(machine.stack)
    machine.stack = []


def _pop(machine: Machine) -> None:
    if machine.stack:
        machine.stack.pop()
    else:
        machine.above_mark()


def _pop_mark(machine: Machine) -> None:
    machine.above_mark()


def _duplicate(machine: Machine) -> None:
    machine.push(machine.stack[-1])


def _pairs(machine: Machine, values: list[object]) -> dict[object, object]:
    return {check_key(key, machine.path): value for key, value in zip(values[::2], values[1::2], strict=True)}


def _dict(machine: Machine) -> None:
    machine.push(_pairs(machine, machine.above_mark()))


def _frozenset(machine: Machine) -> None:
    machine.push(frozenset(check_key(value, machine.path) for value in machine.above_mark()))


def _append(machine: Machine, values: list[object]) -> None:
    target = machine.stack[-1]
    if type(target) is not list:
        raise ValueError
    target.extend(values)


def _set_items(machine: Machine, values: list[object]) -> None:
    target = machine.stack[-1]
    if type(target) is not dict:
        raise ValueError
    target.update(_pairs(machine, values))


def _add_items(machine: Machine) -> None:
    values = machine.above_mark()
    target = machine.stack[-1]
    if type(target) is not set:
        raise ValueError
    target.update(check_key(value, machine.path) for value in values)


def _global(machine: Machine) -> None:
    module, name = machine.line(), machine.line()
    machine.mention(f"{_text(module)}.{_text(name)}")


def _stack_global(machine: Machine) -> None:
    module, name = machine.top_values(2)
    if not isinstance(module, str) or not isinstance(name, str):
        raise ValueError
    machine.mention(f"{module}.{name}")


def _reduce(machine: Machine) -> None:
    """Here Python would call the function."""
    function, arguments = machine.top_values(2)
    if not isinstance(function, Name) or type(arguments) is not tuple:
        raise ValueError
    machine.push(Call(function.text, arguments))


def _build(machine: Machine) -> None:
    """Here Python would call __setstate__ of what the function returned, or fill its __dict__."""
    state = machine.stack.pop()
    target = machine.stack[-1]
    if not isinstance(target, Call) or target.state is not NO_STATE:
        raise ValueError
    target.state = state


def _instance(machine: Machine) -> None:
    """Python 1 fetched a class and called it in one instruction."""
    _global(machine)
    _refuse("INST")(machine)


def _refuse(opcode: str) -> Instruction:
    """Other ways to call, and things outside the file: no pickle of plain data has them."""

    def refuse(machine: Machine) -> None:
        raise FileFormatError(machine.path, "pickle-opcode", opcode=opcode)

    return refuse


INSTRUCTIONS: dict[bytes, Instruction] = {
    b"\x80": _protocol,
    b"\x95": _frame,
    # single values
    b"N": _push(None),
    b"\x88": _push(True),
    b"\x89": _push(False),
    b"K": _push_number("<B"),
    b"M": _push_number("<H"),
    b"J": _push_number("<i"),
    b"\x8a": _push_counted("<B", _long_bytes),
    b"\x8b": _push_counted("<i", _long_bytes),
    b"I": _push_line(_integer),
    b"L": _push_line(_long),
    b"F": _push_line(float),
    b"G": _float_bytes,
    # bytes and text
    b"C": _push_counted("<B", bytes),
    b"B": _push_counted("<I", bytes),
    b"\x8e": _push_counted("<Q", bytes),
    b"\x96": _push_counted("<Q", bytes),  # a bytearray, which nobody here will change
    b"X": _push_counted("<I", _text),
    b"\x8c": _push_counted("<B", _text),
    b"\x8d": _push_counted("<Q", _text),
    b"U": _push_counted("<B", _old_text),
    b"T": _push_counted("<i", _old_text),
    b"S": _push_line(_quoted),
    b"V": _push_line(_escaped),
    # containers
    b"(": _mark,
    b")": _push_tuple(0),
    b"\x85": _push_tuple(1),
    b"\x86": _push_tuple(2),
    b"\x87": _push_tuple(3),
    b"t": _push_from_mark(tuple),
    b"]": lambda machine: machine.push([]),
    b"l": _push_from_mark(list),
    b"a": lambda machine: _append(machine, [machine.stack.pop()]),
    b"e": lambda machine: _append(machine, machine.above_mark()),
    b"}": lambda machine: machine.push({}),
    b"d": _dict,
    b"s": lambda machine: _set_items(machine, list(machine.top_values(2))),
    b"u": lambda machine: _set_items(machine, machine.above_mark()),
    b"\x8f": lambda machine: machine.push(set()),
    b"\x90": _add_items,
    b"\x91": _frozenset,
    # the stack and the memo
    b"0": _pop,
    b"1": _pop_mark,
    b"2": _duplicate,
    b"p": _put(lambda machine: _long(machine.line())),
    b"q": _put(lambda machine: machine.number("<B")),
    b"r": _put(lambda machine: machine.number("<I")),
    b"\x94": _put(lambda machine: len(machine.memo)),
    b"g": _get(lambda machine: _long(machine.line())),
    b"h": _get(lambda machine: machine.number("<B")),
    b"j": _get(lambda machine: machine.number("<I")),
    # names and calls
    b"c": _global,
    b"\x93": _stack_global,
    b"R": _reduce,
    b"b": _build,
    # refused
    b"i": _instance,
    b"o": _refuse("OBJ"),
    b"\x81": _refuse("NEWOBJ"),
    b"\x92": _refuse("NEWOBJ_EX"),
    b"P": _refuse("PERSID"),
    b"Q": _refuse("BINPERSID"),
    b"\x82": _refuse("EXT1"),
    b"\x83": _refuse("EXT2"),
    b"\x84": _refuse("EXT4"),
    b"\x97": _refuse("NEXT_BUFFER"),
    b"\x98": _refuse("READONLY_BUFFER"),
}
