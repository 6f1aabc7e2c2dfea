"""From a drawing to the 28×28 picture that MNIST's makers would have made of it.

A network only reads digits that look like those it learned from. MNIST's digits were all prepared
in the same way, so a drawing has to be, too: cut to the ink, scale the longer side to 20 pixels,
and place the centre of mass in the middle of 28×28.

Source: LeCun, Cortes, Burges, The MNIST database of handwritten digits.
"""

import math

import numpy as np
from numpy.typing import NDArray

from core.shapes import Array, check_shape

SIDE = 28  # of the finished picture
BOX = 20  # the longer side of the ink in it
MIDDLE = 14  # the row and the column of the pixel where the centre of mass goes
TIE = 1e-6  # pixels: what is closer than this is the same place


def prepare(bitmap: NDArray[np.uint8]) -> NDArray[np.float32] | None:
    """Prepare a drawing as MNIST's makers prepared theirs.

    bitmap: (H, W) uint8, ink (up to 255) on black (0), of any size.
    Returns (28, 28) float32 from 0 to 1, or None where there is no ink.
    Raises ShapeError where the bitmap is not (H, W).
    """
    bitmap = np.asarray(bitmap)
    check_shape("bitmap", bitmap, ("H", "W"))
    cropped = crop_to_ink(bitmap)
    if cropped is None:
        return None
    ink = cropped.astype(np.float32) / np.float32(255)  # (h, w)
    scale = BOX / max(ink.shape)
    # Cutting, scaling and moving are one resampling: each of the 28 rows and columns of the
    # result is a weighted mean of rows and columns of the ink.
    rows = _resampling(cropped.shape[0], scale, cropped.sum(axis=1))  # (28, h)
    columns = _resampling(cropped.shape[1], scale, cropped.sum(axis=0))  # (28, w)
    return np.clip(rows @ ink @ columns.T, 0, 1)  # (28, h) · (h, w) · (w, 28) → (28, 28)


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


def _resampling(size: int, scale: float, mass: Array) -> NDArray[np.float32]:
    """How each of 28 pixels along one axis is mixed from the `size` pixels of the ink.

    A new pixel is as bright as the stretch of ink behind it is on average. So a pixel of the ink
    counts with the share of that stretch that it fills, whether the ink shrinks or grows.

    mass: (size,) the ink in each row or column. Returns (28, size), each row summing to 1, or to
    less where the pixel lies over the edge of the ink, for beyond it there is black.
    """
    starts = np.arange(size)  # (size,) where the pixels of the ink begin; each ends 1 further on
    centre_of_mass = float(mass @ (starts + 0.5)) / float(mass.sum()) * scale  # in new pixels
    # MNIST's makers moved by whole pixels: the centre of mass ends up at most half a pixel off, and
    # a digit of theirs comes out as it went in. Half-way between two places the first one is taken,
    # and where arithmetic makes 10.0000001 of 10, that is still half-way.
    first = math.ceil(MIDDLE - centre_of_mass - TIE)
    # All ink has to stay inside the frame, also that of a digit with its weight far to one side.
    first = min(max(first, 0), math.floor(SIDE - size * scale + TIE))
    edges = (np.arange(SIDE + 1) - first) / scale  # (29,) of the new pixels, in pixels of the ink
    overlap = np.minimum(edges[1:, None], starts + 1) - np.maximum(edges[:-1, None], starts)  # (28, size)
    return (np.maximum(0, overlap) * scale).astype(np.float32)
