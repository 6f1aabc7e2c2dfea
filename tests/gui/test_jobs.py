"""Work in threads: results come home, newer requests win, and nothing is left behind."""

import gc
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from core.errors import ShapeError
from core.progress import CancelToken, Progress, Report
from gui.jobs import Jobs


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.threads: list[bool] = []

    @Slot(object)
    def take(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(self.thread() is QThread.currentThread())

    @Slot(Exception)
    def fail(self, error: Exception) -> None:
        self.errors.append(error)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    runner = Jobs()
    yield runner
    runner.shutdown()


def until_cancelled(report: Report, cancel: CancelToken) -> None:
    while True:
        cancel.wait(0.01)


def test_a_result_comes_back_into_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    receiver = Receiver()
    jobs.run("add", lambda a, b: a + b, 2, 3, on_done=receiver.take)
    qtbot.waitUntil(lambda: receiver.results == [5])
    assert receiver.threads == [True]
    assert jobs.running == ()


def test_the_newest_request_of_a_name_wins(qtbot: QtBot, jobs: Jobs) -> None:
    receiver, gate = Receiver(), threading.Event()

    def slow() -> str:
        gate.wait(5)
        return "old"

    jobs.run("same", slow, on_done=receiver.take)
    jobs.run("same", lambda: "new", on_done=receiver.take)
    qtbot.waitUntil(lambda: receiver.results == ["new"])
    gate.set()
    qtbot.wait(50)
    assert receiver.results == ["new"]


def test_an_error_goes_to_whoever_asked_and_else_to_failed(qtbot: QtBot, jobs: Jobs) -> None:
    def fail() -> None:
        raise ShapeError("x", got=(1,), expected=(2,))

    receiver = Receiver()
    jobs.run("asked", fail, on_error=receiver.fail)
    qtbot.waitUntil(lambda: len(receiver.errors) == 1)
    with qtbot.waitSignal(jobs.failed) as told:
        jobs.run("nobody", fail)
    assert isinstance(told.args[0], ShapeError)


def test_progress_is_passed_on_and_the_last_one_always(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[Progress] = []

    def count(report: Report, cancel: CancelToken) -> str:
        for done in range(1, 1001):
            report(Progress(done, 1000))
        return "done"

    receiver = Receiver()
    jobs.progressed.connect(lambda name, progress: seen.append(progress))
    jobs.run("count", count, on_done=receiver.take, progress=True)
    qtbot.waitUntil(lambda: receiver.results == ["done"])
    assert seen[-1] == Progress(1000, 1000)
    assert len(seen) < 100


def test_a_cancelled_job_ends_and_tells_nobody(qtbot: QtBot, jobs: Jobs) -> None:
    receiver = Receiver()
    jobs.run("wait", until_cancelled, on_done=receiver.take, on_error=receiver.fail, progress=True)
    with qtbot.waitSignal(jobs.ended):
        jobs.cancel("wait")
    qtbot.wait(50)
    assert (receiver.results, receiver.errors, jobs.running) == ([], [], ())


def test_a_result_never_reaches_a_receiver_that_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    receiver, gate = Receiver(), threading.Event()
    results = receiver.results
    jobs.run("late", gate.wait, 5, on_done=receiver.take)
    receiver.deleteLater()
    qtbot.wait(20)
    gate.set()
    qtbot.waitUntil(lambda: jobs.running == ())
    assert results == []


def test_garbage_is_collected_in_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    """A widget that is part of a cycle must not be ended by a worker that happens to allocate."""
    ended_here: list[bool] = []
    window_thread = threading.get_ident()

    class Knot:
        def __init__(self) -> None:
            self.self = self

        def __del__(self) -> None:
            ended_here.append(threading.get_ident() == window_thread)

    def allocate() -> int:
        return len([[number] for number in range(200_000)])

    receiver = Receiver()
    Knot()
    jobs.run("allocate", allocate, on_done=receiver.take)
    qtbot.waitUntil(lambda: receiver.results == [200_000])
    assert ended_here == []
    qtbot.waitUntil(lambda: ended_here == [True])


@pytest.mark.parametrize("with_progress", [True, False])
def test_shutdown_leaves_no_thread_whatever_the_job(qtbot: QtBot, with_progress: bool) -> None:
    jobs = Jobs()
    assert not gc.isenabled()
    for number in range(6):  # more than there are workers
        if with_progress:
            jobs.run(f"job {number}", until_cancelled, progress=True)
        else:
            jobs.run(f"job {number}", time.sleep, 0.2)
    jobs.shutdown()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("mitbadak-job")]
    assert gc.isenabled()
    jobs.run("too late", time.sleep, 0)
    assert jobs.running == ()


def test_those_that_are_to_be_alone_never_run_together(jobs: Jobs, qtbot: QtBot) -> None:
    running, most, receiver = [0], [0], Receiver()

    def work() -> int:
        running[0] += 1
        most[0] = max(most[0], running[0])
        time.sleep(0.02)
        running[0] -= 1
        return 1

    for number in range(5):
        jobs.run(f"alone {number}", work, on_done=receiver.take, alone=True)
    qtbot.waitUntil(lambda: len(receiver.results) == 5)
    assert most == [1]
