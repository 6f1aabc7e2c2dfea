"""Opening files: what a file is, and what comes out of it. Runs in workers, so it touches no widget.

MNIST's own modules are fetched by who opens MNIST: a start need not wait for them.
"""

from pathlib import Path

from core.data import samples
from core.errors import FileFormatError
from core.files import weights
from core.progress import CancelToken, Report
from gui.paths import DEFAULT_WEIGHTS, WEIGHTS
from gui.session import OpenData, OpenNetwork

WEIGHT_SUFFIXES = (".pkl", ".pickle", ".npz", ".safetensors")
MNIST_PICKLE = "mnist.pkl"  # what the book's own scripts keep MNIST in


def shipped_networks() -> tuple[Path, ...]:
    """The networks that come with the program, the default one first."""
    others = sorted(path for path in WEIGHTS.glob("mnist-*.pkl") if path != DEFAULT_WEIGHTS)
    return (DEFAULT_WEIGHTS, *others)


def open_network(path: Path) -> OpenNetwork:
    """The network in a file of weights."""
    return OpenNetwork(weights.load_network(path), path.stem, str(path), shipped=path.parent == WEIGHTS)


def open_samples() -> OpenData:
    """The made-up digits that come with the program."""
    return OpenData(samples.load(), "made-up")


def open_mnist(path: Path) -> OpenData:
    """MNIST's test images from a folder of IDX files, or from the book's mnist.pkl."""
    from core.data import mnist

    return OpenData(mnist.load(path, "test"), "folder", str(path))


def open_cached_mnist(folder: Path | None) -> OpenData:
    """MNIST's test images, as they were downloaded into this folder (None: the usual one)."""
    from core.data import mnist

    return OpenData(mnist.load(folder or mnist.cache_folder(), "test"), "mnist")


def fetch_mnist(folder: Path | None, report: Report, cancel: CancelToken) -> OpenData:
    """MNIST's test images from this folder, downloaded into it first where they are not there yet."""
    from core.data import mnist

    folder = folder or mnist.cache_folder()
    mnist.download(folder, mirrors=mnist.MIRRORS, report=report, cancel=cancel)
    return open_cached_mnist(folder)


def named_like_weights(path: Path) -> bool:
    """Whether the name says weights. The disk is not asked, so this need not be done in a worker."""
    return path.suffix.lower() in WEIGHT_SUFFIXES and path.name != MNIST_PICKLE


def open_other(path: Path) -> OpenData:
    """The data in what is not named like weights. Raises FileFormatError where there is none."""
    if path.is_dir() or path.name == MNIST_PICKLE:
        return open_mnist(path)
    if "ubyte" in path.name:
        return open_mnist(path.parent)
    raise FileFormatError(path, "unknown-format", suffix=path.suffix)
