"""The output layer as columns, as numbers, and as NumPy."""

import csv
import io

from PySide6.QtCore import QCoreApplication

from core.activation_python import definitions
from gui.panels.activation_curves import output_words as words
from gui.panels.activation_curves.output_model import FITTING, FUNCTIONS, Output, leaders, made, one_hot
from gui.panels.activation_curves.softmax_columns import Column
from gui.panels.activation_curves.softmax_numbers import score_text
from gui.theme import STEP
from gui.widgets.text import short_number

translate = QCoreApplication.translate

_NUMBER, _NARROW = 84.0, 62.0  # px: a column, with much room and with little


def columns(output: Output, *, roomy: bool) -> list[Column]:
    """What each function makes of the scores, and what is left of it in one-hot."""
    first = (leaders(output)[0],)
    room, shown = _NUMBER if roomy else _NARROW, []
    for key in FUNCTIONS:
        y = made(output, key)
        shown.append(
            Column(
                words.name(key),
                tuple((score_text if key == "identity" else words.number)(float(each)) for each in y),
                room,
                tips=tuple(str(each) for each in y),
                total="" if key == "identity" else f"Σ = {short_number(float(y.sum()), 2)}",
                total_tip="" if key == "identity" else str(y.sum()),  # the sum of scores may be too large
                shares=None if key == "identity" else tuple(float(each) for each in y),
                strong=first,
                chosen=key == FITTING[output.task],
            )
        )
    if output.task != "regression":
        hot = tuple(short_number(float(each)) for each in one_hot(output))
        title = translate("activation_curves", "one-hot")
        shown.append(Column(title, hot, room - STEP, strong=first, muted=True, total="Σ = 1"))
    return shown


def csv_of(output: Output) -> str:
    """A line for each row, every digit."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["row", "score", *FUNCTIONS, "one-hot"])
    results = [made(output, key) for key in FUNCTIONS]
    for k, name in enumerate(words.rows(output.task)):
        numbers = [str(y[k]) for y in (*results, one_hot(output))]
        writer.writerow([name, output.scores[k], *numbers])
    return text.getvalue()


def numpy_of(output: Output) -> str:
    """The three functions, and what each makes of the scores."""
    lines = [f"a = np.array({list(output.scores)})", "print(identity(a))"]
    if output.task == "two":
        lines += [
            "y = sigmoid(a[0])  # one score for two classes",
            "print(np.array([y, 1 - y]))",
            "print(softmax(a))  # the same numbers",
        ]
    else:
        lines += ["print(sigmoid(a))", "print(softmax(a))"]
    lines.append("print(np.eye(len(a))[np.argmax(a)])  # one-hot of the largest")
    return definitions(FUNCTIONS) + "\n\n" + "\n".join(lines) + "\n"
