"""The widgets of the page with the curves, and how they are laid out in a large and in a small window."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.panel import Tools
from gui.panels.activation_curves.elided_button import ElidedButton
from gui.panels.activation_curves.model import DECIMALS, LIMIT
from gui.panels.activation_curves.plot import CurvesPlot
from gui.panels.activation_curves.steady import CARDS
from gui.panels.activation_curves.table import FunctionTable
from gui.panels.activation_curves.working import place_text
from gui.theme import LIGHT, STEP, Theme
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named
from gui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from gui.panels.activation_curves.large_form import LargeForm

translate = QCoreApplication.translate

_ROOMY_FROM = (900, 560)  # px: a page this large has room for cards and controls
_SIDE, _SCROLL_BAR, _FIELD = 288, 6, 80  # px: the widths of the column left of the plot, …


class CurvesWidgets:
    """`fit` lays them out in three columns where there is room: list and neuron, plot, cards. In the small
    form there is the plot with the list alone, and one sentence below."""

    def __init__(self, tools: Tools, page: QWidget) -> None:
        self._tools, self._page = tools, page
        self._theme = LIGHT
        self.is_roomy: bool | None = None
        self.plot = named(CurvesPlot(), "activationPlot")
        self.table = FunctionTable()
        self.probe_field = named(ProbeField(limit=LIMIT, step=0.1, decimals=DECIMALS), "probeSpin")
        self.probe_field.setFixedWidth(_FIELD)
        self.probe_label = QLabel("x =")
        self.probe_label.setBuddy(self.probe_field)
        self.readout = named(QLabel(), "probeReadout")
        self.readout.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hint = named(ElidedLabel(), "curvesHint")
        self.hint.setProperty("muted", True)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.derivatives = named(ElidedButton(), "curvesDerivativeToggle")
        self.shading = named(ElidedButton(), "curvesShadingToggle")
        for toggle in (self.derivatives, self.shading):
            toggle.setCheckable(True)
        self.reset = named(ElidedButton(), "curvesResetButton")
        self.sentence = named(QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop), "probeSentence")
        self.sentence.setProperty("muted", True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.sentence.setFixedHeight(2 * self.sentence.fontMetrics().lineSpacing())  # the plot stays as it is
        self._lay_out(page)

    @cached_property
    def large(self) -> "LargeForm":
        """Made when there is room for it: a start in a small form need not wait for it."""
        from gui.panels.activation_curves.large_form import LargeForm

        large = LargeForm(self._tools)
        self._side_column.insertWidget(1, large.neuron)
        self._side_column.insertWidget(2, large.signals)
        self._cards = _column(
            large.detail, large.briefs, large.comparison, large.landing, greedy=large.briefs
        )
        self._cards.setFixedWidth(CARDS)
        for part in (self._cards, large.own):
            part.setParent(self._page)
        large.retranslate()
        large.apply_theme(self._theme)
        return large

    @property
    def has_large(self) -> bool:
        return "large" in self.__dict__

    def _lay_out(self, page: QWidget) -> None:
        self._controls = QHBoxLayout()
        self._controls.setSpacing(STEP)
        for widget, stretch in (
            (self.probe_label, 0),
            (self.probe_field, 0),
            (self.readout, 1),
            (self.hint, 1),
            (self.derivatives, 0),
            (self.shading, 0),
            (self.reset, 0),
        ):
            self._controls.addWidget(widget, stretch)
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setWidget(self.table)
        self.table.laid_out.connect(self.fit_list)
        self._list.verticalScrollBar().setFixedWidth(_SCROLL_BAR)
        self._list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._side = _column(self._list, greedy=self._list, spacing=2 * STEP)
        self._side_column = cast("QVBoxLayout", self._side.layout())
        for part in (self.plot, self._side, self.sentence):
            part.setParent(page)  # also while it has no place there
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(STEP // 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(0, 1)
        self._arrange(roomy=False)

    def fit(self, size: QSize) -> bool:
        """Choose the form for this size. Has it changed?"""
        roomy = size.width() >= _ROOMY_FROM[0] and size.height() >= _ROOMY_FROM[1]
        if roomy == self.is_roomy:
            return False
        self._arrange(roomy=roomy)
        return True

    def _arrange(self, *, roomy: bool) -> None:
        self.is_roomy = roomy
        grid = self._grid
        only_large: list[QWidget] = [self.hint, self.shading]
        if roomy or self.has_large:
            large = self.large
            only_large += [large.own, self._cards, large.neuron, large.signals]
        placed: list[QWidget] = [self.plot, self._side, self.sentence, *only_large]
        for widget in placed:
            grid.removeWidget(widget)
        grid.removeItem(self._controls)
        grid.addWidget(self.plot, 0, 1)
        grid.addLayout(self._controls, 1, 1, 1, 1 if roomy else 2)
        if roomy:
            grid.addWidget(self._side, 0, 0, 3, 1)
            grid.addWidget(self.large.own, 2, 1)
            grid.addWidget(self._cards, 0, 2, 3, 1)
        else:
            grid.addWidget(self._side, 0, 2)
            grid.addWidget(self.sentence, 2, 1, 1, 2)
        grid.setColumnMinimumWidth(0, _SIDE if roomy else 0)
        for widget in only_large:
            widget.setVisible(roomy)
        for widget in (self.sentence, self.readout):
            widget.setVisible(not roomy)
        self.table.set_detailed(roomy)
        self.fit_list()
        self._name_toggles()

    def fit_list(self) -> None:
        """Give the list the room that its rows need, and no more."""
        wanted = self.table.sizeHint()
        self._list.setMaximumHeight(wanted.height())
        self._list.setFixedWidth(max(wanted.width(), _SIDE if self.is_roomy else 0) + _SCROLL_BAR)

    @Slot(str)
    def show_hint(self, under_mouse: str = "") -> None:
        """What can be done with what is under the mouse."""
        self.hint.setText(
            {
                "pull": translate("activation_curves", "Drag the curve sideways: b. With Shift: w."),
                "turn": translate("activation_curves", "Drag the end of the tangent: w. The curve turns."),
            }.get(
                under_mouse,
                translate("activation_curves", "Drag line or curve. Wheel: zoom."),
            )
        )

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.plot.apply_theme(theme)
        self.table.apply_theme(theme)
        if self.has_large:
            self.large.apply_theme(theme)

    def retranslate(self) -> None:
        self.plot.setAccessibleName(translate("activation_curves", "Plot of the activation functions"))
        self.probe_label.setToolTip(translate("activation_curves", "Where the probe stands"))
        self.probe_field.setAccessibleName(translate("activation_curves", "Place of the probe, x"))
        self.derivatives.setAccessibleName(translate("activation_curves", "Derivatives"))
        self.derivatives.setToolTip(
            translate("activation_curves", "Draw the slope h′ of each function as a dashed line (D)")
        )
        self.shading.setText(translate("activation_curves", "Flat parts"))
        self.shading.setToolTip(
            translate(
                "activation_curves",
                "Shade where the explained function has less than 1 % of its greatest slope, or none (F)",
            )
        )
        self.reset.setText(translate("activation_curves", "Whole view"))
        self.reset.setToolTip(
            translate("activation_curves", "See x from −6 to 6 again, as a double click in the plot does")
        )
        self.show_hint()
        self._name_toggles()
        self.table.retranslate()
        if self.has_large:
            self.large.retranslate()
        self.fit_list()

    def _name_toggles(self) -> None:
        self.derivatives.setText(translate("activation_curves", "h′ Derivatives") if self.is_roomy else "h′")


class ProbeField(NumberField):
    """Writes the place as the formulas and the flag do: 1.20."""

    def textFromValue(self, value: float) -> str:
        return place_text(value)


def _column(*widgets: QWidget, greedy: QWidget, spacing: int = STEP) -> QWidget:
    """One below the other; one of them gets what room it can use."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget, 100 if widget is greedy else 0)
    layout.addStretch(1)
    return column
