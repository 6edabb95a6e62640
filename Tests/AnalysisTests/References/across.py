"""Statistics across problems, of random times.

Made with Python 3.11, NumPy 2.4.6, SciPy 1.17.1 and statsmodels 0.14.5:

    python across.py > across.json

A case has times by problem, contender and seed (null: never arrived) and the problems that are on the
same rows, which count once. Ranks come from scipy.stats.rankdata; Friedman's statistic is that of
scipy.stats.friedmanchisquare where no rows are shared, and in general the permutation variance of the
sums of ranks (Conover 1999); p values from SciPy's distributions. Wilcoxon's test is SciPy's exact one,
Holm's adjustment statsmodels'. The interquartile mean is scipy.stats.trim_mean of all scores, repeated by
their weights, which is what rliable's aggregate_iqm does where all weights are one; the probability of
improvement is the mean over problems of Mann and Whitney's U over the pairs, as in rliable; the geometric
mean is scipy.stats.gmean; the area is summed over a fine grid of the steps of the profile.

Resamples draw sources, then the seeds within each of their problems. Ends of intervals are told by the
quantiles of 30,000 resamples within .009 of where they should be: four standard errors of an end of
10,000 resamples, that of the bias correction among them. BCa is checked against scipy.stats.bootstrap
where every problem has one seed and rows of its own.
"""

import json
from math import lcm

import numpy as np
from scipy.stats import (
    bootstrap, chi2, f, friedmanchisquare, gmean, mannwhitneyu, norm, rankdata, trim_mean, wilcoxon,
)
from statsmodels.stats.multitest import multipletests

GENERATOR = np.random.Generator(np.random.PCG64(33))
RESAMPLES = 30_000


def made(sizes, contenders, missing):
    """Times by problem; every problem is slower than the last, contenders differ by a tenth."""
    problems = []
    for number, size in enumerate(sizes):
        scale = 20 * (1 + number) * (1 + 0.25 * np.arange(contenders))[:, None]
        times = np.ceil(scale * GENERATOR.lognormal(0, 0.5, (contenders, size)))
        problems.append(np.where(GENERATOR.random(times.shape) < missing, np.inf, times))
    return problems


def medians(problem):
    """Medians over the seeds; infinite where a half falls between a finite and an infinite time."""
    ordered = np.sort(problem, axis=1)
    size = problem.shape[1]
    low, high = ordered[:, (size - 1) // 2], ordered[:, size // 2]
    return np.where(np.isinf(high), np.inf, (low + np.where(np.isinf(high), 0, high)) / 2)


def friedman(problems, sources):
    ranks = np.array(
        [np.mean([rankdata(medians(problems[index])) for index in source], axis=0) for source in sources]
    )
    blocks, methods = ranks.shape
    center = (methods + 1) / 2
    sums = ranks.sum(axis=0) - blocks * center
    statistic = (methods - 1) * np.sum(sums**2) / np.sum((ranks - center) ** 2)
    if methods > 2 and all(len(source) == 1 for source in sources):
        assert abs(statistic - friedmanchisquare(*ranks.T).statistic) < 1e-9
    ratio = (blocks - 1) * statistic / (blocks * (methods - 1) - statistic)
    return {
        "means": ranks.mean(axis=0).tolist(), "statistic": statistic,
        "probability": chi2.sf(statistic, methods - 1), "f": ratio,
        "fProbability": f.sf(ratio, methods - 1, (methods - 1) * (blocks - 1)),
    }


def log_ratio(one, other):
    if one == other:
        return 0.0
    if np.isinf(one) or np.isinf(other):
        return np.inf if np.isinf(one) else -np.inf
    return float(np.log(one / other))


def signed_mean(numbers, weights):
    """Infinite numbers cancel each other, weight by weight; what is left of them decides."""
    numbers, weights = np.array(numbers), np.array(weights)
    isolated = np.isinf(numbers)
    rest = np.sum(np.sign(numbers[isolated]) * weights[isolated])
    if abs(rest) > 1e-9:
        return np.inf * np.sign(rest)
    return np.sum(numbers[~isolated] * weights[~isolated]) / np.sum(weights)


def scores(problems):
    result = []
    for times in problems:
        best = np.min(medians(times))
        best = best if np.isfinite(best) else np.min(times)
        result.append(
            np.where(np.isinf(times), 0, np.minimum(1, best / times)) if np.isfinite(best)
            else np.zeros(times.shape)
        )
    return result


def areas(times):
    """By contender and seed: the share of a grid from 1 to 4 at which the seed is solved."""
    best = times.min(axis=0, keepdims=True)
    with np.errstate(invalid="ignore"):
        ratios = np.where(np.isinf(times), np.inf, times / best)
    grid = 1 + 3 * (np.arange(300_000) + 0.5) / 300_000
    return np.array([[np.mean(ratio <= grid) for ratio in row] for row in ratios])


def exact_areas(times):
    best = times.min(axis=0, keepdims=True)
    with np.errstate(invalid="ignore"):
        ratios = np.where(np.isinf(times), np.inf, times / best)
    result = np.where(ratios < 4, (4 - np.where(np.isinf(ratios), 4, ratios)) / 3, 0)
    assert np.allclose(result, areas(times), atol=1e-5)
    return result


class Sample:
    def __init__(self, problems, sources):
        self.problems, self.sources = problems, sources
        self.scores, self.areas = scores(problems), [exact_areas(times) for times in problems]
        parts = {i: len(s) * problems[i].shape[1] for s in sources for i in s}
        whole = lcm(*parts.values())
        self.weights = {index: whole // part for index, part in parts.items()}
        self.wins = [
            (times[:, None, :, None] < times[None, :, None, :])
            + 0.5 * (times[:, None, :, None] == times[None, :, None, :])
            for times in problems
        ]

    def statistics(self, drawn):
        """Of sources, each a list of (problem, seeds): one row a kind, one entry a contender."""
        contenders = self.problems[0].shape[0]
        middle = [
            trim_mean(
                np.concatenate(
                    [np.repeat(self.scores[p][k][seeds], self.weights[p]) for s in drawn for p, seeds in s]
                ),
                0.25,
            )
            for k in range(contenders)
        ]
        area = np.mean(
            [np.mean([self.areas[p][:, seeds].mean(axis=1) for p, seeds in s], axis=0) for s in drawn],
            axis=0,
        )
        better = np.mean(
            [
                np.mean(
                    [self.wins[p][:, 0][:, seeds][:, :, seeds].mean(axis=(1, 2)) for p, seeds in s],
                    axis=0,
                )
                for s in drawn
            ],
            axis=0,
        )
        ratios = []
        middles = [
            (medians(self.problems[p][:, seeds]), 1 / len(s)) for s in drawn for p, seeds in s
        ]
        for k in range(contenders):
            ratios.append(
                signed_mean([log_ratio(m[k], m[0]) for m, _ in middles], [w for _, w in middles])
            )
        better[0] = 0.5
        return np.array([middle, area, better, ratios])

    def all(self, left=None):
        return self.statistics(
            [
                [(p, np.arange(self.problems[p].shape[1])) for p in source]
                for number, source in enumerate(self.sources) if number != left
            ]
        )

    def resample(self):
        return self.statistics(
            [
                [
                    (p, GENERATOR.integers(0, self.problems[p].shape[1], self.problems[p].shape[1]))
                    for p in self.sources[number]
                ]
                for number in GENERATOR.integers(0, len(self.sources), len(self.sources))
            ]
        )


def places(resampled, estimate, left, smooth):
    """Where the ends of the interval lie among the resamples."""
    if not smooth:
        return 0.025, 0.975
    share = np.mean(resampled < estimate - 1e-12) + np.mean(np.abs(resampled - estimate) <= 1e-12) / 2
    if not 0 < share < 1:
        return 0.025, 0.975
    bias = norm.ppf(share)
    influence = np.mean(left) - left
    spread = np.sum(influence**2)
    skew = np.sum(influence**3) / (6 * spread**1.5) if spread > 0 else 0
    return tuple(
        float(norm.cdf(bias + (bias + z) / (1 - skew * (bias + z)))) for z in norm.ppf([0.025, 0.975])
    )


def case(sizes, contenders, missing, sources=None, resamples=RESAMPLES):
    sources = sources or [[index] for index in range(len(sizes))]
    problems = made(sizes, contenders, missing)
    sample = Sample(problems, sources)
    estimates = sample.all()
    left = np.array([sample.all(number) for number in range(len(sources))])
    drawn = np.array([sample.resample() for _ in range(resamples)])
    kinds = []
    for kind in range(4):
        entries = []
        for k in range(contenders):
            values = np.sort(drawn[:, kind, k])
            ends = places(values, estimates[kind, k], left[:, kind, k], kind < 3)
            if kind in (1, 2) and all(size == 1 for size in sizes) and k > 0:
                check_against_scipy(left[:, kind, k], estimates[kind, k], values, ends)
            bounds = [
                np.quantile(values, np.clip(end + shift, 0, 1), method="lower" if shift < 0 else "higher")
                for end in ends for shift in (-0.009, 0.009)
            ]
            value = estimates[kind, k]
            entries.append(
                {
                    "value": written(np.exp(value) if kind == 3 else value),
                    "bounds": [written(np.exp(b) if kind == 3 else b) for b in bounds],
                }
            )
        kinds.append(entries)
    ratios = [
        [
            signed_mean([log_ratio(medians(problems[p])[k], medians(problems[p])[0]) for p in s], [1] * len(s))
            for s in sources
        ]
        for k in range(1, contenders)
    ]
    finite = [all(np.isfinite(row)) for row in ratios]
    for k, row in enumerate(ratios):
        if finite[k]:
            mean = gmean([np.exp(value) for value in row])
            assert abs(mean - np.exp(estimates[3, k + 1])) < 1e-9
    # An infinite ratio is larger than all others; two of them share their ranks, which SciPy counts too.
    tests = [
        wilcoxon(np.where(np.isinf(row), np.sign(row) * 1e6, row), method="exact").pvalue
        if np.sum(np.isinf(row)) < 2 and len(set(np.abs(row))) == len(row) and 0 not in row else None
        for row in ratios
    ]
    adjusted = multipletests(tests, method="holm")[1].tolist() if None not in tests else None
    improvements = [
        [
            float(
                np.mean(
                    [
                        np.mean(
                            [
                                1 - mannwhitneyu(problems[p][i], problems[p][j]).statistic
                                / problems[p].shape[1] ** 2
                                for p in s
                            ]
                        )
                        for s in sources
                    ]
                )
            )
            for j in range(contenders)
        ]
        for i in range(contenders)
    ]
    return {
        "times": [[[written(t) for t in row] for row in times] for times in problems],
        "sources": sources, "ranks": friedman(problems, sources), "adjusted": adjusted,
        "improvements": improvements,
        **dict(zip(["middleScores", "areas", "improvement", "ratios"], kinds)),
    }


def check_against_scipy(left, estimate, resampled, ends):
    # A mean without one value tells the value.
    values = len(left) * estimate - (len(left) - 1) * left
    result = bootstrap(
        (values,), np.mean, method="BCa", n_resamples=RESAMPLES, rng=np.random.default_rng(4)
    ).confidence_interval
    for end, expected in zip(ends, [result.low, result.high]):
        low, high = np.quantile(resampled, np.clip([end - 0.006, end + 0.006], 0, 1))
        assert low - 1e-9 <= expected <= high + 1e-9, (low, expected, high)


def written(number):
    return None if np.isinf(number) and number > 0 else float(number)


cases = [
    case([8] * 6, 3, 0),
    case([6, 5, 1, 6, 4, 6, 6], 3, 0.15, [[0], [1, 4], [2], [3, 5, 6]]),
    case([1] * 9, 3, 0.05),
    case([12] * 3, 4, 0.3),
]
print("[\n" + ",\n".join(json.dumps(one) for one in cases) + "\n]")
