"""The answer of the network in large, and in words."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.shapes import Array
from gui.panels.digit_pad.model import Answer, percent_text, read_answer
from gui.theme import BODY, LIGHT, PADDING, STEP, Theme, font
from gui.widgets.text import exact_text

translate = QCoreApplication.translate

_ROOM_FOR_LARGE = 110  # px: below, the digit stands beside the sentence instead of above it
_NOTHING = 0.001  # a second answer with less is not worth its name
_LARGE_DIGIT, _SMALL_DIGIT = 112, 36  # px


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
        digit = self.digit
        known = prediction is not None and not np.isnan(prediction).any()
        self._answer = read_answer(prediction) if known and prediction is not None else None
        self._say()
        # While the pen moves, the sentence changes all the time, the large digit rarely.
        self.update(self._words_rect() if digit and digit == self.digit else self.rect())

    def retranslate(self) -> None:
        self._say()
        self.update()

    def _say(self) -> None:
        self.sentence = self._words()
        self.setAccessibleName(self.sentence)

    @property
    def digit(self) -> str:
        """The answer as one sign, with a question mark where it is not sure; empty without an answer."""
        if self._answer is None:
            return ""
        return f"{self._answer.best}" if self._answer.is_sure else f"{self._answer.best}?"

    def _words(self) -> str:
        answer = self._answer
        if answer is None:
            if self._prediction is not None:
                return translate("digit_pad", "No number: some function of the network has no value there")
            if self._is_drawn:
                return translate("digit_pad", "Waiting for a network")
            return translate("digit_pad", "Nothing is drawn yet")
        if not answer.is_sure:
            text = translate("digit_pad", "Not sure: {best} with {p} %, or {second} with {q} %")
        elif answer.second_probability < _NOTHING:
            text = translate("digit_pad", "{p} %, no other above 0.1 %")
        else:
            text = translate("digit_pad", "{p} %, then {second} with {q} %")
        return text.format(
            best=answer.best,
            p=percent_text(answer.best_probability),
            second=answer.second,
            q=percent_text(answer.second_probability),
        )

    def _is_large(self) -> bool:
        return self.height() >= _ROOM_FOR_LARGE

    def _words_rect(self) -> QRect:
        """The place of the sentence: under the digit, or beside it, or alone."""
        if not self.digit:
            return self.rect()
        if self._is_large():
            lines = 2 * QFontMetrics(font(BODY)).height() + STEP
            return QRect(0, self.height() - lines, self.width(), lines)
        wide = QFontMetrics(font(_SMALL_DIGIT, bold=True)).horizontalAdvance(self.digit)
        return self.rect().adjusted(wide + PADDING, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            words = self._words_rect()
            middle = Qt.AlignmentFlag.AlignVCenter
            if self._is_large():
                place = QRect(0, 0, self.width(), words.top())
                size, align = min(_LARGE_DIGIT, place.height()), Qt.AlignmentFlag.AlignTop
            else:
                place = QRect(0, 0, words.left(), self.height())
                size, align = _SMALL_DIGIT, middle
            if self.digit and event.rect().intersects(place):
                painter.setFont(font(size, bold=True))
                painter.setPen(QColor(self._theme.ink))
                painter.drawText(place, middle, self.digit)
            painter.setFont(font(BODY))
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(words, align | Qt.TextFlag.TextWordWrap, self.sentence)

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
