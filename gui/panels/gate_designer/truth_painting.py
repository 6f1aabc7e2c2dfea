"""Paints the truth table."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.panels.gate_designer import truth_columns as content
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.truth_layout import MARK, Place
from gui.theme import Theme, font

if TYPE_CHECKING:
    from gui.panels.gate_designer.truth_table import TruthTableView

_CENTRE = Qt.AlignmentFlag.AlignCenter
_HEAD = -1


class TruthPainting:
    """One picture of the table, as it is now."""

    def __init__(
        self, view: "TruthTableView", designer: Designer, theme: Theme, under: tuple[int, int]
    ) -> None:
        self._view, self._designer, self._theme, self._under = view, designer, theme, under
        self._layout = view.shown()
        self._painter = QPainter(view)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._plain, self._bold = font(self._layout.size), font(self._layout.size, bold=True)
        self._rows = range(self._layout.first, self._layout.first + self._layout.count)

    def paint(self) -> None:
        self._paint_lit_rows()
        for k, place in enumerate(self._layout.places):
            self._paint_head(k, place)
            for row in self._rows:
                rect = self._view.cell_rect(row, k)
                if place.column.kind == "goal":
                    self._paint_goal(rect, place, row, is_lit=self._under == (row, k))
                else:
                    self._paint_value(rect, place, row)
        self._paint_lines()
        for row in self._rows:
            self._paint_mark(row)
        self._paint_more()
        self._paint_frame()
        self._painter.end()

    def _paint_lit_rows(self) -> None:
        """The row of the present inputs, with a bar at its edge; and softly the one under the mouse."""
        painter, theme = self._painter, self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        row = self._designer.design.row
        if self._under[0] >= 0 and self._under[0] != row:
            painter.setBrush(QColor(theme.sunken))
            painter.drawRoundedRect(self._view.row_rect(self._under[0]).adjusted(0, 0.5, 0, -0.5), 4, 4)
        if row in self._rows:
            rect = self._view.row_rect(row).adjusted(0, 0.5, 0, -0.5)
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(rect, 4, 4)
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 2, 3, rect.height() - 4), 1.5, 1.5)

    def _paint_head(self, k: int, place: Place) -> None:
        painter, theme, column = self._painter, self._theme, place.column
        rect = self._view.cell_rect(_HEAD, k)
        looked_at = column.kind in ("node", "sum", "output") and column.source == self._designer.focus
        painter.setFont(self._bold if looked_at else self._plain)
        is_under = self._under == (_HEAD, k) and column.kind not in ("goal", "between")
        painter.setPen(QColor(theme.accent if looked_at or is_under else theme.muted))
        painter.drawText(rect, _CENTRE, place.head)
        if looked_at:
            painter.setPen(QPen(QColor(theme.accent), 2))
            bottom = rect.bottom() - 1
            painter.drawLine(QPointF(rect.left() + 3, bottom), QPointF(rect.right() - 3, bottom))

    def _paint_value(self, rect: QRectF, place: Place, row: int) -> None:
        painter, theme, column = self._painter, self._theme, place.column
        if column.kind == "sum":
            text, is_one = self._layout.sums[row], True
        else:
            text = content.cell_text(self._designer, column, row)
            is_one = text[:1] == "1" or text > "0.50"
        painter.setFont(self._bold if column.kind == "output" else self._plain)
        painter.setPen(QColor(theme.ink if is_one else theme.muted))
        painter.drawText(rect, _CENTRE, text)

    def _paint_goal(self, rect: QRectF, place: Place, row: int, *, is_lit: bool) -> None:
        """In a field of its own, as what can be changed. A goal that is not met has a frame."""
        painter, theme, column = self._painter, self._theme, place.column
        goal = self._designer.design.goals[column.key][row]
        output = float(self._designer.table.outputs[row, column.place])
        missed = goal is not None and int(output > 0.5) != goal
        field = self._goal_field(rect)
        colour = theme.wrong if missed else theme.accent if is_lit else theme.line
        painter.setPen(QPen(QColor(colour), 1.5 if missed else 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(field, 4, 4)
        painter.setPen(QColor(theme.wrong if missed else theme.muted if goal is None else theme.ink))
        painter.setFont(self._bold)
        painter.drawText(rect, _CENTRE, content.NO_GOAL if goal is None else str(goal))

    def _goal_field(self, cell: QRectF) -> QRectF:
        size = self._layout.size
        field = QRectF(0, 0, min(cell.width() - 4, 2.2 * size), min(cell.height() - 2, 1.7 * size))
        field.moveCenter(cell.center())
        return field

    def _paint_lines(self) -> None:
        """Under the heads, and between inputs, nodes and outputs."""
        painter, places = self._painter, self._layout.places
        painter.setPen(QPen(QColor(self._theme.line), 1))
        head = self._view.row_rect(_HEAD)
        painter.drawLine(head.bottomLeft(), head.bottomRight())
        bottom = (self._layout.count + 1) * self._layout.height
        groups = {"input": 0, "node": 1, "between": 1, "sum": 1, "output": 2, "goal": 2}
        for before, after in pairwise(places):
            if groups[before.column.kind] != groups[after.column.kind]:
                painter.drawLine(QPointF(after.x, 4), QPointF(after.x, bottom))

    def _paint_mark(self, row: int) -> None:
        """A tick, or a cross; nothing where there is no goal."""
        right = content.row_is_right(self._designer, row)
        if right is None:
            return
        painter, rect = self._painter, self._view.row_rect(row)
        c, s = QPointF(rect.right() - MARK / 2, rect.center().y()), min(4.0, rect.height() / 4)
        painter.setPen(QPen(QColor(self._theme.accent if right else self._theme.wrong), 2))
        if right:
            painter.drawPolyline([c + QPointF(-s, 0), c + QPointF(-s / 4, s * 0.8), c + QPointF(s, -s * 0.8)])
        else:
            painter.drawLine(c + QPointF(-s, -s), c + QPointF(s, s))
            painter.drawLine(c + QPointF(-s, s), c + QPointF(s, -s))

    def _paint_more(self) -> None:
        """Two small arrows in the corner where not all rows fit: which way there are more."""
        rows = self._designer.design.rows
        if self._layout.count == rows:
            return
        painter, head = self._painter, self._view.row_rect(_HEAD)
        painter.setPen(Qt.PenStyle.NoPen)
        c = QPointF(head.right() - MARK / 2, head.center().y())
        for sign, there_are in ((-1, self._layout.first > 0), (1, self._rows.stop < rows)):
            painter.setBrush(QColor(self._theme.accent if there_are else self._theme.line))
            tip = c + QPointF(0, 5.5 * sign)
            painter.drawPolygon([tip, tip + QPointF(-4, -4 * sign), tip + QPointF(4, -4 * sign)])

    def _paint_frame(self) -> None:
        """Around the cell that keys act on."""
        row, place = self._designer.design.row, self._view.cursor_place
        if not self._view.hasFocus() or place < 0 or row not in self._rows:
            return
        rect = self._view.cell_rect(row, place)
        is_goal = self._layout.places[place].column.kind == "goal"
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(self._theme.accent), 2))
        frame = self._goal_field(rect).adjusted(-2, 0, 2, 0) if is_goal else rect.adjusted(2, 2, -2, -2)
        self._painter.drawRoundedRect(frame, 4, 4)
