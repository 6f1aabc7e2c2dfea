"""The softmax bench outside the program: as a picture, as numbers, and as NumPy."""

import csv
import io

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPainter

from core.activation_python import definitions
from gui.panels.activation_curves.softmax_bar_face import BarFace
from gui.panels.activation_curves.softmax_columns import ValueColumns
from gui.panels.activation_curves.softmax_model import Bench, Results, ranks
from gui.panels.activation_curves.softmax_rows import FOOT, HEAD, Rows
from gui.theme import PADDING

_NAIVE = """\
def softmax_as_printed(a):
    exp_a = np.exp(a)
    sum_exp_a = np.sum(exp_a)
    return exp_a / sum_exp_a
"""


_WIDTH, _ROW = 760, 32  # px: of a picture


def table_size(count: int) -> QSizeF:
    """How large a picture of bars and columns is, with some room around."""
    return QSizeF(_WIDTH, HEAD + FOOT + _ROW * count + 2 * PADDING)


def paint_table(painter: QPainter, bars: BarFace, columns: ValueColumns) -> None:
    """Bars and columns beside each other, from (0, 0) to `table_size`, on the ground that is there."""
    half = _WIDTH / 2 - PADDING
    rows = Rows(bars.count, half, table_size(bars.count).height() - 2 * PADDING)
    painter.save()
    painter.translate(PADDING, PADDING)
    bars.paint(painter, rows)
    painter.translate(half, 0)
    columns.paint(painter, rows)
    painter.restore()


def csv_of(results: Results) -> str:
    """A line for each class."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        ["class", "score", "(score + C) / T", "as printed", "safe", "rank of score", "rank of safe"]
    )
    rows = zip(
        results.bench.scores,
        results.scores,
        results.naive.probabilities,
        results.safe.probabilities,
        ranks(results.scores),
        ranks(results.safe.probabilities),
        strict=True,
    )
    for k, (score, moved, naive, safe, first, second) in enumerate(rows):
        writer.writerow([k, score, str(moved), str(naive), str(safe), first, second])
    return text.getvalue()


def numpy_of(bench: Bench) -> str:
    """Both formulas, and what they make of the scores. It prints what is shown."""
    number = f"np.{bench.dtype}"
    lines = [f"a = np.array({list(bench.scores)}).astype({number})"]
    if bench.constant:
        lines.append(f"a = a + {number}({bench.constant!r})  # the same constant for all: nothing changes")
    if bench.temperature != 1:
        lines.append(f"a = a / {number}({bench.temperature!r})  # the temperature")
    if bench.without:
        lines.append("print(np.argmax(a))  # softmax is left out: the class is the same")
    else:
        lines += [
            "print(softmax_as_printed(a))",
            "print(softmax(a))",
            "print(np.sum(softmax(a)))",
            "print(np.argmax(a), np.argmax(softmax(a)))  # the class is the same with softmax and without",
        ]
    functions = "import numpy as np\n" if bench.without else f"{definitions(['softmax'])}\n\n{_NAIVE}"
    return functions + "\n\n" + "\n".join(lines) + "\n"
