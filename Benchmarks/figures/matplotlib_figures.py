"""The figures of `figures speed`, drawn by matplotlib 3.11.2 with numpy 2.4.6 (Agg, SVG, PDF).

Prints the same lines: name, least, median and greatest time in milliseconds, bytes.
Run: python matplotlib_figures.py, or with `files FOLDER` to write one of them as PNG and SVG.
"""

import io
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

matplotlib.rcParams.update(
    {
        "font.family": "DejaVu Sans",
        "font.size": 9,
        "xtick.labelsize": 8,
        "ytick.labelsize": 8,
        "axes.linewidth": 0.5,
        "lines.linewidth": 1,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "grid.color": "#E6E8EB",
        "axes.axisbelow": True,
        "svg.hashsalt": "report",
    }
)

MASK = (1 << 64) - 1
COLORS = ["#0072B2", "#E69F00", "#009E73", "#000000"]
DASHES = ["-", "--", "-.", ":"]
NAMES = ["SGD", "Adam", "Nadam", "RMSprop"]


def noise(index, series):
    """SplitMix64's output function, as in Speed.swift."""
    mixed = ((index + 1) * 0x9E3779B97F4A7C15 + series * 0xD1B54A32D192ED03) & MASK
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
    return ((mixed ^ (mixed >> 31)) >> 11) * 2.0**-53


def losses(series, part, size):
    epochs = np.arange(2000)
    wobble = np.array([noise(e, series + 10 * part) for e in range(2000)])
    smooth = 0.02 + 0.03 * series + 2 / (1 + 0.05 * epochs * (series + 1))
    return smooth * (1 + size * (wobble - 0.5))


def loss_figure(data):
    figure, panels = plt.subplots(1, 2, figsize=(7.2, 2.6))
    figure.subplots_adjust(left=0.08, right=0.99, bottom=0.17, top=0.92, wspace=0.2)
    epochs = np.arange(2000)
    for part, (panel, title) in enumerate(zip(panels, ["Training", "Validation"])):
        for series, median in enumerate(data[part]):
            panel.fill_between(
                epochs, median * 0.85, median * 1.2, color=COLORS[series], alpha=0.2, lw=0
            )
            panel.plot(epochs, median, color=COLORS[series], ls=DASHES[series], label=NAMES[series])
        panel.set(yscale="log", xlabel="epoch", ylabel="loss", xlim=(0, 1999))
        panel.set_title(title, loc="left", fontweight="bold", fontsize=9)
    panels[1].legend(frameon=False)
    return figure


def long_figure():
    figure, panel = plt.subplots(figsize=(7.2, 4.4))
    panel.plot(np.arange(100_000), LONG, color=COLORS[0])
    panel.set(yscale="log", xlabel="step", ylabel="loss")
    return figure


def report(name, make, kind, repeats):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        figure = make()
        file = io.BytesIO()
        figure.savefig(file, format=kind, dpi=300)
        times.append((time.perf_counter() - start) * 1000)
        plt.close(figure)
    times.sort()
    numbers = [times[0], times[len(times) // 2], times[-1]]
    print(name, *(f"{number:.2f}" for number in numbers), len(file.getvalue()), sep=",")


def speed():
    for name, data in DATA.items():
        for kind in ["svg", "pdf", "png"]:
            report(f"{name} loss {kind}", lambda: loss_figure(data), kind, 7)
    report("100,000 points png", long_figure, "png", 3)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        figure = loss_figure([[losses(series, part, 0.02) for series in range(4)] for part in range(2)])
        for kind in ["png", "svg"]:
            figure.savefig(f"{sys.argv[2]}/loss.{kind}", dpi=300)
    else:
        SIZES = {"smooth": 0.0, "noisy": 0.02, "wild": 0.1}
        DATA = {
            name: [[losses(series, part, size) for series in range(4)] for part in range(2)]
            for name, size in SIZES.items()
        }
        LONG = 2 / (1 + np.arange(100_000) * 1e-3)
        LONG = LONG * (1 + 0.5 * np.array([noise(i, 1) for i in range(100_000)]))
        speed()
