"""Brings networks and data into the session: from the program's own files, the learner's, or the net.

All reading is done in workers. What was open stays open until the new thing is there and fits.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from core.errors import CoreError
from core.functions import TYPED, activation_of, typed_key
from core.network import hidden_places
from gui import opening
from gui.commands import Change
from gui.jobs import Jobs
from gui.messages import Messages
from gui.paths import DEFAULT_WEIGHTS
from gui.session import MOST_FUNCTIONS, OpenData, OpenNetwork, Session

translate = QCoreApplication.translate

FETCH_MNIST = "fetch-mnist"


class Loader(QObject):
    """Opens things when asked to, and says what it opened."""

    opened = Signal(object)  # an OpenNetwork or OpenData that is now in use

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        messages: Messages,
        undo: QUndoStack,
        data_folder: Path | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._undo = undo
        self._data_folder = data_folder
        self._look: dict[str, Any] = {}
        self._hidden: object = (
            None  # the activations that the network of last time had got, as they were kept
        )

    def start(self, choices: dict[str, Any]) -> None:
        """Open what was open last time, or what ships with the program."""
        self._look = choices
        self._hidden = choices.get("hidden")
        self._session.set_functions(_functions_from(choices.get("functions")))
        weights = choices.get("weights")
        if isinstance(weights, str) and weights != str(DEFAULT_WEIGHTS):
            self._start_network_from(Path(weights))
        else:
            self._start_default()
        kind, path = choices.get("data_kind"), choices.get("data_path")
        if kind == "folder" and isinstance(path, str):
            self._start_data_from(opening.open_mnist, Path(path))
        elif kind == "mnist":
            self._start_data_from(opening.open_cached_mnist, self._data_folder)
        else:
            self._jobs.run("open-data", opening.open_samples, on_done=self._start_data)

    def choices(self) -> dict[str, Any]:
        """What is open and looked at, to be taken up again by `start`."""
        network, data, batch = self._session.open_network, self._session.open_data, self._session.batch
        return {
            "weights": network.source if network else str(DEFAULT_WEIGHTS),
            "data_kind": data.kind if data else "made-up",
            "data_path": data.path if data else "",
            "first": batch.first if batch else 0,
            "sample": self._session.sample_index,
            "step": self._session.step_index,
            "functions": list(self._session.functions),
            "hidden": {str(place): key for place, key in network.swapped.items()} if network else {},
        }

    # What the learner asks for

    def open_weights(self, path: Path) -> None:
        """Instead of any other network that is on its way, also instead of the first one."""
        if self._session.network is None:
            self._hidden = None  # they were another network's
            self._start_network_from(path)
        else:
            self._jobs.run("open-network", opening.open_network, path, on_done=self._use)

    def open_data(self, path: Path) -> None:
        self._open_data(opening.open_mnist, path)

    def open_any(self, path: Path) -> None:
        """A file or folder that was dropped on the window. Of several of one kind the last one is opened."""
        if opening.named_like_weights(path):
            self.open_weights(path)
        else:
            self._open_data(opening.open_other, path)

    def use_samples(self) -> None:
        self._jobs.cancel(FETCH_MNIST)  # what was asked for last counts; what has arrived is kept
        self._jobs.run("open-data", opening.open_samples, on_done=self._use)

    def use_mnist(self) -> None:
        self._jobs.run(FETCH_MNIST, opening.fetch_mnist, self._data_folder, on_done=self._use, progress=True)

    def _open_data(self, open_data: Callable[..., OpenData], path: Path) -> None:
        """Instead of any other data that is on its way, also instead of the first."""
        self._jobs.cancel(FETCH_MNIST)
        if self._session.dataset is None:
            self._start_data_from(open_data, path)
        else:
            self._jobs.run("open-data", open_data, path, on_done=self._use)

    # What comes back

    @Slot(object)
    def _use(self, opened: OpenNetwork | OpenData) -> None:
        """Put it to use as an undoable edit."""
        try:
            if isinstance(opened, OpenNetwork):
                self._session.check_network(opened)
                text = translate("loader", "open {name}").format(name=opened.name)
                self._undo.push(Change(text, self._session.set_network, self._session.open_network, opened))
            else:
                text = translate("loader", "change the data")
                self._undo.push(Change(text, self._session.set_data, self._session.open_data, opened))
        except CoreError as error:
            self._messages.show_error(error)
            return
        self._messages.clear()
        self.opened.emit(opened)

    def _start_default(self) -> None:
        self._jobs.run("open-network", opening.open_network, DEFAULT_WEIGHTS, on_done=self._start_network)

    def _start_network_from(self, path: Path) -> None:
        self._jobs.run(
            "open-network",
            opening.open_network,
            path,
            on_done=self._start_network,
            on_error=self._start_without_weights,
        )

    def _start_data_from(self, open_data: Callable[..., OpenData], path: Path | None) -> None:
        self._jobs.run(
            "open-data",
            open_data,
            path,
            on_done=self._start_data,
            on_error=self._start_without_data,
        )

    @Slot(object)
    def _start_network(self, opened: OpenNetwork) -> None:
        try:
            self._session.check_network(opened)
            self._session.set_network(_with_hidden(opened, self._hidden))
        except CoreError as error:
            self._start_without_weights(error)
            return
        self.opened.emit(opened)
        self._look_as_before()

    @Slot(object)
    def _start_data(self, opened: OpenData) -> None:
        self._session.set_data(opened)
        self._look_as_before()

    @Slot(Exception)
    def _start_without_weights(self, error: Exception) -> None:
        """The weights of last time are gone, damaged or read no digits: say so, use the shipped ones."""
        self._messages.show_error(error)
        self._hidden = None
        self._start_default()

    @Slot(Exception)
    def _start_without_data(self, error: Exception) -> None:
        """The data of last time is gone or damaged: say so, and use the shipped digits."""
        self._messages.show_error(error)
        self._jobs.run("open-data", opening.open_samples, on_done=self._start_data)

    def _look_as_before(self) -> None:
        """Once both are there, look at the batch, image and step of last time."""
        if self._session.trace is None or not self._look:
            return
        numbers = {key: self._look.get(key) for key in ("first", "sample", "step")}
        self._look = {}
        if isinstance(numbers["first"], int):
            self._session.select_batch(numbers["first"])
        if isinstance(numbers["sample"], int):
            self._session.select_sample(numbers["sample"])
        if isinstance(numbers["step"], int):
            self._session.select_step(numbers["step"])


def _functions_from(kept: object) -> tuple[str, ...]:
    """The learner's own functions as they were kept; what is none is left out."""
    keys = filter(None, map(_typed_from, kept)) if isinstance(kept, list) else ()
    return tuple(dict.fromkeys(keys))[:MOST_FUNCTIONS]


def _typed_from(key: object) -> str | None:
    """The key of a typed function, in the one way to write it."""
    if not isinstance(key, str) or not key.startswith(TYPED):
        return None
    try:
        return typed_key(key.removeprefix(TYPED))
    except CoreError:
        return None


def _with_hidden(opened: OpenNetwork, kept: object) -> OpenNetwork:
    """The network with the activations that it had got; what does not fit is left out."""
    for place in hidden_places(opened.network):
        key = kept.get(str(place)) if isinstance(kept, dict) else None
        try:
            activation = activation_of(key) if isinstance(key, str) else None
        except CoreError:
            activation = None
        if activation is not None and activation.elementwise:
            opened = opened.with_activation(place, activation)
    return opened
