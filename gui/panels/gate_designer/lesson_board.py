"""Where a lesson is written down: a headline, sentences, and the chart of the errors."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.panels.gate_designer.error_chart import ErrorChart
from gui.panels.gate_designer.lesson_forms import Forms
from gui.theme import BODY, SMALL, STEP, Theme, font
from gui.widgets.named import named

_WORDS, _CHART = 58, 42  # percent of the width, side by side
_SMALLEST_CHART = 48  # px high, under the words
_BETWEEN = STEP // 2
_IN_BRACKETS = re.compile(r"\([^()]*\)")


class LessonBoard(QWidget):
    """Shows the longest form of the words that leaves the chart its room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.headline = named(QLabel(wordWrap=True), "gateLearnHeadline")
        self.sentence = named(QLabel(wordWrap=True), "gateLearnSentence")
        self.chart = ErrorChart()
        self._labels = (self.headline, self.sentence)
        self._forms: Forms = [("", "")]
        self._tip = ""
        self._below: QWidget | None = None  # the button under the words
        for label in self._labels:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumSize(1, 1)  # long texts must not make the panel larger
        self._under_words = QHBoxLayout()
        self._under_words.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(_BETWEEN)
        for label in self._labels:
            said.addWidget(label)
        said.addStretch(1)
        said.addLayout(self._under_words)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(STEP)
        self._halves.addLayout(said)
        self._halves.addWidget(self.chart)

    def minimumSizeHint(self) -> QSize:
        """Whatever is said: what does not fit is said shorter."""
        return QSize(0, 2 * _SMALLEST_CHART)

    def apply_theme(self, theme: Theme) -> None:
        self.chart.apply_theme(theme)

    def stand_side_by_side(self, button: QWidget) -> None:
        """The words left with this button under them, the chart right."""
        self._below = button
        self._under_words.insertWidget(0, button)
        self._halves.setDirection(QBoxLayout.Direction.LeftToRight)
        self._halves.setStretch(0, _WORDS)
        self._halves.setStretch(1, _CHART)

    def stand_in_a_column(self) -> None:
        """The chart under the words."""
        self._below = None
        self._halves.setDirection(QBoxLayout.Direction.TopToBottom)
        self._halves.setStretch(0, 0)
        self._halves.setStretch(1, 1)

    def show_words(self, forms: Forms, tip: str) -> None:
        """tip: what is said on hover, below what had to be left out."""
        self._forms, self._tip = forms, tip
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._below is not None:
            sizes = [BODY, SMALL]
            width = round((self.width() - STEP) * _WORDS / (_WORDS + _CHART))
            room = self.height() - self._below.sizeHint().height() - _BETWEEN
        else:
            sizes = [SMALL]
            width, room = self.width(), self.height() - _SMALLEST_CHART - STEP
        tries = [(self._forms[0], size) for size in sizes] + [(form, SMALL) for form in self._forms[1:]]
        for form, size in tries:
            heights = [self._write(k, text, size, width) for k, text in enumerate(form)]
            if sum(heights) + _BETWEEN <= room:
                break
        self._halves.activate()  # at once, so that no picture shows new words in old places
        left_out = "\n".join(self._forms[0]) if form != self._forms[0] else ""
        for label in self._labels:
            label.setToolTip("\n\n".join(part for part in (left_out, self._tip) if part))

    def _write(self, k: int, text: str, size: int, width: int) -> int:
        """Returns how high the text is. No line ends between brackets."""
        label = self._labels[k]
        label.setFont(font(size, bold=label is self.headline))
        label.setText(_IN_BRACKETS.sub(_unbroken, text))
        label.setVisible(bool(text))
        label.setFixedWidth(max(width, 1))
        label.setMinimumHeight(0)  # heightForWidth says no less than this
        height = label.heightForWidth(width) if text else 0
        label.setFixedHeight(max(height, 1))
        return height


def _unbroken(match: re.Match[str]) -> str:
    return match[0].replace(" ", "\N{NO-BREAK SPACE}")
