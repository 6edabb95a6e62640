"""Writes reductions.txt: the sums of Kernels by their definition, in scalar double arithmetic.

Python 3.11, no packages. Run: python reductions.py
Lines: `x` and `y` with the bits of the terms; then `n sum squares dot differences` for each length.
"""

import random
import struct

random.seed(20240229)


def hexadecimal(value):
    return struct.pack(">d", value).hex()


def reduce(terms):
    lanes = [0.0] * 8
    for index, term in enumerate(terms):
        lanes[index % 8] = lanes[index % 8] + term
    l0, l1, l2, l3, l4, l5, l6, l7 = lanes
    return ((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7))


x = [random.gauss(0, 1) * 10.0 ** random.randint(-8, 8) for _ in range(100)]
y = [random.gauss(0, 1) * 10.0 ** random.randint(-8, 8) for _ in range(100)]
with open("reductions.txt", "w") as file:
    print("x", *map(hexadecimal, x), file=file)
    print("y", *map(hexadecimal, y), file=file)
    for n in range(101):
        pairs = list(zip(x[:n], y[:n]))
        results = [
            reduce(x[:n]),
            reduce([a * a for a in x[:n]]),
            reduce([a * b for a, b in pairs]),
            reduce([(a - b) * (a - b) for a, b in pairs]),
        ]
        print(n, *map(hexadecimal, results), file=file)
