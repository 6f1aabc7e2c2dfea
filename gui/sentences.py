"""An error as one sentence: what is wrong, with which file or value, and what to do."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.errors import (
    CoreError,
    DownloadError,
    FileFormatError,
    ShapeError,
    UnsafePickleError,
    ValueRangeError,
)

translate = QCoreApplication.translate


def shape_text(shape: tuple[int | str, ...]) -> str:
    """(784, 50), and (50,) with the comma that NumPy writes."""
    return f"({shape[0]},)" if len(shape) == 1 else f"({', '.join(map(str, shape))})"


def sentence(error: BaseException) -> str:
    """What went wrong and what to do, in the language of the person who reads it."""
    match error:
        case FileFormatError():
            return _about_file(error)
        case ShapeError(name="network"):
            return translate(
                "messages",
                "This network is {got}, but digits need 784 numbers at the start and 10 classes at the end. "
                "Open weights that fit; the network that was open stays open.",
            ).format(got="-".join(map(str, error.got)))
        case ShapeError():
            return translate(
                "messages", "{name} has the shape {got}, but here it has to be {expected}."
            ).format(name=error.name, got=shape_text(error.got), expected=shape_text(error.expected))
        case ValueRangeError():
            return translate("messages", "{name} is {got}, but it has to be {expected}.").format(
                name=error.name, got=error.got, expected=error.expected
            )
        case DownloadError():
            return translate(
                "messages",
                "MNIST could not be downloaded: no server gave {name}. Check the network and try again, "
                "or open a folder that has the four files. What has arrived so far is kept.",
            ).format(name=error.name)
        case CoreError():
            return translate("messages", "This cannot be used: {details}.").format(details=str(error))
    return translate(
        "messages",
        "Something went wrong inside the program. What you made is kept; the details help to report it.",
    )


def _about_file(error: FileFormatError) -> str:
    name = Path(error.path).name
    if isinstance(error, UnsafePickleError):
        return translate(
            "messages",
            "{file} was not opened: it asks for {name}, which could run a program on this computer. "
            "Only files of plain NumPy arrays are opened; nothing in it was run.",
        ).format(file=name, name=error.name)
    template = _file_problem(error.problem)
    values = {key: shape_text(v) if isinstance(v, tuple) else v for key, v in error.values.items()}
    return template.format(**{**values, "file": name})


def _file_problem(problem: str) -> str:
    """The sentence for each problem code of a file. The values in braces come with the error."""
    sentences = {}
    return sentences[problem]
