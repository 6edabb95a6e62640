"""Values of cos(pi x), 0.96^x (0.96 as a double) and schedules with 50 digits, rounded.

Run with Python 3.11 and `pip install mpmath==1.3.0` as `python scalars.py`; it writes scalars.json.
"""

import json
import os
import random

import mpmath

mpmath.mp.dps = 50
generator = random.Random(1)


def table(function, points):
    return [[x, float(function(mpmath.mpf(x)))] for x in points]


shares = [0.0, 0.25, 0.5, 0.75, 1.0, 1e-9, 0.4999999, 0.5000001, 0.999999999]
shares += [generator.random() for _ in range(120)]
powers = [[b, n, float(mpmath.mpf(b) ** n)] for b in [0.9, 0.999, 0.9999, 0.5, 0.123, 1.01]
          for n in [0, 1, 2, 3, 10, 99, 300, 12345]]


def schedule(kind, t, total, epoch, **p):
    """The table of the specification."""
    f = {k: mpmath.mpf(v) for k, v in p.items()}
    value = {
        "constant": lambda: mpmath.mpf(1),
        "step": lambda: f["factor"] ** (epoch // int(p["every"])),
        "exponential": lambda: f["factor"] ** epoch,
        "cosine": lambda: f["final"] + (1 - f["final"]) * (1 + mpmath.cos(mpmath.pi * (t - 1) / total)) / 2,
        "inverse_sqrt": lambda: 1 / mpmath.sqrt(max(mpmath.mpf(1), t / f["timescale"])),
    }[kind]()
    if p.get("warmup"):
        value *= min(mpmath.mpf(1), t / f["warmup"])
    return float(value)


schedules = []
for kind, parameters in [
    ("constant", {}), ("constant", {"warmup": 7.0}),
    ("step", {"every": 3, "factor": 0.7}), ("step", {"every": 1, "factor": 0.5, "warmup": 20.0}),
    ("exponential", {"factor": 0.93}), ("exponential", {"factor": 1.01, "warmup": 3.5}),
    ("cosine", {"final": 0.0}), ("cosine", {"final": 0.25, "warmup": 10.0}),
    ("inverse_sqrt", {"timescale": 12.0}), ("inverse_sqrt", {"timescale": 30.0, "warmup": 30.0}),
]:
    rows = [[t, schedule(kind, t, 200, (t - 1) // 8, **parameters)]
            for t in [1, 2, 3, 7, 8, 9, 12, 24, 25, 26, 30, 31, 100, 101, 137, 199, 200]]
    schedules.append({"schedule": {"kind": kind, **parameters}, "per_epoch": 8, "total": 200, "factors": rows})

folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "scalars.json"), "w") as file:
    json.dump({"cosine_of_pi": table(lambda x: mpmath.cospi(x), shares),
               "power_of_96_hundredths": table(lambda x: mpmath.mpf(0.96) ** x,
                                               [0.0, 0.004, 1.0, 2.0, 40.0, 400.0] +
                                               [generator.uniform(0, 400) for _ in range(30)]),
               "powers": powers, "schedules": schedules}, file)
    file.write("\n")
