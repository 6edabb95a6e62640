"""Simulated restarts: quantiles and mean of the time until a run arrives.

Made with Python 3.11 and NumPy 2.4.6:

    python restarts.py > restarts.json

A run that misses is followed by another one drawn at random, its cost added, as in COCO (Hansen et al.
2021). Each case was simulated 400,000 times; the mean is COCO's expected running time, to which the
simulation is held here. Shares are told at a few epochs, with the share of simulated runs that had
arrived by then.
"""

import json

import numpy as np

GENERATOR = np.random.Generator(np.random.PCG64(8))
COUNT = 400_000


def case(size, budget, missing):
    times = np.ceil(GENERATOR.uniform(1, budget, size))
    missed = GENERATOR.random(size) < missing
    spent = np.where(missed, np.where(GENERATOR.random(size) < 0.3, budget // 2, budget), budget)
    totals = np.zeros(COUNT)
    pending = np.arange(COUNT)
    while len(pending):
        drawn = GENERATOR.integers(0, size, len(pending))
        totals[pending] += np.where(missed[drawn], spent[drawn], times[drawn])
        pending = pending[missed[drawn]]
    expected = (np.sum(times[~missed]) + np.sum(spent[missed])) / np.sum(~missed)
    assert abs(np.mean(totals) - expected) < 5 * np.std(totals) / np.sqrt(COUNT)
    places = [budget // 4, budget // 2, budget, 2 * budget, 4 * budget]
    return {
        "times": [None if m else float(t) for t, m in zip(times, missed)], "spent": spent.tolist(),
        "mean": float(expected), "deviation": float(np.std(totals)), "places": places,
        "shares": [float(np.mean(totals <= place)) for place in places],
    }


cases = [case(20, 100, 0), case(20, 100, 0.3), case(7, 40, 0.5), case(30, 200, 0.8)]
print("[\n" + ",\n".join(json.dumps(one) for one in cases) + "\n]")
