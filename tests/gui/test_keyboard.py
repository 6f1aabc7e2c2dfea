"""The keyboard reaches everything, and shows where it is; every place has a name to be called by."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.arrangements import ARRANGEMENTS
from gui.main_window import MainWindow
from gui.theme import THEMES

OPERATED = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView)


def operated(window: MainWindow) -> list[QWidget]:
    """What a person operates and can see, without the parts that Qt makes for itself."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, OPERATED)
        and not isinstance(widget, QScrollBar)
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")
    ]


def look_around(window: MainWindow, widget: QWidget) -> NDArray[np.int16]:
    """How the widget looks, with the few pixels around it where a frame may be drawn."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-3, -3, 3, 3)
    image = (
        window.grab(place.intersected(window.rect())).toImage().convertToFormat(QImage.Format.Format_RGB32)
    )
    return np.frombuffer(image.constBits(), np.uint8).astype(np.int16)


def tab_stops(window: MainWindow) -> list[QWidget]:
    window.setFocus()
    stops: list[QWidget] = []
    while True:
        window.focusNextChild()
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in stops:
            return stops
        stops.append(focused)


@pytest.mark.parametrize("key", ARRANGEMENTS)
def test_every_control_has_a_name_for_lessons_and_one_for_a_screen_reader(
    window: MainWindow, key: str
) -> None:
    window.arrange(key)
    nameless = [type(widget).__name__ for widget in operated(window) if not widget.objectName()]
    silent = [
        widget.objectName()
        for widget in operated(window)
        if not widget.accessibleName() and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert (nameless, silent) == ([], [])


@pytest.mark.parametrize("key", ARRANGEMENTS)
def test_whatever_takes_keys_says_what_it_is(window: MainWindow, key: str) -> None:
    window.arrange(key)
    silent = [
        widget.objectName() or type(widget).__name__
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not isinstance(
            widget, QScrollBar | QLabel | QAbstractButton
        )  # buttons above; labels say their text
        and not (widget.objectName() and widget.accessibleName())
    ]
    assert silent == []


@pytest.mark.parametrize("key", ARRANGEMENTS)
def test_tab_reaches_every_control(window: MainWindow, key: str) -> None:
    window.arrange(key)
    stops = tab_stops(window)
    groups = {stop.group() for stop in stops if isinstance(stop, QAbstractButton)} - {None}
    missed = [
        widget.objectName()
        for widget in operated(window)
        if widget.isEnabled()
        and widget not in stops
        and not (
            isinstance(widget, QAbstractButton) and widget.group() in groups
        )  # arrow keys go on from there
    ]
    assert missed == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_place_of_the_keyboard_can_be_seen(qtbot: QtBot, window: MainWindow, theme: str) -> None:
    window.set_theme(theme)
    unseen = []
    for stop in tab_stops(window):
        window.setFocus()
        without = look_around(window, stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        changed = np.abs(look_around(window, stop) - without) > 60
        if changed.sum() < 30:
            unseen.append(stop.objectName())
    assert unseen == []
