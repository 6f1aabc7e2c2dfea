"""The truth table: every row with what every node says, what is aimed at, and whether it is met."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.panels.gate_designer import truth_columns as content
from gui.panels.gate_designer.aims import count_text
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.sums import widest_value
from gui.panels.gate_designer.truth_columns import Column
from gui.panels.gate_designer.truth_layout import MARK, Layout, lay_out
from gui.panels.gate_designer.truth_painting import Face, Lettering, TruthPainting, face_of
from gui.theme import LIGHT, Theme
from gui.widgets.text import plain_tip
from gui.widgets.wheel import Notches

translate = QCoreApplication.translate

HEAD, NOWHERE = -1, -2  # in place of a row
_TO_ROW: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TO_COLUMN: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PRESS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEAR = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_DIGITS: dict[int, int] = {Qt.Key.Key_0: 0, Qt.Key.Key_1: 1}


class TruthTableView(QWidget):
    """Painted in one go, never scrolled: where nodes do not fit, … stands for those in the middle.

    A click on a row sets the inputs, on a goal changes it (right click: no goal), on a head looks at
    that node. With the keyboard a frame moves from cell to cell.
    """

    def __init__(self, designer: Designer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gateTruthTable")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._designer = designer
        self._theme = LIGHT
        self._layout: Layout | None = None
        self._face: Face | None = None
        self._lettering = Lettering()
        self._cursor: Column | None = None  # where the frame is; None: at the first goal
        self._under: tuple[int, int] = (NOWHERE, -1)  # the cell under the mouse
        self._notches = Notches()
        self._first = 0  # the first row that is shown
        self._row = -1  # the one that was brought into view
        designer.changed.connect(self._change)
        designer.looked.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(360, 5 * 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 5 * 14)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("gate_designer", "Truth table"))
        self._change()

    # What it says

    def count_text(self) -> str:
        """4 / 4 match, of the rows that have a goal; or that there is none."""
        return count_text(self._designer)

    def table_text(self) -> str:
        """The whole table, tabs between the cells, with every node."""
        return content.table_text(self._designer)

    # Where things are

    def shown(self) -> Layout:
        """What is where just now."""
        if self._layout is None:
            designer = self._designer
            unit = designer.circuit.only_perceptron
            self._layout = lay_out(
                content.columns_of(designer.circuit),
                (self.width(), self.height()),
                designer.design.rows,
                first=self._first,
                value=widest_value(designer.design),
                sums=content.sum_column(designer, unit) if unit is not None else None,
            )
        return self._layout

    def row_rect(self, row: int) -> QRectF:
        """The place of a row, of the head where it is HEAD. Empty for one that is not shown."""
        layout = self.shown()
        line = 0 if row == HEAD else row - layout.first + 1
        if row != HEAD and not 1 <= line <= layout.count:
            return QRectF()
        return QRectF(0, line * layout.height, self.width(), layout.height)

    def cell_rect(self, row: int, place: int) -> QRectF:
        """The place of a cell: of the column at this place among those that are shown."""
        row_rect, where = self.row_rect(row), self.shown().places[place]
        return QRectF(where.x, row_rect.top(), where.width, row_rect.height())

    def column_rect(self, place: int) -> QRect:
        """The place of a whole column, with its head."""
        where = self.shown().places[place]
        return QRectF(where.x - 1, 0, where.width + 2, self.height()).toAlignedRect()

    def goal_rect(self, row: int, output: int = 0) -> QRectF:
        """The place of a goal."""
        return self.cell_rect(row, self._place_of("goal", output))

    def head_rect(self, key: str) -> QRectF:
        """The head of the first column that is about this part; empty where none is shown."""
        for k, place in enumerate(self.shown().places):
            if place.column.key == key:
                return self.cell_rect(HEAD, k)
        return QRectF()

    def _place_of(self, kind: str, which: int) -> int:
        columns = [place.column for place in self.shown().places]
        return next(k for k, each in enumerate(columns) if each.kind == kind and each.place == which)

    def cell_at(self, position: QPointF) -> tuple[int, int]:
        """Row (or HEAD, NOWHERE) and column under a point; the column is -1 beside them all."""
        layout = self.shown()
        line = int(position.y() // layout.height)
        if not 0 <= line <= layout.count or position.y() < 0:
            return NOWHERE, -1
        row = HEAD if line == 0 else layout.first + line - 1
        for k, place in enumerate(layout.places):
            if place.x <= position.x() < place.x + place.width:
                return row, k
        return row, -1

    @property
    def cursor_place(self) -> int:
        """The column of the frame, among those that are shown; -1 where there is none."""
        columns = [place.column for place in self.shown().places]
        if self._cursor in columns:
            return columns.index(self._cursor)
        return next((k for k, each in enumerate(columns) if each.kind == "goal"), len(columns) - 1)

    # Showing

    @Slot()
    def _change(self) -> None:
        self._layout = None
        row = self._designer.design.row
        if row != self._row:
            self._row = row
            self._bring_into_view(row)
        self.setAccessibleDescription(f"{content.row_spoken(self._designer, row)}. {self.count_text()}")
        self._update_what_changed()

    def _update_what_changed(self) -> None:
        """While a number is dragged most columns stay as they are, and need not be painted again."""
        before, after = self._face, face_of(self._designer, self.shown())
        self._face = after
        if before is None or (before.layout, before.row) != (after.layout, after.row):
            self.update()
            return
        for k in range(len(after.layout.places)):
            if (before.texts[k], before.missed[k]) != (after.texts[k], after.missed[k]):
                self.update(self.column_rect(k))
        if before.rights != after.rights:
            self.update(self.rect().adjusted(self.width() - round(MARK), 0, 0, 0))

    def _bring_into_view(self, row: int) -> None:
        count = self.shown().count
        self._show_from(min(max(self._first, row - count + 1), row))

    def _show_from(self, first: int) -> None:
        first = min(max(first, 0), self._designer.design.rows - self.shown().count)
        if first != self.shown().first:
            self._layout = None
            self.update()
        self._first = first

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._layout = None
        self._bring_into_view(self._designer.design.row)

    def paintEvent(self, event: QPaintEvent) -> None:
        layout = self.shown()
        if self._face is None or self._face.layout != layout:
            self._face = face_of(self._designer, layout)
        painting = TruthPainting(self, self._designer, self._theme, self._face, self._under, self._lettering)
        painting.paint(event.region())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, place = self.cell_at(event.position())
        column = self.shown().places[place].column if place >= 0 else None
        is_goal = column is not None and column.kind == "goal" and row != HEAD
        if row == NOWHERE:
            return
        if event.button() == Qt.MouseButton.LeftButton:
            if row == HEAD:
                self._look_at(column)
                return
            self._cursor = column or self._cursor
            if column is not None and is_goal:
                self._cycle(row, column)
            else:
                self._designer.set_row(row)
            self.update()
        elif event.button() == Qt.MouseButton.RightButton and column is not None and is_goal:
            self._cursor = column
            self._designer.set_goal(column.key, row, None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(*self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(NOWHERE, -1)

    def _hover(self, row: int, place: int) -> None:
        if (row, place) == self._under:
            return
        self._under = (row, place)
        kind = self.shown().places[place].column.kind if place >= 0 else ""
        acts = row >= 0 or (row == HEAD and kind in ("input", "node", "sum", "output"))
        self.setCursor(Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Where there are more rows than room, others come into view."""
        if self.shown().count == self._designer.design.rows:
            event.ignore()
            return
        self._show_from(self._first - self._notches.turned(event.angleDelta().y()))
        event.accept()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, design = event.key(), self._designer.design
        place = self.cursor_place
        column = self.shown().places[place].column if place >= 0 else None
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.table_text())
        elif key in _TO_ROW:
            self._designer.set_row(min(max(design.row + _TO_ROW[key], 0), design.rows - 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._designer.set_row(0 if key == Qt.Key.Key_Home else design.rows - 1)
        elif key in _TO_COLUMN:
            places = self.shown().places
            self._cursor = places[min(max(place + _TO_COLUMN[key], 0), len(places) - 1)].column
            self.update()
        elif not self._change_cell(key, column):
            super().keyPressEvent(event)

    def _change_cell(self, key: int, column: Column | None) -> bool:
        """Do in the framed cell what a key asks for. Returns whether it asks for anything there."""
        row = self._designer.design.row
        if column is None or key not in (*_PRESS, *_CLEAR, *_DIGITS):
            return False
        if column.kind == "input":
            if key in _PRESS or _DIGITS.get(key, -1) == 1 - (row >> column.place) % 2:
                self._designer.flip(column.place)
        elif key in _PRESS and column.kind != "goal":
            self._look_at(column)
        elif column.key in self._designer.design.goals:
            if key in _PRESS:
                self._cycle(row, column)
            else:
                self._designer.set_goal(column.key, row, _DIGITS.get(key))
        return True

    def _cycle(self, row: int, column: Column) -> None:
        """No goal, 1, 0, 1, 0, …"""
        goal = self._designer.design.goals[column.key][row]
        self._designer.set_goal(column.key, row, 1 if goal is None else 1 - goal)

    def _look_at(self, column: Column | None) -> None:
        """Select what a column is about, and look at its very signal."""
        if column is None or column.kind in ("goal", "between"):
            return
        self._designer.select([column.key])
        if column.kind != "input" and column.source is not None:
            self._designer.look_at(column.source)

    # Hover

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (*_CLEAR, *_DIGITS) or event.matches(QKeySequence.StandardKey.Copy):
                event.accept()  # these are for the cell, not for the sheet
                return True
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = plain_tip(self.tip_at(QPointF(event.pos()))).replace("\n", "<br>")
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def tip_at(self, position: QPointF) -> str:
        """What is said on hover: a whole row, or the whole name of a column."""
        row, place = self.cell_at(position)
        column = self.shown().places[place].column if place >= 0 else None
        if row >= 0:
            text = content.row_in_words(self._designer, row)
            if column is not None and column.kind == "goal":
                text += "\n" + translate("gate_designer", "Click: another goal. Right click: no goal.")
            return text
        if row == HEAD and column is not None:
            return self._head_tip(column)
        return ""

    def _head_tip(self, column: Column) -> str:
        if column.kind == "goal":
            name = self._designer.name_of(column.key)
            return translate("gate_designer", "What {output} should be").format(output=name)
        if column.kind == "between":
            return translate("gate_designer", "There is no room for all nodes: hover over a row to see them.")
        return column.heads[0]
