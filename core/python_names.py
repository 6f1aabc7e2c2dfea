"""Names for Python text out of names that people give: x₁ becomes x1, HALF ADDER becomes HALF_ADDER."""

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterable

LONGEST = 60  # letters


def identifier(text: str, otherwise: str) -> str:
    """The text as a Python name, or `otherwise` where nothing of it is left.

    Letters are simplified as Python itself does it (NFKC), so that two names that are the same to Python
    are the same here. No underscores at the ends: Python has uses of its own for those.
    """
    simple = unicodedata.normalize("NFKC", text)
    letters = (letter if ("_" + letter).isidentifier() else "_" for letter in simple)
    name = re.sub("_+", "_", "".join(letters))[:LONGEST].strip("_")
    if not name:
        return otherwise
    return name if name.isidentifier() else "_" + name  # where it begins with a digit, say


class Names:
    """The names of one stretch of Python: none is given twice, and none hides what Python has already."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._numbers: dict[str, int] = {}

    def free(self, wanted: str) -> str:
        """The name that is wanted, or the next one to it: sum_ for sum, AND_2 for a second AND."""
        own = keyword.iskeyword(wanted) or hasattr(builtins, wanted) or wanted == "np"
        stem = name = wanted + "_" if own else wanted
        while name in self._taken:
            self._numbers[stem] = self._numbers.get(stem, 1) + 1
            name = f"{stem}_{self._numbers[stem]}"
        self._taken.add(name)
        return name
