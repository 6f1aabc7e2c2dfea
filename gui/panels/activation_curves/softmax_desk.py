"""Everything that a learner can do on the softmax bench, each with the name by which it is undone."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Slot

from gui.panels.activation_curves.desk import Desk
from gui.panels.activation_curves.softmax_model import (
    Bench,
    at_edge,
    beyond_edge,
    broken,
    repaired,
    with_class,
    with_score,
    without_class,
)

translate = QCoreApplication.translate


class SoftmaxDesk(Desk[Bench]):
    """Edits a bench."""

    @Slot(str)
    def choose_dtype(self, dtype: str) -> None:
        text = translate("activation_curves", "reckon in {dtype}").format(dtype=dtype)
        self.edit(text, replace(self.state, dtype=dtype))

    @Slot(int, float)
    def move_score(self, k: int, score: float) -> None:
        text = translate("activation_curves", "change the score of class {k}").format(k=k)
        self.edit(text, with_score(self.state, k, score), dragged=f"score {k}")

    @Slot(int, float)
    def type_score(self, k: int, score: float) -> None:
        self.move_score(k, score)
        self.settle()

    @Slot()
    def add_class(self) -> None:
        self.edit(translate("activation_curves", "add a class"), with_class(self.state))

    @Slot()
    def remove_last(self) -> None:
        self.remove_class(len(self.state.scores) - 1)

    @Slot(int)
    def remove_class(self, k: int) -> None:
        self.edit(translate("activation_curves", "remove a class"), without_class(self.state, k))

    @Slot()
    def break_it(self) -> None:
        self.edit(translate("activation_curves", "break softmax"), broken(self.state))

    @Slot()
    def repair(self) -> None:
        self.edit(translate("activation_curves", "repair softmax"), repaired(self.state))

    @Slot()
    def go_to_edge(self) -> None:
        self.edit(translate("activation_curves", "go to the edge"), at_edge(self.state))

    @Slot()
    def go_beyond(self) -> None:
        self.edit(translate("activation_curves", "go beyond the edge"), beyond_edge(self.state))

    @Slot(float)
    def move_constant(self, constant: float) -> None:
        text = translate("activation_curves", "add a constant")
        self.edit(text, replace(self.state, constant=constant), dragged="constant")

    @Slot(float)
    def move_temperature(self, temperature: float) -> None:
        text = translate("activation_curves", "change the temperature")
        self.edit(text, replace(self.state, temperature=temperature), dragged="temperature")

    @Slot(bool)
    def leave_out(self, out: bool) -> None:
        text = (
            translate("activation_curves", "leave softmax out")
            if out
            else translate("activation_curves", "put softmax back")
        )
        self.edit(text, replace(self.state, without=out))
