"""Puts the plane on the screen: the region, the lines over it, the four corners."""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from core.shapes import Array
from gui.panels.gate_designer.frame import Frame
from gui.panels.gate_designer.inks import font_of, write_middle
from gui.panels.gate_designer.line_moves import Arrow, handles_of
from gui.panels.gate_designer.plane_labels import HANDLE, ROOMY, Label, Words
from gui.panels.gate_designer.plane_scene import Corner, ShownLine
from gui.theme import SMALL, Theme, diverging
from gui.widgets.text import short_number

LEVELS = 256  # of a signal, from 0 to 1
_HATCH = 8  # px from one stripe to the next, along a row
_TICKS = (0.0, 0.5, 1.0)
_BELOW, _ABOVE = -12, 28  # how far from paper the colours of 0 and of 1 lie, in the map for signed values
_DASHES: tuple[tuple[float, ...], ...] = ((), (6, 4), (1.5, 3), (8, 3, 1.5, 3))


def region_colours(theme: Theme) -> Array:
    """(256,) uint32: the colours of signals from 0 over 0.5, which is paper, to 1."""
    ramp = diverging(theme).astype(np.float64)  # (256, 3)
    place = np.interp(np.linspace(0, 1, LEVELS), (0, 0.5, 1), (128 + _BELOW, 128, 128 + _ABOVE))
    mixed = np.stack([np.interp(place, np.arange(256), ramp[:, k]) for k in range(3)], axis=1)  # (256, 3)
    return packed(mixed)


@dataclass(frozen=True, eq=False)
class RegionColours:
    """ramp: (256,) uint32, see `region_colours`. paper, ink: of what has no value, which is hatched."""

    ramp: Array
    paper: int
    ink: int

    def of(self, values: Array) -> Array:
        """The colours of (H, W) values from 0 to 1, which are used up."""
        values *= LEVELS - 1  # in place: each array of this size would take as long to make as to fill
        values += 0.5
        return self.ramp.take(values.astype(np.uint8))

    def of_any(self, values: Array, ratio: float) -> Array:
        """The same for any numbers: what is below 0 looks like 0, what is above 1 like 1."""
        missing = np.isnan(values)
        np.clip(values, 0, 1, out=values)
        if not missing.any():
            return self.of(values)
        values[missing] = 0
        colours = self.of(values)
        height, width = missing.shape
        stripes = np.add.outer(np.arange(height), np.arange(width)) % round(_HATCH * ratio) < 2 * ratio
        hatched = np.where(stripes, np.uint32(self.ink), np.uint32(self.paper))
        return np.where(missing, hatched, colours)


def packed(colours: Array) -> Array:
    """(N, 3) red, green, blue → (N,) uint32, as Qt has them."""
    r, g, b = np.round(colours).astype(np.uint32).T
    return 0xFF000000 | r << 16 | g << 8 | b


def image_of(colours: Array, ratio: float) -> QImage:
    """A picture of (H, W) uint32 colours; ratio: pixels of the screen for one of the widget's."""
    colours = np.ascontiguousarray(colours)
    height, width = colours.shape
    shared = QImage(colours.data, width, height, 4 * width, QImage.Format.Format_RGB32)
    image = shared.copy()  # one that does not need the array any longer
    image.setDevicePixelRatio(ratio)
    return image


class PlanePainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        gaps = [QColor(colour).rgb() for colour in (theme.card, theme.line)]
        self.colours = RegionColours(region_colours(theme), *gaps)
        self._ink, self._muted, self._card = QColor(theme.ink), QColor(theme.muted), QColor(theme.card)
        self._accent = QColor(theme.accent)

    # Around it

    def paint_ground(
        self, painter: QPainter, size: QSize, frame: Frame, names: tuple[str, str], *, focused: bool
    ) -> None:
        """The paper, the numbers below and on the left, and the names of the inputs."""
        painter.fillRect(QRectF(QPointF(0, 0), size), self._card)
        if focused:
            self._paint_focus(painter, frame)
        below, aside = frame.area.bottom() + 11, frame.area.left() - 14
        for number in _TICKS:
            text = short_number(number)
            self._write(painter, QPointF(_sharp(frame.column(number)), below), text, self._muted)
            if not _is_flat(frame):
                self._write(painter, QPointF(aside, _sharp(frame.row(number))), text, self._muted)
        self._write(painter, QPointF(frame.column(1.35), below), names[0], self._ink, bold=True)
        if not _is_flat(frame):
            self._write(painter, QPointF(aside, frame.row(1.35)), names[1], self._ink, bold=True)

    def paint_grid(self, painter: QPainter, frame: Frame) -> None:
        """Hairlines at 0, 0.5 and 1."""
        hairline = QColor(self._ink)
        hairline.setAlphaF(0.10)
        area = frame.area
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # hairlines are sharp, and soon done
        for number in _TICKS:
            painter.fillRect(
                QRectF(_sharp(frame.column(number)) - 0.5, area.top(), 1, area.height()), hairline
            )
            if not _is_flat(frame):
                painter.fillRect(
                    QRectF(area.left(), _sharp(frame.row(number)) - 0.5, area.width(), 1), hairline
                )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint_words(self, painter: QPainter, frame: Frame, text: str) -> None:
        """An empty plane, and what to do: no grid, for its lines would cross the words."""
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._muted)
        painter.setFont(font_of(SMALL, False))
        room = frame.area.adjusted(12, 12, -12, -12)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)

    def _paint_focus(self, painter: QPainter, frame: Frame) -> None:
        """The keys move something here."""
        painter.setPen(QPen(self._accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.area.adjusted(-2, -2, 2, 2), 4, 4)

    # Lines

    def paint_line(
        self, painter: QPainter, frame: Frame, shown: ShownLine, place: int, *, held: bool
    ) -> None:
        """place: which of the lines, for its dashes. held: whether it is the current one."""
        ends = frame.ends(shown.line)
        if ends is None:
            return
        pen = QPen(self._ink, 2.4 if held else 1.6)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        dashes = _DASHES[place % len(_DASHES)]
        if dashes:
            pen.setDashPattern([length * 1.6 / pen.widthF() for length in dashes])
        painter.setPen(pen)
        painter.drawLine(frame.place(*ends[0]), frame.place(*ends[1]))
        handles = handles_of(ends) if held and shown.turnable else None
        painter.setPen(QPen(self._ink, 1.6))
        painter.setBrush(self._card)
        for handle in handles or ():
            painter.drawEllipse(frame.place(*handle), HANDLE, HANDLE)

    def paint_arrow(self, painter: QPainter, frame: Frame, arrow: Arrow) -> None:
        """The weights: from the line to the side that fires."""
        foot, tip = frame.place(*arrow.foot), frame.place(*arrow.tip)
        painter.setPen(QPen(self._accent, 2.2))
        painter.drawLine(foot, tip)
        _paint_head(painter, foot, tip, self._accent)

    def paint_names(self, painter: QPainter, words: Words) -> None:
        """What the arrow and the lines are called."""
        if words.arrow is not None:
            self._chip(painter, words.arrow, self._accent, bold=True, framed=False)
        for name in words.names:
            self._chip(painter, name, self._ink)

    # Corners

    def paint_corner(self, painter: QPainter, frame: Frame, corner: Corner, *, marked: bool) -> None:
        """● wanted 1, □ wanted 0, a dot where nothing is aimed at; ✕ where it comes out wrong."""
        theme, middle = self.theme, frame.place(corner.x, corner.y)
        size = 1.0 if frame.unit >= ROOMY else 0.8
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if marked:
            painter.setPen(QPen(self._ink, 1.5, Qt.PenStyle.DotLine))
            painter.drawEllipse(middle, 18 * size, 18 * size)
        if corner.present:
            painter.setPen(QPen(self._accent, 2))
            painter.drawEllipse(middle, 14 * size, 14 * size)
        if corner.goal == 1:
            painter.setPen(QPen(self._card, 1))
            painter.setBrush(QColor(theme.positive))
            painter.drawEllipse(middle, 9 * size, 9 * size)
        elif corner.goal == 0:
            painter.setPen(QPen(QColor(theme.negative), 2.5))
            painter.setBrush(self._card)
            painter.drawRect(_around(middle, 14 * size, 14 * size))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._muted)
            painter.drawEllipse(middle, 4 * size, 4 * size)
        if corner.wrong:
            reach = 11 * size
            for pen in (QPen(self._card, 5), QPen(self._ink, 2.5)):
                painter.setPen(pen)
                for dx in (-reach, reach):
                    painter.drawLine(middle - QPointF(dx, reach), middle + QPointF(dx, reach))

    def paint_corner_text(self, painter: QPainter, label: Label, *, present: bool) -> None:
        self._chip(painter, label, self._ink, bold=present, framed=False)

    # Small things

    def _chip(
        self, painter: QPainter, label: Label, colour: QColor, *, bold: bool = False, framed: bool = True
    ) -> None:
        """A word on a little paper of its own, so that it can be read upon lines."""
        paper = QColor(self._card)
        paper.setAlphaF(0.92 if framed else 0.66)
        painter.setPen(QPen(QColor(self.theme.line), 1) if framed else Qt.PenStyle.NoPen)
        painter.setBrush(paper)
        painter.drawRoundedRect(label.place, 5, 5)
        write_middle(painter, QPen(colour), label.place, label.text, SMALL, bold=bold)

    def _write(
        self, painter: QPainter, middle: QPointF, text: str, colour: QColor, *, bold: bool = False
    ) -> None:
        write_middle(painter, QPen(colour), _around(middle, 60, 20), text, SMALL, bold=bold)


def _paint_head(painter: QPainter, foot: QPointF, tip: QPointF, colour: QColor) -> None:
    way = tip - foot
    length = max(float(np.hypot(way.x(), way.y())), 1e-9)
    ahead = way / length
    aside = QPointF(-ahead.y(), ahead.x())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(
        QPolygonF([tip + ahead * 7, tip - ahead * 5 + aside * 6.5, tip - ahead * 5 - aside * 6.5])
    )


def _around(middle: QPointF, width: float, height: float) -> QRectF:
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)


def _is_flat(frame: Frame) -> bool:
    """With one input the plane is a strip."""
    return frame.y1 < 0.5


def _sharp(place: float) -> float:
    """The middle of the pixel here."""
    return math.floor(place) + 0.5
