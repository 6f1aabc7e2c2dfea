"""The one who holds the design. Views ask it, listen to it, and tell it what the learner wants.

Every edit becomes one entry of the Edit menu. What is only looked at (the selection, the node whose
plane is shown) is no edit and is not undone.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoStack

from core import circuit_edits as edits
from core.circuit import Block, Circuit, Input, Node, Output, Place, Signals, Source, Unit, table
from core.circuit_names import fresh_names
from core.errors import CircuitError
from core.files.json_values import as_name
from gui.commands import Change
from gui.panels.gate_designer.design import (
    FEWEST_INPUTS,
    LIMIT,
    MOST_INPUTS,
    Design,
    Goals,
    aimed_at_itself,
    empty_circuit,
    first_design,
    with_circuit,
    with_goal,
    with_library_gate,
    with_row,
)

translate = QCoreApplication.translate

NEW_WEIGHT = 0.5  # of a wire that was just drawn: as in the book's AND
NEW_BIAS = -0.2


class Designer(QObject):
    """Emits `changed` when the design is another, `looked` when only selection, focus or axes are."""

    changed = Signal()
    looked = Signal()
    refused = Signal(str, str)  # an edit that cannot be: the problem of a CircuitError, and the node's name

    def __init__(self, undo: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo = undo
        self._design = first_design()
        self._selection: frozenset[str] = frozenset()
        self._focus = Source("")
        self._axes = (0, 1)
        self._gesture = 0
        self._now: Signals | None = None
        self._table: Signals | None = None
        self._mend_view()

    # What there is

    @property
    def design(self) -> Design:
        return self._design

    @property
    def circuit(self) -> Circuit:
        return self._design.circuit

    @property
    def now(self) -> Signals:
        """What runs through the circuit with the inputs as they are set; every array is ().

        It is a row of the table, so the circuit is not run once more for it.
        """
        if self._now is None:
            self._now = _row_of(self.table, self._design.row)
        return self._now

    @property
    def table(self) -> Signals:
        """What runs through it in every row of the truth table; every array is (rows,)."""
        if self._table is None:
            self._table = table(self.circuit, self._design.softness)
        return self._table

    @property
    def selection(self) -> frozenset[str]:
        """The keys of the parts that are selected."""
        return self._selection

    @property
    def focus(self) -> Source:
        """The signal that plane and other views look at: of a perceptron, or of a block's pin."""
        return self._focus

    @property
    def focused_unit(self) -> Unit | None:
        """The perceptron that is looked at, if it is one."""
        part = self.circuit.parts.get(self._focus.node)
        return part if isinstance(part, Unit) else None

    @property
    def axes(self) -> tuple[int, int]:
        """The inputs that the plane is drawn over; the others stay as they are set."""
        return self._axes

    # Looking

    def select(self, keys: Iterable[str]) -> None:
        """Select these parts. One that gives a signal, selected alone, is looked at from now on."""
        chosen = frozenset(keys) & self.circuit.parts.keys()
        if chosen == self._selection:
            return
        self._selection = chosen
        if len(chosen) == 1:
            part = self.circuit.parts[next(iter(chosen))]
            if isinstance(part, Output) and part.source is not None:
                self._focus = part.source
            elif isinstance(part, Unit | Block):
                self._focus = Source(part.key)
        self._mend_view()
        self.looked.emit()

    def look_at(self, source: Source) -> None:
        """Show the plane of this signal."""
        if source != self._focus and source in self.circuit.signal_names():
            self._focus = source
            self._mend_view()
            self.looked.emit()

    def set_axes(self, first: int, second: int) -> None:
        """Draw the plane over these two inputs."""
        if first != second and (first, second) != self._axes:
            self._axes = (first, second)
            self._mend_view()
            self.looked.emit()

    def _mend_view(self) -> None:
        """What is selected and looked at has to be there."""
        self._selection &= self.circuit.parts.keys()
        nodes = [node for node in self.circuit.order if isinstance(node, Unit) or node.circuit.outputs]
        part = self.circuit.parts.get(self._focus.node)
        pins = len(part.circuit.outputs) if isinstance(part, Block) else 1
        if not isinstance(part, Unit | Block) or self._focus.pin >= pins:
            ends = [output.source for output in self.circuit.outputs if output.source is not None]
            ends = [end for end in ends if isinstance(self.circuit.parts[end.node], Unit | Block)]
            self._focus = ends[0] if ends else Source(nodes[-1].key) if nodes else Source("")
        count = len(self.circuit.inputs)
        if max(self._axes) >= count:
            self._axes = (0, min(1, count - 1)) if count else (0, 0)

    # Edits

    def settle(self) -> None:
        """A drag or some typing is over: what comes next is another entry in the Edit menu."""
        self._gesture += 1

    def edit(self, text: str, after: Design, merge: str = "") -> None:
        """Take this design, as an edit of this name. Edits of one gesture with one `merge` become one."""
        if after != self._design:
            merge = f"gates-{self._gesture}-{merge}" if merge else ""
            self._undo.push(Change(text, self.take, self._design, after, merge))
        elif self._focus.node not in self.circuit.parts:  # the same circuit once more, to be looked at anew
            self._mend_view()
            self.looked.emit()

    def take(self, design: Design) -> None:
        """Show this design, without an entry in the Edit menu."""
        if design.circuit is not self._design.circuit or design.softness != self._design.softness:
            self._table = None
        self._design, self._now = design, None
        self._mend_view()
        self.changed.emit()

    def _change(self, text: str, change: Callable[[], Circuit], merge: str = "") -> bool:
        """Edit the circuit, or say why that cannot be. Returns whether it was done."""
        try:
            circuit = change()
        except CircuitError as error:
            self.refused.emit(error.problem, self.name_of(str(error.values.get("node", ""))))
            return False
        self.edit(text, with_circuit(self._design, circuit), merge)
        return True

    def name_of(self, key: str) -> str:
        """What a part is called on the sheet."""
        part = self.circuit.parts.get(key)
        return part.name if part is not None else ""

    def flip(self, k: int) -> None:
        """Turn an input from 0 to 1 or back."""
        self.set_row(self._design.row ^ (1 << k))

    def set_row(self, row: int) -> None:
        """Set the inputs as in this row of the truth table."""
        text = translate("gate_designer", "set the inputs")
        self.edit(text, with_row(self._design, row), merge="inputs")

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

    def add_unit(self, at: Place) -> str:
        """A perceptron of its own, without wires. Returns its key."""
        key = edits.free_key(self.circuit, "s")
        part: Node = Unit(key, _subscripted(key), (), NEW_BIAS, at)
        self._change(translate("gate_designer", "add a perceptron"), lambda: edits.add(self.circuit, part))
        self.select([key])
        return key

    def add_block(self, block: Circuit, at: Place) -> str:
        """A circuit in a box. Returns its key."""
        key = edits.free_key(self.circuit, "g")
        (name,) = fresh_names([node.name for node in self.circuit.nodes], [block.name])
        part: Node = Block(key, name, block, (None,) * len(block.inputs), at)
        text = translate("gate_designer", "add {block}").format(block=block.name)
        self._change(text, lambda: edits.add(self.circuit, part))
        self.select([key])
        return key

    def can_add_input(self) -> bool:
        return len(self.circuit.inputs) < MOST_INPUTS

    def add_input(self) -> None:
        if not self.can_add_input():
            return
        key = edits.free_key(self.circuit, "x")
        part = Input(key, _subscripted(key), edits.free_place(self.circuit, column=0))
        self._change(translate("gate_designer", "add an input"), lambda: edits.add(self.circuit, part))

    def add_output(self) -> None:
        key = edits.free_key(self.circuit, "y")
        column = max((part.at.column for part in self.circuit.outputs), default=3.0)
        part = Output(key, _subscripted(key), None, edits.free_place(self.circuit, column=column))
        self._change(translate("gate_designer", "add an output"), lambda: edits.add(self.circuit, part))

    def delete_selected(self) -> None:
        """Take out what is selected, but never the last input."""
        keys = set(self._selection)
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

    def connect_wire(self, source: Source, key: str, pin: int | None = None) -> bool:
        """Lead a signal into a perceptron, to one input of a block, or to an output."""
        text = translate("gate_designer", "wire to {part}").format(part=self.name_of(key))
        return self._change(text, lambda: edits.connect(self.circuit, source, key, pin, NEW_WEIGHT))

    def disconnect_wire(self, key: str, index: int) -> None:
        text = translate("gate_designer", "take a wire away from {part}").format(part=self.name_of(key))
        self._change(text, lambda: edits.disconnect(self.circuit, key, index))

    def paste(self, part: Circuit) -> None:
        """Put a copy of these parts on the sheet and select them."""
        found: list[frozenset[str]] = []

        def change() -> Circuit:
            circuit, keys = edits.paste(self.circuit, part)
            found.append(keys)
            return circuit

        if self._change(translate("gate_designer", "paste"), change):
            self.select(found[0])

    def copied(self) -> Circuit:
        """What is selected, as a circuit of its own."""
        return edits.part_of(self.circuit, self._selection)

    def collapse(self, name: str) -> None:
        """What is selected becomes one block of this name, and can be used again."""
        name = as_name(name)
        text = translate("gate_designer", "make the block {name}").format(name=name)
        try:
            circuit, block = edits.collapse(self.circuit, self._selection, name)
        except CircuitError as error:
            self.refused.emit(error.problem, self.name_of(str(error.values.get("node", ""))))
            return
        others = tuple(each for each in self._design.blocks if each.name != name)
        after = replace(with_circuit(self._design, circuit), blocks=(*others, block.circuit))
        self.edit(text, after)
        self.select([block.key])

    def expand(self, key: str) -> None:
        """Open a block: its parts lie on the sheet again."""
        text = translate("gate_designer", "open the block {name}").format(name=self.name_of(key))
        self._change(text, lambda: edits.expand(self.circuit, key))

    def forget_block(self, name: str) -> None:
        """Take one of the learner's own blocks off the shelf. Copies in circuits stay."""
        blocks = tuple(each for each in self._design.blocks if each.name != name)
        text = translate("gate_designer", "take {name} off the shelf").format(name=name)
        self.edit(text, replace(self._design, blocks=blocks))

    def load_gate(self, key: str, *, nand_only: bool) -> None:
        """Build a circuit of the library on an empty sheet."""
        text = translate("gate_designer", "build {gate}").format(gate=key)
        self._focus = Source("")  # look at what it says, not at a part that has the same name
        self.edit(text, with_library_gate(self._design, key, nand_only=nand_only))

    def load_circuit(self, circuit: Circuit, text: str) -> None:
        """Put this circuit on the sheet instead of the present one, and aim at what it does."""
        self._focus = Source("")
        self.edit(text, aimed_at_itself(with_circuit(self._design, circuit)))

    def clear(self) -> None:
        """An empty sheet with two inputs and an output."""
        text = translate("gate_designer", "clear the sheet")
        self._focus = Source("")
        goals: dict[str, Goals] = {}
        self.edit(text, with_circuit(replace(self._design, goals=goals), empty_circuit()))

    def set_goal(self, output: str, row: int, goal: int | None) -> None:
        text = translate("gate_designer", "change the goal")
        self.edit(text, with_goal(self._design, output, row, goal))

    def set_goals(self, output: str, goals: Goals) -> None:
        """Aim at all these in one column of the table."""
        text = translate("gate_designer", "change the goal")
        self.edit(text, replace(self._design, goals={**self._design.goals, output: goals}))

    def set_softness(self, softness: float) -> None:
        text = translate("gate_designer", "from step to sigmoid")
        self.edit(text, replace(self._design, softness=softness), "softness")

    def show_threshold(self, wanted: bool) -> None:
        text = translate("gate_designer", "bias or threshold")
        self.edit(text, replace(self._design, as_threshold=wanted))

    def show_resistors(self, wanted: bool) -> None:
        text = translate("gate_designer", "wires as resistors")
        self.edit(text, replace(self._design, as_resistors=wanted))


def _row_of(signals: Signals, row: int) -> Signals:
    """One row of a table."""
    return Signals(
        {source: values[row, ...] for source, values in signals.values.items()},
        {key: sums[row, ...] for key, sums in signals.sums.items()},
        signals.outputs[row],
    )


def _within(number: float) -> float:
    """A number that the sheet can show: at most ±LIMIT, and -0.0 is 0."""
    return min(max(number, -LIMIT), LIMIT) + 0.0


def _subscripted(key: str) -> str:
    """s1 → s₁"""
    return key.translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
