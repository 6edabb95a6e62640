"""Runs of classifiers, networks and an autoencoder in PyTorch in float64.

Run with Python 3.11 and `pip install torch==2.13.0 numpy==2.4.6` as `python networks.py`; it writes
flowers.csv, which holds the data, and networks.json beside itself. The default dtype is float64, in which
NAdam keeps its running product too.

Splits, initial points and the order of mini-batches are drawn as a script of NumPy would:
`numpy.random.seed`, a permutation for the test rows, one for the validation rows, then for each layer `randn`
for the weights (inputs x outputs) with biases of 0, then one permutation for each epoch.

`noise` says how far a case carries rounding: the largest relative change of a training loss when the
parameters are disturbed in their last bit after every update.
"""

import json
import os

import numpy
import torch

torch.set_default_dtype(torch.float64)
folder = os.path.dirname(os.path.abspath(__file__))

generator = numpy.random.default_rng(12)
labels = generator.integers(3, size=60)
centers = generator.normal(size=(3, 4))
features = numpy.round(centers[labels] + generator.normal(size=(60, 4)), 3)
with open(os.path.join(folder, "flowers.csv"), "w") as file:
    file.write("a,b,c,d,y\n")
    for row, label in zip(features, labels):
        file.write(",".join(repr(float(number)) for number in row) + ",kind" + str(label) + "\n")

OPTIMIZERS = {
    "adam": lambda p, rate: torch.optim.Adam(p, lr=rate, betas=(0.8, 0.99)),
    "nadam": lambda p, rate: torch.optim.NAdam(p, lr=rate, betas=(0.8, 0.99)),
}
ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid,
               "gelu": torch.nn.functional.gelu}


def train(optimizer, model, hidden, activation, l2, batch, rate, epochs, seed=6, disturbed=False):
    numpy.random.seed(seed)
    last_bits = numpy.random.default_rng(1)
    order = numpy.random.permutation(60)
    test_rows, rest = order[:12], order[12:]
    rest = rest[numpy.random.permutation(len(rest))]
    validation_rows, rows = rest[:9], rest[9:]
    x, y = torch.tensor(features), torch.tensor(labels)
    widths = [4, *hidden, 4 if model == "autoencoder" else 3]
    layers = [(numpy.random.randn(a, b), numpy.zeros(b)) for a, b in zip(widths, widths[1:])]
    parts = [torch.tensor(part, requires_grad=True) for layer in layers for part in layer]
    rule = OPTIMIZERS[optimizer](parts, rate)

    def loss(rows):
        out = x[rows]
        for index in range(0, len(parts), 2):
            out = out @ parts[index] + parts[index + 1]
            if index < len(parts) - 2:
                out = ACTIVATIONS[activation](out)
        if model == "autoencoder":
            return torch.nn.functional.mse_loss(out, x[rows]), 0.0
        return torch.nn.functional.cross_entropy(out, y[rows]), (out.argmax(1) == y[rows]).double().mean().item()

    def objective(rows):
        return loss(rows)[0] + l2 / 2 * sum((weights ** 2).sum() for weights in parts[::2])

    curve = {"train": [objective(rows).item()], "validation": [loss(validation_rows)[0].item()]}
    for _ in range(epochs):
        size = batch or len(rows)
        order = numpy.random.permutation(len(rows)) if batch else numpy.arange(len(rows))
        for first in range(0, len(rows), size):
            rule.zero_grad()
            objective(rows[order[first:first + size]]).backward()
            rule.step()
            if disturbed:
                with torch.no_grad():
                    for part in parts:
                        part *= 1 + torch.tensor(last_bits.integers(-1, 2, size=part.shape) * 2.0 ** -52)
        curve["train"].append(objective(rows).item())
        curve["validation"].append(loss(validation_rows)[0].item())
    value, metric = loss(test_rows)
    return curve, value.item(), value.item() ** 0.5 if model == "autoencoder" else metric


cases = []
for optimizer in OPTIMIZERS:
    for model, hidden, activation, l2, batch in [
        ("softmax", [], "relu", 0.1, 8), ("softmax", [], "relu", 0.0, 0),
        ("mlp", [6], "relu", 0.0, 8), ("mlp", [5, 4], "tanh", 0.01, 8), ("mlp", [6], "gelu", 0.0, 0),
        ("mlp", [6], "sigmoid", 0.01, 13), ("autoencoder", [2], "tanh", 0.0, 8),
    ]:
        options = dict(model=model, hidden=hidden, activation=activation, l2=l2, batch=batch, rate=0.01,
                       epochs=60)
        curve, test_loss, metric = train(optimizer, **options)
        other, _, _ = train(optimizer, disturbed=True, **options)
        noise = max(abs(a - b) / abs(a) for a, b in zip(curve["train"], other["train"]))
        cases.append({"optimizer": optimizer, **options, "train_losses": curve["train"],
                      "validation_losses": curve["validation"], "test_loss": test_loss,
                      "test_metric": metric, "noise": noise})
        print(optimizer, model, hidden, activation, noise, curve["train"][0], curve["train"][-1], metric)

with open(os.path.join(folder, "networks.json"), "w") as file:
    json.dump(cases, file)
    file.write("\n")
