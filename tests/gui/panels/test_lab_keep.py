"""Keep and show: every page of the lab as picture, table and Python, through the menu that a learner uses."""

import csv
import io
import math
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.panels.activation_curves.panel import PAGES, ActivationCurves

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=list(PAGES))
def lab(window: MainWindow, qtbot: QtBot, request: pytest.FixtureRequest) -> ActivationCurves:
    """The lab on one of its pages, chosen by its tab."""
    window.arrange("arrangeActivationsAction")
    panel = window.docks["activationCurvesDock"].ensure_panel()
    assert isinstance(panel, ActivationCurves)
    qtbot.waitUntil(lambda: panel.width() > 1000)
    QTest.mouseClick(panel.tabs.buttons[request.param], LEFT)
    assert panel.page(request.param).isVisible()
    return panel


def choose(lab: ActivationCurves, name: str) -> None:
    action = lab.keep.findChild(QAction, name)
    assert action is not None
    action.trigger()


def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """What the learner says in the system's own dialog."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def said(lab: ActivationCurves) -> str:
    label = lab.findChild(QLabel, "labSaid")
    assert label is not None
    return label.text()


def test_the_menu_is_there_and_speaks(lab: ActivationCurves, window: MainWindow) -> None:
    button = lab.findChild(QToolButton, "labKeepButton")
    assert button is not None
    assert button.isVisible()
    assert button.menu() is not None
    assert all(action.text() for action in button.menu().actions())


def test_the_python_text_runs_as_it_is_pasted(
    lab: ActivationCurves, capsys: pytest.CaptureFixture[str]
) -> None:
    QTest.keyClick(
        lab.window(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    text = QGuiApplication.clipboard().text()
    assert "import numpy as np" in text
    assert "def " in text
    assert said(lab) == "Copied as NumPy."
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(sys.modules, "matplotlib", None)  # nothing but NumPy is needed
        exec(text, {})  # our own text


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_a_picture_of_what_is_plotted(
    lab: ActivationCurves, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    path = tmp_path / f"그림.{suffix}"
    answer(monkeypatch, path)
    choose(lab, "labSavePicture")
    if suffix == "svg":
        renderer = QSvgRenderer(str(path))
        assert renderer.isValid()
        assert "<text" in path.read_text(encoding="utf-8")
        size = renderer.defaultSize()
        assert size.width() >= 300
        assert size.height() >= 150
        return
    image = QImage(str(path))
    assert image.width() >= 600
    assert image.height() >= 300
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 10  # something is on it
    assert "그림.png" in said(lab)


def test_the_picture_on_the_clipboard(lab: ActivationCurves) -> None:
    choose(lab, "labCopyPicture")
    assert QGuiApplication.clipboard().image().width() >= 600


def test_the_numbers_have_every_digit(
    lab: ActivationCurves, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "numbers")
    choose(lab, "labSaveNumbers")
    text = (tmp_path / "numbers.csv").read_text(encoding="utf-8-sig")
    names, *rows = csv.reader(io.StringIO(text))
    assert len(set(names)) == len(names) >= 2
    assert rows
    assert all(len(row) == len(names) for row in rows)
    numbers = [float(cell) for row in rows for cell in row if _is_number(cell)]
    assert len(numbers) >= len(rows)
    assert any(len(repr(number)) > 8 for number in numbers if math.isfinite(number))


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_where_nothing_can_be_written_the_window_says_so(
    lab: ActivationCurves, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "no such folder" / "numbers.csv")
    choose(lab, "labSaveNumbers")
    assert window.messages.bar.isVisible()
    assert "numbers.csv" in window.messages.bar.text.text()
