"""What is looked at: the design, what runs through it, what is selected, and whose plane is shown.

Nothing is edited here, and nothing of it is undone.
"""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from core.circuit import Block, Circuit, Output, Signals, Source, Unit
from gui.panels.gate_designer.design import Design, first_design, signals_in


class Looking(QObject):
    """Emits `changed` when the design is another, `looked` when only selection, focus or axes are."""

    changed = Signal()
    looked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._design = first_design()
        self._selection: frozenset[str] = frozenset()
        self._focus = Source("")
        self._axes = (0, 1)
        self._next: frozenset[str] | None = None  # what is selected together with the next design
        self._now: Signals | None = None
        self._table: Signals | None = None
        self._mend_view()

    def take(self, design: Design) -> None:
        """Show this design, without an entry in the Edit menu."""
        if design.circuit is not self._design.circuit or design.firing != self._design.firing:
            self._table = None
        self._design, self._now = design, None
        if self._next is not None:
            self._choose(self._next)
        self._mend_view()
        self.changed.emit()

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
            self._table = signals_in(self.circuit, self._design.firing)
        return self._table

    def name_of(self, key: str) -> str:
        """What a part is called on the sheet."""
        part = self.circuit.parts.get(key)
        return part.name if part is not None else ""

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
        self._choose(chosen)
        self._mend_view()
        self.looked.emit()

    def _choose(self, keys: frozenset[str]) -> None:
        self._selection, self._next = keys & self.circuit.parts.keys(), None
        if len(self._selection) == 1:
            part = self.circuit.parts[next(iter(self._selection))]
            if isinstance(part, Output) and part.source is not None:
                self._focus = part.source
            elif isinstance(part, Unit | Block):
                self._focus = Source(part.key)

    def look_at(self, source: Source) -> None:
        """Show the plane of this signal."""
        if source != self._focus and source in self.circuit.signal_names():
            self._focus = source
            self._mend_view()
            self.looked.emit()

    def set_axes(self, first: int, second: int) -> None:
        """Draw the plane over these two inputs, if there are such."""
        there = range(len(self.circuit.inputs))
        if first in there and second in there and first != second and (first, second) != self._axes:
            self._axes = (first, second)
            self._mend_view()
            self.looked.emit()

    def forget_focus(self) -> None:
        """Another circuit comes: look at what it says, not at a part that happens to have the same key."""
        self._focus = Source("")

    def look_again(self) -> None:
        """Look at what the circuit says, where the focus was forgotten and the circuit stayed the same."""
        if self._focus.node not in self.circuit.parts:
            self._mend_view()
            self.looked.emit()

    def _mend_view(self) -> None:
        """What is selected and looked at has to be there."""
        circuit = self.circuit
        self._selection &= circuit.parts.keys()
        given = [source for node in circuit.order for source in node.gives]
        if self._focus not in given:
            ends = [output.source for output in circuit.outputs if output.source in given]
            last = [source for source in given if source.pin == 0][-1:]
            self._focus = next((end for end in (*ends, *last) if end is not None), Source(""))
        count = len(circuit.inputs)
        if max(self._axes) >= count:
            self._axes = (0, min(1, count - 1)) if count else (0, 0)


def _row_of(signals: Signals, row: int) -> Signals:
    """One row of a table."""
    return Signals(
        {source: values[row, ...] for source, values in signals.values.items()},
        {key: sums[row, ...] for key, sums in signals.sums.items()},
        signals.outputs[row],
    )
