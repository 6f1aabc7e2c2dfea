"""The real program in every test: a window of its own, settings of its own, and nothing left behind."""

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import CoreError
from gui.app import create_app
from gui.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeWindow]:
    """Open a window, on the same profile every time unless told otherwise, and wait until it is alive."""
    opened: list[MainWindow] = []
    unexpected: list[Exception] = []  # what went wrong in a worker, and is not said by core

    def note(error: Exception) -> None:
        if not isinstance(error, CoreError):
            unexpected.append(error)

    def make(profile: Path | None = None, *, wait: bool = True, language: str = "en") -> MainWindow:
        _, window = create_app(["mitbadak", "--profile", str(profile or tmp_path / "profile")])
        opened.append(window)
        window.jobs.failed.connect(note)
        window.set_language(language)
        window.resize(1280, 800)
        window.show()
        if wait:
            qtbot.waitUntil(lambda: window.session.trace is not None, timeout=20_000)
        return window

    yield make
    for window in opened:
        window.translation.install("en")  # the next test's window starts without this one's Korean
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    leftovers = [thread.name for thread in threading.enumerate() if thread.name.startswith("mitbadak-job")]
    assert not leftovers, f"threads outlive the window: {leftovers}"
    assert not any(isinstance(widget, MainWindow) for widget in QApplication.topLevelWidgets()), (
        "a window outlives its test"
    )
    assert not unexpected, f"errors in a worker: {unexpected}"


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """The program as it starts for the first time, in English, 1280×800, alive."""
    return make_window()
