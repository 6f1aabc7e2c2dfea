"""What comes out of bytes that chance made: plain data or a proper refusal, never anything else."""

import pickle
from collections.abc import Callable
from contextlib import AbstractContextManager

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import FileFormatError
from core.files import pickles

Watch = Callable[[], AbstractContextManager[None]]


def opened(watch: Watch, data: bytes) -> object:
    """What the pickle holds, or None where it is refused in the proper way. Nothing else can happen."""
    with watch():
        try:
            return pickles.loads(data)
        except FileFormatError:
            return None


VALID = [
    pickle.dumps(value, protocol)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    for value in (
        {"W1": np.ones((2, 3), np.float32), "b1": np.zeros(3, np.float32)},
        [np.float64(1), {"a": (1, 2.5, "é", b"\xff", None, True)}, (1, 2), np.array(["a"]), 2**100],
        np.asfortranarray(np.ones((2, 2))),
    )
]


def is_plain(value: object) -> bool:
    """Nothing but what may come out of a pickle."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return all(map(is_plain, value))
    if isinstance(value, dict):
        return all(map(is_plain, value)) and all(map(is_plain, value.values()))
    if isinstance(value, (np.ndarray, np.generic, np.dtype)):
        return getattr(value, "dtype", value).kind in "biufcSU"
    return value is None or type(value) in (str, bytes, int, float, bool)


@given(st.binary(max_size=200))
def test_random_bytes(nothing_happens: Watch, data: bytes) -> None:
    assert is_plain(opened(nothing_happens, data))


@given(st.sampled_from(VALID), st.data())
def test_cut_off(nothing_happens: Watch, valid: bytes, data: st.DataObject) -> None:
    length = data.draw(st.integers(0, len(valid) - 1))
    with nothing_happens(), pytest.raises(FileFormatError):
        pickles.loads(valid[:length])


@given(st.sampled_from(VALID), st.data())
def test_bits_turned_over(nothing_happens: Watch, valid: bytes, data: st.DataObject) -> None:
    bent = bytearray(valid)
    for bit in data.draw(st.lists(st.integers(0, 8 * len(valid) - 1), min_size=1, max_size=4)):
        bent[bit // 8] ^= 1 << bit % 8
    assert is_plain(opened(nothing_happens, bytes(bent)))


# Whole instructions in random order get further than random bytes do.
PIECES = [
    *(bytes([code]) for code in b"().012NRabdelostu]}\x81\x85\x86\x87\x88\x89\x8f\x90\x91\x93\x94"),
    b"K\x00", b"K\x01", b"J\xff\xff\xff\xff", b"C\x04abcd", b"X\x02\x00\x00\x00f4", b"X\x01\x00\x00\x00<",
    b"X\x06\x00\x00\x00latin1", b"h\x00", b"h\x01", b"q\x00", b"q\x01",
    b"cnumpy\ndtype\n", b"cnumpy\nndarray\n",
    b"cnumpy.core.multiarray\n_reconstruct\n", b"cnumpy.core.multiarray\nscalar\n", b"c_codecs\nencode\n",
    b"cnumpy.core.numeric\n_frombuffer\n", b"c__builtin__\nbytes\n",
    b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(K\x00tC\x01btR",
    b"cnumpy\ndtype\n(X\x02\x00\x00\x00f4K\x00K\x01tR(K\x03X\x01\x00\x00\x00<NNNK\x00K\x00K\x00tb",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_random_programs(nothing_happens: Watch, pieces: list[bytes]) -> None:
    assert is_plain(opened(nothing_happens, b"".join(pieces) + b"."))
