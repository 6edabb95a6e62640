"""Reference values for the Statistics tests.

Made with numpy 2.4.6 and scipy 1.17.1:

    python statistics.py > statistics.json
"""

import json

import numpy as np
from scipy.stats import binomtest, chi2, friedmanchisquare, rankdata

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
            "quantiles": quantiles, "shares": shares,
            "friedman": friedman, "tails": tails,
        },
        indent=1,
    )
)
