"""The perceptrons as a drawing: inputs on the left, wires as thick as their weights, y on the right."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.panels.gate_designer.model import LAST, UNIT_NAMES, Decision, Gates, Row, name_of, rows, signed
from gui.theme import BODY, LARGE, LIGHT, SMALL, Theme, font
from gui.widgets.text import number_text

_NODE = 44.0  # px: a round node
_BOX_HEIGHT = 76.0
_BOX_MOST = 164.0
_EDGE = 40.0  # px: from the side to the middle of a node


class Diagram(QWidget):
    """Shows what happens to one row of the table. A click on an input flips it, on a box edits it."""

    input_clicked = Signal(int)
    unit_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gateDiagram")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._gates = Gates()
        self._row = rows(self._gates)[0]
        self._theme = LIGHT

    def sizeHint(self) -> QSize:
        return QSize(480, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 170)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_gates(self, gates: Gates, row: Row) -> None:
        """Show these perceptrons at work on this row of their table."""
        self._gates, self._row = gates, row
        self.update()

    # Where things are

    def node_rect(self, k: int) -> QRectF:
        """The place of x₁ (0), x₂ (1) or y (2)."""
        at = self._levels()
        x, y = ((_EDGE, at[0]), (_EDGE, at[1]), (self.width() - _EDGE, self.height() / 2))[k]
        return QRectF(x - _NODE / 2, y - _NODE / 2, _NODE, _NODE)

    def box_rect(self, unit: int) -> QRectF:
        """The place of a perceptron."""
        width = min(_BOX_MOST, self.width() * 0.26)
        if self._gates.two_layers:
            x = self.width() * (0.37 if unit < LAST else 0.725)
            y = self._levels()[unit] if unit < LAST else self.height() / 2
        else:
            x, y, width = self.width() * 0.53, self.height() / 2, min(_BOX_MOST * 1.2, self.width() * 0.45)
        return QRectF(x - width / 2, y - _BOX_HEIGHT / 2, width, _BOX_HEIGHT)

    def _levels(self) -> tuple[float, float]:
        middle, apart = self.height() / 2, min(self.height() * 0.27, 100.0)
        return middle - apart, middle + apart

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.sunken))
        painter.drawRoundedRect(self.rect(), 8, 8)
        said = self._row.decisions
        self._paint_wires(painter, said)
        for k, value in enumerate((*self._row.inputs, self._row.output)):
            self._paint_node(painter, k, value)
        for unit, decision in enumerate(said):
            self._paint_box(painter, unit, decision)

    def _paint_wires(self, painter: QPainter, said: tuple[Decision, ...]) -> None:
        labels = []
        for unit, decision in enumerate(said):
            box = self.box_rect(unit)
            behind_inputs = not self._gates.two_layers or unit < LAST
            for k, weight in enumerate(decision.perceptron.weights):
                source = self.node_rect(k) if behind_inputs else self.box_rect(k)
                start = QPointF(source.right(), source.center().y())
                end = QPointF(box.left(), box.top() + box.height() * (0.33 if k == 0 else 0.67))
                path = _wire(start, end)
                colour = QColor(self._theme.negative if weight < 0 else self._theme.positive)
                colour.setAlphaF(1.0 if decision.inputs[k] else 0.35)
                if weight:
                    painter.setPen(QPen(colour, 1 + 3.5 * abs(weight) ** 0.5))
                else:
                    painter.setPen(QPen(QColor(self._theme.line), 1, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(path)
                labels.append(
                    (
                        path.pointAtPercent(_chip_at(k, unit, behind_inputs and self._gates.two_layers)),
                        signed(weight),
                    )
                )
        last = self.box_rect(len(said) - 1)
        painter.setPen(QPen(QColor(self._theme.accent if said[-1].fires else self._theme.line), 3))
        painter.drawLine(QPointF(last.right(), last.center().y()), self.node_rect(2).center())
        for place, text in labels:
            self._paint_chip(painter, place, text)

    def _paint_chip(self, painter: QPainter, centre: QPointF, text: str) -> None:
        painter.setFont(font(SMALL))
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 14
        place = QRectF(centre.x() - width / 2, centre.y() - 11, width, 22)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.card))
        painter.drawRoundedRect(place, 5, 5)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_node(self, painter: QPainter, k: int, value: int) -> None:
        theme, place = self._theme, self.node_rect(k)
        painter.setPen(QPen(QColor(theme.accent if value else theme.muted), 1.5))
        painter.setBrush(QColor(theme.accent if value else theme.card))
        painter.drawEllipse(place)
        painter.setPen(QColor(theme.on_accent if value else theme.ink))
        painter.setFont(font(LARGE, bold=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(value))
        painter.setPen(QColor(theme.ink))
        painter.setFont(font(BODY))
        above = QRectF(place.left(), place.top() - 22, place.width(), 20)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, ("x₁", "x₂", "y")[k])

    def _paint_box(self, painter: QPainter, unit: int, decision: Decision) -> None:
        theme, box = self._theme, self.box_rect(unit)
        edited = self._gates.two_layers and unit == self._gates.unit
        painter.setPen(QPen(QColor(theme.accent if edited else theme.line), 2 if edited else 1.5))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(box, 8, 8)
        inner = box.adjusted(12, 8, -12, -8)
        third = inner.height() / 3
        upper, middle, lower = (
            QRectF(inner.left(), inner.top() + k * third, inner.width(), third) for k in range(3)
        )
        name = name_of(decision.perceptron)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if self._gates.two_layers:
            name = f"{UNIT_NAMES[unit]} {name}".strip()
        self._write(painter, upper, name, BODY, theme.ink, left, bold=True)
        self._write(painter, upper, f"b {signed(decision.perceptron.bias)}", SMALL, theme.muted, right)
        self._write(painter, middle, decision.terms, SMALL, theme.muted, left)
        self._write(
            painter, lower, f"= {number_text(decision.total)} {decision.verdict}", SMALL, theme.ink, left
        )
        self._write(painter, lower, f"→ {decision.fires}", BODY, theme.ink, right, bold=True)

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        size: int,
        colour: str,
        side: Qt.AlignmentFlag,
        *,
        bold: bool = False,
    ) -> None:
        painter.setFont(font(size, bold=bold))
        painter.setPen(QColor(colour))
        fitting = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, side, fitting)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for k in range(2):
            if self.node_rect(k).contains(event.position()):
                self.input_clicked.emit(k)
        for unit in range(len(self._gates.units)):
            if self._gates.two_layers and self.box_rect(unit).contains(event.position()):
                self.unit_clicked.emit(unit)


def _chip_at(k: int, unit: int, crossing: bool) -> float:
    """How far along its wire a weight is written, so that those of crossing wires stay apart."""
    if not crossing:
        return 0.5
    return 0.42 if k == unit else 0.74


def _wire(start: QPointF, end: QPointF) -> QPainterPath:
    """An S from left to right."""
    bend = (end.x() - start.x()) * 0.5
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
    return path
