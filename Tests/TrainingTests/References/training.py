"""Runs of linear regression and of test functions in PyTorch in float64.

Run with Python 3.11 and `pip install torch==2.13.0 numpy==2.4.6` as `python training.py`; it writes
small.csv, which holds the data, curves.json, explosions.json and paths.json beside itself. The
default dtype is float64, in which NAdam keeps its running product too.

Splits, initial points and the order of mini-batches are drawn as a script of NumPy would:
`numpy.random.seed`, a permutation for the test rows, one for the validation rows (none for a share
of 0), `randn` for the weights and once more for the bias, then one permutation for each epoch of
mini-batches.

`noise` says how far a case carries rounding: the largest relative change of a training loss when
the parameters are disturbed in their last bit after every update.
"""

import json
import os

import numpy
import torch

torch.set_default_dtype(torch.float64)
folder = os.path.dirname(os.path.abspath(__file__))

generator = numpy.random.default_rng(7)
features = numpy.round(generator.normal(size=(43, 3)) * [1, 2, 0.5] + [0, 1, 3], 3)
targets = numpy.round(features @ [2, -1, 4] + 3 + generator.normal(size=43), 3)
with open(os.path.join(folder, "small.csv"), "w") as file:
    file.write("a,b,c,y\n")
    for row, target in zip(features, targets):
        file.write(",".join(repr(float(number)) for number in [*row, target]) + "\n")

OPTIMIZERS = {
    "adam": lambda p, rate: torch.optim.Adam(p, lr=rate, betas=(0.8, 0.99)),
    "nadam": lambda p, rate: torch.optim.NAdam(p, lr=rate, betas=(0.8, 0.99)),
    "sgd": lambda p, rate: torch.optim.SGD(p, lr=rate, momentum=0.9),
}


def train(optimizer, seed, test, validation, initial, batch, l2, scaled, rate, epochs,
          disturbed=False):
    numpy.random.seed(seed)
    last_bits = numpy.random.default_rng(1)
    count = len(targets)
    order = numpy.random.permutation(count) if test else numpy.arange(count)
    held_out = int(count * test)
    test_rows, rest = order[:held_out], order[held_out:]
    if validation:
        rest = rest[numpy.random.permutation(len(rest))]
    held_out = int(len(rest) * validation)
    validation_rows, rows = rest[:held_out], rest[held_out:]
    x, y, unit = features, targets, 1.0
    if scaled:
        x = (x - x[rows].mean(axis=0)) / x[rows].std(axis=0)
        unit = y[rows].std()
        y = (y - y[rows].mean()) / unit
    x, y = torch.tensor(x), torch.tensor(y)
    if initial == "normal":
        start = numpy.concatenate([numpy.random.randn(3), numpy.random.randn(1)])
    else:
        start = numpy.zeros(4)
    theta = torch.tensor(start, requires_grad=True)
    rule = OPTIMIZERS[optimizer]([theta], rate)

    def square(rows):
        return ((x[rows] @ theta[:3] + theta[3] - y[rows]) ** 2).mean()

    def loss(rows):
        return square(rows) + l2 / 2 * (theta[:3] ** 2).sum()

    curve = {"train": [loss(rows).item()], "validation": [square(validation_rows).item()]}
    for _ in range(epochs):
        order = numpy.random.permutation(len(rows)) if batch else numpy.arange(len(rows))
        size = batch or len(rows)
        for first in range(0, len(rows), size):
            rule.zero_grad()
            loss(rows[order[first:first + size]]).backward()
            rule.step()
            if disturbed:
                with torch.no_grad():
                    theta *= 1 + torch.tensor(last_bits.integers(-1, 2, size=4) * 2.0 ** -52)
        curve["train"].append(loss(rows).item())
        curve["validation"].append(square(validation_rows).item())
    if not len(validation_rows):
        curve["validation"] = []
    ends = {name: unit * square(part).item() ** 0.5 if len(part) else None
            for name, part in (("train", rows), ("validation", validation_rows), ("test", test_rows))}
    return curve, ends, square(test_rows).item() if len(test_rows) else None


cases = []
for optimizer in OPTIMIZERS:
    for name, options in {
        "from zeros": dict(seed=0, test=0.0, validation=0.0, initial="zeros", batch=0, l2=0.0, scaled=False),
        "from a draw": dict(seed=5, test=0.2, validation=0.3, initial="normal", batch=0, l2=0.1, scaled=False),
        "standardized": dict(seed=3, test=0.2, validation=0.2, initial="normal", batch=0, l2=0.0, scaled=True),
        "batches": dict(seed=11, test=0.2, validation=0.2, initial="normal", batch=8, l2=0.1, scaled=True),
        "batches of all rows": dict(seed=4, test=0.0, validation=0.0, initial="zeros", batch=8, l2=0.0, scaled=True),
    }.items():
        epochs = 100 if options["batch"] else 500
        # At a larger rate Nadam reaches the minimum to the last bit, and there noise is all it follows.
        options["rate"] = 0.01 if optimizer == "sgd" or name == "standardized" else 0.05
        curve, ends, test_loss = train(optimizer, epochs=epochs, **options)
        other, _, _ = train(optimizer, epochs=epochs, disturbed=True, **options)
        noise = max(abs(a - b) / abs(a) for a, b in zip(curve["train"], other["train"]))
        cases.append({"optimizer": optimizer, "name": name, "epochs": epochs, **options,
                      "train_losses": curve["train"], "validation_losses": curve["validation"],
                      "test_loss": test_loss, "rmse": ends, "noise": noise})
        print(optimizer, name, noise, curve["train"][0], curve["train"][-1])


def explode(rate):
    """The epoch at which gradient descent from zeros has a loss that is not finite, and the loss before."""
    x, y = torch.tensor(features), torch.tensor(targets)
    theta = torch.zeros(4, requires_grad=True)
    rule = torch.optim.SGD([theta], lr=rate)
    epoch, before = 0, None
    while True:
        rule.zero_grad()
        loss = ((x @ theta[:3] + theta[3] - y) ** 2).mean()
        if not (loss.isfinite() and theta.isfinite().all()):
            return {"rate": rate, "epoch": epoch, "before": before}
        before = loss.item()
        loss.backward()
        rule.step()
        epoch += 1


def descend(function, start, epochs, every):
    """Where Adam goes on a function of two variables, and the function's values there."""
    point = torch.tensor(start, requires_grad=True)
    rule = torch.optim.Adam([point], lr=0.05)
    path, values = [], []
    for epoch in range(epochs + 1):
        rule.zero_grad()
        value = function(*point)
        if epoch % every == 0 or epoch == epochs:
            path.append(point.tolist())
            values.append(value.item())
        value.backward()
        rule.step()
    return {"epochs": epochs, "every": every, "path": path, "values": values}


paths = {
    "rosenbrock": descend(lambda x, y: 100 * (y - x ** 2) ** 2 + (1 - x) ** 2, [-1.2, 1.0], 205, 10),
    "himmelblau": descend(lambda x, y: (x ** 2 + y - 11) ** 2 + (x + y ** 2 - 7) ** 2, [0.0, 0.0], 205, 10),
}

for name, value in [("curves.json", cases), ("explosions.json", [explode(rate) for rate in (0.2, 1.0, 1e30)]),
                    ("paths.json", paths)]:
    with open(os.path.join(folder, name), "w") as file:
        json.dump(value, file)
        file.write("\n")
