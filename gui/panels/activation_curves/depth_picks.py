"""Which functions' gradients are shown: a box to tick for each, with its mark."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from gui.panels.activation_curves.layers_functions import offered
from gui.panels.activation_curves.layers_model import MOST_SHOWN
from gui.panels.activation_curves.styles import paint_mark, style_of
from gui.panels.activation_curves.texts import name
from gui.theme import LIGHT, STEP, Theme
from gui.widgets.named import named
from gui.widgets.text import plain_tip

_COLUMNS = 4
_MOST = 16  # boxes: more own functions are not offered here, the newest are
_MARK = 20.0  # px


class DepthPick(QCheckBox):
    """Its mark is filled where it is ticked, and hollow where it is not."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self._theme = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(90, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 24)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme, colour = self._theme, style_of(self.key).colour(self._theme)
            room = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
            edge = theme.accent if self.hasFocus() or self.underMouse() else theme.line
            painter.setPen(QPen(QColor(edge), 1.5 if self.hasFocus() else 1))
            painter.setBrush(QColor(theme.accent_soft if self.isChecked() else theme.card))
            painter.drawRoundedRect(room, 11, 11)
            if not self.isEnabled():
                colour = QColor(theme.muted)
            fill = colour if self.isChecked() else QColor(theme.card)
            where = QPointF(_MARK / 2 + 3, self.height() / 2)
            paint_mark(painter, where, 9, style_of(self.key), QPen(colour, 1.4), fill)
            painter.setPen(QColor(theme.ink if self.isEnabled() else theme.muted))
            place = room.adjusted(_MARK + 3, 0, -6, 0)
            text = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, int(place.width()) + 1
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


class DepthPicks(QWidget):
    """All functions, four in a row."""

    ticked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, DepthPick] = {}
        self._theme = LIGHT
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(STEP // 2)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_keys(self, shown: tuple[str, ...], own: tuple[str, ...]) -> None:
        """A box for each function that is offered, ticked where it is shown; when ten are, no more can be."""
        keys = offered(own[-(_MOST - 8) :], shown)
        if keys != tuple(self.boxes):
            self._make(keys)
        for key, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(key in shown)
            box.setEnabled(key in shown or len(shown) < MOST_SHOWN)

    def _make(self, keys: tuple[str, ...]) -> None:
        for key in [key for key in self.boxes if key not in keys]:
            box = self.boxes.pop(key)
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        for key in keys:
            if key not in self.boxes:
                box = named(DepthPick(key), f"labDepth_{key}")
                box.apply_theme(self._theme)
                box.toggled.connect(self._tick)
                self.boxes[key] = box
        self.boxes = {key: self.boxes[key] for key in keys}
        for place, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
        self.retranslate()

    def retranslate(self) -> None:
        for key, box in self.boxes.items():
            box.setText(name(key))
            box.setToolTip(plain_tip(name(key)))

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        for box in self.boxes.values():
            box.apply_theme(theme)

    @Slot(bool)
    def _tick(self, on: bool) -> None:
        box = self.sender()
        if isinstance(box, DepthPick):
            self.ticked.emit(box.key, on)
