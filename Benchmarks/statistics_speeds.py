"""The bootstrap of an interquartile mean and exact signed-rank tests: ours beside NumPy and SciPy, one thread.

Run with Python 3.11 and

    pip install numpy==2.4.6 scipy==1.17.1

from this folder: `swift build -c release && python statistics_speeds.py`. It writes statistics-speeds.md.
All contestants run in turn, several rounds, each pinned to the same core, so that what else the machine
does falls on all of them; each figure is the median of all its samples, with quartiles, and each ratio is
taken within a round, then its median over rounds.
"""

import os
import sys

from contest import batches, processor, row, run

ROUNDS = 3
CASES = {
    "bootstrap": ("interquartile mean, 10 problems x 20 seeds, 50,000 resamples", "NumPy"),
    "tests": ("exact signed-rank tests, all 1,200 pairs of 16 optimizers x 10 problems x 20 seeds", "SciPy"),
    "comparisons": ("the same with Hodges-Lehmann estimates and intervals", "SciPy and NumPy"),
}


def differences(rng):
    import numpy as np

    one, other = np.triu_indices(16, 1)
    runs = rng.standard_normal((10, 16, 20))
    return (runs[:, one] - runs[:, other]).reshape(-1, 20)


def call(case):
    import numpy as np

    rng = np.random.default_rng(0)
    if case == "bootstrap":
        values = rng.standard_normal((10, 20))
        flat = values.ravel()
        starts = np.arange(0, 200, 20)[:, None]

        def bootstrap():
            means = np.empty(50_000)
            # In parts that fit a cache: faster than all at once.
            for start in range(0, 50_000, 1_000):
                drawn = flat[rng.integers(0, 20, (1_000, 10, 20)) + starts].reshape(1_000, 200)
                drawn.partition((50, 149))
                means[start:start + 1_000] = drawn[:, 50:150].mean(1)
            return np.quantile(means, [0.025, 0.975])

        return bootstrap
    from scipy.stats import wilcoxon

    pairs = differences(rng)
    if case == "tests":
        return lambda: wilcoxon(pairs, axis=1, method="exact").pvalue
    rows, columns = np.triu_indices(20)

    def comparisons():
        p = wilcoxon(pairs, axis=1, method="exact").pvalue
        averages = np.sort((pairs[:, rows] + pairs[:, columns]) / 2, axis=1)
        # 52 is the largest k with P(W <= k) at most .025 for 20 pairs.
        return p, np.median(averages, axis=1), averages[:, 52], averages[:, -53]

    return comparisons


def main():
    text = ["# Statistics", "",
            f"Seconds for one call, one thread, on one core of an {processor()}; made by",
            "`statistics_speeds.py`. Median of all samples, quartiles in brackets. Ratios divide the peer's median",
            "by ours of the same round: above 1, ours is faster; in brackets the smallest and the largest of",
            f"{ROUNDS} rounds.", "", "| | ours | peer | | ratio |", "| --- | ---: | --- | ---: | ---: |"]
    me = [sys.executable, os.path.abspath(__file__)]
    for case, (words, peer) in CASES.items():
        rounds = [(run([".build/release/statistics", case]), run(me + [case])) for _ in range(ROUNDS)]
        ours, theirs, ratio = row(rounds, 2)
        text.append(f"| {words} | {ours} | {peer} | {theirs} | {ratio} |")
        print(text[-1], flush=True)
    with open("statistics-speeds.md", "w") as file:
        file.write("\n".join(text) + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 2:
        print(*batches(call(sys.argv[1])))
    else:
        main()
