"""An error as one sentence: what is wrong, with which file or value, and what to do."""

from collections import defaultdict
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.errors import (
    CircuitError,
    CoreError,
    DownloadError,
    ExpressionError,
    FileFormatError,
    ShapeError,
    UnsafePickleError,
    ValueRangeError,
)
from gui.circuit_sentences import circuit_file_sentences, circuit_sentence, in_words
from gui.expression_sentences import expression_sentence

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
        case CircuitError():
            known = defaultdict(lambda: "…", in_words(error.values))  # … for what was not said
            return circuit_sentence(error.problem).format_map(known)
        case ExpressionError():
            return expression_sentence(error)
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
    values = {key: shape_text(v) if isinstance(v, tuple) else v for key, v in error.values.items()}
    of_circuits = circuit_file_sentences()
    if error.problem in of_circuits:
        return of_circuits[error.problem].format(**{**in_words(values), "file": name})
    return _file_problem(error.problem).format(**{**values, "file": name})


def _file_problem(problem: str) -> str:
    """The sentence for each problem of a file. The values in braces come with the error."""
    sentences = {
        "missing": translate("messages", "{file} is not there. Check the place and the name."),
        "not-a-file": translate(
            "messages", "{file} is a folder or something else that is no file. Choose a file."
        ),
        "unreadable": translate(
            "messages", "{file} cannot be read: {reason}. Check whether you may open it."
        ),
        "unwritable": translate("messages", "{file} cannot be written: {reason}. Choose another place."),
        "empty": translate("messages", "{file} is empty. Get the file again."),
        "too-large": translate(
            "messages",
            "{file} is too large to open: {size} bytes, where {limit} are the most. Choose another.",
        ),
        "unknown-format": translate(
            "messages",
            "{file} is of no kind that is opened here. Open weights (.pkl, .npz, .safetensors) or a folder "
            "with the MNIST files.",
        ),
        "truncated": translate("messages", "{file} ends too early. Copy or download it again."),
        "extra-bytes": translate("messages", "{file} goes on after its end. Copy or download it again."),
        "corrupt": translate("messages", "{file} is damaged ({what}). Copy or download it again."),
        "pickle-opcode": translate(
            "messages", "{file} is a pickle with more in it than arrays ({opcode}). Save it as plain arrays."
        ),
        "dict-key": translate(
            "messages", "{file} has a name that is no text ({got}). Save it with names such as W1."
        ),
        "too-complex": translate(
            "messages", "{file} is nested too deep or has too many parts to be weights."
        ),
        "object-dtype": translate(
            "messages", "{key} in {file} holds Python objects instead of numbers. Save it as float32."
        ),
        "dtype": translate(
            "messages", "{key} in {file} is of type {got}, which is not used here. Save it as float32."
        ),
        "wrong-size": translate(
            "messages",
            "{key} in {file} has {got} bytes where its shape needs {expected}. Save the file again.",
        ),
        "not-a-dict": translate(
            "messages",
            "{file} holds a {got} instead of named arrays. Save a dict of W1, b1, W2, b2 and so on.",
        ),
        "missing-key": translate(
            "messages", "{key} is missing in {file}. Weights need W1, b1, W2, b2 … without gaps."
        ),
        "extra-key": translate(
            "messages", "{file} has {key}, which is no weight of such a network. Leave it out."
        ),
        "not-an-array": translate("messages", "{key} in {file} is a {got} instead of an array of numbers."),
        "non-finite": translate(
            "messages",
            "{key} in {file} has numbers that are infinite or not numbers (nan). Train or save it again.",
        ),
        "shape": translate("messages", "{key} in {file} has the shape {got}, but {expected} is needed."),
        "not-chained": translate(
            "messages",
            "{key} in {file} has the shape {got}, but after the layer before it has to be {expected}.",
        ),
        "activation": translate(
            "messages", "{file} asks for the activation function {got}, which is not known here."
        ),
        "not-idx": translate("messages", "{file} is not an IDX file as MNIST has them. Get the file again."),
        "count": translate(
            "messages", "{file} has {got} labels for {expected} images. Get both files again."
        ),
        "label": translate("messages", "{file} has the label {got}, but digits go from 0 to 9."),
    }
    return sentences[problem]
