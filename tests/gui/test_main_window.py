"""The window as a person uses it: languages, themes, docks, files, and closing at the worst moment."""

import gc
import os
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.data import mnist
from core.files import weights
from core.network import random_network
from gui.app import create_app
from gui.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]
DOCKS = ("gateDesignerDock", "activationCurvesDock", "forwardInspectorDock", "digitPadDock")


def drop(window: MainWindow, *paths: Path) -> None:
    """Drag files from the desktop over the middle of the window, and let them go."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = window.rect().center()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(window, event)


def message(window: MainWindow) -> str:
    bar = window.findChild(QWidget, "messageBar")
    label = window.findChild(QLabel, "messageText")
    return label.text() if bar.isVisible() else ""


def sizes_of(window: MainWindow) -> tuple[int, ...]:
    network = window.session.network
    return network.sizes if network is not None else ()


def click(window: MainWindow, name: str) -> None:
    QTest.mouseClick(window.findChild(QWidget, name), Qt.MouseButton.LeftButton)


@pytest.mark.xdisplay
def test_at_first_start_all_four_panels_are_alive_offline(window: MainWindow) -> None:
    assert all(window.findChild(QWidget, name).isVisible() for name in DOCKS)
    assert window.session.trace is not None
    assert window.session.dataset is not None
    assert window.session.trace.input.shape == (100, 784)
    assert len(window.session.dataset) == 1000
    assert message(window) == ""
    assert window.size().width() == 1280
    assert window.size().height() == 800


@pytest.mark.xdisplay
def test_the_language_changes_live_in_every_corner(window: MainWindow) -> None:
    click(window, "languageButton")
    texts = {label.text() for label in window.findChildren(QLabel) if label.objectName() == "dockTitleText"}
    assert texts == {"게이트 설계", "활성화 함수", "순전파", "숫자 그리기"}
    assert window.menuBar().actions()[0].text() == "파일(&F)"
    assert "만들어 낸 숫자" in window.findChild(QToolButton, "dataButton").text()
    click(window, "languageButton")
    assert window.menuBar().actions()[0].text() == "&File"


@pytest.mark.xdisplay
def test_the_theme_changes_live(window: MainWindow) -> None:
    light = window.grab().toImage().pixelColor(window.width() // 2, window.height() - 4)
    click(window, "themeButton")
    dark = window.grab().toImage().pixelColor(window.width() // 2, window.height() - 4)
    assert light.lightness() > 200
    assert dark.lightness() < 60


def test_arrangements_show_their_panels_and_nothing_pushes_the_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    for key, shown in (
        (Qt.Key.Key_2, {"gateDesignerDock"}),
        (Qt.Key.Key_3, {"activationCurvesDock"}),
        (Qt.Key.Key_4, {"forwardInspectorDock"}),
        (Qt.Key.Key_5, {"digitPadDock"}),
        (Qt.Key.Key_1, set(DOCKS)),
    ):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        qtbot.wait(1)
        assert {name for name in DOCKS if window.docks[name].isVisible()} == shown
        assert (window.width(), window.height()) == (1280, 800)


def test_closed_docks_say_how_to_come_back_and_do(window: MainWindow) -> None:
    label = window.findChild(QLabel, "nothingOpenLabel")
    for name in DOCKS:
        window.docks[name].close()
    assert label.isVisible()
    assert "Reset layout" in label.text()
    window.actions_table["resetLayoutAction"].trigger()
    assert all(window.docks[name].isVisible() for name in DOCKS)
    assert not label.isVisible()


def test_a_panel_that_is_brought_back_covers_no_other(window: MainWindow, qtbot: QtBot) -> None:
    window.arrange("arrangeDrawAction")
    for name in DOCKS:
        window.docks[name].show()
        qtbot.wait(1)
        places = [dock.geometry() for dock in window.docks.values() if dock.isVisible()]
        assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[i + 1 :])


@pytest.mark.xdisplay
def test_the_arrow_keys_step_to_the_end_and_back_and_through_the_images(window: MainWindow) -> None:
    session = window.session
    for step in range(1, 6):
        QTest.keyClick(window, Qt.Key.Key_Right)
        assert session.step_index == step
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert session.step_index == 5
    for step in range(4, -1, -1):
        QTest.keyClick(window, Qt.Key.Key_Left)
        assert session.step_index == step
    QTest.keyClick(window, Qt.Key.Key_Down)
    assert session.sample_index == 1
    QTest.keyClick(window, Qt.Key.Key_Up)
    assert session.sample_index == 0
    window.docks["forwardInspectorDock"].close()
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert session.step_index == 0


@pytest.mark.xdisplay
def test_a_drawn_digit_is_followed_through_the_network(window: MainWindow, qtbot: QtBot) -> None:
    """From the pad alone: a stroke, the button, and the forward pass stands beside it and goes along."""
    window.session.select_batch(200)
    window.arrange("arrangeDrawAction")
    canvas = window.findChild(QWidget, "digitCanvas")
    side = canvas.width()
    stroke = [QPoint(side // 2, side * step // 10) for step in range(2, 9)]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=stroke[0])
    predictions = []
    for place in stroke[1:]:
        QTest.mouseMove(canvas, place)
        predictions.append(window.session.drawn_prediction)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=stroke[-1])
    assert all(prediction is not None and prediction.shape == (10,) for prediction in predictions)
    assert not np.array_equal(predictions[0], predictions[-1])
    click(window, "showInInspectorButton")
    qtbot.waitUntil(window.docks["forwardInspectorDock"].isVisible)
    assert window.session.trace is not None
    assert window.session.batch is not None
    assert window.session.trace.input.shape == (1, 784)
    before = window.session.trace.output
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    QTest.mouseMove(canvas, QPoint(canvas.width() // 2, 8))
    assert not np.array_equal(window.session.trace.output, before)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(canvas.width() // 2, 8))
    click(window, "clearDigitButton")
    assert len(window.session.batch) == 100
    assert window.session.batch.first == 200


def test_layout_language_theme_and_choices_return_at_the_next_start(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    book = tmp_path / "mine.npz"
    weights.save_network(random_network((784, 20, 10), np.random.default_rng(3)), book)
    first = make_window()
    first.loader.open_weights(book)
    qtbot.waitUntil(
        lambda: first.session.network is not None and first.session.network.sizes == (784, 20, 10)
    )
    first.session.select_batch(300)
    first.session.select_sample(42)
    first.session.select_step(2)
    first.docks["gateDesignerDock"].setFloating(True)
    first.docks["activationCurvesDock"].close()
    first.set_theme("dark")
    first.set_language("ko")
    first.resize(1300, 820)
    first.close()
    second = make_window(language="ko")
    qtbot.waitUntil(lambda: second.session.sample_index == 42)
    assert second.session.network is not None
    assert second.session.batch is not None
    assert second.session.network.sizes == (784, 20, 10)
    assert (second.session.batch.first, second.session.step_index) == (300, 2)
    assert second.settings.text("theme", "light") == "dark"
    assert second.settings.text("language", "en") == "ko"
    assert second.docks["gateDesignerDock"].isFloating()
    assert second.docks["activationCurvesDock"].isHidden()


def test_a_window_without_its_last_weights_says_so_and_uses_its_own(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "gone.npz"
    weights.save_network(random_network((784, 20, 10), np.random.default_rng(3)), path)
    first = make_window()
    first.loader.open_weights(path)
    qtbot.waitUntil(
        lambda: first.session.network is not None and first.session.network.sizes == (784, 20, 10)
    )
    first.close()
    path.unlink()
    second = make_window()
    assert "gone.npz" in message(second)
    assert second.session.network is not None
    assert second.session.network.sizes == (784, 50, 100, 10)


def test_weights_that_became_another_network_are_refused_and_the_windows_own_are_used(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mine.npz"
    weights.save_network(random_network((784, 20, 10), np.random.default_rng(3)), path)
    first = make_window()
    first.loader.open_weights(path)
    qtbot.waitUntil(lambda: sizes_of(first) == (784, 20, 10))
    first.close()
    weights.save_network(random_network((4, 3, 2), np.random.default_rng(3)), path)
    second = make_window()
    assert "4-3-2" in message(second)
    assert sizes_of(second) == (784, 50, 100, 10)


@pytest.mark.parametrize("content", [b"", b"cos\nsystem\n."])
def test_a_bad_file_before_the_first_network_is_there_leaves_no_window_without_one(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot, content: bytes
) -> None:
    path = tmp_path / "bad.pkl"
    path.write_bytes(content)
    window = make_window(wait=False)
    assert window.session.network is None
    window.loader.open_weights(path)
    qtbot.waitUntil(lambda: sizes_of(window) == (784, 50, 100, 10))
    assert "bad.pkl" in message(window)


def test_what_was_asked_for_last_is_what_opens(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """By menu or dropped: a large file that was asked for before does not come later and win."""
    large, small = tmp_path / "large.npz", tmp_path / "small.npz"
    weights.save_network(random_network((784, 4000, 10), np.random.default_rng(3)), large)
    weights.save_network(random_network((784, 30, 10), np.random.default_rng(3)), small)
    opened: list[str] = []
    window.loader.opened.connect(lambda what: opened.append(what.name))
    window.loader.open_weights(large)
    drop(window, small)
    qtbot.waitUntil(lambda: not window.jobs.running)
    assert opened == ["small"]


def test_weights_and_data_that_are_dropped_together_are_both_opened(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, shared_data: Path
) -> None:
    path = tmp_path / "mine.npz"
    weights.save_network(random_network((784, 20, 10), np.random.default_rng(3)), path)
    drop(window, path, shared_data / "mnist")
    qtbot.waitUntil(lambda: window.session.dataset is not None and len(window.session.dataset) == 10_000)
    qtbot.waitUntil(lambda: sizes_of(window) == (784, 20, 10))


@pytest.mark.xdisplay
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bad.pkl", b"cos\nsystem\n(S'echo hello'\ntR.", "os.system"),
        ("cut.npz", b"PK\x03\x04 cut", "cut.npz"),
        ("notes.txt", b"hello", "notes.txt"),
        ("empty.pkl", b"", "empty.pkl"),
    ],
)
def test_a_bad_file_that_is_dropped_gets_one_kind_sentence(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, name: str, content: bytes, said: str
) -> None:
    before = window.session.network
    path = tmp_path / name
    path.write_bytes(content)
    drop(window, path)
    qtbot.waitUntil(lambda: said in message(window))
    assert "Traceback" not in message(window)
    assert window.session.network is before
    details = window.findChild(QWidget, "messageDetails")
    assert not details.isVisible()
    click(window, "messageDetailsButton")
    assert details.isVisible()
    window.set_language("ko")
    assert said in message(window)
    assert "세요" in message(window) or "습니다" in message(window)
    click(window, "messageCloseButton")
    assert message(window) == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_that_is_dropped_is_not_waited_for_and_not_called_a_folder(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "pipe.pkl"
    os.mkfifo(path)
    drop(window, path)
    qtbot.waitUntil(lambda: "pipe.pkl is a folder or something else that is no file" in message(window))


def test_a_network_for_something_else_is_refused_by_its_sizes(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "small.npz"
    weights.save_network(random_network((4, 3, 2), np.random.default_rng(3)), path)
    drop(window, path)
    qtbot.waitUntil(lambda: "4-3-2" in message(window))


def test_opening_weights_is_undone_and_done_again(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "two.npz"
    weights.save_network(random_network((784, 30, 10), np.random.default_rng(3)), path)
    drop(window, path)
    qtbot.waitUntil(
        lambda: window.session.network is not None and window.session.network.sizes == (784, 30, 10)
    )
    assert "two" in window.findChild(QToolButton, "modelButton").text()
    assert "two" in window.actions_table["undoAction"].text()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.network.sizes == (784, 50, 100, 10)
    window.actions_table["redoAction"].trigger()
    assert window.session.network.sizes == (784, 30, 10)


def test_menus_and_toolbar_say_what_is_in_use(window: MainWindow, qtbot: QtBot) -> None:
    def checked(menu: QMenu) -> list[str]:
        return [action.text().replace("&", "") for action in menu.actions() if action.isChecked()]

    bar = window.top_bar
    assert checked(bar.model_menu) == ["mnist-sigmoid"]
    assert checked(bar.data_menu) == ["Use the made-up digits"]
    relu = next(action for action in bar.model_menu.actions() if action.text() == "mnist-relu")
    relu.trigger()
    qtbot.waitUntil(lambda: checked(bar.model_menu) == ["mnist-relu"])
    assert "mnist-relu" in window.findChild(QToolButton, "modelButton").text()
    file_menu = window.menuBar().actions()[0].menu()
    assert isinstance(file_menu, QMenu)
    assert "mnist-relu" in file_menu.actions()[0].text()
    assert "made-up digits" in file_menu.actions()[1].text()


@pytest.mark.parametrize("name", ["<b>bold & brave</b>", "a" * 80])
def test_a_strange_file_name_is_shown_as_it_is(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    path = tmp_path / f"{name.replace('/', '')}.npz"
    weights.save_network(random_network((784, 30, 10), np.random.default_rng(3)), path)
    window.loader.open_weights(path)
    qtbot.waitUntil(
        lambda: window.session.network is not None and window.session.network.sizes == (784, 30, 10)
    )
    button = window.findChild(QToolButton, "modelButton")
    assert len(button.text()) < 60
    assert "<b>" not in button.toolTip()
    assert name.replace("/", "").replace("&", "&&") in window.actions_table["undoAction"].text()
    assert window.width() == 1280


def test_a_folder_of_mnist_is_dropped_and_used(window: MainWindow, shared_data: Path, qtbot: QtBot) -> None:
    drop(window, shared_data / "mnist")
    qtbot.waitUntil(lambda: window.session.dataset is not None and len(window.session.dataset) == 10_000)
    assert window.session.trace is not None
    assert window.session.trace.input.shape == (100, 784)


def test_nothing_outlives_a_window(qtbot: QtBot, tmp_path: Path) -> None:
    """No widget, timer or thread: opened and closed three times, nothing is left but the application."""

    def open_and_close() -> None:
        _, window = create_app(["mitbadak", "--profile", str(tmp_path)])
        window.show()
        qtbot.waitUntil(lambda: window.session.trace is not None)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    gc.collect()
    before = set(QApplication.allWidgets())  # of other tests
    for _ in range(3):
        open_and_close()
        gc.collect()
        assert set(QApplication.allWidgets()) - before == set()
        assert [thread.name for thread in threading.enumerate() if "mitbadak" in thread.name] == []


class SilentServer(BaseHTTPRequestHandler):
    """Sends the head and a first part of a large file, and then nothing more."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "10000000")
        self.end_headers()
        self.wfile.write(b"\x1f\x8b" + b"x" * 100_000)
        self.wfile.flush()
        self.server.asked.set()  # type: ignore[attr-defined]
        self.server.over.wait(30)  # type: ignore[attr-defined]

    def log_message(self, format: str, *args: object) -> None:
        """No noise in the test's output."""


@pytest.fixture
def silent_server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), SilentServer)
    server.asked, server.over = threading.Event(), threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.over.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.xdisplay
def test_closing_while_a_download_runs_leaves_no_thread(
    window: MainWindow,
    silent_server: ThreadingHTTPServer,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = f"http://127.0.0.1:{silent_server.server_port}/"
    monkeypatch.setattr(mnist, "MIRRORS", (address,))
    window.actions_table["useMnistAction"].trigger()
    qtbot.waitUntil(silent_server.asked.is_set)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: window.findChild(QWidget, "jobStatus").isVisible(), timeout=5000)
    start = time.monotonic()
    window.close()
    assert time.monotonic() - start < 5
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("mitbadak-job")]


def test_a_download_can_be_cancelled_and_the_data_stays(
    window: MainWindow,
    silent_server: ThreadingHTTPServer,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mnist, "MIRRORS", (f"http://127.0.0.1:{silent_server.server_port}/",))
    before = window.session.dataset
    window.actions_table["useMnistAction"].trigger()
    qtbot.waitUntil(lambda: window.findChild(QWidget, "jobStatus").isVisible(), timeout=5000)
    button = window.findChild(QPushButton, "cancelJobButton")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not window.findChild(QWidget, "jobStatus").isVisible()
    assert window.session.dataset is before
    assert message(window) == ""


def test_other_data_that_is_chosen_meanwhile_ends_the_download(
    window: MainWindow,
    silent_server: ThreadingHTTPServer,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mnist, "MIRRORS", (f"http://127.0.0.1:{silent_server.server_port}/",))
    window.actions_table["useMnistAction"].trigger()
    qtbot.waitUntil(lambda: window.findChild(QWidget, "jobStatus").isVisible(), timeout=5000)
    window.actions_table["useSamplesAction"].trigger()
    assert "fetch-mnist" not in window.jobs.running
    assert not window.findChild(QWidget, "jobStatus").isVisible()


def test_without_a_network_the_download_says_what_to_do(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mnist, "MIRRORS", ("http://127.0.0.1:9/",))
    window.actions_table["useMnistAction"].trigger()
    qtbot.waitUntil(lambda: "could not be downloaded" in message(window), timeout=20_000)


def test_a_killed_process_loses_at_most_a_second(window: MainWindow, qtbot: QtBot) -> None:
    """What is made is written soon after it is made, not only at the end."""
    window.findChild(QToolButton, "modelButton")
    window.loader.use_samples()
    qtbot.waitUntil(lambda: window.undo.count() == 1)
    qtbot.waitUntil(lambda: (window.settings.folder / "work.json").exists(), timeout=5000)
    assert window.settings.load_work()["session"]["data_kind"] == "made-up"
