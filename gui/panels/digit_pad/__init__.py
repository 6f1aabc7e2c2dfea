"""The pad: draw a digit and see at once what the network makes of it."""

from gui.panel import Panel, Tools


def create(tools: Tools) -> Panel:
    from gui.panels.digit_pad.panel import DigitPad

    return DigitPad(tools)
