"""What the lesson says, in several lengths."""

from gui.panels.gate_designer import lesson_words as words
from gui.panels.gate_designer.lesson import Lesson, answer_to

Forms = list[tuple[str, str]]  # headline and sentences, the longest form first


def forms_of(
    lesson: Lesson, names: tuple[str, str], *, answered: bool, as_threshold: bool, note: str
) -> Forms:
    """The last row that was looked at, and how far it has come.

    names: of the perceptron and of the output whose goals it learns. answered: say, too, whether it can be
    learned at all. note: said before the first step.
    """
    task, progress, look = lesson.task, lesson.progress, lesson.progress.look
    answer = words.answer_text(answer_to(task), lesson) if answered else ""
    if look is None:
        headline = words.before_text(*names, task.mistakes(progress.now), len(task.rows))
        return _joined(headline, [[note or words.hint_text(), answer], [answer or note]])
    in_lines = words.look_text(look, lesson.rate, as_threshold=as_threshold, in_lines=True)
    full = words.look_text(look, lesson.rate, as_threshold=as_threshold)
    short = words.short_look_text(look, as_threshold=as_threshold)
    return _joined(
        words.state_text(progress, task),
        [[in_lines, "", answer], [full, answer], [short, answer], [answer or short]],
    )


def _joined(headline: str, forms: list[list[str]]) -> Forms:
    """Each form with its parts one under the other."""
    return [(headline, "\n".join(form).strip()) for form in forms]
