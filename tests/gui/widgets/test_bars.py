"""Bars for probabilities and for scores."""

import numpy as np
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from gui.theme import LIGHT
from gui.widgets.bars import ProbabilityBars


def inked(image: QImage, row: int, rows: int) -> list[int]:
    """The columns that the bar of a row covers."""
    y = round((row + 0.5) * image.height() / rows)
    bars = {QColor(LIGHT.accent).rgb(), QColor(LIGHT.muted).rgb()}
    return [x for x in range(26, image.width() - 56) if image.pixelColor(x, y).rgb() in bars]


def shown(qtbot: QtBot, values: np.ndarray) -> QImage:
    bars = ProbabilityBars()
    qtbot.addWidget(bars)
    bars.apply_theme(LIGHT)
    bars.resize(300, 240)
    bars.show_values(values, 1)
    return bars.grab().toImage()


def test_a_probability_is_as_long_as_it_is_large(qtbot: QtBot) -> None:
    image = shown(qtbot, np.array([0.1, 0.6, 0.3]))
    lengths = [len(inked(image, row, 3)) for row in range(3)]
    assert lengths[1] > lengths[2] > lengths[0] > 0
    assert abs(lengths[1] - 2 * lengths[2]) <= 2


def test_scores_lie_on_both_sides_of_zero(qtbot: QtBot) -> None:
    image = shown(qtbot, np.array([-2.0, 4.0, np.nan, 0.0]))
    below, above = inked(image, 0, 4), inked(image, 1, 4)
    assert max(below) <= min(above)
    assert abs(len(above) - 2 * len(below)) <= 2
    assert inked(image, 2, 4) == []
