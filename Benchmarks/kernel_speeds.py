"""Matrix products, activations and softmax: ours beside PyTorch and NumPy, float64, one thread.

Run with Python 3.11 and

    pip install torch==2.13.0 numpy==2.4.6

from this folder: `swift build -c release && python kernel_speeds.py`. It writes kernel-speeds.md.
All contestants run in turn, several rounds, each pinned to the same core, so that what else the
machine does falls on all of them; each figure is the median of all its samples, with quartiles, and
each ratio is taken within a round, then its median over rounds.
"""

import os
import statistics
import sys

from contest import batches, processor, run, show

ROUNDS = 3
PRODUCTS = [
    "product 64 64 64 plain",
    "product 64 64 64 left",
    "product 64 64 64 right",
    "product 64 64 10 plain",
    "product 128 784 512 plain",
    "product 784 128 512 left",
    "product 128 512 512 plain",
    "product 512 128 512 left",
    "product 128 512 512 right",
    "product 128 512 10 plain",
    "product 1000 1000 1000 plain",
]
OTHERS = [
    f"{name} {count}{suffix}"
    for count in (4096, 65536)
    for name in ("relu", "tanh", "sigmoid", "gelu")
    for suffix in ("", " derivative")
] + ["softmax 64 10", "softmax 1000 10"]


def torch_call(words):
    import torch

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    aten = torch.ops.aten
    if words[0] == "product":
        m, k, n = map(int, words[1:4])
        a = torch.randn(k, m).T if words[4] == "left" else torch.randn(m, k)
        b = torch.randn(n, k).T if words[4] == "right" else torch.randn(k, n)
        c = torch.empty(m, n)
        return lambda: torch.mm(a, b, out=c)
    if words[0] == "softmax":
        # The two operators that cross_entropy and its gradient are made of, without autograd.
        z = torch.randn(int(words[1]), int(words[2]))
        labels = torch.arange(len(z)) % z.shape[1]

        def softmax():
            logarithms = torch.log_softmax(z, 1)
            slopes = logarithms.exp()
            slopes[torch.arange(len(z)), labels] -= 1
            return torch.nn.functional.nll_loss(logarithms, labels), slopes

        return softmax
    x = torch.randn(int(words[1]))
    y, g, out = torch.randn(len(x)), torch.randn(len(x)), torch.empty(len(x))
    if words[-1] == "derivative":
        return {
            "relu": lambda: aten.threshold_backward.grad_input(g, y, 0, grad_input=out),
            "tanh": lambda: aten.tanh_backward.grad_input(g, y, grad_input=out),
            "sigmoid": lambda: aten.sigmoid_backward.grad_input(g, y, grad_input=out),
            "gelu": lambda: aten.gelu_backward.grad_input(g, x, grad_input=out),
        }[words[0]]
    return {
        "relu": lambda: torch.clamp_min(x, 0, out=out),
        "tanh": lambda: torch.tanh(x, out=out),
        "sigmoid": lambda: torch.sigmoid(x, out=out),
        "gelu": lambda: aten.gelu.out(x, out=out),
    }[words[0]]


def numpy_call(words):
    import numpy as np

    draw = np.random.default_rng(0).standard_normal
    m, k, n = map(int, words[1:4])
    a = draw((k, m)).T if words[4] == "left" else draw((m, k))
    b = draw((n, k)).T if words[4] == "right" else draw((k, n))
    c = np.empty((m, n))
    return lambda: np.matmul(a, b, out=c)


def table(cases, peers):
    text = ["| | ours | " + " | ".join(f"{peer} | ratio" for peer in peers) + " |",
            "| --- " + "| ---: " * (1 + 2 * len(peers)) + "|"]
    for case in cases:
        me = [sys.executable, os.path.abspath(__file__)]
        commands = {"ours": [".build/release/kernel-speeds"] + case.split()}
        commands |= {peer: me + [peer, case] for peer in peers}
        rounds = [{name: run(command) for name, command in commands.items()} for _ in range(ROUNDS)]
        cells = [case]
        for name in commands:
            low, middle, high = statistics.quantiles([x for row in rounds for x in row[name]], n=4)
            cells.append(f"{show(middle)} [{show(low)}, {show(high)}]")
            if name != "ours":
                each = [statistics.median(r[name]) / statistics.median(r["ours"]) for r in rounds]
                cells.append(f"{statistics.median(each):.2f} [{min(each):.2f}, {max(each):.2f}]")
        text.append("| " + " | ".join(cells) + " |")
        print(text[-1], flush=True)
    return text


def main():
    model = processor()
    text = ["# Kernels", "",
            f"Seconds for one call, float64, one thread, on one core of an {model}; made by",
            "`kernel_speeds.py`. Median of all samples, quartiles in brackets. Ratios divide by our median",
            "of the same round: above 1, ours is faster; in brackets the smallest and the largest of",
            f"{ROUNDS} rounds. Peers get their results' memory, as ours does, where they take it.", "",
            "## Matrix products", "",
            "Rows, inner size, columns, and which operand is stored transposed. PyTorch multiplies with",
            "MKL, NumPy with OpenBLAS.", ""]
    text += table(PRODUCTS, ["PyTorch", "NumPy"])
    text += ["", "## Activations and losses", "",
             "How many numbers; softmax with cross-entropy and its gradient: rows and classes.", ""]
    text += table(OTHERS, ["PyTorch"])
    with open("kernel-speeds.md", "w") as file:
        file.write("\n".join(text) + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        words = sys.argv[2].split()
        print(*batches({"PyTorch": torch_call, "NumPy": numpy_call}[sys.argv[1]](words)))
    else:
        main()
