"""Lines in few pieces look like the lines through all points."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPen

from core.shapes import Array
from gui.panels.activation_curves.lines import draw_line, in_dashes, thinned
from gui.panels.activation_curves.view import Frame, View

FRAME = Frame(View(-6.0, 6.0, -1.5, 1.5), 0.0, 0.0, 600.0, 300.0)
X = np.linspace(-6.0, 6.0, 2001)
rows = st.one_of(st.floats(-50, 350), st.just(np.nan))


def off_the_line(columns: Array, rows: Array, left: Array, of_left: Array) -> float:
    """How far, in px, the points are above or below the line through those that were left."""
    return float(np.nanmax(np.abs(np.interp(columns, left, of_left) - rows)))


@pytest.mark.parametrize("w", [0.0, 1.0, -3.0, 12.0, 100.0])
def test_a_curve_has_far_fewer_pieces_and_stays_where_it_is(w: float) -> None:
    columns, rows = FRAME.column(X), FRAME.row(np.tanh(w * X))
    left, of_left = thinned(columns, rows)
    assert len(left) < len(X) / 3
    assert (left[0], left[-1]) == (columns[0], columns[-1])
    steepest = np.abs(np.diff(rows) / np.diff(columns)).max()
    assert off_the_line(columns, rows, left, of_left) <= 0.08 * np.hypot(1, steepest)


@given(values=st.lists(rows, min_size=2, max_size=60))
def test_no_peak_and_no_gap_is_lost(values: list[float]) -> None:
    rows = np.array(values)
    columns = np.arange(len(rows), dtype=float)
    left, of_left = thinned(columns, rows)
    assert set(columns[np.isnan(rows)]) == set(left[np.isnan(of_left)])
    assert np.isin(left, columns).all()
    if not np.isnan(rows).all():
        assert np.nanmax(of_left) >= np.nanmax(rows) - 0.1
        assert np.nanmin(of_left) <= np.nanmin(rows) + 0.1


def test_dashes_are_six_pixels_long_and_four_apart() -> None:
    """Along the line, however it is cut into pieces, and go on behind a gap."""
    corners = np.array([0.0, 7.0, 30.0, 31.0, 60.0])
    columns, _, dashes = in_dashes(corners, np.zeros(5), np.array([True, True, False, True]))
    inked = [(a, b) for a, b, dash in zip(columns[:-1], columns[1:], dashes, strict=True) if dash]
    assert sum(b - a for a, b in inked) == pytest.approx(18 + 18)
    starts = [a for a, _ in inked if a not in {b for _, b in inked}]
    assert starts == pytest.approx([0.0, 10.0, 20.0, 31.0, 41.0, 51.0])


@pytest.mark.parametrize("dashed", [False, True])
def test_what_is_painted_has_its_gap(dashed: bool) -> None:
    y = np.where(np.abs(X) < 1, np.nan, 0.5)
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setPen(QPen(Qt.GlobalColor.black, 2.0))
        draw_line(painter, FRAME, X, y, dashed=dashed)
    row = round(float(FRAME.row(0.5)))
    inked = [column for column in range(600) if image.pixelColor(column, row).lightness() < 128]
    assert len(inked) > (250 if dashed else 480)
    assert not [column for column in inked if 256 < column < 344]


def test_a_thicket_is_painted_all_the_same() -> None:
    y = np.where(np.arange(len(X)) % 2, 1e300, -1e300)
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        draw_line(painter, FRAME, X, y, dashed=True)
        draw_line(painter, FRAME, X, np.full_like(X, np.nan), dashed=True)
        draw_line(painter, FRAME, X[:1], y[:1], dashed=False)
