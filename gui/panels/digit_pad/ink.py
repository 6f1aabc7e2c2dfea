"""Ink on a square of pixels: 0 where there is none, 255 where the pen covered all of the pixel.

The pad keeps two of these, drawn alike: one as fine as the screen, to look at, and one of 280×280
for the network. Each piece of a stroke is painted on a patch of its own and then laid over what is
there, pixel by pixel the larger of the two. Painting them onto each other instead would fill up the
smooth edges wherever pieces overlap, and they overlap everywhere.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby, islice

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, qRgb

from gui.panels.digit_pad.model import Piece, Stroke, pieces
from gui.theme import Lut

_PIECES_AT_ONCE = 64  # longer paths cross themselves so often that they get slow


def path_of(run: Iterable[Piece], side: float) -> QPainterPath:
    """Pieces as one line to draw, in pixels."""
    path = QPainterPath()
    end = None
    for piece in run:
        start, via = (QPointF(x * side, y * side) for x, y in (piece.start, piece.via))
        if end != piece.start:
            path.moveTo(start)
        end = piece.end
        last = QPointF(end[0] * side, end[1] * side)
        if start == last:
            last.setX(last.x() + 0.01)  # a line without a length would not be drawn
        if piece.curved:
            path.quadTo(via, last)
        else:
            path.lineTo(via)
            path.lineTo(last)
    return path


def pen_of(width: float, colour: QColor) -> QPen:
    """A round pen, so that ends and corners are round."""
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


class Ink:
    """`pixels` is (side, side) uint8; `image` shows the same memory through a colour map."""

    def __init__(self, side: int) -> None:
        self.side = side
        stride = -(-side // 4) * 4  # QImage wants rows of whole 32-bit words
        rows = np.zeros((side, stride), np.uint8)
        self.pixels: NDArray[np.uint8] = rows[:, :side]
        self.image = QImage(rows.data, side, side, stride, QImage.Format.Format_Indexed8)

    def set_colours(self, lut: Lut) -> None:
        """What the image is painted with, from the colour of paper to that of ink."""
        self.image.setColorTable([qRgb(*rgb) for rgb in lut.tolist()])

    def add(self, run: Sequence[Piece], width: float, *, erase: bool) -> QRect:
        """Draw or erase pieces of one width. Returns the part that may have changed."""
        path, reach = path_of(run, self.side), width * self.side / 2 + 1
        area = path.controlPointRect().adjusted(-reach, -reach, reach, reach).toAlignedRect()
        area &= self.image.rect()
        if area.isEmpty():
            return area
        patch = QImage(area.size(), QImage.Format.Format_Grayscale8)
        patch.fill(0)
        painter = QPainter(patch)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-area.topLeft())
        painter.strokePath(path, pen_of(width * self.side, QColor(255, 255, 255)))
        painter.end()
        new = np.frombuffer(patch.constBits(), np.uint8).reshape(area.height(), -1)[:, : area.width()]
        old = self.pixels[area.top() : area.bottom() + 1, area.left() : area.right() + 1]
        if erase:
            np.minimum(old, 255 - new, out=old)
        else:
            np.maximum(old, new, out=old)
        return area

    def add_stroke(self, stroke: Stroke) -> None:
        """Draw or erase a whole stroke."""
        for width, run in groupby(pieces(stroke.points), key=lambda piece: piece.width):
            while some := list(islice(run, _PIECES_AT_ONCE)):
                self.add(some, width, erase=stroke.erase)

    def clear(self) -> None:
        self.pixels.fill(0)
