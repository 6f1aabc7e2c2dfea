"""Draws the line through many points, in as few straight pieces as look the same.

Qt paints straight pieces five times as fast as one long path (where their caps are not round), and a
quarter as many of them four times as fast again.
"""

import numpy as np
from pyqtgraph.graphicsItems.PlotCurveItem import arrayToLineSegments
from PySide6.QtGui import QPainter

from core.shapes import Array
from gui.panels.activation_curves.view import Frame

_OUTSIDE = 8.0  # px: pieces that are further outside are left out
_FAR = 1e5  # px: nothing further out is asked of the painter
_DASH, _DASH_AND_GAP = 6.0, 10.0  # px
_LONGEST = 20_000.0  # px: what is longer goes up and down so often that nobody can count its dashes
_PIECES = 8  # so many pieces are drawn as one
_STRAIGHT = 0.08  # px: where none of their ends is further from it


def draw_line(painter: QPainter, frame: Frame, x: Array, y: Array, *, dashed: bool) -> None:
    """Join the points, but not across NaN, with what the painter has for a pen."""
    columns, rows = thinned(frame.column(x), np.clip(frame.row(y), -_FAR, _FAR))
    top, bottom = frame.top - _OUTSIDE, frame.top + frame.height + _OUTSIDE
    # what is compared with NaN is False
    seen = (np.maximum(rows[:-1], rows[1:]) >= top) & (np.minimum(rows[:-1], rows[1:]) <= bottom)
    if dashed:
        columns, rows, seen = in_dashes(columns, rows, seen)
    joined = np.append(seen, False).astype(np.int32)
    pieces = arrayToLineSegments(columns, rows, joined, False)
    painter.drawLines(*pieces.drawargs())


def thinned(columns: Array, rows: Array) -> tuple[Array, Array]:
    """The points without those in the middle of a straight piece. All lengths (P,), in px.

    Of each eight pieces the ends stay, and what lies between where it is off the straight line. At a NaN
    all stay.
    """
    whole = (len(columns) - 1) // _PIECES * _PIECES
    if not whole:
        return columns, rows
    starts = slice(0, whole, _PIECES)
    ends = slice(_PIECES, whole + 1, _PIECES)
    across, down = columns[ends] - columns[starts], rows[ends] - rows[starts]
    ways_across = columns[:whole].reshape(-1, _PIECES) - columns[starts, None]
    ways_down = rows[:whole].reshape(-1, _PIECES) - rows[starts, None]
    off = np.abs(across[:, None] * ways_down - down[:, None] * ways_across).max(axis=1)
    stays = np.ones(len(columns), dtype=bool)
    bent = ~(off <= _STRAIGHT * np.hypot(across, down))  # with a NaN, too
    stays[:whole].reshape(-1, _PIECES)[:, 1:] = bent[:, None]
    return columns[stays], rows[stays]


def in_dashes(columns: Array, rows: Array, seen: Array) -> tuple[Array, Array, Array]:
    """More points, so that each dash begins and ends at one; and which of the pieces between are dashes.

    columns, rows: (P,) in px. seen: (P - 1,) which pieces there are. Whatever is not seen counts as
    one dash and its gap, however far it goes.
    """
    if not seen.any():
        return columns, rows, seen
    steps = np.where(seen, np.hypot(np.diff(columns), np.diff(rows)), _DASH_AND_GAP)
    way = np.concatenate([[0.0], np.cumsum(steps)])
    starts = np.arange(0.0, min(way[-1], _LONGEST), _DASH_AND_GAP)
    places = np.unique(np.concatenate([way, starts, np.minimum(starts + _DASH, way[-1])]))
    middles = (places[:-1] + places[1:]) / 2
    pieces = np.minimum(np.searchsorted(way, middles, side="right") - 1, len(seen) - 1)
    dashes = seen[pieces] & (middles % _DASH_AND_GAP < _DASH)
    return np.interp(places, way, columns), np.interp(places, way, rows), dashes
