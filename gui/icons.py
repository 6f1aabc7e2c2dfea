"""Icons: drawn as SVG in one stroke colour, which is replaced by the theme's ink."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.paths import ICONS

SIZE = 16  # px


FADED = 0.35  # how much is left of an icon whose button cannot be used


@cache
def icon(name: str, colour: str, scale: float = 2.0) -> QIcon:
    """The icon in resources/icons/NAME.svg, in this colour, sharp up to this scale of the screen."""
    svg = (ICONS / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    result = QIcon(_pixmap(renderer, scale, 1.0))
    result.addPixmap(_pixmap(renderer, scale, FADED), QIcon.Mode.Disabled)
    return result


def _pixmap(renderer: QSvgRenderer, scale: float, opacity: float) -> QPixmap:
    pixmap = QPixmap(QSize(SIZE, SIZE) * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
