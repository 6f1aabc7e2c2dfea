"""A list of all functions that layers can be stacked with, the learner's own among them."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot

from gui.panels.activation_curves.layers_model import ELEMENTWISE
from gui.panels.activation_curves.texts import name
from gui.widgets.choice import Choice

_WIDEST = 24  # letters


class FunctionChoice(Choice):
    """Emits the key of the function that was chosen."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(9)
        self._keys: tuple[str, ...] = ()
        self._names: tuple[str, ...] = ()
        self.activated.connect(self._choose)

    def show_key(self, key: str, own: tuple[str, ...]) -> None:
        """Stand at this function, without a word; it is offered even if it is no longer one of `own`."""
        keys = offered(own, (key,))
        names = tuple(name(each) for each in keys)
        with QSignalBlocker(self):
            if (keys, names) != (self._keys, self._names):
                self._keys, self._names = keys, names
                self.clear()
                for each, called in zip(keys, names, strict=True):
                    self.addItem(called if len(called) <= _WIDEST else called[: _WIDEST - 1] + "…", each)
            self.setCurrentIndex(keys.index(key))
        self.setToolTip(name(key))

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.chosen.emit(self._keys[place])


def offered(own: tuple[str, ...], shown: tuple[str, ...]) -> tuple[str, ...]:
    """All functions of one number in their order: the registry's, the learner's own, and what is shown."""
    return tuple(dict.fromkeys((*ELEMENTWISE, *own, *shown)))
