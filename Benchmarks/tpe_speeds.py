"""The next point of a search by TPE after 300 trials: ours beside Optuna, one thread.

Run with Python 3.11 in two environments,

    pip install optuna==4.9.0 numpy==2.4.6
    pip install optuna==5.0.0 numpy==2.4.6

from this folder: `swift build -c release && OPTUNA_5=<the second's python> python tpe_speeds.py`, with the first's
python. It writes tpe-speeds.md. All contestants run in turn, several rounds, each pinned to the same core, so that what
else the machine does falls on all of them; each figure is the median of all its samples, with quartiles, and each ratio
is taken within a round, then its median over rounds. Optuna keeps its trials in memory.
"""

import os
import sys

from contest import batches, processor, row, run

ROUNDS = 3
SPACE = [("learning_rate", 1e-5, 1e-1, True), ("beta1", 0.9, 0.999, False), ("beta2", 0.99, 0.9999, False),
         ("epsilon", 1e-10, 1e-5, True), ("epochs", 1000, 100000, False)]


def call():
    """One trial after 300: what is told, and the next five settings."""
    import math
    import warnings

    import optuna

    warnings.simplefilter("ignore")
    optuna.logging.set_verbosity(optuna.logging.CRITICAL)
    study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=42))

    def one():
        trial = study.ask()
        total = 0
        for i, (key, low, high, log) in enumerate(SPACE):
            suggest = trial.suggest_int if key == "epochs" else trial.suggest_float
            value = suggest(key, low, high, log=log)
            if log:
                value, low, high = math.log(value), math.log(low), math.log(high)
            total += ((value - low) / (high - low) - 0.3 - 0.1 * i) ** 2
        study.tell(trial, total)

    for _ in range(300):
        one()
    return one


def main():
    text = ["# TPE", "",
            "Seconds to take the 300th trial's value and choose the next point over five hyperparameters, one thread,",
            f"on one core of an {processor()}; made by `tpe_speeds.py`. Median of all samples, quartiles in",
            "brackets. Ratios divide Optuna's median by ours of the same round: above 1, ours is faster; in brackets the",
            f"smallest and the largest of {ROUNDS} rounds. The points are the same, trial for trial.", "",
            "| | ours | Optuna | ratio |", "| --- | ---: | ---: | ---: |"]
    pythons = {"4": (sys.executable, "each hyperparameter for itself, Optuna 4.9.0"),
               "5": (os.environ["OPTUNA_5"], "all together, Optuna 5.0.0")}
    for version, (python, words) in pythons.items():
        rounds = [(run([".build/release/tpe", version]), run([python, os.path.abspath(__file__), "call"]))
                  for _ in range(ROUNDS)]
        text.append(f"| {words} | {' | '.join(row(rounds, 1))} |")
        print(text[-1], flush=True)
    with open("tpe-speeds.md", "w") as file:
        file.write("\n".join(text) + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 2:
        print(*batches(call()))
    else:
        main()
