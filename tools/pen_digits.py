"""Digits that people drew with a pen: read the file, and put them on the pad as a mouse would.

Source of the data: Alpaydin, Alimoglu, Pen-Based Recognition of Handwritten Digits, UCI.
"""

import gzip
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.shapes import Array

MARGIN = 0.08  # of the canvas, that nobody draws in
SIZES = (0.45, 0.80)  # the longer side of a drawn digit, in canvas sides


@dataclass(frozen=True)
class PenDigit:
    """One digit: what it is, who drew it, and where the pen went.

    Each stroke is (K, 2), x to the right and y downward, in units of the digit's longer side, from
    (0, 0) at the top left of the digit.
    """

    label: int
    writer: int
    strokes: tuple[Array, ...]


def read(path: Path) -> list[PenDigit]:
    """All digits of a gzipped UNIPEN file.

    A digit is a line `.COMMENT label writer number`, then `.PEN_DOWN`, lines `x y` (y grows upward),
    `.PEN_UP`, once for each stroke.
    """
    digits: list[tuple[int, int, list[list[tuple[int, int]]]]] = []
    for line in gzip.decompress(path.read_bytes()).decode("ascii").splitlines():
        if comment := re.match(r"\.COMMENT (\d) +(\d+) +\d+$", line):
            digits.append((int(comment[1]), int(comment[2]), []))
        elif line.startswith(".PEN_DOWN"):
            digits[-1][2].append([])
        elif point := re.match(r"\s*(-?\d+)\s+(-?\d+)\s*$", line):
            digits[-1][2][-1].append((int(point[1]), -int(point[2])))
    return [PenDigit(label, writer, _to_unit(strokes)) for label, writer, strokes in digits]


def _to_unit(strokes: list[list[tuple[int, int]]]) -> tuple[Array, ...]:
    """Tablet points moved to the origin and divided by the longer side of all of them together."""
    arrays = [np.array(stroke, dtype=np.float64) for stroke in strokes if stroke]
    corner = np.concatenate(arrays).min(axis=0)  # (2,)
    span = max(1.0, float((np.concatenate(arrays) - corner).max()))
    return tuple((array - corner) / span for array in arrays)


def place(strokes: Sequence[Array], rng: np.random.Generator, pixels: int = 400) -> list[Array]:
    """Draw a digit somewhere on the canvas, 45 to 80 % of it large, with a mouse.

    A mouse only knows whole pixels, of which the canvas has `pixels` on a side.

    strokes: as in PenDigit. Returns strokes in units of the canvas side.
    """
    size = rng.uniform(*SIZES)
    extent = np.concatenate(strokes).max(axis=0) * size  # (2,) width and height on the canvas
    corner = rng.uniform(MARGIN, 1 - MARGIN - extent)  # (2,)
    return [np.rint((stroke * size + corner) * pixels) / pixels for stroke in strokes]
