"""The arrangements of the docks: which panels are shown, and how the room is shared."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

GATES, CURVES, FORWARD, PAD = (
    "gateDesignerDock",
    "activationCurvesDock",
    "forwardInspectorDock",
    "digitPadDock",
)
ARRANGEMENTS = {
    "arrangeAllAction": (GATES, CURVES, FORWARD, PAD),
    "arrangeGatesAction": (GATES,),
    "arrangeActivationsAction": (CURVES,),
    "arrangeForwardAction": (FORWARD,),
    "arrangeDrawAction": (PAD,),
}
_AREA = Qt.DockWidgetArea.LeftDockWidgetArea


def arrange(window: QMainWindow, docks: Mapping[str, QDockWidget], key: str) -> None:
    """Show the docks of this arrangement, and only those, docked and in their places.

    All docks have a place, also those that are not shown: one that is brought back later goes there.
    """
    layout = window.layout()
    if layout is None:  # a main window always has one
        return
    layout.setEnabled(False)  # or every step of this would size and paint all panels anew
    for dock in docks.values():
        dock.setFloating(False)
        window.removeDockWidget(dock)
    _two_by_two(window, docks)
    for name, dock in docks.items():
        dock.setVisible(name in ARRANGEMENTS[key])
    share_room(window, docks)  # only docks that are shown take a size
    layout.setEnabled(True)
    layout.activate()


def _two_by_two(window: QMainWindow, docks: Mapping[str, QDockWidget]) -> None:
    """Chapter 2 and 3.2 in the left column, the network and the pad in the wider right one."""
    gates, curves, forward, pad = (docks[name] for name in (GATES, CURVES, FORWARD, PAD))
    window.addDockWidget(_AREA, gates)
    window.splitDockWidget(gates, forward, Qt.Orientation.Horizontal)
    window.splitDockWidget(gates, curves, Qt.Orientation.Vertical)
    window.splitDockWidget(forward, pad, Qt.Orientation.Vertical)


def share_room(window: QMainWindow, docks: Mapping[str, QDockWidget]) -> None:
    """Give each dock that is shown its part of the window."""
    gates, curves, forward, pad = (docks[name] for name in (GATES, CURVES, FORWARD, PAD))
    width, height = window.width(), window.height()
    window.resizeDocks([gates, forward], [int(width * 0.42), int(width * 0.58)], Qt.Orientation.Horizontal)
    window.resizeDocks([gates, curves], [height // 2, height // 2], Qt.Orientation.Vertical)
    window.resizeDocks([forward, pad], [int(height * 0.54), int(height * 0.46)], Qt.Orientation.Vertical)
