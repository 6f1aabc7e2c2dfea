"""A formula whose numbers change with every move of the mouse."""

from PySide6.QtCore import QPointF, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.jobs import Jobs
from gui.theme import Theme, font
from gui.widgets.formula import Formula


class LiveFormula(Formula):
    """Says it on one line at once, and sets it as mathematics as soon as the numbers rest: what is on the
    screen is never out of date."""

    def __init__(self, jobs: Jobs, size: float, height: int, parent: QWidget | None = None) -> None:
        super().__init__(jobs, size, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height)
        self._is_set = False
        self._asked = ""
        self._ink = ""
        self._line = QTextDocument(self)
        self._line.setDocumentMargin(0)
        self._line.setDefaultFont(font())

    @property
    def is_set(self) -> bool:
        """Is it typeset, with the present numbers?"""
        return self._is_set

    def show_formula(self, latex: str, text: str) -> None:
        """latex: "" where there is none. text: the same on one line, as rich text."""
        if (latex, text) == (self.latex, self._line.property("text")):
            return
        if latex != self.latex or not latex:
            self._is_set = False
        self._line.setProperty("text", text)
        self._write()
        self.set_latex(latex, self._line.toPlainText())
        self.update()

    def _write(self) -> None:
        text = self._line.property("text") or ""
        self._line.setHtml(f'<span style="color:{self._ink}">{text}</span>')

    def apply_theme(self, theme: Theme) -> None:
        super().apply_theme(theme)
        self._ink = QColor(theme.ink).name()
        self._write()
        self.update()

    @Slot()
    def _ask(self) -> None:
        self._asked = self.latex
        if self.latex:
            super()._ask()

    @Slot(object)
    def _show(self, content: bytes) -> None:
        if self._asked == self.latex:  # else the numbers have changed since
            self._is_set = True
            super()._show(content)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_set:
            super().paintEvent(event)
            return
        with QPainter(self) as painter:
            scale = min(1.0, self.width() / max(self._line.idealWidth(), 1.0))
            painter.translate(QPointF(0, (self.height() - scale * self._line.size().height()) / 2))
            painter.scale(scale, scale)
            self._line.drawContents(painter)
