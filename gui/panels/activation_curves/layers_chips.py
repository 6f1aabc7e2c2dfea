"""A chip for each layer: the curve so far, how it is bent one layer after the other."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.panels.activation_curves.layers_looks import (
    CENTRE,
    draw_line,
    frame_in,
    largest,
    pale,
    pen,
    sharp,
    subscript,
    three_digits,
)
from gui.panels.activation_curves.layers_model import REACH, Layers, bent, way
from gui.panels.activation_curves.layers_names import style
from gui.panels.activation_curves.view import View
from gui.theme import LIGHT, SMALL, Theme, font

translate = QCoreApplication.translate

_GAP, _LINE = 6.0, 15.0  # px: between chips; of text
_BOX, _WIDEST = 44.0, 72.0
_SIGNAL = 2  # its line, after those of w and b
_EVERY = 40  # of the points of a curve one is enough for so small a picture


class LayerChips(QWidget):
    """The first chip stands for all layers, the others for one each. Emits which one is wanted."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._state, self._theme = Layers(), LIGHT

    def sizeHint(self) -> QSize:
        return QSize(440, round(_BOX + 3 * _LINE + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def show_state(self, state: Layers) -> None:
        self._state = state
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def chip(self, layer: int) -> QRectF:
        """Where the chip of a layer is; 0 is that of all."""
        each = (self.width() - self._state.count * _GAP - 2) / (self._state.count + 1)
        width = min(each, _WIDEST)
        return QRectF(1 + layer * (width + _GAP), 1, width, _BOX)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            found = way(self._state)
            for layer in range(self._state.count + 1):
                self._paint_box(painter, layer)
                if layer:
                    self._paint_curve(painter, layer)
                    self._paint_numbers(painter, layer, found.signals[layer - 1])
                else:
                    self._paint_all(painter)

    def _paint_box(self, painter: QPainter, layer: int) -> None:
        theme, on = self._theme, layer == self._state.chosen
        colour = QColor(theme.accent if on else theme.line)
        if on and self.hasFocus():
            colour = QColor(theme.ink)
        painter.setPen(QPen(colour, 2 if on else 1))
        painter.setBrush(QColor(theme.accent_soft if on else theme.card))
        painter.drawRoundedRect(self.chip(layer).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_all(self, painter: QPainter) -> None:
        box = self.chip(0)
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(font(SMALL, bold=self._state.chosen == 0))
        painter.drawText(box, CENTRE, translate("activation_curves", "All"))
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(font(SMALL - 1))
        for line, text in enumerate(("w", "b", f"x = {three_digits(self._state.probe)}")):
            painter.drawText(self._line(0, line), CENTRE, text)

    def _paint_curve(self, painter: QPainter, layer: int) -> None:
        """What comes out of this layer, on the line that it would be without h, as high as both need."""
        shown = bent(self._state)
        box = self.chip(layer).adjusted(3, 3, -3, -3)
        places = np.r_[0 : shown.x.size : _EVERY]
        x, curve = shown.x[places], shown.stack.signals[layer - 1][places]
        high = largest(curve) or largest(shown.lines[layer - 1]) or 1.0
        frame = frame_in(box, View(-REACH, REACH, -1.1 * high, 1.1 * high), (0, 0, 0, 0))
        painter.save()
        painter.setClipRect(box)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        row = sharp(float(frame.row(0.0)))
        painter.drawLine(QPointF(box.left(), row), QPointF(box.right(), row))
        painter.setPen(pen(pale(self._theme), 5.0))
        ends = [0, -1]
        draw_line(painter, frame, shown.x[ends], shown.lines[layer - 1][ends])
        painter.setPen(pen(style(self._state.function).colour(self._theme), 1.6))
        draw_line(painter, frame, x, curve)
        painter.restore()
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(font(SMALL - 1, bold=layer == self._state.chosen))
        painter.drawText(box.adjusted(2, -2, 0, 0), str(layer))

    def _paint_numbers(self, painter: QPainter, layer: int, signal: float) -> None:
        theme, small = self._theme, font(SMALL - 1)
        painter.setFont(small)
        metrics = QFontMetricsF(small)
        numbers = (self._state.weights[layer - 1], self._state.biases[layer - 1], signal)
        for line, number in enumerate(numbers):
            text, colour = three_digits(number), theme.ink
            if line == _SIGNAL:
                said = f"z{subscript(layer)} = {text}"
                text = said if metrics.horizontalAdvance(said) <= self.chip(layer).width() + _GAP else text
            elif number:
                colour = theme.negative if number < 0 else theme.wrong
            painter.setPen(QColor(colour))
            room = self._line(layer, line).adjusted(-_GAP / 2, 0, _GAP / 2, 0)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, CENTRE, text)

    def _line(self, layer: int, line: int) -> QRectF:
        box = self.chip(layer)
        return QRectF(box.left(), box.bottom() + 3 + line * _LINE, box.width(), _LINE)

    # Hands

    def _layer_at(self, place: QPointF) -> int | None:
        for layer in range(self._state.count + 1):
            if self.chip(layer).adjusted(-_GAP / 2, 0, _GAP / 2, 3 * _LINE).contains(place):
                return layer
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        layer = self._layer_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and layer is not None:
            self.chosen.emit(layer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now, last = self._state.chosen, self._state.count
        wanted = {
            Qt.Key.Key_Left: max(now - 1, 0),
            Qt.Key.Key_Right: min(now + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if wanted is None:
            event.ignore()
        else:
            self.chosen.emit(wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            layer = self._layer_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if layer is None else self._about(layer), self)
            return True
        return super().event(event)

    def _about(self, layer: int) -> str:
        if not layer:
            return translate("activation_curves", "Set w and b of all layers at once")
        k, state = layer - 1, self._state
        return translate("activation_curves", "Layer {layer}: w = {w}, b = {b}. Click to set them.").format(
            layer=layer, w=three_digits(state.weights[k]), b=three_digits(state.biases[k])
        )
