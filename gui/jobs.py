"""Work that would make the window wait: the only module that knows threads.

Snapshots go in, results come out. A newer request of the same name makes the older one stale: it is
cancelled, and its result, should it still come, is dropped. A result never reaches a receiver that
is gone.

Threads are Python's own (ThreadPoolExecutor) rather than QThreadPool's: core's cancelling and the
libraries it calls use `threading`, which leaves a lasting record of every foreign thread it sees.

Python collects garbage wherever something happens to be allocated: in a worker, or in the middle of
something that Qt is taking apart. A widget must not end its days there. So as long as there are jobs,
garbage is collected here, by a timer, in the thread of the window and between two events.
"""

import gc
import sys
import threading
import time
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from core.errors import Cancelled
from core.progress import CancelToken, Progress

_WORKERS = 3
# Every call into Qt lets go of the interpreter, and gets it back from a busy worker only after this many
# seconds. Python's own 5 ms turned a paint of 20 ms into one of 80.
_SWITCH_INTERVAL = 0.0001
_SECONDS_BETWEEN_REPORTS = 0.05
_MS_BETWEEN_COLLECTIONS = 1000
_COLLECTIONS_UNTIL_ALL = 60  # the old generation has little garbage and takes long to look through


@dataclass(frozen=True, eq=False)
class _Ticket:
    """One request: what it is called, how to stop it, and who waits for it."""

    name: str
    cancel: CancelToken
    on_done: "Callable[[Any], None] | None"
    on_error: "Callable[[Exception], None] | None"


class Jobs(QObject):
    """Runs functions in worker threads and brings what they return back to the window's thread.

    on_done and on_error should be bound methods of the widget that waits: they are held weakly, and
    not called once it is gone.
    """

    started = Signal(str)
    progressed = Signal(str, Progress)
    ended = Signal(str)  # done, failed or cancelled
    failed = Signal(Exception)  # with nobody else to tell

    _arrived = Signal(object, object, object)  # ticket, result, error
    _reported = Signal(object, Progress)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="mitbadak-job")
        # All threads are started now: later, the start of one would wait for those that are busy.
        started = threading.Barrier(_WORKERS)
        for _ in range(_WORKERS):
            self._pool.submit(started.wait)
        self._alone = threading.Lock()
        self._newest: dict[str, _Ticket] = {}
        self._closed = False
        self._switch_interval = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_INTERVAL)
        gc.disable()
        self._collections = 0
        self._collector = QTimer(self)
        self._collector.setInterval(_MS_BETWEEN_COLLECTIONS)
        self._collector.timeout.connect(self._collect_garbage)
        self._collector.start()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        name: str,
        function: Callable[..., Any],
        *args: Any,
        on_done: Callable[[Any], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        progress: bool = False,
        alone: bool = False,
    ) -> None:
        """Call function(*args) in a worker, then on_done(result) here.

        With `progress`, the function is also given `report` and `cancel`, and should use both. No two
        that are to be `alone` run at the same time: what is all Python, and much of it, would
        leave the window little of the interpreter.
        """
        if self._closed:
            return
        self.cancel(name)
        ticket = _Ticket(name, CancelToken(), _weak(on_done), _weak(on_error))
        self._newest[name] = ticket
        self.started.emit(name)
        if alone:
            function = partial(self._call_alone, function)
        self._pool.submit(self._work, ticket, function, args, progress)

    def _call_alone(self, function: Callable[..., Any], *args: Any, **extra: Any) -> Any:
        with self._alone:
            return function(*args, **extra)

    def cancel(self, name: str) -> None:
        """Stop the request of that name, if there is one. Nobody hears of its result."""
        ticket = self._newest.pop(name, None)
        if ticket is not None:
            ticket.cancel.cancel()
            self.ended.emit(name)

    @property
    def running(self) -> tuple[str, ...]:
        return tuple(self._newest)

    def shutdown(self) -> None:
        """Cancel everything and wait until no thread is left. Nothing is delivered any more."""
        self._closed = True
        for ticket in self._newest.values():
            ticket.cancel.cancel()
        self._newest.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._collector.stop()
        gc.enable()
        sys.setswitchinterval(self._switch_interval)

    def _work(
        self, ticket: _Ticket, function: Callable[..., Any], args: tuple[Any, ...], progress: bool
    ) -> None:
        """In the worker thread: call, and send home whatever comes of it."""
        if ticket.cancel.cancelled:
            return
        extra = {"report": _Throttled(self._reported, ticket), "cancel": ticket.cancel} if progress else {}
        result, error = None, None
        try:
            result = function(*args, **extra)
        except Cancelled:
            return
        except Exception as caught:  # noqa: BLE001 - carried to the window's thread and shown there
            error = caught
        if not ticket.cancel.cancelled:
            self._arrived.emit(ticket, result, error)

    @Slot()
    def _collect_garbage(self) -> None:
        self._collections += 1
        gc.collect(2 if self._collections % _COLLECTIONS_UNTIL_ALL == 0 else 1)

    @Slot(object, object, object)
    def _deliver(self, ticket: _Ticket, result: Any, error: Exception | None) -> None:
        if self._closed or self._newest.get(ticket.name) is not ticket:
            return
        del self._newest[ticket.name]
        self.ended.emit(ticket.name)
        if error is None:
            if ticket.on_done is not None:
                ticket.on_done(result)
        elif ticket.on_error is not None:
            ticket.on_error(error)
        else:
            self.failed.emit(error)

    @Slot(object, Progress)
    def _tell_progress(self, ticket: _Ticket, progress: Progress) -> None:
        if not self._closed and self._newest.get(ticket.name) is ticket:
            self.progressed.emit(ticket.name, progress)


class _Throttled:
    """A report that passes on at most twenty a second, and always the last one of a whole."""

    def __init__(self, signal: Any, ticket: _Ticket) -> None:
        self._signal = signal
        self._ticket = ticket
        self._next = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now >= self._next or progress.done >= progress.total > 0:
            self._next = now + _SECONDS_BETWEEN_REPORTS
            self._signal.emit(self._ticket, progress)


def _weak(callback: Callable[[Any], None] | None) -> Callable[[Any], None] | None:
    """The callback, but calling it does nothing once the object that it belongs to is gone."""
    if callback is None or not hasattr(callback, "__self__"):
        return callback
    reference = weakref.WeakMethod(callback)

    def call(value: Any) -> None:
        method = reference()
        if method is None:
            return
        owner = method.__self__
        if not isinstance(owner, QObject) or shiboken6.isValid(owner):
            method(value)

    return call
