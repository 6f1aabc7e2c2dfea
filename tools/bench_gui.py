"""The speed that is felt: start-up, memory, and whether what is under the hand stays inside a frame."""

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from core.network import random_network
from gui.app import create_app
from gui.arrangements import ARRANGEMENTS
from gui.main_window import MainWindow
from gui.session import OpenNetwork
from tools.timing import Measurement, Row, Skipped

ROOT = Path(__file__).resolve().parent.parent
FRAME = 1 / 60
LONGEST_STALL = 0.05
STARTS = 12
ROUNDS = 5
SIZE = (1440, 900)

# Both run in a fresh process and say, when they are on the screen, how much memory they have had at
# most. (getrusage would count what the process that started them had.)
_SAY = """
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")), flush=True)
"""
_BARE_WINDOW = f"""
import pyqtgraph
app = pyqtgraph.mkQApp()
window = pyqtgraph.PlotWidget()
window.plot([1, 2, 3])
window.show()
app.processEvents()
{_SAY}
"""
_PROGRAM = f"""
import sys
from gui.app import create_app
app, window = create_app(["mitbadak", "--profile", sys.argv[1]])
window.show()
while window.session.trace is None:
    app.processEvents()
app.processEvents()
assert all(dock.panel is not None and dock.panel.isVisible() for dock in window.docks.values())
{_SAY}
window.close()
"""


def start(code: str) -> tuple[float, float]:
    """Run the code in a fresh interpreter. Returns the seconds until it says so, and its MB by then."""
    with tempfile.TemporaryDirectory() as profile:
        begin = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", code, profile],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        ) as process:  # fmt: skip
            assert process.stdout is not None
            line = process.stdout.readline()
            seconds = time.perf_counter() - begin
        return seconds, float(line) / 1024


def start_rows() -> Iterator[Row | Skipped]:
    if not Path("/proc/self/status").exists():
        yield Skipped("start to four live panels, and memory by then", "this system has no /proc")
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    starts: dict[str, list[tuple[float, float]]] = {_BARE_WINDOW: [], _PROGRAM: []}
    for _ in range(STARTS + 1):
        for code, seen in starts.items():
            seen.append(start(code))
    (ours, floors) = [seen[1:] for seen in (starts[_PROGRAM], starts[_BARE_WINDOW])]
    yield Row(
        "start to four live panels", "a bare pyqtgraph window",
        tuple(seconds for seconds, _ in ours), tuple(seconds for seconds, _ in floors), 2.0,
    )  # fmt: skip
    yield Row(
        "memory by then, in MB", "200 MB",
        tuple(memory for _, memory in ours), (200.0,), 1.0, unit="MB",
    )  # fmt: skip


class Hand:
    """Does things in a real window as a hand would, and times each until the screen shows it."""

    def __init__(self, arrangement: str) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self._folder = tempfile.TemporaryDirectory()
        self.app: QApplication
        self.window: MainWindow
        self.app, self.window = create_app(["mitbadak", "--profile", self._folder.name])
        self.window.resize(*SIZE)
        self.window.show()
        while self.window.session.trace is None or self.window.jobs.running:
            self.app.processEvents()
        self.window.arrange(arrangement)
        self.settle()
        gc.freeze()  # as gui.app.main does

    def __enter__(self) -> "Hand":
        return self

    def __exit__(self, *error: object) -> None:
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.unfreeze()
        self.settle()
        self._folder.cleanup()

    def settle(self) -> None:
        """Let half a second pass, as a hand does: what was put off until things rest is done by then."""
        loop = QEventLoop()
        QTimer.singleShot(500, loop.quit)
        loop.exec()
        gc.collect()

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def time(self, actions: Sequence[Callable[[], object]]) -> list[float]:
        """The seconds of each action, from the event to the painted screen, the longest last."""
        seconds = []
        for action in actions:
            begin = time.perf_counter()
            action()
            self.app.processEvents()
            seconds.append(time.perf_counter() - begin)
        return sorted(seconds)


def frame_row(what: str, rounds: list[list[float]]) -> Row:
    """The 99th percentile of each round, against one frame."""
    late = tuple(seconds[min(int(len(seconds) * 0.99), len(seconds) - 1)] for seconds in rounds)
    return Row(f"{what}, 99th percentile", "one frame at 60 Hz", late, (FRAME,), 1.0)


def pen_rows() -> Iterator[Row | Skipped]:
    with Hand("arrangeDrawAction") as hand:
        canvas = hand.find(QWidget, "digitCanvas")
        side = canvas.width()

        def move(place: float) -> None:
            QTest.mouseMove(
                canvas, QPoint(round(side * (0.2 + 0.6 * place)), round(side * (0.3 + place / 3)))
            )

        rounds = []
        for _ in range(ROUNDS):
            QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(side // 5, side // 3))
            rounds.append(hand.time([partial(move, step / 200) for step in range(200)]))
            QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(side // 2, side // 2))
            hand.find(QAbstractButton, "clearDigitButton").click()
        yield frame_row(f"pen event on a pad of {side} pixels, predicted and painted", rounds)


def inspector_rows() -> Iterator[Row | Skipped]:
    with Hand("arrangeForwardAction") as hand:
        session = hand.window.session
        steps, images = [*range(6), *range(4, -1, -1)] * 8, [*range(99, -1, -1)]
        yield frame_row(
            "step of the forward pass",
            [hand.time([partial(session.select_step, k) for k in steps]) for _ in range(ROUNDS)],
        )
        yield frame_row(
            "another image of the batch",
            [hand.time([partial(session.select_sample, index) for index in images]) for _ in range(ROUNDS)],
        )


class Heart:
    """Beats every two milliseconds, as long as the event loop lets it, and knows the longest pause."""

    def __init__(self) -> None:
        self._loop = QEventLoop()
        self._timer = QTimer(interval=2)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        now = time.perf_counter()
        self._pause, self._last = max(self._pause, now - self._last), now

    def longest_pause(self, action: Callable[[], object]) -> float:
        """Of the half second in which the action and all that follows from it happen."""
        self._pause, self._last = 0.0, time.perf_counter()
        self._timer.start()
        QTimer.singleShot(10, action)
        QTimer.singleShot(500, self._loop.quit)
        self._loop.exec()
        self._timer.stop()
        return self._pause

    def row(self, what: str, actions: Sequence[Callable[[], object]]) -> Row:
        """The longest pause of each round, against what nobody may feel."""
        rounds = [[self.longest_pause(action) for action in actions] for _ in range(ROUNDS)]
        longest = tuple(max(seconds) for seconds in rounds)
        return Row(f"{what}: the longest stall", "50 ms", longest, (LONGEST_STALL,), 1.0)


def stall_rows() -> Iterator[Row | Skipped]:
    """What is done now and then may take longer than a frame, but nobody may feel it stop."""
    with Hand("arrangeAllAction") as hand:
        window, heart = hand.window, Heart()
        wide = OpenNetwork(random_network((784, 5000, 10), np.random.default_rng(0)), "wide", "")
        names = ("koreanAction", "englishAction", "darkAction", "lightAction", *ARRANGEMENTS)
        call = {name: window.actions_table[name].trigger for name in names}
        for what, actions in {
            "language switched": [call["koreanAction"], call["englishAction"]],
            "theme switched": [call["darkAction"], call["lightAction"]],
            "the next 100 images": [partial(window.session.select_batch, first) for first in (100, 200)],
            "arrangement changed": [call[key] for name in ARRANGEMENTS for key in (name, "arrangeAllAction")],
            "network of 5,000 units opened": [
                partial(window.session.set_network, opened) for opened in (wide, window.session.open_network)
            ],
            "work saved": [window.save_work],
        }.items():
            yield heart.row(what, actions)


GUI: dict[str, Measurement] = {
    "start": start_rows,
    "pen": pen_rows,
    "inspector": inspector_rows,
    "stalls": stall_rows,
}
