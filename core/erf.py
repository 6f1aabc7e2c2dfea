"""The error function, which NumPy does not have. GELU needs it.

erf x = 2/√π · ∫₀ˣ exp(−t²) dt has no closed form, so it is computed from three quotients of
polynomials, one for small, one for middle and one for large |x|.
"""

import numpy as np

from core.shapes import Array

# W. J. Cody, Rational Chebyshev approximations for the error function,
# Mathematics of Computation 23 (1969) 631-637. Coefficients from the highest power down.
_SMALL = (
    (1.85777706184603153e-1, 3.16112374387056560e0, 1.13864154151050156e2, 3.77485237685302021e2,
     3.20937758913846947e3),
    (1.0, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3),
)  # fmt: skip
_MIDDLE = (
    (2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594e0, 6.61191906371416295e1,
     2.98635138197400131e2, 8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3,
     1.23033935479799725e3),
    (1.0, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
     3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3),
)  # fmt: skip
_LARGE = (
    (1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
     1.60837851487422766e-2, 6.58749161529837803e-4),
    (1.0, 2.56852019228982242e0, 1.87295284992346047e0, 5.27905102951428412e-1, 6.05183413124413191e-2,
     2.33520497626869185e-3),
)  # fmt: skip
_ENDS_OF_SMALL, _ENDS_OF_MIDDLE, _ERFC_IS_ZERO = 0.46875, 4.0, 27.0


def _quotient(polynomials: tuple[tuple[float, ...], tuple[float, ...]], x: Array) -> Array:
    above, below = polynomials
    return np.polyval(above, x) / np.polyval(below, x)


def erf(x: Array) -> Array:
    """The share of a bell curve within ±x: −1 far left, 0 at 0, 1 far right.

    erf x = 2/√π · ∫₀ˣ exp(−t²) dt, to about 1e-16.

    x: any shape. Returns the same shape and float dtype.
    Source: Cody (1969).
    """
    x = np.asarray(x)
    dtype = x.dtype if np.issubdtype(x.dtype, np.floating) else np.dtype(np.float64)
    x = x.astype(np.float64)
    size = np.minimum(np.abs(x), _ERFC_IS_ZERO)  # beyond that, 1 - erf is below the smallest float64
    y = np.empty_like(size)

    small = size <= _ENDS_OF_SMALL
    large = size > _ENDS_OF_MIDDLE
    middle = ~small & ~large

    s = size[small]
    y[small] = s * _quotient(_SMALL, s * s)
    s = size[middle]
    y[middle] = 1 - np.exp(-s * s) * _quotient(_MIDDLE, s)
    s = size[large]
    r = 1 / (s * s)
    y[large] = 1 - np.exp(-s * s) / s * (1 / np.sqrt(np.pi) - r * _quotient(_LARGE, r))
    return np.copysign(y, x).astype(dtype)
