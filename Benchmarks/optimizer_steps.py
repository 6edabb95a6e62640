"""A step of Adam and Nadam: ours, a C++ loop, PyTorch and optax, float64, one thread, in one go.

Run with Python 3.11, g++ and

    pip install torch==2.13.0 optax==0.2.8 jax==0.10.2

from this folder: `swift build -c release && python optimizer_steps.py`. It writes
optimizer-steps.md. All contestants run in turn, several rounds, each pinned to the same core, so
that what else the machine does falls on all of them; each figure is the median of all its samples,
with quartiles, and each ratio is taken within a round, then its median over rounds.
"""

import os
import statistics
import subprocess
import sys

from contest import batches, processor, run, show

SIZES = [10_000, 1_000_000, 10_000_000]
ROUNDS = 5


def torch_steps(n):
    import torch

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)

    def measure(make):
        x = (torch.arange(n) % 17) * 0.1 - 0.8
        x.requires_grad_()
        x.grad = ((torch.arange(n) * 7919) % 1009) * 1e-3 - 0.5
        rule = make([x])
        return batches(rule.step)

    return {
        "PyTorch Adam, fused": lambda: measure(lambda p: torch.optim.Adam(p, fused=True)),
        "PyTorch NAdam, foreach": lambda: measure(lambda p: torch.optim.NAdam(p, foreach=True)),
        "PyTorch NAdam, single tensor": lambda: measure(lambda p: torch.optim.NAdam(p, foreach=False)),
    }


def optax_steps(n):
    import jax
    import jax.numpy as jnp
    import optax

    jax.config.update("jax_enable_x64", True)

    def measure(rule):
        x = (jnp.arange(n) % 17) * 0.1 - 0.8
        g = ((jnp.arange(n) * 7919) % 1009) * 1e-3 - 0.5

        def update(x, state):
            updates, state = rule.update(g, state, x)
            return optax.apply_updates(x, updates), state

        # Buffers are donated, so that both are updated in place.
        update = jax.jit(update, donate_argnums=(0, 1))
        held = [x, rule.init(x)]

        def step():
            held[:] = update(*held)

        return batches(step, lambda: held[0].block_until_ready())

    return {
        "optax adam, jit": lambda: measure(optax.adam(1e-3)),
        "optax nadam, jit": lambda: measure(optax.nadam(1e-3)),
    }


def contestants(n):
    """The commands by their names, in the order in which they run; each measures one rule only,
    since what a process has allocated before changes how fast its memory is."""
    me = [sys.executable, os.path.abspath(__file__), str(n)]
    commands = {}
    for name in ["adam", "nadam"]:
        commands[f"ours {name.capitalize()}"] = [".build/release/optimizer-steps", str(n), name]
        commands[f"C++ loop {name.capitalize()}"] = [".build/optimizer_steps_cpp", str(n), name]
    for name in ["PyTorch Adam, fused", "PyTorch NAdam, foreach", "PyTorch NAdam, single tensor",
                 "optax adam, jit", "optax nadam, jit"]:
        commands[name] = me + [name]
    return commands


def main():
    # The last two flags leave every result as it is; without them g++ does not vectorize the root.
    subprocess.run(["g++", "-O3", "-march=native", "-fno-math-errno", "-fno-trapping-math",
                    "optimizer_steps.cpp", "-o", ".build/optimizer_steps_cpp"], check=True)
    model = processor()
    text = ["# A step of an optimizer", "",
            f"Seconds for one update of n parameters, float64, one thread, on one core of an {model}; made by",
            "`optimizer_steps.py`. Median of all samples, quartiles in brackets. The last columns divide by",
            "our median of the same round: above 1, ours is faster; in brackets the smallest and the largest",
            f"of {ROUNDS} rounds. The C++ loop: g++ -O3 -march=native -fno-math-errno -fno-trapping-math.", ""]
    for n in SIZES:
        commands = contestants(n)
        rounds = [{name: run(command) for name, command in commands.items()} for _ in range(ROUNDS)]
        text += [f"## n = {n:,}".replace(",", " "), "", "| | median | beside our Adam | beside our Nadam |",
                 "| --- | ---: | ---: | ---: |"]
        for name in rounds[0]:
            samples = sorted(x for row in rounds for x in row[name])
            low, middle, high = statistics.quantiles(samples, n=4)

            def ratio(ours):
                each = [statistics.median(r[name]) / statistics.median(r[ours]) for r in rounds]
                return f"{statistics.median(each):.2f} [{min(each):.2f}, {max(each):.2f}]"

            text.append(f"| {name} | {show(middle)} [{show(low)}, {show(high)}] | {ratio('ours Adam')} "
                        f"| {ratio('ours Nadam')} |")
            print(text[-1], flush=True)
        text.append("")
    with open("optimizer-steps.md", "w") as file:
        file.write("\n".join(text).rstrip() + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        steps = torch_steps if sys.argv[2].startswith("PyTorch") else optax_steps
        print(*steps(int(sys.argv[1]))[sys.argv[2]]())
    else:
        main()
