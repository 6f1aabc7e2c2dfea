"""What goes wrong while a widget paints itself is said, and does not end the program."""

import numpy as np
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from gui.theme import LIGHT, ink_map
from gui.widgets.picture import Picture


class Broken(Picture):
    """It has no place for its picture."""

    def image_rect(self) -> QRect:
        raise ArithmeticError


def test_a_painter_does_not_outlive_a_paint_that_failed(qtbot: QtBot) -> None:
    """It would be kept by the traceback, and Qt cannot go on as long as somebody paints."""
    picture = Broken()
    qtbot.addWidget(picture)
    picture.show_array(np.ones((4, 4), np.float32), ink_map(LIGHT), 0.0, 1.0)
    with qtbot.capture_exceptions() as caught:
        picture.show()
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ArithmeticError
    assert not picture.paintingActive()
