"""What the editor says of the function that is being typed."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.function_names import short_function_name
from gui.panels.activation_curves.function_preview import REACH, FunctionPreview
from gui.panels.activation_curves.typed import Typed
from gui.sentences import sentence
from gui.session import MOST_FUNCTIONS
from gui.widgets.text import short_number

translate = QCoreApplication.translate

_SHOWN = 60  # letters of what is too deep to be typeset


def function_words(
    typed: Typed, preview: FunctionPreview, functions: tuple[str, ...], *, changed: bool
) -> str:
    """One or two sentences. functions: the keys of those that there are. changed: is one of them changed?"""
    if typed.error is not None:
        return sentence(typed.error)
    if typed.key in functions:
        return translate("activation_curves", "This is one of yours already: Enter shows its curve.")
    if len(functions) >= MOST_FUNCTIONS and not changed:
        return translate(
            "activation_curves",
            "There are {count} of your own, as many as fit: remove one before you add another.",
        ).format(count=MOST_FUNCTIONS)
    words = _about_gaps(preview)
    if typed.function is not None and not typed.function.is_readable:
        return f"h(x) = {short_function_name(typed.key, _SHOWN)}\n{words}"
    return words


def _about_gaps(preview: FunctionPreview) -> str:
    """Is there a value everywhere? Where not, the curve has a gap."""
    if preview.value is None:
        return ""
    known = np.isfinite(preview.value)
    if not known.any():
        return translate(
            "activation_curves",
            "It has no value anywhere from −{reach} to {reach}: there is nothing to draw.",
        ).format(reach=short_number(REACH))
    if not known.all():
        return translate(
            "activation_curves", "It has no value for some x, for example {x}: there the curve has a gap."
        ).format(x=short_number(float(preview.places[~known][-1])))
    return translate("activation_curves", "Enter adds it. The dashed line is its slope, h′.")
