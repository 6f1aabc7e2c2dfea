"""Pictures in files: SVG, in which text stays text, or PNG at twice the size."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSaveFile, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from core.errors import FileFormatError

Paint = Callable[[QPainter], None]  # paints a picture from (0, 0) to its size, in px

SUFFIXES = (".svg", ".png")
_SCALE = 2  # pixels of a PNG to one of the picture
_LARGEST = 16_000  # pixels of a PNG to each side: larger ones are made smaller
_DPI = 96  # so that a pixel of the picture is a pixel of the SVG


def save_picture(path: Path, title: str, size: QSizeF, paint: Paint) -> None:
    """Write a picture; what the file's name ends in says as what.

    All of it is written, or the file stays as it was.
    Raises FileFormatError: unwritable.
    """
    data = svg_of(title, size, paint) if path.suffix.lower() == ".svg" else png_of(size, paint)
    save_bytes(path, data)


def save_bytes(path: Path, data: QByteArray | bytes) -> None:
    """Write all of it, or leave the file as it was. Raises FileFormatError: unwritable."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise FileFormatError(path, "unwritable", reason=file.errorString())
    if file.write(data) != QByteArray(data).size() or not file.commit():
        raise FileFormatError(path, "unwritable", reason=file.errorString())


def svg_of(title: str, size: QSizeF, paint: Paint) -> QByteArray:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DPI)
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(0, 0, round(size.width()), round(size.height())))
    generator.setTitle(title)
    painter = QPainter(generator)
    try:
        paint(painter)
    finally:
        painter.end()
    buffer.close()
    return data


def image_of(size: QSizeF, paint: Paint) -> QImage:
    """The picture at twice its size, or as large as may be."""
    scale = min(_SCALE, _LARGEST / max(size.width(), size.height(), 1))
    image = QImage(
        QSize(max(round(size.width() * scale), 1), max(round(size.height() * scale), 1)),
        QImage.Format.Format_RGB32,
    )
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        paint(painter)
    finally:
        painter.end()
    return image


def png_of(size: QSizeF, paint: Paint) -> QByteArray:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image_of(size, paint).save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return data
