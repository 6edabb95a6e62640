"""Kept runs: writing and reading a record, opening a large store, and what a whole report costs with them.

Run with Python 3.11 from this folder, where the program itself has been built for release, too:
`swift build -c release && (cd .. && swift build -c release --product report) && python store_speeds.py`.
It writes store-speeds.md. The peer is SQLite by Python's sqlite3 with a write-ahead log and without syncing, which
keeps the same bytes under the same keys; both are pinned to the same core, in turn.
"""

import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

from contest import CORE, batches, processor, run, show

ROUNDS = 3
RECORD = 33_500


def sqlite(case):
    folder = tempfile.mkdtemp()
    database = sqlite3.connect(f"{folder}/runs.db")
    database.execute("pragma journal_mode=wal")
    database.execute("pragma synchronous=off")
    database.execute("create table runs(key blob primary key, record blob)")
    keys = [os.urandom(32) for _ in range(1_000)]
    record = os.urandom(RECORD)
    place = [0]

    def write():
        place[0] += 1
        with database:
            database.execute("insert or replace into runs values(?, ?)", (keys[place[0] % 1_000], record))

    def read():
        place[0] += 1
        return database.execute("select record from runs where key = ?", (keys[place[0] % 1_000],)).fetchone()

    if case == "read":
        for _ in keys:
            write()
    try:
        return batches(write if case == "write" else read)
    finally:
        shutil.rmtree(folder)


def fresh(seeds):
    folder = tempfile.mkdtemp()
    with open(f"{folder}/store.json", "w") as file:
        json.dump({"name": "store", "seeds": seeds,
                   "problems": [{"dataset": "diabetes", "model": "linear", "epochs": 1000}],
                   "optimizers": [{"name": "Adam", "kind": "adam"}]}, file)
    return folder


def ours(case):
    count = 100_000 if case == "open" else 1_000
    folder = fresh(count)
    try:
        return run([".build/release/store", case, folder, str(count)])
    finally:
        shutil.rmtree(folder)


def whole():
    """Seconds of diabetes.json without kept runs, with an empty store and with a full one, in turn."""
    here, folder = os.getcwd(), tempfile.mkdtemp()
    shutil.copy("../experiments/diabetes.json", folder)
    rows = []
    for _ in range(15):
        without = report_in(folder, here, "--no-cache")
        shutil.rmtree(f"{folder}/.report-cache", ignore_errors=True)
        cold = report_in(folder, here)
        warm = report_in(folder, here)
        rows.append((without, cold, warm))
    shutil.rmtree(folder)
    return list(zip(*rows))


def report_in(folder, here, *options):
    program = os.path.abspath(f"{here}/../.build/release/report")
    start = time.perf_counter()
    subprocess.run(["taskset", "-c", str(CORE), program, "--quiet", *options, "diabetes.json"], check=True,
                   stdout=subprocess.DEVNULL, cwd=folder)
    return time.perf_counter() - start


def quartiles(samples):
    low, middle, high = statistics.quantiles(samples, n=4)
    return f"{show(middle)} [{show(low)}, {show(high)}]"


def main():
    text = ["# Kept runs", "", f"On one core of an {processor()}; made by `store_speeds.py`. Median of all samples,",
            "quartiles in brackets.", "", "| a record of 1,000 points, 33.5 kB | ours | SQLite |",
            "| --- | ---: | ---: |"]
    me = [sys.executable, os.path.abspath(__file__)]
    for case in ("write", "read"):
        samples = [(ours(case), run(me + [case])) for _ in range(ROUNDS)]
        cells = [quartiles([x for row in samples for x in row[place]]) for place in (0, 1)]
        text.append(f"| {case} | {cells[0]} | {cells[1]} |")
        print(text[-1], flush=True)
    text += ["", f"A store of 100,000 runs is opened in {quartiles(ours('open'))}.", "",
             "| the report on the diabetes data | seconds | ratio |", "| --- | ---: | ---: |"]
    rows = whole()
    for words, samples in zip(("without kept runs", "with none kept yet", "with all kept"), rows):
        ratio = statistics.median(x / y for x, y in zip(samples, rows[0]))
        text.append(f"| {words} | {quartiles(samples)} | {ratio:.2f} |")
    print("\n".join(text[-6:]))
    with open("store-speeds.md", "w") as file:
        file.write("\n".join(text) + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 2:
        print(*sqlite(sys.argv[1]))
    else:
        main()
