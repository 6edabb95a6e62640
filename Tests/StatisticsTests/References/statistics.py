"""Reference values for the Statistics tests.

Made with numpy 2.4.6 and scipy 1.17.1:

    python statistics.py > statistics.json
"""

import json

import numpy as np
from scipy.stats import binomtest, bootstrap, chi2, friedmanchisquare, rankdata

generator = np.random.Generator(np.random.PCG64(1))
quantiles = []
for size in [1, 2, 3, 4, 5, 10, 19, 20, 101]:
    values = generator.normal(size=size) * 10.0 ** generator.integers(-3, 4)
    for probability in [0.0, 0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975, 1.0]:
        quantiles.append(
            {
                "values": values.tolist(),
                "probability": probability,
                "expected": float(np.quantile(values, probability)),
            }
        )

intervals = []
for size, scale in [(6, 1.0), (9, 3.0), (20, 1.0), (25, 100.0), (50, 0.01)]:
    values = generator.exponential(size=size) * scale
    # So many resamples that the ends are known far better than with the 10,000 under test.
    result = bootstrap(
        (values,), np.median, method="percentile", confidence_level=0.95,
        n_resamples=400_000, batch=20_000, rng=np.random.Generator(np.random.PCG64(2)), axis=-1,
    )
    # The probability that a resampled median falls at or below each end, within which the ends of
    # another set of resamples are expected.
    distribution = np.sort(result.bootstrap_distribution)
    ends = {
        name: float(np.quantile(distribution, level))
        for name, level in [
            ("low_least", 0.025 - 0.008), ("low", 0.025), ("low_greatest", 0.025 + 0.008),
            ("high_least", 0.975 - 0.008), ("high", 0.975), ("high_greatest", 0.975 + 0.008),
        ]
    }
    intervals.append({"values": values.tolist(), **ends})

shares = []
for count in [1, 2, 10, 70, 1000]:
    for successes in sorted({0, 1, count // 3, count // 2, count - 1, count}):
        interval = binomtest(successes, count).proportion_ci(0.95, method="wilson")
        shares.append(
            {"successes": successes, "count": count, "low": interval.low, "high": interval.high}
        )

friedman = []
for blocks, methods, spread in [
    (2, 3, 0), (3, 3, 1), (4, 4, 0), (5, 5, 2), (7, 4, 1), (10, 9, 0.5), (30, 12, 0.3), (12, 3, 3),
    (20, 30, 0.1),
]:
    for kinds in [3, 1000]:
        scores = generator.integers(0, kinds, (blocks, methods)) / kinds
        scores = scores + spread * np.arange(methods) / methods
        test = friedmanchisquare(*scores.T)
        friedman.append(
            {
                "ranks": rankdata(scores, axis=1).tolist(),
                "statistic": float(test.statistic),
                "probability": float(test.pvalue),
            }
        )

tails = [
    {"statistic": statistic, "degrees": degrees, "expected": float(chi2.sf(statistic, degrees))}
    for degrees in [1, 2, 3, 4, 7, 8, 29, 30]
    for statistic in [0.0, 0.01, 0.5, 1.0, 3.84, 7.5, 20.0, 45.0, 80.0]
]

print(
    json.dumps(
        {
            "quantiles": quantiles, "intervals": intervals, "shares": shares,
            "friedman": friedman, "tails": tails,
        },
        indent=1,
    )
)
