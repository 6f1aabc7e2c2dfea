"""The session: one place for what is looked at, one signal for each value."""

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.activations import ACTIVATIONS
from core.data.digit_set import DigitSet
from core.errors import ShapeError
from core.functions import activation_of
from core.network import random_network
from gui.jobs import Jobs
from gui.session import OpenData, OpenNetwork, Session


def a_network(*sizes: int) -> OpenNetwork:
    return OpenNetwork(random_network(sizes, np.random.default_rng(1)), "random", "random.pkl")


def some_data(count: int) -> OpenData:
    rng = np.random.default_rng(2)
    images = rng.integers(0, 256, (count, 28, 28), dtype=np.uint8)
    return OpenData(DigitSet(images, rng.integers(0, 10, count).astype(np.uint8)), "folder", "/data")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    jobs = Jobs()
    session = Session(jobs, jobs)
    session.set_network(a_network(784, 50, 100, 10))
    session.set_data(some_data(250))
    yield session
    jobs.shutdown()


def test_network_and_data_make_a_trace_of_a_hundred(session: Session) -> None:
    assert session.trace is not None
    assert session.batch is not None
    assert session.dataset is not None
    assert [step.output.shape for step in session.trace.steps] == [
        (100, 50), (100, 50), (100, 100), (100, 100), (100, 10), (100, 10),
    ]  # fmt: skip
    assert np.array_equal(
        session.trace.input, session.dataset.images[:100].reshape(100, 784) / np.float32(255)
    )
    assert session.batch.images.shape == (100, 28, 28)


def test_the_last_batch_is_as_long_as_the_data(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignals([session.batch_changed, session.trace_changed]):
        session.select_batch(200)
    assert session.batch is not None
    assert (len(session.batch), session.batch.first) == (50, 200)
    session.select_batch(10**9)
    assert (len(session.batch), session.batch.first) == (1, 249)


def test_selecting_tells_once_and_only_what_is_there(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.sample_index_changed):
        session.select_sample(17)
    with qtbot.assertNotEmitted(session.sample_index_changed):
        session.select_sample(17)
        session.select_sample(100)
        session.select_sample(-1)
    assert session.sample_index == 17
    with qtbot.waitSignal(session.step_index_changed):
        session.select_step(5)
    with qtbot.assertNotEmitted(session.step_index_changed):
        session.select_step(6)
    assert session.step_index == 5


def test_a_drawn_digit_is_predicted_and_can_be_the_batch(session: Session, qtbot: QtBot) -> None:
    digit = np.zeros((28, 28), np.float32)
    digit[4:24, 13:15] = 1
    with qtbot.waitSignals([session.drawn_digit_changed, session.drawn_prediction_changed]):
        session.set_drawn_digit(digit)
    assert session.network is not None
    assert session.drawn_prediction is not None
    assert np.array_equal(session.drawn_prediction, session.network.predict(digit.reshape(1, 784))[0])
    session.show_drawn_digit()
    assert session.batch is not None
    assert session.trace is not None
    assert session.batch.is_drawn
    assert session.trace.input.shape == (1, 784)
    session.set_drawn_digit(digit * np.float32(0.5))
    assert session.trace.input.max() == 0.5
    session.set_drawn_digit(None)
    assert session.drawn_prediction is None
    assert len(session.batch) == 100


def test_a_network_that_reads_no_digits_is_refused_and_the_old_one_stays(session: Session) -> None:
    before = session.network
    for sizes in ((10, 5, 10), (784, 50, 7)):
        with pytest.raises(ShapeError, match="network"):
            session.set_network(a_network(*sizes))
    assert session.network is before


def test_a_shorter_network_moves_the_step_inside(session: Session) -> None:
    session.select_step(5)
    session.set_network(a_network(784, 10))
    assert session.step_index == 1


def test_what_everybody_looks_at_cannot_be_changed(session: Session) -> None:
    assert session.batch is not None
    with pytest.raises(ValueError, match="read-only"):
        session.batch.x[0, 0] = 1


def test_a_large_network_runs_in_a_worker(session: Session, qtbot: QtBot) -> None:
    seen: list[bool] = []
    session.trace_changed.connect(lambda: seen.append(session.trace is not None))
    with qtbot.waitSignals([session.trace_changed] * 2, timeout=10_000):
        session.set_network(a_network(784, 3000, 10))
        assert session.trace is None
    assert seen == [False, True]
    assert session.trace is not None
    assert session.trace.steps[0].output.shape == (100, 3000)


def test_a_small_network_overtakes_a_large_one(session: Session, qtbot: QtBot) -> None:
    session.set_network(a_network(784, 3000, 10))
    session.set_network(a_network(784, 20, 10))
    qtbot.wait(300)
    assert session.trace is not None
    assert session.trace.steps[0].output.shape == (100, 20)


def test_the_step_looked_at_is_kept_while_a_large_network_is_on_its_way(
    session: Session, qtbot: QtBot
) -> None:
    session.select_step(2)
    with qtbot.waitSignals([session.trace_changed] * 2, timeout=10_000):
        session.set_network(a_network(784, 3000, 10))
    assert session.step_index == 2


def test_another_activation_goes_through_everything_and_remembers_the_files_own(session: Session) -> None:
    opened = session.open_network
    assert opened is not None
    assert opened.swapped == {}
    once = opened.with_activation(1, ACTIVATIONS["relu"])
    twice = once.with_activation(3, activation_of("typed:sin(x)"))
    session.set_network(twice)
    assert twice.swapped == {1: "relu", 3: "typed:sin(x)"}
    assert twice.own is opened.network
    assert session.trace is not None
    assert np.array_equal(session.trace.steps[1].output, np.maximum(session.trace.steps[0].output, 0))
    assert np.allclose(session.trace.steps[3].output, np.sin(session.trace.steps[2].output), atol=1e-6)
    back = twice.with_activation(3, ACTIVATIONS["sigmoid"]).with_activation(1, ACTIVATIONS["sigmoid"])
    assert back.swapped == {}


def test_functions_of_ones_own_are_told_once(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.functions_changed):
        session.set_functions(("typed:sin(x)",))
    with qtbot.assertNotEmitted(session.functions_changed):
        session.set_functions(("typed:sin(x)",))
    assert session.functions == ("typed:sin(x)",)
