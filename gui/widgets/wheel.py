"""The wheel of the mouse, counted in notches."""

NOTCH = 120  # eighths of a degree


class Notches:
    """Counts whole notches. Fine wheels and touchpads turn by parts of one, which are added up."""

    def __init__(self) -> None:
        self._turned = 0

    def turned(self, eighths: int) -> int:
        """How many notches are full now that it has turned so far. eighths: of a degree, as Qt says it."""
        self._turned += eighths
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        return notches

    def forget(self) -> None:
        """The wheel is over something else now: parts of a notch do not count there."""
        self._turned = 0
