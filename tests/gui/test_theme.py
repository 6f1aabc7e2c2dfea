"""Words can be read in both themes: 4.5 : 1 against whatever they stand on (WCAG 2.2, 1.4.3)."""

import pytest
from PySide6.QtGui import QColor

from gui.theme import THEMES

WORDS = ("ink", "muted", "accent", "wrong", "batch_axis", "feature_axis")
GROUNDS = ("card", "paper", "sunken", "accent_soft")


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    of = QColor(colour)
    return 0.2126 * linear(of.redF()) + 0.7152 * linear(of.greenF()) + 0.0722 * linear(of.blueF())


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read(name: str, word: str, ground: str) -> None:
    theme = THEMES[name]
    assert contrast(getattr(theme, word), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_words_on_the_accent_can_be_read(name: str) -> None:
    assert contrast(THEMES[name].on_accent, THEMES[name].accent) >= 4.5
