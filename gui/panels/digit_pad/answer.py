"""The answer of the network in large, and in words."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.shapes import Array
from gui.panels.digit_pad.model import Answer, read_answer
from gui.theme import BODY, LIGHT, PADDING, STEP, Theme, font
from gui.widgets.text import exact_text

translate = QCoreApplication.translate

_ROOM_FOR_LARGE = 110  # px: below, the digit stands beside the sentence instead of above it
_LARGEST = 112  # px


class AnswerView(QWidget):
    """Painted rather than put together from labels: it changes with every move of the pen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("padAnswer")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = LIGHT
        self._prediction: Array | None = None
        self._answer: Answer | None = None
        self._is_drawn = False
        self.sentence = ""

    def sizeHint(self) -> QSize:
        return QSize(200, 48)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 34)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_prediction(self, prediction: Array | None, *, is_drawn: bool) -> None:
        """prediction: (10,) or None. is_drawn: whether there is a digit to predict at all."""
        self._prediction, self._is_drawn = prediction, is_drawn
        self._answer = None if prediction is None else read_answer(prediction)
        self.retranslate()

    def retranslate(self) -> None:
        self.sentence = self._words()
        self.setAccessibleName(self.sentence)
        self.update()

    @property
    def digit(self) -> str:
        """The answer as one sign, with a question mark where it is not sure; empty without an answer."""
        if self._answer is None:
            return ""
        return f"{self._answer.best}" if self._answer.is_sure else f"{self._answer.best}?"

    def _words(self) -> str:
        answer = self._answer
        if answer is None:
            if self._is_drawn:
                return translate("digit_pad", "Waiting for a network")
            return translate("digit_pad", "Nothing is drawn yet")
        if answer.is_sure:
            text = translate("digit_pad", "{p} %, then {second} with {q} %")
        else:
            text = translate("digit_pad", "Not sure: {best} with {p} %, or {second} with {q} %")
        return text.format(
            best=answer.best,
            p=f"{answer.best_probability * 100:.1f}",
            second=answer.second,
            q=f"{answer.second_probability * 100:.1f}",
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.height() >= _ROOM_FOR_LARGE:
            self._paint_above(painter)
        else:
            self._paint_beside(painter)

    def _paint_above(self, painter: QPainter) -> None:
        """The digit as large as there is room for, the sentence under it."""
        lines = 2 * QFontMetrics(font(BODY)).height() + STEP
        room = self.rect().adjusted(0, 0, 0, -lines)
        words = QRect(0, room.bottom(), self.width(), lines)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        if self.digit:
            self._paint_digit(painter, room, min(_LARGEST, room.height()), Qt.AlignmentFlag.AlignCenter)
            self._paint_words(painter, words, flags | Qt.AlignmentFlag.AlignTop)
        else:
            self._paint_words(painter, self.rect(), flags | Qt.AlignmentFlag.AlignVCenter)

    def _paint_beside(self, painter: QPainter) -> None:
        words = self.rect()
        if self.digit:
            size = min(36, self.height())
            wide = QFontMetrics(font(size, bold=True)).horizontalAdvance(self.digit)
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            self._paint_digit(painter, words, size, left)
            words = words.adjusted(wide + PADDING, 0, 0, 0)
        self._paint_words(painter, words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)

    def _paint_digit(self, painter: QPainter, area: QRect, size: int, flags: Qt.AlignmentFlag) -> None:
        painter.setFont(font(size, bold=True))
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(area, flags, self.digit)

    def _paint_words(self, painter: QPainter, area: QRect, flags: int) -> None:
        painter.setFont(font(BODY))
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(area, flags, self.sentence)

    def event(self, event: QEvent) -> bool:
        """On hover: both probabilities with all their digits."""
        answer = self._answer
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and answer is not None:
            QToolTip.showText(
                event.globalPos(),
                f"y[{answer.best}] = {exact_text(answer.best_probability)}\n"
                f"y[{answer.second}] = {exact_text(answer.second_probability)}",
                self,
            )
            return True
        return super().event(event)
