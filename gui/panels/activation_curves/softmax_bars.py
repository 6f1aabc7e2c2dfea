"""Scores as signed bars that can be dragged, stepped with wheel and keys, or typed."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
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
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from gui.panels.activation_curves.softmax_rows import Rows, RowWidget
from gui.panels.activation_curves.softmax_scale import Scale, scale_of, stepped
from gui.theme import BODY, SMALL, STEP, font
from gui.widgets.named import named
from gui.widgets.text import MINUS, exact_text
from gui.widgets.wheel import Notches

_NUMBER = 76.0  # px: kept for a number
_THICK = 22.0  # px: a bar, where there is room
_KNOB = 5.0  # px
_COARSE = 10  # steps at once, with Shift or a page key
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_PageDown: -_COARSE,
    Qt.Key.Key_PageUp: _COARSE,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def score_text(value: float) -> str:
    """A score with up to six digits: 1010, −0.25, −3.5e40, inf."""
    text = f"{value:.6g}".replace("e+0", "e").replace("e+", "e").replace("e-0", "e-")
    return text.replace("-", MINUS)


def number_from(text: str) -> float | None:
    """The finite number that was typed, with either minus sign, and a comma for the point; else None."""
    try:
        number = float(text.strip().replace(MINUS, "-").replace(",", "."))
    except ValueError:
        return None
    return number + 0.0 if math.isfinite(number) else None


class ScoreBars(RowWidget):
    """A row for each score: its name, a bar to both sides of 0, and the number.

    It shows what it is given, and says what the person wants. The scale stands still during a drag.
    """

    moved = Signal(int, float)  # dragged, turned or stepped
    typed = Signal(int, float)
    refused = Signal(str)  # what was typed and is no finite number
    settled = Signal()
    removed = Signal(int)  # the Delete key

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._names: tuple[str, ...] = ()
        self._values: tuple[float, ...] = ()
        self._numbers: tuple[float, ...] = ()
        self._title = ""
        self._scale = Scale(-1, 1)
        self._dragged = -1
        self._movable = 0
        self._notches = Notches()
        self.current = 0  # of the keyboard
        self.field = named(QLineEdit(self), f"{name}Field")
        self.field.setFont(font(SMALL))
        self.field.hide()
        self.field.installEventFilter(self)
        self.setFont(font(BODY))

    # What is shown

    def show_scores(
        self,
        names: Sequence[str],
        values: Sequence[float],
        numbers: Sequence[float] | None = None,
        movable: int | None = None,
    ) -> None:
        """numbers: what is written beside the bars, where rounding has made them other than the values.

        movable: how many, from the first on, can be changed; all of them unless it is given.
        """
        if len(values) != len(self._values) and self.field.isVisible():
            self.field.hide()
        self._names, self._values = tuple(names), tuple(values)
        self._numbers = tuple(numbers) if numbers is not None else self._values
        self._movable = len(values) if movable is None else movable
        self.set_count(len(values))
        self.current = min(self.current, self._movable - 1)
        if self._dragged < 0:
            self._scale = scale_of(self._values)
        self._speak()
        self.update()

    def set_title(self, title: str) -> None:
        self._title = title
        self.update()

    @property
    def scale(self) -> Scale:
        return self._scale

    @property
    def is_dragged(self) -> bool:
        return self._dragged >= 0

    def _speak(self) -> None:
        """For a screen reader: the row of the keyboard, and its number."""
        if self._names:
            self.setAccessibleDescription(
                f"{self._names[self.current]}: {exact_text(self._values[self.current])}"
            )

    # Where things are

    def _label_width(self) -> float:
        metrics = QFontMetricsF(font(BODY, bold=True))
        return min(max((metrics.horizontalAdvance(name) for name in self._names), default=0) + STEP, 90)

    def _track(self, row: QRectF) -> QRectF:
        """Where bars are drawn in this row."""
        thick = min(_THICK, max(row.height() - 4, 2))
        left = row.left() + self._label_width() + STEP
        right = row.right() - _NUMBER - STEP
        return QRectF(left, round(row.center().y() - thick / 2), max(right - left, 8), thick)

    def bar_end(self, k: int, value: float | None = None) -> QPointF:
        """Where the bar of a row ends, or would end at this value."""
        track = self._track(self.rows.row(k))
        shown = self._values[k] if value is None else value
        return QPointF(track.left() + self._scale.share(shown) * track.width(), track.center().y())

    def number_rect(self, k: int) -> QRectF:
        row = self.rows.row(k)
        return QRectF(row.right() - _NUMBER, row.top(), _NUMBER, row.height())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self.paint(painter, self.rows, focused=self.hasFocus())

    def paint(self, painter: QPainter, rows: Rows, *, focused: bool = False) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._values:
            return
        largest = max(range(len(self._values)), key=lambda k: self._values[k])
        for k in range(len(self._values)):
            row = rows.row(k)
            if k == self.lit:
                painter.fillRect(row, QColor(self.theme.accent_soft))
            self._paint_bar(painter, row, k, strong=k == largest)
            self._paint_texts(painter, row, k, strong=k == largest)
            if focused and k == self.current:
                painter.setPen(QPen(QColor(self.theme.accent), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 4, 4)
        self._paint_head_and_foot(painter, rows)

    def _paint_bar(self, painter: QPainter, row: QRectF, k: int, *, strong: bool) -> None:
        track = self._track(row)
        scale = self._scale
        zero, end = (
            track.left() + min(max(scale.share(x), 0.0), 1.0) * track.width()
            for x in (scale.base, self._values[k])
        )
        colour = QColor(self.theme.accent if strong else self.theme.muted)
        painter.fillRect(track, QColor(self.theme.sunken))
        bar = QRectF(min(zero, end), track.top(), max(abs(end - zero), 1), track.height())
        painter.fillRect(bar, colour)
        painter.setPen(QPen(QColor(self.theme.muted), 1))
        if scale.is_cut:  # a gap in the bar: 0 is far away
            cut = zero + (STEP if end >= zero else -STEP)
            painter.setPen(QPen(QColor(self.theme.card), 2))
            painter.drawLine(QPointF(cut - 2, track.bottom()), QPointF(cut + 2, track.top()))
        else:
            painter.drawLine(QPointF(zero, row.top()), QPointF(zero, row.bottom()))
        painter.setPen(QPen(colour, 2))
        painter.setBrush(QColor(self.theme.card))
        if k < self._movable:
            painter.drawEllipse(QPointF(end, track.center().y()), *[min(_KNOB, track.height() / 2)] * 2)

    def _paint_texts(self, painter: QPainter, row: QRectF, k: int, *, strong: bool) -> None:
        size = min(BODY, max(9, int(row.height()) - 3))
        painter.setFont(font(size, bold=strong))
        painter.setPen(QColor(self.theme.ink))
        label = QRectF(row.left(), row.top(), self._label_width(), row.height())
        painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._names[k])
        number = self._numbers[k]
        painter.setPen(QColor(self.theme.ink if math.isfinite(number) else self.theme.wrong))
        place = QRectF(row.right() - _NUMBER, row.top(), _NUMBER - 4, row.height())
        painter.drawText(
            place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, score_text(number)
        )

    def _paint_head_and_foot(self, painter: QPainter, rows: Rows) -> None:
        painter.setFont(font(SMALL))
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(
            rows.head.adjusted(0, 0, -4, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            self._title,
        )
        track = self._track(rows.foot)
        ends = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        painter.setFont(font(SMALL - 1))
        for value, end in zip((self._scale.low, self._scale.high), ends, strict=True):
            painter.drawText(
                QRectF(track.left(), rows.foot.top(), track.width(), rows.foot.height()),
                end | Qt.AlignmentFlag.AlignVCenter,
                score_text(value),
            )

    # Mouse and wheel

    def mousePressEvent(self, event: QMouseEvent) -> None:
        k = self.rows.at(event.position())
        if not 0 <= k < self._movable or event.button() != Qt.MouseButton.LeftButton:
            return
        self._go_to_row(k)
        if self.number_rect(k).contains(event.position()):
            self.open_field(k)
            return
        self.settled.emit()
        self._dragged = k
        if abs(event.position().x() - self.bar_end(k).x()) > _KNOB:  # a grip moves nothing by itself
            self._drag_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.is_dragged:
            self._drag_to(event.position().x())
            return
        super().mouseMoveEvent(event)
        k = self.rows.at(event.position())
        on_number = k >= 0 and self.number_rect(k).contains(event.position())
        shape = Qt.CursorShape.IBeamCursor if on_number else Qt.CursorShape.SizeHorCursor
        self.setCursor(shape if 0 <= k < self._movable else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.is_dragged:
            self._dragged = -1
            self._scale = scale_of(self._values)
            self.settled.emit()
            self.update()

    def _drag_to(self, x: float) -> None:
        track = self._track(self.rows.row(self._dragged))
        value = self._scale.value((x - track.left()) / track.width(), track.width())
        near_0 = not self._scale.is_cut and abs(x - self.bar_end(self._dragged, 0.0).x()) <= 2
        self.moved.emit(self._dragged, 0.0 if near_0 else value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        k = self.rows.at(event.position())
        notches = self._notches.turned(event.angleDelta().y() or event.angleDelta().x())
        if 0 <= k < self._movable and notches and not self.is_dragged:
            if k != self.current:
                self.settled.emit()
            self._go_to_row(k)
            self._step(notches, coarse=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        event.accept()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        coarse = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ROWS:
            self.settled.emit()
            self._go_to_row(min(max(self.current + _ROWS[key], 0), self._movable - 1))
        elif event.text() and (event.text().isdigit() or event.text() in f".,-{MINUS}"):
            self.open_field(self.current, event.text())
        elif key in _STEPS:
            self._step(_STEPS[key], coarse=coarse and key in (Qt.Key.Key_Left, Qt.Key.Key_Right))
        elif key in (*_ENTER, Qt.Key.Key_F2):
            self.open_field(self.current)
        elif key == Qt.Key.Key_Home:
            self.moved.emit(self.current, 0.0)
            self.settled.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _go_to_row(self, k: int) -> None:
        self.current = k
        self._speak()
        self.pointed.emit(k)
        self.update()

    def _step(self, steps: int, *, coarse: bool) -> None:
        value = self._values[self.current]
        self.moved.emit(self.current, stepped(value, self._scale.step, steps * (_COARSE if coarse else 1)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.count:
            self.pointed.emit(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.field.isVisible():
            self.pointed.emit(-1)
        self.settled.emit()

    # Typing in place

    def open_field(self, k: int, text: str = "") -> None:
        """Type into the number of this row, from what it is, or from this first letter on."""
        self.settled.emit()
        self.current = k
        number = self.number_rect(k)
        height = max(min(number.height(), 26), 22)
        place = QRectF(number.left() - 20, number.center().y() - height / 2, number.width() + 20, height)
        self.field.setGeometry(place.toRect())
        self.field.setStyleSheet("padding: 0 4px;")
        self.field.setText(text or exact_text(self._values[k]).removesuffix(".0"))
        if not text:
            self.field.selectAll()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_text(self) -> None:
        number = number_from(self.field.text())
        if number is None:
            self.field.setStyleSheet(f"padding: 0 4px; border: 2px solid {self.theme.wrong};")
            self.refused.emit(self.field.text())
            return
        self._close_field()
        self.typed.emit(self.current, number)

    def _close_field(self) -> None:
        self.field.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Esc leaves the number as it was. To go elsewhere is to finish, if it is a number."""
        if watched is self.field and self.field.isVisible():
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape:
                    self._close_field()
                elif event.key() in _ENTER:
                    self._take_text()
                return event.key() in (Qt.Key.Key_Escape, *_ENTER, *_ROWS)  # and the bars do not hear of it
            if event.type() == QEvent.Type.FocusOut:
                number = number_from(self.field.text())
                self.field.hide()
                if number is not None:
                    self.typed.emit(self.current, number)
        return False

    def event(self, event: QEvent) -> bool:
        """On hover: the score with all its digits."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            k = self.rows.at(QPointF(event.pos()))
            if k >= 0:
                text = f"{self._names[k]}: {exact_text(self._values[k])}"
                if self._numbers[k] != self._values[k]:
                    text += f" → {exact_text(self._numbers[k])}"
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
