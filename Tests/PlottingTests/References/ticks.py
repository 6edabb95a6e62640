"""Writes ticks.csv (labellings by the extended Wilkinson algorithm) and log10.csv.

Needs: mizani==0.14.3 (its breaks_extended is an independent implementation of Talbot, Lin and
Hanrahan 2010 after the R package labeling), numpy==2.4.6, mpmath==1.3.0.

    python3 ticks.py
"""

import csv
import random

import mpmath
from mizani.breaks import breaks_extended

random.seed(20100)
cases = [
    (0.0, 1.0), (0.0, 2000.0), (0.0, 100.0), (-5.0, 5.0), (8.1, 14.1), (-98.0, 18.0),
    (1.0, 10.0), (0.137, 0.911), (1.23, 1.31), (2813.26, 28473.37), (-1.2, -0.3), (3.0, 3.4),
]
for _ in range(300):
    low = random.uniform(-100, 100)
    cases.append((low, low + 10 ** random.uniform(-1, 2)))

with open("ticks.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["least", "greatest", "wished", "ticks"])
    for index, (low, high) in enumerate(cases):
        for n in (3, 5, 8) if index < 12 else (random.randint(2, 9),):
            ticks = breaks_extended(n=n)((low, high))
            writer.writerow([repr(low), repr(high), n, " ".join(f"{t:.9g}" for t in ticks)])

mpmath.mp.dps = 40
numbers = [2.2250738585072014e-308, 1e-300, 1e-5, 0.1, 0.5, 0.9999999999999999, 1.0,
           1.0000000000000002, 1.4142135623730951, 2.0, 10.0, 1000.0, 28473.372409379932, 1e300,
           1.7976931348623157e308]
numbers += [10 ** random.uniform(-300, 300) for _ in range(200)]
numbers += [random.uniform(0.5, 2) for _ in range(100)]
with open("log10.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["x", "log10"])
    for x in numbers:
        writer.writerow([repr(x), repr(float(mpmath.log10(mpmath.mpf(x))))])
