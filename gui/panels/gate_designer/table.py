"""The truth table, with each sum written out as far as the room allows."""

from dataclasses import dataclass
from itertools import accumulate, product

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme import BODY, LIGHT, SMALL, Theme, font

_MARK = 20  # px: the tick or the cross
_GAP = 5.0  # px: between columns
_LEAST, _FOR_BODY, _MOST = 15, 20, 28  # px: height of a row, at least, for larger letters, at most
_KEYS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class Column:
    """A column: its name and, for each row, its text in several forms, the longest first."""

    header: str
    cells: tuple[tuple[str, ...], ...]
    bold: bool = False

    def text(self, row: int, level: int) -> str:
        forms = self.cells[row]
        return forms[min(level, len(forms) - 1)]


class TruthTable(QWidget):
    """Shows columns, and whether each row is right. One row is selected, by mouse or arrow key."""

    row_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gateTruthTable")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(5 * _MOST)
        self._columns: tuple[Column, ...] = ()
        self._right: tuple[bool, ...] = ()
        self._tips: tuple[str, ...] = ()
        self._row = 0
        self._theme = LIGHT

    def sizeHint(self) -> QSize:
        return QSize(280, 5 * 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 5 * _LEAST)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_table(
        self, columns: tuple[Column, ...], right: tuple[bool, ...], tips: tuple[str, ...], row: int
    ) -> None:
        """tips: for each row, all of it, for the hover and for screen readers. row: the selected one."""
        self._columns, self._right, self._tips, self._row = columns, right, tips, row
        self.setAccessibleDescription(tips[row])
        self.update()

    # Painting

    def row_rect(self, row: int) -> QRectF:
        """The place of a row; -1 is the header."""
        height = self._row_height()
        return QRectF(0, (row + 1) * height, self.width(), height)

    def _row_height(self) -> float:
        return min(self.height() / (len(self._right) + 1), _MOST)

    def _layout(self) -> tuple[int, int, list[tuple[float, float]]]:
        """The longest form and the largest letters that fit, and the left edge and width of each column."""
        levels = max(len(forms) for column in self._columns for forms in column.cells)
        sizes = (BODY, SMALL) if self._row_height() >= _FOR_BODY else (SMALL,)
        room = self.width() - _MARK
        for level, size in product(range(levels), sizes):
            widths = [self._width(column, level, size) for column in self._columns]
            if sum(widths) <= room:
                break
        spare = (room - sum(widths)) / len(widths)
        edges = accumulate((width + spare for width in widths), initial=0.0)
        return level, size, [(x, width + spare) for x, width in zip(edges, widths, strict=False)]

    def _width(self, column: Column, level: int, size: int) -> float:
        header = QFontMetricsF(font(size)).horizontalAdvance(column.header)
        metrics = QFontMetricsF(font(size, bold=column.bold))
        return _GAP + max(
            header, *(metrics.horizontalAdvance(column.text(row, level)) for row in range(len(column.cells)))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._columns:
            return
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        level, size, places = self._layout()
        plain, bold = font(size), font(size, bold=True)
        self._paint_selection(painter)
        header = self.row_rect(-1)
        for column, (x, width) in zip(self._columns, places, strict=True):
            self._write(painter, header, x, width, column.header, theme.muted, plain)
            for row in range(len(self._right)):
                text, of = column.text(row, level), bold if column.bold else plain
                self._write(painter, self.row_rect(row), x, width, text, theme.ink, of)
        painter.setPen(QColor(theme.line))
        painter.drawLine(header.bottomLeft(), header.bottomRight())
        for row, right in enumerate(self._right):
            self._paint_mark(painter, self.row_rect(row), right)

    def _write(
        self, painter: QPainter, row: QRectF, x: float, width: float, text: str, colour: str, of: QFont
    ) -> None:
        place = QRectF(x + 2, row.top(), width - 4, row.height())
        painter.setPen(QColor(colour))
        painter.setFont(of)
        fitting = QFontMetricsF(of).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, fitting)

    def _paint_selection(self, painter: QPainter) -> None:
        place = self.row_rect(self._row).adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(self._theme.accent_soft))
        painter.setPen(QPen(QColor(self._theme.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(place, 4, 4)

    def _paint_mark(self, painter: QPainter, row: QRectF, right: bool) -> None:
        """A tick in the accent colour, or a cross in ink."""
        c, s = QPointF(row.right() - _MARK / 2, row.center().y()), 4.0
        painter.setPen(QPen(QColor(self._theme.accent if right else self._theme.ink), 2))
        if right:
            painter.drawPolyline([c + QPointF(-s, 0), c + QPointF(-s / 4, s * 0.8), c + QPointF(s, -s * 0.8)])
        else:
            painter.drawLine(c + QPointF(-s, -s), c + QPointF(s, s))
            painter.drawLine(c + QPointF(-s, s), c + QPointF(s, -s))

    # Mouse and keys

    def _row_at(self, y: float) -> int:
        row = int(y // self._row_height()) - 1
        return row if 0 <= row < len(self._right) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.row_selected.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.row_selected.emit(min(max(self._row + step, 0), len(self._right) - 1))

    def event(self, event: QEvent) -> bool:
        """On hover: the whole row, with every digit."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._row_at(event.pos().y())
            QToolTip.showText(event.globalPos(), self._tips[row] if row >= 0 else "", self)
            return True
        return super().event(event)
