"""Step and sigmoid side by side: how far apart they are, what they share, and what not."""

import math

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from core.neuron import Neuron, gap
from gui.panels.activation_curves import spots
from gui.panels.activation_curves.elided_button import ElidedButton
from gui.panels.activation_curves.steady import INSIDE, steady
from gui.theme import STEP, Theme
from gui.widgets.card import Card
from gui.widgets.named import named
from gui.widgets.text import exact_text

translate = QCoreApplication.translate

KEYS = ("step", "sigmoid")
STEEP = 12.0  # what the button makes of w
_ROW = 22  # px


class Comparison(Card):
    """Pointing at a line, or going to it with keys, lights its place in the plot; a click keeps it lit."""

    lit = Signal(str)
    kept = Signal(str)
    steeper = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.steep = named(ElidedButton(), "steeperButton")
        self.steep.setProperty("link", True)
        self.steep.clicked.connect(self._make_steep)
        self.header.addWidget(self.steep)
        self.gap = named(QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop), "gapLabel")
        steady(self.gap, INSIDE, 2)
        self.title.setMinimumWidth(96)
        self.content.setSpacing(0)
        self.content.addSpacing(STEP // 2)
        self.content.addWidget(self.gap)
        self.content.addSpacing(STEP // 2)
        self.lines: dict[str, QPushButton] = {}
        self._kept = ""
        for spot in (*spots.SAME, *spots.DIFFERENT):
            line = self.lines[spot] = named(ElidedButton(), f"spot_{spot}")
            line.setCheckable(True)
            line.setFixedHeight(_ROW)
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            line.installEventFilter(self)
            line.clicked.connect(self._keep)
            self.content.addWidget(line)

    def show_neuron(self, neuron: Neuron) -> None:
        found = gap(neuron)
        self.gap.setToolTip(f"{exact_text(found.area)}\n{exact_text(found.width)}")
        self.steep.setVisible(neuron.weight != STEEP)
        if math.isinf(found.area):
            self.gap.setText(
                translate("activation_curves", "With w = 0 nothing depends on x: both are level lines.")
            )
            return
        self.gap.setText(
            translate(
                "activation_curves",
                "Area between them {area}. They differ by more than {limit} on a width of {width}.",
            ).format(area=three_digits(found.area), limit=found.limit, width=three_digits(found.width))
        )

    @Slot()
    def _make_steep(self) -> None:
        self.steeper.emit(STEEP)

    @Slot()
    def _keep(self) -> None:
        spot = self._spot_of(self.sender())
        self._kept = spot if self.lines[spot].isChecked() else ""
        for each, line in self.lines.items():
            line.setChecked(each == self._kept)
        self.lit.emit(self._kept)
        if self._kept:
            self.kept.emit(self._kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.lit.emit(self._spot_of(watched))
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.lit.emit(self._kept)
        return False

    def _spot_of(self, line: QObject) -> str:
        return line.objectName().removeprefix("spot_")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._kept = ""
        for line in self.lines.values():
            line.setChecked(False)
        self.lit.emit("")

    def apply_theme(self, theme: Theme) -> None:
        """Lines of text that can be pointed at, rather than buttons."""
        plain = "text-align: left; padding: 0 4px; border: 1px solid transparent; border-radius: 4px;"
        for line in self.lines.values():
            line.setStyleSheet(
                f"QPushButton {{ {plain} background: transparent; font-weight: normal; }}"
                f"QPushButton:hover, QPushButton:checked {{ background: {theme.accent_soft}; }}"
                f"QPushButton:focus {{ border-color: {theme.accent}; }}"
            )

    def retranslate(self) -> None:
        self.title.setText(translate("activation_curves", "Step and sigmoid"))
        self.steep.setText(translate("activation_curves", "make it steep: w = 12"))
        same = translate("activation_curves", "They share this. Point here to see it in the plot.")
        different = translate("activation_curves", "Here they differ. Point here to see it in the plot.")
        for spot, line in self.lines.items():
            is_same = spot in spots.SAME
            line.setText(f"{'=' if is_same else '≠'}  {spots.words(spot)}")
            line.setToolTip(f"{spots.words(spot)}\n{same if is_same else different}")


def three_digits(number: float) -> str:
    """Three significant digits, written out: 1.39, 0.116, 13.9."""
    return (
        f"{number:.{max(2 - math.floor(math.log10(number)), 0)}f}" if 1e-3 < number < 1e4 else f"{number:.3g}"
    )
