"""Where the files lie that ship with the program."""

from pathlib import Path


def shipped(name: str) -> Path:
    """The path of a shipped file: shipped("samples/digits.npz")."""
    return Path(__file__).resolve().parents[2] / "resources" / name
