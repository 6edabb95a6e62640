"""Mean ranks, Nemenyi's critical difference and performance profiles of random scores.

Made with Python 3.11, NumPy 2.4.6 and SciPy 1.17.1:

    python3 ranks.py > ranks.json

Ranks come from scipy.stats.rankdata, Friedman's test from scipy.stats.friedmanchisquare (which wants
three methods; for two, its formula is written out), the critical difference from SciPy's Studentized
range, the sets that are not told apart from trying every set of optimizers that are neighbours by
rank, or all where Friedman's test does not reject at 5 %. null stands for a run that failed. Profiles follow Dolan and Moré 2002 with NumPy.
"""

import json

import numpy as np
from scipy.stats import chi2, friedmanchisquare, rankdata, studentized_range

GENERATOR = np.random.default_rng(20)


def friedman(ranks):
    if ranks.shape[1] > 2:
        with np.errstate(invalid="ignore", divide="ignore"):
            return float(friedmanchisquare(*ranks.T).pvalue)
    apart = np.sum(ranks[:, 0] != ranks[:, 1])
    if apart == 0:
        return np.nan
    return float(chi2.sf(np.sum(ranks[:, 0] - ranks[:, 1]) ** 2 / apart, 1))


def ranks(problems, optimizers, spread):
    scores = GENERATOR.integers(0, 9, (problems, optimizers)) + spread * np.arange(optimizers)
    scores = np.where(GENERATOR.random(scores.shape) < 0.1, np.inf, scores)
    means = rankdata(scores, axis=1).mean(axis=0)
    p = friedman(rankdata(scores, axis=1))
    case = {
        "scores": written(scores), "means": means.tolist(), "friedman": None if np.isnan(p) else p
    }
    if optimizers <= 30:
        quantile = studentized_range.ppf(0.95, optimizers, np.inf) / np.sqrt(2)
        difference = quantile * np.sqrt(optimizers * (optimizers + 1) / (6 * problems))
        order = sorted(range(optimizers), key=lambda index: (means[index], index))
        runs = [order] if not p < 0.05 else [
            order[first:last]
            for first in range(optimizers)
            for last in range(first + 2, optimizers + 1)
            if means[order[last - 1]] - means[order[first]] < difference
        ]
        case["criticalDifference"] = difference
        case["groups"] = [
            run for run in runs if not any(set(run) < set(other) for other in runs)
        ]
    return case


def profile(problems, optimizers, seeds):
    times = GENERATOR.integers(1, 12, (problems, optimizers, seeds)).astype(float)
    times = np.where(GENERATOR.random(times.shape) < 0.3, np.inf, times)
    times[0, :, 0] = np.inf
    times[-1, :, -1] = 0
    best = times.min(axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        ratios = np.where(np.isinf(times), np.inf, np.where(times == best, 1, times / best))
    factors = [1, 1.5, 2, 3, 5, 8, 100]
    shares = [
        [float((ratios[:, optimizer] <= factor).mean()) for factor in factors]
        for optimizer in range(optimizers)
    ]
    return {"times": written(times), "factors": factors, "shares": shares}


def written(array):
    if isinstance(array, np.ndarray):
        return [written(part) for part in array]
    return None if np.isinf(array) else float(array)


print(
    json.dumps(
        {
            "ranks": [
                ranks(problems, optimizers, spread)
                for problems in [2, 7, 30]
                for optimizers in [*range(2, 12), 30, 31]
                for spread in [0, 1.5]
            ],
            "profiles": [profile(3, 4, 5), profile(1, 2, 10), profile(6, 7, 3)],
        }
    )
)
