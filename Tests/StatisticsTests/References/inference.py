"""Reference values for tests, intervals and distributions.

Made with numpy 2.4.6, scipy 1.17.1 and statsmodels 0.14.6:

    python inference.py > inference.json
"""

import itertools
import json

import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests

generator = np.random.Generator(np.random.PCG64(9))


def plain(value):
    """Infinities as text, which JSON has no number for."""
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(one) for one in value]
    value = float(value)
    return value if np.isfinite(value) else ("inf" if value > 0 else "-inf")


def differences(size, kind):
    values = {
        "normal": lambda: generator.normal(0.4, 1, size),
        "ties": lambda: generator.integers(-3, 5, size).astype(float),
        "zeros": lambda: generator.integers(-1, 3, size).astype(float),
        "infinite": lambda: np.where(
            generator.random(size) < 0.3, generator.choice([-np.inf, np.inf], size),
            generator.integers(-4, 6, size).astype(float)),
    }[kind]()
    return values + 0.0


def brute_force(values):
    """The two-sided p over all patterns of signs, with mid-ranks and Pratt's zeros."""
    ranks = stats.rankdata(np.abs(values))
    kept = values != 0
    ranks, signs = ranks[kept], values[kept] > 0
    if not kept.any():
        return 1.0
    observed = ranks[signs].sum()
    sums = np.array(
        [np.dot(pattern, ranks) for pattern in itertools.product([0, 1], repeat=len(ranks))])
    return min(1.0, 2 * min(np.mean(sums <= observed), np.mean(sums >= observed)))


signed_rank = []
for size in range(1, 13):
    for kind in ["normal", "ties", "zeros", "infinite"]:
        values = differences(size, kind)
        signed_rank.append(
            {"differences": plain(values), "probability": brute_force(values), "exact": True})
for size in [15, 20, 30, 50]:
    values = generator.normal(0.2, 1, size)
    probability = stats.wilcoxon(values, method="exact").pvalue
    signed_rank.append(
        {"differences": plain(values), "probability": float(probability), "exact": True})
for size, kind in [(250, "normal"), (300, "ties"), (400, "zeros")]:
    values = differences(size, kind) if kind != "normal" else generator.normal(0.1, 1, size)
    if kind != "normal":
        values = values - 1
    probability = stats.wilcoxon(
        values, method="asymptotic", correction=True, zero_method="pratt").pvalue
    signed_rank.append(
        {"differences": plain(values), "probability": float(probability), "exact": False})


def walsh(values):
    with np.errstate(invalid="ignore"):
        sums = [
            (values[i] + values[j]) / 2 for i in range(len(values)) for j in range(i, len(values))]
    return np.sort(np.nan_to_num(np.array(sums), nan=0.0, posinf=np.inf, neginf=-np.inf))


def largest(size, tail):
    """The largest k with P(W <= k) at most `tail`, from the coefficients of the product of (1 + x^r)."""
    counts = np.array([1], dtype=object)
    for rank in range(1, size + 1):
        longer = np.zeros(len(counts) + rank, dtype=object)
        longer[: len(counts)] += counts
        longer[rank:] += counts
        counts = longer
    total, k = 0, -1
    for place, count in enumerate(counts):
        total += count
        if total > tail * 2 ** size:
            break
        k = place
    return k


hodges_lehmann = []
for size, kind in [
    (1, "normal"), (2, "normal"), (6, "normal"), (7, "ties"), (10, "infinite"), (20, "normal"),
    (20, "zeros"), (20, "infinite"), (50, "normal"), (90, "ties"),
]:
    values = differences(size, kind)
    averages = walsh(values)
    for level in [0.95, 0.99, 1 - 0.05 / 120]:
        k = largest(size, (1 - level) / 2)
        middle = [averages[(len(averages) - 1) // 2], averages[len(averages) // 2]]
        estimate = middle[0] if middle[0] == middle[1] else sum(middle) / 2
        hodges_lehmann.append({
            "differences": plain(values), "level": level, "estimate": plain(estimate),
            "interval": plain([averages[k], averages[-1 - k]]) if k >= 0 else None})

corrected = []
for size, share in [(2, 0.25), (6, 0.25), (10, 0.1), (20, 0.25), (20, 0.0), (100, 1.0)]:
    values = generator.normal(0.3, 1, size)
    error = np.sqrt((1 / size + share) * values.var(ddof=1))
    statistic = values.mean() / error
    half = stats.t.ppf(0.995, size - 1) * error
    corrected.append({
        "differences": values.tolist(), "share": share,
        "probability": float(2 * stats.t.sf(abs(statistic), size - 1)),
        "interval": [values.mean() - half, values.mean() + half]})
    if share == 0:
        assert abs(stats.ttest_1samp(values, 0).pvalue - corrected[-1]["probability"]) < 1e-12

holm = []
for size in [1, 2, 5, 30]:
    for scale in [1.0, 0.1, 0.005]:
        values = np.round(generator.random(size) * scale, 3 if size == 30 else 6)
        rejected, adjusted, _, _ = multipletests(values, 0.05, method="holm")
        holm.append({"probabilities": values.tolist(), "adjusted": adjusted.tolist(),
                     "rejected": rejected.tolist()})

median_intervals = []
for size in [6, 7, 8, 10, 19, 20, 35, 100, 999]:
    values = np.sort(generator.exponential(size=size))
    for level in [0.95, 0.99]:
        coverage = lambda k: 1 - 2 * stats.binom.cdf(k - 1, size, 0.5)
        interval = None
        if coverage(1) >= level:
            k = max(k for k in range(1, size // 2 + 1) if coverage(k) >= level)
            share = (coverage(k) - level) / (coverage(k) - coverage(k + 1))
            weight = (size - k) * share / (k + (size - 2 * k) * share)
            interval = [
                (1 - weight) * values[k - 1] + weight * values[k],
                (1 - weight) * values[size - k] + weight * values[size - k - 1]]
        median_intervals.append({"values": values.tolist(), "level": level, "interval": interval})

students = [
    {"degrees": degrees, "statistic": statistic,
     "tail": float(2 * stats.t.sf(statistic, degrees)),
     "probability": probability, "quantile": float(stats.t.isf(probability / 2, degrees))}
    for degrees in [1, 2, 3, 9, 19, 100, 9999]
    for statistic, probability in [(0.1, 0.5), (2.0, 0.05), (5.0, 0.001), (40.0, 1e-6)]]
fishers = [
    {"degrees": [one, other], "statistic": statistic,
     "tail": float(stats.f.sf(statistic, one, other))}
    for one, other in [(1, 1), (2, 5), (3, 27), (15, 135), (29, 551)]
    for statistic in [0.2, 1.0, 3.0, 12.0]]
normals = [
    {"value": value, "tail": float(stats.norm.sf(value)), "probability": probability,
     "quantile": float(stats.norm.ppf(probability))}
    for value, probability in [(0.0, 0.5), (1.0, 0.975), (-2.5, 0.01), (4.0, 1 - 0.05 / 2400)]]
ranges = [
    {"methods": methods, "quantile": float(stats.studentized_range.ppf(0.95, methods, np.inf))}
    for methods in [2, 3, 5, 10, 16, 30, 60]]

friedman = []
for blocks, methods in [(3, 3), (5, 4), (10, 8)]:
    scores = generator.normal(size=(blocks, methods)) + np.linspace(0, 1.5, methods)
    ranks = np.apply_along_axis(stats.rankdata, 1, scores)
    chi = stats.friedmanchisquare(*scores.T).statistic
    statistic = (blocks - 1) * chi / (blocks * (methods - 1) - chi)
    tail = stats.f.sf(statistic, methods - 1, (methods - 1) * (blocks - 1))
    friedman.append({"ranks": ranks.tolist(), "statistic": float(statistic), "tail": float(tail)})

power = []
for size, shift in [(10, 0.8), (20, 0.6), (20, 1.0)]:
    trials = generator.normal(shift, 1, (4000, size))
    power.append({"size": size, "shift": shift, "share": float(np.mean(
        [stats.wilcoxon(trial, method="exact").pvalue <= 0.05 for trial in trials]))})

print(json.dumps({
    "signed_rank": signed_rank, "hodges_lehmann": hodges_lehmann, "corrected": corrected,
    "holm": holm, "median_intervals": median_intervals, "students": students, "fishers": fishers,
    "normals": normals, "ranges": ranges, "friedman": friedman, "power": power}))
