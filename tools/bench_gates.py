"""The speed of the gate designer: does it keep up with a hand, and is it never felt to stop?"""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.circuit import Circuit, Input, Output, Place, Source, Unit, Wire
from core.circuit_edits import tidy
from core.files.circuits import save_circuit
from gui.panels.gate_designer.panel import GateDesigner
from tools.bench_gui import ROUNDS, Hand, Heart, frame_row
from tools.timing import Measurement, Row, Skipped


def layered_circuit(perceptrons: int) -> Circuit:
    """Two inputs, three of four perceptrons reading them, and the rest reading those: all weights random."""
    rng = np.random.default_rng(0)
    first = -(-3 * perceptrons // 4)
    units: list[Unit] = []
    for k in range(perceptrons):
        before = [Source("x1"), Source("x2")] if k < first else [Source(unit.key) for unit in units[-4:]]
        wires = tuple(Wire(source, float(rng.uniform(-1, 1))) for source in before)
        units.append(Unit(f"s{k}", f"s{k}", wires, float(rng.uniform(-0.5, 0.5))))
    inputs = (Input("x1", "x1"), Input("x2", "x2"))
    return tidy(Circuit(inputs, tuple(units), (Output("y", "y", Source(units[-1].key)),)))


def gate_rows() -> Iterator[Row | Skipped]:
    with Hand("arrangeGatesAction") as hand:
        panel = hand.window.docks["gateDesignerDock"].ensure_panel()
        assert isinstance(panel, GateDesigner)
        designer = panel.designer
        designer.load_circuit(layered_circuit(20), "twenty perceptrons")
        hand.settle()
        designer.look_at(Source("s0"))
        weights = [partial(designer.set_weight, "s0", 0, k / 100) for k in range(-60, 60)]
        lines = [partial(designer.set_perceptron, "s0", (0.5, k / 100), -0.2) for k in range(-60, 60)]
        softs = [partial(designer.set_softness, k / 120) for k in range(1, 121)]
        moves = [partial(designer.move, {"s3": Place(1.2 + k / 50, 2.2 + k / 60)}) for k in range(120)]
        for what, actions, looked_at in (
            ("a weight changed", weights, "s19"),
            ("a line turned", lines, "s0"),
            ("from step to sigmoid", softs, "s19"),
            ("a part dragged", moves, "s19"),
        ):
            designer.look_at(Source(looked_at))
            designer.set_softness(0.0)
            hand.settle()
            rounds = [hand.time(actions) for _ in range(ROUNDS)]
            yield frame_row(f"{what} among 20 perceptrons: plane, table and sheet", rounds)
        designer.load_circuit(layered_circuit(200), "two hundred perceptrons")
        hand.settle()
        yield pan_row(hand)
        yield from large_circuit_rows(hand, panel)


def large_circuit_rows(hand: Hand, panel: GateDesigner) -> Iterator[Row]:
    """What is done to 200 perceptrons may take longer than a frame, but nobody may feel it stop."""
    designer, heart = panel.designer, Heart()
    last = Source("s198")
    undo, redo = hand.window.undo.undo, hand.window.undo.redo
    some = [f"s{k}" for k in range(100)]
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{count}.json" for count in (200, 199)]
        for path, count in zip(paths, (200, 199), strict=True):
            save_circuit(path, layered_circuit(count))
        for what, actions in {
            "a weight changed": [partial(designer.set_weight, "s0", 0, k / 7) for k in range(5)],
            "from step to sigmoid": [partial(designer.set_softness, k / 7) for k in (1, 2, 3, 4, 0)],
            "a part dragged": [partial(designer.move, {"s3": Place(1.2, 2.2 + k / 9)}) for k in range(5)],
            "a circuit opened": [partial(panel.files.open, paths[k % 2]) for k in range(4)],
            "opening undone and done again": [undo, redo] * 2,
            "half of them copied and pasted": [
                partial(designer.select, some), panel.circuit.canvas.copy, panel.circuit.canvas.paste, undo
            ],
            "half of them made a block, opened again": [
                partial(designer.select, some), partial(designer.collapse, "HALF"),
                partial(designer.expand, "g1"), undo, undo,
            ],
        }.items():  # fmt: skip
            designer.look_at(last)
            yield heart.row(f"{what} among 200 perceptrons", actions)


def pan_row(hand: Hand) -> Row:
    """The sheet dragged by the middle button, against 30 frames a second."""
    canvas = hand.find(QWidget, "gateCanvas")
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)

    def drag(step: int) -> None:
        at = QPointF(middle + QPoint(step % 40 * 3, step % 25 * 2))
        event = QMouseEvent(
            QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), Qt.MouseButton.NoButton,
            Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QCoreApplication.sendEvent(canvas, event)

    QTest.mousePress(canvas, Qt.MouseButton.MiddleButton, pos=middle)
    rounds = [hand.time([partial(drag, step) for step in range(100)]) for _ in range(ROUNDS)]
    QTest.mouseRelease(canvas, Qt.MouseButton.MiddleButton, pos=middle)
    late = tuple(seconds[int(len(seconds) * 0.99)] for seconds in rounds)
    return Row("sheet of 200 perceptrons panned, 99th percentile", "30 frames a second", late, (1 / 30,), 1.0)


GATES: dict[str, Measurement] = {"gates": gate_rows}
