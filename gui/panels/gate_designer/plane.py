"""The x₁–x₂ plane: where the output is 1 and where it is 0, the lines between, and the four corners."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainterPath, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QGraphicsPolygonItem, QToolTip, QWidget

from core.half_planes import cells, cut
from core.perceptron import Perceptron
from core.shapes import Array
from gui.panels.gate_designer.model import (
    CORNERS,
    GOALS,
    UNIT_NAMES,
    Gates,
    Row,
    decisions,
    is_flat,
    name_of,
    point_text,
    rows,
    why_not,
)
from gui.theme import SMALL, Theme, diverging, font
from gui.widgets.plot import Plot

LOW, HIGH = -0.5, 1.5
FRAME = np.array([(HIGH, HIGH), (LOW, HIGH), (LOW, LOW), (HIGH, LOW)])
_INSIDE = 0.5 + 0.95 * (FRAME - 0.5)  # just inside its corners, where there is room to write y = 0 or 1
REACH = 14  # px: how near to a corner or a line a click has to be
_MOST_CELLS = 4  # that two lines make
_SMALL = 190  # px: a plane this wide has room to say what comes out at each corner,
_MIDDLE = 300  # and one this wide to name the lines in full


class Plane(Plot):
    """Shows a state. A click on a corner asks for its row; the edited line can be dragged."""

    corner_clicked = Signal(int)
    line_dragged = Signal(float, float)  # the point that the line should go through
    line_dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gatePlane")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the table does by keyboard what is done here by mouse
        self.setMinimumSize(120, 120)
        self.setMouseTracking(True)
        self.setMouseEnabled(x=False, y=False)
        self.setRange(xRange=(LOW, HIGH), yRange=(LOW, HIGH), padding=0)
        self.showGrid(x=False, y=False)
        ticks = [(0.0, "0"), (0.5, "0.5"), (1.0, "1")]
        self.getAxis("bottom").setTicks([[*ticks, (1.35, "x₁")]])
        self.getAxis("left").setTicks([[*ticks, (1.35, "x₂")]])
        self.getAxis("left").setWidth(28)
        self.getAxis("bottom").setHeight(20)
        self._gates = Gates()
        self._table = rows(self._gates)
        self._row = 0
        self._shown_room = -1
        self._marks: tuple[list[bool], ...] = ()  # the corners that are 0, 1, wrong, selected
        self._dragging = False
        self._tints = _tints(self.theme)
        self._make_items()

    def _make_items(self) -> None:
        self._cells = [QGraphicsPolygonItem() for _ in range(_MOST_CELLS)]
        self._grid = pg.PlotCurveItem(
            x=[LOW, HIGH, LOW, HIGH, 0, 0, 1, 1], y=[0, 0, 1, 1, LOW, HIGH, LOW, HIGH], connect="pairs"
        )
        self._diagonals = [pg.PlotCurveItem() for _ in range(2)]  # between the corners of one goal
        self._crossing = pg.ScatterPlotItem(symbol="d", size=9)
        self._lines = [pg.PlotCurveItem() for _ in range(2)]
        self._selected = pg.ScatterPlotItem(symbol="o", size=27)
        self._zeros = pg.ScatterPlotItem(symbol="s", size=15)
        self._ones = pg.ScatterPlotItem(symbol="o", size=18)
        self._wrong = pg.ScatterPlotItem(symbol=_cross(), size=22)
        self._corner_names = [pg.TextItem(anchor=(0.5, -0.6)) for _ in CORNERS]
        self._line_names = [pg.TextItem(anchor=(0.5, 0.5)) for _ in range(2)]
        self._side_names = [pg.TextItem(f"y = {y}") for y in range(2)]
        texts = [*self._corner_names, *self._line_names, *self._side_names]
        for text in texts:
            text.setFont(font(SMALL))
        for place, x in zip(self._corner_names, CORNERS, strict=True):
            place.setPos(*x)
        for item in (
            *self._cells,
            self._grid,
            *self._diagonals,
            self._crossing,
            *self._lines,
            self._selected,
            self._zeros,
            self._ones,
            self._wrong,
            *texts,
        ):
            self.addItem(item, ignoreBounds=True)

    def sizeHint(self) -> QSize:
        return QSize(240, 240)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if event is None:  # pyqtgraph calls this while it is being made
            return
        if self._room() != self._shown_room:
            self._show_corners()
            self._show_lines()

    def _room(self) -> int:
        """0 for short labels, 1 for long ones at the corners, 2 for long ones everywhere."""
        return sum(self.width() >= width for width in (_SMALL, _MIDDLE))

    # Showing

    def show_gates(self, gates: Gates, table: tuple[Row, ...], row: int) -> None:
        """Show what these perceptrons decide, and light the corner of this row of their table."""
        self._gates, self._table, self._row = gates, table, row
        self._show_cells()
        self._show_corners()
        self._show_lines()
        self._show_why_not()

    def apply_theme(self, theme: Theme) -> None:
        super().apply_theme(theme)
        self._tints = _tints(theme)
        for cell in self._cells:
            cell.setPen(pg.mkPen(None))
        self._grid.setPen(pg.mkPen(theme.line))
        self._ones.setBrush(theme.positive)
        self._ones.setPen(pg.mkPen(theme.card, width=1))
        self._zeros.setBrush(theme.card)
        self._zeros.setPen(pg.mkPen(theme.negative, width=2.5))
        self._wrong.setPen(pg.mkPen(theme.ink, width=2.5))
        self._wrong.setBrush(None)
        self._selected.setPen(pg.mkPen(theme.accent, width=2))
        self._selected.setBrush(None)
        self._crossing.setBrush(theme.ink)
        self._crossing.setPen(pg.mkPen(theme.card))
        for diagonal, colour in zip(self._diagonals, (theme.negative, theme.positive), strict=True):
            diagonal.setPen(pg.mkPen(colour, width=2, style=Qt.PenStyle.DotLine))
        for text in (*self._corner_names, *self._side_names, *self._line_names):
            text.setColor(theme.ink)
        for text in self._line_names:
            text.fill = pg.mkBrush(theme.card)
        self._show_cells()
        self._show_lines()

    def _show_cells(self) -> None:
        found = cells(FRAME, self._gates.looking_at_inputs)
        for item, cell in zip(self._cells, found, strict=False):
            item.setPolygon(QPolygonF([QPointF(*corner) for corner in cell]))
            item.setBrush(self._tints[int(self._gates.output(cell.mean(axis=0)))])
        for item in self._cells[len(found) :]:
            item.setPolygon(QPolygonF())
        outputs = self._gates.output(_INSIDE)
        for y, text in enumerate(self._side_names):
            free = np.flatnonzero(outputs == y)
            text.setVisible(bool(free.size))
            if free.size:
                x1, x2 = FRAME[free[0]]
                text.setPos(x1, x2)
                text.setAnchor((float(x1 > 0), float(x2 < 0)))

    def _show_corners(self) -> None:
        self._shown_room = room = self._room()
        for text, row in zip(self._corner_names, self._table, strict=True):
            name = point_text(row.inputs)
            text.setText(f"{name} → {row.output}" if room else name)
            text.setAnchor((0.5, -0.6 if room == 2 else -0.4))
        goals = GOALS[self._gates.target]
        wrong = [not row.is_right for row in self._table]
        marks = ((goals == 0).tolist(), (goals == 1).tolist(), wrong, [k == self._row for k in range(4)])
        if marks == self._marks:
            return  # while a line is dragged they hardly ever change
        self._marks = marks
        for item, chosen in zip((self._zeros, self._ones, self._wrong, self._selected), marks, strict=True):
            item.setData(x=CORNERS[chosen, 0], y=CORNERS[chosen, 1])

    def _show_lines(self) -> None:
        theme, two = self.theme, self._gates.two_layers
        units = self._gates.looking_at_inputs
        for k, (item, text) in enumerate(zip(self._lines, self._line_names, strict=True)):
            line = cut(FRAME, units[k]).line if k < len(units) else np.empty((0, 2))
            item.setData(x=line[:, 0], y=line[:, 1])
            edited = not two or self._gates.unit == k
            style = Qt.PenStyle.DashLine if two and k == 0 else Qt.PenStyle.SolidLine
            item.setPen(pg.mkPen(theme.ink, width=3 if two and edited else 2, style=style))
            text.setVisible(two and len(line) > 0)
            if two and len(line):
                made = name_of(units[k]) if self._room() == 2 else ""
                text.setText(f"{UNIT_NAMES[k]} {made}".strip())
                lower, upper = line[line[:, 1].argsort()]  # y = 0 and y = 1 are written above
                text.setPos(*(lower + 0.08 * (upper - lower)))

    def _show_why_not(self) -> None:
        """Where no line can do it: the lines between the corners of one goal, which meet."""
        proof = None if self._gates.two_layers else why_not(self._gates.target)
        for item in (*self._diagonals, self._crossing):
            item.setVisible(proof is not None)
        if proof is None:
            return
        for goal, diagonal in enumerate(self._diagonals):
            ends = CORNERS[GOALS[self._gates.target] == goal]  # (2, 2)
            diagonal.setData(x=ends[:, 0], y=ends[:, 1])
        self._crossing.setData(x=proof.point[:1], y=proof.point[1:])

    # The mouse

    def point_at(self, position: QPointF) -> Array:
        """(x₁, x₂) under a place in the widget."""
        point = self.getViewBox().mapSceneToView(self.mapToScene(position.toPoint()))
        return np.array([point.x(), point.y()])

    def place_of(self, x1: float, x2: float) -> QPointF:
        """The place in the widget of a point of the plane."""
        return QPointF(self.mapFromScene(self.getViewBox().mapViewToScene(QPointF(x1, x2))))

    def _movable(self) -> Perceptron | None:
        """The perceptron whose line can be dragged: the edited one, if it has a line in this plane."""
        edited = self._gates.edited
        at_inputs = not self._gates.two_layers or self._gates.unit < len(self._gates.looking_at_inputs)
        return edited if at_inputs and not is_flat(edited) else None

    def _is_on_line(self, position: QPointF) -> bool:
        unit = self._movable()
        if unit is None:
            return False
        distance = abs(float(unit.sum(self.point_at(position)))) / float(np.linalg.norm(unit.weights))
        return distance * self.getViewBox().width() / (HIGH - LOW) <= REACH

    def _corner_at(self, position: QPointF) -> int | None:
        for k, corner in enumerate(CORNERS):
            if (self.place_of(*corner) - position).manhattanLength() <= REACH * 1.5:
                return k
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        corner = self._corner_at(event.position())
        if corner is not None:
            self.corner_clicked.emit(corner)
        else:
            self._dragging = self._is_on_line(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self.line_dragged.emit(*np.clip(self.point_at(event.position()), LOW, HIGH))
            return
        if self._corner_at(event.position()) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._is_on_line(event.position()):
            self.viewport().setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.viewport().unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            self.line_dropped.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """On hover: the sum at this very place."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            x = np.round(self.point_at(QPointF(event.pos())), 2)
            said = "\n".join(decision.written_out for decision in decisions(self._gates, x))
            QToolTip.showText(event.globalPos(), f"{point_text(tuple(x))}\n{said}", self)
            return True
        return bool(super().viewportEvent(event))


def _cross() -> QPainterPath:
    """Two thin strokes; pyqtgraph's own x is a fat one."""
    path = QPainterPath(QPointF(-0.5, -0.5))
    path.lineTo(0.5, 0.5)
    path.moveTo(-0.5, 0.5)
    path.lineTo(0.5, -0.5)
    return path


def _tints(theme: Theme) -> list[QColor]:
    """What lies under 0 and under 1: a breath of the negative and of the positive colour."""
    ramp = diverging(theme)
    return [QColor(*ramp[128 + place].tolist()) for place in (-10, 26)]
