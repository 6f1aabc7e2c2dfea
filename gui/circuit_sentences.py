"""What is wrong with a circuit, or with the file of one, as sentences. `gui.sentences` puts the values in."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def circuit_sentence(problem: str) -> str:
    """The sentence for each CircuitProblem."""
    sentences = {
        "cycle": translate(
            "messages",
            "{node} would wait for itself: signals run one way only. Leave this wire out, or take away "
            "another one of the circle first.",
        ),
        "same-key": translate("messages", "Two parts have the key {node}. Give one of them another key."),
        "no-source": translate(
            "messages",
            "A wire to {node} comes from signal {pin} of {source}, which is not there. Lead it from another "
            "part.",
        ),
        "block-inputs": translate(
            "messages",
            "{node} is given {got} signals, but its block has {expected} inputs. Give it one for each.",
        ),
        "number": translate(
            "messages",
            "A weight or bias of {node} is {got}, but it has to be a number from -{limit} to {limit}.",
        ),
        "too-many": translate(
            "messages", "That would be too much: {got} {what}, where {limit} are the most. Take some away."
        ),
        "nothing": translate("messages", "There is nothing to do this with. Select one part or more first."),
    }
    return sentences[problem]


def circuit_file_sentences() -> dict[str, str]:
    """The sentences for those problems of a file that only circuits have."""
    return _about_text() | _about_circuit()


def _about_text() -> dict[str, str]:
    return {
        "not-circuit": translate(
            "messages", "{file} is not a circuit that was saved here. Choose a circuit (.json)."
        ),
        "not-json": translate(
            "messages",
            "{file} is not written as JSON has to be: line {line}, column {column}. Mend it there, or save "
            "the circuit again.",
        ),
        "newer-version": translate(
            "messages",
            "{file} was saved by a newer version of this program: its format is {got}, and {known} is the "
            "newest that is known here. Update the program.",
        ),
        "field": translate(
            "messages", "In {file}, {where} has to be {expected}, but is {got}. Mend it there, and try again."
        ),
        "same-field": translate(
            "messages", "In {file}, {key} is said twice in one place. Take one of the two out."
        ),
        "long-text": translate(
            "messages", "In {file}, {where} has {got} letters, where {limit} are the most. Shorten it."
        ),
        "bad-letter": translate(
            "messages", "In {file}, {where} has a letter that cannot be shown, {got}. Take it out."
        ),
    }


def _about_circuit() -> dict[str, str]:
    return {
        "missing-block": translate(
            "messages",
            "In {file}, {where} uses the block {block}, which is not in the file. Add it to blocks.",
        ),
        "block-cycle": translate(
            "messages", "In {file}, the block {block} has itself inside, at {where}. Take it out there."
        ),
        "circuit-cycle": translate(
            "messages",
            "In {file}, {node} at {where} would wait for itself: signals run one way only. Take away a wire "
            "of the circle.",
        ),
        "circuit-same-key": translate(
            "messages",
            "In {file}, the part at {where} has the key {node}, which another part has, too. Give it "
            "another.",
        ),
        "circuit-no-source": translate(
            "messages",
            "In {file}, a wire to {node} at {where} comes from signal {pin} of {source}, which is not there. "
            "Lead it from another part.",
        ),
        "circuit-block-inputs": translate(
            "messages",
            "In {file}, {node} at {where} is given {got} signals, but its block has {expected} inputs. "
            "Give it one for each.",
        ),
        "circuit-number": translate(
            "messages",
            "In {file}, {where} is {got}, but it has to be a number from -{limit} to {limit}. Mend it there.",
        ),
        "circuit-too-many": translate(
            "messages",
            "{file} has too much in it{place}: {got} {what}, where {limit} are the most. Choose another.",
        ),
    }


def in_words(values: Mapping[str, object]) -> dict[str, object]:
    """The values of an error as they are said: kinds of things by name, numbers short."""
    words = _kinds() | _counted()
    said: dict[str, object] = {}
    for key, value in values.items():
        if isinstance(value, int | float) and not isinstance(value, bool):
            said[key] = f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"
        else:
            said[key] = words.get(value, value) if isinstance(value, str) and key in _SAID else value
    said["place"] = f" ({values['where']})" if values.get("where") else ""
    return said


_SAID = ("got", "expected", "what")  # the others are names, which have to stay as they are


def _kinds() -> dict[str, str]:
    """What can stand in a file: see core.files.json_values.Kind."""
    return {
        "missing": translate("messages", "missing"),
        "nothing": translate("messages", "nothing (null)"),
        "true or false": translate("messages", "true or false"),
        "number": translate("messages", "a number"),
        "whole number": translate("messages", "a whole number"),
        "text": translate("messages", "a text"),
        "list": translate("messages", "a list"),
        "object": translate("messages", "an object"),
    }


def _counted() -> dict[str, str]:
    """What there can be too much of."""
    return {
        "inputs": translate("messages", "inputs"),
        "outputs": translate("messages", "outputs"),
        "nodes": translate("messages", "perceptrons, blocks and outputs"),
        "levels": translate("messages", "levels of blocks inside blocks"),
        "perceptrons": translate("messages", "perceptrons"),
        "blocks": translate("messages", "blocks"),
        "values": translate("messages", "values"),
        "lists": translate("messages", "levels of lists inside lists"),
    }
