"""The right end of the status bar: what is being worked on, how far it is, and a way to stop it."""

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from core.progress import Progress
from gui.jobs import Jobs
from gui.theme import STEP
from gui.widgets.named import named

translate = QCoreApplication.translate


class JobStatus(QWidget):
    """Appears with the first progress of a job and goes when that job ends."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobStatus")
        self._jobs = jobs
        self._job = ""
        self.text = named(QLabel(), "jobText")
        self.text.setProperty("muted", True)
        self.bar = named(QProgressBar(), "jobProgress")
        self.bar.setFixedWidth(160)
        self.bar.setTextVisible(False)
        self.cancel_button = named(QPushButton(), "cancelJobButton")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, STEP, 0)
        row.setSpacing(STEP)
        for widget in (self.text, self.bar, self.cancel_button):
            row.addWidget(widget)
        self.hide()
        jobs.progressed.connect(self._show_progress)
        jobs.ended.connect(self._hide_ended)
        self.cancel_button.clicked.connect(self._cancel)

    def retranslate(self) -> None:
        self.cancel_button.setText(translate("jobs", "Cancel"))

    @Slot(str, Progress)
    def _show_progress(self, job: str, progress: Progress) -> None:
        self._job = job
        fraction = progress.fraction
        self.bar.setRange(0, 0 if fraction is None else 100)
        if fraction is not None:
            self.bar.setValue(round(fraction * 100))
        self.text.setText(
            translate("jobs", "{what}: {done} of {total} MB").format(
                what=progress.note, done=f"{progress.done / 1e6:.1f}", total=f"{progress.total / 1e6:.1f}"
            )
        )
        self.show()

    @Slot(str)
    def _hide_ended(self, job: str) -> None:
        if job == self._job:
            self._job = ""
            self.hide()

    @Slot()
    def _cancel(self) -> None:
        self._jobs.cancel(self._job)
