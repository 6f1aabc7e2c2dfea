"""MNIST from the network: four files, from the first mirror that has them.

pooch knows what to do with a file that may be there already: look, compare its checksum, fetch it
beside its place, compare again, move it there. What is ours is the fetching (`core.data.transfer`),
and which mirror to ask when one fails.

The mirrors serve the files packed with gzip, each packed in its own way; what is inside is the
same everywhere. So the files are kept unpacked, and the checksums are of what was inside.

Source: LeCun, Cortes, Burges, The MNIST database of handwritten digits.
"""

import gzip
import os
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.data.remote import RemoteFile, TransferError
from core.errors import DownloadError, FileFormatError
from core.files.disk import reason
from core.progress import CancelToken, Progress, Report, ignore

if TYPE_CHECKING:
    from core.data.transfer import Line

MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
)
PIECE = 2**20  # bytes that are unpacked at once


FILES = (
    RemoteFile(
        "train-images-idx3-ubyte",
        9_912_422,
        47_040_016,
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    ),
    RemoteFile(
        "train-labels-idx1-ubyte",
        28_881,
        60_008,
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    ),
    RemoteFile(
        "t10k-images-idx3-ubyte",
        1_648_877,
        7_840_016,
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    ),
    RemoteFile(
        "t10k-labels-idx1-ubyte",
        4_542,
        10_008,
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    ),
)


def cache_folder() -> Path:
    """Where downloaded data is kept for this user, as is the custom of the system."""
    import pooch

    return Path(pooch.os_cache("mitbadak")) / "mnist"


def download(
    folder: str | Path,
    *,
    mirrors: Sequence[str] = MIRRORS,
    files: Sequence[RemoteFile] = FILES,
    report: Report = ignore,
    cancel: CancelToken | None = None,
) -> None:
    """Fetch the files that are not in `folder` yet, from the first mirror that has them.

    What has arrived when a mirror fails or the work is cancelled is kept in a .part file, and only
    the rest is fetched next time. Every other file is whole and checked when it gets its name.

    report: is told the bytes so far and in all, and the file. cancel: ends the work within moments,
    whatever the network does.
    Raises Cancelled, DownloadError with what went wrong at each mirror, and FileFormatError
    (unwritable) where the folder cannot be written.
    """
    from core.data import transfer  # not at the top: it takes a while, and most starts need no network

    folder, mirrors, cancel = Path(folder), list(mirrors), cancel or CancelToken()
    before, total = 0, sum(file.packed for file in files)
    with transfer.Line(cancel) as line:
        for file in files:

            def arrived(count: int, file: RemoteFile = file, before: int = before) -> None:
                report(Progress(before + min(count, file.packed), total, file.name))

            try:
                good = _from_first_mirror(line, mirrors, file, folder, arrived)
            except OSError as error:
                raise FileFormatError(folder, "unwritable", reason=reason(error)) from error
            mirrors = [good, *(mirror for mirror in mirrors if mirror != good)]  # ask it first next time
            before += file.packed
            report(Progress(before, total, file.name))


def _from_first_mirror(
    line: "Line", mirrors: Sequence[str], file: RemoteFile, folder: Path, arrived: Callable[[int], None]
) -> str:
    """Fetch the file and return the mirror that had it."""
    attempts = []
    for mirror in mirrors:
        try:
            _from_mirror(line, f"{mirror.rstrip('/')}/{file.name}.gz", file, folder, arrived)
            return mirror
        except TransferError as error:
            attempts.append((mirror, error.reason))
    raise DownloadError(file.name, tuple(attempts))


def _from_mirror(
    line: "Line", url: str, file: RemoteFile, folder: Path, arrived: Callable[[int], None]
) -> None:
    """Fetch the file; once more from its beginning, where the part that was there proves to be of another."""
    part = folder / f"{file.name}.gz.part"
    while True:
        resumed = part.exists()
        try:
            return _fetch(line, url, file, part, arrived)
        except TransferError as error:
            if error.reason in ("damaged", "too-large"):
                part.unlink(missing_ok=True)
                if resumed:
                    continue
            raise


def _fetch(line: "Line", url: str, file: RemoteFile, part: Path, arrived: Callable[[int], None]) -> None:
    """Have pooch look for the file, and fetch it where it is not there or not what it should be."""
    import pooch

    def downloader(url: str, unpacked: str, _: object) -> None:
        line.fetch(url, part, 2 * file.packed + 2**16, arrived)
        _unpack(part, Path(unpacked), file.size)

    pooch.get_logger().setLevel("WARNING")  # it would write to the terminal
    try:
        pooch.retrieve(
            url, known_hash=f"sha256:{file.sha256}", fname=file.name, path=part.parent, downloader=downloader
        )
    except ValueError as error:  # pooch's way to say that the checksum is another
        raise TransferError("damaged") from error
    part.unlink(missing_ok=True)


def _unpack(part: Path, unpacked: Path, size: int) -> None:
    """Unpack a gzip file: at most `size` bytes of it, and onto the disk before it is called done."""
    try:
        with gzip.open(part) as packed, unpacked.open("wb") as file:
            while piece := packed.read(PIECE):
                file.write(piece)
                if file.tell() > size:
                    raise TransferError("damaged")
            file.flush()
            os.fsync(file.fileno())
    except EOFError as error:
        raise TransferError("cut-off") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise TransferError("damaged") from error
