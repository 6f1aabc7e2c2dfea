"""The gate designer: wire perceptrons into circuits, and see what each of them thinks."""

from gui.panel import Panel, Tools
from gui.panels.gate_designer.panel import GateDesigner


def create(tools: Tools) -> Panel:
    return GateDesigner(tools)
