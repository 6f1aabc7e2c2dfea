"""What the canvas paints over the sheet: marks under the mouse, the line at the bottom, the focus."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.panels.gate_designer.gestures import paint_plus
from gui.panels.gate_designer.inks import font_of, inks_of, width_of, write
from gui.panels.gate_designer.sheet import Hit
from gui.theme import BODY, LARGE, PADDING, SMALL, STEP, Theme

if TYPE_CHECKING:
    from gui.panels.gate_designer.canvas import Canvas

HINT_HEIGHT = 26  # px at the bottom
_LOW = 240  # px: in a lower window the hint is left out
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter


def paint_hover(painter: QPainter, theme: Theme, canvas: "Canvas", hit: Hit | None) -> None:
    """What can be done at the mouse: a number changed, a wire begun, taken off or ended."""
    if hit is None or hit.key not in canvas.sheet.shapes:
        return
    inks = inks_of(theme)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if hit.what == "number":
        place = canvas.place_of_number(hit.key, hit.pin)
        painter.setPen(inks.chosen)
        painter.drawRoundedRect(place, 5, 5)
        return
    shape = canvas.sheet.shapes[hit.key]
    if shape.free is not None and canvas.numbers_shown:
        paint_plus(painter, theme, canvas.lens.seen(shape.free))
    if hit.what == "output" and hit.pin is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.accent)
        painter.drawEllipse(canvas.lens.seen(shape.outputs[hit.pin]), 6, 6)
    elif hit.what == "input" and hit.pin is not None:
        painter.setPen(inks.chosen)
        painter.setBrush(inks.card)
        painter.drawEllipse(canvas.lens.seen(shape.inputs[hit.pin]), 6, 6)
    elif hit.what == "name":
        place = canvas.place_of_name(hit.key)
        painter.setPen(inks.guide)
        painter.drawLine(
            QPointF(place.left() + 2, place.bottom() - 1), QPointF(place.right() - 2, place.bottom() - 1)
        )


def paint_empty(painter: QPainter, theme: Theme, window: QRect, text: str) -> None:
    """What to do on a sheet without perceptrons."""
    room = QRectF(window).adjusted(2 * PADDING, 0, -2 * PADDING, -PADDING)
    room.setTop(room.bottom() - 60)
    painter.setPen(inks_of(theme).muted)
    painter.setFont(
        font_of(LARGE if window.width() > 900 else BODY if window.width() > 440 else SMALL, False)
    )
    painter.drawText(room, _FLAGS, text)


def paint_status(painter: QPainter, theme: Theme, window: QRect, note: str, hint: str) -> None:
    """What was just said, in a frame; else the hint, where there is room for it."""
    inks = inks_of(theme)
    if not note:
        room = QRectF(
            window.left() + PADDING, window.bottom() - HINT_HEIGHT, window.width() - 2 * PADDING, 20
        )
        if window.height() >= _LOW and width_of(hint, SMALL) <= room.width():
            write(painter, inks.muted, room, hint, SMALL)
        return
    painter.setFont(font_of(BODY, False))
    most = QRectF(0, 0, window.width() - 6 * STEP, 200)
    text = painter.boundingRect(most, _FLAGS, note)
    frame = QRectF(0, 0, text.width() + 4 * STEP, text.height() + 2 * STEP)
    frame.moveCenter(QPointF(window.center().x(), window.bottom() - STEP - frame.height() / 2))
    painter.setPen(QPen(QColor(theme.accent), 1))
    painter.setBrush(inks.card)
    painter.drawRoundedRect(frame, 6, 6)
    painter.setPen(inks.ink)
    painter.drawText(frame, _FLAGS, note)


def paint_frame(painter: QPainter, theme: Theme, window: QRect) -> None:
    """The keys come here."""
    painter.setPen(QPen(QColor(theme.accent), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(window).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
