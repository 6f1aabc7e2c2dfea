"""The digit pad: a canvas, its tools, the picture that the network sees, and what it says of it."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.digits import SIDE, prepare
from gui.commands import Change
from gui.panel import Panel, Tools
from gui.panels.digit_pad.answer import AnswerView
from gui.panels.digit_pad.canvas import DigitCanvas, SquareHolder
from gui.panels.digit_pad.model import PadState, Stroke, from_work, to_work
from gui.panels.digit_pad.seen import SeenPicture
from gui.panels.digit_pad.tool_row import ToolRow
from gui.theme import STEP, Theme
from gui.widgets.bars import ProbabilityBars
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named
from gui.widgets.text import shape_html

translate = QCoreApplication.translate

_ROOMY_HEIGHT = 440  # px: from here on there is room for titles and explanations
_COLUMN = 320  # px: the least width of all that stands beside the canvas
_FORWARD_KEYS = "Ctrl+4"  # shows the forward pass


class DigitPad(Panel):
    """Every edit goes through the undo stack and comes back by `_apply_state`."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        # A plain ground: what changes at every move of the pen need not have the card painted under it.
        self.setAutoFillBackground(True)
        self._state = PadState()
        self._is_roomy: bool | None = None
        self.canvas = DigitCanvas()
        self._holder = SquareHolder(self.canvas)
        self._tools = ToolRow()
        self._picture = SeenPicture()
        self._answer = AnswerView()
        self._bars = ProbabilityBars()
        self._bars.setObjectName("padBars")
        self._make_labels_and_button()
        self._lay_out()
        self._connect()

    def _make_labels_and_button(self) -> None:
        # Some are only shown where there is room. Without a parent they would be windows of their own.
        self._seen_title, self._bars_title, self._answer_title = (
            named(ElidedLabel(self), "cardTitle") for _ in range(3)
        )
        self._caption = QLabel()
        self._following = named(ElidedLabel(), "padFollowing")
        self._explanation = QLabel(self, wordWrap=True)
        for label in (self._caption, self._following, self._explanation):
            label.setProperty("muted", True)
        self._show_button = named(QPushButton(), "showInInspectorButton")
        self._show_button.setProperty("primary", True)
        self._show_button.setEnabled(False)

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.setSpacing(STEP)
        bottom.addWidget(self._show_button)
        bottom.addWidget(self._following, 1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(STEP)
        column = self._column = QVBoxLayout()
        column.addWidget(self._tools)
        column.addLayout(self._grid, 1)
        column.addLayout(bottom)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(2 * STEP)
        self._outer.addWidget(self._holder)
        self._outer.addLayout(column, 1)

    def _connect(self) -> None:
        self.canvas.inked.connect(self._show_to_network)
        self.canvas.finished.connect(self._add_stroke)
        self.canvas.scrolled.connect(self._tools.pen.turn_wheel)
        self._tools.pen.chosen.connect(self._choose_width)
        self._tools.undo_asked.connect(self._undo_stroke)
        self._tools.erasing_changed.connect(self._take_tool)
        self._tools.clear_asked.connect(self._clear)
        self._show_button.clicked.connect(self.session.show_drawn_digit)
        self.session.drawn_digit_changed.connect(self._show_digit)
        self.session.drawn_prediction_changed.connect(self._show_prediction)
        self.session.batch_changed.connect(self._show_following)

    # The place that there is

    def minimumSizeHint(self) -> QSize:
        """Smaller than its parts ask for when there is room: they are laid out anew when there is none."""
        return QSize(_COLUMN + 160, 220)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Share the room: the canvas beside the rest, or above it where the panel is higher than wide."""
        wide = self.width() >= self.height()
        beside = max(self.width() - 2 * STEP - _COLUMN, 0)
        side = min(self.height(), beside) if wide else min(self.width(), self.height() // 2)
        if wide:
            self._outer.setDirection(QBoxLayout.Direction.LeftToRight)
            self._holder.setFixedSize(side, self.height())
        else:
            self._outer.setDirection(QBoxLayout.Direction.TopToBottom)
            self._holder.setFixedSize(self.width(), side)
        self._arrange(is_roomy=wide and self.height() >= _ROOMY_HEIGHT)

    def _arrange(self, *, is_roomy: bool) -> None:
        """With room: titles, and the bars under the picture. Without: the bars beside it."""
        if is_roomy == self._is_roomy:
            return
        self._is_roomy = is_roomy
        for label in (self._answer_title, self._bars_title, self._explanation):
            label.setVisible(is_roomy)
        if is_roomy:
            places = {
                self._seen_title: (0, 0, 1, 1),
                self._answer_title: (0, 1, 1, 1),
                self._picture: (1, 0, 1, 1),
                self._answer: (1, 1, 1, 1),
                self._caption: (2, 0, 1, 1),
                self._explanation: (3, 0, 1, 2),
                self._bars_title: (4, 0, 1, 2),
                self._bars: (5, 0, 1, 2),
            }
            stretches = {1: 4, 5: 5}
        else:
            places = {
                self._seen_title: (0, 0, 1, 1),
                self._picture: (1, 0, 1, 1),
                self._caption: (2, 0, 1, 1),
                self._answer: (0, 1, 1, 1),
                self._bars: (1, 1, 2, 1),
            }
            stretches = {1: 1, 5: 0}
        self._column.setSpacing(2 * STEP if is_roomy else STEP)
        while self._grid.takeAt(0) is not None:
            pass
        for widget, place in places.items():
            self._grid.addWidget(widget, *place)
        for row, stretch in stretches.items():
            self._grid.setRowStretch(row, stretch)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)

    # What the learner does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """E takes the eraser or the pen, C clears. They come here when some part of the pad has the focus."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() == Qt.Key.Key_E:
            self._tools.toggle_eraser()
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() == Qt.Key.Key_C:
            self._clear()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _add_stroke(self, stroke: Stroke) -> None:
        text = translate("digit_pad", "erase") if stroke.erase else translate("digit_pad", "draw a stroke")
        self._push(text, self._state.with_stroke(stroke))

    @Slot()
    def _undo_stroke(self) -> None:
        if self._state.strokes:
            self._push(translate("digit_pad", "take back a stroke"), self._state.without_last_stroke())

    @Slot()
    def _clear(self) -> None:
        self.canvas.finish()
        if self._state.strokes:
            self._push(translate("digit_pad", "clear the canvas"), self._state.cleared())

    @Slot(float)
    def _choose_width(self, width: float) -> None:
        after = self._state.with_pen_width(width)
        if after != self._state:
            self._push(translate("digit_pad", "change the pen"), after, merge="digit-pad-pen")

    @Slot()
    def _take_tool(self) -> None:
        self.canvas.set_tool(self._state.pen_width, erasing=self._tools.is_erasing)

    def _push(self, text: str, after: PadState, merge: str = "") -> None:
        self.tools.undo.push(Change(text, self._apply_state, self._state, after, merge))

    # What is shown

    def _apply_state(self, state: PadState) -> None:
        self._state = state
        self._tools.pen.show_width(state.pen_width)
        self._take_tool()
        self.canvas.show_strokes(state.strokes)
        self._tools.set_drawn(bool(state.strokes))

    @Slot()
    def _show_to_network(self) -> None:
        self.session.set_drawn_digit(prepare(self.canvas.bitmap))

    @Slot()
    def _show_digit(self) -> None:
        digit = self.session.drawn_digit
        self._picture.show_digit(digit)
        self._show_button.setEnabled(digit is not None)

    @Slot()
    def _show_prediction(self) -> None:
        prediction = self.session.drawn_prediction
        self._bars.show_values(prediction)
        self._answer.show_prediction(prediction, is_drawn=self.session.drawn_digit is not None)

    @Slot()
    def _show_following(self) -> None:
        batch = self.session.batch
        if batch is not None and batch.is_drawn:
            keys = QKeySequence(_FORWARD_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
            text = translate("digit_pad", "The forward pass follows your pen ({keys} shows it).")
            self._following.setText(text.format(keys=keys))
        elif self._following.text():
            self._following.clear()

    def retranslate(self) -> None:
        self.canvas.setAccessibleName(translate("digit_pad", "Canvas for a digit"))
        self.canvas.set_hints(
            translate("digit_pad", "Draw a digit from 0 to 9 with the mouse or a pen"),
            translate(
                "digit_pad", "With the keyboard: arrows move the pen, Space puts it down and takes it up"
            ),
        )
        self._tools.retranslate()
        self._seen_title.setText(translate("digit_pad", "What the network sees"))
        self._picture.setAccessibleName(self._seen_title.text())
        self._picture.setToolTip(
            translate(
                "digit_pad",
                "28×28 pixels. The frame is the 20×20 box that a digit is scaled to, the cross the middle.",
            )
        )
        self._answer_title.setText(translate("digit_pad", "Answer"))
        self._bars_title.setContentsMargins(0, STEP, 0, 0)
        self._bars_title.setText(translate("digit_pad", "Ten probabilities"))
        self._bars.setAccessibleName(self._bars_title.text())
        self._explanation.setText(
            translate(
                "digit_pad",
                "Your ink is cut out, its longer side scaled to 20 pixels, and its centre of mass moved to "
                "the middle, as it was done with the digits that the network learned from.",
            )
        )
        self._show_button.setText(translate("digit_pad", "Follow it through the network"))
        self._show_button.setToolTip(
            translate("digit_pad", "Make this digit the batch of one that goes through the network")
        )
        self._answer.retranslate()
        self._show_following()

    def apply_theme(self, theme: Theme) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.card))
        self.setPalette(palette)
        self.canvas.apply_theme(theme)
        self._tools.apply_theme(theme)
        self._picture.apply_theme(theme)
        self._answer.apply_theme(theme)
        self._bars.apply_theme(theme)
        before = shape_html((SIDE, SIDE), theme, batch=False)
        after = shape_html((1, SIDE * SIDE), theme, batch=True)
        self._caption.setText(f"{before} → {after}")

    # Keeping

    def work(self) -> dict[str, Any]:
        return to_work(self._state)

    def restore(self, work: dict[str, Any]) -> None:
        self._apply_state(from_work(work))
