"""The card in which a perceptron learns: one row, one round or a whole run, and what came of it."""

import math
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.perceptron import MeetingHulls, Perceptron
from gui.panels.gate_designer import lesson_words as words
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.learning_controls import LearningControls
from gui.panels.gate_designer.lesson import (
    Lesson,
    Obstacle,
    Progress,
    Task,
    answer_in_full,
    answer_to,
    line_over,
    start_point,
    task_of,
)
from gui.panels.gate_designer.lesson_board import LessonBoard
from gui.panels.gate_designer.lesson_forms import Forms, forms_of
from gui.theme import STEP, Theme

translate = QCoreApplication.translate

_LEAST, _BEST = (300, 190), (520, 230)  # px
_WIDE = 440  # px: from here on the chart stands beside the words instead of under them
_STEP_MS = 125  # between two steps of a run

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
        self._rng = rng if rng is not None else np.random.default_rng()
        self._task: Task | Obstacle = "nobody"
        self._lesson: Lesson | None = None
        self._chosen_start: Perceptron | None = None  # what the list of start points has set
        self._teaching = False  # the change that is going on is one of the lesson
        self._note = ""
        self._told: _Told = (-1, [], (None, 0))
        self._wide = False
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self.controls = LearningControls()
        self.board = LessonBoard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.controls)
        column.addWidget(self.board, 1)
        self._arrange(wide=False)
        self._timer.timeout.connect(self._tick)
        self.controls.step_asked.connect(self.step)
        self.controls.round_asked.connect(self.finish_round)
        self.controls.run_asked.connect(self.run)
        self.controls.restart_asked.connect(self.start_again)
        self.controls.rate_changed.connect(self._change_rate)
        self.controls.start_chosen.connect(self.start_again)
        self.controls.proof_asked.connect(self._ask_for_proof)
        designer.changed.connect(self._follow)
        designer.looked.connect(self._follow)
        self._follow()
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

    # What the learner does

    @property
    def progress(self) -> Progress | None:
        """How far the lesson has come; None where there is none."""
        return self._lesson.progress if self._lesson is not None else None

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    @Slot()
    def step(self) -> None:
        """Look at one row of the table."""
        self._pause()
        lesson = self._open_lesson()
        if lesson is not None:
            lesson.advance()
            self._apply(lesson)
        self._designer.settle()

    @Slot()
    def finish_round(self) -> None:
        """Look at all rows that are left of this round."""
        self._pause()
        lesson = self._open_lesson()
        if lesson is not None:
            lesson.finish_round()
            self._apply(lesson)
        self._designer.settle()

    @Slot(bool)
    def run(self, wanted: bool) -> None:
        """Step by step until it ends, or until the learner wants a pause."""
        if not wanted:
            self._pause()
        elif self._open_lesson() is not None:
            self._designer.settle()
            self._timer.start()
            self._tick()
        self._show()

    @Slot()
    def start_again(self) -> None:
        """Put the perceptron where it is to start, and forget what has been learned."""
        self._pause()
        unit, lesson = self._designer.focused_unit, self._lesson
        if unit is None or lesson is None:
            return
        point = start_point(self.controls.start, lesson.start, self._rng)
        with self._as_teacher():
            text = translate("gate_designer", "start point")
            self._designer.set_perceptron(unit.key, point.weights, point.bias, text=text)
        self._designer.settle()
        self._chosen_start = point
        self._begin()

    @Slot()
    def _change_rate(self) -> None:
        """Another rate is another lesson: it begins where the perceptron is now."""
        self._begin()

    @Slot(bool)
    def _ask_for_proof(self, wanted: bool) -> None:
        """The plane can show it only along the two inputs that the perceptron reads."""
        if wanted and isinstance(self._task, Task) and len(self._task.inputs) == 2:
            first, second = sorted(self._task.inputs)
            if set(self._designer.axes) != {first, second}:
                self._designer.set_axes(first, second)
        self._show()

    # The lesson

    @Slot()
    def _tick(self) -> None:
        lesson = self._lesson
        if lesson is None or lesson.is_over:
            self._pause()
            return
        before = lesson.progress.ending
        lesson.advance()
        over = lesson.progress.ending != before
        if over:
            self._timer.stop()
        self._apply(lesson)
        if over:
            self._designer.settle()

    def _pause(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._designer.settle()
            self._show()

    def _open_lesson(self) -> Lesson | None:
        """The lesson that goes on, or, where its rounds are used up, a new one from here."""
        if self._lesson is not None and self._lesson.progress.ending == "limit":
            self._begin()
        self._designer.settle()
        return self._lesson

    def _apply(self, lesson: Lesson) -> None:
        """Give the perceptron what the lesson has made of it. Everything else follows the design."""
        now = lesson.progress.now
        with self._as_teacher():
            text = translate("gate_designer", "learn")
            self._designer.set_perceptron(lesson.task.unit, now.weights, now.bias, text=text)
        unit = self._designer.focused_unit
        if unit is not None and unit.perceptron == now:
            self._show()
        else:  # a weight can go no further
            self._pause()
            self._begin(translate("gate_designer", "Weights end at ±100 here."))

    @contextmanager
    def _as_teacher(self) -> Iterator[None]:
        """What changes the design in here is no interruption of the lesson."""
        self._teaching = True
        try:
            yield
        finally:
            self._teaching = False

    @Slot()
    def _follow(self) -> None:
        """Somebody has changed something. If it concerns the lesson, the lesson is over."""
        if self._teaching:
            return
        unit, lesson = self._designer.focused_unit, self._lesson
        task = task_of(self._designer.design, unit)
        if lesson is None or unit is None or task != lesson.task or unit.perceptron != lesson.progress.now:
            self._pause()
            self._begin()
        else:
            self._show()

    def _begin(self, note: str = "") -> None:
        """A new lesson, from where the perceptron is."""
        unit = self._designer.focused_unit
        self._task = task_of(self._designer.design, unit)
        self._lesson, self._note = None, note
        if unit is not None and isinstance(self._task, Task):
            self._lesson = Lesson(self._task, unit.perceptron, self.controls.rate)
            if unit.perceptron != self._chosen_start:
                self._chosen_start = None
                self.controls.show_here()
        self._show()

    # Showing

    def _show(self) -> None:
        self._tell_plane()
        if self.isVisible():
            self._say()

    def _say(self) -> None:
        lesson, progress = self._lesson, self.progress
        inputs = len(self._task.inputs) if isinstance(self._task, Task) else 0
        meets = isinstance(self._task, Task) and isinstance(answer_to(self._task), MeetingHulls)
        flat = inputs == 2 or inputs == len(self._designer.circuit.inputs) == 1
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
        lesson, name = self._lesson, self._designer.name_of
        if lesson is None:
            return [("", words.obstacle_text(self._task) if isinstance(self._task, str) else "")]
        return forms_of(
            lesson,
            (name(lesson.task.unit), name(lesson.task.output)),
            answered=self._answer_is_said(),
            as_threshold=self._designer.design.as_threshold,
            note=self._note,
        )

    def _tell_plane(self) -> None:
        """What it should show beside the line itself: said again only where it is something else."""
        lesson, axes = self._lesson, self._designer.axes
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
        self._pause()


def _can_be_shown(task: Task) -> bool:
    """Whether there is anything in the answer to draw: where all goals are the same, no line is needed."""
    answer = answer_to(task)
    return isinstance(answer, MeetingHulls) or math.isfinite(answer.margin)
