"""Fonts, pens and brushes of the sheet, made once for each theme; and how text is put down with them.

Text is placed by its baseline, with widths that are remembered: to have Qt lay a rectangle of text out
again for every number would take most of the time of a frame.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QStaticText,
    QTextLayout,
    QTransform,
)

from gui.theme import Theme, font

_PALE, _PALE_IN_THE_DARK = 0.3, 0.42  # how much is left of the colour of a wire that brings 0
_SHADES = 8  # between pale and full

Side = Literal["left", "middle", "right"]
_SIDES: dict[Side, float] = {"left": 0.0, "middle": 0.5, "right": 1.0}


class Inks:
    """What a theme paints with."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.card = QBrush(QColor(theme.card))
        self.accent = QBrush(QColor(theme.accent))
        self.accent_soft = QBrush(QColor(theme.accent_soft))
        self.ink = QPen(QColor(theme.ink))
        self.muted = QPen(QColor(theme.muted))
        self.on_accent = QPen(QColor(theme.on_accent))
        self.hairline = QPen(QColor(theme.line), 1)
        self.frame = QPen(mixed(theme.line, theme.muted, 0.35), 1.25)
        self.quiet_line = QPen(mixed(theme.line, theme.muted, 0.6), 1.5)
        self.accent_line = QPen(QColor(theme.accent), 1.5)
        self.chosen = QPen(QColor(theme.accent), 2.25)
        self.guide = QPen(QColor(theme.accent), 1.25, Qt.PenStyle.DashLine)
        self.guide_ink = QPen(QColor(theme.ink), 1.5, Qt.PenStyle.DashLine)
        self.marked_wire = QPen(QColor(theme.accent), 9)
        see_through = QColor(theme.accent)
        see_through.setAlphaF(0.45)
        self.marked_wire.setColor(see_through)
        self._wires: dict[tuple[int, int, int], QPen] = {}
        self._dots: dict[float, QPen] = {}

    def wire(self, sign: int, width: float, signal: float) -> QPen:
        """For a wire: the colour of its sign (0: a weight of 0), paler the less signal it brings."""
        shade = round(min(max(signal, 0.0), 1.0) * _SHADES)
        kind = (sign, round(width * 8), shade)
        if kind not in self._wires:
            t = self.theme
            full = {1: t.positive, -1: t.negative, 0: t.muted}[sign]
            pale = _PALE_IN_THE_DARK if t.is_dark else _PALE
            colour = mixed(t.card, full, pale + (1 - pale) * shade / _SHADES)
            self._wires[kind] = QPen(colour, width)
            if sign == 0:
                self._wires[kind].setDashPattern([3, 3])
        return self._wires[kind]

    def plain_wire(self, signal: float) -> QPen:
        """For a wire without a weight."""
        shade = round(min(max(signal, 0.0), 1.0) * _SHADES)
        kind = (2, 0, shade)
        if kind not in self._wires:
            colour = mixed(self.quiet_line.color().name(), self.theme.accent, shade / _SHADES)
            self._wires[kind] = QPen(colour, 1.75 + 0.75 * shade / _SHADES)
        return self._wires[kind]

    def dots(self, zoom: float) -> QPen:
        """For the dots of the paper, which are of one size however near they are seen."""
        if zoom not in self._dots:
            self._dots.clear()
            self._dots[zoom] = QPen(QColor(self.theme.line), 2, c=Qt.PenCapStyle.RoundCap)
            self._dots[zoom].setCosmetic(True)
        return self._dots[zoom]


@cache
def inks_of(theme: Theme) -> Inks:
    return Inks(theme)


def mixed(first: str, second: str, share: float) -> QColor:
    """A colour on the way from the first to the second."""
    a, b = QColor(first), QColor(second)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


# Text


@cache
def font_of(size: int, bold: bool) -> QFont:
    return font(size, bold=bold)


@cache
def _metrics(size: int, bold: bool) -> tuple[QFontMetricsF, float]:
    """The metrics of a font, and how far below the middle of a line its letters stand."""
    metrics = QFontMetricsF(font_of(size, bold))
    return metrics, (metrics.ascent() - metrics.descent()) / 2


# The small figures that fonts have for indices are hard to read: larger ones are set lower instead.
_INDICES = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_SMALLER, _LOWER = 3, 3.0  # px


@lru_cache(maxsize=4096)
def _runs(text: str, size: int, bold: bool) -> tuple[tuple[str, int, float, float], ...]:
    """A text cut where indices begin and end: each piece with its size, its place and how low it stands."""
    found = []
    x = 0.0
    for is_index, letters in groupby(text, "₀₁₂₃₄₅₆₇₈₉".__contains__):
        piece = "".join(letters).translate(_INDICES)
        small = size - _SMALLER if is_index else size
        found.append((piece, small, x, _LOWER if is_index else 0.0))
        x += _metrics(small, bold)[0].horizontalAdvance(piece)
    return (*found, ("", size, x, 0.0))


@lru_cache(maxsize=4096)
def _laid_out(piece: str, size: int, bold: bool) -> tuple[QStaticText, float]:
    """A text laid out once and for all, and how far its top is above its baseline.

    So it is painted in half the time, and most texts are painted again and again: + and − on wires, names,
    the hundred numbers from 0.00 to 1.00. Letters that come from another font may make its line higher.
    """
    face = font_of(size, bold)
    static = QStaticText(piece)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.prepare(QTransform(), face)
    layout = QTextLayout(piece, face)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return static, line.ascent()


@lru_cache(maxsize=8192)
def _line(
    text: str, size: int, bold: bool, room: float, side: float
) -> tuple[tuple[QFont, QStaticText, float, float], ...]:
    """The pieces of a text with their fonts, and where they stand: from the left end of the room and from
    the middle of its height. side: the share of what is free that is left of the text."""
    width = width_of(text, size, bold)
    if width > room:
        text = _cut(text, size, bold, room)
        width = width_of(text, size, bold)
    left, base = (room - width) * side, _metrics(size, bold)[1]
    found = []
    for piece, small, along, lower in _runs(text, size, bold)[:-1]:
        static, ascent = _laid_out(piece, small, bold)
        found.append((font_of(small, bold), static, left + along, base + lower - ascent))
    return tuple(found)


def width_of(text: str, size: int, bold: bool = False) -> float:
    return _runs(text, size, bold)[-1][2]


@lru_cache(maxsize=1024)
def _cut(text: str, size: int, bold: bool, room: float) -> str:
    """As much of a text as has room, and a sign that there is more."""
    kept = len(text)
    while kept > 0 and width_of(text[:kept] + "…", size, bold) > room:
        kept -= 1
    return text[:kept].rstrip() + "…"


def fitting_text(forms: Sequence[str], size: int, room: float) -> str:
    """The first of these that has room, or else the last."""
    return next((form for form in forms if width_of(form, size) <= room), forms[-1])


def write(
    painter: QPainter,
    pen: QPen,
    place: QRectF,
    text: str,
    size: int,
    *,
    bold: bool = False,
    side: Side = "left",
) -> None:
    """One line in the middle of the height of a place; cut where it is too long."""
    x, y = place.x(), place.y() + place.height() / 2
    painter.setPen(pen)
    for face, static, right, below in _line(text, size, bold, place.width(), _SIDES[side]):
        painter.setFont(face)
        painter.drawStaticText(QPointF(x + right, y + below), static)


def write_middle(
    painter: QPainter, pen: QPen, place: QRectF, text: str, size: int, *, bold: bool = False
) -> None:
    """One line in the middle of a place."""
    write(painter, pen, place, text, size, bold=bold, side="middle")
