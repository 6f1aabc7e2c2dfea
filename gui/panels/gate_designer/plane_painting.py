"""Puts the plane on the screen: the region, the lines over it, the four corners."""

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from core.shapes import Array
from gui.panels.gate_designer.frame import Frame
from gui.panels.gate_designer.line_moves import Arrow, handles_of
from gui.panels.gate_designer.plane_scene import Corner, Scene, ShownLine
from gui.panels.gate_designer.plane_words import weights_text
from gui.theme import SMALL, Theme, diverging, font
from gui.widgets.text import short_number

Box = tuple[float, float, float, float]  # left, top, right, bottom

LEVELS = 256  # of a signal, from 0 to 1
MOST_NAMED = 8  # lines that are named: more names would hide the plane
CORNER = 12.0  # px: about half of a corner's mark
HANDLE = 5.0  # px: half of what turns a line
ROOMY = 112.0  # px from one corner to the next: so much and there is room for long labels
_BELOW, _ABOVE = -12, 28  # how far from paper the colours of 0 and of 1 lie, in the map for signed values
_DASHES: tuple[tuple[float, ...], ...] = ((), (6, 4), (1.5, 3), (8, 3, 1.5, 3))
_ALONG = (0.28, 0.72, 0.36, 0.64, 0.2, 0.8, 0.5, 0.44, 0.56)  # where on a line its name may stand
# Places for what the arrow is called, seen from its tip: beside it, and then further away.
_AROUND_TIP = (
    *((0, -1), (1, 0), (-1, 0), (0, 1), (0.8, -1), (-0.8, -1), (0.8, 1), (-0.8, 1)),
    *((0.6, 1.7), (1, 1.7), (-0.6, 1.7), (0.6, -1.7), (-0.6, -1.7)),
)


def region_colours(theme: Theme) -> Array:
    """(256,) uint32: the colours of signals from 0 over 0.5, which is paper, to 1."""
    ramp = diverging(theme).astype(np.float64)  # (256, 3)
    place = np.interp(np.linspace(0, 1, LEVELS), (0, 0.5, 1), (128 + _BELOW, 128, 128 + _ABOVE))
    mixed = np.stack([np.interp(place, np.arange(256), ramp[:, k]) for k in range(3)], axis=1)  # (256, 3)
    return packed(mixed)


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


@dataclass
class Taken:
    """Which places are written on already, so that labels keep clear of each other."""

    area: QRectF
    boxes: list[Box] = field(default_factory=list)

    def find(self, candidates: list[QRectF]) -> QRectF:
        """The first that is free and inside; else the one that covers the least. It is taken from now on."""
        best, least = candidates[0], float("inf")
        for each in candidates:
            cost = self._cost(_box(each))
            if cost < least:
                best, least = each, cost
            if least == 0:
                break  # none is better; mostly it is the first or the second
        self.boxes.append(_box(best))
        return best

    def keep_free(self, middle: QPointF, reach: float) -> None:
        """Nothing should be written nearer to this place than `reach` pixels."""
        x, y = middle.x(), middle.y()
        self.boxes.append((x - reach, y - reach, x + reach, y + reach))

    def keep_line_free(self, frame: Frame, shown: ShownLine) -> None:
        ends = frame.ends(shown.line)
        if ends is not None:
            start, end = frame.place(*ends[0]), frame.place(*ends[1])
            for k in range(13):
                self.keep_free(start + (end - start) * (k / 12), 4)

    def _cost(self, box: Box) -> float:
        """How much it covers, and four times what lies outside. In plain numbers: a rectangle of Qt for each
        overlap would take longer than the painting."""
        left, top, right, bottom = box
        cost = 4 * ((right - left) * (bottom - top) - _shared(box, _box(self.area)))
        for other in self.boxes:
            if other[0] < right and other[2] > left and other[1] < bottom and other[3] > top:
                cost += _shared(box, other)
        return cost


class PlanePainter:
    """Paints in the colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.colours = region_colours(theme)
        self._ink, self._muted, self._card = QColor(theme.ink), QColor(theme.muted), QColor(theme.card)
        self._accent = QColor(theme.accent)
        self._small, self._bold = font(SMALL), font(SMALL, bold=True)

    # Around it

    def paint_axes(self, painter: QPainter, frame: Frame, names: tuple[str, str], *, muted: bool) -> None:
        """Hairlines at 0, 0.5 and 1, the numbers below and on the left, and the names of the inputs."""
        hairline = QColor(self._ink)
        hairline.setAlphaF(0.10)
        painter.setFont(self._small)
        flat = frame.y1 < 0.5  # one input: a strip
        area = frame.area
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # hairlines are sharp, and soon done
        for number in (0.0, 0.5, 1.0):
            column, row = np.floor(frame.column(number)) + 0.5, np.floor(frame.row(number)) + 0.5
            painter.fillRect(QRectF(column - 0.5, area.top(), 1, area.height()), hairline)
            if not flat:
                painter.fillRect(QRectF(area.left(), row - 0.5, area.width(), 1), hairline)
            painter.setPen(self._muted)
            self._write(painter, QPointF(column, area.bottom() + 11), short_number(number))
            if not flat:
                self._write(painter, QPointF(area.left() - 14, row), short_number(number))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if muted:
            return
        painter.setPen(self._ink)
        painter.setFont(self._bold)
        self._write(painter, QPointF(frame.column(1.35), area.bottom() + 11), names[0])
        if not flat:
            self._write(painter, QPointF(area.left() - 14, frame.row(1.35)), names[1])

    def paint_focus(self, painter: QPainter, frame: Frame) -> None:
        """The keys move something here."""
        painter.setPen(QPen(self._accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.area.adjusted(-2, -2, 2, 2), 4, 4)

    def paint_words(self, painter: QPainter, frame: Frame, text: str) -> None:
        """In the middle of an empty plane: what to do."""
        painter.setPen(self._muted)
        painter.setFont(self._small)
        room = frame.area.adjusted(12, 12, -12, -12)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)

    # Lines

    def paint_line(
        self, painter: QPainter, frame: Frame, shown: ShownLine, place: int, taken: Taken, *, held: bool
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
            taken.keep_free(frame.place(*handle), HANDLE + 2)

    def line_name(self, painter: QPainter, frame: Frame, shown: ShownLine, taken: Taken) -> None:
        """Which perceptron a line belongs to, on the line, clear of what is written there already."""
        ends = frame.ends(shown.line)
        if ends is None or not shown.name:
            return
        start, end = frame.place(*ends[0]), frame.place(*ends[1])
        width, height = self._size(self._small, shown.name)
        places = [_around(start + (end - start) * part, width + 10, height + 2) for part in _ALONG]
        place = taken.find([_inside(frame.area, each) for each in places])
        self._chip(painter, place, shown.name, self._small, self._ink)

    def paint_arrow(
        self, painter: QPainter, frame: Frame, arrow: Arrow, scene: Scene, shown: ShownLine, taken: Taken
    ) -> None:
        """The weights: from the line to the side that fires."""
        foot, tip = frame.place(*arrow.foot), frame.place(*arrow.tip)
        painter.setPen(QPen(self._accent, 2.2))
        painter.drawLine(foot, tip)
        _paint_head(painter, foot, tip, self._accent)
        for part in (0.25, 0.5, 0.75, 1.0):
            taken.keep_free(foot + (tip - foot) * part, 8)
        text = weights_text(scene, shown.line.first, shown.line.second)
        if frame.unit < ROOMY:
            text = "w"
        width, height = self._size(self._bold, text)
        aside, above = width / 2 + 14, height / 2 + 11
        middles = [tip + QPointF(dx * aside, dy * above) for dx, dy in _AROUND_TIP]
        place = taken.find([_around(middle, width + 8, height) for middle in middles])
        self._chip(painter, place, text, self._bold, self._accent, frame=False)

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

    def corner_text(
        self, painter: QPainter, frame: Frame, corner: Corner, taken: Taken, *, flat: bool
    ) -> None:
        """(1, 0) → 1, above the corner; where there is little room only what comes out."""
        text = f"→ {short_number(corner.value, 2)}"
        if frame.unit >= ROOMY:
            text = f"({corner.x:g}) {text}" if flat else f"({corner.x:g}, {corner.y:g}) {text}"
        width, height = self._size(self._small, text)
        middle, away = frame.place(corner.x, corner.y), height / 2 + (17 if frame.unit >= ROOMY else 13)
        ways = [QPointF(0, -away), QPointF(0, away)]
        if frame.unit < ROOMY:
            ways.append(QPointF((width / 2 + 16) * (1 if corner.x else -1), 0))  # away from its neighbour
        place = taken.find([_around(middle + way, width + 8, height) for way in ways])
        face = self._bold if corner.present else self._small
        self._chip(painter, place, text, face, self._ink, frame=False)

    # Small things

    def _chip(
        self, painter: QPainter, place: QRectF, text: str, face: QFont, colour: QColor, *, frame: bool = True
    ) -> None:
        """A word on a little paper of its own, so that it can be read upon lines."""
        paper = QColor(self._card)
        paper.setAlphaF(0.92 if frame else 0.66)
        painter.setPen(QPen(QColor(self.theme.line), 1) if frame else Qt.PenStyle.NoPen)
        painter.setBrush(paper)
        painter.drawRoundedRect(place, 5, 5)
        painter.setPen(colour)
        painter.setFont(face)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _size(self, face: QFont, text: str) -> tuple[float, float]:
        metrics = QFontMetricsF(face)
        return metrics.horizontalAdvance(text), metrics.height()

    def _write(self, painter: QPainter, middle: QPointF, text: str) -> None:
        painter.drawText(_around(middle, 60, 20), Qt.AlignmentFlag.AlignCenter, text)


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


def _box(place: QRectF) -> Box:
    return place.left(), place.top(), place.right(), place.bottom()


def _shared(one: Box, other: Box) -> float:
    """The area that two boxes have in common."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0.0) * max(high, 0.0)


def _inside(area: QRectF, place: QRectF) -> QRectF:
    """The same place, moved to the sides so that nothing of it is cut off."""
    right = max(0.0, place.right() - area.right() + 3)
    left = max(0.0, area.left() + 3 - place.left())
    return place.translated(left - right, 0)


def _around(middle: QPointF, width: float, height: float) -> QRectF:
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
