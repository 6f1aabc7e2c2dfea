"""The batch: its images, how many of them were read right, and where it comes from."""

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from gui import icons
from gui.panels.forward_inspector.buttons import IconButton, TextButton, enable
from gui.panels.forward_inspector.grid import BatchGrid
from gui.panels.forward_inspector.model import Reading
from gui.session import BATCH_SIZE, Batch
from gui.theme import LIGHT, STEP, Theme
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named

translate = QCoreApplication.translate

_LINE = 24


class BatchSection(QWidget):
    """Shows a batch and asks for others. A drawn digit is a batch of one, and shown as such."""

    first_wanted = Signal(int)  # the batch from this image of the data on
    data_wanted = Signal()  # back from the drawn digit
    mnist_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = named(QLabel(self), "cardTitle")
        self.range = named(ElidedLabel(self), "batchRange")
        self.range.setProperty("muted", True)
        self.previous_button = named(IconButton(self), "prevBatchButton")
        self.next_button = named(IconButton(self), "nextBatchButton")
        self.grid = BatchGrid(self)
        self.accuracy = named(ElidedLabel(self), "batchAccuracy")
        self.legend = named(QLabel(self), "wrongLegend")
        self.legend.setProperty("muted", True)
        self.made_up = named(ElidedLabel(self), "madeUpNote")
        self.made_up.setProperty("muted", True)
        self.mnist_button = named(TextButton(self), "useMnistButton")
        self.mnist_button.setProperty("link", True)
        self.mnist_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.drawn_note = named(QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop), "drawnNote")
        self.back_button = named(TextButton(self), "backToDataButton")
        self.previous_button.clicked.connect(self._ask_previous)
        self.next_button.clicked.connect(self._ask_next)
        self.mnist_button.clicked.connect(self.mnist_wanted)
        self.back_button.clicked.connect(self.data_wanted)
        self._theme = LIGHT
        self._batch: Batch | None = None
        self._reading: Reading | None = None
        self._total = 0
        self._is_made_up = False

    def show_batch(self, batch: Batch, reading: Reading, index: int, total: int, *, made_up: bool) -> None:
        """total: how many images the data has. made_up: whether a program wrote them."""
        was_drawn = self._batch is not None and self._batch.is_drawn
        self._batch, self._reading, self._total = batch, reading, total
        self._is_made_up = made_up
        if not batch.is_drawn:
            self.grid.show_batch(batch.images, reading, index)
        if not (was_drawn and batch.is_drawn):
            self._write()

    def retranslate(self) -> None:
        self.title.setText(translate("forward_inspector", "Batch"))
        self.previous_button.setAccessibleName(translate("forward_inspector", "Previous images"))
        self.previous_button.setToolTip(
            translate("forward_inspector", "The {count} images before these").format(count=BATCH_SIZE)
        )
        self.next_button.setAccessibleName(translate("forward_inspector", "Next images"))
        self.next_button.setToolTip(
            translate("forward_inspector", "The next {count} images").format(count=BATCH_SIZE)
        )
        self._write_legend()
        self.made_up.setText(translate("forward_inspector", "These digits are made up."))
        self.mnist_button.setText(translate("forward_inspector", "Use the real MNIST"))
        self.mnist_button.setToolTip(
            translate("forward_inspector", "Downloads 11 MB once and keeps them; then it works offline")
        )
        self.drawn_note.setText(
            translate(
                "forward_inspector",
                "Your drawing is a batch of one: every matrix of the batch has a single row. Nobody has "
                "written down the right answer, so there is no right or wrong.",
            )
        )
        self.back_button.setText(translate("forward_inspector", "Back to the data"))
        self.grid.retranslate()
        self._write()

    def _write_legend(self) -> None:
        mark = f'<span style="color:{self._theme.positive}">◥</span>&nbsp;'
        self.legend.setText(translate("forward_inspector", "{mark} read wrong").format(mark=mark))

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._write_legend()
        self.previous_button.setIcon(icons.icon("back", theme.ink))
        self.next_button.setIcon(icons.icon("forward", theme.ink))
        self.grid.apply_theme(theme)

    def _write(self) -> None:
        if self._batch is None or self._reading is None:
            return
        drawn, first, count = self._batch.is_drawn, self._batch.first, len(self._batch)
        self._show_parts(drawn)
        if drawn:
            self.range.setText(translate("forward_inspector", "your drawing"))
        else:
            self.range.setText(
                translate("forward_inspector", "{first}–{last} of {total}").format(
                    first=first, last=first + count - 1, total=f"{self._total:,}"
                )
            )
            reading = self._reading
            self.accuracy.setText(
                translate("forward_inspector", "Accuracy {share} ({right} of {count})").format(
                    share=f"{reading.accuracy:.2f}", right=reading.right, count=count
                )
            )
            enable(self.previous_button, first > 0)
            enable(self.next_button, first + count < self._total)
        self._place()

    def _show_parts(self, drawn: bool) -> None:
        parts: dict[QWidget, bool] = {
            self.grid: not drawn,
            self.previous_button: not drawn,
            self.next_button: not drawn,
            self.accuracy: not drawn,
            self.legend: not drawn,
            self.drawn_note: drawn,
            self.back_button: drawn,
            self.made_up: self._is_made_up and not drawn,
            self.mnist_button: self._is_made_up and not drawn,
        }
        for part, visible in parts.items():
            part.setVisible(visible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """One below the other; the grid takes what is left."""
        width, height = self.width(), self.height()
        buttons = 2 * 28 + STEP if not self.next_button.isHidden() else 0
        title = self.title.sizeHint().width() + STEP
        if title + self.range.sizeHint().width() + buttons > width:
            title = 0
        self.title.setGeometry(0, 0, title, _LINE)
        self.range.setGeometry(title, 0, max(width - title - buttons, 0), _LINE)
        self.previous_button.setGeometry(width - 60, 0, 28, _LINE)
        self.next_button.setGeometry(width - 28, 0, 28, _LINE)
        link, note = self.mnist_button.sizeHint().width(), self.made_up.sizeHint().width()
        beside = note + STEP + link <= width
        lines = 1 if self.mnist_button.isHidden() else 2 if beside else 3
        side = max(min(width, height - (_LINE + 4) - 6 - lines * 20), 40)
        self.grid.setGeometry(0, _LINE + 4, side, side)
        top = _LINE + 4 + side + 6
        accuracy = self.accuracy.sizeHint().width()
        self.accuracy.setGeometry(0, top, min(accuracy, width), 18)
        legend = self.legend.sizeHint().width()
        room = legend if accuracy + 2 * STEP + legend <= width else 0
        self.legend.setGeometry(accuracy + 2 * STEP, top, room, 18)
        self.made_up.setGeometry(0, top + 20, min(note, width), 18)
        if beside:
            self.mnist_button.setGeometry(note + STEP, top + 20, link, 18)
        else:
            self.mnist_button.setGeometry(0, top + 40, min(link, width), 18)
        self._place_drawn()

    def _place_drawn(self) -> None:
        """The sentence on a batch of one, and the way back under it."""
        width, height = self.width(), self.height()
        note = self.drawn_note.heightForWidth(width)
        button = self.back_button.sizeHint()
        note = min(note, max(height - _LINE - button.height() - STEP, 0))
        self.drawn_note.setGeometry(0, _LINE + 4, width, note)
        self.back_button.setGeometry(
            QRect(0, _LINE + 4 + note + STEP, min(button.width(), width), button.height())
        )

    def _ask_previous(self) -> None:
        if self._batch is not None:
            self.first_wanted.emit(max(self._batch.first - BATCH_SIZE, 0))

    def _ask_next(self) -> None:
        if self._batch is not None:
            self.first_wanted.emit(self._batch.first + BATCH_SIZE)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 160)
