"""The output page: a task, and what identity, sigmoid and softmax make of the same scores."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF, QSize, QSizeF, Slot
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.panel import Tools
from gui.panels.activation_curves import output_words as words
from gui.panels.activation_curves.desk import Desk
from gui.panels.activation_curves.output_card import FunctionCard, sentence_label
from gui.panels.activation_curves.output_keep import columns, csv_of, numpy_of
from gui.panels.activation_curves.output_model import (
    FITTING,
    FUNCTIONS,
    TASKS,
    Output,
    output_from,
    with_score,
    work_of,
)
from gui.panels.activation_curves.page import Page
from gui.panels.activation_curves.softmax_bars import ScoreBars
from gui.panels.activation_curves.softmax_columns import ValueColumns
from gui.panels.activation_curves.softmax_keep import paint_table, table_size
from gui.panels.activation_curves.softmax_model import given_scores
from gui.panels.activation_curves.softmax_words import refused
from gui.theme import LIGHT, STEP, Theme
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named
from gui.widgets.tabs import Tabs

translate = QCoreApplication.translate

_ROOMY_FROM = (900, 480)  # px: there is room for a card for each function


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
        self.one_hot = sentence_label("labOutputOneHot", lines=2)
        self.line = named(ElidedLabel(), "labOutputLine")
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cards = {key: FunctionCard(tools.jobs, key) for key in FUNCTIONS}
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
        scores = tuple(float(each) for each in given_scores(trace)[k])
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
        return table_size(len(self.state.scores))

    def paint_picture(self, painter: QPainter) -> None:
        size = self.picture_size()
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(self._theme.card))
        paint_table(painter, self.bars, self.columns)

    def csv(self) -> str:
        return csv_of(self.state)

    def numpy(self) -> str:
        return numpy_of(self.state)
