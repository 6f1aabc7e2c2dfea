"""The card in which a perceptron learns: one row, one round or a whole run, and what came of it."""

import math

import numpy as np
from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.perceptron import MeetingHulls
from gui.panels.gate_designer import lesson_words as words
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.learning_controls import LearningControls
from gui.panels.gate_designer.lesson import Progress, Task, answer_in_full, answer_to, line_over
from gui.panels.gate_designer.lesson_board import LessonBoard
from gui.panels.gate_designer.lesson_forms import Forms, forms_of
from gui.panels.gate_designer.teacher import Teacher
from gui.theme import STEP, Theme

_LEAST, _BEST = (300, 190), (520, 230)  # px
_WIDE = 440  # px: from here on the chart stands beside the words instead of under them

# What the plane knows: the row, the trail, and what the proof is about, with the number of inputs.
_Told = tuple[int, list[tuple[float, float, float]], tuple[Task | None, int]]


class Learning(QWidget):
    """Lets the perceptron that is looked at learn the goals of the truth table.

    proof_wanted: what the plane should show of the answer whether it can be learned: a SeparatingLine or
    MeetingHulls and the points (M, n), with a number for each input of the circuit, and the targets (M,);
    None three times for nothing. It is asked for only while the plane lies over the inputs that are read.
    trail_changed: the earlier lines as (w₁, w₂, b) along the axes of the plane, the newest last.
    row_looked_at: the row of the truth table that the last step looked at, or -1.
    """

    proof_wanted = Signal(object, object, object)
    trail_changed = Signal(object)
    row_looked_at = Signal(int)

    def __init__(
        self, designer: Designer, parent: QWidget | None = None, *, rng: np.random.Generator | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("gateLearning")
        self._designer = designer
        self._told: _Told = (-1, [], (None, 0))
        self._wide = False
        self.controls = LearningControls()
        self.board = LessonBoard()
        rng = rng if rng is not None else np.random.default_rng()
        self._teacher = teacher = Teacher(designer, self, rng, self.controls.rate)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.controls)
        column.addWidget(self.board, 1)
        self._arrange(wide=False)
        self.controls.step_asked.connect(teacher.step)
        self.controls.round_asked.connect(teacher.finish_round)
        self.controls.run_asked.connect(teacher.run)
        self.controls.restart_asked.connect(self._start_again)
        self.controls.start_chosen.connect(self._start_again)
        self.controls.rate_changed.connect(self._change_rate)
        self.controls.proof_asked.connect(self._ask_for_proof)
        teacher.changed.connect(self._show)
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(*_BEST)

    def minimumSizeHint(self) -> QSize:
        return QSize(*_LEAST)

    def hasHeightForWidth(self) -> bool:
        return False

    def apply_theme(self, theme: Theme) -> None:
        self.board.apply_theme(theme)

    def retranslate(self) -> None:
        self.controls.retranslate()
        self.board.chart.retranslate()
        self._show()

    @property
    def progress(self) -> Progress | None:
        """How far the lesson has come; None where there is none."""
        return self._teacher.progress

    @property
    def is_running(self) -> bool:
        return self._teacher.is_running

    @Slot()
    def _start_again(self) -> None:
        self._teacher.start_again(self.controls.start)

    @Slot()
    def _change_rate(self) -> None:
        self._teacher.set_rate(self.controls.rate)

    @Slot(bool)
    def _ask_for_proof(self, wanted: bool) -> None:
        """The plane can show it only along the two inputs that the perceptron reads."""
        task = self._teacher.task
        if wanted and isinstance(task, Task) and len(task.inputs) == 2:
            first, second = sorted(task.inputs)
            if set(self._designer.axes) != {first, second}:
                self._designer.set_axes(first, second)
        self._show()

    # Showing

    @Slot()
    def _show(self) -> None:
        self._tell_plane()
        if self.isVisible():
            self._say()

    def _say(self) -> None:
        teacher, lesson, progress = self._teacher, self._teacher.lesson, self.progress
        inputs = len(teacher.task.inputs) if isinstance(teacher.task, Task) else 0
        meets = isinstance(teacher.task, Task) and isinstance(answer_to(teacher.task), MeetingHulls)
        flat = inputs == 2 or inputs == len(self._designer.circuit.inputs) == 1
        if teacher.starts_here:
            self.controls.show_here()
        self.controls.show_state(progress, inputs, meets=meets, flat=flat, running=self.is_running)
        rows = len(lesson.task.rows) if lesson is not None else 1
        self.board.chart.show_progress(progress, rows)
        exact = words.exact_numbers_text(progress.now) if progress is not None else ""
        bound = words.bound_hint() if self._answer_is_said() and not meets else ""
        self.board.show_words(self._forms(), "\n\n".join(part for part in (exact, bound) if part))

    def _answer_is_said(self) -> bool:
        progress = self.progress
        return progress is not None and (bool(progress.ending) or self.controls.wants_proof)

    def _forms(self) -> Forms:
        teacher, lesson, name = self._teacher, self._teacher.lesson, self._designer.name_of
        if lesson is None:
            return [("", words.obstacle_text(teacher.task) if isinstance(teacher.task, str) else "")]
        return forms_of(
            lesson,
            (name(lesson.task.unit), name(lesson.task.output)),
            answered=self._answer_is_said(),
            as_threshold=self._designer.design.as_threshold,
            note=teacher.note or words.rule_text(self._designer.design.activation),
        )

    def _tell_plane(self) -> None:
        """What it should show beside the line itself: said again only where it is something else."""
        lesson, axes = self._teacher.lesson, self._designer.axes
        look = lesson.progress.look if lesson is not None else None
        row = look.row if look is not None else -1
        trail: list[tuple[float, float, float]] = []
        proved: Task | None = None
        if lesson is not None and set(lesson.task.inputs) == set(axes):
            trail = [line_over(line, lesson.task, axes) for line in lesson.progress.earlier]
            proved = lesson.task if self.controls.wants_proof and _can_be_shown(lesson.task) else None
        count = len(self._designer.circuit.inputs)
        before, self._told = self._told, (row, trail, (proved, count))
        if row != before[0]:
            self.row_looked_at.emit(row)
        if trail != before[1]:
            self.trail_changed.emit(trail)
        if proved is not None and self._told[2] != before[2]:
            self.proof_wanted.emit(*answer_in_full(proved, count))
        elif proved is None and before[2][0] is not None:
            self.proof_wanted.emit(None, None, None)

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        if wide != self._wide:
            self._arrange(wide)

    def _arrange(self, wide: bool) -> None:
        """Words and chart side by side, or one under the other."""
        self._wide = wide
        self.controls.set_small(not wide)
        if wide:
            self.board.stand_side_by_side(self.controls.proof)
        else:
            self.board.stand_in_a_column()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._teacher.pause()


def _can_be_shown(task: Task) -> bool:
    """Whether there is anything in the answer to draw: where all goals are the same, no line is needed."""
    answer = answer_to(task)
    return isinstance(answer, MeetingHulls) or math.isfinite(answer.margin)
