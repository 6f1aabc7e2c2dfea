"""What is written in the plane: where it stands, and that it is painted again only where it is another."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QUndoStack
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.circuit_edits import with_name
from gui.panels.gate_designer.design import with_circuit
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.plane_painting import PlanePainter
from gui.panels.gate_designer.region_plane import RegionPlane
from gui.theme import DARK, LIGHT, Theme

MARK = 8.0  # px: half of a corner's mark, where there is little room


@pytest.fixture
def designer(qtbot: QtBot) -> Iterator[Designer]:
    undo = QUndoStack()
    designer = Designer(undo)
    yield designer
    undo.clear()
    designer.deleteLater()
    undo.deleteLater()


def shown(qtbot: QtBot, designer: Designer, side: int = 380, theme: Theme = LIGHT) -> RegionPlane:
    plane = RegionPlane(designer)
    qtbot.addWidget(plane)
    plane.resize(side, side)
    plane.apply_theme(theme)
    plane.retranslate()
    plane.show()
    QApplication.processEvents()
    return plane


def names_in(plane: RegionPlane) -> list[str]:
    return [label.text for label in plane._words.names]


def picture(plane: RegionPlane) -> QImage:
    plane.clearFocus()  # only one of two planes could have its frame
    return plane.grab().toImage()


@pytest.mark.parametrize("side", [190, 240, 300, 380])
@pytest.mark.parametrize("gate", ["XOR", "HALF_ADDER", "FULL_ADDER", "ADDER_2BIT"])
def test_names_hide_no_corner_and_no_word(qtbot: QtBot, designer: Designer, gate: str, side: int) -> None:
    designer.load_gate(gate, nand_only=False)
    plane = shown(qtbot, designer, side)
    frame, words = plane.frame, plane._words
    marks = [frame.place(corner.x, corner.y) for corner in plane.scene.corners]
    names = [label.place.adjusted(2, 2, -2, -2) for label in words.names]  # their edges may touch
    for name in names:
        assert frame.area.adjusted(-1, -1, 1, 1).contains(name)
        for mark in marks:
            assert not name.intersects(QRectF(mark - QPointF(MARK, MARK), mark + QPointF(MARK, MARK)))
    for k, name in enumerate(names):
        assert not any(name.intersects(other) for other in names[:k])


def test_a_name_is_shortened_where_there_is_little_room(qtbot: QtBot, designer: Designer) -> None:
    designer.load_gate("FULL_ADDER", nand_only=False)
    assert "HALF_ADDER₁ · OR" in names_in(shown(qtbot, designer, 380))
    assert "… · OR" in names_in(shown(qtbot, designer, 240))
    designer.load_gate("XOR", nand_only=False)
    circuit = with_name(designer.circuit, designer.circuit.nodes[0].key, "a perceptron with a long name")
    designer.take(with_circuit(designer.design, circuit))
    plane = shown(qtbot, designer, 240)
    (name,) = (text for text in names_in(plane) if text.startswith("a perc"))
    assert name.endswith("…")
    assert all(label.place.width() < plane.frame.width / 2 for label in plane._words.names)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_no_line_crosses_the_words_of_an_empty_plane(qtbot: QtBot, designer: Designer, theme: Theme) -> None:
    designer.clear()
    plane = shown(qtbot, designer, theme=theme)
    seen, area = picture(plane), plane.frame.area.toRect()
    card = QColor(theme.card)
    columns = range(area.left() + 4, area.right() - 4)
    assert all(seen.pixelColor(x, area.top() + 20) == card for x in columns)
    assert any(seen.pixelColor(x, area.center().y() - 6) != card for x in columns)


def test_while_slopes_change_lines_and_names_are_not_painted_again(qtbot: QtBot, designer: Designer) -> None:
    designer.load_gate("XOR", nand_only=False)
    designer.set_softness(0.3)
    plane = shown(qtbot, designer)
    before, ground, over = picture(plane), plane._ground.painted, plane._over.painted
    designer.set_softness(0.32)
    after = picture(plane)
    assert after != before
    assert (plane._ground.painted, plane._over.painted) == (ground, over)
    assert after == picture(shown(qtbot, designer))  # as if nothing had been kept
    key = plane.scene.lines[0].key
    designer.set_bias(key, designer.circuit.nodes[0].bias + 0.2)
    moved = picture(plane)
    assert plane._over.painted == over + 1
    assert moved == picture(shown(qtbot, designer))


def test_what_is_kept_follows_theme_size_names_and_states(qtbot: QtBot, designer: Designer) -> None:
    designer.load_gate("XOR", nand_only=False)
    plane = shown(qtbot, designer)
    picture(plane)
    plane.apply_theme(DARK)
    assert picture(plane) == picture(shown(qtbot, designer, theme=DARK))
    plane.resize(300, 320)
    small = shown(qtbot, designer, theme=DARK)
    small.resize(300, 320)
    assert picture(plane) == picture(small)
    designer.set_row(3)
    designer.rename("x1", "first")
    designer.rename(designer.circuit.nodes[0].key, "nor")
    anew = shown(qtbot, designer, theme=DARK)
    anew.resize(300, 320)
    assert picture(plane) == picture(anew)


def test_a_mistake_while_painting_leaves_no_painter_behind(
    qtbot: QtBot, designer: Designer, monkeypatch: pytest.MonkeyPatch
) -> None:
    plane = shown(qtbot, designer)

    def fail(self: PlanePainter, painter: QPainter, *rest: object, **more: object) -> None:
        raise RuntimeError("cannot paint")

    with monkeypatch.context() as patched:
        patched.setattr(PlanePainter, "paint_grid", fail)
        plane.resize(340, 340)
        with pytest.raises(RuntimeError, match="cannot paint"):
            plane.grab()
    assert not plane.paintingActive()
    assert picture(plane) == picture(shown(qtbot, designer, 340))
