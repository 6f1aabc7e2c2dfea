"""What is painted around blocks: W₁ as in a formula, (784, 50) with its axes in colour, and frames."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from gui.panels.forward_inspector.model import Shape
from gui.theme import Theme, mono_font

_FAMILIES = ["STIX Two Text", "Cambria Math", "Times New Roman", "Liberation Serif", "DejaVu Serif", "serif"]
_DROP = 3  # px that an index stands lower

Run = tuple[str, QColor, QFont, int]  # text, colour, font, px below the line


@cache
def letter_font(size: int, *, slanted: bool = True) -> QFont:
    """The letters of mathematics, slanted, and their upright indices."""
    font = QFont(_FAMILIES)
    font.setPixelSize(size)
    font.setItalic(slanted)
    return font


@cache
def shape_font(size: int = 11, *, strong: bool = True) -> QFont:
    """For shapes under blocks."""
    font = mono_font(size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def name_runs(name: str, colour: QColor, size: int = 15) -> list[Run]:
    """W1 as W with a small lowered 1."""
    letter, index = name[:1], name[1:]
    runs: list[Run] = [(letter, colour, letter_font(size), 0)]
    if index:
        runs.append((index, colour, letter_font(size - 4, slanted=False), _DROP))
    return runs


def shape_runs(shape: Shape, theme: Theme, *, batch: bool, font: QFont) -> list[Run]:
    """(100, 784): the batch axis in its colour, feature axes in theirs."""
    muted = QColor(theme.muted)
    runs: list[Run] = [("(", muted, font, 0)]
    for axis, size in enumerate(shape):
        if axis:
            runs.append((", ", muted, font, 0))
        colour = theme.batch_axis if batch and axis == 0 else theme.feature_axis
        runs.append((str(size), QColor(colour), font, 0))
    runs.append((",)" if len(shape) == 1 else ")", muted, font, 0))
    return runs


def paint_runs(painter: QPainter, middle: float, baseline: float, runs: list[Run]) -> None:
    """Paint runs behind each other, the whole centred on `middle`."""
    widths = [QFontMetricsF(font).horizontalAdvance(text) for text, _, font, _ in runs]
    x = middle - sum(widths) / 2
    for (text, colour, font, drop), width in zip(runs, widths, strict=True):
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, baseline + drop), text)
        x += width


def paint_frame(painter: QPainter, rect: QRectF, colour: str, width: float) -> None:
    """A frame inside `rect`. Four filled bars: a stroked outline takes many times as long."""
    ink = QColor(colour)
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), width), ink)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - width, rect.width(), width), ink)
    painter.fillRect(QRectF(rect.left(), rect.top(), width, rect.height()), ink)
    painter.fillRect(QRectF(rect.right() - width, rect.top(), width, rect.height()), ink)
