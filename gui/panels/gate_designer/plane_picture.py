"""The picture of a signal over the plane: at its full resolution at once, or with many perceptrons soon.

Up to 20 perceptrons are asked at every pixel between one frame and the next. More of them may take
longer than a hand waits: then a coarse picture is shown while things move, and as soon as they rest the
full one is worked out elsewhere and takes its place.
"""

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from core.activations import Activation
from core.circuit import Circuit, Source
from core.firing import Firing
from core.regions import value_grid
from gui.jobs import Jobs
from gui.panels.gate_designer.designer import Designer
from gui.panels.gate_designer.frame import Frame
from gui.panels.gate_designer.plane_painting import PlanePainter, RegionColours, image_of
from gui.panels.gate_designer.plane_scene import Seen, seen_by
from gui.theme import Theme

_AT_ONCE = 20  # perceptrons
_FEW = 3  # of them are asked at once with any other function, until it is known how long that takes
_LONG = 0.01  # seconds of work: what takes longer is not done at once
_COARSE = 96  # pixels to a side of a coarse picture, about
_REST_MS = 60  # without a change


@dataclass(frozen=True)
class Look:
    """What a picture shows, and how large: two of one look are the same."""

    seen: Seen
    frame: Frame
    ratio: float
    theme: Theme

    @property
    def kind(self) -> tuple[object, ...]:
        """Pictures of one kind take about the same time."""
        nodes = self.seen.circuit[1]
        many = len(nodes) if isinstance(nodes, tuple) else 0
        return many, self.seen.focus, _kind(self.seen.firing), self.frame, self.ratio


@dataclass(frozen=True, eq=False)
class _Task:
    """All that a picture is made of, so that it can be made in another thread."""

    look: Look
    circuit: Circuit
    focus: Source
    axes: tuple[int, int]
    states: tuple[int, ...]
    firing: Firing
    colours: RegionColours

    def picture(self, ratio: float, *, exact: bool = True) -> QImage:
        """ratio: how many pixels it has for one of the widget's."""
        values = value_grid(
            self.circuit, self.focus, self.axes, self.states, *self.look.frame.pixels(ratio), self.firing,
            exact=exact,
        )  # fmt: skip
        if isinstance(self.firing, Activation):
            return image_of(self.colours.of_any(values, ratio), ratio)
        return image_of(self.colours.of(values), ratio)


def _kind(firing: Firing) -> object:
    return firing if isinstance(firing, Activation) else firing > 0


def _timed(task: _Task) -> tuple[Look, QImage, float]:
    """The full picture, and how many seconds of work it took."""
    begin = time.thread_time()
    image = task.picture(task.look.ratio)
    return task.look, image, time.thread_time() - begin


class PlanePicture(QObject):
    """Has the picture of what the designer looks at. Emits `sharpened` when a coarse one was replaced."""

    sharpened = Signal()

    def __init__(self, designer: Designer, jobs: Jobs | None, parent: QObject) -> None:
        super().__init__(parent)
        self._designer, self._jobs = designer, jobs
        self._image = QImage()
        self._look: Look | None = None
        self._task: _Task | None = None  # of the full picture, while a coarse one is shown
        self._took: tuple[tuple[object, ...], float] | None = None  # seconds for the last of which kind
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._sharpen)

    def image(self, frame: Frame, ratio: float, painter: PlanePainter) -> QImage:
        """The picture for this frame; worked out again only where it is another."""
        designer = self._designer
        look = Look(seen_by(designer), frame, ratio, painter.theme)
        if look == self._look:
            return self._image
        self._look = look
        self._rest.stop()
        design = designer.design
        task = _Task(
            look, design.circuit, designer.focus, designer.axes, design.states, design.firing,
            painter.colours,
        )  # fmt: skip
        if self._jobs is None or self._is_soon_done(look):
            self._task = None
            _, self._image, seconds = _timed(task)
            self._took = look.kind, seconds
        else:
            self._task = task
            self._image = task.picture(min(ratio, _COARSE / frame.width), exact=False)
            self._rest.start()
        return self._image

    def _is_soon_done(self, look: Look) -> bool:
        count, is_other = self._designer.circuit.perceptrons, isinstance(look.seen.firing, Activation)
        if count <= _AT_ONCE and not is_other:
            return True
        if self._took is not None and self._took[0] == look.kind:
            return self._took[1] < _LONG
        return is_other and count <= _FEW

    @Slot()
    def _sharpen(self) -> None:
        """Nothing moves any more."""
        if self._task is not None and self._jobs is not None:
            self._jobs.run("gate-plane", _timed, self._task, on_done=self._take)

    @Slot(object)
    def _take(self, result: tuple[Look, QImage, float]) -> None:
        look, image, seconds = result
        self._took = look.kind, seconds
        if look == self._look:
            self._image, self._task = image, None
            self.sharpened.emit()
