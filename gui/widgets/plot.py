"""The one plot of the program: pyqtgraph in paper and ink."""

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from gui.theme import LIGHT, SMALL, Theme, font

pg.setConfigOptions(imageAxisOrder="row-major", antialias=True)


class Plot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A plot with quiet axes. Items are made once and updated with setData."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, enableMenu=False)
        self.setAcceptDrops(False)  # a file dropped here is for the window
        self.viewport().setAcceptDrops(False)
        self.hideButtons()
        self.showGrid(x=True, y=True, alpha=0.12)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setStyle(tickFont=font(SMALL - 1), tickLength=0)
            # Painting a grid takes 10 ms; kept as a picture, it costs nothing while other things move.
            axis.setCacheMode(axis.CacheMode.DeviceCoordinateCache)
        self.theme = LIGHT

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of this theme. A subclass colours its own items, too."""
        self.theme = theme
        self.setBackground(theme.card)
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(theme.line))
            axis.setTextPen(pg.mkPen(theme.muted))
