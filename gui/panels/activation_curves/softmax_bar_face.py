"""How scores look as signed bars: a name, a bar to both sides of 0, and the number."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.panels.activation_curves.softmax_numbers import score_text
from gui.panels.activation_curves.softmax_rows import Rows, RowWidget, thickness
from gui.panels.activation_curves.softmax_scale import Scale, scale_of
from gui.theme import BODY, SMALL, STEP, font
from gui.widgets.text import exact_text

KNOB = 5.0  # px: the grip at the end of a bar
_NUMBER = 76.0  # px: kept for a number
_LONGEST = 90.0  # px: a name


class BarFace(RowWidget):
    """Shows what it is given. The scale stands still during a drag."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._values: tuple[float, ...] = ()
        self._numbers: tuple[float, ...] = ()
        self._movable = 0
        self._title = ""
        self._label_width = 0.0
        self._scale = Scale(-1, 1)
        self._dragged = -1
        self.current = 0  # of the keyboard

    def show_scores(
        self,
        names: Sequence[str],
        values: Sequence[float],
        numbers: Sequence[float] | None = None,
        movable: int | None = None,
    ) -> None:
        """numbers: what is written beside the bars, where rounding has made them other than the values.

        movable: how many, from the first on, can be changed; all of them unless it is given.
        """
        self._names, self._values = tuple(names), tuple(values)
        self._numbers = tuple(numbers) if numbers is not None else self._values
        self._movable = len(values) if movable is None else movable
        self.set_count(len(values))
        self.current = min(self.current, self._movable - 1)
        metrics = QFontMetricsF(font(BODY, bold=True))
        self._label_width = min(max(map(metrics.horizontalAdvance, self._names)) + STEP, _LONGEST)
        if not self.is_dragged:
            self._scale = scale_of(self._values)
        self._speak()
        self.update()

    def set_title(self, title: str) -> None:
        self._title = title
        self.update()

    @property
    def scale(self) -> Scale:
        return self._scale

    @property
    def is_dragged(self) -> bool:
        return self._dragged >= 0

    def _speak(self) -> None:
        """For a screen reader: the row of the keyboard, and its number."""
        if self._names:
            self.setAccessibleDescription(
                f"{self._names[self.current]}: {exact_text(self._values[self.current])}"
            )

    # Where things are

    def _track(self, row: QRectF) -> QRectF:
        """Where bars are drawn in this row."""
        thick = thickness(row.height())
        left = row.left() + self._label_width + STEP
        right = row.right() - _NUMBER - STEP
        return QRectF(left, round(row.center().y() - thick / 2), max(right - left, 8), thick)

    def bar_end(self, k: int, value: float | None = None) -> QPointF:
        """Where the bar of a row ends, or would end at this value."""
        track = self._track(self.rows.row(k))
        shown = self._values[k] if value is None else value
        return QPointF(track.left() + self._scale.share(shown) * track.width(), track.center().y())

    def number_rect(self, k: int) -> QRectF:
        row = self.rows.row(k)
        return QRectF(row.right() - _NUMBER, row.top(), _NUMBER, row.height())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter, self.rows, focused=self.hasFocus())

    def paint(self, painter: QPainter, rows: Rows, *, focused: bool = False) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._values:
            return
        largest = max(range(len(self._values)), key=lambda k: self._values[k])
        for k in range(len(self._values)):
            row = rows.row(k)
            if k == self.lit:
                painter.fillRect(row, QColor(self.theme.accent_soft))
            self._paint_bar(painter, row, k, strong=k == largest)
            self._paint_texts(painter, row, k, strong=k == largest)
            if focused and k == self.current:
                painter.setPen(QPen(QColor(self.theme.accent), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 4, 4)
        self._paint_head_and_foot(painter, rows)

    def _paint_bar(self, painter: QPainter, row: QRectF, k: int, *, strong: bool) -> None:
        track = self._track(row)
        scale = self._scale
        zero, end = (
            track.left() + min(max(scale.share(x), 0.0), 1.0) * track.width()
            for x in (scale.base, self._values[k])
        )
        colour = QColor(self.theme.accent if strong else self.theme.muted)
        painter.fillRect(track, QColor(self.theme.sunken))
        bar = QRectF(min(zero, end), track.top(), max(abs(end - zero), 1), track.height())
        painter.fillRect(bar, colour)
        painter.setPen(QPen(QColor(self.theme.muted), 1))
        if scale.is_cut:  # a gap in the bar: 0 is far away
            cut = zero + (STEP if end >= zero else -STEP)
            painter.setPen(QPen(QColor(self.theme.card), 2))
            painter.drawLine(QPointF(cut - 2, track.bottom()), QPointF(cut + 2, track.top()))
        else:
            painter.drawLine(QPointF(zero, row.top()), QPointF(zero, row.bottom()))
        painter.setPen(QPen(colour, 2))
        painter.setBrush(QColor(self.theme.card))
        if k < self._movable:
            painter.drawEllipse(QPointF(end, track.center().y()), *[min(KNOB, track.height() / 2)] * 2)

    def _paint_texts(self, painter: QPainter, row: QRectF, k: int, *, strong: bool) -> None:
        size = min(BODY, max(9, int(row.height()) - 3))
        painter.setFont(font(size, bold=strong))
        painter.setPen(QColor(self.theme.ink))
        label = QRectF(row.left(), row.top(), self._label_width, row.height())
        painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._names[k])
        number = self._numbers[k]
        painter.setPen(QColor(self.theme.ink if math.isfinite(number) else self.theme.wrong))
        place = QRectF(row.right() - _NUMBER, row.top(), _NUMBER - 4, row.height())
        painter.drawText(
            place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, score_text(number)
        )

    def _paint_head_and_foot(self, painter: QPainter, rows: Rows) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(
            rows.head.adjusted(0, 0, -4, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            self._title,
        )
        track = self._track(rows.foot)
        ends = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        painter.setFont(font(SMALL - 1))
        for value, end in zip((self._scale.low, self._scale.high), ends, strict=True):
            painter.drawText(
                QRectF(track.left(), rows.foot.top(), track.width(), rows.foot.height()),
                end | Qt.AlignmentFlag.AlignVCenter,
                score_text(value),
            )
