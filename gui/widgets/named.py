"""Every widget that a person operates has an object name, by which tests and lessons find it."""

from typing import TypeVar

from PySide6.QtCore import QObject

Named = TypeVar("Named", bound=QObject)


def named(thing: Named, name: str) -> Named:
    """The same widget (or action), now with this object name."""
    thing.setObjectName(name)
    return thing
