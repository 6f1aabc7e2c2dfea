"""Questions before something is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui import dialogs

Button = QMessageBox.StandardButton


@pytest.mark.parametrize(("button", "leaves"), [(Button.Yes, True), (Button.No, False)])
def test_leaving_unsaved_is_asked_in_plain_text(qtbot: QtBot, button: Button, leaves: bool) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[str] = []
    shown_as: list[str] = []

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, QMessageBox)
        seen.append(question.text())
        shown_as.append(question.textFormat().name)
        question.button(button).click()

    QTimer.singleShot(0, answer)
    assert dialogs.ask_leave_unsaved(parent, Path("<b>here</b>")) is leaves
    assert "<b>here</b>" in seen[0]
    assert shown_as == ["PlainText"]
