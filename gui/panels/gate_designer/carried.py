"""Blocks on their way from a chip of the library to the sheet: what the mouse carries, and what it was."""

import json

from PySide6.QtCore import QMimeData

from core.circuit import Circuit
from core.gates import LIBRARY, gate
from gui.panels.gate_designer.designer import Designer

BLOCK_MIME = "application/x-mitbadak-block"


def payload_of_gate(key: str, *, nand_only: bool) -> bytes:
    """What is carried away when the chip of a gate is dragged."""
    return json.dumps({"gate": key, "nand_only": nand_only}).encode()


def payload_of_own(name: str) -> bytes:
    """The same for one of the learner's own blocks."""
    return json.dumps({"block": name}).encode()


def own_block(designer: Designer, name: str) -> Circuit | None:
    """One of the learner's own blocks by its name."""
    return next((block for block in designer.design.blocks if block.name == name), None)


def block_from_mime(mime: QMimeData, designer: Designer) -> Circuit | None:
    """The block that was dragged here from a chip; None where it is something else, or gone."""
    if not mime.hasFormat(BLOCK_MIME):
        return None
    try:
        dragged = json.loads(bytes(mime.data(BLOCK_MIME).data()))
    except (ValueError, RecursionError):
        return None
    if not isinstance(dragged, dict):
        return None
    key = dragged.get("gate")
    if isinstance(key, str) and key in LIBRARY:
        return gate(key, dragged.get("nand_only") is True)
    name = dragged.get("block")
    return own_block(designer, name) if isinstance(name, str) else None
