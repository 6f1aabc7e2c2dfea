"""From a drawing to the 28×28 picture that MNIST's makers would have made of it.

A network only reads digits that look like those it learned from. MNIST's digits were all prepared
in the same way, so a drawing has to be, too: cut to the ink, scale the longer side to 20 pixels,
and place the centre of mass in the middle of 28×28.

Source: LeCun, Cortes, Burges, The MNIST database of handwritten digits.
"""

import numpy as np
from numpy.typing import NDArray

from core.shapes import Array, check_shape

SIDE = 28  # of the finished picture
BOX = 20  # the longer side of the ink in it
MIDDLE = 14  # the row and the column of the pixel where the centre of mass goes


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
    rows = _resampling(ink.shape[0], scale, ink.sum(axis=1))  # (28, h)
    columns = _resampling(ink.shape[1], scale, ink.sum(axis=0))  # (28, w)
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

    The weights are a triangle around the place that the pixel comes from, as wide as the pixel is
    there (at least one pixel of the ink to each side), so that shrinking averages and enlarging
    interpolates.

    mass: (size,) the ink in each row or column. Returns (28, size), each row summing to 1, or to 0
    where the pixel lies outside the ink.
    """
    centres = np.arange(size) + 0.5  # (size,) a pixel's centre lies half a pixel from its edge
    centre_of_mass = float(mass @ centres) / float(mass.sum())
    # MNIST's makers moved by whole pixels: the centre of mass ends up at most half a pixel off, and
    # a digit of theirs comes out as it went in. All ink has to stay inside the frame, also that of
    # a digit with its weight far to one side.
    start = np.clip(round(MIDDLE + 0.5 - centre_of_mass * scale), 0, int(SIDE - size * scale))
    sources = (np.arange(SIDE) + 0.5 - start) / scale  # (28,) where each pixel comes from
    reach = max(1.0, 1 / scale)
    weights = np.maximum(0, 1 - np.abs(sources[:, None] - centres) / reach)  # (28, size)
    # Beyond the ink there is black, not nothing, so the divisor is the weight of a full triangle.
    return (weights / np.maximum(weights.sum(axis=1, keepdims=True), reach)).astype(np.float32)
