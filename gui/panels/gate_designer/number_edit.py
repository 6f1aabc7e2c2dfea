"""Changing what is written on the sheet, in its place: numbers, and names."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from core.circuit import Circuit, Unit
from gui.panels.gate_designer.design import FINE, LIMIT
from gui.panels.gate_designer.designer import Designer
from gui.theme import BODY, font
from gui.widgets.named import named
from gui.widgets.number_field import NumberField

translate = QCoreApplication.translate

Number = tuple[str, int | None]  # the key of a perceptron, and which of its wires, or None for its bias

_DECIMALS = 6
_WIDTH, _HEIGHT = 84, 26  # px, at least
_LONGEST_NAME = 24  # letters


def numbers_of(circuit: Circuit) -> list[Number]:
    """Every weight and bias of the circuit, in the order in which Tab goes through them."""
    return [
        (unit.key, index)
        for unit in circuit.order
        if isinstance(unit, Unit)
        for index in (*range(len(unit.wires)), None)
    ]


def shown_number(designer: Designer, number: Number) -> float:
    """A weight, or the bias as it is spelt now: θ = −b where thresholds are shown."""
    unit = designer.circuit.parts[number[0]]
    assert isinstance(unit, Unit)
    if number[1] is not None:
        return unit.wires[number[1]].weight
    return -unit.bias + 0.0 if designer.design.as_threshold else unit.bias


def change_number(designer: Designer, number: Number, value: float) -> None:
    """Set what `shown_number` shows."""
    key, index = number
    value = round(value, _DECIMALS)
    if index is not None:
        designer.set_weight(key, index, value)
    else:
        designer.set_bias(key, -value if designer.design.as_threshold else value)


class NumberEdit(NumberField):
    """A field over a number of the sheet. `left` says how it was left, once."""

    left = Signal(str)  # "taken", "given up", "next" or "before"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, limit=LIMIT, step=FINE, decimals=_DECIMALS)
        named(self, "gateNumberEdit")
        self.setFont(font(BODY))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._is_open = False
        self._before = 0.0  # as the field shows it: not quite what it is where it is too large or too fine
        self.hide()

    @property
    def is_open(self) -> bool:
        return self._is_open

    @property
    def is_another(self) -> bool:
        """Whether the field has another value than it was opened with."""
        return self.value() != self._before

    def open_at(self, place: QRectF, value: float, prefix: str, name: str) -> None:
        """Appear here with this value, all of it selected."""
        _put(self, place)
        self.setPrefix(prefix)
        self.setValue(value)
        self._before = self.value()
        self.setAccessibleName(name)
        self._is_open = True
        self.show()
        self.setFocus()
        self.selectAll()

    def close_edit(self, how: str) -> None:
        if self._is_open:
            self._is_open = False
            self.interpretText()
            self.left.emit(how)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            how = _LEAVING.get(Qt.Key(event.key()))
            if how is not None:
                self.close_edit(how)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_edit("taken")


_LEAVING = {
    Qt.Key.Key_Return: "taken",
    Qt.Key.Key_Enter: "taken",
    Qt.Key.Key_Escape: "given up",
    Qt.Key.Key_Tab: "next",
    Qt.Key.Key_Backtab: "before",
}


class NameEdit(QLineEdit):
    """A field over a name of the sheet. Enter takes it, Esc gives up."""

    def __init__(self, parent: QWidget, take: Callable[[str], None]) -> None:
        super().__init__(parent)
        named(self, "gateNameEdit")
        self.setFont(font(BODY))
        self.setMaxLength(_LONGEST_NAME)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._take = take
        self._is_open = False
        self._before = ""  # as the field shows it: only the beginning of a long name
        self.editingFinished.connect(self._finish)
        self.hide()

    def open_at(self, place: QRectF, name: str, accessible: str) -> None:
        _put(self, place)
        self.setText(name)
        self._before = self.text()
        self.setAccessibleName(accessible)
        self._is_open = True
        self.show()
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()  # here the key ends: on the canvas it would open a number
        else:
            super().keyPressEvent(event)

    def give_up(self) -> None:
        if self._is_open:
            self._is_open = False
            self._take("")

    def _finish(self) -> None:
        if self._is_open:
            self._is_open = False
            self._take(self.text().strip() if self.text() != self._before else "")


def _put(field: QWidget, place: QRectF) -> None:
    """Over this place of the canvas, large enough to type in, and within its edges."""
    parent = field.parentWidget()
    assert parent is not None
    width, height = max(round(place.width()), _WIDTH), max(round(place.height()), _HEIGHT)
    x = round(place.center().x() - width / 2)
    y = round(place.center().y() - height / 2)
    field.setGeometry(
        min(max(x, 0), max(parent.width() - width, 0)),
        min(max(y, 0), max(parent.height() - height, 0)),
        width,
        height,
    )


class InPlace:
    """Opens a field over a number or a name of the canvas, and hands over what was typed."""

    def __init__(
        self, canvas: QWidget, designer: Designer, place: Callable[[str, int | None], QRectF]
    ) -> None:
        self._canvas, self._designer, self._place = canvas, designer, place
        self._number: Number | None = None
        self._renamed = ""
        self.number_field = NumberEdit(canvas)
        self.name_field = NameEdit(canvas, self._take_name)
        self.number_field.left.connect(self._leave_number)

    @property
    def is_open(self) -> bool:
        return self._number is not None or bool(self._renamed)

    def edit_number(self, number: Number) -> None:
        """Let a weight or bias be typed."""
        self._number = number
        key, index = number
        spelling = "θ" if self._designer.design.as_threshold else "b"
        prefix = f"{spelling} " if index is None else "w "
        if index is None:
            name = translate("gate_designer", "{number} of {unit}").format(
                number=spelling, unit=self._designer.name_of(key)
            )
        else:
            name = translate("gate_designer", "Weight {index} of {unit}").format(
                index=index + 1, unit=self._designer.name_of(key)
            )
        value = shown_number(self._designer, number)
        self.number_field.open_at(self._place(key, index), value, prefix, name)

    def rename(self, key: str, place: QRectF) -> None:
        """Let the name of a part be typed."""
        self._renamed = key
        name = self._designer.name_of(key)
        self.name_field.open_at(place, name, translate("gate_designer", "Name of {part}").format(part=name))

    def close(self) -> None:
        """Give up what is open: the circuit under it is another one."""
        if self._number is not None:
            self.number_field.close_edit("given up")
        if self._renamed:
            self.name_field.give_up()

    def _leave_number(self, how: str) -> None:
        number, self._number = self._number, None
        if number is None:
            return
        field = self.number_field
        had_focus = field.hasFocus()
        if how != "given up" and field.is_another:
            self._designer.settle()
            change_number(self._designer, number, field.value())
            self._designer.settle()
        numbers = numbers_of(self._designer.circuit)
        if how in ("next", "before") and number in numbers:
            step = 1 if how == "next" else -1
            self.edit_number(numbers[(numbers.index(number) + step) % len(numbers)])
            return
        if had_focus:
            self._canvas.setFocus()
        field.hide()

    def _take_name(self, name: str) -> None:
        key, self._renamed = self._renamed, ""
        if self.name_field.hasFocus():
            self._canvas.setFocus()
        self.name_field.hide()
        if name and key in self._designer.circuit.parts and name != self._designer.name_of(key):
            self._designer.rename(key, name)
