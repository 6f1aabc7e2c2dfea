"""The forward-pass inspector: one step of one batch, seen as formula, shapes, numbers and digits."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel

from core.functions import activation_of
from core.network import hidden_places
from gui.commands import Change
from gui.function_names import short_function_name
from gui.panel import Panel, Tools
from gui.panels.forward_inspector.arrangement import arrange
from gui.panels.forward_inspector.batch import BatchSection
from gui.panels.forward_inspector.chosen import ChosenImage
from gui.panels.forward_inspector.header import StepHeader
from gui.panels.forward_inspector.matrix import MatrixView
from gui.panels.forward_inspector.model import (
    code,
    is_probabilities,
    name_steps,
    read,
    shapes_line,
)
from gui.panels.forward_inspector.overview import OverviewStrip
from gui.theme import BODY, LIGHT, Theme, mono_font
from gui.widgets.named import named
from gui.widgets.text import plain_html

translate = QCoreApplication.translate


class ForwardInspector(Panel):
    """Shows session.trace at session.step_index for session.sample_index. It keeps nothing of its own.

    ← and → step, ↑ and ↓ go from image to image, wherever the focus is in the panel.
    """

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.setObjectName("forwardInspector")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.header = StepHeader(tools.jobs, self)
        self.strip = OverviewStrip(self)
        self.batch = BatchSection(self)
        self.matrix = MatrixView(self)
        self.chosen = ChosenImage(self)
        self.code = named(QLabel(self), "codeLine")
        self.code.setProperty("code", True)
        self.code.setFont(mono_font(BODY))
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.empty = named(QLabel(self, wordWrap=True), "emptyInspector")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("muted", True)
        self._parts = (self.header, self.strip, self.batch, self.matrix, self.chosen, self.code)
        self._theme = LIGHT
        self._stale = True  # something changed while the panel was not on the screen
        self._connect()

    def _connect(self) -> None:
        session = self.session
        session.trace_changed.connect(self._show_all)
        session.step_index_changed.connect(self._show_step)
        session.sample_index_changed.connect(self._show_sample)
        self.header.back.connect(self._step_back)
        self.header.forward.connect(self._step_forward)
        self.header.activation.chosen.connect(self._use_activation)
        session.functions_changed.connect(self._show_activation)
        self.strip.step_chosen.connect(session.select_step)
        self.matrix.row_chosen.connect(session.select_sample)
        self.batch.grid.chosen.connect(session.select_sample)
        self.batch.first_wanted.connect(session.select_batch)
        self.batch.data_wanted.connect(self._back_to_data)
        self.batch.mnist_wanted.connect(session.want_mnist)

    def minimumSizeHint(self) -> QSize:
        return QSize(600, 250)

    def sizeHint(self) -> QSize:
        return QSize(700, 330)

    # Showing

    def retranslate(self) -> None:
        self.empty.setText(
            translate(
                "forward_inspector",
                "Weights and digits are being loaded. Others can be opened from the File menu, or dropped on "
                "the window.",
            )
        )
        self.strip.setAccessibleName(translate("forward_inspector", "The network as blocks"))
        self.strip.setAccessibleDescription(translate("forward_inspector", "Click a block to go to its step"))
        for part in (self.header, self.batch, self.matrix, self.chosen):
            part.retranslate()
        self._write_code()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        # An opaque ground: else the rounded card behind it is painted again under every change.
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.card))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        for part in (self.header, self.strip, self.batch, self.matrix, self.chosen):
            part.apply_theme(theme)
        self._write_code()

    @Slot()
    def _show_all(self) -> None:
        """Another forward pass: show it, unless nobody is looking."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        session = self.session
        trace, batch = session.trace, session.batch
        there = trace is not None and batch is not None
        self.empty.setVisible(not there)
        for part in self._parts:
            part.setVisible(there and not (part is self.code and self._compact))
        if trace is None or batch is None:
            return
        self._reading = read(trace, batch.labels)
        opened = session.open_data
        self.batch.show_batch(
            batch,
            self._reading,
            session.sample_index,
            len(opened.digits) if opened is not None else 0,
            made_up=opened is not None and opened.kind == "made-up",
        )
        self.strip.show_trace(trace, session.step_index, session.sample_index)
        self._show_step()
        self._show_image()

    @Slot()
    def _show_step(self) -> None:
        trace = self.session.trace
        if self._stale or trace is None:
            return
        index = self.session.step_index
        names = name_steps(tuple(step.layer for step in trace.steps))
        self.header.show_step(names[index], trace.steps[index], index, len(trace.steps))
        self._show_activation()
        self.strip.select_step(index)
        self.matrix.show_step(names[index], trace.steps[index], self.session.sample_index)
        self._write_code()

    @Slot()
    def _show_activation(self) -> None:
        """At an activation between two layers, another one can be chosen."""
        opened, index, choice = self.session.open_network, self.session.step_index, self.header.activation
        is_hidden = opened is not None and index in hidden_places(opened.network)
        focus = self.window().focusWidget()
        if not is_hidden and focus is not None and choice.isAncestorOf(focus):
            self.setFocus()
        choice.setVisible(is_hidden)
        if is_hidden and opened is not None:
            present, own = (network.layers[index].name for network in (opened.network, opened.own))
            choice.show_activation(present, own, self.session.functions)

    @Slot()
    def _show_sample(self) -> None:
        trace, batch = self.session.trace, self.session.batch
        if self._stale or trace is None or batch is None or len(batch) != len(trace.input):
            return  # a new batch is on its way, and its forward pass follows
        index = self.session.sample_index
        self.strip.select_row(index)
        self.matrix.select_row(index)
        self.batch.grid.select(index)
        self._show_image()

    def _show_image(self) -> None:
        trace, batch, index = self.session.trace, self.session.batch, self.session.sample_index
        if trace is not None and batch is not None:
            self.chosen.show_image(
                batch.images[index],
                trace.output[index],
                self._reading,
                index,
                probabilities=is_probabilities(trace),
            )

    def _write_code(self) -> None:
        """The step as the book writes it, with its shapes as a comment."""
        trace = self.session.trace
        if trace is None or self._compact:
            return
        index = self.session.step_index
        names = name_steps(tuple(step.layer for step in trace.steps))
        line = plain_html(code(names[index])).replace(" ", "&nbsp;")
        comment = plain_html(f"# {shapes_line(trace.steps[index])}").replace(" ", "&nbsp;")
        self.code.setText(f'{line}&nbsp;&nbsp;&nbsp;<span style="color:{self._theme.muted}">{comment}</span>')

    @property
    def _compact(self) -> bool:
        return arrange(self.width(), self.height()).compact

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        places = arrange(self.width(), self.height())
        self.header.set_compact(places.compact)
        self.header.setGeometry(places.header)
        self.strip.setGeometry(places.strip)
        self.batch.setGeometry(places.batch)
        self.matrix.setGeometry(places.matrix)
        self.chosen.setGeometry(places.chosen)
        self.code.setGeometry(places.code)
        self.code.setVisible(not places.compact and self.session.trace is not None)
        self.empty.setGeometry(self.rect().adjusted(24, 24, -24, -24))
        self._write_code()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show_all()

    # Acting

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {
            Qt.Key.Key_Left: self._step_back,
            Qt.Key.Key_Right: self._step_forward,
            Qt.Key.Key_Up: self._image_before,
            Qt.Key.Key_Down: self._image_after,
        }.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    @Slot()
    def _step_back(self) -> None:
        self.session.select_step(self.session.step_index - 1)

    @Slot()
    def _step_forward(self) -> None:
        self.session.select_step(self.session.step_index + 1)

    @Slot(str)
    def _use_activation(self, key: str) -> None:
        """Let this function stand between the layers, in the network that everybody looks at."""
        opened, index = self.session.open_network, self.session.step_index
        if opened is None:
            return
        text = translate("forward_inspector", "use {function} in layer {number}").format(
            function=short_function_name(key), number=name_steps(opened.network.layers)[index].number
        )
        after = opened.with_activation(index, activation_of(key))
        self.tools.undo.push(Change(text, self.session.set_network, opened, after))

    def _image_before(self) -> None:
        self.session.select_sample(self.session.sample_index - 1)

    def _image_after(self) -> None:
        self.session.select_sample(self.session.sample_index + 1)

    @Slot()
    def _back_to_data(self) -> None:
        self.session.show_data()
