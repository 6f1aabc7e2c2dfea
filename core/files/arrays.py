"""Arrays out of raw bytes: checked first, built afterwards.

A file *claims* an element type and a shape. Nothing is allocated on the strength of a claim: the
bytes have to be there, exactly as many as the claim needs.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.errors import FileFormatError, FileProblem
from core.shapes import Array

MAX_DIMENSION = 2**40
MAX_RANK = 64  # NumPy's own limit

# Kind and bytes of one element: b1 is a truth value, i and u are integers, f floats, c complex
# numbers, S and U text. What is missing here (O, objects; V, records; M and m, times) is refused.
_PLAIN_TYPE = re.compile(r"[<>=|]?(b1|[iu][1248]|f[248]|f12|f16|c8|c16|c24|c32|[SU][1-9][0-9]{0,5})")


@dataclass(frozen=True)
class Place:
    """Which array of which file is being read: what an error has to name."""

    path: str
    key: str

    def error(self, problem: FileProblem, **values: object) -> FileFormatError:
        return FileFormatError(self.path, problem, key=self.key, **values)


def plain_dtype(text: str, place: Place) -> np.dtype[np.generic]:
    """The element type that NumPy calls `text`, as in "<f4": numbers, truth values or text.

    Raises FileFormatError: object-dtype for Python objects, dtype for all others.
    """
    if re.fullmatch(r"[<>=|]?O[48]?", text):
        raise place.error("object-dtype")
    if not _PLAIN_TYPE.fullmatch(text):
        raise place.error("dtype", got=shown(text))
    try:
        return np.dtype(text)
    except (TypeError, ValueError) as error:  # a long double that this computer does not have
        raise place.error("dtype", got=text) from error


def plain_array(
    data: bytes | bytearray | memoryview,
    dtype: np.dtype[np.generic],
    shape: Sequence[object],
    place: Place,
    *,
    columns_first: bool = False,
) -> Array:
    """The array of this type and shape whose elements lie in `data`, as a copy of its own.

    columns_first: the elements lie column by column (Fortran's order), not row by row.
    Raises FileFormatError: corrupt for a shape that is none, wrong-size where data is not as long
    as the shape needs, corrupt for elements that stand for nothing.
    """
    sizes = [size for size in shape if type(size) is int and 0 <= size <= MAX_DIMENSION]
    if len(sizes) != len(shape) or len(sizes) > MAX_RANK:
        raise place.error("corrupt", what="shape")
    if math.prod(sizes) * dtype.itemsize != len(data):
        raise place.error("wrong-size", got=len(data), expected=math.prod(sizes) * dtype.itemsize)
    _check_elements(data, dtype, place)
    try:
        view = np.ndarray(tuple(sizes), dtype, buffer=data, order="F" if columns_first else "C")
    except ValueError as error:  # an axis of size 0 beside others too large for any address
        raise place.error("corrupt", what="shape") from error
    return view.copy(order="K")


def _check_elements(data: bytes | bytearray | memoryview, dtype: np.dtype[np.generic], place: Place) -> None:
    """Any bits make a number, but not every byte is a truth value, nor every code a letter."""
    if not len(data):
        return
    if dtype.kind == "b" and np.frombuffer(data, np.uint8).max() > 1:
        raise place.error("corrupt", what="bool")
    if dtype.kind == "U":
        codes = np.frombuffer(data, np.dtype(np.uint32).newbyteorder(dtype.byteorder))
        if codes.max() > 0x10FFFF:
            raise place.error("corrupt", what="text")


def shown(text: str, limit: int = 100) -> str:
    """A name from a file, fit to be shown: not endless, and nothing in it but what can be seen."""
    short = text if len(text) <= limit else text[:limit] + "…"
    return short if short.isprintable() else ascii(short)[1:-1]
