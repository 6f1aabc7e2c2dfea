"""IDX, the file form of MNIST: a few bytes that say type and shape, then the numbers.

    0  0  type  rank      each one byte
    size of each axis     4 bytes each, the most significant first
    the numbers           row by row, each with its most significant byte first

An IDX file is often packed with gzip; that is seen from its first bytes, whatever its name.

Source: LeCun, Cortes, Burges, The MNIST database of handwritten digits, "The IDX file format".
"""

import gzip
import io
import math
import zlib
from pathlib import Path

import numpy as np

from core.errors import FileFormatError, ValueRangeError
from core.files.arrays import MAX_RANK, Place, plain_array
from core.files.disk import MAX_BYTES, read_bytes, write_atomically
from core.shapes import Array

TYPES = {0x08: "u1", 0x09: "i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
PIECE = 2**20  # bytes that are unpacked at once


def read(source: str | Path | bytes) -> Array:
    """The array in an IDX file, packed with gzip or not.

    Returns uint8, int8, int16, int32, float32 or float64, of the shape that the file says.
    Raises FileFormatError: not-idx, too-large (more than 256 MiB of numbers), truncated,
    extra-bytes, corrupt, and as `read_bytes`.
    """
    path = "<bytes>" if isinstance(source, bytes) else str(source)
    data = source if isinstance(source, bytes) else read_bytes(Path(source))
    packed = data[:2] == b"\x1f\x8b"
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) if packed else io.BytesIO(data) as file:
            return _read(file, path)
    except EOFError as error:
        raise FileFormatError(path, "truncated") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise FileFormatError(path, "corrupt", what="gzip") from error


def write(path: str | Path, array: Array) -> None:
    """Write an array to an IDX file, packed with gzip where the name ends in .gz.

    Raises ValueRangeError where IDX has no such element type or shape, and FileFormatError: unwritable.
    """
    data = to_bytes(array)
    path = Path(path)
    write_atomically(path, gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)


def to_bytes(array: Array) -> bytes:
    """The bytes of an IDX file with this array: uint8, int8, int16, int32, float32 or float64.

    Raises ValueRangeError where IDX has no such element type, or no room for the shape.
    """
    codes = {np.dtype(name): code for code, name in TYPES.items()}
    big_endian = array.dtype.newbyteorder(">")
    if big_endian not in codes:
        raise ValueRangeError("dtype", got=array.dtype.name, expected=", ".join(d.name for d in codes))
    if any(size >= 2**32 for size in array.shape):
        raise ValueRangeError("shape", got=array.shape, expected="< 2**32 along each axis")
    header = bytes((0, 0, codes[big_endian], array.ndim))
    sizes = np.array(array.shape, ">u4").tobytes()
    return header + sizes + array.astype(big_endian).tobytes()


def _read(file: io.BufferedIOBase, path: str) -> Array:
    """The array in an open, unpacked file. Allocates nothing until the numbers are there."""
    start = file.read(4)
    if start[:2] != b"\0\0"[: len(start)] or (
        len(start) == 4 and (start[2] not in TYPES or start[3] > MAX_RANK)
    ):
        raise FileFormatError(path, "not-idx")
    if len(start) < 4:
        raise FileFormatError(path, "truncated")
    dtype = np.dtype(TYPES[start[2]])
    shape = np.frombuffer(_exactly(file, 4 * start[3], path), ">u4").tolist()
    size = math.prod(shape) * dtype.itemsize
    if size > MAX_BYTES:
        raise FileFormatError(path, "too-large", size=size, limit=MAX_BYTES)
    numbers = _exactly(file, size, path)
    if file.read(1):
        raise FileFormatError(path, "extra-bytes")
    array = plain_array(numbers, dtype, shape, Place(path, "array"))
    return array.astype(dtype.newbyteorder("="), copy=False)


def _exactly(file: io.BufferedIOBase, count: int, path: str) -> bytearray:
    """The next `count` bytes, piece by piece: what a file claims to hold may not be there."""
    data = bytearray()
    while len(data) < count:
        piece = file.read(min(PIECE, count - len(data)))
        if not piece:
            raise FileFormatError(path, "truncated")
        data += piece
    return data
