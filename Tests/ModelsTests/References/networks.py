"""Losses, gradients and metrics of models from PyTorch's autograd in float64.

Run with Python 3.11 and

    pip install torch==2.13.0 numpy==2.4.6 mpmath==1.3.0

as `python networks.py`; it writes networks.json and extremes.json beside itself. The parameters are those
of `torch.nn.Linear` layers in turn, the weights transposed (inputs x outputs, row by row), then the bias.
The penalty is l2 / 2 times the sum of the squares of all weights. Extreme logits are beyond what floats can
tell apart, so their losses and gradients are computed with 60 digits by mpmath and rounded.
"""

import json
import os

import mpmath
import numpy
import torch

torch.set_default_dtype(torch.float64)
generator = numpy.random.default_rng(31)
folder = os.path.dirname(os.path.abspath(__file__))

ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid,
               "gelu": torch.nn.functional.gelu}


def write(name, value):
    with open(os.path.join(folder, name), "w") as file:
        json.dump(value, file)
        file.write("\n")


def rounded(numbers, digits=3):
    return numpy.round(numbers, digits)


def case(model, count, width, hidden=(), activation="relu", classes=0, l2=0.0, batch=None):
    features = rounded(generator.normal(size=(count, width)))
    # Sparse features have the same losses, so some values are zero.
    features[generator.uniform(size=features.shape) < 0.4] = 0
    outputs = {"logistic": 1, "linear": 1, "autoencoder": width}.get(model, classes or 1)
    widths = [width, *hidden, outputs]
    layers = [(rounded(generator.normal(size=(a, b)), 4), rounded(generator.normal(size=b), 4))
              for a, b in zip(widths, widths[1:])]
    parameters = numpy.concatenate([part.ravel() for layer in layers for part in layer])
    numbers = rounded(3 * generator.normal(size=count))
    labels = generator.integers(classes, size=count) if classes else numpy.zeros(count, int)
    theta = torch.tensor(parameters, requires_grad=True)

    def forward(x):
        place, out = 0, x
        for index, (a, b) in enumerate(zip(widths, widths[1:])):
            weights = theta[place:place + a * b].reshape(a, b)
            out = out @ weights + theta[place + a * b:place + a * b + b]
            place += a * b + b
            if index < len(widths) - 2:
                out = ACTIVATIONS[activation](out)
        return out

    def penalty():
        place, sum = 0, 0.0
        for a, b in zip(widths, widths[1:]):
            sum = sum + (theta[place:place + a * b] ** 2).sum()
            place += a * b + b
        return l2 / 2 * sum

    def loss(rows):
        x = torch.tensor(features[rows])
        out = forward(x)
        if model == "autoencoder":
            value = torch.nn.functional.mse_loss(out, x)
            return value, value.item() ** 0.5
        if model == "logistic":
            y = torch.tensor(labels[rows])
            value = torch.nn.functional.binary_cross_entropy_with_logits(out[:, 0], y.double())
            return value, ((out[:, 0] > 0) == (y == 1)).double().mean().item()
        if classes:
            y = torch.tensor(labels[rows])
            return torch.nn.functional.cross_entropy(out, y), (out.argmax(1) == y).double().mean().item()
        value = torch.nn.functional.mse_loss(out[:, 0], torch.tensor(numbers[rows]))
        return value, value.item() ** 0.5

    value, _ = loss(list(range(count)) if batch is None else batch)
    value = value + penalty()
    value.backward()
    with torch.no_grad():
        whole, metric = loss(list(range(count)))
    return {"model": model, "count": count, "width": width, "hidden": list(hidden),
            "activation": activation, "classes": classes, "l2": l2, "batch": batch,
            "features": features.ravel().tolist(), "numbers": numbers.tolist(),
            "labels": labels.tolist(), "parameters": parameters.tolist(), "loss": value.item(),
            "gradient": theta.grad.tolist(), "data_loss": whole.item(), "metric": metric}


cases = []
for l2 in (0.0, 0.37):
    for count in (1, 7, 8, 17):
        cases += [case("logistic", count, 3, classes=2, l2=l2), case("linear", count, 3, l2=l2)]
        cases += [case("softmax", count, 3, classes=c, l2=l2) for c in (2, 5)]
    for batch in ([3], [7, 6, 5, 4, 3, 2, 1], [4, 4, 4], [17, 2, 9, 1, 0, 18, 5, 12, 11]):
        cases += [case("logistic", 19, 4, classes=2, l2=l2, batch=batch),
                  case("linear", 19, 4, l2=l2, batch=batch),
                  case("softmax", 19, 4, classes=3, l2=l2, batch=batch),
                  case("mlp", 19, 4, (5, 3), "tanh", classes=3, l2=l2, batch=batch),
                  case("autoencoder", 19, 4, (3,), "tanh", batch=batch)]
    for activation in ACTIVATIONS:
        for hidden in ((4,), (5, 3), (9, 1, 17)):
            cases += [case("mlp", 13, 3, hidden, activation, l2=l2),
                      case("mlp", 13, 3, hidden, activation, classes=4, l2=l2)]
for activation in ACTIVATIONS:
    cases += [case("autoencoder", 11, 5, (2,), activation), case("autoencoder", 11, 5, (4, 2, 4), activation)]
# More examples than are taken at once.
cases += [case("logistic", 300, 2, classes=2), case("softmax", 600, 2, classes=3),
          case("mlp", 600, 2, (4,), "gelu", l2=0.1), case("autoencoder", 300, 2, (3,), "relu"),
          case("linear", 300, 2), case("mlp", 520, 2, (3,), classes=2,
                                       batch=[int(row) for row in generator.permutation(520)[:400]])]
write("networks.json", cases)

mpmath.mp.dps = 60


def logistic(weight, bias, xs, labels):
    loss, slope, offset = mpmath.mpf(0), mpmath.mpf(0), mpmath.mpf(0)
    for x, label in zip(xs, labels):
        z = mpmath.mpf(weight) * x + mpmath.mpf(bias)
        away = -z if label else z
        loss += mpmath.log1p(mpmath.exp(-abs(away))) + max(away, 0)
        residual = 1 / (1 + mpmath.exp(-away)) * (-1 if label else 1)
        slope, offset = slope + residual * x, offset + residual
    n = len(xs)
    return float(loss / n), [float(slope / n), float(offset / n)]


def softmax(weights, biases, xs, labels):
    classes = len(weights)
    loss, slopes, offsets = mpmath.mpf(0), [mpmath.mpf(0)] * classes, [mpmath.mpf(0)] * classes
    for x, label in zip(xs, labels):
        z = [mpmath.mpf(w) * x + mpmath.mpf(b) for w, b in zip(weights, biases)]
        top = max(z)
        parts = [mpmath.exp(one - top) for one in z]
        # What is added to 1 may be far below 10^-60.
        rest = sum(part for place, part in enumerate(parts) if place != z.index(top))
        loss += mpmath.log1p(rest) + top - z[label]
        for c in range(classes):
            residual = parts[c] / (1 + rest) - (c == label)
            slopes[c], offsets[c] = slopes[c] + residual * x, offsets[c] + residual
    n = len(xs)
    return float(loss / n), [float(number / n) for number in slopes + offsets]


extremes = []
# Each example has its own sign, so that right and wrong classes both occur.
for scale in (30.0, 700.0, 800.0, 1e5, 1e150, 1e300):
    xs, labels = [1.0, -1.0, 0.5, 0.0], [1, 1, 0, 1]
    loss, gradient = logistic(scale, 1.0, xs, labels)
    extremes.append({"model": "logistic", "classes": 2, "features": xs, "labels": labels,
                     "parameters": [scale, 1.0], "loss": loss, "gradient": gradient})
    weights, biases = [scale, -scale, 0.5 * scale], [1.0, 0.0, -1.0]
    labels = [1, 1, 2, 0]
    loss, gradient = softmax(weights, biases, xs, labels)
    extremes.append({"model": "softmax", "classes": 3, "features": xs, "labels": labels,
                     "parameters": weights + biases, "loss": loss, "gradient": gradient})
write("extremes.json", extremes)
