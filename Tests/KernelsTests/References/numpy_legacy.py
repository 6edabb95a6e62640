"""Writes numpy_legacy.txt: draws of numpy.random.RandomState for six seeds.

Python 3.11, numpy 2.4.6, mpmath 1.3.0, glibc 2.36 on x86-64. Run: python numpy_legacy.py
Lines after `seed s`: `permutation n ...`, `uniform` and `normal` with the bits of the first 50 draws
after seeding, `uniforms` and `normals` with a fold of the bits of 20,000 draws, and `nearest` with
the fold of the normals that follow from NumPy's uniform numbers with the nearest double to each
logarithm, and `differences` with the places where NumPy's normals differ from those, by one or two ulps: there
glibc's logarithm is not the nearest double.
The fold: h = 0; for each pattern h = rotate_left(h, 7) ^ pattern, then h += 0x9e3779b97f4a7c15.
"""

import math
import struct

import mpmath
import numpy as np

mpmath.mp.prec = 200


def pattern(value):
    return struct.unpack("<Q", struct.pack("<d", value))[0]


def fold(values):
    h = 0
    for value in values:
        h = ((h << 7) | (h >> 57)) & (2**64 - 1)
        h = ((h ^ pattern(value)) + 0x9E3779B97F4A7C15) & (2**64 - 1)
    return f"{h:016x}"


def nearest(seed, count):
    state = np.random.RandomState(seed)
    values = []
    while len(values) < count:
        square = 0
        while not 0 < square < 1:
            x1 = 2 * state.random_sample() - 1
            x2 = 2 * state.random_sample() - 1
            square = x1 * x1 + x2 * x2
        factor = math.sqrt(-2 * float(mpmath.log(mpmath.mpf(square))) / square)
        values += [factor * x2, factor * x1]
    return values[:count]


def hexadecimal(values):
    return " ".join(f"{pattern(value):016x}" for value in values)


with open("numpy_legacy.txt", "w") as file:
    for seed in [42, 0, 1, 7, 123, 4294967295]:
        print("seed", seed, file=file)
        for n in (1, 2, 100, 442, 1000):
            print("permutation", n, *np.random.RandomState(seed).permutation(n), file=file)
        uniform = np.random.RandomState(seed).random_sample(20000)
        normal = np.random.RandomState(seed).randn(20000)
        exact = nearest(seed, 20000)
        differences = [i for i in range(20000) if normal[i] != exact[i]]
        for i in differences:
            assert abs(normal[i] - exact[i]) <= 2 * math.ulp(exact[i])
        print("uniform", hexadecimal(uniform[:50]), file=file)
        print("uniforms", fold(uniform), file=file)
        print("normal", hexadecimal(normal[:50]), file=file)
        print("normals", fold(normal), file=file)
        print("nearest", fold(exact), file=file)
        print("differences", *(f"{i}:{pattern(normal[i]):016x}" for i in differences), file=file)
