"""A plan of up to a million runs: planned, dealt, run in shares, summarized; seconds and memory of each step.

Run with Python 3.11 from this folder, where the program itself has been built for release, too:
`swift build -c release && (cd .. && swift build -c release --product report) && python many_machines.py`. It writes
many-machines.md. There is no peer: what is shown is that time grows with the number of runs and memory stays below a
GiB.
"""

import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time

from contest import processor, run

SIZES = [10_000, 100_000, 1_000_000]
PROGRAM = os.path.abspath("../.build/release/report")
SHARES = 4


def spec(count):
    """10 optimizers on 10 problems of 6 training rows, 10 epochs each: runs that take next to nothing by themselves."""
    kinds = ["sgd", "adam", "nadam", "rmsprop", "adagrad"]
    return {
        "name": "many", "seeds": count // 100,
        "problems": [{"name": f"problem {number}", "model": "linear", "epochs": 10, "record": 10,
                      "dataset": {"kind": "regression", "samples": 8, "features": 2, "seed": number},
                      "split": {"test": 0.25}} for number in range(10)],
        "optimizers": [{"name": f"{kind}, {rate}", "kind": kind, "learning_rate": rate}
                       for kind in kinds for rate in (0.01, 0.1)],
        "report": {"formats": ["svg"]},
    }


def step(folder, *words):
    """Seconds and peak MiB of a command."""
    start = time.perf_counter()
    process = subprocess.Popen([PROGRAM, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{words} failed")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def measure(count):
    folder = tempfile.mkdtemp()
    with open(f"{folder}/many.json", "w") as file:
        json.dump(spec(count), file)
    steps = {"planned (`report validate`)": step(folder, "validate", "many.json")}
    parts = [step(folder, "run", "--quiet", "--part", f"{part}/{SHARES}", "many.json")
             for part in range(1, SHARES + 1)]
    steps[f"run in {SHARES} shares (sum of seconds, largest memory)"] = (
        sum(seconds for seconds, _ in parts), max(memory for _, memory in parts))
    steps["looked at (`report status`)"] = step(folder, "status", "many.json")
    steps["summarized: the report, every run kept"] = step(folder, "--quiet", "many.json")
    runs = f"{folder}/.report-cache/runs"
    size = sum(os.path.getsize(f"{runs}/{name}") for name in os.listdir(runs))
    steps["bytes kept a run"] = (size / count, None)
    shutil.rmtree(folder)
    return steps


def engine(count):
    """Of the time of so many runs on one worker, the share that is not the runs themselves."""
    folder = tempfile.mkdtemp()
    with open(f"{folder}/store.json", "w") as file:
        json.dump(spec(count), file)
    seconds = run([".build/release/store", "engine", folder])
    shutil.rmtree(folder)
    rounds = list(zip(seconds[::2], seconds[1::2]))
    share = statistics.median(1 - alone / whole for alone, whole in rounds)
    each = [1e6 * statistics.median(column) / count for column in zip(*rounds)]
    return (f"Of a run's time in a plan of {count:,} runs, on one worker, {share:.0%} is the engine's: planned, scheduled "
            f"and kept it takes {each[1]:.0f} µs, by itself {each[0]:.0f} µs.")


def main():
    results = {count: measure(count) for count in SIZES}
    text = ["# Many runs", "", f"On {len(os.sched_getaffinity(0))} processors of an {processor()}; made by "
            "`many_machines.py`.", "", "| | " + " | ".join(f"{count:,} runs" for count in SIZES) + " |",
            "| --- |" + " ---: |" * len(SIZES)]
    for name in results[SIZES[0]]:
        cells = []
        for count in SIZES:
            number, memory = results[count][name]
            cells.append(f"{number:.0f}" if memory is None else f"{number:.1f} s, {memory:.0f} MiB")
        text.append(f"| {name} | " + " | ".join(cells) + " |")
    text += ["", engine(100_000)]
    with open("many-machines.md", "w") as file:
        file.write("\n".join(text) + "\n")
    print("\n".join(text))


if __name__ == "__main__":
    main()
