"""NumPy's own .npz files: a zip archive with an array, name.npy, for each name.

`numpy.load` would believe what a file claims, and allocate it. Here the sizes are looked at before
anything is unpacked, and what an array claims is held against the bytes that are there.

Source: the NumPy documentation of numpy.lib.format.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import FileFormatError
from core.files.arrays import Place, plain_array, plain_dtype, shown
from core.files.disk import MAX_BYTES, read_bytes
from core.shapes import Array

MAX_HEADER = 4_000  # bytes; NumPy writes 128
MAX_MEMBERS = 10_000
_ENCRYPTED = 0x1

# What comes before the numbers, as in {'descr': '<f4', 'fortran_order': False, 'shape': (784, 50), }
_HEADER = re.compile(r"\{'descr': '([^']*)', 'fortran_order': (True|False), 'shape': \(([0-9L, ]*)\), ?\}\s*")


def read(path: Path) -> dict[str, Array]:
    """All arrays of an .npz file, by name.

    Raises FileFormatError: too-large where they would be, unpacked; otherwise as `read_bytes`
    and `parse_npy`, and corrupt.
    """
    data = read_bytes(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _members(archive, path)
            return {
                key: parse_npy(_unpack(archive, member), Place(str(path), key))
                for key, member in members.items()
            }
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise FileFormatError(path, "corrupt", what="zip") from error


def _members(archive: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """The members of the archive by the name of their array, if it makes sense to unpack them."""
    members = archive.infolist()
    size = sum(member.file_size for member in members)
    if size > MAX_BYTES:
        raise FileFormatError(path, "too-large", size=size, limit=MAX_BYTES)
    by_key = {shown(member.filename.removesuffix(".npy")): member for member in members}
    odd = any(
        member.flag_bits & _ENCRYPTED
        or member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        for member in members
    )
    if odd or len(by_key) != len(members) or len(members) > MAX_MEMBERS:
        raise FileFormatError(path, "corrupt", what="zip")
    return by_key


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """A member's bytes: not more than it claims, whatever is packed in there."""
    with archive.open(member) as file:
        return file.read(member.file_size)


def parse_npy(data: bytes, place: Place) -> Array:
    """The array in the bytes of an .npy file.

    Raises FileFormatError: corrupt, object-dtype, dtype, wrong-size.
    """
    start = 10 if data[6:7] == b"\x01" else 12  # version 1 has two bytes for the header's length
    length = int.from_bytes(data[8:start], "little")
    if data[:6] != b"\x93NUMPY" or data[6:7] not in (b"\x01", b"\x02", b"\x03") or length > MAX_HEADER:
        raise place.error("corrupt", what="npy")
    header = _HEADER.fullmatch(data[start : start + length].decode("latin-1"))
    if header is None:
        raise place.error("corrupt", what="npy")
    text, columns_first, sizes = header.groups()
    shape = [int(size) for size in re.findall("[0-9]+", sizes)]
    dtype = plain_dtype(text, place)
    numbers = memoryview(data)[start + length :]
    return plain_array(numbers, dtype, shape, place, columns_first=columns_first == "True")


def to_bytes(arrays: Mapping[str, Any]) -> bytes:
    """An .npz file with these arrays."""
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()
