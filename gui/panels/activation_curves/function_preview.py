"""A small picture of a function that is being typed: h, and its slope dashed."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.expression import Expression
from core.shapes import Array
from gui.theme import LIGHT, SMALL, Theme, font
from gui.widgets.text import short_number

REACH = 6.0  # x goes from −6 to 6, as in the curves
_POINTS = 241
_FAR = 1e4  # px: nothing further out is asked of the painter
_MARGIN = 4.0  # px
_NUMBERS = 36.0  # px at the left


class FunctionPreview(QWidget):
    """Shows a function, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = LIGHT
        self.places: Array = np.linspace(-REACH, REACH, _POINTS)
        self.value: Array | None = None
        self.slope: Array | None = None

    def sizeHint(self) -> QSize:
        return QSize(160, 80)

    def show_function(self, h: Expression | None) -> None:
        self.value, self.slope = h.value_and_slope(self.places) if h is not None else (None, None)
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def span(self) -> tuple[float, float]:
        """From where to where y is shown: as far as nearly all of h reaches, and 0."""
        if self.value is None:
            return 0.0, 1.0
        known = np.sort(self.value[np.isfinite(self.value)])
        if not known.size:
            return 0.0, 1.0
        low, high = min(float(known[0]), 0.0), max(float(known[-1]), 0.0)
        cut = len(known) // 25
        most = (min(float(known[cut]), 0.0), max(float(known[-1 - cut]), 0.0))
        if high - low > 4 * (most[1] - most[0]) > 0:  # a pole does not flatten all the rest
            low, high = most
        return (low, high) if high > low else (0.0, 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.value is None or self.slope is None:
            return
        theme, (low, high) = self._theme, self.span()
        area = QRectF(_NUMBERS, _MARGIN, self.width() - _NUMBERS - 1, self.height() - 2 * _MARGIN)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.line), 1))
            zero = area.bottom() + area.height() * low / (high - low)
            painter.drawLine(QPointF(area.left(), zero), QPointF(area.right(), zero))
            painter.drawLine(
                QPointF(area.center().x(), area.top()), QPointF(area.center().x(), area.bottom())
            )
            self._paint_numbers(painter, area, {low, high})
            painter.setClipRect(area.adjusted(-1, -2, 1, 2))
            painter.setPen(QPen(QColor(theme.muted), 1.2, Qt.PenStyle.DashLine))
            self._paint_line(painter, area, self.slope, low, high)
            painter.setPen(QPen(QColor(theme.accent), 2))
            self._paint_line(painter, area, self.value, low, high)

    def _paint_numbers(self, painter: QPainter, area: QRectF, numbers: set[float]) -> None:
        """The ends of y."""
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(font(SMALL - 2))
        low = min(numbers)
        for number in numbers:
            y = area.bottom() - 9 if number == low else area.top() - 3
            box = QRectF(0, y, _NUMBERS - 4, 12)
            text = short_number(number, 1 if abs(number) < 10 else 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_line(self, painter: QPainter, area: QRectF, y: Array, low: float, high: float) -> None:
        """Join what is finite; a gap stays a gap."""
        columns = np.linspace(area.left(), area.right(), _POINTS)
        with np.errstate(over="ignore"):
            rows = area.bottom() - (y - low) / (high - low) * area.height()
        rows = np.where(np.isnan(y), np.nan, np.clip(rows, -_FAR, _FAR))
        ends = np.flatnonzero(np.diff(np.isfinite(rows), prepend=False, append=False))
        for start, stop in ends.reshape(-1, 2):
            painter.drawPolyline(
                [QPointF(*point) for point in zip(columns[start:stop], rows[start:stop], strict=True)]
            )
