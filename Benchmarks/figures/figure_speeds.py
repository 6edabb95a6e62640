"""Loss figures of two panels, 4 optimizers and 2,000 points, and a curve of 100,000 points: ours beside
matplotlib's, in one go.

Run with Python 3.11 and

    pip install numpy==2.4.6 matplotlib==3.11.2

from this folder: `python figure_speeds.py`. It builds `figures` and writes ../figure-speeds.md. Both run
in turn, several rounds, on the same core; PNG has 300 dpi.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 3
CORE = max(os.sched_getaffinity(0))
here = pathlib.Path(__file__).resolve().parent
ours = [str(here / "../.build/release/figures")]
theirs = [sys.executable, str(here / "matplotlib_figures.py")]


def pinned(command):
    return subprocess.run(["taskset", "-c", str(CORE)] + command, check=True, capture_output=True, text=True).stdout


def speeds(command):
    """Median milliseconds by name."""
    lines = [line.rsplit(",", 4) for line in pinned(command).splitlines()]
    return {name: float(median) for name, _, median, _, _ in lines}


def process(command):
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        pinned(command + ["files", folder])
        return (time.perf_counter() - start) * 1000


def main():
    subprocess.run(["swift", "build", "-c", "release", "--product", "figures", "--package-path", str(here / "..")],
                   check=True)
    model = next(line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line)
    rounds = []
    for _ in range(ROUNDS):
        both = speeds(ours + ["speed"]), speeds(theirs)
        for found, command in zip(both, [ours, theirs]):
            found["whole process, png and svg"] = statistics.median(process(command) for _ in range(5))
        rounds.append(both)
    text = ["# Figures", "",
            f"Milliseconds from numbers to a file's bytes, on one core of an {model}; made by",
            f"`figures/figure_speeds.py`. Median of {ROUNDS} rounds; ratios are taken within a round, smallest and",
            "largest in brackets: above 1, ours is faster. matplotlib draws with fixed margins; ours measures",
            "its texts. Smooth, noisy and wild: how far points lie off a smooth curve.", "",
            "| | ours, ms | matplotlib, ms | ratio |", "| --- | ---: | ---: | ---: |"]
    for name in rounds[0][0]:
        mine, other = ([both[i][name] for both in rounds] for i in [0, 1])
        ratios = [b / a for a, b in zip(mine, other)]
        text.append(f"| {name} | {statistics.median(mine):.2f} | {statistics.median(other):.0f} "
                    f"| {statistics.median(ratios):.1f} [{min(ratios):.1f}, {max(ratios):.1f}] |")
        print(text[-1], flush=True)
    (here / "../figure-speeds.md").write_text("\n".join(text) + "\n")


if __name__ == "__main__":
    main()
