"""What a hand does to a widget: drag with the left button, turn the wheel."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT = Qt.MouseButton.LeftButton


def drag(widget: QWidget, *places: QPointF) -> None:
    """Press at the first place, go to all others, and let go at the last."""
    points = [place.toPoint() for place in places]
    QTest.mousePress(widget, LEFT, pos=points[0])
    for point in (*points[1:], points[-1]):
        QTest.mouseMove(widget, point)
        QApplication.processEvents()
    QTest.mouseRelease(widget, LEFT, pos=points[-1])
    QApplication.processEvents()


def turn_wheel(
    widget: QWidget,
    notches: float,
    at: QPointF | None = None,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Turn the wheel over a place of the widget, or its middle: away from oneself with notches above 0."""
    place = at if at is not None else QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
