"""The forward pass, step by step: section 3.4 of the book on a batch of real digits."""

from gui.panel import Panel, Tools


def create(tools: Tools) -> Panel:
    """Make the panel."""
    from gui.panels.forward_inspector.panel import ForwardInspector

    return ForwardInspector(tools)
