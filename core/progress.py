"""How long work says how far it is, and how it is told to stop.

The two halves meet in plain values: the worker calls `report(Progress(...))`, and asks its
`CancelToken` now and then whether it is still wanted. Neither knows who listens.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from core.errors import Cancelled


@dataclass(frozen=True)
class Progress:
    """`done` of `total` units (bytes, batches, images); `total` 0 where it is not known."""

    done: int
    total: int = 0
    note: str = ""  # what is being worked on: a file's name, say

    @property
    def fraction(self) -> float | None:
        """How much of the whole is done, from 0 to 1, or None where the whole is not known."""
        return min(1.0, self.done / self.total) if self.total > 0 else None


Report = Callable[[Progress], None]


def ignore(progress: Progress) -> None:
    """A report that nobody reads: the default for callers who do not ask."""


class CancelToken:
    """A flag that one thread raises and another one looks at.

    Work that waits on something that cannot look (a silent server) registers what would
    free it with `on_cancel`; it is called once, in the thread that cancels.
    """

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._callbacks: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def cancel(self) -> None:
        with self._lock:
            self._event.set()
            callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback()

    def check(self) -> None:
        """Raise Cancelled if the work is no longer wanted. Call it wherever stopping is safe."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Sleep, but wake at once when cancelled. Raises Cancelled."""
        self._event.wait(seconds)
        self.check()

    def on_cancel(self, callback: Callable[[], None]) -> None:
        with self._lock:
            if not self._event.is_set():
                self._callbacks.append(callback)
                return
        callback()
