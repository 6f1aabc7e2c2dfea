"""The softmax bench outside the program: as numbers, and as NumPy."""

import csv
import io

from core.activation_python import definitions
from gui.panels.activation_curves.softmax_model import Bench, Results, ranks

_NAIVE = """\
def softmax_as_printed(a):
    exp_a = np.exp(a)
    sum_exp_a = np.sum(exp_a)
    return exp_a / sum_exp_a
"""


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
