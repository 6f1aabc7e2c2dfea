"""What is remembered between two starts: how the window looked, and what the learner had made.

How the window looked goes through QSettings; what was made goes to one JSON file, written
atomically, so that a killed process leaves the old one whole.
"""

import contextlib
import json
import zlib
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QDir, QIODevice, QSaveFile, QSettings, QStandardPaths

CHECK_BYTES = 4


class Settings:
    """The settings in `profile`, or in the user's own place where no profile is given."""

    def __init__(self, profile: Path | None) -> None:
        if profile is None:
            location = QStandardPaths.StandardLocation
            self.folder = Path(QStandardPaths.writableLocation(location.AppConfigLocation))
            self.data_folder: Path | None = None  # the usual one, which core knows
        else:
            self.folder = profile
            self.data_folder = profile / "mnist"
        self._qt = QSettings(str(self.folder / "settings.ini"), QSettings.Format.IniFormat)

    def text(self, key: str, default: str, allowed: tuple[str, ...] | None = None) -> str:
        """A word that was kept; the default where there is none, or not one of those allowed."""
        value = self._qt.value(key, default)
        if not isinstance(value, str) or (allowed is not None and value not in allowed):
            return default
        return value

    def set_text(self, key: str, value: str) -> None:
        self._qt.setValue(key, value)

    def data(self, key: str) -> QByteArray:
        """The bytes that were kept, whole; empty where there are none, or where they were damaged.

        Qt takes a damaged layout for a good one as long as it begins well, and crashes in it later.
        """
        value = self._qt.value(key)
        kept = bytes(value.data()) if isinstance(value, QByteArray) else b""
        check, content = kept[:CHECK_BYTES], kept[CHECK_BYTES:]
        return QByteArray(content) if check == _check(content) else QByteArray()

    def set_data(self, key: str, value: QByteArray) -> None:
        content = bytes(value.data())
        self._qt.setValue(key, QByteArray(_check(content) + content))

    def remove(self, key: str) -> None:
        self._qt.remove(key)

    def load_work(self) -> dict[str, Any]:
        """What the learner had made, by panel; empty where there is nothing, or nothing readable.

        A file that cannot be read is put aside, so that the next save does not take its place.
        """
        file = self.folder / "work.json"
        try:
            work = json.loads(file.read_text(encoding="utf-8"))
            if isinstance(work, dict):
                return work
        except OSError:
            return {}
        except (ValueError, RecursionError):  # RecursionError: nested beyond all measure
            pass
        with contextlib.suppress(OSError):
            file.replace(self.folder / "work.damaged.json")
        return {}

    def save_work(self, work: dict[str, Any]) -> bool:
        """Keep what the learner made. True where it is on the disk; the old file stays where not."""
        self._qt.sync()
        QDir().mkpath(str(self.folder))
        file = QSaveFile(str(self.folder / "work.json"))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly):
            return False
        # As ASCII: half a surrogate pair, as in a damaged file or a file's name, has no place in UTF-8.
        file.write(json.dumps(work).encode("ascii"))
        return file.commit()


def _check(content: bytes) -> bytes:
    """The check sum that stands before kept bytes."""
    return zlib.crc32(content).to_bytes(CHECK_BYTES)
