"""The circuit as a picture in a file: SVG, in which text stays text, or PNG at twice its size."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSaveFile, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from core.circuit import Signals
from core.errors import FileFormatError
from gui.panels.gate_designer.design import Design
from gui.panels.gate_designer.sheet import Sheet, sheet_of
from gui.panels.gate_designer.sheet_painting import SheetPainting
from gui.theme import Theme

MARGIN = 24.0  # px around the circuit
_SCALE = 2  # pixels of a PNG to one of the sheet
_LARGEST = 16_000  # pixels of a PNG to each side: larger ones are made smaller
_DPI = 96  # so that a pixel of the sheet is a pixel of the SVG


def export_picture(design: Design, signals: Signals, theme: Theme, path: Path) -> None:
    """Write the whole circuit with a margin around it; what the file's name ends in says as what.

    All of it is written, or the file stays as it was.
    Raises FileFormatError: unwritable.
    """
    data = svg_of(design, signals, theme) if path.suffix.lower() == ".svg" else png_of(design, signals, theme)
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise FileFormatError(path, "unwritable", reason=file.errorString())
    if file.write(data) != data.size() or not file.commit():
        raise FileFormatError(path, "unwritable", reason=file.errorString())


def svg_of(design: Design, signals: Signals, theme: Theme) -> QByteArray:
    sheet, area = _laid_out(design)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DPI)
    generator.setSize(area.size().toSize())
    generator.setViewBox(QRectF(0, 0, round(area.width()), round(area.height())))
    generator.setTitle(design.circuit.name)
    painter = QPainter(generator)
    _paint(painter, sheet, area, design, signals, theme)
    painter.end()
    buffer.close()
    return data


def png_of(design: Design, signals: Signals, theme: Theme) -> QByteArray:
    sheet, area = _laid_out(design)
    scale = min(_SCALE, _LARGEST / max(area.width(), area.height()))
    image = QImage(
        QSize(max(round(area.width() * scale), 1), max(round(area.height() * scale), 1)),
        QImage.Format.Format_RGB32,
    )
    painter = QPainter(image)
    painter.scale(scale, scale)
    _paint(painter, sheet, area, design, signals, theme)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return data


def _laid_out(design: Design) -> tuple[Sheet, QRectF]:
    sheet = sheet_of(design.circuit)
    return sheet, sheet.bounds.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)


def _paint(
    painter: QPainter, sheet: Sheet, area: QRectF, design: Design, signals: Signals, theme: Theme
) -> None:
    painter.fillRect(QRectF(0, 0, area.width() + 1, area.height() + 1), QColor(theme.card))
    painter.translate(-area.left(), -area.top())
    SheetPainting(sheet, design, signals, theme).paint(painter)
