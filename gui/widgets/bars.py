"""Ten probabilities (or scores) as bars: the answer in the accent colour and in bold, values beside them."""

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.shapes import Array
from gui.theme import BODY, LIGHT, SMALL, Theme, font
from gui.widgets.text import exact_text, number_text

_LABEL, _VALUE, _GAP = 20, 48, 6


class _Look(NamedTuple):
    """Colours and type of a row."""

    text: QColor
    bar: QColor
    track: QColor
    label_font: QFont
    value_font: QFont

    @classmethod
    def of(cls, theme: Theme, size: int, *, is_answer: bool) -> "_Look":
        return cls(
            text=QColor(theme.ink if is_answer else theme.muted),
            bar=QColor(theme.accent if is_answer else theme.muted),
            track=QColor(theme.sunken),
            label_font=font(size, bold=is_answer),
            value_font=font(min(size, SMALL), bold=is_answer),
        )


class ProbabilityBars(QWidget):
    """A row for each class. `mark` puts a ring around the right answer where it is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._values: Array | None = None
        self._right = -1
        self._classes = 10
        self._low, self._high = 0.0, 1.0
        self._theme = LIGHT

    def sizeHint(self) -> QSize:
        return QSize(220, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, 12 * self._classes)

    @property
    def values(self) -> Array | None:
        return self._values

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_values(self, values: Array | None, right: int = -1) -> None:
        """values: (K,) probabilities, or None to show empty rows. right: the label, or -1.

        Scores, which may be of any size and sign, are shown on a scale of their own, from zero to both sides.
        """
        self._values, self._right = values, right
        self._low, self._high = 0.0, 1.0
        if values is not None:
            self._classes = len(values)
            finite = values[np.isfinite(values)]
            if finite.size and (finite.min() < 0 or finite.max() > 1.0001):
                self._low, self._high = min(0.0, float(finite.min())), max(0.0, float(finite.max()))
        self.update()

    def _share(self, value: float) -> float:
        """Where on the track a value lies, from 0 at its left end to 1 at its right one."""
        return min(max((value - self._low) / (self._high - self._low), 0.0), 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            row = self.height() / self._classes
            size = min(BODY, max(9, int(row) - 3))
            known = self._values is not None and not np.isnan(self._values).any()
            answer = int(np.argmax(self._values)) if known and self._values is not None else -1
            # Made once for all rows: finding a face takes longer than drawing with it.
            plain, bold = (_Look.of(self._theme, size, is_answer=is_answer) for is_answer in (False, True))
            for k in range(self._classes):
                area = QRectF(0, k * row, self.width(), row)
                self._paint_row(painter, k, area, bold if k == answer else plain)

    def _paint_row(self, painter: QPainter, k: int, area: QRectF, look: _Look) -> None:
        painter.setPen(look.text)
        painter.setFont(look.label_font)
        label = QRectF(area.left(), area.top(), _LABEL, area.height())
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(k))
        if k == self._right:
            self._paint_ring(painter, label)
        room = area.width() - _LABEL - _VALUE - 2 * _GAP
        thick = min(8.0, area.height() - 2)
        track = QRectF(_LABEL + _GAP, round(area.center().y() - thick / 2), max(room, 1), thick)
        # Plain rectangles: rounded ones take ten times as long, and these are painted with every pen move.
        painter.fillRect(track, look.track)
        if self._values is None:
            return
        value = float(self._values[k])
        if math.isfinite(value):
            zero, end = (track.left() + track.width() * self._share(x) for x in (0.0, value))
            bar = QRectF(min(zero, end), track.top(), max(1.0, abs(end - zero)), track.height())
            painter.fillRect(bar, look.bar)
        painter.setPen(look.text)
        painter.setFont(look.value_font)
        place = QRectF(area.right() - _VALUE, area.top(), _VALUE, area.height())
        digits = 3 if not abs(value) >= 100 else 1
        text = number_text(value, digits) if not 0 < abs(value) < 0.0005 else "0.000"
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_ring(self, painter: QPainter, label: QRectF) -> None:
        """Around the number of the class that is right."""
        side = min(label.height() - 1, _LABEL - 2.0)
        ring = QRectF(0, 0, side, side)
        ring.moveCenter(label.center())
        painter.setPen(QPen(QColor(self._theme.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)

    def event(self, event: QEvent) -> bool:
        """On hover: the probability with all its digits."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._values is not None:
            k = min(int(event.pos().y() * self._classes / max(self.height(), 1)), self._classes - 1)
            QToolTip.showText(event.globalPos(), f"y[{k}] = {exact_text(self._values[k])}", self)
            return True
        return super().event(event)
