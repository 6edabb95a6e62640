"""The least training losses of small convex problems.

Made with numpy 2.4.6 and scipy 1.17.1:

    python least_losses.py > least_losses.json
"""

import json

import numpy as np
from scipy.optimize import minimize
from scipy.special import logsumexp

generator = np.random.Generator(np.random.PCG64(4))


def least(loss_and_gradient, size):
    """The best of several methods, each started anew where the last one stopped."""
    point, best = np.zeros(size), np.inf
    for _ in range(6):
        for method in ["BFGS", "L-BFGS-B", "Newton-CG", "trust-ncg"]:
            options = {"maxiter": 20000}
            more = {}
            if method == "trust-ncg":
                more["hessp"] = lambda x, v: (
                    loss_and_gradient(x + 1e-6 * v)[1] - loss_and_gradient(x - 1e-6 * v)[1]) / 2e-6
            result = minimize(
                loss_and_gradient, point, jac=True, method=method, options=options, **more)
            if result.fun < best:
                best, point = result.fun, result.x
    return float(best)


def linear(x, y, l2):
    count, columns = x.shape
    design = np.hstack([x, np.ones((count, 1))])
    if l2 == 0:
        solution = np.linalg.lstsq(design, y, rcond=None)[0]
    else:
        penalty = np.diag([l2 / 2] * columns + [0.0])
        solution = np.linalg.solve(design.T @ design / count + penalty, design.T @ y / count)
    residual = design @ solution - y
    return float(residual @ residual / count + l2 / 2 * solution[:-1] @ solution[:-1])


def softmax(x, labels, classes, l2):
    count, columns = x.shape

    def loss_and_gradient(flat):
        weights = flat.reshape(columns + 1, classes)
        outputs = x @ weights[:-1] + weights[-1]
        norm = logsumexp(outputs, axis=1)
        loss = np.mean(norm - outputs[np.arange(count), labels]) + l2 / 2 * np.sum(weights[:-1] ** 2)
        error = np.exp(outputs - norm[:, None])
        error[np.arange(count), labels] -= 1
        gradient = np.vstack([x.T @ error / count + l2 * weights[:-1], error.mean(axis=0)])
        return loss, gradient.ravel()

    return least(loss_and_gradient, (columns + 1) * classes)


def logistic(x, labels, l2):
    count, columns = x.shape

    def loss_and_gradient(flat):
        outputs = x @ flat[:-1] + flat[-1]
        signs = 2 * labels - 1
        loss = np.mean(np.logaddexp(0, -signs * outputs)) + l2 / 2 * flat[:-1] @ flat[:-1]
        error = 1 / (1 + np.exp(-outputs)) - labels
        return loss, np.append(x.T @ error / count + l2 * flat[:-1], error.mean())

    return least(loss_and_gradient, columns + 1)


cases = []


def add(model, x, target, l2, expected):
    cases.append({"model": model, "columns": x.shape[1], "features": x.ravel().tolist(),
                  "target": np.asarray(target, float).tolist(), "l2": l2, "expected": expected})


x = generator.normal(size=(40, 5)) * [1, 1e-6, 1e4, 1, 1] + [0, 0, 1e5, 3, 0]
y = x @ [1, 1e6, 1e-4, -2, 0] + generator.normal(size=40) + 150
for l2 in [0.0, 0.1]:
    add("linear", x, y, l2, linear(x, y, l2))
redundant = np.hstack([x, x[:, :2], np.ones((40, 1))])
add("linear", redundant, y, 0.0, linear(x, y, 0.0))
wide = generator.normal(size=(6, 12))
add("linear", wide, y[:6], 0.2, linear(wide, y[:6], 0.2))

x = generator.normal(size=(60, 4)) * [1, 10, 1, 0.01] + [0, 50, 0, 0]
noisy = (x @ [1, 0.1, -1, 50] - 5 + generator.logistic(size=60) > 0).astype(int)
for l2 in [0.0, 0.01]:
    scaled = (x - x.mean(0)) / x.std(0) if l2 == 0 else x
    add("logistic", scaled, noisy, l2, logistic(scaled, noisy, l2))
split = (x[:, 0] > 0.1).astype(int)
add("logistic", x, split, 0.0, 0.0)
scaled = (x - x.mean(0)) / x.std(0)
three = np.argmax(scaled[:, :3] + generator.gumbel(size=(60, 3)), axis=1)
add("softmax", scaled, three, 0.1, softmax(scaled, three, 3, 0.1))
add("softmax", scaled, three, 0.0, softmax(scaled, three, 3, 0.0))
add("softmax", scaled, np.argmax(scaled[:, :3], axis=1), 0.0, 0.0)

print(json.dumps(cases))
