"""Activation curves: any of the functions with their slopes, and a probe that reads them off."""

from gui.panel import Panel, Tools
from gui.panels.activation_curves.panel import ActivationCurves


def create(tools: Tools) -> Panel:
    return ActivationCurves(tools)
