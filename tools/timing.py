"""Two ways to do the same work, timed in turns: ours, and a floor to compare it with.

Seconds differ from one machine to the next, and from one minute to the next; the ratio of two that
took turns in the same minute differs much less.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Row:
    """What was measured, against which floor, the seconds (or MB) of each round, and the promised ratio."""

    what: str
    floor: str
    ours: tuple[float, ...]
    floors: tuple[float, ...]
    promised: float
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """Ours by the floor, the least of each."""
        return min(self.ours) / min(self.floors)

    @property
    def ratio_of_medians(self) -> float:
        return statistics.median(self.ours) / statistics.median(self.floors)


@dataclass(frozen=True)
class Skipped:
    """What was not measured, and what is missing."""

    what: str
    why: str


Measurement = Callable[[], Iterator[Row | Skipped]]


def in_turns(
    what: str, ours: Work, floor_name: str, floor: Work, promised: float, *, rounds: int, calls: int
) -> Row:
    """Time `calls` calls of ours, then as many of the floor, `rounds` times, after one round to warm up."""
    works = {"ours": ours, "floor": floor}
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name in works if number % 2 else reversed(works):
            start = time.perf_counter()
            for _ in range(calls):
                works[name]()
            seconds[name].append((time.perf_counter() - start) / calls)
    return Row(what, floor_name, tuple(seconds["ours"][1:]), tuple(seconds["floor"][1:]), promised)
