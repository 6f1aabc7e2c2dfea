"""Dresses the window in a theme.

A style sheet on the window would polish, lay out and paint every widget of every panel in one go,
and the window would stand still for as long as that takes. So each bar and each dock wears its own,
and the window's own sheet never changes.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from gui import theme
from gui.theme import Theme


class Dressing:
    """Gives the theme to Qt and to the window's bars, and to any other widget that asks for it."""

    def __init__(self, app: QApplication, window: QWidget, bars: Sequence[QWidget]) -> None:
        self._app = app
        self._window = window
        self._bars = bars
        self._palette = QPalette()
        self._sheet = ""
        window.setStyleSheet(theme.WINDOW_SHEET)

    def put_on(self, chosen: Theme) -> None:
        """From now on this theme is worn: by the program and its bars at once, by others when they dress."""
        self._palette = theme.palette(chosen)
        self._sheet = theme.style_sheet(chosen)
        self._app.styleHints().setColorScheme(theme.scheme(chosen))
        self._app.setPalette(self._palette)
        tabs = self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for bar in (*self._bars, *tabs):
            self.dress(bar)

    def dress(self, widget: QWidget) -> None:
        """Give one widget what is worn now."""
        widget.ensurePolished()  # else a toolbar measures itself before it knows the sheet
        widget.setStyleSheet(self._sheet)  # puts back the palette of before
        widget.setPalette(self._palette)
