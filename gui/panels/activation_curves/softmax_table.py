"""The columns of the softmax bench: both formulas beside each other, between two rankings."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.panels.activation_curves import softmax_words as words
from gui.panels.activation_curves.softmax_columns import Column
from gui.panels.activation_curves.softmax_model import Results, printed, ranks

translate = QCoreApplication.translate

_PLACE = 48.0  # px
_NUMBER, _NARROW = 132.0, 120.0  # px: with much room and with little


def columns(found: Results, *, roomy: bool) -> list[Column]:
    """What each formula makes of the scores; with room, between the order of the scores and that of it."""
    largest = (found.largest,)
    before, after = ranks(found.scores), ranks(found.safe.probabilities)
    first = translate("activation_curves", "place")
    order = [Column(first, _places(places), _PLACE, strong=largest, muted=True) for places in (before, after)]
    if found.bench.without:
        texts = tuple("✓" if k == found.largest else "" for k in range(len(before)))
        return [order[0], Column(translate("activation_curves", "the class"), texts, 96, strong=largest)]
    made = []
    for steps, title in (
        (found.naive, translate("activation_curves", "as printed")),
        (found.safe, translate("activation_curves", "safe")),
    ):
        y = steps.probabilities
        total = str(y.sum(dtype=y.dtype)) if np.isfinite(y).all() else "nan"
        is_1 = abs(float(total) - 1) <= len(y) * float(np.finfo(y.dtype).eps)  # but for rounding
        made.append(
            Column(
                title,
                tuple(printed(y)),
                _NUMBER if roomy else _NARROW,
                tips=tuple(str(each) for each in y),
                total=f"Σ = {1 if is_1 else total}",
                total_tip=words.total_tip(total, found.bench.dtype),
                shares=tuple(float(each) for each in y) if steps is found.safe else None,
                strong=largest,
                wrong=not steps.survived,
            )
        )
    return [order[0], *made, order[1]] if roomy else made


def _places(places: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(
        translate("activation_curves", "{place}.").format(place=place) if place else "" for place in places
    )
