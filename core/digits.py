"""From a drawing to the 28×28 picture that MNIST's makers would have made of it.

A network only reads digits that look like those it learned from. MNIST's digits were all prepared
in the same way, so a drawing has to be, too: cut to the ink, scale the longer side to 20 pixels,
and place the centre of mass in the middle of 28×28.

Source: LeCun, Cortes, Burges, The MNIST database of handwritten digits.
"""

import math

import numpy as np
from numpy.typing import NDArray

from core.errors import ValueRangeError
from core.shapes import check_shape

SIDE = 28  # of the finished picture
BOX = 20  # the longer side of the ink in it
MIDDLE = 14  # the row and the column of the pixel where the centre of mass goes
TIE = 1e-5  # pixels: what is closer than this is the same place


def prepare(bitmap: NDArray[np.uint8]) -> NDArray[np.float32] | None:
    """Prepare a drawing as MNIST's makers prepared theirs.

    bitmap: (H, W) uint8, ink (up to 255) on black (0), of any size.
    Returns (28, 28) float32 from 0 to 1, or None where there is no ink.
    Raises ShapeError where the bitmap is not (H, W), and ValueRangeError where it is not of uint8:
    a drawing from 0 to 1 would be taken for one that has hardly any ink.
    """
    bitmap = np.asarray(bitmap)
    check_shape("bitmap", bitmap, ("H", "W"))
    if bitmap.dtype != np.uint8:
        raise ValueRangeError("bitmap", got=bitmap.dtype.name, expected="uint8")
    ink = crop_to_ink(bitmap)
    return None if ink is None else centre(scale_to_box(ink))


def crop_to_ink(bitmap: NDArray[np.uint8]) -> NDArray[np.uint8] | None:
    """The smallest part of the bitmap that holds all ink, or None where there is none.

    bitmap: (H, W). Returns (h, w), a view.
    """
    rows = np.flatnonzero(bitmap.any(axis=1))
    if rows.size == 0:
        return None
    bitmap = bitmap[rows[0] : rows[-1] + 1]
    columns = np.flatnonzero(bitmap.any(axis=0))
    return bitmap[:, columns[0] : columns[-1] + 1]


def scale_to_box(ink: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Make the longer side 20 pixels, whether that shrinks the ink or enlarges it.

    A new pixel is as bright as the area of ink behind it is on average, and beyond the ink is black.

    ink: (h, w), from 0 to 255. Returns (h', w') from 0 to 1, the larger of the two 20.
    """
    scale = BOX / max(ink.shape)
    rows = _shares(ink.shape[0], scale)  # (h', h)
    columns = _shares(ink.shape[1], scale)  # (w', w)
    scaled = rows @ (ink.astype(np.float32) / np.float32(255)) @ columns.T  # (h', h) · (h, w) · (w, w')
    return np.clip(scaled, 0, 1)  # (h', w')


def centre(picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """Put a picture into 28×28 so that its centre of mass comes to the middle.

    MNIST's makers moved by whole pixels, which blurs nothing: the centre of mass ends up at most half
    a pixel off, and a digit of theirs comes out as it went in. But all ink has to stay inside the
    frame, also that of a digit with its weight far to one side.

    picture: (h, w), not all black, at most 28 each. Returns (28, 28).
    """
    height, width = picture.shape
    top, left = (_first(picture.sum(axis=axis, dtype=np.float64)) for axis in (1, 0))
    framed = np.zeros((SIDE, SIDE), dtype=np.float32)
    framed[top : top + height, left : left + width] = picture
    return framed


def _shares(size: int, scale: float) -> NDArray[np.float32]:
    """What share of each new pixel lies over each of the `size` pixels of the ink, along one axis.

    Returns (new size, size), each row summing to 1, or to less where the ink ends inside the pixel.
    """
    starts = np.arange(size)  # (size,) where the pixels of the ink begin; each ends 1 further on
    edges = np.arange(math.ceil(size * scale - TIE) + 1) / scale  # of the new pixels, in pixels of the ink
    overlap = np.minimum(edges[1:, None], starts + 1) - np.maximum(edges[:-1, None], starts)
    return (np.maximum(0, overlap) * scale).astype(np.float32)


def _first(mass: NDArray[np.float64]) -> int:
    """Where the first row (or column) goes, so that the centre of mass is in the middle of pixel 14.

    Half-way between two places the first is taken; where arithmetic makes 10.0000001 of 10, that is
    still half-way.

    mass: (h,) the ink in each row.
    """
    centre_of_mass = float(mass @ (np.arange(len(mass)) + 0.5)) / float(mass.sum())
    return min(max(math.ceil(MIDDLE - centre_of_mass - TIE), 0), SIDE - len(mass))
