"""Where the sums of a layer land on the function that is explained, in numbers."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from core.landing import Landing
from gui.panels.activation_curves import texts
from gui.panels.activation_curves.landing_signals import Layer
from gui.panels.activation_curves.steady import steady
from gui.theme import STEP
from gui.widgets.card import Card
from gui.widgets.named import named
from gui.widgets.text import exact_text

translate = QCoreApplication.translate

_NUMBER = 80  # px
_NAMES = ("left", "right", "flat", "missing", "dead")


class LandingCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = {name: QLabel() for name in _NAMES}
        self.numbers = {name: _number(f"landing_{name}") for name in _NAMES}
        grid = QGridLayout()
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(2)
        for place, name in enumerate(_NAMES):
            word = self._words[name]
            word.setProperty("muted", True)
            word.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(word, place, 0)
            grid.addWidget(self.numbers[name], place, 1)
        grid.setColumnStretch(0, 1)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.title.setMinimumWidth(0)
        self.content.setSpacing(STEP // 2)
        self.content.addLayout(grid)

    def show_landing(self, layer: Layer, found: Landing, key: str) -> None:
        self.title.setText(
            translate("activation_curves", "{sums} on {name}").format(
                sums=texts.sums(layer.number), name=texts.name(key)[:18]
            )
        )
        self.hint.setText(
            translate("activation_curves", "{examples} × {units} sums").format(
                examples=len(layer.sums), units=layer.units
            )
        )
        shares = {"left": found.share_low, "right": found.share_high, "flat": found.share_flat}
        shares["missing"] = found.share_missing
        for widget in (self._words["missing"], self.numbers["missing"]):
            widget.setVisible(found.share_missing > 0)
        for name, share in shares.items():
            self.numbers[name].setText(f"<b>{texts.percent_number(share)}</b>")
            self.numbers[name].setToolTip(exact_text(share))
        dead = int(found.dead.sum())
        self.numbers["dead"].setText(f"<b>{dead}</b> / {layer.units}")

    def retranslate(self) -> None:
        words = {
            "left": (
                translate("activation_curves", "saturated on the left"),
                translate("activation_curves", "Left of the steepest place, with less than 1 % of its slope"),
            ),
            "right": (
                translate("activation_curves", "saturated on the right"),
                translate(
                    "activation_curves", "Right of the steepest place, with less than 1 % of its slope"
                ),
            ),
            "flat": (
                translate("activation_curves", "of these with slope 0"),
                translate("activation_curves", "The slope there is exactly 0: nothing comes back"),
            ),
            "missing": (
                translate("activation_curves", "without a value"),
                translate("activation_curves", "The function has no value or no slope there: nan"),
            ),
            "dead": (
                translate("activation_curves", "dead units in this batch"),
                translate("activation_curves", "Units whose slope is 0 for every image of the batch"),
            ),
        }
        for name, (text, tip) in words.items():
            self._words[name].setText(text)
            self._words[name].setToolTip(tip)


def _number(name: str) -> QLabel:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    return steady(named(QLabel(alignment=right), name), _NUMBER)
