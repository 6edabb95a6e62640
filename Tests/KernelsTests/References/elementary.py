"""Writes <function>.txt for the elementary functions: points with their values from mpmath.

Python 3.11, mpmath 1.3.0. Run: python elementary.py
Lines: bits of x (pow: of x and y), bits of the double next to f(x), and how far f(x) lies above it
in ulps.
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
        for point in points:
            arguments = point if isinstance(point, tuple) else (point,)
            exact = function(*map(mpmath.mpf, arguments))
            nearest = float(exact)
            rest = 0.0
            if math.isfinite(nearest):
                rest = float((exact - mpmath.mpf(nearest)) / math.ulp(nearest))
            print(*map(hexadecimal, arguments), hexadecimal(nearest), f"{rest:.6f}", file=file)


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


def magnitudes(count, first, last):
    """Numbers of both signs with exponents from `first` to `last`."""
    return [
        random.choice([1, -1]) * random.uniform(1, 2) * 2.0 ** random.randint(first, last)
        for _ in range(count)
    ]


both = edges + [-x for x in edges]
write(
    "tanh",
    mpmath.tanh,
    [random.uniform(-1, 1) for _ in range(700)]
    + [random.uniform(0.2, 0.3) for _ in range(300)]
    + [random.uniform(-22, 22) for _ in range(600)]
    + magnitudes(300, -1074, -1)
    + both
    + [0.25, -0.25, 0.24999999999999997, 19.061547465398498, 20.0, 1e300, -1e300],
)
write(
    "erf",
    mpmath.erf,
    [random.uniform(-0.75, 0.75) for _ in range(500)]
    + [random.uniform(0.75, 0.8) for _ in range(500)]
    + [random.uniform(-6.2, 6.2) for _ in range(700)]
    + magnitudes(300, -1074, -1)
    + both
    + [edge for middle in (0.75, 1.5, 2.25, 3.25, 4.5, 6.0) for edge in (
        -middle, middle, math.nextafter(middle, 0))]
    + [1e300, -1e300],
)
write(
    "log1p",
    mpmath.log1p,
    [random.uniform(-1, 1) for _ in range(500)]
    + [-1 + abs(x) for x in magnitudes(300, -53, -1)]
    + magnitudes(600, -60, -1)
    + [abs(x) for x in magnitudes(400, -1074, 1023)]
    + [1.8e-16 * random.uniform(-1, 1) for _ in range(200)]
    + both
    + [1.7976931348623157e308, -0.9999999999999999],
)
write(
    "sigmoid",
    lambda x: 1 / (1 + mpmath.exp(-x)),
    [random.uniform(-2, 2) for _ in range(700)]
    + [random.uniform(-40, 40) for _ in range(700)]
    + [random.uniform(-745, -30) for _ in range(400)]
    + [random.uniform(-745, -706) for _ in range(100)]
    + both
    + [1e300, -1e300, -707.0, -745.1],
)
powers = []
for _ in range(1500):
    x = random.choice([math.exp(random.uniform(-700, 700)), random.uniform(0.5, 2)])
    powers.append((x, random.uniform(-745, 709.7) / math.log(x)))
for difference in magnitudes(500, -52, -3):
    powers.append((1 + difference, random.uniform(-745, 709.7) / math.log(1 + difference)))
for _ in range(200):
    x = math.exp(random.uniform(1, 700))
    powers.append((x, random.uniform(-745, -707) / math.log(x)))
for _ in range(300):
    powers.append((random.uniform(-2, 2), float(random.randint(-300, 300))))
for _ in range(100):
    powers.append((double(random.randrange(1, 1 << 52)), random.uniform(-0.9, 0.9)))
powers += [(0.96, 0.004 * t) for t in (1, 2, 10, 100, 1000)] + [(0.999, float(t)) for t in (1, 7, 50000)]
write("pow", mpmath.power, powers)
