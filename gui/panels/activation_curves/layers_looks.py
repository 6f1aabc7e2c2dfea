"""How the layers' plots look: names, numbers, axes, and lines that are painted fast."""

import math
from dataclasses import dataclass

import numpy as np
from pyqtgraph.graphicsItems.PlotCurveItem import arrayToLineSegments
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from core.shapes import Array
from gui.panels.activation_curves.view import Frame, View
from gui.theme import SMALL, Theme, font
from gui.widgets.text import MINUS

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_FAR = 1e5  # px: nothing further out is asked of the painter
_WIDE = 4.0  # px: what is wider ends where it ends
_HIGHEST = 1e300  # so that the span of an axis is a float, too
_LADDER = (1.0, 2.0, 5.0)


def three_digits(value: float) -> str:
    """Three significant digits, without needless zeros: 0.125, 0.0156, 59049, 3.2e−19, inf."""
    if not math.isfinite(value):
        return str(float(value)).replace("inf", "∞").replace("-", MINUS)
    size = abs(value)
    if size == 0:
        return "0"
    if size >= 1e6 or size < 1e-3:
        mantissa, exponent = f"{value:.2e}".split("e")
        return f"{mantissa.rstrip('0').rstrip('.')}e{int(exponent)}".replace("-", MINUS)
    decimals = max(2 - math.floor(math.log10(size)), 0)
    text = f"{value:.{decimals}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", MINUS)


def factor_text(value: float) -> str:
    """A number behind a sign: in brackets where it is negative."""
    text = three_digits(value)
    return f"({text})" if value < 0 else text


def subscript(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def superscript(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def ladder(size: float) -> float:
    """The next of …, 0.5, 1, 2, 5, 10, … that is not smaller: an axis that stays while a hand moves."""
    if not size > 0:
        return 1.0
    size = min(size, _HIGHEST)
    power = 10.0 ** math.floor(math.log10(size))
    return next((rung * power for rung in _LADDER if rung * power >= size * (1 - 1e-9)), 10 * power)


def largest(y: Array) -> float:
    """The greatest finite |y|, 0 where there is none."""
    return float(np.abs(y[np.isfinite(y)]).max(initial=0.0))


@dataclass(frozen=True)
class Axis:
    """Where an axis has its numbers, what they are, and which of them has a stronger line."""

    places: tuple[float, ...]
    texts: tuple[str, ...]
    strong: tuple[float, ...] = (0.0,)


def area_of(frame: Frame) -> QRectF:
    return QRectF(frame.left, frame.top, frame.width, frame.height)


def frame_in(room: QRectF, view: View, margins: tuple[float, float, float, float]) -> Frame:
    """The view in this room, less margins at its left, top, right and bottom."""
    left, top, right, bottom = margins
    return Frame(
        view,
        room.left() + left,
        room.top() + top,
        max(room.width() - left - right, 1.0),
        max(room.height() - top - bottom, 1.0),
    )


def paint_axes(
    painter: QPainter, frame: Frame, theme: Theme, along_x: Axis, along_y: Axis, lane: float = 0.0
) -> None:
    """A hairline at each number, stronger ones where the axes say so, and the numbers beside them: those of
    x below a lane of so many px."""
    area = area_of(frame)
    grid, strong = mixed(theme.line, theme.card, 0.6), mixed(theme.muted, theme.card, 0.6)
    small = font(SMALL - 1)
    painter.setFont(small)
    metrics = QFontMetricsF(small)
    for x, text in zip(along_x.places, along_x.texts, strict=True):
        column = sharp(float(frame.column(x)))
        colour = strong if x in along_x.strong else grid
        painter.fillRect(
            QRectF(column - 0.5, area.top(), 1, area.height()), colour
        )  # sooner done than a line
        width = metrics.horizontalAdvance(text) + 8
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRectF(column - width / 2, area.bottom() + lane + 4, width, 16), CENTRE, text)
    for y, text in zip(along_y.places, along_y.texts, strict=True):
        row = sharp(float(frame.row(y)))
        colour = strong if y in along_y.strong else grid
        painter.fillRect(QRectF(area.left(), row - 0.5, area.width(), 1), colour)
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRectF(area.left() - 60, row - 8, 54, 16), RIGHT, text)


def sharp(place: float) -> float:
    """The middle of the pixel: a hairline there is not smeared over two."""
    return math.floor(place) + 0.5


def segments(frame: Frame, x: Array, y: Array) -> PrimitiveArray:
    """A curve in pixels, not joined across NaN; what is far outside stays near. In straight pieces, which
    Qt paints faster than one path."""
    with np.errstate(all="ignore"):
        columns, rows = frame.column(x), np.clip(frame.row(y), -_FAR, _FAR)
    joined = np.isfinite(rows[:-1]) & np.isfinite(rows[1:])
    joined = np.append(joined, False).astype(np.int32)
    return arrayToLineSegments(columns, np.nan_to_num(rows), joined, False)


def draw_line(painter: QPainter, frame: Frame, x: Array, y: Array) -> None:
    """Join the points, but not across NaN."""
    pieces = segments(frame, x, y)
    painter.drawLines(*pieces.drawargs())  # only pointers: the pieces must outlive the call


def pen(colour: QColor, width: float) -> QPen:
    """Without round caps: they are slow."""
    made = QPen(colour, width)
    made.setCapStyle(
        Qt.PenCapStyle.SquareCap if width < _WIDE else Qt.PenCapStyle.FlatCap
    )  # no round ones: slow
    return made


def pale(theme: Theme) -> QColor:
    """Of the wide line that another one lies upon: a fifth of ink on the card."""
    return mixed(theme.ink, theme.card, 0.2)


def mixed(upper: str, lower: str, share: float) -> QColor:
    """What is seen where one colour lies upon another and lets some of it through. Opaque: faster painted."""
    over, under = QColor(upper), QColor(lower)
    channels = ((over.red(), under.red()), (over.green(), under.green()), (over.blue(), under.blue()))
    return QColor(*(round(share * there + (1 - share) * below) for there, below in channels))


def spread(rows: list[float], height: float, top: float, bottom: float) -> list[float]:
    """Where texts of this height stand, in the middle, as near to their rows as may be without touching."""
    order = sorted(range(len(rows)), key=lambda k: rows[k])
    places = list(rows)
    least = top + height / 2
    for k in order:
        places[k] = max(places[k], least)
        least = places[k] + height
    most = bottom - height / 2
    for k in reversed(order):
        places[k] = min(places[k], most)
        most = places[k] - height
    return places
