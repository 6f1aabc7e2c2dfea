"""The gate designer: a sheet to wire perceptrons on, and four ways to see what they think."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from gui.panel import Panel, Tools
from gui.panels.gate_designer.arrangement import PAGES, Page, arrange
from gui.panels.gate_designer.carried import block_from_mime
from gui.panels.gate_designer.circuit_section import CircuitSection
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.files import SUFFIX, CircuitFiles
from gui.panels.gate_designer.keeping import design_from, work_of
from gui.panels.gate_designer.phrases import so_what
from gui.panels.gate_designer.region_plane import RegionPlane
from gui.panels.gate_designer.section import Section
from gui.theme import LIGHT, Theme
from gui.widgets.named import named
from gui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from gui.panels.gate_designer.goal_row import GoalRow
    from gui.panels.gate_designer.learning import Learning
    from gui.panels.gate_designer.library import Library
    from gui.panels.gate_designer.morph import Morph
    from gui.panels.gate_designer.truth_table import TruthTableView
    from gui.panels.gate_designer.weight_space import WeightSpace

translate = QCoreApplication.translate
View = TypeVar("View", bound=QWidget)

_SAID_MS = 4000  # how long it is said that something was saved or copied
_LEAST = QSize(430, 250)


class GateDesigner(Panel):
    """Puts the views of one Designer side by side, or on pages where there is little room."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.setAcceptDrops(True)
        self.designer = designer = Designer(tools.undo, self)
        self.tabs = Tabs(PAGES, "gate", self)  # here, since what is made first comes first for the keyboard
        self.circuit = CircuitSection(designer, self)
        self.table = self._section("gateTableSection")
        self.library_section = self._section("gateLibrarySection")
        self.plane_section = self._section("gatePlaneSection")
        self.plane = RegionPlane(designer, jobs=tools.jobs)
        self.plane_section.content.addWidget(self.plane, 1)
        self.lab_tabs = Tabs(("weights", "learning"), "gate", self)
        self.sentence = named(QLabel(self, wordWrap=True), "gateSentenceLabel")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.files = CircuitFiles(designer, tools, self)
        self._page: Page = "circuit"
        self._lab: Page = "weights"
        self._theme = LIGHT
        self._views: list[QWidget] = [self.plane]
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(_SAID_MS)
        self._connect()

    def _section(self, name: str) -> Section:
        return Section(name, self)

    def _connect(self) -> None:
        self.designer.changed.connect(self._write)
        self.circuit.wanted.connect(self._do)
        self.tabs.chosen.connect(self._choose_page)
        self.lab_tabs.chosen.connect(self._choose_page)
        self.session.functions_changed.connect(self._offer_functions)
        self.files.said.connect(self._say)
        self._said.timeout.connect(self._write)

    # All pages but the first are made when they are first asked for: a start need not wait for them

    @cached_property
    def goals(self) -> "GoalRow":
        from gui.panels.gate_designer.goal_row import GoalRow

        row = self._furnished(GoalRow(self.designer))
        self.table.set_header(row)
        return row

    @cached_property
    def truth_table(self) -> "TruthTableView":
        from gui.panels.gate_designer.truth_table import TruthTableView

        view = self._furnished(TruthTableView(self.designer))
        self.table.content.addWidget(view, 1)
        return view

    @cached_property
    def library(self) -> "Library":
        from gui.panels.gate_designer.library import Library

        chips = self._furnished(Library(self.designer))
        self.library_section.content.addWidget(chips, 1)
        return chips

    @cached_property
    def morph(self) -> "Morph":
        from gui.panels.gate_designer.morph import Morph

        slider = self._furnished(Morph(self.designer))
        slider.offer(self.session.functions)
        self.library_section.content.addWidget(slider)
        return slider

    @cached_property
    def weights(self) -> "WeightSpace":
        from gui.panels.gate_designer.weight_space import WeightSpace

        return self._furnished(WeightSpace(self.designer, self))

    @cached_property
    def learning(self) -> "Learning":
        from gui.panels.gate_designer.learning import Learning

        card = self._furnished(Learning(self.designer, self))
        card.proof_wanted.connect(self.plane.show_proof)
        card.trail_changed.connect(self.plane.show_trail)
        card.row_looked_at.connect(self.plane.mark_row)
        return card

    def _furnished(self, view: View) -> View:
        self._views.append(view)
        cast("Any", view).retranslate()
        cast("Any", view).apply_theme(self._theme)
        return view

    # The panel's duties

    def retranslate(self) -> None:
        self.circuit.retranslate()
        for view in self._views:
            cast("Any", view).retranslate()
        for section, title, hint in (
            (self.table, translate("gate_designer", "Truth table"), ""),
            (self.library_section, translate("gate_designer", "Gates"), ""),
            (
                self.plane_section,
                translate("gate_designer", "Plane"),
                translate("gate_designer", "● wanted 1 · □ wanted 0 · ✕ wrong · drag line and arrow"),
            ),
        ):
            section.title.setText(title)
            section.hint.setText(hint)
        titles = {
            "circuit": translate("gate_designer", "Circuit"),
            "table": translate("gate_designer", "Truth table"),
            "library": translate("gate_designer", "Gates"),
            "weights": translate("gate_designer", "Weight space"),
            "learning": translate("gate_designer", "Learning"),
        }
        for tabs in (self.tabs, self.lab_tabs):
            for name, button in tabs.buttons.items():
                button.setText(titles[name])
        self._write()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.circuit.apply_theme(theme)
        for view in self._views:
            cast("Any", view).apply_theme(theme)

    def work(self) -> dict[str, Any]:
        return {**work_of(self.designer.design), "page": self._page, "lab": self._lab}

    def restore(self, work: dict[str, Any]) -> None:
        if work.get("page") in PAGES:
            self._page = work["page"]
        if work.get("lab") in ("weights", "learning"):
            self._lab = work["lab"]
        self.designer.forget_focus()
        self.designer.take(design_from(work))
        self._place()

    # What the learner does

    @Slot(str)
    def _choose_page(self, page: Page) -> None:
        self._page = page
        if page in ("weights", "learning"):
            self._lab = page
        self._place()

    @Slot()
    def _offer_functions(self) -> None:
        if "morph" in self.__dict__:  # else it will ask for them when it is made
            self.morph.offer(self.session.functions)

    @Slot(str)
    def _do(self, name: str) -> None:
        self.files.do(name, self._theme, self.truth_table.table_text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_G and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.circuit.ask_for_block()
        elif event.key() == Qt.Key.Key_T and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.designer.show_threshold(not self.designer.design.as_threshold)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped_file(event) or block_from_mime(event.mimeData(), self.designer) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := self._dropped_file(event)) is not None:
            self.files.open(path)
        elif (block := block_from_mime(event.mimeData(), self.designer)) is not None:
            place = self.circuit.place_under(self.circuit.mapFrom(self, event.position().toPoint()))
            self.designer.add_block(block, place)
        event.acceptProposedAction()

    def _dropped_file(self, event: QDropEvent) -> Path | None:
        """A circuit. Weights and data are for the window."""
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        paths = [Path(url.toLocalFile()) for url in urls]
        return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == SUFFIX else None

    # Showing

    @Slot()
    def _write(self) -> None:
        if not self._said.isActive():
            self.sentence.setText(so_what(self.designer))

    @Slot(str)
    def _say(self, text: str) -> None:
        self.sentence.setText(text)
        self._said.start()

    def minimumSizeHint(self) -> QSize:
        return _LEAST

    def sizeHint(self) -> QSize:
        return QSize(560, 330)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        places = arrange(self.width(), self.height(), self._page, self._lab)
        for place, names in (
            (places.table, ("goals", "truth_table")),
            (places.library, ("library", "morph")),
        ):
            for name in names if not place.isEmpty() else ():
                getattr(self, name)  # made now, if it was never shown
        for section in (self.circuit, self.table, self.library_section, self.plane_section):
            section.set_compact(places.compact)
        self.tabs.show_page(self._page)
        self.lab_tabs.show_page(self._lab)
        pages: dict[QWidget, QRect] = {}
        for name, place in (("weights", places.weights), ("learning", places.learning)):
            if not place.isEmpty() or name in self.__dict__:  # there already, or wanted now
                pages[getattr(self, name)] = place
        for widget, place in (
            (self.tabs, places.tabs),
            (self.circuit, places.circuit),
            (self.table, places.table),
            (self.library_section, places.library),
            (self.plane_section, places.plane),
            (self.lab_tabs, places.lab_tabs),
            (self.sentence, places.sentence),
            *pages.items(),
        ):
            widget.setVisible(not place.isEmpty())
            if not place.isEmpty():
                widget.setGeometry(place)
