"""Reference values for what the trials of a search show.

Made with numpy 2.4.6 and scipy 1.17.1:

    python search.py > search.json

A value of null is that of a trial that diverged.
"""

import json
import math
from fractions import Fraction
from itertools import combinations
from math import comb

import numpy as np
from scipy.optimize import brentq

generator = np.random.Generator(np.random.PCG64(23))


def finite(value):
    return None if math.isinf(value) else float(value)


# The best of n trials

PROBABILITIES = [0.25, 0.5, 0.75]


def averaged(values, weights, probability):
    """The quantile of values in rising order, the mean of two where one is met exactly."""
    total = Fraction(0)
    for index, (value, weight) in enumerate(zip(values, weights)):
        total += weight
        if total > probability:
            return value
        if total == probability:
            return (value + values[index + 1]) / 2
    raise ValueError


def best_by_enumeration(values, drawn):
    bests = sorted(min(choice) for choice in combinations(values, drawn))
    expectation = (
        math.inf if math.inf in bests else float(sum(map(Fraction, bests)) / len(bests))
    )
    weights = [Fraction(1, len(bests))] * len(bests)
    return expectation, [averaged(bests, weights, Fraction(p)) for p in PROBABILITIES]


def best_by_fractions(values, drawn):
    values = sorted(values)
    count = len(values)
    # The term of the i-th least value, in whole numbers: C(N - i, n - 1) of C(N, n).
    terms = [comb(count - 1, drawn - 1)]
    for i in range(2, count + 1):
        terms.append(terms[-1] * (count - i + 2 - drawn) // (count - i + 1))
    assert sum(terms) == comb(count, drawn)
    if any(term and math.isinf(value) for value, term in zip(values, terms)):
        expectation = math.inf
    else:
        pairs = [(Fraction(v), t) for v, t in zip(values, terms) if t]
        scale = max(v.denominator for v, _ in pairs)
        whole = sum(int(v * scale) * t for v, t in pairs)
        expectation = float(Fraction(whole, scale * sum(terms)))
    quantiles = []
    for probability in map(Fraction, PROBABILITIES):
        seen = 0
        for index, (value, term) in enumerate(zip(values, terms)):
            seen += term
            reached = seen * probability.denominator - sum(terms) * probability.numerator
            if reached > 0:
                quantiles.append(value)
                break
            if reached == 0:
                quantiles.append((value + values[index + 1]) / 2)
                break
    return expectation, quantiles


best = []


def add_best(values, sizes, compute):
    rows = [compute(values, drawn) for drawn in sizes]
    best.append(
        {
            "values": [finite(value) for value in values], "sizes": list(sizes),
            "expectations": [finite(row[0]) for row in rows],
            "quantiles": [[finite(row[1][i]) for row in rows] for i in range(len(PROBABILITIES))],
        }
    )


small = [
    [3.5], [2.0, 1.0], [0.1, 0.1, 0.1], [1.5, math.inf], [math.inf, math.inf, 7.0, 2.0],
    [4.0, 4.0, 1.0, 9.0, 9.0, 2.0], [-3.0, 0.0, 2.5, -1.0, 8.0, 8.0, math.inf],
    np.round(generator.exponential(size=9), 4).tolist(),
    np.round(generator.exponential(size=8), 4).tolist() + [math.inf] * 4,
    [0.3, 1e30, 5e12, 0.2, 0.7, math.inf, 1e300, 0.25], [math.inf] * 3,
]
for values in small:
    add_best(values, range(1, len(values) + 1), best_by_enumeration)
    for drawn in range(1, len(values) + 1):
        one, other = best_by_enumeration(values, drawn), best_by_fractions(values, drawn)
        assert one[1] == other[1] and (one[0] == other[0] or abs(one[0] / other[0] - 1) < 1e-15)
for count, diverged in [(20, 0), (50, 7), (100, 40), (200, 0)]:
    values = np.round(np.exp(generator.normal(size=count)), 5).tolist()
    values = [math.inf] * diverged + values[diverged:]
    add_best(values, range(1, count + 1), best_by_fractions)
add_best(
    [0.25, 0.5] + [2.0**power for power in range(0, 100, 2)], range(1, 53), best_by_fractions
)


def formula(count):
    """Values too many to be listed: a permutation of 0 to 10,006 in 64ths."""
    return [(index * 7919 % 10007) / 64 for index in range(count)]


large = []
for count in [1000, 10000]:
    sizes_of_draws = [1, 2, 3, 10, count // 10, count // 2, count - 100, count - 1, count]
    rows = [best_by_fractions(formula(count), drawn) for drawn in sizes_of_draws]
    large.append(
        {
            "count": count, "sizes": sizes_of_draws, "expectations": [row[0] for row in rows],
            "quantiles": [[row[1][i] for row in rows] for i in range(len(PROBABILITIES))],
        }
    )

# Intervals: of 200,000 resamples those quantiles between which an end of 10,000 must lie.

intervals = []


def ends(results, levels):
    results = np.sort(results)
    return [finite(results[int(level * (len(results) - 1))]) for level in levels]


for count, diverged in [(8, 0), (30, 0), (40, 12)]:
    values = np.round(np.exp(generator.normal(size=count)), 5)
    values[:diverged] = np.inf
    drawn = np.sort(values[generator.integers(0, count, (200_000, count))], axis=1)
    missed = np.isinf(drawn).sum(axis=1)
    rows = []
    for size in sorted({1, 2, 3, count // 4, count // 2, count - 1}):
        terms = np.array([comb(count - i, size - 1) for i in range(1, count + 1)])
        terms = terms / comb(count, size)
        sums = np.where(np.isinf(drawn), 0, drawn) @ terms
        expected = np.where(size <= missed, np.inf, sums)
        cumulated = np.cumsum(terms)
        place = int(np.searchsorted(cumulated, 0.5 - 1e-9))
        following = place + (1 if abs(cumulated[place] - 0.5) < 1e-9 else 0)
        medians = (drawn[:, place] + drawn[:, following]) / 2
        rows.append(
            {
                "size": size,
                **{
                    name: ends(results, [0.019, 0.031, 0.969, 0.981])
                    for name, results in [("expectation", expected), ("median", medians)]
                },
            }
        )
    intervals.append({"values": [finite(value) for value in values], "rows": rows})

# Basins: NumPy's interpolation, followed in small steps from the best trial and then to the root.


def basin_end(places, losses, limit, best, direction):
    last = places[-1] if direction > 0 else places[0]

    def above(place):
        return np.interp(place, places, losses) - limit

    steps = np.linspace(best, last, 200_001)
    outside = np.nonzero(above(steps) > 0)[0]
    if not len(outside):
        return last, True
    return brentq(above, steps[outside[0] - 1], steps[outside[0]], xtol=1e-14), False


basins = []
for count in [2, 3, 5, 10, 20, 40]:
    for share in [0.05, 0.5]:
        places = np.sort(generator.uniform(-5, 0, count))
        losses = 0.3 + (places + 2.2) ** 2 / 4 + generator.uniform(0, 0.15, count)
        rates = 10**places
        places = np.log10(rates)
        least = int(np.argmin(losses))
        limit = losses[least] * (1 + share)
        low, low_open = basin_end(places, losses, limit, places[least], -1)
        high, high_open = basin_end(places, losses, limit, places[least], 1)
        order = generator.permutation(count)
        basins.append(
            {
                "rates": rates[order].tolist(), "losses": losses[order].tolist(), "share": share,
                "decades": high - low, "low": 10**low, "high": 10**high,
                "low_open": low_open, "high_open": high_open,
            }
        )

sections = {"best": best, "large": large, "intervals": intervals, "basins": basins}
listings = [
    f'"{name}": [\n' + ",\n".join(json.dumps(case) for case in cases) + "\n]"
    for name, cases in sections.items()
]
print("{\n" + ",\n".join(listings) + "\n}")
