"""Where the parts of the weight space stand, by the room there is."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

from gui.theme import STEP

_WIDE, _WIDER = 400, 1.3  # px, and so much wider than high: all the rest stands beside the picture
_MORE = 8  # px by which the picture is wider than high, for the numbers at its left
_LINES = 3  # of words that always have room below
_SHARE = 0.4  # of the width that the sliders have, beside a picture with the words below
_TOP = 4  # px above words beside the picture, which begins a little lower too


@dataclass(frozen=True)
class Places:
    """A place for every part; an empty rectangle for what is not shown."""

    plot: QRect
    words: QRect
    choosers: QRect
    sliders: QRect


def arrange(width: int, height: int, choosers: QSize, sliders: QSize, line: int) -> Places:
    """choosers, sliders: the least room that they take; choosers is empty where there are none. line: how
    high a line of words is. None of it depends on what the words say, so that nothing jumps with them."""
    if width >= _WIDE and width > _WIDER * height:
        return _all_beside(width, height, choosers.height(), sliders.height())
    if width > height:
        return _controls_beside(width, height, choosers, sliders, line)
    return _all_below(width, height, choosers.height(), sliders.height(), line)


def _all_beside(width: int, height: int, choosers: int, sliders: int) -> Places:
    """The picture left; right the words, and at the bottom the choosers over the sliders."""
    plot = min(height + _MORE, round(0.6 * width))
    x, column = plot + STEP, width - plot - STEP
    top = height - _over(choosers) - sliders
    return Places(
        plot=QRect(0, 0, plot, height),
        words=QRect(x, _TOP, column, top - STEP - _TOP),
        choosers=QRect(x, top, column, choosers),
        sliders=QRect(x, height - sliders, column, sliders),
    )


def _controls_beside(width: int, height: int, choosers: QSize, sliders: QSize, line: int) -> Places:
    """The picture left, choosers and sliders right, the words below over the whole width."""
    room = height - _LINES * line - STEP
    controls = _over(choosers.height()) + sliders.height()
    least = max(choosers.width(), sliders.width(), round(_SHARE * width))
    plot = min(room + _MORE, width - STEP - least)
    side = max(min(room, plot - _MORE), controls)
    x, column, top = plot + STEP, width - plot - STEP, (side - controls) // 2
    return Places(
        plot=QRect(0, 0, plot, side),
        words=QRect(0, side + STEP, width, height - side - STEP),
        choosers=QRect(x, top, column, choosers.height()),
        sliders=QRect(x, top + _over(choosers.height()), column, sliders.height()),
    )


def _all_below(width: int, height: int, choosers: int, sliders: int, line: int) -> Places:
    """The picture on top; below it the choosers, the sliders and the words."""
    side = min(width - _MORE, height - STEP - _over(choosers) - sliders - STEP - _LINES * line)
    top = side + STEP
    words = top + _over(choosers) + sliders + STEP
    return Places(
        plot=QRect(0, 0, width, side),
        words=QRect(0, words, width, height - words),
        choosers=QRect(0, top, width, choosers),
        sliders=QRect(0, top + _over(choosers), width, sliders),
    )


def _over(height: int) -> int:
    """What is this high takes so much with the space below it."""
    return height + STEP if height else 0
