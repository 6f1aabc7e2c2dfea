"""How each function is drawn: a colour, and a mark of its own, so that colour is never the only sign."""

from dataclasses import dataclass
from functools import cache
from itertools import count

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from gui.theme import Theme


@dataclass(frozen=True)
class Style:
    """`symbol` is one of pyqtgraph's. Wide lines lie under the others: what equals one is seen, too."""

    light: str
    dark: str
    symbol: str
    width: float = 2.2
    swell: float = 1.0  # some marks look smaller than they are

    def colour(self, theme: Theme) -> QColor:
        return QColor(self.dark if theme.is_dark else self.light)


# Found by a search for nine colours that stay apart for people who see no red, no green or no blue,
# and from the card (3 : 1), with hues that are the same in both themes. Sigmoid has the accent.
STYLES = {
    "step": Style("#602f54", "#8a628a", "s"),
    "sigmoid": Style("#11766a", "#3fb8a9", "o"),
    "tanh": Style("#5b92fe", "#878ed8", "d"),
    "relu": Style("#b13d03", "#e17c03", "t1"),
    "leaky_relu": Style("#df7a0d", "#efc240", "t", 4.0),
    "softplus": Style("#07369a", "#2a6ed3", "p"),
    "gelu": Style("#8257bc", "#c4bcf2", "star", swell=1.4),
    "identity": Style("#22221a", "#edede1", "x", 1.2),
    "softmax": Style("#b686a9", "#c43e44", "+", 6.0),
}
# Of the learner's own functions each gets the next one; the sixth looks like the first.
TYPED_STYLES = (
    Style("#b5174f", "#ff8fab", "h"),
    Style("#4d7a12", "#a5d65c", "t2", swell=1.1),
    Style("#00789a", "#63cbe6", "t3", swell=1.1),
    Style("#8a5a2b", "#d8a878", "arrow_up", swell=1.3),
    Style("#5c6470", "#b9c0ca", "crosshair", swell=1.1),
)
_places = count()


def style_of(key: str) -> Style:
    return STYLES[key] if key in STYLES else TYPED_STYLES[_place_of(key) % len(TYPED_STYLES)]


@cache
def _place_of(key: str) -> int:
    """Typed functions are counted in the order in which they are first drawn, and keep their number."""
    return next(_places)


def paint_mark(
    painter: QPainter, where: QPointF, size: float, style: Style, line: QPen, fill: QColor
) -> None:
    """Paint a function's mark around a point, `size` pixels wide."""
    painter.setPen(line)
    painter.setBrush(fill)
    side = size * style.swell
    painter.drawPath(QTransform(side, 0, 0, side, where.x(), where.y()).map(Symbols[style.symbol]))
