"""The gate designer keeps up with the hand: what is shown at once, what follows, and that it is the same."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from core.circuit import Circuit, Input, Output, Place, Source, Unit, Wire
from core.circuit_edits import move, tidy
from core.gates import gate
from core.regions import value_grid
from gui.jobs import Jobs
from gui.panels.gate_designer.canvas import Canvas
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.plane_picture import PlanePicture
from gui.panels.gate_designer.region_plane import RegionPlane
from gui.panels.gate_designer.sheet import Sheet, mended, sheet_of
from gui.panels.gate_designer.weight_space import WeightSpace
from gui.theme import LIGHT

MANY = 30


def many(perceptrons: int = MANY) -> Circuit:
    """Perceptrons that read both inputs, and one that reads them all."""
    rng = np.random.default_rng(1)
    inputs = (Input("x1", "x1"), Input("x2", "x2"))
    units = [
        Unit(
            f"s{k}", f"s{k}", tuple(Wire(Source(each.key), rng.normal()) for each in inputs), rng.normal() / 2
        )
        for k in range(perceptrons - 1)
    ]
    last = Unit("last", "last", tuple(Wire(Source(unit.key), rng.normal()) for unit in units), 0.1)
    return tidy(Circuit(inputs, (*units, last), (Output("y", "y", Source("last")),)))


@pytest.fixture
def designer() -> Iterator[Designer]:
    undo = QUndoStack()
    designer = Designer(undo)
    designer.load_circuit(many(), "many")
    yield designer
    undo.clear()
    designer.deleteLater()
    undo.deleteLater()


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shutdown()
    jobs.deleteLater()


def plane_of(qtbot: QtBot, designer: Designer, jobs: Jobs | None) -> RegionPlane:
    plane = RegionPlane(designer, jobs=jobs)
    qtbot.addWidget(plane)
    plane.resize(300, 300)
    plane.apply_theme(LIGHT)
    plane.retranslate()
    plane.show()
    return plane


@pytest.mark.parametrize("softness", [0.0, 0.4])
def test_of_many_perceptrons_the_plane_is_coarse_and_then_as_sharp_as_ever(
    qtbot: QtBot, designer: Designer, jobs: Jobs, softness: float
) -> None:
    designer.set_softness(softness)
    whole = plane_of(qtbot, designer, None).image()
    plane = plane_of(qtbot, designer, jobs)
    picture = plane.findChild(PlanePicture)
    assert picture is not None
    with qtbot.waitSignal(picture.sharpened, timeout=20_000):
        coarse = plane.image()
        assert coarse.width() < whole.width()
    assert plane.image() == whole
    assert plane.image() != coarse


def test_a_picture_that_comes_too_late_is_not_shown(qtbot: QtBot, designer: Designer, jobs: Jobs) -> None:
    plane = plane_of(qtbot, designer, jobs)
    picture = plane.findChild(PlanePicture)
    assert picture is not None
    plane.image()
    qtbot.waitUntil(lambda: "gate-plane" in jobs.running or not picture._rest.isActive(), timeout=20_000)
    designer.load_gate("AND", nand_only=False)
    now = plane.image()
    assert now.width() == round(plane.frame.width)  # a few perceptrons are sharp at once
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    assert plane.image() == now


@pytest.mark.parametrize("softness", [0.0, 0.3])
def test_asked_pixel_by_pixel_the_step_is_the_same_but_at_the_borders(softness: float) -> None:
    circuit, middles = many(), np.linspace(-0.5, 1.5, 61)
    both = [
        value_grid(circuit, Source("last"), (0, 1), (0, 0), middles, middles, softness, exact=exact)
        for exact in (True, False)
    ]
    assert np.mean(np.abs(both[0] - both[1]) > 1e-5) < 0.001


@pytest.mark.parametrize("circuit", [many(), gate("ADDER_2BIT", nand_only=True), gate("FULL_ADDER")])
def test_a_sheet_that_takes_over_what_was_there_is_the_same(circuit: Circuit) -> None:
    key = circuit.nodes[0].key
    moved = move(circuit, {key: Place(3.1, 4.7)})
    anew, after = sheet_of(moved), sheet_of(moved, sheet_of(circuit))
    hurried = sheet_of(moved, sheet_of(circuit), in_a_hurry=True)
    *steps, last = mended(hurried, moved)
    assert steps == [None] * len(steps)
    assert isinstance(last, Sheet)
    for other in (after, last):
        assert other.bounds == anew.bounds
        assert [each.pill for each in other.routes.values()] == [each.pill for each in anew.routes.values()]
        assert [each.points for each in other.routes.values()] == [
            each.points for each in anew.routes.values()
        ]


def test_in_a_hurry_every_weight_has_a_place() -> None:
    sheet = sheet_of(many(), in_a_hurry=True)
    assert all((route.pill is not None) == (end[0] != "y") for end, route in sheet.routes.items())


def test_numbers_on_the_sheet_find_their_room_when_the_drag_is_over(qtbot: QtBot, designer: Designer) -> None:
    canvas = Canvas(designer)
    qtbot.addWidget(canvas)
    canvas.resize(700, 400)
    canvas.show()
    designer.move({"s3": Place(1.4, 3.3)})
    hurried, wanted = canvas.sheet, sheet_of(designer.circuit)
    qtbot.waitUntil(lambda: canvas.sheet is not hurried, timeout=20_000)
    found = [route.pill for route in canvas.sheet.routes.values()]
    assert found == [route.pill for route in wanted.routes.values()]


def test_the_colours_of_the_weights_follow_but_at_once_under_the_own_hand(
    qtbot: QtBot, designer: Designer
) -> None:
    designer.look_at(Source("last"))
    space = WeightSpace(designer)
    qtbot.addWidget(space)
    space.resize(480, 300)
    space.apply_theme(LIGHT)
    space.retranslate()
    space.show()
    shown = space.plot.image()
    designer.set_weight("s0", 0, 0.0)
    designer.set_weight("last", 0, 0.25)
    assert space.plot.image() is shown
    assert space.plot._point is not None
    assert space.plot._point[0] == 0.25
    qtbot.waitUntil(lambda: space.plot.image() is not shown, timeout=20_000)
    shown = space.plot.image()
    space.bias.setValue(space.bias.value() + 30)
    assert space.plot.image() is not shown
