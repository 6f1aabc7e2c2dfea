"""Small round buttons that stand in rows like words, and make themselves smaller where there are many."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from gui.panels.gate_designer.carried import BLOCK_MIME
from gui.theme import LIGHT, SMALL, Theme, font


@dataclass(frozen=True)
class Dress:
    """How large chips are, in px: letters, height, room beside the text, distance to the next."""

    letters: int
    height: int
    padding: int
    gap: int


DRESSES = (Dress(SMALL, 28, 14, 8), Dress(SMALL, 24, 11, 6), Dress(11, 21, 9, 4), Dress(10, 18, 8, 3))


class Chip(QToolButton):
    """A pill with a word. A plus says that a click adds; it stands where there was room before, so that
    nothing moves. With a payload it can be dragged onto the sheet.

    end: "left" and "right" are the two halves of a switch.
    """

    menu_wanted = Signal(QPoint)  # in the place of the screen where the menu belongs

    def __init__(
        self, parent: QWidget, *, payload: bytes = b"", end: Literal["", "left", "right"] = ""
    ) -> None:
        super().__init__(parent)
        self.payload = payload
        self.with_shift = False  # whether Shift was held at the click
        self.adds = False
        self._end = end
        self._dress = DRESSES[0]
        self._theme = LIGHT
        self._pressed_at: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_dress(self, dress: Dress) -> None:
        if dress != self._dress:
            self._dress = dress
            self.update()

    def set_adds(self, adds: bool) -> None:
        if adds != self.adds:
            self.adds = adds
            self.update()

    def nextCheckState(self) -> None:
        """A click says what is wanted; what is lit is what is there."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(font(self._dress.letters, bold=True))
        arrow = self._dress.letters if self.menu() is not None else 0
        width = metrics.horizontalAdvance(self.text()) + 2 * self._dress.padding + arrow
        return QSize(round(width), self._dress.height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        theme = self._theme
        lit, near = self.isChecked(), self.underMouse() or self.hasFocus()
        filled = lit and self._end != ""
        edge = theme.ink if lit and self.hasFocus() else theme.accent if lit or near else theme.line
        inside = theme.accent if filled else theme.accent_soft if lit or self.isDown() else theme.card
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(inside))
        painter.drawPath(self._outline(1 if self.hasFocus() else 0.5))
        painter.setPen(QColor(theme.on_accent if filled else theme.ink))
        painter.setFont(font(self._dress.letters, bold=lit))
        room = QRectF(self.rect())
        if self.menu() is not None:
            self._paint_arrow(painter)
            room.adjust(0, 0, -self._dress.letters, 0)
        if self.adds:
            room.adjust(self._paint_plus(painter, room), 0, 0, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _outline(self, inset: float) -> QPainterPath:
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        path, radius = QPainterPath(), rect.height() / 2
        path.addRoundedRect(rect, radius, radius)
        if self._end:
            square = QRectF(rect)
            if self._end == "left":
                square.setLeft(rect.center().x())
            else:
                square.setRight(rect.center().x())
            corner = QPainterPath()
            corner.addRect(square)
            path = path.united(corner).simplified()
        return path

    def _paint_plus(self, painter: QPainter, room: QRectF) -> float:
        """Before the word, the two of them in the middle. Returns how much room it takes, in px."""
        s = self._dress.letters * 0.26
        taken = 2 * s + 3
        left = (room.width() - painter.fontMetrics().horizontalAdvance(self.text()) - taken) / 2
        c = QPointF(max(left, 3) + s, self.height() / 2)
        pen = painter.pen()
        painter.setPen(QPen(QColor(self._theme.accent), 1.6))
        painter.drawLine(c + QPointF(-s, 0), c + QPointF(s, 0))
        painter.drawLine(c + QPointF(0, -s), c + QPointF(0, s))
        painter.setPen(pen)
        return taken

    def _paint_arrow(self, painter: QPainter) -> None:
        c = QPointF(self.width() - self._dress.padding - 2, self.height() / 2)
        painter.drawPolyline([c + QPointF(-3.5, -2), c + QPointF(0, 2), c + QPointF(3.5, -2)])

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        self.with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.payload and self._pressed_at is not None:
            way = (event.position() - self._pressed_at).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._pressed_at = None
                self.setDown(False)
                self._drag()
                return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def _drag(self) -> None:
        drag, mime = QDrag(self), QMimeData()
        mime.setData(BLOCK_MIME, self.payload)
        drag.setMimeData(mime)
        drag.setPixmap(self.grab())
        drag.setHotSpot(self.rect().center())
        drag.exec(Qt.DropAction.CopyAction)


def flow(groups: Sequence[Sequence[tuple[QSize, int]]], width: int, dress: Dress) -> tuple[list[QRect], int]:
    """Where things stand when they follow each other like words, each group on a line of its own.

    groups: of each thing its size, and the distance to the one before it in px. Returns the places, in
    the same order, and the height of all.
    """
    places, top = list[QRect](), 0
    for group in groups:
        x, fresh = 0, True
        for size, distance in group:
            wide = min(size.width(), width)
            if not fresh and x + distance + wide > width:
                x, top, fresh = 0, top + dress.height + dress.gap, True
            x += 0 if fresh else distance
            places.append(QRect(x, top, wide, dress.height))
            x, fresh = x + wide, False
        if group:
            top += dress.height + dress.gap
    return places, max(top - dress.gap, 0)
