"""How numbers and shapes are written, the same everywhere."""

import html

import numpy as np

from gui.theme import Theme

MINUS = "\u2212"


def number_text(value: float, digits: int = 3) -> str:
    """Three decimals for reading, and a real minus sign. Very large and very small ones in powers of ten.

    0.7685 → "0.769", -1.5 → "−1.500", 0.00001 → "1.00e−5", nan → "nan"
    """
    if not np.isfinite(value):
        return str(float(value)).replace("-", MINUS)
    size = abs(value)
    if size != 0 and (size >= 10**5 or size < 0.5 * 10**-digits):
        mantissa, exponent = f"{value:.{max(digits - 1, 0)}e}".split("e")
        return f"{mantissa}e{int(exponent)}".replace("-", MINUS)
    return f"{value:.{digits}f}".replace("-", MINUS)


def short_number(value: float, digits: int = 3) -> str:
    """The same without the zeros at its end: 0.5, −0.7, 12."""
    text = number_text(value, digits)
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def point_text(*numbers: float) -> str:
    """(0.5, −0.5)"""
    return f"({', '.join(short_number(number) for number in numbers)})"


def exact_text(value: float) -> str:
    """Every digit that the number has, for the hover: the shortest text that gives it back."""
    return str(value).replace("-", MINUS)


def shape_html(shape: tuple[int, ...], theme: Theme, *, batch: bool) -> str:
    """(100, 784) with the batch axis in its colour and the feature axes in theirs.

    batch: whether the first axis counts the images of the batch.
    """
    parts = []
    for axis, size in enumerate(shape):
        colour = theme.batch_axis if batch and axis == 0 else theme.feature_axis
        parts.append(f'<b style="color:{colour}">{size}</b>')
    comma = "," if len(shape) == 1 else ""
    return f"({', '.join(parts)}{comma})"


def plain_html(text: str) -> str:
    """Text from a file or an exception, safe to stand inside rich text."""
    return html.escape(text)


def plain_tip(text: str) -> str:
    """Such a text as a tooltip, which Qt would otherwise take for rich text where it looks like it."""
    return f"<span>{plain_html(text)}</span>" if text else ""
