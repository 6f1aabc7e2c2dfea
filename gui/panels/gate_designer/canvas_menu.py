"""The menu of a part on the canvas: all that keys and double clicks do, where everybody looks for it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu

from core.circuit import Block, Input, Part, Unit
from gui.panels.gate_designer import clipboard
from gui.widgets.named import named

if TYPE_CHECKING:
    from gui.panels.gate_designer.canvas import Canvas

translate = QCoreApplication.translate


class CanvasMenu:
    """Opens at the mouse, or with the menu key at the part that has the ring."""

    def __init__(self, canvas: "Canvas") -> None:
        self._canvas = canvas
        self._designer = canvas.designer
        self.menu = named(QMenu(canvas), "gateCanvasMenu")
        self._doing: dict[str, Callable[[], object]] = {}  # by the name of the entry
        self._kinds: dict[str, type[Part]] = {}  # of the parts that were there when it was opened
        self.menu.triggered.connect(self._do)

    def open(self, event: QContextMenuEvent) -> None:
        canvas = self._canvas
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        key = canvas.current if by_key else canvas.part_at(QPointF(event.pos()))
        self.menu.clear()
        self._doing.clear()
        self._kinds = self._present_kinds()
        place = event.globalPos()
        if key in self._designer.circuit.parts:
            if key not in self._designer.selection:
                self._designer.select([key])
            if by_key:
                place = canvas.mapToGlobal(canvas.place_of_name(key).bottomLeft().toPoint())
            self._fill_for(self._designer.circuit.parts[key])
        else:
            self._fill_for_sheet(event.pos())
        self.menu.popup(place)

    def _fill_for(self, part: Part) -> None:
        canvas, key = self._canvas, part.key
        if isinstance(part, Input):
            flip = partial(self._flip, part)
            self._add("gatePartFlip", translate("gate_designer", "Flip"), flip, "Space")
        elif isinstance(part, Unit):
            change = partial(canvas.edit_number, key, None)
            spelling = "θ" if self._designer.design.as_threshold else "b"
            text = translate("gate_designer", "Change {number}").format(number=spelling)
            self._add("gatePartNumber", text, change, "Enter")
            self._add_spelling()
        text = translate("gate_designer", "Rename")
        self._add("gatePartRename", text, partial(canvas.rename_part, key), "F2")
        self._add_wires(part)
        self.menu.addSeparator()
        if isinstance(part, Block):
            text = translate("gate_designer", "Open the block")
            self._add("gatePartOpen", text, partial(self._designer.expand, key), "Enter")
        if self._designer.selection & {node.key for node in self._designer.circuit.nodes}:
            text = translate("gate_designer", "Make a block")
            self._add("gatePartBlock", text, canvas.block_wanted.emit, "G")
        self._add("gatePartCopy", translate("gate_designer", "Copy"), canvas.copy, "Ctrl+C")
        text = translate("gate_designer", "Delete")
        self._add("gatePartDelete", text, self._designer.delete_selected, "Del")

    def _add_spelling(self) -> None:
        """The other of the two spellings of the same number."""
        as_threshold = self._designer.design.as_threshold
        text = (
            translate("gate_designer", "Write the bias b for θ")
            if as_threshold
            else translate("gate_designer", "Write the threshold θ for b")
        )
        self._add("gatePartSpelling", text, partial(self._designer.show_threshold, not as_threshold), "T")

    def _add_wires(self, part: Part) -> None:
        """One entry for each wire that ends here."""
        names = self._designer.circuit.signal_names()
        for index, source in enumerate(part.sources):
            if source is not None:
                text = translate("gate_designer", "Take away the wire from {source}")
                text = text.format(source=names[source])
                take = partial(self._designer.disconnect_wire, part.key, index)
                self._add(f"gatePartUnwire{index}", text, take, "U")

    def _fill_for_sheet(self, at: QPoint) -> None:
        canvas = self._canvas
        add = partial(canvas.add_perceptron, canvas.place_at(at))
        self._add("gateSheetAdd", translate("gate_designer", "Add a perceptron"), add, "N")
        if clipboard.taken() is not None:
            self._add("gateSheetPaste", translate("gate_designer", "Paste"), canvas.paste, "Ctrl+V")
        self.menu.addSeparator()
        tidy = self._designer.tidy
        self._add("gateSheetTidy", translate("gate_designer", "Tidy up"), tidy, "")
        self._add_spelling()
        self._add("gateSheetFit", translate("gate_designer", "Fit into the window"), canvas.fit, "0")

    def _add(self, name: str, text: str, do: Callable[[], object], keys: str) -> None:
        """keys: what does the same, written at the right."""
        action = self.menu.addAction(text.replace("&", "&&") + (f"\t{keys}" if keys else ""))
        action.setObjectName(f"{name}Action")
        self._doing[action.objectName()] = do

    def _do(self, action: QAction) -> None:
        if self._present_kinds() != self._kinds:
            return  # a file was opened meanwhile: what was meant is gone
        self._designer.settle()
        self._doing[action.objectName()]()
        self._designer.settle()

    def _present_kinds(self) -> dict[str, type[Part]]:
        return {key: type(part) for key, part in self._designer.circuit.parts.items()}

    def _flip(self, part: Input) -> None:
        self._designer.flip([each.key for each in self._designer.circuit.inputs].index(part.key))
