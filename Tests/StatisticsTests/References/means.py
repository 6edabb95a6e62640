"""Means with standard deviations, and Wilson intervals at other levels than 95 %.

Made with Python 3.11, NumPy 2.4.6 and SciPy 1.17.1:

    python3 means.py > means.json
"""

import json

import numpy
from scipy import stats

ROWS = [
    [1.0, 2.0, 3.0, 4.0, 5.0],
    [0.1, 0.2, 0.4],
    [1e-12, 3e-12, -2e-12, 5e-13],
    [1e150, 2e150, 4e150],
    [1000000.1, 1000000.2, 1000000.3, 1000000.7],
    [7.0],
]
SHARES = [(0, 8, 0.9), (7, 8, 0.9), (8, 8, 0.5), (3, 20, 0.99), (50, 100, 0.999)]


def means():
    for values in ROWS:
        deviation = float(numpy.std(values, ddof=1)) if len(values) > 1 else 0.0
        yield {"values": values, "mean": float(numpy.mean(values)), "deviation": deviation}


def shares():
    for successes, count, level in SHARES:
        test = stats.binomtest(successes, count)
        found = test.proportion_ci(confidence_level=level, method="wilson")
        yield {
            "successes": successes, "count": count, "level": level,
            "low": float(found.low), "high": float(found.high),
        }


print(json.dumps({"means": list(means()), "shares": list(shares())}, indent=1))
