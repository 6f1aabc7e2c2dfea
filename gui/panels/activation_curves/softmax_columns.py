"""Columns of numbers beside the bars: what functions make of the scores."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from gui.panels.activation_curves.softmax_rows import Rows, RowWidget, thickness
from gui.theme import BODY, SMALL, STEP, font
from gui.widgets.named import named

_END = 4.0  # px: free behind a number
_SIGN = 12.0  # px: the triangle that says "broken"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column:
    """`shares`, from 0 to 1, lie behind the numbers as a band. `wrong` ones have a sign.

    room: px that it needs; what is left over goes to columns with shares. chosen: it is the one to take.
    """

    title: str
    texts: tuple[str, ...]
    room: float
    tips: tuple[str, ...] = ()
    total: str = ""
    total_tip: str = ""
    shares: tuple[float, ...] | None = None
    strong: tuple[int, ...] = ()  # rows in bold
    wrong: bool = False
    muted: bool = False
    chosen: bool = False


class ValueColumns(RowWidget):
    """Has the same rows as the bars beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.columns: tuple[Column, ...] = ()

    def show_columns(self, columns: Sequence[Column]) -> None:
        rooms = [column.room for column in self.columns]
        self.columns = tuple(columns)
        if [column.room for column in self.columns] != rooms:
            self.updateGeometry()
        self.set_count(len(self.columns[0].texts) if self.columns else 0)
        self.update()

    def minimumSizeHint(self) -> QSize:
        room = sum(column.room for column in self.columns)
        return QSize(round(room), super().minimumSizeHint().height())

    def places(self, width: float) -> list[tuple[float, float]]:
        """Left end and width of every column."""
        spare = max(width - sum(column.room for column in self.columns), 0.0)
        growing = sum(column.shares is not None for column in self.columns) or 1
        result, left = [], 0.0
        for column in self.columns:
            wide = column.room + (spare / growing if column.shares is not None else 0.0)
            result.append((left, wide))
            left += wide
        return result

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter, self.rows)

    def paint(self, painter: QPainter, rows: Rows) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.lit >= 0:
            painter.fillRect(rows.row(self.lit), QColor(self.theme.accent_soft))
        for column, (left, width) in zip(self.columns, self.places(rows.width), strict=True):
            self._paint_column(painter, rows, column, left, width)
        painter.setPen(QPen(QColor(self.theme.line), 1))
        line = rows.foot.top() + 0.5
        painter.drawLine(QPointF(STEP, line), QPointF(rows.width, line))

    def _paint_column(self, painter: QPainter, rows: Rows, column: Column, left: float, width: float) -> None:
        def part(of: QRectF) -> QRectF:
            return QRectF(left + STEP, of.top(), width - STEP, of.height())

        if column.chosen:
            painter.setPen(QPen(QColor(self.theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            whole = part(rows.head).united(part(rows.foot))
            painter.drawRoundedRect(whole.adjusted(-3, 1, 3, -1), 6, 6)
        painter.setFont(font(SMALL, bold=column.chosen))
        painter.setPen(QColor(self.theme.ink if column.chosen else self.theme.muted))
        head = part(rows.head).adjusted(0, 0, -_END, 0)
        painter.drawText(head, _RIGHT, _elided(painter, column.title, head.width()))
        for k, text in enumerate(column.texts):
            cell = part(rows.row(k))
            if column.shares is not None:
                self._paint_share(painter, cell, column.shares[k])
            self._paint_number(painter, cell, column, text, strong=k in column.strong)
        painter.setFont(font(SMALL))
        painter.setPen(QColor(self.theme.wrong if column.wrong else self.theme.muted))
        painter.drawText(part(rows.foot).adjusted(0, 0, -_END, 0), _RIGHT, column.total)

    def _paint_share(self, painter: QPainter, cell: QRectF, share: float) -> None:
        height = thickness(cell.height())
        band = QRectF(cell.left(), cell.center().y() - height / 2, cell.width(), height)
        painter.fillRect(band, QColor(self.theme.sunken))
        if share > 0:  # not nan
            colour = QColor(self.theme.accent)
            colour.setAlphaF(0.3)
            painter.fillRect(QRectF(band.left(), band.top(), band.width() * min(share, 1.0), height), colour)

    def _paint_number(
        self, painter: QPainter, cell: QRectF, column: Column, text: str, *, strong: bool
    ) -> None:
        size = min(BODY, max(9, int(cell.height()) - 3))
        painter.setFont(font(size, bold=strong))
        colour = QColor(
            self.theme.wrong if column.wrong else self.theme.muted if column.muted else self.theme.ink
        )
        painter.setPen(colour)
        place = cell.adjusted(0, 0, -_END, 0)
        painter.drawText(place, _RIGHT, text)
        if column.wrong:
            wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
            scale = min(1.0, cell.height() / _SIGN)
            middle = QPointF(place.right() - wide - _SIGN * scale, cell.center().y())
            _paint_sign(painter, middle, colour, scale)

    def event(self, event: QEvent) -> bool:
        """On hover: every digit."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, place: QPointF) -> str:
        rows = self.rows
        k = rows.at(place)
        for column, (left, width) in zip(self.columns, self.places(rows.width), strict=True):
            if left <= place.x() < left + width:
                if rows.foot.contains(place):
                    return column.total_tip
                if rows.head.contains(place):
                    return column.title
                return column.tips[k] if 0 <= k < len(column.tips) else ""
        return ""


def _paint_sign(painter: QPainter, middle: QPointF, colour: QColor, scale: float) -> None:
    """A triangle with an exclamation mark."""
    painter.save()
    painter.translate(middle)
    painter.scale(scale, scale)
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([QPointF(*at) for at in ((0, -5.5), (5.5, 4.5), (-5.5, 4.5))]))
    painter.drawLine(QPointF(0, -2), QPointF(0, 1))
    painter.drawPoint(QPointF(0, 3))
    painter.restore()


def _elided(painter: QPainter, text: str, width: float) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
