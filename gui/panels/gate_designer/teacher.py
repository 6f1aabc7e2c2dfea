"""Who gives the lessons: lets the perceptron that is looked at learn, by steps, rounds or a whole run."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from core.perceptron import Perceptron
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.lesson import (
    Lesson,
    Obstacle,
    Progress,
    StartPoint,
    Task,
    start_point,
    task_of,
)

translate = QCoreApplication.translate

_STEP_MS = 125  # between two steps of a run


class Teacher(QObject):
    """Every step of a lesson is an edit of the designer. Whoever else edits what the lesson is about ends it.

    changed: the lesson is another one, or has gone on, or its perceptron or its run has changed.
    """

    changed = Signal()

    def __init__(self, designer: Designer, parent: QObject, rng: np.random.Generator, rate: float) -> None:
        super().__init__(parent)
        self._designer = designer
        self._rng = rng
        self._rate = rate
        self.task: Task | Obstacle = "nobody"
        self.lesson: Lesson | None = None
        self.note = ""  # why the lesson before this one came to an end, where that has to be said
        self._chosen_start: Perceptron | None = None
        self._teaching = False  # the change that is going on is one of the lesson
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._tick)
        designer.changed.connect(self._follow)
        designer.looked.connect(self._follow)
        self._follow()

    @property
    def progress(self) -> Progress | None:
        """How far the lesson has come; None where there is none."""
        return self.lesson.progress if self.lesson is not None else None

    @property
    def is_running(self) -> bool:
        return self._timer.isActive()

    @property
    def starts_here(self) -> bool:
        """Whether the lesson starts from where the perceptron was, and not from a start point of the list."""
        return self._chosen_start is None

    # What the learner asks for

    @Slot()
    def step(self) -> None:
        """Look at one row of the table."""
        self.pause()
        lesson = self._open_lesson()
        if lesson is not None:
            lesson.advance()
            self._apply(lesson)
        self._designer.settle()

    @Slot()
    def finish_round(self) -> None:
        """Look at all rows that are left of this round."""
        self.pause()
        lesson = self._open_lesson()
        if lesson is not None:
            lesson.finish_round()
            self._apply(lesson)
        self._designer.settle()

    @Slot(bool)
    def run(self, wanted: bool) -> None:
        """Step by step until it ends, or until the learner wants a pause."""
        if not wanted:
            self.pause()
        elif self._open_lesson() is not None:
            self._designer.settle()
            self._timer.start()
            self._tick()
        self.changed.emit()

    def pause(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._designer.settle()
            self.changed.emit()

    def start_again(self, choice: StartPoint) -> None:
        """Put the perceptron where it is to start, and forget what has been learned."""
        self.pause()
        unit, lesson = self._designer.focused_unit, self.lesson
        if unit is None or lesson is None:
            return
        point = start_point(choice, lesson.start, self._rng)
        with self._as_teacher():
            text = translate("gate_designer", "start point")
            self._designer.set_perceptron(unit.key, point.weights, point.bias, text=text)
        self._designer.settle()
        self._chosen_start = point
        self._begin()

    def set_rate(self, rate: float) -> None:
        """Another rate is another lesson: it begins where the perceptron is now."""
        self._rate = rate
        self._begin()

    # The lesson

    @Slot()
    def _tick(self) -> None:
        lesson = self.lesson
        if lesson is None or lesson.is_over:
            self.pause()
            return
        before = lesson.progress.ending
        lesson.advance()
        over = lesson.progress.ending != before
        if over:
            self._timer.stop()
        self._apply(lesson)
        if over:
            self._designer.settle()

    def _open_lesson(self) -> Lesson | None:
        """The lesson that goes on, or, where its rounds are used up, a new one from here."""
        if self.lesson is not None and self.lesson.progress.ending == "limit":
            self._begin()
        self._designer.settle()
        return self.lesson

    def _apply(self, lesson: Lesson) -> None:
        """Give the perceptron what the lesson has made of it. Everything else follows the design."""
        now = lesson.progress.now
        with self._as_teacher():
            text = translate("gate_designer", "learn")
            self._designer.set_perceptron(lesson.task.unit, now.weights, now.bias, text=text)
        unit = self._designer.focused_unit
        if unit is not None and unit.perceptron == now:
            self.changed.emit()
        else:  # a weight can go no further
            self.pause()
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
        unit, lesson = self._designer.focused_unit, self.lesson
        task = task_of(self._designer.design, unit)
        if lesson is None or unit is None or task != lesson.task or unit.perceptron != lesson.progress.now:
            self.pause()
            self._begin()
        else:
            self.changed.emit()

    def _begin(self, note: str = "") -> None:
        """A new lesson, from where the perceptron is."""
        unit = self._designer.focused_unit
        self.task = task_of(self._designer.design, unit)
        self.lesson, self.note = None, note
        if unit is not None and isinstance(self.task, Task):
            self.lesson = Lesson(self.task, unit.perceptron, self._rate)
            if unit.perceptron != self._chosen_start:
                self._chosen_start = None
        self.changed.emit()
