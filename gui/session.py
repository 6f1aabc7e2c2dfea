"""What the learner is looking at: the one place where panels meet.

The session holds frozen values and has one signal for each. A panel reads it, listens to it, and
sends back what the learner wants (`select_sample(17)`); no panel knows another one.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.activations import Activation
from core.data.digit_set import DigitSet
from core.digits import SIDE
from core.errors import ShapeError
from core.network import Network, hidden_places, with_activation
from core.shapes import Array
from core.trace import ForwardTrace
from gui.jobs import Jobs

BATCH_SIZE = 100
CLASSES = 10
MOST_FUNCTIONS = 12  # of the learner's own; more would not fit beside the curves
_AT_ONCE = 100_000_000  # products that are over before anybody notices; more are a worker's job


@dataclass(frozen=True, eq=False)
class OpenNetwork:
    """A network and the file that it came from.

    `as_opened` is what the file held, where the learner put other activations in; else None.
    """

    network: Network
    name: str
    source: str
    shipped: bool = False  # with the program
    as_opened: Network | None = None

    @property
    def own(self) -> Network:
        """What the file holds."""
        return self.as_opened or self.network

    @property
    def swapped(self) -> dict[int, str]:
        """The hidden activations that are not the file's: the key of each, by its place in the layers."""
        return {
            place: self.network.layers[place].name
            for place in hidden_places(self.own)
            if self.network.layers[place].name != self.own.layers[place].name
        }

    def with_activation(self, place: int, activation: Activation) -> "OpenNetwork":
        """The same weights with another activation at this place, see core.network.with_activation."""
        network = with_activation(self.network, place, activation)
        return replace(self, network=network, as_opened=self.own)


@dataclass(frozen=True, eq=False)
class OpenData:
    """A set of digits and where it came from: kind "made-up", "mnist" or "folder"."""

    digits: DigitSet
    kind: str
    path: str = ""


@dataclass(frozen=True, eq=False)
class Batch:
    """The images that go through the network together, a row for each.

    `first` is the place of the first one in the data; a drawn digit is a batch of one without a label.
    """

    x: Array  # (N, 784) float32 from 0 to 1
    labels: NDArray[np.uint8] | None  # (N,)
    first: int = 0

    def __post_init__(self) -> None:
        """Everybody looks at the same numbers, so nobody may change them."""
        self.x.setflags(write=False)

    def __len__(self) -> int:
        return len(self.x)

    @property
    def is_drawn(self) -> bool:
        return self.labels is None

    @property
    def images(self) -> Array:
        """(N, 28, 28) float32 from 0 to 1"""
        return self.x.reshape(-1, SIDE, SIDE)


class Session(QObject):
    """The values that all panels share."""

    network_changed = Signal()
    dataset_changed = Signal()
    batch_changed = Signal()
    trace_changed = Signal()
    sample_index_changed = Signal()
    step_index_changed = Signal()
    drawn_digit_changed = Signal()
    drawn_prediction_changed = Signal()
    functions_changed = Signal()
    mnist_wanted = Signal()  # somebody in a panel asked for the real MNIST
    forward_pass_wanted = Signal()  # somebody in a panel asked to see the forward pass

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._open_network: OpenNetwork | None = None
        self._open_data: OpenData | None = None
        self._batch: Batch | None = None
        self._first = 0  # of the batch of data that was looked at last
        self._trace: ForwardTrace | None = None
        self._sample_index = 0
        self._step_index = 0
        self._drawn_digit: NDArray[np.float32] | None = None
        self._drawn_prediction: Array | None = None
        self._functions: tuple[str, ...] = ()

    # What there is

    @property
    def network(self) -> Network | None:
        return self._open_network.network if self._open_network else None

    @property
    def open_network(self) -> OpenNetwork | None:
        return self._open_network

    @property
    def dataset(self) -> DigitSet | None:
        return self._open_data.digits if self._open_data else None

    @property
    def open_data(self) -> OpenData | None:
        return self._open_data

    @property
    def batch(self) -> Batch | None:
        return self._batch

    @property
    def trace(self) -> ForwardTrace | None:
        """The forward pass of the batch. None as long as there is no network or no batch, or a worker
        is still busy with a large one."""
        return self._trace

    @property
    def sample_index(self) -> int:
        """The row of the batch that is looked at."""
        return self._sample_index

    @property
    def step_index(self) -> int:
        """The step of the forward pass that is looked at, from 0."""
        return self._step_index

    @property
    def drawn_digit(self) -> NDArray[np.float32] | None:
        """(28, 28) from 0 to 1, as the network sees it; None where nothing is drawn."""
        return self._drawn_digit

    @property
    def drawn_prediction(self) -> Array | None:
        """(10,) what the network says of the drawn digit; None where nothing is drawn."""
        return self._drawn_prediction

    @property
    def functions(self) -> tuple[str, ...]:
        """The keys of the learner's own activation functions, see core.functions.activation_of."""
        return self._functions

    # What the learner wants

    def check_network(self, opened: OpenNetwork) -> None:
        """Raise ShapeError where the network does not read 28×28 pixels or not answer one of ten classes."""
        sizes = opened.network.sizes
        if (sizes[0], sizes[-1]) != (SIDE * SIDE, CLASSES):
            raise ShapeError("network", got=sizes, expected=(SIDE * SIDE, "…", CLASSES))

    def set_network(self, opened: OpenNetwork | None) -> None:
        """Use this network everywhere. Raises ShapeError as check_network does."""
        if opened is not None:
            self.check_network(opened)
        self._open_network = opened
        self.network_changed.emit()
        self._predict_drawn()
        self._run_forward()

    def set_data(self, opened: OpenData | None) -> None:
        """Use this data everywhere, from its first batch on."""
        self._open_data = opened
        self.dataset_changed.emit()
        self.select_batch(0)

    def select_batch(self, first: int) -> None:
        """Look at the 100 images from `first` on (fewer at the end of the data)."""
        digits = self.dataset
        if digits is None:
            self._set_batch(None)
            return
        first = min(max(0, first), max(0, len(digits) - 1))
        last = min(first + BATCH_SIZE, len(digits))
        self._first = first
        self._set_batch(Batch(digits.inputs(first, last), digits.labels[first:last], first))

    def select_sample(self, index: int) -> None:
        """Look at this row of the batch, in every panel."""
        if self._batch is None or not 0 <= index < len(self._batch) or index == self._sample_index:
            return
        self._sample_index = index
        self.sample_index_changed.emit()

    def select_step(self, index: int) -> None:
        """Look at this step of the forward pass. Before the first and after the last there is none."""
        if self._trace is None or not 0 <= index < len(self._trace.steps) or index == self._step_index:
            return
        self._step_index = index
        self.step_index_changed.emit()

    def set_drawn_digit(self, digit: NDArray[np.float32] | None) -> None:
        """Take a prepared drawing, (28, 28) from 0 to 1. If the batch is the drawing, it follows."""
        self._drawn_digit = digit
        self.drawn_digit_changed.emit()
        self._predict_drawn()
        if self._batch is not None and self._batch.is_drawn:
            if digit is None:
                self.show_data()
            else:
                self._set_batch(Batch(digit.reshape(1, -1), None))

    def show_drawn_digit(self) -> None:
        """Make the drawn digit the batch of one that is looked at, and let it follow the pen."""
        if self._drawn_digit is not None:
            self._set_batch(Batch(self._drawn_digit.reshape(1, -1), None))
            self.forward_pass_wanted.emit()

    def show_data(self) -> None:
        """Go back from the drawn digit to the images that were looked at before."""
        self.select_batch(self._first)

    def set_functions(self, keys: tuple[str, ...]) -> None:
        """Offer these functions of the learner's own wherever an activation is chosen."""
        if keys != self._functions:
            self._functions = keys
            self.functions_changed.emit()

    def want_mnist(self) -> None:
        """Ask for the real MNIST. Who can fetch it listens."""
        self.mnist_wanted.emit()

    # What follows from it

    def _set_batch(self, batch: Batch | None) -> None:
        self._batch = batch
        before, self._sample_index = self._sample_index, 0
        self.batch_changed.emit()
        if before != 0:
            self.sample_index_changed.emit()
        self._run_forward()

    def _run_forward(self) -> None:
        network, batch = self.network, self._batch
        self._jobs.cancel("forward")
        if network is None or batch is None:
            self._take_trace(None)
        elif network.parameter_count * len(batch) <= _AT_ONCE:
            self._take_trace(network.forward(batch.x))
        else:
            self._trace = None
            self.trace_changed.emit()
            self._jobs.run("forward", network.forward, batch.x, on_done=self._take_trace)

    def _take_trace(self, trace: ForwardTrace | None) -> None:
        self._trace = trace
        steps = len(trace.steps) if trace is not None else 0
        if self._step_index >= max(steps, 1):
            self._step_index = max(steps - 1, 0)
            self.step_index_changed.emit()
        self.trace_changed.emit()

    def _predict_drawn(self) -> None:
        network, digit = self.network, self._drawn_digit
        self._drawn_prediction = None
        if network is not None and digit is not None:
            self._drawn_prediction = network.predict(digit.reshape(1, -1))[0]  # (1, 784) → (10,)
        self.drawn_prediction_changed.emit()
