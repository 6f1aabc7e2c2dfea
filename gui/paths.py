"""Where the program's own files lie."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
WEIGHTS = RESOURCES / "weights"
I18N = RESOURCES / "i18n"
ICONS = RESOURCES / "icons"
DEFAULT_WEIGHTS = WEIGHTS / "mnist-sigmoid.pkl"
