"""Writes products.txt: matrix products whose elements are chains of fused multiply-adds.

Python 3.11, no packages. Run: python products.py
A fused multiply-add is the exact rational a b + c, rounded once by Python's division of integers,
which rounds to the nearest double, ties to even.
Lines for each case: `shape m k n`, then `a`, `b`, `c` (m x k, k x n, m x n, row by row), `row` (n),
and the results `product` from 0, `shifted` from row and `added` from c, all as bits.
"""

import random
import struct
from fractions import Fraction

random.seed(20240404)


def hexadecimal(value):
    return struct.pack(">d", value).hex()


def fused(a, b, c):
    exact = Fraction(a) * Fraction(b) + Fraction(c)
    # An exact 0 has the sign that a b + c has, which is right where the product is exact.
    return exact.numerator / exact.denominator if exact else a * b + c


def chain(m, k, n, a, b, start):
    result = []
    for i in range(m):
        for j in range(n):
            total = start(i, j)
            for l in range(k):
                total = fused(a[i * k + l], b[l * n + j], total)
            result.append(total)
    return result


def draws(count):
    return [random.gauss(0, 1) * 2.0 ** random.randint(-20, 20) for _ in range(count)]


with open("products.txt", "w") as file:
    for m, k, n in [
        (1, 1, 1),
        (2, 0, 3),
        (1, 7, 1),
        (5, 3, 2),
        (8, 8, 24),
        (9, 5, 25),
        (17, 13, 50),
        (3, 400, 2),
        (40, 30, 7),
    ]:
        a, b, c, row = draws(m * k), draws(k * n), draws(m * n), draws(n)
        print("shape", m, k, n, file=file)
        for name, values in [
            ("a", a),
            ("b", b),
            ("c", c),
            ("row", row),
            ("product", chain(m, k, n, a, b, lambda i, j: 0.0)),
            ("shifted", chain(m, k, n, a, b, lambda i, j: row[j])),
            ("added", chain(m, k, n, a, b, lambda i, j: c[i * n + j])),
        ]:
            print(name, *map(hexadecimal, values), file=file)
