"""Arrays as pictures: the right colour for every number, also for those that are none."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import LIGHT, diverging, sequential
from gui.widgets.picture import NO_NUMBER, Picture, array_image


def test_the_ends_and_the_middle_of_the_scale_have_their_colours() -> None:
    image = array_image(np.array([[-2.0, 0.0, 2.0]]), diverging(LIGHT), -2.0, 2.0)
    assert image.pixelColor(0, 0) == QColor(LIGHT.negative)
    assert image.pixelColor(2, 0) == QColor(LIGHT.positive)
    assert image.pixelColor(1, 0).lightness() > 250


@pytest.mark.parametrize(
    ("value", "entry"), [(np.inf, 255), (1e300, 255), (5.0, 255), (-np.inf, 0), (-5.0, 0)]
)
def test_numbers_beyond_the_scale_have_the_colour_of_its_end(value: float, entry: int) -> None:
    lut = sequential(LIGHT)
    colour = array_image(np.array([[value]]), lut, 0.0, 1.0).pixelColor(0, 0)
    assert colour.getRgb()[:3] == tuple(int(part) for part in lut[entry])


def test_what_is_no_number_has_a_colour_of_its_own() -> None:
    for lut in (sequential(LIGHT), diverging(LIGHT)):
        image = array_image(np.array([[np.nan, 0.0]]), lut, 0.0, 1.0)
        assert image.pixelColor(0, 0).getRgb()[:3] == NO_NUMBER
        assert image.pixelColor(1, 0).getRgb()[:3] == tuple(int(part) for part in lut[0])


def test_a_click_finds_the_cell_and_a_new_array_is_seen(qtbot: QtBot) -> None:
    picture = Picture(keep_aspect=False)
    qtbot.addWidget(picture)
    picture.resize(202, 102)
    picture.show_array(np.zeros((10, 20)), sequential(LIGHT), 0.0, 1.0)
    picture.show()
    before = picture.grab().toImage()
    with qtbot.waitSignal(picture.clicked) as clicked:
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.cell_rect(7, 13).center())
    assert clicked.args == [7, 13]
    picture.show_array(np.ones((10, 20)), sequential(LIGHT), 0.0, 1.0)
    after = picture.grab().toImage()
    assert before.pixelColor(50, 50) != after.pixelColor(50, 50)
    picture.resize(102, 52)
    picture.light(7, 13)
    picture.grab()
    assert picture.cell_at(QPoint(99, 49)) == (9, 19)
    picture.show_array(None, sequential(LIGHT), 0.0, 1.0)
    assert picture.cell_at(QPoint(50, 25)) == (-1, -1)
