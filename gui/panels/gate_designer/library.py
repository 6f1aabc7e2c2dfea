"""The gates of the library and the learner's own blocks, to build anew or to use in the present circuit."""

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from core.circuit_edits import free_place
from core.gates import LIBRARY, gate
from gui.panels.gate_designer import names
from gui.panels.gate_designer.carried import own_block, payload_of_gate, payload_of_own
from gui.panels.gate_designer.chips import DRESSES, Chip, Dress, flow
from gui.panels.gate_designer.design import MOST_INPUTS
from gui.panels.gate_designer.designer import Designer
from gui.theme import LIGHT, Theme, font
from gui.widgets.elided import ElidedLabel
from gui.widgets.named import named
from gui.widgets.text import plain_tip

translate = QCoreApplication.translate

BUILD, ADD, OPEN, FORGET = "build", "add", "open", "forget"


class Library(QWidget):
    """Chips in rows. A switch says what a click does: replace the circuit, or add a block to it (then each
    chip has a plus). Shift does the other of both; a chip can be dragged onto the sheet; its menu has all.

    Where the learner's own blocks do not fit as chips, they are in a menu.
    """

    def __init__(self, designer: Designer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gateLibrary")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._designer = designer
        self._theme = LIGHT
        self.replace_button = self._switch("gateReplaceButton", Chip(self, end="left"))
        self.add_button = self._switch("gateAddButton", Chip(self, end="right"))
        self.replace_button.setChecked(True)
        self.nand_button = self._switch("gateNandOnlyButton", Chip(self))
        self.chips = {key: self._gate_chip(key) for key in LIBRARY}
        self.own: dict[str, Chip] = {}
        self._own_label = named(ElidedLabel("", self), "gateOwnLabel")
        self._own_label.setProperty("muted", True)
        self.own_button = named(Chip(self), "gateMyBlocksButton")
        self.own_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.own_menu = QMenu(self.own_button)
        self.own_button.setMenu(self.own_menu)
        self.menu = named(QMenu(self), "gateChipMenu")
        for menu in (self.menu, self.own_menu):
            menu.triggered.connect(self._do_action)
        self.own_menu.aboutToShow.connect(self._fill_own_menu)
        designer.changed.connect(self._show)

    def _switch(self, name: str, chip: Chip) -> Chip:
        chip.setCheckable(True)
        chip.clicked.connect(self._click_switch)
        return named(chip, name)

    def _gate_chip(self, key: str) -> Chip:
        chip = named(
            Chip(self, payload=payload_of_gate(key, nand_only=self.nand_only)),
            f"gate{names.object_stem(key)}Button",
        )
        chip.setCheckable(True)
        chip.clicked.connect(self._click_gate)
        chip.menu_wanted.connect(self._open_menu)
        return chip

    @property
    def nand_only(self) -> bool:
        return self.nand_button.isChecked()

    @property
    def adds(self) -> bool:
        """Whether a click adds a block, in place of building anew."""
        return self.add_button.isChecked()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for chip in self.findChildren(Chip):
            chip.apply_theme(theme)

    def sizeHint(self) -> QSize:
        return QSize(360, 148)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 88)

    # What is clicked

    @Slot()
    def _click_switch(self) -> None:
        sender = self.sender()
        if sender is self.nand_button:
            self._set_nand_only(not self.nand_only)
        else:
            self.add_button.setChecked(sender is self.add_button)
            self.replace_button.setChecked(sender is self.replace_button)
            self._say_what_clicks_do()

    def _set_nand_only(self, wanted: bool) -> None:
        """A circuit of the library that nobody has changed yet is built again at once."""
        key = self._present_key()
        untouched = key and self._designer.circuit == gate(key, self.nand_only)
        self._show_nand_only(wanted)
        if untouched:
            self._designer.load_gate(key, nand_only=wanted)

    @Slot()
    def _click_gate(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            key = next(key for key, each in self.chips.items() if each is chip)
            self._do(ADD if self.adds != chip.with_shift else BUILD, "gate", key)

    @Slot()
    def _click_own(self) -> None:
        for name, chip in tuple(self.own.items()):  # it may be off the shelf since it was pressed
            if chip is self.sender():
                self._do(ADD, "block", name)

    @Slot(QAction)
    def _do_action(self, action: QAction) -> None:
        self._do(*action.data())

    def _do(self, what: str, kind: str, name: str) -> None:
        """Build, add, open or forget a gate of the library or one of the learner's own blocks."""
        if what == FORGET:
            self._designer.forget_block(name)
            return
        if what == BUILD:
            self._designer.load_gate(name, nand_only=self.nand_only)
            return
        block = gate(name, self.nand_only) if kind == "gate" else own_block(self._designer, name)
        if block is None:
            return
        if what == ADD:
            circuit = self._designer.circuit  # under its last nodes, near the outputs
            column = max((node.at.column for node in circuit.nodes), default=1.0)
            self._designer.add_block(block, free_place(circuit, column))
        else:
            text = translate("gate_designer", "open {name}").format(name=name)
            self._designer.load_circuit(block, text)

    # Menus

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        chip = self.sender()
        self.menu.clear()
        for key, each in self.chips.items():
            if each is chip:
                self._add(self.menu, translate("gate_designer", "Build this circuit"), BUILD, "gate", key)
                self._add(self.menu, translate("gate_designer", "Add as a block"), ADD, "gate", key)
        for name, each in self.own.items():
            if each is chip:
                self._add_own(self.menu, name)
        self.menu.popup(place)

    @Slot()
    def _fill_own_menu(self) -> None:
        for old in self.own_menu.findChildren(QMenu):
            old.deleteLater()
        self.own_menu.clear()
        for name in self.own:
            inner = QMenu(name.replace("&", "&&"), self.own_menu)
            self.own_menu.addMenu(inner)
            self._add_own(inner, name)

    def _add_own(self, menu: QMenu, name: str) -> None:
        block = own_block(self._designer, name)
        self._add(menu, translate("gate_designer", "Add as a block"), ADD, "block", name)
        opens = self._add(menu, translate("gate_designer", "Open as a circuit"), OPEN, "block", name)
        opens.setEnabled(block is not None and 1 <= len(block.inputs) <= MOST_INPUTS)
        self._add(menu, translate("gate_designer", "Remove from my blocks"), FORGET, "block", name)

    def _add(self, menu: QMenu, text: str, what: str, kind: str, name: str) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(f"gateChip{what.title()}Action")
        action.setData((what, kind, name))
        return action

    # Showing

    def retranslate(self) -> None:
        self.replace_button.setText(translate("gate_designer", "Replace"))
        self.replace_button.setToolTip(
            translate("gate_designer", "A click on a gate builds it on an empty sheet (with Shift: adds it)")
        )
        self.add_button.setText(translate("gate_designer", "Add as block"))
        self.add_button.setToolTip(
            translate("gate_designer", "A click on a gate puts it into the present circuit, as a block")
        )
        self.nand_button.setText(translate("gate_designer", "NAND only"))
        self.nand_button.setToolTip(
            translate("gate_designer", "Build every gate out of nothing but NAND, as a computer could be")
        )
        for key, chip in self.chips.items():
            chip.setText(names.gate_name(key))
        for chip in (self.replace_button, self.add_button, self.nand_button):
            chip.setAccessibleName(chip.text())
            chip.setAccessibleDescription(chip.toolTip())
        for name, chip in self.own.items():
            self._describe(chip, name, adds=True)
        self._say_what_clicks_do()
        self._show()
        self._place()

    @Slot()
    def _show(self) -> None:
        """Light what the circuit is now. Nothing moves, unless there are other blocks on the shelf."""
        present = self._present_key()
        self._follow_nand_only(present)
        for key, chip in self.chips.items():
            chip.setChecked(key == present)
        if [block.name for block in self._designer.design.blocks] != list(self.own):
            self._make_own_chips()
            self._place()

    def _say_what_clicks_do(self) -> None:
        for key, chip in self.chips.items():
            chip.set_adds(self.adds)
            self._describe(chip, names.gate_name(key), adds=self.adds)

    def _describe(self, chip: Chip, name: str, *, adds: bool) -> None:
        text = (
            translate("gate_designer", "Add {gate} as a block, or drag it onto the sheet")
            if adds
            else translate("gate_designer", "Build {gate}. Drag it onto the sheet to add it as a block")
        )
        chip.setAccessibleName(name)
        chip.setAccessibleDescription(text.format(gate=name))
        chip.setToolTip(plain_tip(text.format(gate=name)))

    def _present_key(self) -> str:
        return names.library_key(len(self._designer.circuit.inputs), self._designer.table.outputs)

    def _follow_nand_only(self, present: str) -> None:
        """The toggle says what the sheet is, where it is one of the two circuits of the library."""
        if present and gate(present, True) != gate(present, False):
            for of_nand in (False, True):
                if self._designer.circuit == gate(present, of_nand):
                    self._show_nand_only(of_nand)

    def _show_nand_only(self, nand_only: bool) -> None:
        if nand_only != self.nand_only:
            self.nand_button.setChecked(nand_only)
            for key, chip in self.chips.items():
                chip.payload = payload_of_gate(key, nand_only=nand_only)

    def _make_own_chips(self) -> None:
        """A chip for each block on the shelf; those that are there already stay."""
        wanted = [block.name for block in self._designer.design.blocks]
        for name in [name for name in self.own if name not in wanted]:
            self.own.pop(name).deleteLater()
        self.own = {name: self.own.get(name) or self._own_chip(name) for name in wanted}

    def _own_chip(self, name: str) -> Chip:
        chip = named(Chip(self, payload=payload_of_own(name)), f"gateBlock_{name}")
        chip.setText(name.replace("&", "&&"))
        chip.set_adds(True)
        chip.apply_theme(self._theme)
        chip.clicked.connect(self._click_own)
        chip.menu_wanted.connect(self._open_menu)
        self._describe(chip, name, adds=True)
        return chip

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """As large as it goes; own blocks as chips where there is room, else in a menu."""
        count = len(self.own)
        self._own_label.setText(translate("gate_designer", "My blocks") if count else self._own_hint())
        self.own_button.setText(translate("gate_designer", "My blocks ({count})").format(count=count))
        self.own_button.setAccessibleName(self.own_button.text())
        tries = [(dress, False) for dress in DRESSES[:-1]] + [(dress, True) for dress in DRESSES]
        for dress, in_menu in tries if count else tries[: len(DRESSES) - 1] + tries[-1:]:
            shown = self._shown(dress, in_menu=in_menu)
            flat = [widget for group in shown for widget, _ in group]
            sizes = [[(_size(widget, dress), gap) for widget, gap in group] for group in shown]
            places, height = flow(sizes, self.width(), dress)
            if height <= self.height():
                break
        for widget in (*self.chips.values(), *self.own.values(), self._own_label, self.own_button):
            widget.setVisible(widget in flat)
        for widget, place in zip(flat, places, strict=True):
            widget.setGeometry(place)

    def _own_hint(self) -> str:
        return translate("gate_designer", "Blocks that you make will stand here.")

    def _shown(self, dress: Dress, *, in_menu: bool) -> list[list[tuple[QWidget, int]]]:
        """What stands in which group, with the distance to the one before it."""
        for chip in (*self.chips.values(), *self.own.values(), self.own_button):
            chip.set_dress(dress)
        for chip in (self.replace_button, self.add_button, self.nand_button):
            chip.set_dress(dress)
        self._own_label.setFont(font(dress.letters))
        switch = [(self.replace_button, 0), (self.add_button, -1), (self.nand_button, dress.gap)]
        own: list[tuple[QWidget, int]] = [(self._own_label, 0)]
        if self.own and in_menu:
            own = [(self.own_button, 0)]
        elif self.own:
            own += [(chip, dress.gap) for chip in self.own.values()]
        elif in_menu:
            own = []
        return [[*switch], [(chip, dress.gap) for chip in self.chips.values()], own]


def _size(widget: QWidget, dress: Dress) -> QSize:
    return QSize(widget.sizeHint().width(), dress.height)
