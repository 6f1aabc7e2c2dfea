"""The scale of draggable bars: it takes up whatever scores there are, and leaves some room to drag."""

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass

_ROOM = 0.15  # of the span, left free at both ends
_CLOSE = 0.3  # scores that differ by less than this part of their size are looked at closely
_MOST = sys.float_info.max


@dataclass(frozen=True)
class Scale:
    """From `low` to `high`. Bars begin at `base`: 0, or the end nearest to it where 0 is far outside."""

    low: float
    high: float

    @property
    def base(self) -> float:
        return min(max(0.0, self.low), self.high)

    @property
    def is_cut(self) -> bool:
        """Is 0 outside?"""
        return self.base != 0

    @property
    def _half(self) -> float:
        """Half of the span, which always is a float."""
        return self.high / 2 - self.low / 2

    def share(self, value: float) -> float:
        """Where a value lies: 0 at the low end, 1 at the high one."""
        return (value / 2 - self.low / 2) / self._half

    def value(self, share: float, pixels: float) -> float:
        """What lies there, without digits that cannot be seen. pixels: how long the scale is on screen."""
        value = min(max(2 * (self.low / 2 + share * self._half), -_MOST), _MOST)
        digits = -math.floor(math.log10(2 * (self._half / max(pixels, 1)) or 5e-324))
        try:
            return round(value, digits)
        except OverflowError:  # it would be rounded up to more than a float
            return value

    @property
    def step(self) -> float:
        """One notch of the wheel: a twentieth of the scale or less, and a power of ten."""
        return _power_of_ten(self._half / 10)


def scale_of(values: Sequence[float]) -> Scale:
    """A scale with round ends, on which all of these lie."""
    low, high = min(values), max(values)
    spread, size = high - low, max(abs(low), abs(high))
    if 0 < spread < _CLOSE * size and (low > 0) == (high > 0):
        return _rounded(low - spread / 2, high + spread / 2)
    low, high = min(low, 0.0), max(high, 0.0)
    room = _ROOM * (high - low or 1.0)
    return _rounded(low - room, high + room)


def _rounded(low: float, high: float) -> Scale:
    """With the ends moved outwards to round numbers; from end to end where no float would be enough."""
    if not math.isfinite(high - low):
        return Scale(-_MOST, _MOST)
    rough = (high - low) / 8
    power = _power_of_ten(rough)
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)
    ends = (_tidy(math.floor(low / step) * step), _tidy(math.ceil(high / step) * step))
    return Scale(*ends) if ends[0] < ends[1] else Scale(low, high)


def _power_of_ten(number: float) -> float:
    """The largest that is not above the number."""
    return float(f"1e{math.floor(math.log10(max(number, 1e-300)))}")


def _tidy(number: float) -> float:
    """0.6, not 0.6000000000000001."""
    return min(max(float(f"{number:.10g}"), -_MOST), _MOST)


def stepped(value: float, step: float, steps: int) -> float:
    """So many steps further, without the rounding errors of the way."""
    there = value + steps * step
    return float(f"{there:.12g}") + 0.0 if math.isfinite(there) else value
