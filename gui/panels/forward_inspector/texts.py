"""The sentences of the inspector, in the language of the program."""

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.shapes import Array
from core.trace import Step
from gui.panels.forward_inspector.blocks import Block
from gui.panels.forward_inspector.model import NO_ANSWER, Letters, shape_text, span
from gui.widgets.text import number_text, short_number

translate = QCoreApplication.translate


def so_what(letters: Letters, step: Step) -> str:
    """One sentence on what the step does to the batch."""
    inputs, outputs = step.input.shape[1], step.output.shape[1]
    if letters.is_affine:
        if letters.number == 1:
            text = translate(
                "forward_inspector",
                "Every image becomes {outputs} sums: each neuron multiplies all {inputs} pixels by its "
                "weights, adds them up, and adds its bias.",
            )
        else:
            text = translate(
                "forward_inspector",
                "Each neuron of this layer weighs all {inputs} signals of the layer before it and adds its "
                "bias: {outputs} sums for every image.",
            )
        return text.format(inputs=inputs, outputs=outputs)
    if letters.function == "softmax":
        return translate(
            "forward_inspector",
            "Scores become probabilities that add up to 1. Their order stays, so the largest score gives "
            "the answer.",
        )
    if letters.function == "identity" and not letters.is_last:
        return translate(
            "forward_inspector",
            "The sums are handed on as they are. Two layers with no bend between them are no more than one.",
        )
    if letters.function == "identity":
        return translate(
            "forward_inspector",
            "The sums are handed on as they are: scores, not probabilities. The largest is the answer.",
        )
    return _bend(letters)


def _bend(letters: Letters) -> str:
    """What an activation between two layers does."""
    if letters.function == "relu":
        return translate(
            "forward_inspector",
            "What is below 0 is cut off, what is above passes. Each number is treated by itself, so the "
            "shape stays.",
        )
    activation = letters.activation
    if activation is not None and all(math.isfinite(end) for end in activation.range):
        low, high = activation.range
        return translate(
            "forward_inspector",
            "Each sum is bent into a signal from {low} to {high}. Each number is treated by itself, so the "
            "shape stays.",
        ).format(low=short_number(low), high=short_number(high))
    return translate(
        "forward_inspector", "Each sum is bent by h. Each number is treated by itself, so the shape stays."
    )


def block_tip(block: Block) -> str:
    """What a block of the overview is: W1 (784, 50), and a word on it."""
    meaning = {
        "input": translate("forward_inspector", "the batch: a row for each image, a column for each pixel"),
        "weights": translate("forward_inspector", "weights: a column for each neuron"),
        "biases": translate("forward_inspector", "biases: one for each neuron, added to every row"),
        "sums": translate("forward_inspector", "weighted sums: a row for each image"),
        "signals": translate("forward_inspector", "signals: the sums after the activation"),
        "answers": translate(
            "forward_inspector", "the answers: a row for each image, a column for each class"
        ),
    }[block.role]
    return f"{block.name} {shape_text(block.shape)}\n{meaning}\n{size_text(block.array)}"


def size_text(array: Array) -> str:
    """float32 · 20.0 kB"""
    size = f"{array.nbytes / 1000:,.1f} kB" if array.nbytes >= 1000 else f"{array.nbytes} B"
    return f"{array.dtype} · {size}"


def range_text(array: Array) -> str:
    """min −10.6 · max 10.3 · mean 0.144"""
    unknown = int(np.isnan(array).sum())
    if unknown == array.size > 0:
        return translate("forward_inspector", "no number anywhere (nan)")
    reached = span(array)
    text = translate("forward_inspector", "min {low} · max {high} · mean {mean}").format(
        low=number_text(reached.low), high=number_text(reached.high), mean=number_text(reached.mean)
    )
    if unknown:
        text += translate("forward_inspector", " · {count} nan").format(count=f"{unknown:,}")
    return text


def answer_text(answer: int) -> str:
    """A class; or a word, where the network gave no number."""
    return str(answer) if answer != NO_ANSWER else translate("forward_inspector", "no number")


def mark(right: bool) -> str:
    """Right or wrong, in a sign and a word."""
    return translate("forward_inspector", "✓ right") if right else translate("forward_inspector", "✕ wrong")
