"""IDX files: every type and rank there and back, and files that do not keep what they promise."""

import gzip
import struct
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from core.data import idx
from core.errors import FileFormatError, ValueRangeError

SMALL = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)
arrays = npst.arrays(
    st.sampled_from(["u1", "i1", "<i2", ">i2", "<i4", "<f4", ">f4", "<f8"]),
    npst.array_shapes(min_dims=0, max_dims=6, min_side=0, max_side=4),
)


def problem_of(source: bytes | Path) -> str:
    with pytest.raises(FileFormatError) as info:
        idx.read(source)
    assert info.value.path == ("<bytes>" if isinstance(source, bytes) else str(source))
    return info.value.problem


@given(arrays, st.booleans())
def test_there_and_back(array: np.ndarray[Any, Any], packed: bool) -> None:
    data = idx.to_bytes(array.T)
    result = idx.read(gzip.compress(data) if packed else data)
    np.testing.assert_array_equal(result, array.T.astype(array.dtype.newbyteorder("=")), strict=True)
    assert result.dtype.isnative
    assert result.flags.writeable


def test_as_many_axes_as_an_array_can_have() -> None:
    array = np.ones((1,) * 64, np.uint8)
    assert idx.read(idx.to_bytes(array)).shape == array.shape


def test_the_bytes_by_hand() -> None:
    data = bytes([0, 0, 0x0B, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0x01, 0x02, 0xFF, 0xFE])
    np.testing.assert_array_equal(idx.read(data), np.array([[258, -2]], np.int16), strict=True)
    assert idx.to_bytes(np.array([[258, -2]], np.int16)) == data


def test_files_packed_or_not_whatever_their_name(tmp_path: Path) -> None:
    idx.write(tmp_path / "a", SMALL)
    idx.write(str(tmp_path / "a.gz"), SMALL)
    assert (tmp_path / "a").read_bytes()[:4] == b"\0\0\x08\x03"
    assert (tmp_path / "a.gz").read_bytes()[:2] == b"\x1f\x8b"
    (tmp_path / "b").write_bytes((tmp_path / "a.gz").read_bytes())
    for name in ("a", "a.gz", "b"):
        np.testing.assert_array_equal(idx.read(str(tmp_path / name)), SMALL, strict=True)


def test_the_same_array_makes_the_same_file(tmp_path: Path) -> None:
    for name in ("a.gz", "b.gz"):
        idx.write(tmp_path / name, SMALL)
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()


def test_the_test_labels_of_mnist(shared_data: Path) -> None:
    labels = idx.read(shared_data / "mnist" / "t10k-labels-idx1-ubyte.gz")
    assert labels.shape == (10_000,)
    np.testing.assert_array_equal(labels[:5], [7, 2, 1, 0, 4])


@pytest.mark.parametrize("dtype", ["i8", "u2", "f2", "?", "c8", "U1"])
def test_types_that_idx_does_not_have(tmp_path: Path, dtype: str) -> None:
    with pytest.raises(ValueRangeError) as info:
        idx.write(tmp_path / "a", np.zeros(2, dtype))
    assert info.value.got == np.dtype(dtype).name
    assert not any(tmp_path.iterdir())


def test_axes_that_idx_has_no_room_for() -> None:
    with pytest.raises(ValueRangeError):
        idx.to_bytes(np.broadcast_to(np.uint8(0), (2**32,)))


def header(*shape: int, kind: int = 0x08) -> bytes:
    return bytes((0, 0, kind, len(shape))) + b"".join(struct.pack(">I", size) for size in shape)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "truncated"),
        (b"\0", "truncated"),
        (b"\0\0\x08", "truncated"),
        (header(2, 3)[:9], "truncated"),
        (header(2, 3), "truncated"),
        (header(2, 3) + bytes(5), "truncated"),
        (header(2, 3) + bytes(7), "extra-bytes"),
        (header() + bytes(2), "extra-bytes"),
        (header(3, kind=0x0E) + bytes(23), "truncated"),
        (header(0), None),
        (header(0) + b"x", "extra-bytes"),
        (b"\1\0\x08\x01" + bytes(5), "not-idx"),
        (b"\0\1\x08\x01" + bytes(5), "not-idx"),
        (b"\0\0\x0a\x01" + bytes(5), "not-idx"),
        (b"\0\0\x08\x41" + bytes(400), "not-idx"),
        (b"P", "not-idx"),
        (b"<!DOCTYPE html><title>Log in</title>", "not-idx"),
        (header(2**31, 2**31), "too-large"),
        (header(*[2**32 - 1] * 60), "too-large"),
        (header(2**28 + 1), "too-large"),
        (header(2**26, kind=0x0E), "too-large"),
        (header(2**28), "truncated"),
        (header(0, *[2**32 - 1] * 4), "corrupt"),
    ],
)
def test_files_that_do_not_keep_what_they_promise(data: bytes, problem: str | None) -> None:
    tracemalloc.start()
    for source in (data, gzip.compress(data)):
        if problem is None:
            assert idx.read(source).size == 0
        else:
            assert problem_of(source) == problem
    assert tracemalloc.get_traced_memory()[1] < 2 * 2**20
    tracemalloc.stop()


def test_a_gzip_bomb_is_not_unpacked() -> None:
    """100 MB of zeros behind a header that speaks of 10 bytes."""
    bomb = gzip.compress(header(10) + bytes(100 * 2**20))
    tracemalloc.start()
    assert problem_of(bomb) == "extra-bytes"
    assert tracemalloc.get_traced_memory()[1] < 2 * 2**20
    tracemalloc.stop()


def test_gzip_that_is_broken() -> None:
    packed = gzip.compress(idx.to_bytes(np.random.default_rng(1).integers(0, 255, 1000).astype(np.uint8)))
    assert problem_of(packed[:500]) == "truncated"
    assert problem_of(packed[:5]) == "truncated"
    assert problem_of(packed[:-4]) == "truncated"
    assert problem_of(packed[:-8] + bytes(8)) == "corrupt"
    assert problem_of(packed[:500] + bytes(40) + packed[540:]) == "corrupt"
    assert problem_of(packed + b"rubbish") == "corrupt"
    assert problem_of(b"\x1f\x8b" + bytes(50)) == "corrupt"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert problem_of(tmp_path / "nothing") == "missing"
    assert problem_of(tmp_path / "empty") == "empty"
    assert problem_of(tmp_path) == "not-a-file"


VALID = [idx.to_bytes(SMALL), gzip.compress(idx.to_bytes(SMALL.astype(np.float64)))]


def try_to_read(data: bytes) -> None:
    try:
        array = idx.read(data)
    except FileFormatError:
        return
    assert array.dtype.name in ("uint8", "int8", "int16", "int32", "float32", "float64")


@given(st.binary(max_size=100))
def test_random_bytes(data: bytes) -> None:
    try_to_read(data)


@given(st.binary(max_size=60))
def test_random_bytes_behind_a_good_beginning(data: bytes) -> None:
    try_to_read(b"\0\0\x08\x01" + data)
    try_to_read(b"\x1f\x8b\x08\0" + data)


@given(st.sampled_from(VALID), st.data())
def test_cut_off(valid: bytes, data: st.DataObject) -> None:
    assert problem_of(valid[: data.draw(st.integers(0, len(valid) - 1))]) in (
        "truncated",
        "corrupt",
        "not-idx",
    )


@given(st.sampled_from(VALID), st.data())
def test_bits_turned_over(valid: bytes, data: st.DataObject) -> None:
    turned = bytearray(valid)
    for bit in data.draw(st.lists(st.integers(0, 8 * len(valid) - 1), min_size=1, max_size=4)):
        turned[bit // 8] ^= 1 << bit % 8
    try_to_read(bytes(turned))
