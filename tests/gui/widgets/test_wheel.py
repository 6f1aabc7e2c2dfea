from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.wheel import NOTCH, Notches


def test_parts_of_a_notch_are_added_up() -> None:
    notches = Notches()
    assert [notches.turned(turned) for turned in (120, -120, 50, 50, 50, -270, 0)] == [1, -1, 0, 0, 1, -2, 0]
    notches.turned(100)
    notches.forget()
    assert notches.turned(100) == 0


@given(st.lists(st.integers(-500, 500)))
def test_no_turn_is_lost(turns: list[int]) -> None:
    notches = Notches()
    count = sum(notches.turned(turned) for turned in turns)
    assert abs(sum(turns) - count * NOTCH) < NOTCH
