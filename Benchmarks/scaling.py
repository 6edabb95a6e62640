"""Seconds per epoch and memory as rows, features and values that are not 0 grow: ours alone.

Run with Python 3.11 from this folder: `python scaling.py`. It builds `scaling`, runs it for each
size, one process after the other on the same core, several rounds, and writes scaling.md and
scaling.svg.
"""

import pathlib
import statistics
import subprocess

from contest import CORE, processor, show

ROUNDS = 3
SERIES = {
    "rows": ("Linear regression, 100 features: rows", "dense",
             [(1000, 100), (10_000, 100), (100_000, 100), (1_000_000, 100)]),
    "features": ("Linear regression, 2,000 rows: features", "dense",
                 [(2000, 10), (2000, 100), (2000, 1000), (2000, 10_000)]),
    "non-zeros": ("Logistic regression on sparse data, 100 values a row in 10,000 columns: rows", "sparse",
                  [(100, 10_000), (1000, 10_000), (10_000, 10_000), (100_000, 10_000)]),
}


def run(kind, rows, columns):
    """Bytes of the data, peak memory in bytes when they were made and at the end, seconds of epochs."""
    output = subprocess.run(["taskset", "-c", str(CORE), ".build/release/scaling", kind, str(rows), str(columns)],
                            check=True, capture_output=True, text=True).stdout.split()
    return [int(x) for x in output[:3]], [float(x) for x in output[3:]]


def size(bytes):
    return f"{bytes / 1e6:.3g} MB"


def main():
    subprocess.run(["swift", "build", "-c", "release", "--product", "scaling"], check=True)
    model = processor()
    text = ["# Scaling", "",
            f"Seconds for an epoch with Nadam, the whole training set (64 % of the rows) in one batch, on one",
            f"core of an {model}; made by `scaling.py`. Median of all epochs of {ROUNDS} processes, quartiles in",
            "brackets; per value: divided by the training set's numbers, of sparse data those that are not 0.",
            "Memory is the most that the process had, and its ratio to the data: 8 bytes a number, 12 a sparse",
            "one, and the targets. A process without data has about 19 MB; the ratio in the last column leaves",
            "that out. Up to 2^22 numbers, 32 MB, a model holds the training set a second time, in the order of",
            "its sums; beyond, it copies piece by piece, and the data are in memory once.", "",
            "![seconds per epoch](scaling.svg)", ""]
    base = None
    lines = []
    for name, (title, kind, sizes) in SERIES.items():
        text += [f"## {title}", "", "| | epoch | per value | data | peak memory | over the data |",
                 "| --- | ---: | ---: | ---: | ---: | ---: |"]
        for rows, columns in sizes:
            runs = [run(kind, rows, columns) for _ in range(ROUNDS)]
            seconds = sorted(x for _, epochs in runs for x in epochs)
            low, middle, high = statistics.quantiles(seconds, n=4)
            data, _, peak = runs[0][0]
            if base is None:
                # The first data are below a megabyte.
                base = runs[0][0][1] - data
            values = 0.64 * rows * (columns if kind == "dense" else 100)
            label = f"{rows if name != 'features' else columns:,}"
            text.append(f"| {label} | {show(middle)} [{show(low)}, {show(high)}] | {middle / values * 1e9:.2f} ns "
                        f"| {size(data)} | {size(peak)} | {(peak - base) / data:.2f} |")
            lines.append(f"{name},{values},{middle},{low},{high}")
            print(text[-1], flush=True)
        text.append("")
    subprocess.run([".build/release/scaling", "draw", "scaling.svg"], input="\n".join(lines), text=True, check=True)
    pathlib.Path("scaling.md").write_text("\n".join(text).rstrip() + "\n")


if __name__ == "__main__":
    main()
