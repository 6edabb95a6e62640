"""What the scripts share that let contestants run in turn, each on the same core with one thread."""

import os
import statistics
import subprocess
import time

CORE = max(os.sched_getaffinity(0))
ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
              "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"}


def batches(call, finish=lambda: None):
    """Seconds per call of nine batches of about 30 ms; `finish` waits for what calls have begun."""

    def batch(calls):
        start = time.perf_counter()
        for _ in range(calls):
            call()
        finish()
        return time.perf_counter() - start

    batch(3)
    calls = max(1, int(0.03 / (batch(3) / 3)))
    return [batch(calls) / calls for _ in range(9)]


def run(command):
    """The samples that a command prints last."""
    environment = dict(os.environ, **ONE_THREAD)
    output = subprocess.run(["taskset", "-c", str(CORE)] + command, env=environment, check=True,
                            capture_output=True, text=True).stdout
    return [float(x) for x in output.split()[-9:]]


def show(seconds):
    """Three digits and a unit."""
    for unit, scale in [("s", 1), ("ms", 1e3), ("µs", 1e6)]:
        if seconds * scale >= 1:
            return f"{seconds * scale:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def row(rounds, decimals):
    """The cells of a table for pairs of samples, ours and the peer's, one pair a round: both medians with quartiles, and
    how many times as long the peer takes, by rounds."""
    cells = []
    for place in (0, 1):
        low, middle, high = statistics.quantiles([x for pair in rounds for x in pair[place]], n=4)
        cells.append(f"{show(middle)} [{show(low)}, {show(high)}]")
    each = [statistics.median(theirs) / statistics.median(ours) for ours, theirs in rounds]
    ratios = [f"{x:.{decimals}f}" for x in (statistics.median(each), min(each), max(each))]
    return cells + [f"{ratios[0]} [{ratios[1]}, {ratios[2]}]"]


def processor():
    """The name of the machine's processor."""
    with open("/proc/cpuinfo") as file:
        return next(line.split(":")[1].strip() for line in file if "model name" in line)
