"""Mathematics on the screen."""

from gui.widgets.formula import svg


def test_a_bold_number_is_bold() -> None:
    """Also with a power; what is beside it stays as it is."""
    bold, thin = svg(r"\mathbf{0.769} = 1", 18), svg("0.769 = 1", 18)
    assert bold != thin
    assert svg("\U0001d7ce.\U0001d7d5\U0001d7d4\U0001d7d7 = 1", 18) == bold
    assert svg(r"\mathbf{1.2 \times 10^{5}}", 18) != svg(r"1.2 \times 10^{5}", 18)
