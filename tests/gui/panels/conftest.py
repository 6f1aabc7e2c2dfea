"""What tests of the gate designer's views share: a designer with a gate of the library."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from gui.panels.gate_designer.designer import Designer

WithGate = Callable[[str], Designer]


@pytest.fixture
def with_gate(qtbot: QtBot) -> Iterator[WithGate]:
    """Makes designers with a gate of the library, looking at its first output; nothing to undo yet."""
    made: list[tuple[Designer, QUndoStack]] = []

    def make(gate: str) -> Designer:
        undo = QUndoStack()
        undo.setObjectName(f"undo{len(made)}")
        designer = Designer(undo)
        made.append((designer, undo))
        designer.load_gate(gate, nand_only=False)
        designer.take(designer.design)
        designer.select([designer.circuit.outputs[0].key])
        undo.clear()
        return designer

    yield make
    for designer, undo in made:
        undo.clear()  # its entries hold the designer
        designer.deleteLater()
        undo.deleteLater()


@pytest.fixture
def designer(with_gate: WithGate) -> Designer:
    return with_gate("AND")
