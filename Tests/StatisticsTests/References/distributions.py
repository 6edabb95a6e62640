"""Reference values for the distributions, to 40 digits from mpmath.

Made with mpmath 1.4.1:

    python distributions.py > distributions.json
"""

import json

import mpmath

mpmath.mp.dps = 40


def normal_tail(x):
    return mpmath.erfc(mpmath.mpf(x) / mpmath.sqrt(2)) / 2


def student_tail(t, degrees):
    degrees, t = mpmath.mpf(degrees), mpmath.mpf(t)
    share = degrees / (degrees + t * t)
    return mpmath.betainc(degrees / 2, 0.5, 0, share, regularized=True) / 2


def student_quantile(tail, degrees):
    """Bisection of the tail, whatever its slope."""
    low, high = mpmath.mpf(0), mpmath.mpf(1)
    while student_tail(high, degrees) > tail:
        low, high = high, 2 * high
    for _ in range(70):
        middle = (low + high) / 2
        if student_tail(middle, degrees) > tail:
            low = middle
        else:
            high = middle
    return (low + high) / 2


normal_places = [0.0, 1e-9, 0.1, 0.5, 0.74, 0.75, 0.76, 1.0, 1.41, 1.96, 2.5, 3.0, 4.7, 6.0]
normal_places += [8.3, 10.0, 15.1, 20.0, 27.9, 30.0, 37.5]
normal_tails = [
    {"place": sign * place, "tail": float(normal_tail(sign * place))}
    for place in normal_places for sign in [1, -1]
]

probabilities = [1e-300, 1e-100, 1e-20, 1e-9, 2e-6, 0.0004, 0.001, 0.02, 0.025, 0.1, 0.2, 0.3]
probabilities += [0.4, 0.45, 0.499, 0.5, 0.6, 0.75, 0.9, 0.975, 0.995]
normal_quantiles = []
for probability in probabilities:
    exact = mpmath.mpf(probability)
    distance = -mpmath.sqrt(2) * mpmath.erfinv(1 - 2 * exact) if exact > 1e-15 else None
    if distance is None:
        start = mpmath.sqrt(-2 * mpmath.log(exact))
        distance = -mpmath.findroot(lambda x: mpmath.log(normal_tail(x)) - mpmath.log(exact), start)
    normal_quantiles.append({"probability": probability, "place": float(distance)})

degrees = [1, 2, 3, 5, 9, 19, 20, 49, 100, 199, 999, 10_000]
student_tails = [
    {"degrees": nu, "place": t, "tail": float(student_tail(t, nu))}
    for nu in degrees for t in [0.001, 0.3, 0.99, 1.5, 2.1, 3.6, 7.0, 15.0, 40.0]
    if student_tail(t, nu) > 1e-290
]
student_quantiles = [
    {"degrees": nu, "tail": tail, "place": float(student_quantile(mpmath.mpf(tail), nu))}
    for nu in degrees for tail in [0.4, 0.2, 0.1, 0.025, 0.005, 0.0002, 1e-6, 1e-12, 1e-30]
]

beta = []
for a, b in [(0.5, 0.5), (1, 0.5), (1.5, 4), (3, 30), (14.5, 130.5), (500, 0.5), (4, 2000), (60, 61)]:
    mean = a / (a + b)
    for x in [mean / 20, mean / 2, mean * 0.9, mean, 1 - (1 - mean) * 0.8, 1 - (1 - mean) / 8]:
        # 1 − x is exact for the double nearest to x where it is rounded to a multiple of 2⁻⁵².
        x = round(x * 2**40) / 2**40
        value = mpmath.betainc(a, b, 0, mpmath.mpf(x), regularized=True)
        if value > 1e-290:
            beta.append({"a": a, "b": b, "x": x, "expected": float(value)})

sections = {
    "normal_tails": normal_tails, "normal_quantiles": normal_quantiles,
    "student_tails": student_tails, "student_quantiles": student_quantiles, "beta": beta,
}
listings = [
    f'"{name}": [\n' + ",\n".join(json.dumps(case) for case in cases) + "\n]"
    for name, cases in sections.items()
]
print("{\n" + ",\n".join(listings) + "\n}")
