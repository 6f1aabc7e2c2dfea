"""Measure how fast the program is, as ratios against a stated floor.

    python tools/bench.py                              everything that can be measured here
    python tools/bench.py forward epoch                some of it
    python tools/bench.py --write docs/benchmarks.md   and write the table down

Each thing is measured against a floor, the barest code that does the same work, in the same run:
the two take turns, many times. The least time of each is the one with the least disturbance by
others; the medians are there to be compared with it.

To measure more, write a function that yields `Row`s, or a `Skipped` where something is missing, and
add it to MEASUREMENTS.
"""

import argparse
import os
import platform
import statistics
import sys
from datetime import date
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.bench_core import CORE  # noqa: E402 - only now is the project to be found
from tools.bench_curves import CURVES  # noqa: E402
from tools.bench_gates import GATES  # noqa: E402
from tools.bench_gui import GUI  # noqa: E402
from tools.timing import Measurement, Row, Skipped  # noqa: E402

MEASUREMENTS: dict[str, Measurement] = {**CORE, **GUI, **GATES, **CURVES}


def amount_text(seconds: float, unit: str) -> str:
    """With three digits, in the unit that fits: 31.4 µs."""
    if unit != "s":
        return f"{seconds:.0f} {unit}"
    for unit, factor in (("µs", 1e6), ("ms", 1e3)):
        if seconds * factor < 1000:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds:.3g} s"


def table(results: list[Row | Skipped]) -> str:
    lines = [
        "| what | floor | ours: least, median | floor: least, median "
        "| ratio of the least | of the medians | promised |",
        "|---|---|---|---|---|---|---|",
    ]
    for result in results:
        if isinstance(result, Skipped):
            lines.append(f"| {result.what} | not measured: {result.why} | | | | | |")
            continue
        ours, floors = (
            f"{amount_text(min(times), result.unit)}, {amount_text(statistics.median(times), result.unit)}"
            for times in (result.ours, result.floors)
        )
        lines.append(
            f"| {result.what} | {result.floor} | {ours} | {floors} | **{result.ratio:.2f}** "
            f"| {result.ratio_of_medians:.2f} | at most {result.promised:g} |"
        )
    return "\n".join(lines)


def machine() -> str:
    """The machine in words."""
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        system = f"{platform.system()} {platform.release()}"
    threads = os.environ.get("OPENBLAS_NUM_THREADS", "as many as it likes")
    return (
        f"{processor()}, {os.cpu_count()} cores; {system}; Python {platform.python_version()}; "
        f"NumPy {np.__version__}, threads for its products: {threads}"
    )


def processor() -> str:
    """The processor's own name, where Linux tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


DOCUMENT = """# How fast it is

Measured on {date}: {machine}.

{table}

Each row is measured against a floor, the barest code that does the same work, in the same run; the
two take turns. A ratio of 1 means as fast as the floor, and less is faster. The least time is the one
with the least disturbance by whatever else the machine did; the ratio of the least times is compared
with the promise.

To repeat it, with the project installed in a virtual environment:

```
pip install torch
python tools/bench.py --write docs/benchmarks.md
```

Without PyTorch the rows that are measured against it are left out. The code is in
[tools/bench.py](../tools/bench.py).
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure speed as ratios against a stated floor.")
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"some of: {', '.join(MEASUREMENTS)}; all without"
    )
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table to this file, too")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.names if name not in MEASUREMENTS]
    if unknown:
        parser.error(f"not a measurement: {', '.join(unknown)} (there are {', '.join(MEASUREMENTS)})")
    results: list[Row | Skipped] = []
    for name in arguments.names or MEASUREMENTS:
        print(f"measuring {name} …", file=sys.stderr)
        results.extend(MEASUREMENTS[name]())
    print(machine())
    print(table(results))
    if arguments.write:
        document = DOCUMENT.format(date=date.today().isoformat(), machine=machine(), table=table(results))
        arguments.write.write_text(document, encoding="utf-8")


if __name__ == "__main__":
    main()
