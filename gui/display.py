"""Is there a screen? Qt ends the process where there is none, so it is found out before."""

import ctypes
import os
import re
import socket
import sys

_XCB_LIBRARIES = ("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxkbcommon-x11.so.0")
_SNAPSHOT = "python main.py --snapshot DIR draws every panel into pictures without one."


def missing() -> str | None:
    """One sentence on what is missing for a window, or None where nothing is."""
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform not in ("", "xcb"):
        return None
    if platform == "" and os.environ.get("WAYLAND_DISPLAY"):
        return None
    name = os.environ.get("DISPLAY", "")
    if not name:
        return f"Mitbadak needs a display, and there is none here (DISPLAY is not set); {_SNAPSHOT}"
    if not _answers(name):
        return f"Mitbadak needs a display, and {name} does not answer; {_SNAPSHOT}"
    lacking = [library for library in _XCB_LIBRARIES if not _loads(library)]
    if lacking:
        return (
            f"Mitbadak needs {', '.join(lacking)} to open a window; the line for Debian and Ubuntu in "
            f"README.md installs what is missing, and {_SNAPSHOT}"
        )
    return None


def _answers(name: str) -> bool:
    """Does an X server listen at this DISPLAY, such as ":0" or "host:10.0"?"""
    match = re.fullmatch(r"(?:(?P<host>[^:/]+)|unix|[^:]*/unix)?:(?P<number>\d+)(?:\.\d+)?", name)
    if match is None:
        return os.path.exists(name)  # a socket's path, as macOS's XQuartz gives  # noqa: PTH110
    number = int(match["number"])
    host = match["host"]
    addresses: list[tuple[socket.AddressFamily, str | tuple[str, int]]] = []
    if host in (None, "unix", "localhost"):
        addresses += [
            (socket.AF_UNIX, f"\0/tmp/.X11-unix/X{number}"),
            (socket.AF_UNIX, f"/tmp/.X11-unix/X{number}"),
        ]
    if host not in (None, "unix"):
        addresses.append((socket.AF_INET, (host, 6000 + number)))
    return any(_connects(family, address) for family, address in addresses)


def _connects(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    with socket.socket(family) as connection:
        connection.settimeout(2)
        try:
            connection.connect(address)
        except OSError:
            return False
    return True


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
