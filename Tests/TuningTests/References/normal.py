"""Logarithms of normal probabilities and their inverse by SciPy and mpmath, masses of intervals by mpmath, and NumPy's
orders.

Made with Python 3.11, numpy 2.4.6, scipy 1.17.1 and mpmath 1.4.1:

    NPY_DISABLE_CPU_FEATURES="X86_V3 X86_V4" python normal.py > normal.json

Without vector instructions, for `argsort` orders equal numbers otherwise with them.
"""

import json

import mpmath
import numpy as np
from scipy.special import log_ndtr, ndtri_exp

mpmath.mp.dps = 60
rng = np.random.default_rng(1)


def log_probability(place):
    place = mpmath.mpf(place)
    if place > 0:
        return float(mpmath.log1p(-mpmath.erfc(place / mpmath.sqrt(2)) / 2))
    return float(mpmath.log(mpmath.erfc(-place / mpmath.sqrt(2)) / 2))


def inverse(logarithm, guess):
    """From SciPy's place on, on the side that is below one half."""
    logarithm = mpmath.mpf(logarithm)
    sign = 1
    if logarithm > mpmath.log(0.5):
        logarithm, guess, sign = mpmath.log(-mpmath.expm1(logarithm)), -guess, -1
    root = mpmath.findroot(lambda x: mpmath.log(mpmath.erfc(-x / mpmath.sqrt(2)) / 2) - logarithm, guess)
    return sign * float(root)


def log_mass(low, high):
    if high <= 0:
        low, high = -high, -low
    low, high = mpmath.mpf(low), mpmath.mpf(high)
    return float(mpmath.log((mpmath.erfc(low / mpmath.sqrt(2)) - mpmath.erfc(high / mpmath.sqrt(2))) / 2))


places = np.concatenate([np.linspace(-45, 37, 83), np.linspace(-2, 2, 41), -np.geomspace(1, 1e6, 40), rng.normal(0, 5, 60),
                         [-0.75, 0.75, -8.5, -8.499999, 1e-9, -1e-9]])
logarithms = np.concatenate([-np.geomspace(1e-300, 1e10, 200), -np.linspace(0.6, 0.8, 41), -np.geomspace(1e-3, 30, 60)])
ends = [(-1, 2), (-40, -39), (0.5, 90), (-100, 0), (-1e-3, 1e-3), (3, 4), (-0.5, 0), (0, 0.5), (-0.3, 99.7), (-6, -5.9),
        (-1, 0.01), (7, 9), (-30, 30)]
shares = [0, 1e-6, 0.1, 0.5, 0.999]
counts = [0, 1, 2, 9, 16, 17, 18, 33, 64, 100, 275]
orders = []
for count in counts:
    for spread in (3, 40, 10**9):
        numbers = rng.integers(0, spread, count).astype(float)
        orders.append({"numbers": numbers.tolist(), "order": np.argsort(numbers).tolist()})
print(json.dumps({
    "places": places.tolist(), "logarithms": log_ndtr(places).tolist(),
    "exact_logarithms": [log_probability(place) for place in places],
    "inverse_logarithms": logarithms.tolist(), "inverse_places": ndtri_exp(logarithms).tolist(),
    "exact_inverse_places": [inverse(*pair) for pair in zip(logarithms, ndtri_exp(logarithms))],
    "ends": ends, "log_masses": [log_mass(*pair) for pair in ends], "orders": orders}))
