"""The square that is drawn on, with the mouse, a pen, or the arrow keys."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QResizeEvent,
    QShowEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gui.panels.digit_pad.drawing import Drawing
from gui.panels.digit_pad.ink import path_of, pen_of
from gui.panels.digit_pad.model import PEN_WIDTH, Stroke, point, pressed_width
from gui.theme import BODY, LARGE, LIGHT, PADDING, SMALL, Theme, font, ink_map

KEY_STEP, FINE_KEY_STEP = 0.02, 0.005  # of the canvas side, for one press of an arrow key
_ROOM_FOR_KEYS_HINT = 280  # px
_AT_A_TURN = 0.006  # seconds of drawing again in each turn of the event loop

_WAYS = {  # Home, End and the page keys go aslant, as they lie on the number pad
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Home: (-1, -1),
    Qt.Key.Key_PageUp: (1, -1),
    Qt.Key.Key_End: (-1, 1),
    Qt.Key.Key_PageDown: (1, 1),
}
_MOUSE, _TABLET, _KEYS = QEvent.Type.MouseButtonPress, QEvent.Type.TabletPress, QEvent.Type.KeyPress


class DigitCanvas(QWidget):
    """Shows strokes and makes new ones. It decides nothing: a finished stroke is handed out.

    However a stroke ends (pen up, Escape, the window going away), it is handed out once.
    """

    inked = Signal()  # the bitmap is another one
    finished = Signal(object)  # a Stroke
    scrolled = Signal(int)  # the wheel, in eighths of a degree

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("digitCanvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.pen_width = PEN_WIDTH
        self.erasing = False
        self._theme = LIGHT
        self._hint = self._keys_hint = ""
        self._drawing = Drawing()
        self._drawn_by: QEvent.Type | None = None  # what the stroke in progress was begun with
        self._spot = QPointF(0.5, 0.5)  # where the pen is, up or down, in units of the side
        self._spot_shown = False
        self._turn = QTimer(self)  # of zero milliseconds: while something is drawn again
        self._turn.timeout.connect(self._go_on)

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        return self._drawing.strokes

    @property
    def bitmap(self) -> NDArray[np.uint8]:
        """(280, 280) ink on black, with the stroke in progress.

        After an edit that takes long to draw it is still the one of before, until `inked`.
        """
        return self._drawing.bitmap()

    def show_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        """Show these strokes, and the one in progress on top of them."""
        if self._drawing.show(strokes):
            self.update()
            self._tell_inked()
            self._draw_again()

    def _tell_inked(self) -> None:
        if self._drawing.network.is_ready:  # else it is told when it is
            self.inked.emit()

    def _draw_again(self) -> None:
        if not self._drawing.is_ready:
            self._turn.start()

    @Slot()
    def _go_on(self) -> None:
        """Draw a part of what takes long to draw; between two of them the window lives."""
        was_known = self._drawing.network.is_ready
        self._drawing.go_on(_AT_A_TURN)
        if self._drawing.is_ready or (self._drawing.network.is_ready and not self.isVisible()):
            self._turn.stop()
            self.update()
        if not was_known and self._drawing.network.is_ready:
            self.update()
            self.inked.emit()

    def set_hints(self, hint: str, keys: str) -> None:
        """What to do, and how with the keys alone: shown as long as nothing is drawn."""
        self._hint, self._keys_hint = hint, keys
        self.update()

    def set_tool(self, pen_width: float, *, erasing: bool) -> None:
        """What the next stroke is made with."""
        self.pen_width, self.erasing = pen_width, erasing
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._drawing.screen.set_colours(ink_map(theme))
        self.update()

    # A stroke, whatever makes it

    def _begin(self, by: QEvent.Type, place: QPointF, width: float, *, erase: bool) -> None:
        self.finish()
        self._drawn_by = by
        self._changed(self._drawing.begin(point(place.x(), place.y(), width), erase=erase))

    def _extend(self, place: QPointF, width: float) -> None:
        area = self._drawing.extend(point(place.x(), place.y(), width))
        if area is not None:
            self._changed(area)

    def finish(self) -> None:
        """The pen goes up, for whatever reason."""
        if self._drawn_by is None:
            return
        self._drawn_by = None
        stroke = self._drawing.finish()
        self.update()
        if stroke is not None:
            self.finished.emit(stroke)

    def _changed(self, area: QRectF) -> None:
        self._update_area(area)
        self._tell_inked()

    def _update_area(self, area: QRectF) -> None:
        """Paint this part again, and a pixel around it for its smooth edge. area: in canvas sides."""
        side = self.width()
        scaled = QRectF(area.x() * side, area.y() * side, area.width() * side, area.height() * side)
        self.update(scaled.toAlignedRect().adjusted(-2, -2, 2, 2))

    def _move_spot(self, place: QPointF, *, shown: bool) -> None:
        for _ in range(2):  # where it was and where it is
            reach = self.pen_width / 2
            self._update_area(QRectF(self._spot.x() - reach, self._spot.y() - reach, 2 * reach, 2 * reach))
            self._spot, self._spot_shown = place, shown

    def _place(self, position: QPointF) -> QPointF:
        return position / max(self.width(), 1)

    # Mouse and pen

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._drawn_by != _TABLET:
            place = self._place(event.position())
            self._move_spot(place, shown=True)
            self._begin(_MOUSE, place, self.pen_width, erase=self.erasing)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position())
        if self._drawn_by == _MOUSE:
            if event.buttons() & Qt.MouseButton.LeftButton:
                self._extend(place, self.pen_width)
            else:
                self.finish()  # the button went up where it could not be seen
        if self._drawn_by in (None, _MOUSE):
            self._move_spot(place, shown=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._drawn_by == _MOUSE:
            self._extend(self._place(event.position()), self.pen_width)
            self.finish()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen's pressure is its width, and its other end is an eraser."""
        event.accept()
        place = self._place(event.position())
        width = pressed_width(self.pen_width, event.pressure())
        if event.type() == QEvent.Type.TabletPress and event.button() == Qt.MouseButton.LeftButton:
            upside_down = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._begin(_TABLET, place, width, erase=self.erasing or upside_down)
        elif event.type() == QEvent.Type.TabletMove and self._drawn_by == _TABLET:
            if event.buttons() & Qt.MouseButton.LeftButton:
                self._extend(place, width)
            else:
                self.finish()  # the pen went up where it could not be seen
        elif (
            event.type() == QEvent.Type.TabletRelease
            and event.button() == Qt.MouseButton.LeftButton
            and self._drawn_by == _TABLET
        ):
            # A pen that is lifted presses no more: the stroke ends as wide as it last was.
            self._extend(place, self._drawing.live[-1].width)
            self.finish()
        self._move_spot(place, shown=True)

    def leaveEvent(self, event: QEvent) -> None:
        self._move_spot(self._spot, shown=self._drawn_by == _KEYS)

    def showEvent(self, event: QShowEvent) -> None:
        self._draw_again()

    def hideEvent(self, event: QHideEvent) -> None:
        self.finish()
        if self._drawing.network.is_ready:  # what nobody sees can wait
            self._turn.stop()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.finish()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.scrolled.emit(event.angleDelta().y())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the pen, Space puts it down and takes it up, Escape takes it up."""
        key = event.key()
        if key in _WAYS:
            is_fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._go(*_WAYS[Qt.Key(key)], FINE_KEY_STEP if is_fine else KEY_STEP)
        elif key == Qt.Key.Key_Space and self._drawn_by is None:
            self._move_spot(self._spot, shown=True)
            self._begin(_KEYS, self._spot, self.pen_width, erase=self.erasing)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Escape) and self._drawn_by is not None:
            if not event.isAutoRepeat():
                self.finish()
        else:
            super().keyPressEvent(event)

    def _go(self, dx: int, dy: int, step: float) -> None:
        place = QPointF(
            min(max(self._spot.x() + dx * step, 0.0), 1.0), min(max(self._spot.y() + dy * step, 0.0), 1.0)
        )
        if self._drawn_by == _KEYS:
            self._extend(place, self.pen_width)
        if self._drawn_by in (None, _KEYS):
            self._move_spot(place, shown=True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._spot_shown = True
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._drawn_by == _KEYS:
            self.finish()
        self._spot_shown = self.underMouse()
        self.update()

    # Showing it

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, scale = self._theme, self.devicePixelRatioF()
        side = max(1, round(self.width() * scale))
        if side != self._drawing.screen.side:
            self._drawing.set_screen(side, scale, ink_map(theme))
            self._draw_again()
        with QPainter(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        theme = self._theme
        painter.drawImage(0, 0, self._drawing.screen.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tail = self._drawing.tail
        if tail is not None:
            colour = QColor(theme.card if self._drawing.live_erases else theme.ink)
            painter.strokePath(path_of([tail], self.width()), pen_of(tail.width * self.width(), colour))
        if self._drawing.is_blank:
            self._paint_hints(painter)
        if self._spot_shown and (tail is None or self._drawing.live_erases):
            self._paint_spot(painter)
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.line), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_spot(self, painter: QPainter) -> None:
        """A ring as wide as the pen, faint; that of the eraser stands out."""
        colour = QColor(self._theme.accent if self.erasing else self._theme.muted)
        colour.setAlphaF(1.0 if self.erasing else 0.5)
        painter.setPen(QPen(colour, 1))
        radius = self.pen_width / 2 * self.width()
        painter.drawEllipse(self._spot * self.width(), radius, radius)

    def _paint_hints(self, painter: QPainter) -> None:
        area = self.rect().adjusted(PADDING, PADDING, -PADDING, -PADDING)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
        is_large = self.width() >= _ROOM_FOR_KEYS_HINT
        painter.setPen(QColor(self._theme.muted))
        painter.setFont(font(LARGE if is_large else BODY))
        painter.drawText(area, flags | Qt.AlignmentFlag.AlignVCenter, self._hint)
        if is_large:
            painter.setFont(font(SMALL))
            painter.drawText(area, flags | Qt.AlignmentFlag.AlignBottom, self._keys_hint)


class SquareHolder(QWidget):
    """Gives the canvas the largest square that fits, in the middle at the top."""

    def __init__(self, canvas: DigitCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        canvas.setParent(self)

    def sizeHint(self) -> QSize:
        return QSize(300, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = min(self.width(), self.height())
        self._canvas.setGeometry((self.width() - side) // 2, (self.height() - side) // 2, side, side)
