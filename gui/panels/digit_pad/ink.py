"""Ink on a square of pixels: 0 where there is none, 255 where the pen covered all of the pixel.

The pad keeps two of these, drawn alike: one as fine as the screen, to look at, and one of 280×280
for the network. Each piece of a stroke is painted on a patch of its own and then laid over what is
there, pixel by pixel the larger of the two. Painting them onto each other instead would fill up the
smooth edges wherever pieces overlap, and they overlap everywhere.
"""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, qRgb

from gui.panels.digit_pad.model import Piece, Stroke, pieces
from gui.theme import Lut

# Longer paths cross themselves so often that they get slow, and what is drawn at once makes the window wait.
_PIECES_AT_ONCE = 64
_LENGTH_AT_ONCE = 1.0  # of the canvas side


class Mark(NamedTuple):
    """Pieces of one width that are drawn, or erased, at once."""

    run: list[Piece]
    erase: bool


def marks_of(stroke: Stroke) -> Iterator[Mark]:
    """A whole stroke, in parts that are soon drawn. They do not depend on the size of the picture."""
    run: list[Piece] = []
    length = 0.0
    for piece in pieces(stroke.points):
        own = math.dist(piece.start, piece.via) + math.dist(piece.via, piece.end)
        if run and (
            piece.width != run[0].width or length + own > _LENGTH_AT_ONCE or len(run) == _PIECES_AT_ONCE
        ):
            yield Mark(run, stroke.erase)
            run, length = [], 0.0
        run.append(piece)
        length += own
    yield Mark(run, stroke.erase)


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
        self._grey = QImage(rows.data, side, side, stride, QImage.Format.Format_Grayscale8)

    def set_colours(self, lut: Lut) -> None:
        """What the image is painted with, from the colour of paper to that of ink."""
        self.image.setColorTable([qRgb(*rgb) for rgb in lut.tolist()])

    def add(self, mark: Mark) -> None:
        """Draw or erase it."""
        width = mark.run[0].width * self.side
        path, reach = path_of(mark.run, self.side), width / 2 + 1
        area = path.controlPointRect().adjusted(-reach, -reach, reach, reach).toAlignedRect()
        area &= self.image.rect()
        if area.isEmpty():
            return
        patch = QImage(area.size(), QImage.Format.Format_Grayscale8)
        patch.fill(0)
        with QPainter(patch) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-area.topLeft())
            painter.strokePath(path, pen_of(width, QColor(255, 255, 255)))
        new = np.frombuffer(patch.constBits(), np.uint8).reshape(area.height(), -1)[:, : area.width()]
        old = self.pixels[area.top() : area.bottom() + 1, area.left() : area.right() + 1]
        if mark.erase:
            np.minimum(old, 255 - new, out=old)
        else:
            np.maximum(old, new, out=old)

    def show_scaled(self, other: "Ink") -> None:
        """Look like another one, as well as a picture can be enlarged or made smaller."""
        scaled = other._grey.scaled(
            self.side,
            self.side,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        ).convertToFormat(QImage.Format.Format_Grayscale8)
        rows = np.frombuffer(scaled.constBits(), np.uint8).reshape(self.side, -1)
        self.pixels[:] = rows[:, : self.side]
