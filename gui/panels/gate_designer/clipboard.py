"""Parts of a circuit on the system's clipboard, as the text that a circuit file holds.

The format of files is fetched when it is needed: a start need not wait for it.
"""

from PySide6.QtGui import QGuiApplication

from core.circuit import Circuit
from core.errors import CoreError

_LONGEST = 2 * 10**6  # letters: what is longer is no circuit that a sheet has room for


def put(circuit: Circuit) -> None:
    from core.files.circuits import to_json

    QGuiApplication.clipboard().setText(to_json(circuit))


def taken() -> Circuit | None:
    """The circuit on the clipboard. Any other text is not meant for the sheet: None."""
    text = QGuiApplication.clipboard().text()
    if not text.lstrip().startswith("{") or len(text) > _LONGEST:
        return None
    from core.files.circuits import from_json

    try:
        return from_json(text, "clipboard")
    except CoreError:
        return None
