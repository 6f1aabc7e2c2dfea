"""A formula, set as mathematics: LaTeX to SVG by ziamath, painted sharp at any scale."""

import re
import sys
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.jobs import Jobs
from gui.theme import LIGHT, Theme

# The first formula brings in ziamath, a quarter of a second of work that would otherwise compete with
# the first picture of the window.
_FIRST_WAIT_MS = 150
_WAIT_MS = 60  # and every other one comes after the picture that it belongs to


_INK = "#010203"  # stands in the SVG where the theme's ink goes

# ziamath leaves the digits of \mathbf{0.769} thin; Unicode has bold ones of their own.
_BOLD_NUMBER = re.compile(r"\\mathbf(\{(?:[^{}]|\{[^{}]*\})*\})")
_BOLD_DIGITS = {ord("0") + digit: 0x1D7CE + digit for digit in range(10)}


@lru_cache(maxsize=512)
def svg(latex: str, size: float) -> bytes:
    """The formula as SVG. Runs in a worker: the first one loads a font, which takes a while."""
    import ziamath  # not at the top: see above

    ziamath.config.svg2 = False  # Qt's SVG knows no <symbol>
    latex = _BOLD_NUMBER.sub(lambda found: found[1].translate(_BOLD_DIGITS), latex)
    return ziamath.Latex(latex, size=size, color=_INK).svg().encode()


class Formula(QWidget):
    """Shows one formula, as tall as it needs. Until it is set, its room is kept free."""

    def __init__(self, jobs: Jobs, size: float = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._jobs = jobs
        self._size = size
        self._latex = ""
        self._theme = LIGHT
        self._svg = b""
        self._renderer = QSvgRenderer()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)

    @property
    def latex(self) -> str:
        return self._latex

    def set_latex(self, latex: str, spoken: str = "") -> None:
        """Show this formula; `spoken` is what a screen reader says of it."""
        if latex != self._latex:
            self._latex = latex
            self.setAccessibleName(spoken or latex)
            self._request()

    def apply_theme(self, theme: Theme) -> None:
        if theme != self._theme:
            self._theme = theme
            if self._svg:
                self._load()

    def sizeHint(self) -> QSize:
        return self._renderer.defaultSize() if self._renderer.isValid() else QSize(10, round(self._size * 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(10, min(self.sizeHint().height(), round(self._size * 2)))

    def _request(self) -> None:
        if self._latex:
            self._soon.start(_WAIT_MS if "ziamath" in sys.modules else _FIRST_WAIT_MS)

    @Slot()
    def _ask(self) -> None:
        self._jobs.run(f"formula-{id(self)}", svg, self._latex, self._size, on_done=self._show, alone=True)

    @Slot(object)
    def _show(self, content: bytes) -> None:
        self._svg = content
        self._load()
        self.updateGeometry()

    def _load(self) -> None:
        self._renderer.load(QByteArray(self._svg.replace(_INK.encode(), self._theme.ink.encode())))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._renderer.isValid():
            return
        size = self._renderer.defaultSize().toSizeF()
        scale = min(1.0, self.width() / max(size.width(), 1), self.height() / max(size.height(), 1))
        size *= scale
        with QPainter(self) as painter:
            self._renderer.render(
                painter, QRectF(0, (self.height() - size.height()) / 2, size.width(), size.height())
            )
