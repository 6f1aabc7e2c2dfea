"""A chip for each layer: the curve so far, how it is bent one layer after the other."""

from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
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
    frame_in,
    largest,
    pale,
    pen,
    segments,
    sharp,
    three_digits,
)
from gui.panels.activation_curves.layers_model import REACH, Bent, Layers, bent, way
from gui.panels.activation_curves.styles import style_of
from gui.panels.activation_curves.view import View
from gui.theme import LIGHT, SMALL, Theme, font

translate = QCoreApplication.translate

_GAP, _LINE = 6.0, 15.0  # px: between chips; of text
_BOX, _WIDEST = 44.0, 72.0
_LINES = 4  # of text: the layer's number, w, b and z
_EVERY = 16  # of the points of a curve one is enough for so small a picture


class LayerChips(QWidget):
    """The first chip stands for all layers, the others for one each. Emits which one is wanted."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._state, self._theme = Layers(), LIGHT
        self._small, self._bold = font(SMALL - 1), font(SMALL - 1, bold=True)
        self._drawn: tuple[Bent, int, list[tuple[PrimitiveArray, PrimitiveArray]]] | None = None
        self._pens = (QPen(), QPen())  # of the lines, of the curves

    def sizeHint(self) -> QSize:
        return QSize(440, round(_BOX + _LINES * _LINE + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def show_state(self, state: Layers) -> None:
        self._state = state
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme, self._drawn = theme, None
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
        painter.setFont(self._small)
        names = (translate("activation_curves", "layer"), "w", "b", "z")
        for line, text in enumerate(names):
            painter.drawText(self._line(0, line), CENTRE, text)

    def _paint_curve(self, painter: QPainter, layer: int) -> None:
        """What comes out of this layer, on the line that it would be without h, as high as both need."""
        theme, box = self._theme, self.chip(layer).adjusted(3, 3, -3, -3)
        painter.save()
        painter.setClipRect(box)
        middle = QRectF(box.left(), sharp(box.center().y()) - 0.5, box.width(), 1)
        painter.fillRect(middle, QColor(theme.line))
        for pieces, stroke in zip(self._curves()[layer - 1], self._pens, strict=True):
            painter.setPen(stroke)
            painter.drawLines(*pieces.drawargs())
        painter.restore()

    def _curves(self) -> list[tuple[PrimitiveArray, PrimitiveArray]]:
        """For each layer its line and its curve, in pixels; reckoned once for a state and a width."""
        shown = bent(self._state)
        if self._drawn is None or self._drawn[0] is not shown or self._drawn[1] != self.width():
            looks = style_of(self._state.function).colour(self._theme)
            self._pens = (pen(pale(self._theme), 5.0), pen(looks, 1.6))
            curves = [self._curve(shown, layer) for layer in range(1, self._state.count + 1)]
            self._drawn = (shown, self.width(), curves)
        return self._drawn[2]

    def _curve(self, shown: Bent, layer: int) -> tuple[PrimitiveArray, PrimitiveArray]:
        curve, line = shown.stack.signals[layer - 1][::_EVERY], shown.lines[layer - 1]
        high = min(largest(curve) or largest(line) or 1.0, 1e300)
        box = self.chip(layer).adjusted(3, 3, -3, -3)
        frame = frame_in(box, View(-REACH, REACH, -1.1 * high, 1.1 * high), (0, 0, 0, 0))
        ends = [0, -1]
        return segments(frame, shown.x[ends], line[ends]), segments(frame, shown.x[::_EVERY], curve)

    def _paint_numbers(self, painter: QPainter, layer: int, signal: float) -> None:
        theme = self._theme
        painter.setPen(QColor(theme.ink))
        painter.setFont(self._bold if layer == self._state.chosen else self._small)
        painter.drawText(self._line(layer, 0), CENTRE, str(layer))
        painter.setFont(self._small)
        for line, number in enumerate((self._state.weights[layer - 1], self._state.biases[layer - 1]), 1):
            colour = theme.ink if number == 0 else theme.negative if number < 0 else theme.wrong
            painter.setPen(QColor(colour))
            painter.drawText(self._line(layer, line), CENTRE, three_digits(number))
        painter.setPen(QColor(theme.ink))
        painter.drawText(self._line(layer, _LINES - 1), CENTRE, three_digits(signal))

    def _line(self, layer: int, line: int) -> QRectF:
        box = self.chip(layer)
        return QRectF(box.left() - _GAP / 2, box.bottom() + 3 + line * _LINE, box.width() + _GAP, _LINE)

    # Hands

    def _layer_at(self, place: QPointF) -> int | None:
        for layer in range(self._state.count + 1):
            if self.chip(layer).adjusted(-_GAP / 2, 0, _GAP / 2, _LINES * _LINE).contains(place):
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
