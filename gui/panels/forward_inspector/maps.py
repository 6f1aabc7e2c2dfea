"""Which colour map a matrix is shown with."""

from gui import theme as themes
from gui.panels.forward_inspector.model import Limits
from gui.theme import Lut, Theme


def colour_map(limits: Limits, theme: Theme) -> Lut:
    """Ink for pixels, blue to vermilion for signed values, one colour for signals."""
    if limits.kind == "ink":
        return themes.ink_map(theme)
    return themes.diverging(theme) if limits.kind == "signed" else themes.sequential(theme)
