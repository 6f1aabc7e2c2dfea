"""Made-up digits: the same from the same seed, all different, in MNIST's form, and fit to learn from."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from core.data import mnist
from core.data.digit_set import DigitSet
from core.data.handwriting import (
    POINTS,
    STEPS,
    THICKEST,
    THINNEST,
    Style,
    choose_style,
    curve,
    draw,
    load_styles,
    make_digits,
    move_pen,
    save_styles,
    shipped_styles,
)
from core.errors import FileFormatError, ValueRangeError
from core.network import random_network
from core.training import Adam, cosine, train


def a_style(label: int = 4, found: int = 1, ways: int = 3, strokes: tuple[int, ...] = (10, 6)) -> Style:
    rng = np.random.default_rng(label)
    mean = np.append(rng.uniform(-0.5, 0.5, 2 * POINTS), np.log(0.1)).astype(np.float32)
    return Style(label, found, strokes, mean, 0.02 * rng.standard_normal((33, ways)).astype(np.float32))


@pytest.fixture(scope="module")
def digits() -> DigitSet:
    return make_digits(600, np.random.default_rng(3))


def test_the_same_seed_makes_the_same_digits(digits: DigitSet) -> None:
    again = make_digits(600, np.random.default_rng(3))
    np.testing.assert_array_equal(again.images, digits.images)
    np.testing.assert_array_equal(again.labels, digits.labels)


def test_another_seed_makes_others(digits: DigitSet) -> None:
    other = make_digits(600, np.random.default_rng(4))
    pictures = {image.tobytes() for image in digits.images}
    assert not any(image.tobytes() in pictures for image in other.images)


def test_digits_have_the_form_of_mnist(digits: DigitSet) -> None:
    assert digits.images.shape == (600, 28, 28)
    assert digits.images.dtype == np.uint8
    assert digits.labels.dtype == np.uint8
    assert digits.images.max(axis=(1, 2)).min() > 200  # every one has dark ink


@pytest.mark.parametrize("count", [0, 1, 7, 23])
def test_no_class_has_more_than_one_more_than_another(count: int) -> None:
    made = make_digits(count, np.random.default_rng(0))
    counts = np.bincount(made.labels, minlength=10)
    assert len(made) == count
    assert counts.sum() == count
    assert counts.max() - counts.min() <= 1


def test_classes_come_in_mixed_order(digits: DigitSet) -> None:
    assert len(set(digits.labels[:20].tolist())) > 5
    assert not np.array_equal(digits.labels, np.sort(digits.labels))


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueRangeError) as caught:
        make_digits(-1, np.random.default_rng(0))
    assert (caught.value.name, caught.value.got) == ("count", -1)


def test_the_longer_side_of_the_ink_is_20_pixels(digits: DigitSet) -> None:
    dark = digits.images > 127
    heights = dark.any(axis=2).sum(axis=1)
    widths = dark.any(axis=1).sum(axis=1)
    longer = np.maximum(heights, widths)
    assert np.median(longer) == 20
    assert ((longer >= 18) & (longer <= 21)).all()


def test_the_centre_of_mass_is_in_the_middle(digits: DigitSet) -> None:
    ink = digits.images.astype(float)
    mass = ink.sum(axis=(1, 2))
    centres = np.arange(28) + 0.5
    for axis in (1, 2):
        middle = ink.sum(axis=axis) @ centres / mass
        assert np.abs(middle - 14.5).max() < 1.5
        assert np.abs(middle - 14.5).mean() < 0.5


def test_no_two_are_alike(digits: DigitSet) -> None:
    rows = digits.images.reshape(600, -1).astype(np.float64) / 255
    square = (rows**2).sum(axis=1)
    distance = square[:, None] - 2 * rows @ rows.T + square
    np.fill_diagonal(distance, np.inf)
    assert distance.min() > 0.5  # in pixels of full ink


def test_pens_are_thin_and_thick(digits: DigitSet) -> None:
    ones = digits.images[digits.labels == 1].astype(float).sum(axis=(1, 2)) / 255 / 20  # ink for each row
    assert ones.min() < 2.2
    assert ones.max() > 3.8


@given(hnp.arrays(np.float64, st.tuples(st.integers(2, 16), st.just(2)), elements=st.floats(-1, 1)))
def test_a_curve_passes_all_its_points(points: np.ndarray) -> None:
    line = curve(points)
    assert line.shape == ((len(points) - 1) * STEPS + 1, 2)
    np.testing.assert_allclose(line[::STEPS], points, atol=1e-12)


@given(st.floats(-1, 1), st.floats(-1, 1), st.integers(2, 16))
def test_a_curve_through_even_points_on_a_line_is_that_line(dx: float, dy: float, count: int) -> None:
    points = np.arange(count)[:, None] * np.array([dx, dy])
    line = curve(points)
    np.testing.assert_allclose(line, np.linspace(points[0], points[-1], len(line)), atol=1e-12)


def test_a_curve_by_hand() -> None:
    # Half-way between p1 and p2 the formula gives (9 (p1 + p2) - (p0 + p3)) / 16.
    points = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    np.testing.assert_allclose(curve(points)[3], [(9 * 2 - 0) / 16, (9 * 1 - 1) / 16])


def test_a_style_without_spread_is_its_mean() -> None:
    style = a_style(ways=0)
    strokes, width = move_pen(style, np.random.default_rng(0))
    assert [len(stroke) for stroke in strokes] == [10, 6]
    np.testing.assert_array_equal(np.concatenate(strokes).ravel(), style.mean[:-1])
    assert width == pytest.approx(0.1)


def test_movements_have_the_covariance_of_their_style() -> None:
    style, rng = a_style(), np.random.default_rng(1)
    movements = np.array([np.concatenate(move_pen(style, rng)[0]).ravel() for _ in range(4000)])
    expected = style.spread[:-1] @ style.spread[:-1].T
    np.testing.assert_allclose(movements.mean(axis=0), style.mean[:-1], atol=0.005)
    np.testing.assert_allclose(np.cov(movements.T), expected, atol=0.1 * expected.max())


def test_no_pen_is_thinner_or_thicker_than_pens_are() -> None:
    for log_width, width in ((-9.0, THINNEST), (9.0, THICKEST)):
        style = a_style(ways=0)
        style.mean[-1] = log_width
        assert move_pen(style, np.random.default_rng(0))[1] == pytest.approx(width)


def test_common_styles_are_chosen_more_often() -> None:
    common, rare, rng = a_style(found=30), a_style(found=10), np.random.default_rng(0)
    chosen = [choose_style((common, rare), rng) is common for _ in range(2000)]
    assert np.mean(chosen) == pytest.approx(0.75, abs=0.03)


def test_where_and_how_large_a_digit_is_drawn_makes_no_difference() -> None:
    strokes = [np.array([[0.0, 0.0], [0.5, 1.0]]), np.array([[0.0, 0.5], [0.5, 0.4]])]
    moved = [stroke * 300 + [40, -7] for stroke in strokes]
    np.testing.assert_array_equal(draw(moved, 0.1), draw(strokes, 0.1))


def test_styles_come_back_from_their_file(tmp_path: Path) -> None:
    styles = (a_style(4, 30), a_style(7, 10, strokes=(16,)))
    save_styles(tmp_path / "styles.npz", styles)
    back = load_styles(tmp_path / "styles.npz")
    for style, same in zip(styles, back, strict=True):
        assert (same.label, same.found, same.strokes) == (style.label, style.found, style.strokes)
        np.testing.assert_array_equal(same.mean, style.mean)
        np.testing.assert_array_equal(same.spread, style.spread)


def test_a_file_without_styles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileFormatError) as caught:
        load_styles(tmp_path / "none.npz")
    assert caught.value.problem == "missing"
    np.savez(tmp_path / "other.npz", label=np.zeros(1, np.uint8))
    with pytest.raises(FileFormatError) as caught:
        load_styles(tmp_path / "other.npz")
    assert caught.value.problem == "missing-key"


def test_the_shipped_styles_cover_every_digit_in_several_ways() -> None:
    styles = shipped_styles()
    for label in range(10):
        assert sum(style.label == label for style in styles) >= 5
    for style in styles:
        assert sum(style.strokes) == POINTS
        assert style.mean.shape == (33,)
        assert np.isfinite(style.spread).all()
        assert style.found >= 20  # a style is what many digits have in common, never somebody's one digit


def nearest_distance(rows: np.ndarray, others: np.ndarray) -> np.ndarray:
    square = (others**2).sum(axis=1)
    return (square - 2 * rows @ others.T).min(axis=1) + (rows**2).sum(axis=1)


def test_nothing_was_learned_by_heart(shared_data: Path, digits: DigitSet) -> None:
    """Made-up digits lie as far from the digits that the styles were fitted to as from others of MNIST.

    The fit saw the first 2,500 training images of each class, and none of the next.
    """
    real = mnist.load(shared_data / "mnist", "train")
    places = [np.flatnonzero(real.labels == label) for label in range(10)]
    inputs = real.inputs()
    seen = inputs[np.concatenate([p[:2500] for p in places])]
    unseen = inputs[np.concatenate([p[2500:5000] for p in places])]
    to_seen = nearest_distance(digits.inputs(), seen)
    to_unseen = nearest_distance(digits.inputs(), unseen)
    assert np.median(to_seen) > 0.93 * np.median(to_unseen)
    assert np.mean(to_seen < to_unseen) < 0.6
    assert to_seen.min() > 0.5


def test_real_digits_are_read_by_a_network_that_only_ever_saw_made_up_ones(shared_data: Path) -> None:
    rng = np.random.default_rng(11)
    made = make_digits(20_000, rng)
    network = random_network((784, 50, 100, 10), rng, "relu")
    steps = train(
        network, made.inputs(), made.labels, epochs=8, rng=rng, optimizer=Adam(0.002), schedule=cosine
    )
    for step in steps:
        network = step.network
    test = mnist.load(shared_data / "mnist", "test")
    right = network.predict(test.inputs()).argmax(axis=1) == test.labels
    assert right.mean() >= 0.90
    for label in range(10):
        assert right[test.labels == label].mean() > 0.80
