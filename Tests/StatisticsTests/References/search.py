"""Reference values for what the trials of a search show.

Made with optuna 4.9.0, numpy 2.4.6 and scipy 1.17.1:

    python search.py > search.json

A value of null is that of a trial that diverged.
"""

import json
import math
import warnings
from fractions import Fraction
from itertools import combinations
from math import comb

import numpy as np
import optuna
from optuna.distributions import FloatDistribution, IntDistribution
from optuna.importance import PedAnovaImportanceEvaluator, get_param_importances
from scipy.optimize import brentq

warnings.simplefilter("ignore")
optuna.logging.set_verbosity(optuna.logging.ERROR)
generator = np.random.Generator(np.random.PCG64(23))
assert optuna.__version__ == "4.9.0"


def finite(value):
    return None if math.isinf(value) else float(value)


# Importance

RANGES = {
    "learning_rate": FloatDistribution(1e-5, 1e-1, log=True),
    "beta1": FloatDistribution(0.9, 0.999),
    "layers": IntDistribution(1, 7),
    "epochs": IntDistribution(1000, 100000),
    "width": IntDistribution(16, 1024, log=True),
    "pair": IntDistribution(3, 4, log=True),
    "fixed": FloatDistribution(0.5, 0.5),
}


def draw(distribution):
    if distribution.single():
        return distribution.low
    if isinstance(distribution, IntDistribution):
        if distribution.log:
            low, high = np.log(distribution.low - 0.5), np.log(distribution.high + 0.5)
            value = int(round(math.exp(generator.uniform(low, high))))
            return min(max(value, distribution.low), distribution.high)
        return int(generator.integers(distribution.low, distribution.high + 1))
    if distribution.log:
        return math.exp(generator.uniform(math.log(distribution.low), math.log(distribution.high)))
    return float(generator.uniform(distribution.low, distribution.high))


def loss(point):
    rate = math.log10(point.get("learning_rate", 1e-3))
    value = (rate + 2.5) ** 2 + 30 * abs(point.get("beta1", 0.95) - 0.95)
    value += 0.1 * (point.get("layers", 3) - 3) ** 2 + point.get("epochs", 0) / 1e6
    value += 0.2 * abs(math.log2(point.get("width", 64)) - 7) + generator.normal(0, 0.1)
    return math.inf if rate > -1.3 else value


importance = []


def add_importance(name, ranges, points, values):
    study = optuna.create_study(direction="minimize")
    for point, value in zip(points, values):
        study.add_trial(
            optuna.trial.create_trial(params=point, distributions=ranges, value=value)
        )
    shares = get_param_importances(study, evaluator=PedAnovaImportanceEvaluator())
    importance.append(
        {
            "name": name,
            "ranges": [
                {
                    "low": r.low, "high": r.high, "logarithmic": r.log,
                    "integer": isinstance(r, IntDistribution),
                }
                for r in ranges.values()
            ],
            "points": [[float(point[key]) for key in ranges] for point in points],
            "values": [finite(value) for value in values],
            "shares": [shares[key] for key in ranges],
        }
    )


def random_search(name, keys, count, change=lambda value: value):
    ranges = {key: RANGES[key] for key in keys}
    points = [{key: draw(r) for key, r in ranges.items()} for _ in range(count)]
    add_importance(name, ranges, points, [change(loss(point)) for point in points])


ALL = list(RANGES)
for count in [5, 8, 15, 30, 50, 70, 120]:
    random_search(f"random search, {count} trials", ALL, count)
random_search("large", ["learning_rate", "beta1", "epochs"], 400)
random_search("values tie", ALL, 60, lambda value: value if math.isinf(value) else round(value))
random_search("one matters", ["learning_rate", "fixed"], 20)
random_search("integers", ["layers", "epochs", "width", "pair"], 90)

three = {"learning_rate": RANGES["learning_rate"], "layers": RANGES["layers"]}
points = [{key: draw(r) for key, r in three.items()} for _ in range(3)]
add_importance("the fewest trials", three, points, [0.3, 0.2, 0.9])
points = [{key: draw(r) for key, r in three.items()} for _ in range(6)]
add_importance("half diverged", three, points, [math.inf, 0.2, 0.9, math.inf, 0.1, math.inf])

rates = [10.0 ** -k for k in range(1, 6)]
points = [{"learning_rate": r, "layers": n} for r in rates for n in range(1, 8)]
add_importance("a grid", three, points, [loss(point) for point in points])

study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=42))


def objective(trial):
    rate = trial.suggest_float("learning_rate", 1e-5, 1e-1, log=True)
    beta = trial.suggest_float("beta1", 0.9, 0.999)
    epochs = trial.suggest_int("epochs", 1000, 100000)
    return loss({"learning_rate": rate, "beta1": beta, "epochs": epochs})


study.optimize(objective, n_trials=60)
add_importance(
    "tree-structured Parzen estimator",
    {key: RANGES[key] for key in ["learning_rate", "beta1", "epochs"]},
    [trial.params for trial in study.trials], [trial.value for trial in study.trials],
)

# As Optuna sizes the grid of whole numbers on a logarithmic scale; log 2^29 / log 2 is above 29.
sizes = [
    {"high": high, "size": min(int(np.ceil(np.log(high) / np.log(2))) + 1, 50)}
    for high in [2, 3, 4, 5, 7, 8, 9, 1000] + [2**power for power in range(10, 53)]
]

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

sections = {
    "importance": importance, "sizes": sizes, "best": best, "large": large,
    "intervals": intervals, "basins": basins,
}
listings = [
    f'"{name}": [\n' + ",\n".join(json.dumps(case) for case in cases) + "\n]"
    for name, cases in sections.items()
]
print("{\n" + ",\n".join(listings) + "\n}")
