"""Every trial of Optuna's TPESampler in many searches.

Made with Python 3.11 and numpy 2.4.6, once with optuna 4.9.0 and once with optuna 5.0.0:

    python optuna_trials.py

writes optuna_4.txt or optuna_5.txt. `np.argsort` orders equal numbers as the processor's vector instructions have it,
and so do Optuna's widths; the script switches those off, so that every machine writes the same.

A search is a line `search <name> <seed> <startup trials> <trials>`, a line `key <name> <low> <high> <scale> <type>` for
each key in the order in which it is asked for, then a line for each trial: the value told (`inf`: diverged, `nan`:
failed), then the settings that Optuna asked for.
"""

import os
import sys

if "NPY_DISABLE_CPU_FEATURES" not in os.environ:
    os.environ["NPY_DISABLE_CPU_FEATURES"] = "X86_V3 X86_V4"
    os.execv(sys.executable, [sys.executable] + sys.argv)

import math
import warnings

import optuna

warnings.simplefilter("ignore")
optuna.logging.disable_default_handler()
optuna.logging.set_verbosity(optuna.logging.CRITICAL)

ARTICLE = [("learning_rate", 1e-5, 1e-1, "log", float), ("beta1", 0.9, 0.999, "linear", float),
           ("beta2", 0.99, 0.9999, "linear", float), ("epsilon", 1e-10, 1e-5, "log", float),
           ("epochs", 1000, 100000, "linear", int)]
LOG = [("c", 1e-5, 1e-1, "log", float), ("a", 1e-10, 1e-5, "log", float), ("d", 0.5, 2.0, "log", float),
       ("b", 1.0, 1e6, "log", float)]
LINEAR = [("d", 0.0, 1.0, "linear", float), ("b", -3.0, 5.0, "linear", float), ("c", 0.9, 0.999, "linear", float),
          ("a", 1e3, 1e6, "linear", float)]
INTEGER = [("b", 1, 6, "linear", int), ("d", 8, 512, "log", int), ("a", -20, 30, "linear", int),
           ("c", 1000, 100000, "linear", int)]
MIXED = [("rate", 1e-5, 1e-1, "log", float), ("batch", 1, 256, "log", int), ("momentum", 0.0, 0.99, "linear", float),
         ("depth", 2, 9, "linear", int), ("epochs", 10, 5000, "linear", int)]
ONE = [("rate", 1e-4, 1.0, "log", float)]
NARROW = [("a", 1.0, 1.0 + 1e-7, "linear", float), ("b", 0.001, 0.001000001, "log", float), ("c", 7, 8, "linear", int),
          ("d", 2**31, 2**31 + 1, "log", int)]
WIDE = [("a", 1e-300, 1e300, "log", float), ("b", 0, 10**9, "linear", int), ("c", 1, 10**9, "log", int)]


def share(value, low, high, scale):
    if scale == "log":
        value, low, high = math.log(value), math.log(low), math.log(high)
    return (value - low) / (high - low)


def bowl(number, shares):
    """A bowl, told in steps, so that values tie; some settings diverge, some trials fail."""
    if number % 13 == 5:
        return math.nan
    if shares[0] > 0.85 or number % 17 == 8:
        return math.inf
    return round(sum((s - 0.3 - 0.1 * i) ** 2 for i, s in enumerate(shares)), 2)


def constant(number, shares):
    return 1.0


def falling(number, shares):
    """Ever better, to below zero: the newest are always the best."""
    return float(50 - number)


SEARCHES = [(name, space, seed, 10, 300, bowl)
            for name, space in [("log", LOG), ("linear", LINEAR), ("integer", INTEGER), ("mixed", MIXED),
                                ("article", ARTICLE)] for seed in (42, 7, 2**32 - 1)]
SEARCHES += [("one", ONE, 1, 10, 120, bowl), ("one", ONE, 2, 1, 60, bowl), ("mixed", MIXED, 3, 1, 60, bowl),
             ("mixed", MIXED, 4, 25, 80, bowl), ("constant", MIXED, 5, 10, 80, constant),
             ("falling", MIXED, 6, 10, 80, falling), ("narrow", NARROW, 8, 10, 150, bowl),
             ("wide", WIDE, 9, 10, 150, bowl)]


def search(file, name, space, seed, startup, trials, objective):
    print("search", name, seed, startup, trials, file=file)
    for key, low, high, scale, kind in space:
        print("key", key, repr(low), repr(high), scale, kind.__name__, file=file)
    study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=seed, n_startup_trials=startup))
    for number in range(trials):
        trial = study.ask()
        point = []
        for key, low, high, scale, kind in space:
            suggest = trial.suggest_int if kind is int else trial.suggest_float
            point.append(suggest(key, low, high, log=scale == "log"))
        shares = [share(value, low, high, scale) for value, (_, low, high, scale, _) in zip(point, space)]
        value = objective(number, shares)
        if math.isnan(value):
            study.tell(trial, state=optuna.trial.TrialState.FAIL)
        else:
            study.tell(trial, value)
        # Twelve digits of a setting: what tests ask for is nine.
        print(f"{value:g}", *(x if isinstance(x, int) else f"{x:.12g}" for x in point), file=file)


if __name__ == "__main__":
    with open(f"optuna_{optuna.__version__[0]}.txt", "w") as file:
        for case in SEARCHES:
            search(file, *case)
