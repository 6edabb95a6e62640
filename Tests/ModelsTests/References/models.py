"""Values and gradients of the models from PyTorch's autograd in float64.

Run with Python 3.11 and

    pip install torch==2.13.0 numpy==2.4.6 scipy==1.17.1 mpmath==1.3.0

as `python models.py`; it writes linear.json and functions.json beside itself. Rosenbrock's value and
gradient are SciPy's (`rosen`, `rosen_der`), and autograd must agree with them. Minima were found with
30 digits by mpmath and rounded to doubles.
"""

import json
import os

import mpmath
import numpy
import scipy.optimize
import torch

torch.set_default_dtype(torch.float64)
generator = numpy.random.default_rng(20)
folder = os.path.dirname(os.path.abspath(__file__))


def write(name, value):
    with open(os.path.join(folder, name), "w") as file:
        json.dump(value, file)
        file.write("\n")


def value_and_gradient(function, point):
    x = torch.tensor(point, requires_grad=True)
    value = function(x)
    value.backward()
    return value.item(), x.grad.tolist()


def linear(count, width, l2, batch=None):
    features = generator.normal(size=(count, width))
    targets = 5 * generator.normal(size=count) + 2
    parameters = generator.normal(size=width + 1).tolist()
    rows = list(range(count)) if batch is None else batch
    x, y = torch.tensor(features[rows]), torch.tensor(targets[rows])

    def square(theta):
        return ((x @ theta[:-1] + theta[-1] - y) ** 2).mean()

    loss, gradient = value_and_gradient(
        lambda theta: square(theta) + l2 / 2 * (theta[:-1] ** 2).sum(), parameters)
    return {"count": count, "width": width, "l2": l2, "features": features.ravel().tolist(),
            "targets": targets.tolist(), "parameters": parameters, "batch": batch, "loss": loss,
            "gradient": gradient, "mean_square": square(torch.tensor(parameters)).item()}


cases = [linear(count, 3, l2) for count in range(1, 21) for l2 in (0.0, 0.37)]
cases += [linear(count, width, l2) for count in (7, 8, 17) for width in (0, 1, 10) for l2 in (0.0, 1.5)]
cases += [linear(20, 4, l2, batch) for l2 in (0.0, 0.37) for batch in
          ([3], [19, 0], [7, 6, 5, 4, 3, 2, 1], [8, 1, 15, 2, 11, 16, 19, 0], [4, 4, 4],
           [17, 2, 9, 1, 0, 18, 5, 12, 11], list(range(19, -1, -1)))]
write("linear.json", cases)


def rosenbrock(x, _):
    return (100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2).sum()


def beale(p, _):
    x, y = p
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y ** 2) ** 2 + (2.625 - x + x * y ** 3) ** 2


def himmelblau(p, _):
    x, y = p
    return (x ** 2 + y - 11) ** 2 + (x + y ** 2 - 7) ** 2


def rastrigin(x, _):
    return 10 * len(x) + (x ** 2 - 10 * torch.cos(2 * torch.pi * x)).sum()


def quadratic(x, condition):
    eigenvalues = torch.tensor(numpy.geomspace(1, condition, len(x)) if len(x) > 1 else [1.0])
    return (eigenvalues * x ** 2).sum() / 2


def point(function, x, condition=1.0):
    x = [float(number) for number in x]
    value, gradient = value_and_gradient(lambda theta: function(theta, condition), x)
    if function is rosenbrock:
        numpy.testing.assert_allclose(value, scipy.optimize.rosen(x), rtol=1e-14)
        numpy.testing.assert_allclose(gradient, scipy.optimize.rosen_der(x), rtol=1e-12, atol=1e-12)
        value, gradient = float(scipy.optimize.rosen(x)), scipy.optimize.rosen_der(x).tolist()
    return {"kind": function.__name__, "condition": condition, "point": x, "value": value,
            "gradient": gradient}


starts = [point(rosenbrock, ([-1.2, 1] * 3)[:d]) for d in (2, 3, 6)]
starts += [point(beale, [1, 1]), point(himmelblau, [0, 0])]
starts += [point(rastrigin, [2.5] * d) for d in (1, 2, 5)]
starts += [point(quadratic, [1] * d, c) for d, c in ((1, 1), (1, 50), (2, 100), (5, 1e4))]
points = []
for _ in range(20):
    points += [point(rosenbrock, generator.uniform(-3, 3, size=d)) for d in (2, 3, 7)]
    points += [point(beale, generator.uniform(-4, 4, size=2)), point(himmelblau, generator.uniform(-6, 6, size=2))]
    points += [point(rastrigin, generator.uniform(-5, 5, size=d)) for d in (1, 2, 6)]
    points += [point(quadratic, generator.normal(size=d), c) for d, c in ((1, 9.0), (2, 30.0), (6, 1e6))]

mpmath.mp.dps = 30
himmelblau_minima = [
    [float(number) for number in mpmath.findroot(
        [lambda x, y: 4 * x * (x * x + y - 11) + 2 * (x + y * y - 7),
         lambda x, y: 2 * (x * x + y - 11) + 4 * y * (x + y * y - 7)], near)]
    for near in ((3, 2), (-2.8, 3.1), (-3.8, -3.3), (3.6, -1.8))]
minima = [("rosenbrock", [1.0] * 2), ("rosenbrock", [1.0] * 5), ("beale", [3.0, 0.5]),
          ("rastrigin", [0.0] * 3), ("quadratic", [0.0] * 3)]
minima += [("himmelblau", minimum) for minimum in himmelblau_minima]
write("functions.json", {"starts": starts, "points": points,
                         "minima": [{"kind": kind, "point": x} for kind, x in minima]})
