"""The one who holds the design. Views ask it, listen to it, and tell it what the learner wants.

Every edit becomes one entry of the Edit menu. What is only looked at is no edit, and not undone: see
gui.panels.gate_designer.looking.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core import circuit_edits as edits
from core.circuit import Block, Circuit, Input, Node, Output, Place, Source, Unit
from core.circuit_names import fresh_names, subscripted
from core.errors import CircuitError
from core.files.json_values import as_name
from gui.commands import Change
from gui.function_names import short_function_name
from gui.panels.gate_designer.design import (
    FEWEST_INPUTS,
    LIMIT,
    MOST_INPUTS,
    Design,
    Goals,
    aimed_at_itself,
    empty_circuit,
    with_circuit,
    with_goal,
    with_library_gate,
    with_row,
)
from gui.panels.gate_designer.looking import Looking

translate = QCoreApplication.translate

NEW_BIAS = -0.2


class _Edit(Change[Design]):
    """An edit that is called after the last of those that became one."""

    def mergeWith(self, other: QUndoCommand) -> bool:
        merged = super().mergeWith(other)
        if merged:
            self.setText(other.text())
        return merged


class Designer(Looking):
    """What can be done to the design. `refused` is emitted where something cannot be."""

    refused = Signal(str, str)  # the problem of a CircuitError, and the node's name

    def __init__(self, undo: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo = undo
        self._gesture = 0

    def settle(self) -> None:
        """A drag or some typing is over: what comes next is another entry in the Edit menu."""
        self._gesture += 1

    def edit(self, text: str, after: Design, merge: str = "", select: Iterable[str] | None = None) -> None:
        """Take this design, as an edit of this name. Edits of one gesture with one `merge` become one.

        select: the parts that are selected in it, if they are not those of before.

        What was chosen for another circuit, as in a menu that was open while a file came, is left alone.
        """
        if after != self.design and after.fits:
            merge = f"gates-{self._gesture}-{merge}" if merge else ""
            self._next = frozenset(select) if select is not None else None
            self._undo.push(_Edit(text, self.take, self.design, after, merge))
        else:
            self.look_again()

    def _change(
        self, text: str, change: Callable[[], Circuit], merge: str = "", select: Iterable[str] | None = None
    ) -> bool:
        """Edit the circuit, or say why that cannot be. Returns whether it was done."""
        try:
            circuit = change()
        except CircuitError as error:
            self._refuse(error)
            return False
        self.edit(text, with_circuit(self.design, circuit), merge, select)
        return True

    def _refuse(self, error: CircuitError) -> None:
        self.refused.emit(error.problem, self.name_of(str(error.values.get("node", ""))))

    # Inputs and numbers

    def flip(self, k: int) -> None:
        """Turn an input from 0 to 1 or back."""
        self.set_row(self.design.row ^ (1 << k))

    def set_row(self, row: int) -> None:
        """Set the inputs as in this row of the truth table, if it has such a row."""
        if not 0 <= row < self.design.rows:
            return
        text = translate("gate_designer", "set the inputs")
        self.edit(text, with_row(self.design, row), merge="inputs")

    def set_weight(self, key: str, index: int, weight: float) -> None:
        text = translate("gate_designer", "change a weight of {unit}").format(unit=self.name_of(key))
        self._change(
            text, lambda: edits.with_weight(self.circuit, key, index, _within(weight)), f"w-{key}-{index}"
        )

    def set_bias(self, key: str, bias: float) -> None:
        text = translate("gate_designer", "change the bias of {unit}").format(unit=self.name_of(key))
        self._change(text, lambda: edits.with_bias(self.circuit, key, _within(bias)), f"b-{key}")

    def set_perceptron(self, key: str, weights: tuple[float, ...], bias: float, text: str = "") -> None:
        """All numbers of a perceptron at once, as when its line is turned."""
        text = text or translate("gate_designer", "move the line of {unit}").format(unit=self.name_of(key))

        def change() -> Circuit:
            circuit = edits.with_bias(self.circuit, key, _within(bias))
            for index, weight in enumerate(weights):
                circuit = edits.with_weight(circuit, key, index, _within(weight))
            return circuit

        self._change(text, change, f"line-{key}")

    def rename(self, key: str, name: str) -> None:
        text = translate("gate_designer", "rename {part}").format(part=self.name_of(key))
        self._change(text, lambda: edits.with_name(self.circuit, key, as_name(name)))

    # Parts

    def add_unit(self, at: Place) -> str:
        """A perceptron of its own, without wires. Returns its key."""
        key = edits.free_key(self.circuit, "s")
        part: Node = Unit(key, subscripted(key), (), NEW_BIAS, at)
        text = translate("gate_designer", "add a perceptron")
        self._change(text, lambda: edits.add(self.circuit, part), select=[key])
        return key

    def add_block(self, block: Circuit, at: Place) -> str:
        """A circuit in a box. Returns its key."""
        key = edits.free_key(self.circuit, "g")
        (name,) = fresh_names([node.name for node in self.circuit.nodes], [block.name])
        part: Node = Block(key, name, block, (None,) * len(block.inputs), at)
        text = translate("gate_designer", "add {block}").format(block=block.name)
        self._change(text, lambda: edits.add(self.circuit, part), select=[key])
        return key

    def can_add_input(self) -> bool:
        return len(self.circuit.inputs) < MOST_INPUTS

    def add_input(self) -> None:
        if not self.can_add_input():
            return
        key = edits.free_key(self.circuit, "x")
        part = Input(key, subscripted(key), edits.free_place(self.circuit, column=0))
        self._change(translate("gate_designer", "add an input"), lambda: edits.add(self.circuit, part))

    def add_output(self) -> None:
        key = edits.free_key(self.circuit, "y")
        column = max((part.at.column for part in self.circuit.outputs), default=3.0)
        part = Output(key, subscripted(key), None, edits.free_place(self.circuit, column=column))
        self._change(translate("gate_designer", "add an output"), lambda: edits.add(self.circuit, part))

    def delete_selected(self) -> None:
        """Take out what is selected, but never the last input."""
        keys = set(self.selection)
        inputs = [each.key for each in self.circuit.inputs]
        if len([key for key in inputs if key not in keys]) < FEWEST_INPUTS:
            keys -= {inputs[0]} if inputs else set()
        if keys:
            text = translate("gate_designer", "delete")
            self._change(text, lambda: edits.remove(self.circuit, keys))

    def move(self, places: dict[str, Place]) -> None:
        """Parts were dragged to other places of the sheet."""
        text = translate("gate_designer", "move")
        self._change(text, lambda: edits.move(self.circuit, places), "move")

    def tidy(self) -> None:
        text = translate("gate_designer", "tidy up")
        self._change(text, lambda: edits.tidy(self.circuit))

    # Wires

    def connect_wire(self, source: Source, key: str, pin: int | None = None) -> bool:
        """Lead a signal into a perceptron, to one input of a block, or to an output."""
        text = translate("gate_designer", "wire to {part}").format(part=self.name_of(key))
        return self._change(text, lambda: edits.connect(self.circuit, source, key, pin))

    def move_wire(self, key: str, index: int, to: str, pin: int | None = None) -> None:
        """Lead the end of a wire to another part, or to another input of a block. It keeps its weight."""
        text = translate("gate_designer", "wire to {part}").format(part=self.name_of(to))
        self._change(text, lambda: edits.reconnect(self.circuit, key, index, to, pin))

    def disconnect_wire(self, key: str, index: int) -> None:
        text = translate("gate_designer", "take a wire away from {part}").format(part=self.name_of(key))
        self._change(text, lambda: edits.disconnect(self.circuit, key, index))

    # Copies and blocks

    def paste(self, part: Circuit) -> None:
        """Put a copy of these parts on the sheet and select them."""
        try:
            circuit, keys = edits.paste(self.circuit, part)
        except CircuitError as error:
            self._refuse(error)
            return
        text = translate("gate_designer", "paste")
        self.edit(text, with_circuit(self.design, circuit), select=keys)

    def copied(self) -> Circuit:
        """What is selected, as a circuit of its own."""
        return edits.part_of(self.circuit, self.selection)

    def collapse(self, name: str) -> None:
        """What is selected becomes one block of this name, and can be used again."""
        name = as_name(name)
        text = translate("gate_designer", "make the block {name}").format(name=name)
        try:
            circuit, block = edits.collapse(self.circuit, self.selection, name)
        except CircuitError as error:
            self._refuse(error)
            return
        others = tuple(each for each in self.design.blocks if each.name != name)
        after = replace(with_circuit(self.design, circuit), blocks=(*others, block.circuit))
        self.edit(text, after, select=[block.key])

    def expand(self, key: str) -> None:
        """Open a block: its parts lie on the sheet again."""
        text = translate("gate_designer", "open the block {name}").format(name=self.name_of(key))
        self._change(text, lambda: edits.expand(self.circuit, key))

    def forget_block(self, name: str) -> None:
        """Take one of the learner's own blocks off the shelf. Copies in circuits stay."""
        blocks = tuple(each for each in self.design.blocks if each.name != name)
        text = translate("gate_designer", "take {name} off the shelf").format(name=name)
        self.edit(text, replace(self.design, blocks=blocks))

    # Whole circuits

    def load_gate(self, key: str, *, nand_only: bool) -> None:
        """Build a circuit of the library on an empty sheet."""
        text = translate("gate_designer", "build {gate}").format(gate=key)
        self.forget_focus()
        self.edit(text, with_library_gate(self.design, key, nand_only=nand_only))

    def load_circuit(self, circuit: Circuit, text: str) -> None:
        """Put this circuit on the sheet instead of the present one, and aim at what it does."""
        self.forget_focus()
        self.edit(text, aimed_at_itself(with_circuit(self.design, circuit)))

    def clear(self) -> None:
        """An empty sheet with two inputs and an output."""
        text = translate("gate_designer", "clear the sheet")
        self.forget_focus()
        goals: dict[str, Goals] = {}
        self.edit(text, with_circuit(replace(self.design, goals=goals), empty_circuit()))

    # Goals, and how things are shown

    def set_goal(self, output: str, row: int, goal: int | None) -> None:
        text = translate("gate_designer", "change the goal")
        if output in self.design.goals:
            self.edit(text, with_goal(self.design, output, row, goal))

    def set_goals(self, output: str, goals: Goals) -> None:
        """Aim at all these in one column of the table."""
        text = translate("gate_designer", "change the goal")
        self.edit(text, replace(self.design, goals={**self.design.goals, output: goals}))

    def set_softness(self, softness: float) -> None:
        text = translate("gate_designer", "from step to sigmoid")
        self.edit(text, replace(self.design, softness=softness), "softness")

    def use(self, activation: str) -> None:
        """Give all perceptrons this function; "" gives them back what lies between step and sigmoid."""
        name = short_function_name(activation) if activation else translate("gate_designer", "step – sigmoid")
        text = translate("gate_designer", "use {function} in the circuit").format(function=name)
        self.edit(text, replace(self.design, activation=activation), "activation")

    def show_threshold(self, wanted: bool) -> None:
        text = translate("gate_designer", "bias or threshold")
        self.edit(text, replace(self.design, as_threshold=wanted))

    def show_resistors(self, wanted: bool) -> None:
        text = translate("gate_designer", "wires as resistors")
        self.edit(text, replace(self.design, as_resistors=wanted))


def _within(number: float) -> float:
    """A number that the sheet can show: at most ±LIMIT, and -0.0 is 0."""
    return min(max(number, -LIMIT), LIMIT) + 0.0
