"""Prints the tables of Sources/CKernels/tables.h and QuarterTurns.swift.

Python 3.11, mpmath 1.3.0. Run: python tables.py
"""

import mpmath

mpmath.mp.prec = 400


def literal(value):
    return float(value).hex().replace("0x0.0p+0", "0.0").replace("p+", "p")


def truncated(value, step):
    """`value` rounded to a multiple of `step`."""
    return mpmath.nint(value / step) * step


def pairs(title, rows):
    print("//", title)
    for row in rows:
        print("  " + ", ".join(literal(value) for value in row) + ",")


def logarithm():
    step = mpmath.mpf(2) ** -42
    rows = []
    for index in range(128):
        middle = 1 + (mpmath.mpf(index) + 0.5) / 128
        if index >= 53:
            middle /= 2
        reciprocal = mpmath.nint(512 / middle) / 512
        if index in (0, 127):
            reciprocal = mpmath.mpf(1)
        exact = -mpmath.log(reciprocal)
        high = truncated(exact, step)
        rows.append((reciprocal, high, exact - high))
    pairs("reciprocal, logarithm high, low", rows)
    high = truncated(mpmath.log(2), step)
    print("// ln 2:", literal(high), literal(mpmath.log(2) - high))


def exponential():
    rows = []
    for index in range(128):
        exact = mpmath.mpf(2) ** (mpmath.mpf(index) / 128)
        rows.append((float(exact), exact - float(exact)))
    pairs("2^(i/128) high, low", rows)
    unit = mpmath.log(2) / 128
    first = truncated(unit, mpmath.mpf(2) ** -42)
    second = truncated(unit - first, mpmath.mpf(2) ** -77)
    print("// ln 2 / 128:", literal(first), literal(second), literal(unit - first - second))
    print("// 128 / ln 2:", literal(1 / unit))


def half_pi():
    half = mpmath.pi / 2
    first = truncated(half, mpmath.mpf(2) ** -32)
    second = truncated(half - first, mpmath.mpf(2) ** -65)
    third = truncated(half - first - second, mpmath.mpf(2) ** -98)
    rest = half - first - second - third
    print("// π/2:", literal(first), literal(second), literal(third), literal(rest))
    print("// 2/π:", literal(1 / half))
    print("// π/2 high, low:", literal(float(half)), literal(half - float(half)))
    mpmath.mp.prec = 1600
    bits = int(mpmath.floor(2 / mpmath.pi * mpmath.mpf(2) ** (64 * 20)))
    for word in range(20):
        print(f"  0x{bits >> (64 * (19 - word)) & (2**64 - 1):016X},")
    mpmath.mp.prec = 400


def interpolated(function, degree, first, last):
    """Coefficients of the polynomial through the Chebyshev points of [first, last]."""
    count = degree + 1
    points = [
        (first + last) / 2 + (last - first) / 2 * mpmath.cos(mpmath.pi * (2 * i + 1) / (2 * count))
        for i in range(count)
    ]
    powers = mpmath.matrix(count, count)
    values = mpmath.matrix(count, 1)
    for row, point in enumerate(points):
        for column in range(count):
            powers[row, column] = point**column
        values[row] = function(point)
    return list(mpmath.lu_solve(powers, values))


def tangent():
    """(tanh x − x) / x³ as a polynomial in x² for |x| ≤ 1/4."""

    def function(square):
        root = mpmath.sqrt(square)
        return (mpmath.tanh(root) - root) / root**3

    pairs("tanh", [[c] for c in interpolated(function, 7, mpmath.mpf(0), mpmath.mpf(1) / 16)])


def error():
    """erf x / x − 1 in x² below 3/4; then (erf(m + t) − erf m) / t in t around middles m."""

    def below(square):
        root = mpmath.sqrt(square)
        return mpmath.erf(root) / root - 1

    edges = [mpmath.mpf(edge) for edge in (0.75, 1.5, 2.25, 3.25, 4.5, 6)]
    columns = [interpolated(below, 11, mpmath.mpf(0), edges[0] ** 2) + [mpmath.mpf(0)] * 6]
    middles = [mpmath.mpf(0)]
    for first, last in zip(edges, edges[1:]):
        middle = (first + last) / 2
        reach = (last - first) / 2
        # An even number of points leaves out t = 0.
        columns.append(
            interpolated(
                lambda t: (mpmath.erf(middle + t) - mpmath.erf(middle)) / t, 17, -reach, reach
            )
        )
        middles.append(middle)
    values = [mpmath.erf(middle) for middle in middles]
    pairs("erf middles", [middles])
    pairs("erf at the middles", [[float(value) for value in values]])
    pairs("and what it lacks", [[value - float(value) for value in values]])
    pairs("erf coefficients, lowest first", list(zip(*columns)))


logarithm()
exponential()
half_pi()
tangent()
error()
