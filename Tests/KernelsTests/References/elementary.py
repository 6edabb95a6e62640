"""Writes <function>.txt for exp, log, sin and cos: points with their values from mpmath.

Python 3.11, mpmath 1.3.0. Run: python elementary.py
Lines: bits of x, bits of the double next to f(x), and how far f(x) lies above it in ulps.
"""

import math
import random
import struct

import mpmath

mpmath.mp.prec = 1400


def hexadecimal(value):
    return struct.pack(">d", value).hex()


def double(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def anywhere():
    return double(random.randrange(1, 0x7FF0000000000000))


def write(name, function, points):
    with open(name + ".txt", "w") as file:
        for x in points:
            exact = function(mpmath.mpf(x))
            nearest = float(exact)
            rest = 0.0
            if math.isfinite(nearest):
                rest = float((exact - mpmath.mpf(nearest)) / math.ulp(nearest))
            print(hexadecimal(x), hexadecimal(nearest), f"{rest:.6f}", file=file)


random.seed(7)
edges = [5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1e-300, 1e-20, 2.0**-54]
near = [1 + sign * 2.0**-k for k in range(1, 53) for sign in (1, -1)]
write(
    "exp",
    mpmath.exp,
    [random.uniform(-745, 709.7) for _ in range(900)]
    + [random.uniform(-1, 1) for _ in range(500)]
    + [random.uniform(-745.2, -707) for _ in range(400)]
    + [random.gauss(0, 1) * 2.0 ** random.randint(-60, 0) for _ in range(200)]
    + edges
    + [-x for x in edges]
    + [709.782712893384, -708.3964185322641, -708.3964185322642, -745.133219101941]
    + [-745.1332191019411],
)
write(
    "log",
    mpmath.log,
    [anywhere() for _ in range(900)]
    + [random.uniform(0.4, 2.2) for _ in range(700)]
    + [double(random.randrange(1, 1 << 52)) for _ in range(200)]
    + near
    + edges
    + [1.7976931348623157e308],
)
angles = (
    [random.uniform(-10, 10) for _ in range(700)]
    + [random.uniform(-1e6, 1e6) for _ in range(300)]
    + [anywhere() for _ in range(400)]
    + [random.randint(1, 10**6) * math.pi / 2 for _ in range(200)]
    + [random.randint(1, 10**15) * math.pi / 2 for _ in range(200)]
    + edges
    # The double nearest to a multiple of π/2 for its size: Muller, "Elementary Functions", ch. 11.
    + [6381956970095103 * 2.0**797, 1.7976931348623157e308]
)
write("cos", mpmath.cos, angles)
write("sin", mpmath.sin, angles)
