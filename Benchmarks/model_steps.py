"""An update of three models with Nadam: ours, C++, PyTorch and JAX, float64, one thread, in one go.

Run with Python 3.11, g++ and

    pip install torch==2.13.0 optax==0.2.8 jax==0.10.2 numpy==2.4.6

from this folder: `swift build -c release && python model_steps.py`. It writes model-steps.md. An update is
gradient and rule, with the loss where it comes along; the rows of a batch are picked from a table anew
for each. All contestants run in turn, several rounds, each pinned to the same core, so that what else the
machine does falls on all of them; each figure is the median of all its samples, with quartiles, and each
ratio is taken within a round, then its median over rounds.
"""

import os
import statistics
import subprocess
import sys
import time

from contest import processor, run, show

ROUNDS = 5
CASES = {
    "linear": ("linear, 284 x 10, full batch", [10, 1], 284, 284),
    "small": ("mlp 64-64-10, batch 64", [64, 64, 10], 1024, 64),
    "large": ("mlp 784-512-512-10, batch 128", [784, 512, 512, 10], 1024, 128),
}


def batches(run):
    """Seconds per update of nine batches of about 100 ms; `run` makes a number of updates."""

    def batch(steps):
        start = time.perf_counter()
        run(steps)
        return time.perf_counter() - start

    # A compiled loop is compiled anew for another number of updates.
    batch(100)
    steps = max(1, int(0.1 / (batch(100) / 100)))
    batch(steps)
    return [batch(steps) / steps for _ in range(9)]


def data(widths, count):
    import numpy

    generator = numpy.random.default_rng(3)
    x = generator.uniform(-1, 1, size=(count, widths[0]))
    y = generator.uniform(-1, 1, size=count) if widths[-1] == 1 else generator.integers(10, size=count)
    layers = [(generator.uniform(-0.05, 0.05, size=(a, b)), numpy.zeros(b))
              for a, b in zip(widths, widths[1:])]
    return x, y, layers


def torch_steps(case, compiled):
    import torch

    _, widths, count, size = CASES[case]
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    x, y, start = data(widths, count)
    x, y = torch.tensor(x), torch.tensor(y)
    parts = []
    for a, b in zip(widths, widths[1:]):
        parts += [torch.nn.Linear(a, b), torch.nn.ReLU()]
    model = torch.nn.Sequential(*parts[:-1])
    with torch.no_grad():
        for layer, (weights, bias) in zip(model[::2], start):
            layer.weight.copy_(torch.tensor(weights.T))
            layer.bias.copy_(torch.tensor(bias))
    rule = torch.optim.NAdam(model.parameters(), lr=1e-4)
    order = torch.arange(count)

    def loss(x, y):
        out = model(x)
        if widths[-1] == 1:
            return torch.nn.functional.mse_loss(out[:, 0], y)
        return torch.nn.functional.cross_entropy(out, y)

    if compiled:
        loss = torch.compile(loss)
    place = [0]

    def run(steps):
        for _ in range(steps):
            rule.zero_grad()
            if size == count:
                value = loss(x, y)
            else:
                rows = order[place[0]:place[0] + size]
                place[0] = (place[0] + size) % count
                value = loss(x[rows], y[rows])
            value.backward()
            rule.step()

    return batches(run)


def jax_steps(case):
    import jax
    import jax.numpy as jnp
    import optax

    jax.config.update("jax_enable_x64", True)
    _, widths, count, size = CASES[case]
    x, y, start = data(widths, count)
    x, y = jnp.array(x), jnp.array(y)
    parameters = [(jnp.array(weights), jnp.array(bias)) for weights, bias in start]
    if widths[-1] == 1:
        # One vector of parameters, and a column of ones for the bias, is ten times as fast here.
        parameters = jnp.concatenate([parameters[0][0][:, 0], parameters[0][1]])
        x = jnp.concatenate([x, jnp.ones((count, 1))], axis=1)
    rule = optax.nadam(1e-4)

    def loss(parameters, x, y):
        if widths[-1] == 1:
            return ((x @ parameters - y) ** 2).mean()
        out = x
        for index, (weights, bias) in enumerate(parameters):
            out = out @ weights + bias
            if index < len(parameters) - 1:
                out = jax.nn.relu(out)
        return optax.softmax_cross_entropy_with_integer_labels(out, y).mean()

    def step(held, place):
        parameters, state = held
        if size == count:
            part = x, y
        else:
            rows = jnp.arange(size) + place * size % count
            part = x[rows], y[rows]
        gradient = jax.grad(loss)(parameters, *part)
        updates, state = rule.update(gradient, state, parameters)
        return (optax.apply_updates(parameters, updates), state), None

    train = jax.jit(lambda held, steps: jax.lax.scan(step, held, jnp.arange(steps)), static_argnums=1)
    held = [(parameters, rule.init(parameters))]

    def run(steps):
        held[0], _ = train(held[0], steps)
        jax.block_until_ready(held[0])

    return batches(run)


PEERS = {
    "PyTorch, eager": lambda case: torch_steps(case, compiled=False),
    "PyTorch, torch.compile": lambda case: torch_steps(case, compiled=True),
    "JAX, jit and lax.scan with optax": jax_steps,
}


def contestants(case):
    """The commands by their names, in the order in which they run."""
    commands = {"ours": [".build/release/model-steps", case]}
    if case == "linear":
        commands["C++ loop with explicit lanes"] = [".build/model_steps_cpp"]
    for name in PEERS:
        commands[name] = [sys.executable, os.path.abspath(__file__), case, name]
    return commands


def main():
    subprocess.run(["g++", "-O3", "-march=native", "-fno-math-errno", "-fno-trapping-math",
                    "model_steps.cpp", "-o", ".build/model_steps_cpp"], check=True)
    model = processor()
    text = ["# An update of a model", "",
            f"Gradient and an update by Nadam, float64, one thread, on one core of an {model}; made by",
            "`model_steps.py`. Median of all samples, quartiles in brackets. The last column divides by our",
            "median of the same round: above 1, ours is faster; in brackets the smallest and the largest of",
            f"{ROUNDS} rounds. The C++ loop: g++ -O3 -march=native -fno-math-errno -fno-trapping-math.", ""]
    for case, (title, *_) in CASES.items():
        commands = contestants(case)
        rounds = [{name: run(command) for name, command in commands.items()} for _ in range(ROUNDS)]
        text += [f"## {title}", "", "| | median | beside ours |", "| --- | ---: | ---: |"]
        for name in commands:
            samples = sorted(x for row in rounds for x in row[name])
            low, middle, high = statistics.quantiles(samples, n=4)
            each = [statistics.median(r[name]) / statistics.median(r["ours"]) for r in rounds]
            text.append(f"| {name} | {show(middle)} [{show(low)}, {show(high)}] "
                        f"| {statistics.median(each):.2f} [{min(each):.2f}, {max(each):.2f}] |")
            print(text[-1], flush=True)
        text.append("")
    with open("model-steps.md", "w") as file:
        file.write("\n".join(text).rstrip() + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(*PEERS[sys.argv[2]](sys.argv[1]))
    else:
        main()
