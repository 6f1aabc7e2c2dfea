"""What the tests of files share: a watch over everything that a file might make Python do."""

import codecs
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

# Python reports what it does to audit hooks. A hook cannot be taken off again, so there is one,
# and it listens only while somebody wants to know.
ACTS = {
    "import",
    "exec",
    "compile",
    "open",
    "os.system",
    "subprocess.Popen",
    "pickle.find_class",
    "code.__new__",
}
# Python imports a codec when it first decodes with it, whoever asks; here that is before anybody listens.
for codec in ("utf-8", "latin-1", "ascii", "unicode-escape", "raw-unicode-escape"):
    codecs.lookup(codec)
heard: list[str] = []
listening = False


def listen(event: str, arguments: object) -> None:
    if listening and event in ACTS:
        heard.append(event)


sys.addaudithook(listen)


@contextmanager
def watching() -> Iterator[None]:
    """Fails if anything is imported, opened, compiled or started meanwhile."""
    global listening
    heard.clear()
    listening = True
    try:
        yield
    finally:
        listening = False
    assert heard == []


@pytest.fixture(scope="session")
def nothing_happens() -> Callable[[], AbstractContextManager[None]]:
    return watching
