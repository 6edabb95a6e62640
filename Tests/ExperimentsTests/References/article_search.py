"""Writes article_search.json: the search of the article "The Math Behind Nadam Optimizer", replayed with NumPy.

Python 3.11, numpy 2.4.6, optuna 4.9.0. Run: python article_search.py (about three minutes); it says how long search and final fit took.

The article's Nadam, as it prints it, on scikit-learn's diabetes data: np.random.seed(42), two splits, ten trials of
TPESampler(seed=42), each from a start drawn from the one stream, and the final fit with the best setting. Its product
of betas is computed as a power, since the article's loop over all earlier steps takes the better part of an hour.

The best trial and the final fit carry the rounding of early steps to the end: both are repeated with the training rows
in other orders, which changes nothing but the rounding of sums, and the range of what comes out is written beside the
values.
"""

import json
import pathlib
import struct
import time

import numpy as np
import optuna

optuna.logging.set_verbosity(optuna.logging.WARNING)
folder = pathlib.Path(__file__).parent
scaled = (folder / "../../DatasetsTests/References/diabetes.txt").read_text().split("\n")[:-1]
features = np.array(
    [[struct.unpack(">d", bytes.fromhex(word))[0] for word in line.split()] for line in scaled])
table = folder / "../../../Sources/Datasets/Tables/diabetes_raw.csv"
targets = np.loadtxt(table, delimiter=",", skiprows=1)[:, -1]

np.random.seed(42)
order = np.random.permutation(442)
test, rest = order[:88], order[88:]
order = np.random.permutation(354)
validation, training = rest[order[:70]], rest[order[70:]]


def design(rows):
    return np.column_stack([features[rows], np.ones(len(rows))])


def loss(parameters, rows):
    return float(np.mean((design(rows) @ parameters - targets[rows]) ** 2))


def fit(start, setting, rows=training):
    rate, beta1, beta2, epsilon = (
        setting[key] for key in ("learning_rate", "beta1", "beta2", "epsilon"))
    parameters = start.copy()
    average, square = np.zeros(11), np.zeros(11)
    inputs, outputs = design(rows), targets[rows]
    for step in range(1, setting["epochs"] + 1):
        gradient = 2 / len(outputs) * (inputs.T @ (inputs @ parameters - outputs))
        mu = beta1 * (1 - 0.5 * 0.96 ** (step * 0.004))
        following = beta1 * (1 - 0.5 * 0.96 ** ((step + 1) * 0.004))
        average = beta1 * average + (1 - beta1) * gradient
        square = beta2 * square + (1 - beta2) * gradient * gradient
        direction = (1 - mu) * gradient / (1 - beta1**step)
        direction = direction + following * average / (1 - following**step)
        parameters -= rate * direction / (np.sqrt(square / (1 - beta2**step)) + epsilon)
    return parameters


def draw():
    return np.concatenate([np.random.randn(10), [np.random.randn()]])


def spread(start, setting, measure):
    orders = [training] + [np.random.RandomState(seed).permutation(training) for seed in range(20)]
    values = [measure(fit(start, setting, rows)) for rows in orders]
    return [min(values), max(values)]


starts, trials = [], []


def objective(trial):
    setting = {
        "learning_rate": trial.suggest_float("learning_rate", 1e-5, 1e-1, log=True),
        "beta1": trial.suggest_float("beta1", 0.9, 0.999),
        "beta2": trial.suggest_float("beta2", 0.99, 0.9999),
        "epsilon": trial.suggest_float("epsilon", 1e-10, 1e-5, log=True),
        "epochs": trial.suggest_int("epochs", 1000, 100000),
    }
    starts.append(draw())
    value = loss(fit(starts[-1], setting), validation)
    trials.append({"setting": setting, "value": value})
    return value


began = time.perf_counter()
study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=42))
study.optimize(objective, n_trials=10)
best = study.best_trial.number
start = draw()
final = fit(start, study.best_params)
print(f"search and final fit: {time.perf_counter() - began:.1f} s")
exact, *_ = np.linalg.lstsq(design(training), targets[training], rcond=None)
result = {
    "trials": trials,
    "best": best,
    "best_value_range": spread(
        starts[best], study.best_params, lambda fitted: loss(fitted, validation)),
    "test_rmse": float(np.sqrt(loss(final, test))),
    "test_rmse_range": spread(
        start, study.best_params, lambda fitted: float(np.sqrt(loss(fitted, test)))),
    "least_squares_test_rmse": float(np.sqrt(loss(exact, test))),
}
(folder / "article_search.json").write_text(json.dumps(result, indent=1) + "\n")
