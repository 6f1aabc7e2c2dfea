"""The questions that the window asks, and the sentences in which it says what it opened."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gui.opening import WEIGHT_SUFFIXES
from gui.session import OpenData, OpenNetwork
from gui.top_bar import data_name

translate = QCoreApplication.translate


def ask_weights(parent: QWidget) -> Path | None:
    """A file of weights, or None where the learner thinks better of it."""
    patterns = " ".join(f"*{suffix}" for suffix in WEIGHT_SUFFIXES)
    path, _ = QFileDialog.getOpenFileName(
        parent,
        translate("window", "Open weights"),
        "",
        translate("window", "Weights ({patterns})").format(patterns=patterns),
    )
    return Path(path) if path else None


def ask_data_folder(parent: QWidget) -> Path | None:
    """A folder with the MNIST files, or None."""
    path = QFileDialog.getExistingDirectory(
        parent, translate("window", "Open the folder that has the four MNIST files")
    )
    return Path(path) if path else None


def ask_leave_unsaved(parent: QWidget, folder: Path) -> bool:
    """What was made could not be kept: does the learner want to leave all the same?"""
    buttons = QMessageBox.StandardButton
    question = QMessageBox(
        QMessageBox.Icon.Question,
        translate("window", "Not saved"),
        translate(
            "window", "What you made could not be saved in {folder}. Leave all the same, and lose it?"
        ).format(folder=folder),
        buttons.Yes | buttons.No,
        parent,
    )
    question.setObjectName("leaveUnsavedQuestion")
    question.setTextFormat(Qt.TextFormat.PlainText)  # a folder may have any name
    question.setDefaultButton(buttons.No)
    answer = question.exec()
    question.deleteLater()
    return answer == buttons.Yes


def about(parent: QWidget) -> None:
    QMessageBox.about(
        parent,
        translate("window", "About Mitbadak"),
        translate(
            "window",
            "Mitbadak (밑바닥): see a neural network work, from the very bottom. For readers of chapters "
            "2 and 3 of Deep Learning from Scratch. It sends nothing anywhere, and downloads MNIST "
            "only when asked to.",
        ),
    )


def opened_text(opened: OpenNetwork | OpenData) -> str:
    """What is in use now, for the status bar."""
    if isinstance(opened, OpenNetwork):
        return translate("window", "{name} is open: {count} weights and biases").format(
            name=opened.name, count=f"{opened.network.parameter_count:,}"
        )
    return translate("window", "In use now: {name}, {count} images").format(
        name=data_name(opened.kind), count=f"{len(opened.digits):,}"
    )
