"""What is aimed at, and what the panel says of it. No widgets."""

from itertools import product

import pytest
from PySide6.QtGui import QUndoStack

from core.circuit import Source
from core.perceptron import MeetingHulls
from gui.panels.gate_designer.aims import count_text, gate_aimed_at, no_line
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.phrases import so_what


def test_two_of_the_sixteen_are_out_of_reach_of_a_line() -> None:
    beyond = [goals for goals in product((0, 1), repeat=4) if no_line(goals, 2) is not None]
    assert beyond == [(0, 1, 1, 0), (1, 0, 0, 1)]
    proof = no_line((0, 1, 1, 0), 2)
    assert isinstance(proof, MeetingHulls)
    assert proof.point == (0.5, 0.5)
    assert no_line((0, 1, 1, None), 2) is None
    assert no_line((None,) * 4, 2) is None


@pytest.mark.parametrize(
    ("goals", "key"),
    [
        ((0, 1, 1, 0), "XOR"),
        ((1, 1, 1, 0), "NAND"),
        ((0, 1, 0, 1), ""),  # x₁: no gate of the library
        ((0, 1, 1, None), ""),
        ((0, 1), ""),
        ((0, 1, 1, 0, 1, 0, 0, 1), ""),
    ],
)
def test_a_goal_may_be_a_gate(goals: tuple[int | None, ...], key: str) -> None:
    assert gate_aimed_at(goals) == key


def test_the_sentence_counts_as_the_table_does() -> None:
    """Rows, also where each has two goals."""
    designer = Designer(QUndoStack())
    designer.load_gate("HALF_ADDER", nand_only=False)
    designer.set_goal("sum", 0, 1)
    assert count_text(designer) == "3 / 4 match"
    assert so_what(designer).startswith("3 / 4 match.")


def test_a_perceptron_that_feeds_two_outputs_has_not_reached_what_it_has_not_reached() -> None:
    designer = Designer(QUndoStack())
    designer.add_output()
    first, second = designer.circuit.outputs
    designer.connect_wire(Source(designer.circuit.nodes[0].key), second.key)
    designer.set_goals(second.key, (1, 0, 0, 0))
    assert "✕" in so_what(designer)
    assert first.source == designer.circuit.outputs[1].source
