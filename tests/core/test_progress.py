import threading

import pytest

from core.errors import Cancelled
from core.progress import CancelToken, Progress, ignore


@pytest.mark.parametrize(
    ("done", "total", "fraction"),
    [(0, 4, 0.0), (1, 4, 0.25), (4, 4, 1.0), (5, 4, 1.0), (3, 0, None), (0, 0, None)],
)
def test_fraction_is_known_where_the_total_is(done: int, total: int, fraction: float | None) -> None:
    assert Progress(done, total).fraction == fraction


def test_a_report_may_go_unread() -> None:
    ignore(Progress(1, 2, "train images"))


def test_a_token_lets_work_go_on_until_it_is_cancelled() -> None:
    token = CancelToken()
    token.check()
    token.wait(0)
    assert not token.cancelled
    token.cancel()
    assert token.cancelled
    with pytest.raises(Cancelled):
        token.check()
    with pytest.raises(Cancelled):
        token.wait(0)


def test_waiting_ends_at_once_when_cancelled_from_another_thread() -> None:
    token = CancelToken()
    caught: list[Exception] = []

    def work() -> None:
        try:
            token.wait(3600)
        except Cancelled as error:
            caught.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    token.cancel()
    worker.join(timeout=60)
    assert not worker.is_alive()
    assert len(caught) == 1


def test_what_waits_is_freed_once_by_cancelling() -> None:
    token = CancelToken()
    freed: list[str] = []
    token.on_cancel(lambda: freed.append("first"))
    token.on_cancel(lambda: freed.append("second"))
    assert freed == []
    token.cancel()
    token.cancel()
    assert freed == ["first", "second"]


def test_what_is_registered_after_cancelling_is_freed_at_once() -> None:
    token = CancelToken()
    token.cancel()
    freed: list[str] = []
    token.on_cancel(lambda: freed.append("late"))
    assert freed == ["late"]


def test_a_callback_may_ask_the_token_again() -> None:
    token = CancelToken()
    seen: list[bool] = []
    token.on_cancel(lambda: token.on_cancel(lambda: seen.append(token.cancelled)))
    token.cancel()
    assert seen == [True]
