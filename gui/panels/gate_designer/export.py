"""The circuit as a picture in a file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from core.circuit import Signals
from gui.panels.gate_designer.design import Design
from gui.panels.gate_designer.sheet import sheet_of
from gui.panels.gate_designer.sheet_painting import SheetPainting
from gui.theme import Theme
from gui.widgets.picture_file import save_picture

MARGIN = 24.0  # px around the circuit


def export_picture(design: Design, signals: Signals, theme: Theme, path: Path) -> None:
    """Write the whole circuit with a margin around it, as SVG or PNG by the file's name.

    All of it is written, or the file stays as it was.
    Raises FileFormatError: unwritable.
    """
    sheet = sheet_of(design.circuit)
    area = sheet.bounds.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    painting = SheetPainting(sheet, design, signals, theme)
    save_picture(path, design.circuit.name, area.size(), partial(_paint, painting, area, QColor(theme.card)))


def _paint(painting: SheetPainting, area: QRectF, ground: QColor, painter: QPainter) -> None:
    painter.fillRect(QRectF(0, 0, area.width() + 1, area.height() + 1), ground)
    painter.translate(-area.left(), -area.top())
    painting.paint(painter)
