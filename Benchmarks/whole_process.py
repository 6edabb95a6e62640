"""20 seeds x {Adam, Nadam} x 2,000 epochs on diabetes and the loss figure, as whole processes: ours
beside NumPy, JAX and PyTorch with matplotlib, float64, in one go.

Run with Python 3.11 and

    pip install numpy==2.4.6 matplotlib==3.11.2 jax==0.10.2 torch==2.13.0 scikit-learn==1.9.1

from this folder: `python whole_process.py`. It builds `report` in release and in debug and writes
whole-process.md. Every process splits the rows (284 for training, 70 for validation), trains a linear
model on the whole training set from standard normal parameters for every seed, keeps the training
and validation loss of epochs 0 to 100 and then of every second one, and draws median and quartile
band of both as PNG (7.2 in wide, 192 dpi) and SVG. Ours writes its tables, digests and Markdown as
well. Peers find the table as a NumPy file; what they keep compiled between processes is as they
install it, nothing. All run in turn, several rounds, each on the same one core.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from contest import CORE, ONE_THREAD, processor

SEEDS, EPOCHS, RATE, DECAY, EPSILON = 20, 2000, 10.0, 4e-3, 1e-8
BETA1, BETA2 = 0.9, 0.999
ROUNDS = 5
PNG_RESOLUTION = 192
KEPT = [e for e in range(EPOCHS + 1) if e <= 100 or e % 2 == 0]


def problem(folder):
    """Rows with a 1 for the bias, targets and parameters, seed by seed."""
    import numpy as np

    table = np.load(f"{folder}/diabetes.npy")
    x, y, start = [], [], []
    for seed in range(SEEDS):
        generator = np.random.default_rng(seed)
        order = generator.permutation(len(table))
        rows = table[order]
        x.append(np.column_stack([rows[:, :10], np.ones(len(rows))]))
        y.append(rows[:, 10:])
        start.append(generator.standard_normal((11, 1)))
    x, y, start = np.array(x), np.array(y), np.array(start)
    # Rows 0 to 87 are for the test.
    return x[:, 158:], y[:, 158:], x[:, 88:158], y[:, 88:158], start


def momenta():
    """μ_t of Nadam and the products P_t, t from 1 to one past the last update."""
    values, products, product = [], [], 1.0
    for t in range(1, EPOCHS + 2):
        values.append(BETA1 * (1 - 0.5 * 0.96 ** (t * DECAY)))
        product *= values[-1]
        products.append(product)
    return values, products


def draw(folder, losses):
    """`losses[optimizer][part]` are kept epochs x seeds."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np

    figure, panels = plt.subplots(1, 2, figsize=(7.2, 2.6))
    # Fixed margins: matplotlib's automatic layout takes longer.
    figure.subplots_adjust(left=0.09, right=0.99, bottom=0.17, top=0.92, wspace=0.35)
    for part, panel in enumerate(panels):
        for color, (name, curves) in zip(["#0072B2", "#E69F00"], losses.items()):
            low, middle, high = np.quantile(curves[part], [0.25, 0.5, 0.75], axis=1)
            panel.fill_between(KEPT, low, high, color=color, alpha=0.2, lw=0)
            panel.plot(KEPT, middle, color=color, label=name)
        panel.set(yscale="log", xlabel="epoch", ylabel="loss", xlim=(0, EPOCHS))
        panel.set_title(["Training", "Validation"][part], loc="left")
    panels[1].legend(frameon=False)
    figure.savefig(f"{folder}/losses.png", dpi=PNG_RESOLUTION)
    figure.savefig(f"{folder}/losses.svg")


def numpy_batched(folder):
    """All seeds and both rules at once, in arrays of seeds x parameters x rules."""
    import numpy as np

    x, y, held_x, held_y, start = problem(folder)
    transposed = np.ascontiguousarray(x.transpose(0, 2, 1))
    theta = np.concatenate([start, start], axis=2)
    m, v = np.zeros_like(theta), np.zeros_like(theta)
    mu, product = momenta()
    kept, train, validation = set(KEPT), [], []
    step = np.empty_like(theta)
    for epoch in range(EPOCHS + 1):
        residual = x @ theta - y
        if epoch in kept:
            train.append(np.einsum("sno,sno->so", residual, residual) / 284)
            other = held_x @ theta - held_y
            validation.append(np.einsum("sno,sno->so", other, other) / 70)
        if epoch == EPOCHS:
            break
        t = epoch + 1
        g = transposed @ residual
        g *= 2 / 284
        m += (1 - BETA1) * (g - m)
        v += (1 - BETA2) * (g * g - v)
        denominator = np.sqrt(v / (1 - BETA2**t)) + EPSILON
        step[:, :, 0] = m[:, :, 0] * (RATE / (1 - BETA1**t))
        step[:, :, 1] = g[:, :, 1] * (RATE * (1 - mu[epoch]) / (1 - product[epoch]))
        step[:, :, 1] += m[:, :, 1] * (RATE * mu[t] / (1 - product[t]))
        theta -= step / denominator
    train, validation = np.array(train), np.array(validation)
    draw(folder, {name: (train[:, :, i], validation[:, :, i]) for i, name in enumerate(["Adam", "Nadam"])})


def jax_scan(folder):
    import jax
    import jax.numpy as jnp
    import numpy as np

    jax.config.update("jax_enable_x64", True)
    x, y, held_x, held_y, start = problem(folder)
    mu, product = map(np.array, momenta())
    t = np.arange(1, EPOCHS + 1)
    # What each update multiplies g and m by, and the correction of v.
    adam = np.stack([0 * t, RATE / (1 - BETA1**t), 1 / (1 - BETA2**t)], axis=1)
    nadam = np.stack([RATE * (1 - mu[:-1]) / (1 - product[:-1]), RATE * mu[1:] / (1 - product[1:]),
                      1 / (1 - BETA2**t)], axis=1)

    def train(x, y, held_x, held_y, start, factors):
        def mean_square(theta, x, y):
            return jnp.mean((x @ theta - y) ** 2)

        def update(state, factor):
            theta, m, v = state
            loss, g = jax.value_and_grad(mean_square)(theta, x, y)
            m = BETA1 * m + (1 - BETA1) * g
            v = BETA2 * v + (1 - BETA2) * g * g
            step = (factor[0] * g + factor[1] * m) / (jnp.sqrt(v * factor[2]) + EPSILON)
            return (theta - step, m, v), (loss, mean_square(theta, held_x, held_y))

        zero = jnp.zeros_like(start)
        (theta, _, _), losses = jax.lax.scan(update, (start, zero, zero), factors)
        last = (mean_square(theta, x, y), mean_square(theta, held_x, held_y))
        return [jnp.append(curve, end) for curve, end in zip(losses, last)]

    seeds = jax.vmap(train, in_axes=(0, 0, 0, 0, 0, None))
    rules = jax.jit(jax.vmap(seeds, in_axes=(None, None, None, None, None, 0)))
    found = rules(x, y, held_x, held_y, start, np.stack([adam, nadam]))
    train, validation = (np.asarray(part)[:, :, KEPT] for part in found)
    draw(folder, {name: (train[i].T, validation[i].T) for i, name in enumerate(["Adam", "Nadam"])})


def torch_eager(folder):
    import numpy as np
    import torch

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    parts = [torch.tensor(part) for part in problem(folder)]
    kept = set(KEPT)

    def train(rule, x, y, held_x, held_y, start):
        """Seeds do not meet: the gradient of the sum of their losses is that of each, and rules work
        parameter by parameter."""
        theta = start.clone().requires_grad_()
        optimizer = rule([theta], lr=RATE)
        curves = [], []
        for epoch in range(EPOCHS + 1):
            optimizer.zero_grad()
            losses = (x @ theta - y).square().mean(dim=(1, 2))
            if epoch in kept:
                with torch.no_grad():
                    curves[0].append(losses.detach().clone())
                    curves[1].append((held_x @ theta - held_y).square().mean(dim=(1, 2)))
            if epoch < EPOCHS:
                losses.sum().backward()
                optimizer.step()
        return [torch.stack(curve).numpy() for curve in curves]

    found = {}
    for name, rule in [("Adam", torch.optim.Adam), ("Nadam", torch.optim.NAdam)]:
        found[name] = train(rule, *parts)
    draw(folder, found)


PEERS = {
    "NumPy batched over seeds": numpy_batched,
    "JAX, vmap and scan": jax_scan,
    "PyTorch eager, batched over seeds": torch_eager,
}


def run(command, folder):
    """Seconds by the wall clock and of the processor, and peak memory in MB, of a process on one core."""
    # matplotlib's font cache and Python's bytecode are there, as after any first use.
    with open(f"{folder}/log", "w") as log:
        start = time.perf_counter()
        process = subprocess.Popen(["taskset", "-c", str(CORE)] + command, env=dict(os.environ, **ONE_THREAD),
                                   stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, (command, open(f"{folder}/log").read())
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def contestants(folder):
    commands = {}
    for build in ["release", "debug"]:
        subprocess.run(["swift", "build", "-c", build, "--product", "report", "--package-path", ".."],
                       check=True, stdout=sys.stderr)
        binary = subprocess.run(["swift", "build", "-c", build, "--show-bin-path", "--package-path", ".."],
                                check=True, capture_output=True, text=True).stdout.strip()
        commands[f"ours, {build}"] = [f"{binary}/report", "whole-process.json", "--quiet", "--no-cache",
                                      "--output", f"{folder}/{build}"]
    commands["ours, release, standard report"] = [
        commands["ours, release"][0], f"{folder}/standard.json", "--quiet", "--no-cache", "--output",
        f"{folder}/standard"]
    for name in PEERS:
        commands[name] = [sys.executable, os.path.abspath(__file__), folder, name]
    return commands


def prepare(folder):
    """The table for the peers, and the spec without its list of cells, which makes a whole report."""
    import json

    import numpy as np
    import sklearn.datasets

    data = sklearn.datasets.load_diabetes()
    np.save(f"{folder}/diabetes.npy", np.column_stack([data.data, data.target]))
    spec = json.loads(pathlib.Path("whole-process.json").read_text())
    del spec["report"]
    pathlib.Path(f"{folder}/standard.json").write_text(json.dumps(spec))


def main():
    model = processor()
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own: what this one has in memory counts as its children's.
        subprocess.run([sys.executable, os.path.abspath(__file__), folder, "prepare"], check=True)
        commands = contestants(folder)
        for command in commands.values():
            run(command, folder)
        rounds = [{name: run(command, folder) for name, command in commands.items()} for _ in range(ROUNDS)]
    peers = {name: statistics.median(r[name][1] for r in rounds) for name in PEERS}
    best = min(peers, key=peers.get)
    text = ["# A whole experiment", "",
            f"20 seeds x {{Adam, Nadam}} x 2,000 epochs on diabetes (linear, full batch, 284 x 10) and the loss",
            f"figure of two panels as PNG and SVG, each a whole process on one core of an {model}; made by",
            f"`whole_process.py`. Median of {ROUNDS} rounds, smallest and largest in brackets; ratios are to our",
            "release build in the same round: above 1, ours is faster. Where other processes share the core,",
            "the wall clock counts their time too, the processor's seconds do not. The standard report adds",
            "statistics, tables and the other figures.", "",
            "| | wall clock, s | ratio | processor, s | ratio | peak memory |",
            "| --- | ---: | ---: | ---: | ---: | ---: |"]

    def spread(values, form):
        return f"{statistics.median(values):{form}} [{min(values):{form}}, {max(values):{form}}]"

    for name in commands:
        cells = []
        for kind in [0, 1]:
            cells.append(spread([r[name][kind] for r in rounds], ".2f"))
            cells.append(spread([r[name][kind] / r["ours, release"][kind] for r in rounds], ".1f"))
        memory = max(r[name][2] for r in rounds)
        text.append(f"| {name} | {' | '.join(cells)} | {memory:.0f} MB |")
    text += ["", f"The best peer by the processor's seconds is {best}."]
    print(*text, sep="\n")
    pathlib.Path("whole-process.md").write_text("\n".join(text) + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        PEERS.get(sys.argv[2], prepare)(sys.argv[1])
    else:
        main()
