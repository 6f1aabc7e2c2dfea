"""Taking hold of something in the plane, and what becomes of the perceptron when it is pulled."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, Qt

from core.circuit import Source, Unit
from core.lines import Numbers, Point, foot_of, length_of, numbers_through, sum_at, turned
from gui.panels.gate_designer.frame import Frame
from gui.panels.gate_designer.line_moves import Arrow, arrow_of, handles_of, pulled
from gui.panels.gate_designer.plane_scene import Corner, Scene, ShownLine

REACH_OF_HANDLE = 11.0  # px: how near a press has to be
REACH_OF_LINE = 7.0
REACH_OF_CORNER = 14.0

Way = Literal["move", "turn", "pull"]


@dataclass(frozen=True)
class Hold:
    """What is held: a line (move), a handle of it (turn) or the tip of its arrow (pull).

    shown: the line as it was when it was taken. start: where. pivot: the other handle of a line that
    is turned. arrow: as it was drawn, for pulling.
    """

    way: Way
    shown: ShownLine
    start: Point
    pivot: Point = (0.0, 0.0)
    arrow: Arrow | None = None

    def numbers(self, axes: tuple[Source | None, Source | None], unit: Unit, point: Point) -> Numbers | None:
        """What the perceptron becomes when this is pulled to a point; None where that says nothing."""
        line = self.shown.line
        weights: Point | None
        if self.way == "move":
            foot = foot_of(line, self.start)
            through = foot[0] + point[0] - self.start[0], foot[1] + point[1] - self.start[1]
            weights = line.first, line.second
        elif self.way == "turn":
            through = self.pivot
            weights = turned(line, self.pivot, self.start, point) if point != self.pivot else None
        elif self.arrow is not None:
            through, _, scale = self.arrow
            weights = pulled(through, point, scale)
        else:
            return None
        return numbers_through(unit, line, axes, weights, through) if weights is not None else None


def hold_at(
    frame: Frame, scene: Scene, place: QPointF, current: ShownLine | None, arrow: Arrow | None
) -> Hold | None:
    """What can be taken hold of here: handles and arrow of the current line first, then any line."""
    point = frame.point(place)
    if current is not None and current.unit is not None:
        if arrow is not None and _near(frame, arrow.tip, place) <= REACH_OF_HANDLE:
            return Hold("pull", current, point, arrow=arrow)
        ends = frame.ends(current.line)
        handles = handles_of(ends) if ends is not None and current.turnable else None
        for k, handle in enumerate(handles or ()):
            if handles is not None and _near(frame, handle, place) <= REACH_OF_HANDLE:
                return Hold("turn", current, handle, pivot=handles[1 - k])
    if not frame.area.contains(place):
        return None
    reachable = [each for each in scene.lines if each.unit is not None]
    distances = [abs(sum_at(each.line, point)) / length_of(each.line) * frame.unit for each in reachable]
    near = [
        (each != current, distance, k)
        for k, (each, distance) in enumerate(zip(reachable, distances, strict=True))
        if distance <= REACH_OF_LINE
    ]
    return Hold("move", reachable[min(near)[2]], point) if near else None


def corner_at(frame: Frame, scene: Scene, place: QPointF) -> Corner | None:
    for corner in scene.corners:
        if _near(frame, (corner.x, corner.y), place) <= REACH_OF_CORNER:
            return corner
    return None


def _near(frame: Frame, point: Point, place: QPointF) -> float:
    way = frame.place(*point) - place
    return float((way.x() ** 2 + way.y() ** 2) ** 0.5)


def arrow_in(frame: Frame, shown: ShownLine | None, anchor: Point | None) -> Arrow | None:
    """The arrow of this line as it is drawn."""
    if shown is None or shown.unit is None:
        return None
    return arrow_of(shown.line, (frame.x0, frame.x1), (frame.y0, frame.y1), anchor)


def cursor_for(hold: Hold | None, *, pressed: bool) -> Qt.CursorShape | None:
    """The shape of the mouse that says what can be done: a line goes to both sides, the rest anywhere."""
    if hold is None:
        return None
    if hold.way != "move":
        return Qt.CursorShape.ClosedHandCursor if pressed else Qt.CursorShape.OpenHandCursor
    across, up = abs(hold.shown.line.first), abs(hold.shown.line.second)
    if across > 2.4 * up:
        return Qt.CursorShape.SizeHorCursor
    if up > 2.4 * across:
        return Qt.CursorShape.SizeVerCursor
    rising = hold.shown.line.first * hold.shown.line.second > 0  # the way that the line moves
    return Qt.CursorShape.SizeBDiagCursor if rising else Qt.CursorShape.SizeFDiagCursor
