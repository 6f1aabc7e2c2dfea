"""The gate designer: what one perceptron with two inputs decides, and what two layers of them decide."""

from gui.panel import Panel, Tools
from gui.panels.gate_designer.panel import GateDesigner


def create(tools: Tools) -> Panel:
    return GateDesigner(tools)
