"""What functions are called on this page, and how they are drawn, the learner's own among them."""

from zlib import crc32

from core.expression import TYPED
from gui.panels.activation_curves import texts
from gui.panels.activation_curves.styles import STYLES, Style

_TYPED_STYLES = (
    Style("#a3195b", "#ef6aa5", "h", 2.2),
    Style("#4d6b00", "#a8c93f", "arrow_up", 2.2),
    Style("#00707f", "#5fd3e6", "t2", 2.2),
    Style("#7a4a12", "#d6a46a", "t3", 2.2),
)


def name(key: str) -> str:
    return key.removeprefix(TYPED) if key.startswith(TYPED) else texts.name(key)


def style(key: str) -> Style:
    """A typed function keeps its style wherever it is shown."""
    return STYLES.get(key) or _TYPED_STYLES[crc32(key.encode()) % len(_TYPED_STYLES)]
