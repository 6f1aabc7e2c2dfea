"""Pen digits are read as they were written, and land on the pad as a mouse would draw them."""

import gzip
from collections import Counter
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tools.pen_digits import MARGIN, SIZES, place, read

TWO_DIGITS = """.INCLUDE        dene.doc

.SEGMENT DIGIT    0 ? "1"
.COMMENT 1 12  224
.PEN_DOWN
 10  40
 10  20
.PEN_UP
.DT 100

.SEGMENT DIGIT    1 ? "4"
.COMMENT 4 7    3
.PEN_DOWN
 0  8
 0  4
 4  4
.PEN_UP
.PEN_DOWN
 3  6
 3  0
.PEN_UP
"""


def test_a_small_file_read_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "two.unipen.gz"
    path.write_bytes(gzip.compress(TWO_DIGITS.encode("ascii")))
    one, four = read(path)
    assert (one.label, one.writer) == (1, 12)
    assert [stroke.tolist() for stroke in one.strokes] == [[[0, 0], [0, 1]]]  # from the top down
    assert (four.label, four.writer) == (4, 7)
    assert [stroke.tolist() for stroke in four.strokes] == [
        [[0, 0], [0, 0.5], [0.5, 0.5]],
        [[0.375, 0.25], [0.375, 1]],
    ]


def test_all_30_writers(shared_data: Path) -> None:
    digits = read(shared_data / "pen-digits" / "train.unipen.gz")
    assert len(digits) == 7494
    writers = Counter(digit.writer for digit in digits)
    assert sorted(writers) == list(range(1, 31))
    assert min(writers.values()) >= 247
    assert set(Counter(digit.label for digit in digits)) == set(range(10))
    for digit in digits:
        points = np.concatenate(digit.strokes)
        assert (points.min(axis=0) == 0).all()
        assert points.max() == 1


@given(st.integers(0, 2**32 - 1), st.floats(0, 1))
def test_a_digit_lands_whole_on_whole_pixels(seed: int, breadth: float) -> None:
    strokes = [np.array([[0.0, 0.0], [breadth, 0.5]]), np.array([[breadth / 2, 1.0]])]
    placed = np.concatenate(place(strokes, np.random.default_rng(seed), pixels=400))
    half = 0.5 / 400 + 1e-9  # what rounding may add
    assert (placed >= MARGIN - half).all()
    assert (placed <= 1 - MARGIN + half).all()
    assert np.allclose(placed * 400, np.rint(placed * 400))
    height = float(np.ptp(placed[:, 1]))
    assert SIZES[0] - 2 * half <= height <= SIZES[1] + 2 * half
