"""What only the large form of the curves has: neuron, signals, a line for own functions, and cards."""

from core.landing import Landing
from gui.panel import Tools
from gui.panels.activation_curves.comparison import KEYS, Comparison
from gui.panels.activation_curves.detail import Briefs, Detail
from gui.panels.activation_curves.function_editor import FunctionEditor
from gui.panels.activation_curves.landing_card import LandingCard
from gui.panels.activation_curves.landing_choice import SignalsChoice
from gui.panels.activation_curves.landing_signals import Layer
from gui.panels.activation_curves.model import Curves
from gui.panels.activation_curves.neuron_controls import NeuronControls
from gui.theme import Theme


class LargeForm:
    """Made when there is room for it for the first time."""

    def __init__(self, tools: Tools) -> None:
        self.neuron = NeuronControls()
        self.signals = SignalsChoice()
        self.own = FunctionEditor(tools)
        self.detail = Detail(tools.jobs)
        self.briefs = Briefs(tools.jobs)
        self.comparison = Comparison()
        self.landing = LandingCard()

    def show_state(self, state: Curves) -> None:
        self.neuron.show_neuron(state.neuron)
        self.detail.show_state(state)
        self.comparison.setVisible(set(KEYS) <= set(state.shown) and state.focus in KEYS)
        self.comparison.show_neuron(state.neuron)
        self.briefs.show_state(state)

    def show_landing(self, layer: Layer | None, found: Landing | None, key: str) -> None:
        self.landing.setVisible(layer is not None and found is not None and bool(key))
        if layer is not None and found is not None and key:
            self.landing.show_landing(layer, found, key)

    def apply_theme(self, theme: Theme) -> None:
        for part in (self.own, self.detail, self.briefs, self.comparison):
            part.apply_theme(theme)

    def retranslate(self) -> None:
        for part in (self.neuron, self.signals, self.own, self.comparison, self.landing):
            part.retranslate()
