"""The output page: a task, and what identity, sigmoid and softmax make of the same scores."""

import csv
import io
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF, QSize, QSizeF, Slot
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.activation_python import definitions
from core.activations import ACTIVATIONS
from gui.panel import Tools
from gui.panels.activation_curves import output_words as words
from gui.panels.activation_curves.desk import Desk
from gui.panels.activation_curves.output_model import (
    FITTING,
    FUNCTIONS,
    TASKS,
    Output,
    leaders,
    made,
    one_hot,
    output_from,
    with_score,
    work_of,
)
from gui.panels.activation_curves.page import Page
from gui.panels.activation_curves.softmax_bars import ScoreBars, score_text
from gui.panels.activation_curves.softmax_columns import Column, ValueColumns
from gui.panels.activation_curves.softmax_rows import FOOT, HEAD, Rows
from gui.panels.activation_curves.softmax_words import refused
from gui.theme import LIGHT, PADDING, STEP, Theme
from gui.widgets.card import Card
from gui.widgets.elided import ElidedLabel
from gui.widgets.formula import Formula
from gui.widgets.named import named
from gui.widgets.tabs import Tabs
from gui.widgets.text import short_number

translate = QCoreApplication.translate

_ROOMY_FROM = (900, 480)  # px: there is room for a card for each function
_NUMBER, _NARROW = 84.0, 62.0  # px: a column, with much room and with little
_PICTURE_WIDTH, _PICTURE_ROW = 760, 32  # px


class OutputPage(Page):
    """Shows one frozen choice, and puts every edit of it on the undo stack."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.desk = Desk(Output(), tools.undo, self)
        self._theme = LIGHT
        self._roomy: bool | None = None
        self.tasks = Tabs(TASKS, "labOutput")
        self.question = ElidedLabel()
        self.question.setProperty("muted", True)
        self.question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.of_image = named(QPushButton(), "labOutputOfImage")
        self.bars = ScoreBars("labOutputBars")
        self.columns = ValueColumns("labOutputColumns")
        self.one_hot = _wrapped("labOutputOneHot")
        self.line = named(ElidedLabel(), "labOutputLine")
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cards = {key: _FunctionCard(tools, key) for key in FUNCTIONS}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(STEP)
        top.addWidget(self.tasks)
        top.addWidget(self.question, 1)
        top.addWidget(self.of_image)
        table = QHBoxLayout()
        table.setSpacing(0)
        table.addWidget(self.bars, 5)
        table.addWidget(self.columns, 6)
        left = QVBoxLayout()
        left.setSpacing(STEP)
        left.addLayout(table, 1)
        left.addWidget(self.one_hot)
        left.addWidget(self.line)
        left.addStretch(0)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(STEP)
        for card in self.cards.values():
            side.addWidget(card)
        side.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * STEP)
        self._grid.setVerticalSpacing(STEP)
        self._grid.addLayout(top, 0, 0, 1, 2)
        self._grid.addLayout(left, 1, 0)
        self._grid.addWidget(self._side, 1, 1)
        self._grid.setRowStretch(1, 1)
        self._arrange(roomy=False)

    def _arrange(self, *, roomy: bool) -> None:
        if roomy == self._roomy:
            return
        self._roomy = roomy
        self._side.setVisible(roomy)
        self.question.setVisible(roomy)
        self.one_hot.setVisible(roomy)
        self.line.setVisible(not roomy)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 3 if roomy else 0)
        self._show()

    def _connect(self) -> None:
        self.desk.changed.connect(self._show)
        self.desk.changed.connect(self.edited)
        self.tasks.chosen.connect(self._choose)
        self.of_image.clicked.connect(self._take_image)
        self.bars.moved.connect(self._move)
        self.bars.typed.connect(self._type)
        self.bars.refused.connect(self._refuse)
        self.bars.settled.connect(self.desk.settle)
        self.bars.pointed.connect(self._point_at)
        self.columns.pointed.connect(self._point_at)
        self.session.trace_changed.connect(self._offer_image)

    # The page's duties

    def retranslate(self) -> None:
        for name, button in self.tasks.buttons.items():
            button.setText(words.task(name))
            button.setToolTip(words.task_hint(name))
        self.of_image.setText(translate("activation_curves", "Scores of this image"))
        self.of_image.setToolTip(
            translate("activation_curves", "What the network has just given the chosen image")
        )
        self.bars.setAccessibleName(
            translate("activation_curves", "Scores: arrows change one, digits type it")
        )
        self.bars.set_title(translate("activation_curves", "score a"))
        self.columns.setAccessibleName(translate("activation_curves", "Outputs"))
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.bars.apply_theme(theme)
        self.columns.apply_theme(theme)
        for card in self.cards.values():
            card.apply_theme(theme)

    def work(self) -> dict[str, Any]:
        return work_of(self.state)

    def restore(self, work: dict[str, Any]) -> None:
        self.desk.state = output_from(work)
        self._show()

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 220)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(roomy=self.width() >= _ROOMY_FROM[0] and self.height() >= _ROOMY_FROM[1])

    # What the learner does

    @property
    def state(self) -> Output:
        return self.desk.state

    @Slot(str)
    def _choose(self, task: str) -> None:
        text = translate("activation_curves", "choose the task: {name}").format(name=words.task(task))
        self.desk.edit(text, replace(self.state, task=task))

    @Slot(int, float)
    def _move(self, k: int, score: float) -> None:
        name = words.rows(self.state.task)[k]
        text = translate("activation_curves", "change the score of {name}").format(name=name)
        self.desk.edit(text, with_score(self.state, k, score), dragged=f"{self.state.task} {k}")

    @Slot(int, float)
    def _type(self, k: int, score: float) -> None:
        self._move(k, score)
        self.desk.settle()

    @Slot()
    def _take_image(self) -> None:
        """The scores that the network has given the chosen image, before its softmax."""
        trace, k = self.session.trace, self.session.sample_index
        if trace is None or k >= len(trace.output):
            return
        last = trace.steps[-1]
        is_softmax = getattr(last.layer, "name", "") == "softmax"
        row = (last.input if is_softmax else last.output)[k]
        scores = tuple(float(each) for each in row)
        text = translate("activation_curves", "take the scores of this image")
        self.desk.edit(text, replace(self.state, task="many", many=scores))

    @Slot(str)
    def _refuse(self, text: str) -> None:
        self.one_hot.setText(refused(text))
        self.line.setText(refused(text))

    @Slot(int)
    def _point_at(self, k: int) -> None:
        if k < 0 and self.bars.hasFocus():
            k = self.bars.current
        self.bars.set_lit(k)
        self.columns.set_lit(k)

    # Showing

    @Slot()
    def _offer_image(self) -> None:
        self.of_image.setEnabled(self.session.trace is not None)

    @Slot()
    def _show(self) -> None:
        output = self.state
        self.tasks.show_page(output.task)
        self.question.setText(words.question(output.task))
        self.of_image.setVisible(output.task == "many")
        self._offer_image()
        self.bars.show_scores(words.rows(output.task), output.scores, movable=len(output.own))
        self.columns.show_columns(columns(output, roomy=bool(self._roomy)))
        self.one_hot.setText(words.against_one_hot(output))
        fitting = FITTING[output.task]
        self.line.setText(
            f"{words.verdict(output, fitting)} · {words.name(fitting)}: {words.why(output, fitting)}"
        )
        for card in self.cards.values():
            card.show_output(output)

    # Keeping

    def file_name(self) -> str:
        return translate("activation_curves", "output layer")

    def picture_size(self) -> QSizeF:
        table = HEAD + FOOT + _PICTURE_ROW * len(self.state.scores)
        return QSizeF(_PICTURE_WIDTH, table + 2 * PADDING)

    def paint_picture(self, painter: QPainter) -> None:
        size, half = self.picture_size(), _PICTURE_WIDTH / 2 - PADDING
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(self._theme.card))
        rows = Rows(len(self.state.scores), half, size.height() - 2 * PADDING)
        painter.translate(PADDING, PADDING)
        self.bars.paint(painter, rows)
        painter.translate(half, 0)
        self.columns.paint(painter, rows)

    def csv(self) -> str:
        """A line for each row, every digit."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["row", "score", *FUNCTIONS, "one-hot"])
        output = self.state
        results = [made(output, key) for key in FUNCTIONS]
        for k, name in enumerate(words.rows(output.task)):
            numbers = [str(y[k]) for y in (*results, one_hot(output))]
            writer.writerow([name, output.scores[k], *numbers])
        return text.getvalue()

    def numpy(self) -> str:
        """The three functions, and what each makes of the scores."""
        output = self.state
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


class _FunctionCard(Card):
    """One of the three functions: its formula, whether it fits, and why."""

    def __init__(self, tools: Tools, key: str) -> None:
        super().__init__()
        self._key = key
        self.verdict = named(QLabel(), f"labOutputVerdict_{key}")
        self.header.addWidget(self.verdict)
        self._formula = Formula(tools.jobs, 15)
        self.sentence = _wrapped(f"labOutputWhy_{key}")
        self.content.addWidget(self._formula)
        self.content.addWidget(self.sentence)
        self._formula.set_latex(ACTIVATIONS[key].formula)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._theme = LIGHT
        self._fits = False

    def show_output(self, output: Output) -> None:
        self.title.setText(words.name(self._key))
        self.verdict.setText(words.verdict(output, self._key))
        self.sentence.setText(words.why(output, self._key))
        self._fits = self._key == FITTING[output.task]
        self._dress()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._formula.apply_theme(theme)
        self._dress()

    def _dress(self) -> None:
        colour = self._theme.accent if self._fits else self._theme.muted
        weight = "600" if self._fits else "400"
        self.verdict.setStyleSheet(f"color: {colour}; font-weight: {weight};")


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
                total_tip=str(y.sum()),
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


def _wrapped(name: str) -> QLabel:
    label = named(QLabel(wordWrap=True), name)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    label.setFixedHeight(2 * label.fontMetrics().lineSpacing() + 2)  # nothing moves under the hand
    return label
