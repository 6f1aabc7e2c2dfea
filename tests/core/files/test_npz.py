"""NumPy's .npz: as NumPy writes it, and as it should not be."""

import io
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from core.errors import FileFormatError
from core.files import npz
from core.files.arrays import Place

Watch = Callable[[], AbstractContextManager[None]]
PLACE = Place("a.npz", "W1")


def npy(array: np.ndarray[Any, Any], version: tuple[int, int] | None = None) -> bytes:
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version)
    return file.getvalue()


def archive(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return file.getvalue()


@given(
    npst.arrays(
        st.sampled_from(["?", "i1", ">i4", "u8", "f2", "<f4", ">f8", "c16", "U3", "S2"]),
        npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
    ),
    st.sampled_from([(1, 0), (2, 0), (3, 0)]),
    st.booleans(),
)
def test_npy_as_numpy_writes_it(array: np.ndarray[Any, Any], version: tuple[int, int], turned: bool) -> None:
    array = array.T if turned else array
    np.testing.assert_array_equal(npz.parse_npy(npy(array, version), PLACE), array, strict=True)


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_npz_as_numpy_writes_it(tmp_path: Path, save: Callable[..., None]) -> None:
    arrays = {"W1": np.arange(6.0).reshape(2, 3), "b 1": np.zeros(3, np.float32), "name": np.array("relu")}
    save(tmp_path / "a.npz", **arrays)
    result = npz.read(tmp_path / "a.npz")
    assert list(result) == list(arrays)
    for key, array in arrays.items():
        np.testing.assert_array_equal(result[key], array, strict=True)


def test_numpy_opens_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.npz").write_bytes(npz.to_bytes({"W1": np.eye(2)}))
    with np.load(tmp_path / "a.npz", allow_pickle=False) as file:
        np.testing.assert_array_equal(file["W1"], np.eye(2))


HEADER = b"{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }\n"


def bent(header: bytes = HEADER, data: bytes = bytes(8), magic: bytes = b"\x93NUMPY\x01\x00") -> bytes:
    return magic + struct.pack("<H", len(header)) + header + data


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "corrupt"),
        (b"\x93NUMPY", "corrupt"),
        (bent(magic=b"\x93NUMPX\x01\x00"), "corrupt"),
        (bent(magic=b"\x93NUMPY\x04\x00"), "corrupt"),
        (bent()[:40], "corrupt"),
        (bent(data=bytes(7)), "wrong-size"),
        (bent(data=bytes(9)), "wrong-size"),
        (bent(HEADER.replace(b"2,", b"1000000000000,")), "wrong-size"),
        (bent(HEADER.replace(b"2,", b"99999999999999999999,")), "corrupt"),
        (bent(HEADER.replace(b"2,", b"1, " * 70 + b"2")), "corrupt"),
        (bent(HEADER.replace(b"2,", b"1" * 3000 + b"x")), "corrupt"),
        (bent(HEADER.replace(b"2,", b"9" * 3000)), "corrupt"),
        (bent(HEADER.replace(b"2,", b"-2,")), "corrupt"),
        (bent(HEADER.replace(b"(2,)", b"__import__('os')")), "corrupt"),
        (bent(HEADER + b" " * 5000), "corrupt"),
        (bent(HEADER.replace(b"<f4", b"|O")), "object-dtype"),
        (bent(HEADER.replace(b"<f4", b"<M8[D]")), "dtype"),
        (bent(HEADER.replace(b"<f4", b"<f3")), "dtype"),
        (bent(HEADER.replace(b"'<f4'", b"[('a', '<f4')]")), "corrupt"),
    ],
)
def test_npy_as_it_should_not_be(nothing_happens: Watch, data: bytes, problem: str) -> None:
    with nothing_happens(), pytest.raises(FileFormatError) as info:
        npz.parse_npy(data, PLACE)
    assert (info.value.problem, info.value.values["key"]) == (problem, "W1")


def problem_of(tmp_path: Path, data: bytes) -> FileFormatError:
    (tmp_path / "a.npz").write_bytes(data)
    with pytest.raises(FileFormatError) as info:
        npz.read(tmp_path / "a.npz")
    return info.value


def test_objects_are_refused_by_name(tmp_path: Path) -> None:
    np.savez(tmp_path / "b.npz", W1=np.array([{}], dtype=object))
    error = problem_of(tmp_path, (tmp_path / "b.npz").read_bytes())
    assert (error.problem, error.values["key"]) == ("object-dtype", "W1")


def test_a_bomb_that_says_so_is_not_unpacked(tmp_path: Path) -> None:
    megabyte = bytes(2**20)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("W1.npy", "w") as member:
        for _ in range(300):
            member.write(megabyte)
    assert len(file.getvalue()) < 2**20
    assert problem_of(tmp_path, file.getvalue()).problem == "too-large"


def test_a_bomb_that_lies_is_not_unpacked_either(tmp_path: Path) -> None:
    """100 MB of zeros that claim to be 100 bytes, in both places where a zip archive has sizes."""
    size = 100 * 2**20
    data = archive({"W1.npy": bytes(size)}).replace(struct.pack("<I", size), struct.pack("<I", 100))
    tracemalloc.start()
    assert problem_of(tmp_path, data).problem == "corrupt"
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


def test_members_that_share_their_bytes_count_each(tmp_path: Path) -> None:
    """Many entries of the contents that point at one and the same packed member."""
    data = archive({"W1.npy": bytes(2**20)})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    many = 1000
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, many, many, many * len(entry), start, 0)
    error = problem_of(tmp_path, data[:start] + entry * many + tail)
    assert (error.problem, error.values["size"]) == ("too-large", many * 2**20)
    twice = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, 2 * len(entry), start, 0)
    assert problem_of(tmp_path, data[:start] + entry * 2 + twice).problem == "corrupt"


def test_packed_in_ways_that_numpy_never_uses(tmp_path: Path) -> None:
    members = {"W1.npy": npy(np.ones(2))}
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        assert problem_of(tmp_path, archive(members, method)).problem == "corrupt"
    data = bytearray(archive(members))
    for magic, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(magic) + flags] |= 1  # encrypted
    assert problem_of(tmp_path, bytes(data)).problem == "corrupt"


def test_a_wrong_checksum(tmp_path: Path) -> None:
    array = npy(np.ones(2))
    data = archive({"W1.npy": array}).replace(struct.pack("<I", zlib.crc32(array)), b"\0\0\0\0")
    assert problem_of(tmp_path, data).problem == "corrupt"


VALID = [
    archive({"W1.npy": npy(np.ones((2, 3))), "b1.npy": npy(np.zeros(3, np.float32))}, method)
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
]


def read_or_refuse(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        result = npz.read(path)
    except FileFormatError:
        return
    assert all(array.dtype.kind in "biufcSU" for array in result.values())


@given(st.binary(max_size=100))
def test_random_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    read_or_refuse(tmp_path_factory.getbasetemp() / "random.npz", data)


@given(st.sampled_from(VALID), st.data())
def test_cut_off(tmp_path_factory: pytest.TempPathFactory, valid: bytes, data: st.DataObject) -> None:
    path = tmp_path_factory.getbasetemp() / "cut.npz"
    path.write_bytes(valid[: data.draw(st.integers(0, len(valid) - 1))])
    with pytest.raises(FileFormatError):
        npz.read(path)


@given(st.sampled_from(VALID), st.data())
def test_bits_turned_over(
    tmp_path_factory: pytest.TempPathFactory, valid: bytes, data: st.DataObject
) -> None:
    turned = bytearray(valid)
    for bit in data.draw(st.lists(st.integers(0, 8 * len(valid) - 1), min_size=1, max_size=4)):
        turned[bit // 8] ^= 1 << bit % 8
    read_or_refuse(tmp_path_factory.getbasetemp() / "bits.npz", bytes(turned))
