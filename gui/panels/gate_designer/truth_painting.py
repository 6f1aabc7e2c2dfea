"""Paints the truth table."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRegion, QStaticText, QTransform

from core.firing import answers
from gui.panels.gate_designer import truth_columns as content
from gui.panels.gate_designer.aims import rights
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.truth_layout import MARK, Layout, Place
from gui.theme import Theme, font

if TYPE_CHECKING:
    from gui.panels.gate_designer.truth_table import TruthTableView

_HEAD = -1
_MOST_TEXTS = 500  # that are kept


class Lettering:
    """Texts that are laid out once and painted many times: digits, above all."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, bool], tuple[QStaticText, QPointF]] = {}

    def text(self, text: str, size: int, *, bold: bool) -> tuple[QStaticText, QPointF]:
        """The text, and the way from its middle to its upper left corner."""
        key = (text, size, bold)
        if key not in self._known:
            if len(self._known) >= _MOST_TEXTS:
                self._known.clear()
            static = QStaticText(text)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(QTransform(), font(size, bold=bold))
            self._known[key] = static, -QRectF(QPointF(), static.size()).center()
        return self._known[key]


@dataclass(frozen=True)
class Face:
    """All that is to be seen of the table, but for mouse and keyboard. By this it is known what has changed.

    texts: of each column that is shown, every row. missed: of each of these columns the rows whose goal
    is not met. rights: see aims.
    """

    layout: Layout
    row: int
    texts: tuple[tuple[str, ...], ...]
    missed: tuple[tuple[bool, ...], ...]
    rights: tuple[bool | None, ...]


def face_of(designer: Designer, layout: Layout) -> Face:
    texts, missed = list[tuple[str, ...]](), list[tuple[bool, ...]]()
    for place in layout.places:
        column = place.column
        texts.append(layout.sums if column.kind == "sum" else content.column_texts(designer, column))
        if column.kind == "goal":
            said = answers(designer.table.outputs[:, column.place]).tolist()
            goals = designer.design.goals[column.key]
            missed.append(
                tuple(goal is not None and goal != answer for goal, answer in zip(goals, said, strict=True))
            )
        else:
            missed.append(())
    return Face(layout, designer.design.row, tuple(texts), tuple(missed), rights(designer))


class TruthPainting:
    """One picture of the table, as it is now. What has the same look is painted together: that is faster."""

    def __init__(
        self,
        view: "TruthTableView",
        designer: Designer,
        theme: Theme,
        face: Face,
        under: tuple[int, int],
        lettering: Lettering,
    ) -> None:
        self._view, self._designer, self._theme, self._under = view, designer, theme, under
        self._face, self._layout, self._lettering = face, face.layout, lettering
        self._painter = QPainter(view)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._rows = range(self._layout.first, self._layout.first + self._layout.count)
        # By colour and weight: where the middle of each text is, and the text.
        self._texts: dict[tuple[str, bool], list[tuple[QPointF, str]]] = defaultdict(list)

    def paint(self, region: QRegion) -> None:
        """Paint what lies in this region, at least."""
        try:
            self._paint(region)
        finally:
            self._painter.end()  # a traceback would keep it alive, and a widget dies with a living painter

    def _paint(self, region: QRegion) -> None:
        self._paint_lit_rows()
        for k, place in enumerate(self._layout.places):
            if region.intersects(self._view.column_rect(k)):
                self._paint_head(k, place)
                if place.column.kind == "goal":
                    self._paint_goals(k)
                else:
                    self._add_values(k, place)
        self._paint_texts()
        self._paint_lines()
        self._paint_marks()
        self._paint_more()
        self._paint_frame()

    def _paint_texts(self) -> None:
        size = self._layout.size
        for (colour, bold), texts in self._texts.items():
            self._painter.setPen(QColor(colour))
            self._painter.setFont(font(size, bold=bold))
            for middle, text in texts:
                static, to_corner = self._lettering.text(text, size, bold=bold)
                self._painter.drawStaticText(middle + to_corner, static)

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
        is_under = self._under == (_HEAD, k) and column.kind not in ("goal", "between")
        colour = theme.accent if looked_at or is_under else theme.muted
        self._texts[colour, looked_at].append((rect.center(), place.head))
        if looked_at:
            painter.setPen(QPen(QColor(theme.accent), 2))
            bottom = rect.bottom() - 1
            painter.drawLine(QPointF(rect.left() + 3, bottom), QPointF(rect.right() - 3, bottom))

    def _add_values(self, k: int, place: Place) -> None:
        """The cells of a column: what is 0 stands back."""
        theme, column, texts = self._theme, place.column, self._face.texts[k]
        bold, x, height = column.kind == "output", place.x + place.width / 2, self._layout.height
        for line, row in enumerate(self._rows, start=1):
            text = texts[row]
            stands_out = column.kind == "sum" or text == "inf" or "0.50" < text < ":"  # and no −0.57, no nan
            colour = theme.ink if stands_out else theme.muted
            self._texts[colour, bold].append((QPointF(x, (line + 0.5) * height), text))

    def _paint_goals(self, k: int) -> None:
        """Each in a field of its own, as what can be changed. A goal that is not met has a frame."""
        painter, theme = self._painter, self._theme
        painter.setBrush(QColor(theme.card))
        for row in self._rows:
            text, missed = self._face.texts[k][row], self._face.missed[k][row]
            rect = self._view.cell_rect(row, k)
            edge = theme.wrong if missed else theme.accent if self._under == (row, k) else theme.line
            painter.setPen(QPen(QColor(edge), 1.5 if missed else 1))
            painter.drawRoundedRect(self._goal_field(rect), 4, 4)
            colour = theme.wrong if missed else theme.muted if text == content.NO_GOAL else theme.ink
            self._texts[colour, True].append((rect.center(), text))

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

    def _paint_marks(self) -> None:
        """A tick, or a cross; nothing where there is no goal."""
        painter, height = self._painter, self._layout.height
        x, s = self._view.width() - MARK / 2, min(4.0, height / 4)
        for line, row in enumerate(self._rows, start=1):
            right = self._face.rights[row]
            if right is None:
                continue
            c = QPointF(x, (line + 0.5) * height)
            painter.setPen(QPen(QColor(self._theme.accent if right else self._theme.wrong), 2))
            if right:
                tick = (QPointF(-s, 0), QPointF(-s / 4, s * 0.8), QPointF(s, -s * 0.8))
                painter.drawPolyline([c + way for way in tick])
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
