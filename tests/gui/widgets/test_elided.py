"""A label that gives way, and still says everything on hover."""

from pytestqt.qtbot import QtBot

from gui.widgets.elided import ElidedLabel


def test_what_does_not_fit_is_said_on_hover_and_asks_for_no_room(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(400, 20)
    label.setText("Accuracy 0.98 (98 of 100)")
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() == 0
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == "Accuracy 0.98 (98 of 100)"
    assert label.text() == "Accuracy 0.98 (98 of 100)"
    assert not label.grab().isNull()
