"""The softmax bench: scores as bars, what softmax makes of them, and where its printed formula breaks."""

from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, QSize, QSizeF, Slot
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout

from gui.panel import Tools
from gui.panels.activation_curves import softmax_words as words
from gui.panels.activation_curves.page import Page
from gui.panels.activation_curves.softmax_bars import ScoreBars
from gui.panels.activation_curves.softmax_columns import ValueColumns
from gui.panels.activation_curves.softmax_controls import Sliders, TopBar
from gui.panels.activation_curves.softmax_desk import SoftmaxDesk
from gui.panels.activation_curves.softmax_explained import Explained
from gui.panels.activation_curves.softmax_formula import SoftmaxFormula
from gui.panels.activation_curves.softmax_keep import csv_of, numpy_of, paint_table, table_size
from gui.panels.activation_curves.softmax_model import (
    Bench,
    bench_from,
    results,
    work_of,
)
from gui.panels.activation_curves.softmax_table import columns
from gui.panels.activation_curves.softmax_timing import Stopwatch
from gui.theme import LIGHT, PADDING, STEP, Theme
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named

translate = QCoreApplication.translate

_ROOMY_FROM = (900, 480)  # px: there is room for the formulas and for sentences


class SoftmaxPage(Page):
    """Shows one frozen bench, and puts every edit of it on the undo stack."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.desk = SoftmaxDesk(Bench(), tools.undo, self)
        self.stopwatch = Stopwatch(tools, self)
        self._results = results(self.desk.state)
        self._theme = LIGHT
        self._roomy: bool | None = None
        self._class = self._results.largest  # whose formula is shown
        self.top = TopBar()
        self.bars = ScoreBars("labSoftmaxBars")
        self.columns = ValueColumns("labSoftmaxColumns")
        self.explained = Explained()
        self.sliders = Sliders()
        self.line = named(ElidedLabel(), "labSoftmaxLine")
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        table = QHBoxLayout()
        table.setSpacing(0)
        table.addWidget(self.bars, 6)
        table.addWidget(self.columns, 5)
        left = QVBoxLayout()
        left.setSpacing(STEP)
        left.addLayout(table, 1)
        left.addWidget(self.sliders)
        left.addWidget(self.line)
        left.addStretch(0)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4 * STEP)
        grid.setVerticalSpacing(STEP)
        grid.addWidget(self.top, 0, 0, 1, 2)
        grid.addLayout(left, 1, 0)
        grid.addWidget(self.explained, 1, 1)
        grid.setRowStretch(1, 1)
        self._grid = grid
        self._arrange(roomy=False)

    def _arrange(self, *, roomy: bool) -> None:
        if roomy == self._roomy:
            return
        self._roomy = roomy
        self.explained.setVisible(roomy)
        self.sliders.arrange(roomy=roomy)
        self.sliders.without.setVisible(roomy)
        self.line.setVisible(not roomy)
        self.top.classes.setVisible(roomy)
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 3 if roomy else 0)
        self._show()

    def _connect(self) -> None:
        self.desk.changed.connect(self._show)
        self.desk.changed.connect(self.edited)
        desk = self.desk
        self.top.dtype_chosen.connect(desk.choose_dtype)
        self.top.break_wanted.connect(desk.break_it)
        self.top.repair_wanted.connect(desk.repair)
        self.top.class_wanted.connect(desk.add_class)
        self.top.class_unwanted.connect(desk.remove_last)
        self.bars.moved.connect(desk.move_score)
        self.bars.typed.connect(desk.type_score)
        self.bars.removed.connect(desk.remove_class)
        self.bars.refused.connect(self._refuse)
        self.sliders.constant_moved.connect(desk.move_constant)
        self.sliders.temperature_moved.connect(desk.move_temperature)
        self.sliders.left_out.connect(desk.leave_out)
        self.sliders.refused.connect(self._refuse)
        self.explained.edge_wanted.connect(desk.go_to_edge)
        self.explained.beyond_wanted.connect(desk.go_beyond)
        self.bars.settled.connect(desk.settle)
        self.sliders.settled.connect(desk.settle)
        self.stopwatch.measured.connect(self._show_sentences)
        self.bars.pointed.connect(self.point_at)
        self.columns.pointed.connect(self.point_at)
        self.explained.pointed.connect(self.point_at)

    # The page's duties

    def retranslate(self) -> None:
        self.bars.setAccessibleName(
            translate("activation_curves", "Scores: arrows change one, digits type it, Delete removes it")
        )
        self.bars.setToolTip("")
        self.bars.set_title(translate("activation_curves", "score a"))
        self.columns.setAccessibleName(translate("activation_curves", "Probabilities"))
        self.top.retranslate()
        self.sliders.retranslate()
        self.explained.retranslate()
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.bars, self.columns, self.explained, self.sliders):
            part.apply_theme(theme)
        self._show_line()

    def work(self) -> dict[str, Any]:
        return work_of(self.state)

    def restore(self, work: dict[str, Any]) -> None:
        self.desk.state = bench_from(work)
        self._show()

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 220)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(roomy=self.width() >= _ROOMY_FROM[0] and self.height() >= _ROOMY_FROM[1])

    # What the learner does

    @property
    def state(self) -> Bench:
        return self.desk.state

    @property
    def pointed(self) -> int:
        """The class whose formula is shown."""
        return self._class

    @Slot(int)
    def point_at(self, k: int) -> None:
        """Show the formula of this class, and light its terms; -1: light none. Nothing to undo."""
        if k < 0 and self.bars.hasFocus():
            k = self.bars.current
        self.bars.set_lit(k)
        self.columns.set_lit(k)
        if k >= 0:
            self._class = k
        self._show_formulas()

    @Slot(str)
    def _refuse(self, text: str) -> None:
        self.explained.status.setText(words.refused(text))
        self.line.setText(words.refused(text))

    # Showing

    @Slot()
    def _show(self) -> None:
        bench = self.state
        found = self._results = results(bench)
        if self.bars.lit < 0:
            self._class = found.largest
        self._class = min(self._class, len(bench.scores) - 1)
        names = [str(k) for k in range(len(bench.scores))]
        self.bars.show_scores(names, bench.scores, [float(each) for each in found.shown])
        self.columns.show_columns(columns(found, roomy=bool(self._roomy)))
        can_repair = found.shown.max() < np.inf and bench.constant != -max(bench.scores)
        self.top.show_bench(
            bench, can_repair=bool(can_repair) and not found.naive.survived and not bench.without
        )
        self.sliders.show_bench(bench)
        self.stopwatch.watch(bench)
        self._show_formulas()
        self._show_sentences()

    def _show_formulas(self) -> None:
        self.explained.show_results(self._results, self._class, lit=self.bars.lit >= 0)

    @Slot()
    def _show_sentences(self) -> None:
        found, timing = self._results, self.stopwatch.timing
        says = self.sliders.sentences
        says["constant"].setText(words.constant(found))
        says["temperature"].setText(words.temperature(found))
        says["without"].setText(words.left_out(found, timing) if self.state.without else "")
        self.explained.times.show_timing(timing)
        self._show_line()

    def _show_line(self) -> None:
        """The small form has room for one line."""
        broke = not self._results.naive.survived and not self.state.without
        text = words.in_one_line(self._results, self.stopwatch.timing)
        self.line.setText(("⚠ " if broke else "") + text)
        self.line.setStyleSheet(f"color: {self._theme.wrong if broke else self._theme.muted};")
        if broke:
            self.line.setToolTip(words.status(self._results))

    # Keeping

    def file_name(self) -> str:
        return translate("activation_curves", "softmax")

    def picture_size(self) -> QSizeF:
        formulas = sum(formula.sizeHint().height() + STEP for formula in self._kept_formulas())
        size = table_size(len(self.state.scores))
        return QSizeF(size.width(), size.height() + formulas)

    def _kept_formulas(self) -> tuple[SoftmaxFormula, ...]:
        return () if self.state.without else self.explained.formulas

    def paint_picture(self, painter: QPainter) -> None:
        size, table = self.picture_size(), table_size(len(self.state.scores))
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(self._theme.card))
        paint_table(painter, self.bars, self.columns)
        painter.translate(PADDING, table.height())
        for formula in self._kept_formulas():
            formula.paint(painter, table.width() - 2 * PADDING)
            painter.translate(0, formula.sizeHint().height() + STEP)

    def csv(self) -> str:
        return csv_of(self._results)

    def numpy(self) -> str:
        return numpy_of(self.state)
