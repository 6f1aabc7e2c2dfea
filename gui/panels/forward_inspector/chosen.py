"""The image that is looked at: what it is, what was read, and how sure the network is."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from core.shapes import Array
from gui.panels.forward_inspector import texts
from gui.panels.forward_inspector.model import Reading
from gui.theme import LIGHT, STEP, Theme, ink_map
from gui.widgets.bars import ProbabilityBars
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named
from gui.widgets.picture import Picture
from gui.widgets.text import number_text

translate = QCoreApplication.translate

_TALLEST_BAR = 24
_ROOMY = 220  # px of width


class ChosenImage(QWidget):
    """The picture, a few words, and a bar for each class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = Picture(self)
        self.picture.setObjectName("chosenPicture")
        self.words = named(QLabel(self, wordWrap=True), "chosenWords")
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.heading = named(ElidedLabel(self), "barsHeading")
        self.heading.setProperty("muted", True)
        self.bars = ProbabilityBars(self)
        self.bars.setObjectName("chosenBars")
        self._theme = LIGHT
        self._image: Array | None = None
        self._shown: tuple[NDArray[np.floating], Reading, int, bool] | None = None

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 160)

    def show_image(
        self, image: Array, outputs: Array, reading: Reading, index: int, *, probabilities: bool
    ) -> None:
        """image: (28, 28). outputs: (K,) of the network for it. probabilities: if not, they are scores."""
        self._image = image
        self._shown = outputs, reading, index, probabilities
        right = int(reading.labels[index]) if reading.labels is not None else -1
        self.bars.show_values(outputs, right)
        self._paint()
        self._write()

    def retranslate(self) -> None:
        self.bars.setAccessibleName(translate("forward_inspector", "What the network gives each class"))
        self._write()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.picture.set_colours(theme.line, theme.batch_axis, theme.feature_axis)
        self.bars.apply_theme(theme)
        self._paint()
        self._write()

    def _paint(self) -> None:
        if self._image is not None:
            self.picture.show_array(self._image, ink_map(self._theme), 0.0, 1.0)

    def _write(self) -> None:
        if self._shown is None:
            return
        outputs, reading, index, probabilities = self._shown
        answer = int(reading.answers[index])
        theme, labels = self._theme, reading.labels
        read = translate("forward_inspector", "Read as {answer}").format(
            answer=f"<b>{texts.answer_text(answer)}</b>"
        )
        if self.width() >= _ROOMY:
            read += f" ({number_text(float(outputs[answer]))})"
        if labels is None:
            title = translate("forward_inspector", "Your drawing")
            lines = [read, translate("forward_inspector", "No label")]
        else:
            title = translate("forward_inspector", "Image {index}").format(index=index)
            right = not bool(reading.wrong[index])
            colour = theme.accent if right else theme.wrong
            label = translate("forward_inspector", "Label {label}").format(label=f"<b>{labels[index]}</b>")
            lines = [label, read, f'<b style="color:{colour}">{texts.mark(right)}</b>']
        head = f'<b style="color:{theme.batch_axis}">{title}</b>'
        self.words.setText("<br>".join([head, *lines]))
        self.heading.setText(
            translate("forward_inspector", "Probability of each digit")
            if probabilities
            else translate("forward_inspector", "Score of each digit (not a probability)")
        )
        self.picture.setAccessibleName(title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words beside the picture, the bars below."""
        width, height = self.width(), self.height()
        side = max(56, min(int(height * 0.32), int(width * 0.42), 140))
        self.picture.setGeometry(0, 0, side, side)
        gap = STEP if width < _ROOMY else 2 * STEP
        self.words.setGeometry(side + gap, 0, max(width - side - gap, 0), side)
        top = side + STEP
        self.heading.setGeometry(0, top, width, 18)
        bars = min(height - top - 20, 10 * _TALLEST_BAR)
        self.bars.setGeometry(0, top + 20, width, max(bars, 60))
        self._write()
