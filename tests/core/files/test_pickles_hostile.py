"""Whatever a stranger puts into a pickle: it is refused, nothing of it runs, and it costs next to nothing."""

import builtins
import functools
import importlib
import operator
import os
import pickle
import pickletools
import struct
import subprocess
import tracemalloc
from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import FileFormatError, UnsafePickleError
from core.files import pickles

Watch = Callable[[], AbstractContextManager[None]]


class Asks:
    """Pickles as a call of any function with any arguments."""

    def __init__(self, function: Callable[..., object], *arguments: object, state: object = None) -> None:
        self.parts = (function, arguments) if state is None else (function, arguments, state)

    def __reduce__(self) -> Any:
        return self.parts


WICKED = [
    Asks(os.system, "echo hacked"),
    Asks(builtins.eval, "1+1"),
    Asks(builtins.exec, "import os"),
    Asks(builtins.__import__, "os"),
    Asks(builtins.getattr, "", "join"),
    Asks(builtins.open, "/tmp/x", "w"),
    Asks(builtins.print, "hacked"),
    Asks(builtins.bytearray, 10**10),
    Asks(subprocess.Popen, ["true"]),
    Asks(functools.partial, print, "hacked"),
    Asks(functools.reduce, operator.add, [[1], [2]]),
    Asks(operator.attrgetter, "system"),
    Asks(importlib.import_module, "this"),
    Asks(np.load, "x.npy"),
    Asks(np.fromfile, "/etc/passwd"),
    Asks(np.save, "x.npy", 1),
    Asks(np.zeros, 10**12),
    Asks(np.memmap, "x"),
    Asks(pickle.loads, b"."),
    OrderedDict(W1=1),
    np.ma.masked_array([1, 2], [0, 1]),
    np.add,
    np.random.default_rng(1),
    print,
    int,
    Path("/"),
    range(3),
    complex(1, 2),
    slice(1, 2),
    ValueError("x"),
]


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("wicked", WICKED, ids=lambda value: type(value).__name__)
def test_foreign_functions_and_classes_are_named_and_never_called(
    nothing_happens: Watch, wicked: object, protocol: int
) -> None:
    data = pickle.dumps({"params": [wicked], "W1": np.ones(2)}, protocol)
    with nothing_happens(), pytest.raises(UnsafePickleError) as info:
        pickles.loads(data, "gift.pkl")
    assert info.value.path == "gift.pkl"
    assert info.value.name in {f"{m}.{n}".removeprefix("None.") for m, n in globals_in(data)}
    assert info.value.name not in {"numpy.ndarray", "numpy.dtype"}


def globals_in(data: bytes) -> set[tuple[str, str]]:
    """All pairs of texts in the pickle that could name something."""
    texts = []
    pairs = set()
    for opcode, argument, _ in pickletools.genops(data):
        if opcode.name == "GLOBAL":
            pairs.add(tuple(argument.split(" ", 1)))
        elif isinstance(argument, str):
            texts.append(argument)
    return pairs | {(a, b) for a in texts for b in texts}


def test_the_name_says_what_was_asked_for() -> None:
    with pytest.raises(UnsafePickleError) as info:
        pickles.loads(b"cos\nsystem\n(S'rm -rf ~'\ntR.")
    assert info.value.name == "os.system"
    assert info.value.values["name"] == "os.system"


@pytest.mark.parametrize(
    "data",
    [
        b"\x80\x04\x8c\x02os\x8c\x06system\x93.",
        b"(ios\nsystem\n.",
        b"(S'echo'\nios\nsystem\n.",
        b"(cos\nsystem\nS'echo'\no.",
        b"\x80\x04\x8c\x05numpy\x8c\x12ndarray.__reduce__\x93.",
        b"\x80\x04\x8c\x11numpy.core.numpy.\x8c\x00\x93.",
        b"cnumpy.core._multiarray_umath\nfromfile\n.",
        b"cnumpy.core.multiarray\nfromfile\n.",
        b"cnumpy\ndtype.__class__\n.",
        b"c__builtin__\neval\n.",
        b"c\n\n.",
        b"ccore.files.weights\nsave_network\n.",
    ],
)
def test_every_way_of_naming_is_watched(nothing_happens: Watch, data: bytes) -> None:
    with nothing_happens(), pytest.raises(UnsafePickleError):
        pickles.loads(data)


def test_a_name_fit_to_be_shown() -> None:
    data = b"\x80\x04X" + struct.pack("<I", 50_000) + b"a" * 50_000 + b"\x8c\x06\x1b[31m\n\x93."
    with pytest.raises(UnsafePickleError) as info:
        pickles.loads(data)
    assert len(info.value.name) < 300
    with pytest.raises(UnsafePickleError) as info:
        pickles.loads(b"\x80\x04\x8c\x02os\x8c\x06\x1b[31m\n\x93.")
    assert info.value.name == r"os.\x1b[31m\n"


@pytest.mark.parametrize(
    ("data", "opcode"),
    [
        (b"\x80\x02cnumpy\nndarray\n)\x81.", "NEWOBJ"),
        (b"\x80\x04cnumpy\nndarray\n)}\x92.", "NEWOBJ_EX"),
        (b"(cnumpy\ndtype\nS'f4'\no.", "OBJ"),
        (b"(S'f4'\ninumpy\ndtype\n.", "INST"),
        (b"Pabc\n.", "PERSID"),
        (b"NQ.", "BINPERSID"),
        (b"\x82\x01.", "EXT1"),
        (b"\x83\x01\x00.", "EXT2"),
        (b"\x84\x01\x00\x00\x00.", "EXT4"),
        (b"\x97.", "NEXT_BUFFER"),
        (b"N\x98.", "READONLY_BUFFER"),
    ],
)
def test_instructions_that_plain_data_never_needs(nothing_happens: Watch, data: bytes, opcode: str) -> None:
    with nothing_happens(), pytest.raises(FileFormatError) as info:
        pickles.loads(data)
    assert (info.value.problem, info.value.values["opcode"]) == ("pickle-opcode", opcode)


def test_every_instruction_of_python_is_known() -> None:
    from core.files.pickle_instructions import INSTRUCTIONS
    from core.files.pickle_machine import STOP

    theirs = {opcode.code.encode("latin-1") for opcode in pickletools.opcodes}
    assert theirs == INSTRUCTIONS.keys() | {STOP}


ARRAY = b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(K\x00tC\x01btR"
F4 = b"cnumpy\ndtype\n(X\x02\x00\x00\x00f4K\x00K\x01tR(K\x03X\x01\x00\x00\x00<NNNK\x00K\x00K\x00tb"
TWO = b"K\x01K\x02t"
EIGHT = b"C\x08" + bytes(8)


def array(shape: bytes = TWO, dtype: bytes = F4, order: bytes = b"\x89", data: bytes = EIGHT) -> bytes:
    """A pickle of {"W1": an array}, put together from its parts."""
    return b"\x80\x03}X\x02\x00\x00\x00W1" + ARRAY + b"(K\x01(" + shape + dtype + order + data + b"tbs."


def scalar(text: bytes, data: bytes) -> bytes:
    return b"\x80\x03cnumpy.core.multiarray\nscalar\n(" + F4.replace(b"f4", text) + data + b"tR."


def from_buffer(rest: bytes) -> bytes:
    return b"\x80\x05cnumpy._core.numeric\n_frombuffer\n(C\x04abcd" + F4 + b"K\x01\x85" + rest + b"tR."


def test_the_array_that_the_next_test_bends_is_whole() -> None:
    result = pickles.loads(array())
    assert isinstance(result, dict)
    np.testing.assert_array_equal(result["W1"], np.zeros((1, 2), np.float32), strict=True)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (array(shape=b"K\x01K\x03t"), "wrong-size"),
        (array(shape=b"K\x01t"), "wrong-size"),
        (array(shape=b"J\xff\xff\xff\x7fJ\xff\xff\xff\x7ft"), "wrong-size"),
        (array(shape=b"\x8a\x08" + struct.pack("<q", 2**62) + b"t"), "corrupt"),
        (array(shape=b"J\xff\xff\xff\xffJ\xfe\xff\xff\xfft"), "corrupt"),
        (array(shape=b"\x88K\x02t"), "corrupt"),
        (array(shape=b"G?\xf0\x00\x00\x00\x00\x00\x00K\x02t"), "corrupt"),
        (array(shape=b"K\x01" * 70 + b"K\x02t"), "corrupt"),
        (array(shape=b"K\x00" + b"\x8a\x05\x00\x00\x00\x00\x01" * 3 + b"t", data=b"C\x00"), "corrupt"),
        (array(shape=b"l"), "corrupt"),
        (array(dtype=b"N"), "corrupt"),
        (array(dtype=b"X\x02\x00\x00\x00f4"), "corrupt"),
        (array(dtype=F4.replace(b"f4", b"O8")), "object-dtype"),
        (array(dtype=F4.replace(b"f4", b"V8")), "dtype"),
        (array(dtype=F4.replace(b"f4", b"f9")), "dtype"),
        (array(dtype=F4.replace(b"<", b"!")), "dtype"),
        (array(dtype=F4.replace(b"<NNN", b"<NN}")), "dtype"),
        (array(dtype=F4.replace(b"<NNN", b"<]NN")), "dtype"),
        (array(order=b"N"), "corrupt"),
        (array(data=b"N"), "corrupt"),
        (array(data=b"]"), "corrupt"),
        (array(data=b"X\x02\x00\x00\x00\xc4\x80"), "corrupt"),
        (b"\x80\x03" + ARRAY + b".", "corrupt"),
        (b"\x80\x03" + ARRAY + b"}b.", "corrupt"),
        (b"\x80\x03" + ARRAY + b"K\x01\x85b.", "corrupt"),
        (b"\x80\x03" + ARRAY + b")b)b.", "corrupt"),
        (b"\x80\x03" + ARRAY.replace(b"cnumpy\nndarray\n", b"N") + b".", "corrupt"),
        (b"\x80\x03cnumpy\nndarray\n(J\xff\xff\xff\x7ftR.", "corrupt"),
        (b"\x80\x03cnumpy\ndtype\n)R.", "corrupt"),
        (b"\x80\x03cnumpy\ndtype\n]R.", "corrupt"),
        (b"\x80\x03NNR.", "corrupt"),
        (b"\x80\x03}}b.", "corrupt"),
        (b"\x80\x03c_codecs\nencode\n(X\x01\x00\x00\x00aX\x05\x00\x00\x00rot13tR.", "corrupt"),
        (b"\x80\x03c_codecs\nencode\n(K\x01X\x06\x00\x00\x00latin1tR.", "corrupt"),
        (b"\x80\x03cbuiltins\nbytes\n(J\xff\xff\xff\x7ftR.", "corrupt"),
        (array(dtype=F4[:-2] + b"K\x00" * 20 + b"tb"), "corrupt"),
        (b"\x80\x04\x8f((K\x01K\x02t\x90.", "dict-key"),
        (scalar(b"f4", b"C\x03abc"), "wrong-size"),
        (scalar(b"b1", b"C\x01\x02"), "corrupt"),
        (scalar(b"U1", b"C\x04\xff\xff\xff\xff"), "corrupt"),
        (from_buffer(b"X\x01\x00\x00\x00Z"), "corrupt"),
        (from_buffer(b"X\x01\x00\x00\x00KK\x05\x85"), "corrupt"),
    ],
)  # fmt: skip
def test_arrays_that_lie_about_themselves(nothing_happens: Watch, data: bytes, problem: str) -> None:
    with nothing_happens(), pytest.raises(FileFormatError) as info:
        pickles.loads(data)
    assert info.value.problem == problem


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\x80\x04\x8e" + struct.pack("<Q", 10 * 2**30) + b"abc.", "truncated"),
        (b"\x80\x05\x96" + struct.pack("<Q", 10 * 2**30) + b"abc.", "truncated"),
        (b"\x80\x04\x8d" + struct.pack("<Q", 2**63) + b"abc.", "truncated"),
        (b"\x80\x04B\xff\xff\xff\xffabc.", "truncated"),
        (b"\x80\x02T\xff\xff\xff\xffabc.", "truncated"),
        (b"\x80\x04\x95" + struct.pack("<Q", 2**60) + b"N.", "truncated"),
        (b"\x80\x02\x8b\xff\xff\xff\x7f\x01.", "truncated"),
        (b"\x80\x02\x8b\xff\xff\xff\xff\x01.", "truncated"),
        (b"\x80\x02\x8b\x00\x02\x00\x00" + b"\x7f" * 512 + b".", "corrupt"),
        (b"I" + b"9" * 5000 + b"\n.", "corrupt"),
        (b"L" + b"9" * 5000 + b"L\n.", "corrupt"),
        (b"Nr\xff\xff\xff\x7f0K\x01.", None),
        (b"Np2147483647\n0K\x01.", None),
        (b"(" * 150_000 + b".", "corrupt"),
        (b"(" * 250_000 + b".", "too-complex"),
        (b"\x8f" * 199_999 + b".", "corrupt"),
        (b"]" + b"]" * 90_000 + b"a" * 90_000 + b".", "too-complex"),
        (b")" + b"\x85" * 190_000 + b".", "too-complex"),
        (b"}" + b"N)\x85s" * 1000 + b"\x85" * 100 + b".", "too-complex"),
        (b"](2" * 3 + b".", "corrupt"),
        (b"]2a.", "too-complex"),
        (b"]2" + b"2a2" * 10 + b"0" * 11 + b".", "too-complex"),
        (b"N.N.", "extra-bytes"),
        (b"\x80\x06N.", "corrupt"),
        (b"", "truncated"),
        (b".", "corrupt"),
        (b"NN.", "corrupt"),
        (b"(N.", "corrupt"),
        (b"g7\n.", "corrupt"),
        (b"gx\n.", "corrupt"),
        (b"h\x00.", "corrupt"),
        (b"0.", "corrupt"),
        (b"1.", "corrupt"),
        (b"t.", "corrupt"),
        (b"a.", "corrupt"),
        (b"NNa.", "corrupt"),
        (b"](NNu.", "corrupt"),
        (b"}(Nu.", "corrupt"),
        (b"}(N\x90.", "corrupt"),
        (b"Fabc\n.", "corrupt"),
        (b"\x80\x04\x8c\x01\xff.", "corrupt"),
        (b"\x80\x04NN\x93.", "corrupt"),
        (b"V\\ud8\n.", "corrupt"),
        (b"\xff.", "corrupt"),
        (b"PK\x03\x04", "pickle-opcode"),
        (b"<!DOCTYPE html>", "corrupt"),
    ],
)  # fmt: skip
def test_programs_that_want_too_much_or_make_no_sense(
    nothing_happens: Watch, data: bytes, problem: str | None
) -> None:
    tracemalloc.start()
    try:
        with nothing_happens():
            if problem is None:
                assert pickles.loads(data) == 1
            else:
                with pytest.raises(FileFormatError) as info:
                    pickles.loads(data)
                assert info.value.problem == problem
        assert tracemalloc.get_traced_memory()[1] < 100 * 2**20
    finally:
        tracemalloc.stop()


def test_a_billion_laughs_are_one(nothing_happens: Watch) -> None:
    """A list of ten times the same list of ten times the same list …: only the forty that are there."""
    data = b"]q\x00"
    for level in range(40):
        data += b"0(" + bytes([ord("h"), level]) * 10 + b"lq" + bytes([level + 1])
    with nothing_happens():
        value: Any = pickles.loads(data + b".")
    for _ in range(40):
        assert len(value) == 10
        assert all(item is value[0] for item in value)
        value = value[0]
    assert value == []


@pytest.mark.parametrize(
    "maker",
    [
        ARRAY + b"(K\x01J\xa0\x86\x01\x00\x85" + F4.replace(b"f4", b"u1") + b"\x89h\x00tb",
        b"c_codecs\nencode\n(h\x00X\x06\x00\x00\x00latin1tR",
        b"cnumpy.core.multiarray\nscalar\n("
        + F4.replace(b"f4", b"S100000").replace(b"\x02", b"\x07", 1)
        + b"h\x00tR",
    ],
)
def test_one_long_text_is_not_made_into_many_things(nothing_happens: Watch, maker: bytes) -> None:
    text = b"X" + struct.pack("<I", 100_000) + b"a" * 100_000 + b"q\x00"
    pickles.loads(b"\x80\x03](" + text + maker + b"e.")
    tracemalloc.start()
    with nothing_happens(), pytest.raises(FileFormatError) as info:
        pickles.loads(b"\x80\x03](" + text + maker * 100 + b"e.")
    assert info.value.problem == "too-complex"
    assert tracemalloc.get_traced_memory()[1] < 2 * 2**20
    tracemalloc.stop()
