"""The panels, one package each. They are listed here by name and imported when first shown."""

from dataclasses import dataclass
from importlib import import_module

from gui.i18n import QT_TRANSLATE_NOOP
from gui.panel import Panel, Tools


@dataclass(frozen=True)
class PanelSpec:
    """`key` is the package; `dock` the object name of its dock; title and hint are English, for `tr`."""

    key: str
    dock: str
    title: str
    hint: str


PANELS = (
    PanelSpec(
        "gate_designer",
        "gateDesignerDock",
        QT_TRANSLATE_NOOP("panels", "Gate designer"),
        QT_TRANSLATE_NOOP("panels", "Chapter 2: a perceptron decides by a line"),
    ),
    PanelSpec(
        "activation_curves",
        "activationCurvesDock",
        QT_TRANSLATE_NOOP("panels", "Activation curves"),
        QT_TRANSLATE_NOOP("panels", "3.2: how a sum becomes a signal"),
    ),
    PanelSpec(
        "forward_inspector",
        "forwardInspectorDock",
        QT_TRANSLATE_NOOP("panels", "Forward pass"),
        QT_TRANSLATE_NOOP("panels", "3.4: a batch goes through the network"),
    ),
    PanelSpec(
        "digit_pad",
        "digitPadDock",
        QT_TRANSLATE_NOOP("panels", "Draw a digit"),
        QT_TRANSLATE_NOOP("panels", "3.6: your own hand, read by the network"),
    ),
)


def build(spec: PanelSpec, tools: Tools) -> Panel:
    """Import the panel's package and make the panel."""
    panel = import_module(f"gui.panels.{spec.key}").create(tools)
    if not isinstance(panel, Panel):
        raise TypeError(f"{spec.key} did not make a panel")
    return panel
