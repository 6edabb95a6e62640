"""Writes losses.txt: losses of classifiers and their derivatives by mpmath, extreme logits too.

Python 3.11, mpmath 1.3.0. Run: python losses.py
Lines: `logistic z label loss derivative`; `softmax label loss z... derivatives...`: numbers as bits.
"""

import random
import struct

import mpmath

# e^-(2e300) is 0 at any precision that mpmath can hold in an exponent; its exponents have no bound.
mpmath.mp.prec = 1200
random.seed(3)


def hexadecimal(value):
    return struct.pack(">d", float(value)).hex()


def exponential(x):
    """e^x, or 0 where it is below every double."""
    return mpmath.exp(x) if x > -2000 else mpmath.mpf(0)


def logistic(z, label):
    away = mpmath.mpf(-z if label else z)
    positive = max(away, mpmath.mpf(0))
    loss = positive + mpmath.log1p(exponential(-abs(away)))
    sigmoid = exponential(away - positive) / (exponential(-positive) + exponential(away - positive))
    return loss, -sigmoid if label else sigmoid


def softmax(logits, label):
    exact = [mpmath.mpf(z) for z in logits]
    top = max(exact)
    terms = [exponential(z - top) for z in exact]
    total = mpmath.fsum(terms)
    loss = mpmath.log(total) + (top - exact[label])
    return loss, [term / total - (j == label) for j, term in enumerate(terms)]


extremes = [0.0, 1e300, -1e300, 745.0, -745.0, 710.0, -710.0, 36.0, -36.0, 1e-300, 5e-324, 800.0]
with open("losses.txt", "w") as file:
    for z in extremes + [random.gauss(0, 6) for _ in range(60)]:
        for label in (0, 1):
            loss, derivative = logistic(z, label)
            print("logistic", *map(hexadecimal, (z, label, loss, derivative)), file=file)
    rows = [[random.gauss(0, 3) for _ in range(classes)] for classes in (1, 2, 3, 10) * 8]
    rows += [[0.0, 1e300, -1e300], [1e300, 1e300], [-1e300, -1e300, 1.0], [800.0, 0.0, -800.0]]
    rows += [[-745.0, -746.0], [37.0, 0.0, 0.0], [5e-324, 0.0], [8e307, -8e307, 3.0]]
    for logits in rows:
        for label in {0, len(logits) - 1, random.randrange(len(logits))}:
            loss, derivatives = softmax(logits, label)
            print(
                "softmax",
                label,
                *map(hexadecimal, [loss, *logits, *derivatives]),
                file=file,
            )
