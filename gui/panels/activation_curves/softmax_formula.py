"""Softmax with the numbers put in, set as mathematics, and painted as fast as the numbers change.

ziamath needs some 10 ms for a formula and a worker; this one has to follow a bar under the hand. So it
is set here, in the typeface that ziamath brings.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import LIGHT, STEP, Theme
from gui.widgets.named import named

_SIZE, _SMALL = 18, 13  # px
_LINE = 27.0  # px from one line of a sum to the next
_FEW = 4  # terms that stand on one line
_PLUS = 26.0  # px: for the sign between two terms
_LARGE = 1.35  # times these, where there is room and only one line


@cache
def math_family() -> str:
    """The typeface of the other formulas. Where it is missing, any with serifs will do."""
    spec = find_spec("ziamath")
    if spec is not None and spec.origin:
        path = Path(spec.origin).parent / "fonts" / "STIXTwoMath-Regular.ttf"
        families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
        if families:
            return families[0]
    return "serif"


def _math_font(size: float, *, bold: bool = False) -> QFont:
    result = QFont(math_family())
    result.setPixelSize(round(size))
    result.setBold(bold)
    return result


@dataclass(frozen=True)
class Fraction:
    """y_k = e^top / (e^bottom₀ + e^bottom₁ + …) = numerator / total = value."""

    k: int
    top: str
    bottom: tuple[str, ...]
    numerator: str
    total: str
    value: str
    broken: bool


class SoftmaxFormula(QWidget):
    """Lights the terms of one class: above the bar, and in the sum below it. Points back at the bars."""

    pointed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._theme = LIGHT
        self._fraction: Fraction | None = None
        self._roomy = False
        self.lit = False
        self._terms: dict[int, QRectF] = {}  # where each term of the sum was painted

    @property
    def fraction(self) -> Fraction | None:
        return self._fraction

    def show_fraction(self, fraction: Fraction, *, lit: bool) -> None:
        before = self._fraction
        self._fraction, self.lit = fraction, lit
        if before is None or len(before.bottom) != len(fraction.bottom):
            self.updateGeometry()
        self.setAccessibleName(spoken(fraction))
        self.update()

    def set_roomy(self, roomy: bool) -> None:
        """Is there room to write large?"""
        if roomy != self._roomy:
            self._roomy = roomy
            self.updateGeometry()
            self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    @property
    def _scale(self) -> float:
        few = self._fraction is not None and _lines(len(self._fraction.bottom)) == 1
        return _LARGE if self._roomy and few else 1.0

    def sizeHint(self) -> QSize:
        lines = _lines(len(self._fraction.bottom)) if self._fraction else 1
        return QSize(40 * STEP, round(self._scale * (_LINE * (lines + 2) + STEP)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def term_rect(self, k: int) -> QRectF:
        """Where the term of a class stands in the sum, once it was painted."""
        return self._terms.get(k, QRectF())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter, float(self.width()))

    def paint(self, painter: QPainter, width: float) -> None:
        """From (0, 0) on, not wider than that."""
        fraction = self._fraction
        if fraction is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        setter = _Setter(painter, self._theme)
        left = setter.width_of_left(fraction)
        needed = left + max(setter.sum_widths(fraction.bottom)) + STEP
        scale = min(self._scale, width / needed)
        painter.save()
        painter.scale(scale, scale)
        terms = setter.fraction(fraction, left, lit=self.lit)
        setter.result(fraction, left, width / scale)
        painter.restore()
        self._terms = {
            k: QRectF(at.x() * scale, at.y() * scale, at.width() * scale, at.height() * scale)
            for k, at in terms.items()
        }

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        for k, place in self._terms.items():
            if place.contains(event.position()):
                self.pointed.emit(k)
                return

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(-1)


def spoken(fraction: Fraction) -> str:
    """The formula in one line."""
    below = " + ".join(f"e^({each})" for each in fraction.bottom)
    return (
        f"y{fraction.k} = e^({fraction.top}) / ({below}) "
        f"= {fraction.numerator} / {fraction.total} = {fraction.value}"
    )


def _lines(terms: int) -> int:
    return 1 if terms <= _FEW else 2


def _split(bottom: Sequence[str]) -> list[tuple[str, ...]]:
    """The terms of each line of the sum."""
    lines = _lines(len(bottom))
    each = -(-len(bottom) // lines)
    return [tuple(bottom[k : k + each]) for k in range(0, len(bottom), each)]


class _Setter:
    """Sets the parts of one fraction, from the left end of its bar on."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter = painter
        self._theme = theme
        self._font, self._raised = _math_font(_SIZE), _math_font(_SMALL)
        self._bold = _math_font(_SIZE, bold=True)

    def _wide(self, text: str, font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance(text)

    def term_width(self, exponent: str) -> float:
        return self._wide("𝑒", self._font) + 1 + self._wide(exponent, self._raised)

    def sum_widths(self, bottom: Sequence[str]) -> list[float]:
        """Of each line. All but the first begin with a sign."""
        return [
            sum(self.term_width(each) + _PLUS for each in line) - (0 if row else _PLUS)
            for row, line in enumerate(_split(bottom))
        ]

    def width_of_left(self, fraction: Fraction) -> float:
        """Of y_k =, with a gap."""
        return self._wide("𝑦", self._font) + self._wide(str(fraction.k), self._raised) + 32

    def _write(self, x: float, baseline: float, text: str, font: QFont, colour: str) -> float:
        """Write there; return where it ends."""
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(QPointF(x, baseline), text)
        return x + self._wide(text, font)

    def _term(self, x: float, baseline: float, exponent: str, *, lit: bool) -> QRectF:
        """e with its exponent. What is lit has a ground and is underlined."""
        place = QRectF(x - 3, baseline - 19, self.term_width(exponent) + 6, 25)
        if lit:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(self._theme.accent_soft))
            self._painter.drawRoundedRect(place, 4, 4)
            self._painter.setPen(QPen(QColor(self._theme.accent), 2))
            self._painter.drawLine(place.bottomLeft(), place.bottomRight())
        colour = self._theme.accent if lit else self._theme.ink
        x = self._write(x, baseline, "𝑒", self._font, colour) + 1
        self._write(x, baseline - 6, exponent, self._raised, colour)
        return place

    def fraction(self, fraction: Fraction, left: float, *, lit: bool) -> dict[int, QRectF]:
        """Paint it up to its value, and tell where the terms of the sum are."""
        widths = self.sum_widths(fraction.bottom)
        bar, width = _LINE + 1, max(*widths, self.term_width(fraction.top)) + STEP
        x = self._write(2, bar + 5, "𝑦", self._font, self._theme.ink)
        x = self._write(x, bar + 9, str(fraction.k), self._raised, self._theme.ink)
        self._write(x + 7, bar + 5, "=", self._font, self._theme.ink)
        self._term(left + (width - self.term_width(fraction.top)) / 2, bar - 8, fraction.top, lit=lit)
        self._painter.setPen(QPen(QColor(self._theme.ink), 1.2))
        self._painter.drawLine(QPointF(left, bar), QPointF(left + width, bar))
        terms: dict[int, QRectF] = {}
        sign = (_PLUS - self._wide("+", self._font)) / 2
        for row, line in enumerate(_split(fraction.bottom)):
            baseline = bar + 21 + row * _LINE
            x = left + (width - widths[row]) / 2
            for exponent in line:
                k = len(terms)
                if k > 0:
                    self._write(x + sign, baseline, "+", self._font, self._theme.ink)
                    x += _PLUS
                terms[k] = self._term(x, baseline, exponent, lit=lit and k == fraction.k)
                x += self.term_width(exponent)
        return terms

    def result(self, fraction: Fraction, left: float, width: float) -> None:
        """The second line: the two numbers, and what they make. In small where it would be too long."""
        baseline = _LINE * (_lines(len(fraction.bottom)) + 1) + 23
        text = f"{fraction.numerator} / {fraction.total} = "
        normal, bold = self._font, self._bold
        if left + self._wide(text, normal) + self._wide(fraction.value, bold) > width:
            normal, bold = self._raised, _math_font(_SMALL, bold=True)
        self._write(left - 22, baseline, "=", self._font, self._theme.ink)
        x = self._write(left, baseline, text, normal, self._theme.ink)
        self._write(
            x, baseline, fraction.value, bold, self._theme.wrong if fraction.broken else self._theme.ink
        )
