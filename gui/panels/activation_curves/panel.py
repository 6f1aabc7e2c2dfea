"""The activation lab: four benches behind tabs, and what can be kept of the one that is shown."""

from importlib import import_module
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from gui.panel import Panel, Tools
from gui.panels.activation_curves.keep import Keep
from gui.panels.activation_curves.page import Page
from gui.theme import LIGHT, STEP, Theme
from gui.widgets.named import named
from gui.widgets.tabs import Tabs

translate = QCoreApplication.translate

# Where each page is: it is fetched when it is first looked at, and a start need not wait for the others.
PAGES = {
    "curves": ("curves_page", "CurvesPage"),
    "layers": ("layers_page", "LayersPage"),
    "softmax": ("softmax_page", "SoftmaxPage"),
    "output": ("output_page", "OutputPage"),
}


class ActivationCurves(Panel):
    """Shows one page at a time, and that one on which something was just undone."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._theme = LIGHT
        self._pages: dict[str, Page] = {}
        self._kept: dict[str, Any] = {}  # for pages that were not made yet
        self._shown = "curves"
        self.tabs = Tabs(tuple(PAGES), "lab", self)
        self.keep = Keep(tools.messages, self)
        self._stack = named(QStackedWidget(self), "labPages")
        self._header = QHBoxLayout()
        self._header.setSpacing(STEP)
        self._header.addWidget(self.tabs)
        self._header.addWidget(self.keep, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(self._header)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self.show_page)

    def pages(self) -> tuple[str, ...]:
        return tuple(PAGES)

    def page(self, name: str) -> Page:
        """The page of this name. It is made now, if it was never looked at."""
        if name not in self._pages:
            module, kind = PAGES[name]
            page = cast("Page", getattr(import_module(f"{__package__}.{module}"), kind)(self.tools))
            page.restore(_section(self._kept, name))
            page.retranslate()
            page.apply_theme(self._theme)
            page.edited.connect(self._show_edited)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    @Slot(str)
    def show_page(self, name: str) -> None:
        self._shown = name
        self._stack.setCurrentWidget(self.page(name))
        self.keep.set_page(self.page(name))
        self.tabs.show_page(name)

    @Slot()
    def _show_edited(self) -> None:
        """Nothing is undone behind one's back."""
        for name, page in self._pages.items():
            if page is self.sender() and name != self._shown:
                self.show_page(name)

    # The panel's duties

    def retranslate(self) -> None:
        titles = {
            "curves": translate("activation_curves", "Curves"),
            "layers": translate("activation_curves", "Layers"),
            "softmax": translate("activation_curves", "Softmax"),
            "output": translate("activation_curves", "Output layer"),
        }
        for name, button in self.tabs.buttons.items():
            button.setText(titles[name])
        self.keep.retranslate()
        for page in self._pages.values():
            page.retranslate()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for page in self._pages.values():
            page.apply_theme(theme)

    def work(self) -> dict[str, Any]:
        made = {name: page.work() for name, page in self._pages.items()}
        return {**self._kept, **made, "page": self._shown}

    def restore(self, work: dict[str, Any]) -> None:
        self._kept = {name: _section(work, name) for name in PAGES}
        for name, page in self._pages.items():
            page.restore(self._kept[name])
        page_name = work.get("page")
        self.show_page(page_name if page_name in PAGES else self._shown)

    def minimumSizeHint(self) -> QSize:
        """That of the small form: in a roomy one, the dock can still be made smaller."""
        return QSize(360, 250)


def _section(work: dict[str, Any], name: str) -> dict[str, Any]:
    section = work.get(name)
    return section if isinstance(section, dict) else {}
