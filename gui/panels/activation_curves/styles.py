"""How each function is drawn: a colour, and a mark of its own, so that colour is never the only sign."""

from dataclasses import dataclass
from functools import cache
from itertools import count

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

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
# The learner's own functions get these colours and marks in turn: forty of them look different.
TYPED_COLOURS = (
    ("#b5174f", "#ff8fab"),
    ("#4d7a12", "#a5d65c"),
    ("#00789a", "#63cbe6"),
    ("#8a5a2b", "#d8a878"),
    ("#5c6470", "#b9c0ca"),
)
TYPED_MARKS = ("h", "t2", "t3", "bow tie", "hourglass", "corner", "wide", "half")
_OWN_MARKS = {  # what pyqtgraph has no symbol for: corners, from -1/2 to 1/2
    "bow tie": ((-0.5, -0.5), (0.5, 0.5), (0.5, -0.5), (-0.5, 0.5)),
    "hourglass": ((-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)),
    "corner": ((-0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)),
    "wide": ((-0.6, 0.0), (0.0, -0.35), (0.6, 0.0), (0.0, 0.35)),
    "half": ((-0.5, 0.0), (0.5, 0.0), (0.5, 0.5), (-0.5, 0.5)),
}
_places = count()


@cache
def style_of(key: str) -> Style:
    """That of the registry's functions; typed ones are counted as they are first drawn, and keep theirs."""
    if key in STYLES:
        return STYLES[key]
    place = next(_places)
    return Style(*TYPED_COLOURS[place % len(TYPED_COLOURS)], TYPED_MARKS[place % len(TYPED_MARKS)])


@cache
def _path_of(symbol: str) -> QPainterPath:
    """The mark, 1 wide around (0, 0)."""
    if symbol in Symbols:
        return QPainterPath(Symbols[symbol])
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in _OWN_MARKS[symbol]]))
    path.closeSubpath()
    return path


def paint_mark(
    painter: QPainter, where: QPointF, size: float, style: Style, line: QPen, fill: QColor
) -> None:
    """Paint a function's mark around a point, `size` pixels wide."""
    painter.setPen(line)
    painter.setBrush(fill)
    side = size * style.swell
    painter.drawPath(QTransform(side, 0, 0, side, where.x(), where.y()).map(_path_of(style.symbol)))
