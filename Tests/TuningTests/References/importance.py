"""How much each hyperparameter of a search mattered, by Optuna's PED-ANOVA.

Made with optuna 4.9.0 and numpy 2.4.6:

    python importance.py > importance.json

A value of null is that of a trial that diverged.
"""

import json
import math
import warnings

import numpy as np
import optuna
from optuna.distributions import FloatDistribution, IntDistribution
from optuna.importance import PedAnovaImportanceEvaluator, get_param_importances

warnings.simplefilter("ignore")
optuna.logging.set_verbosity(optuna.logging.ERROR)
generator = np.random.Generator(np.random.PCG64(23))
assert optuna.__version__ == "4.9.0"


def finite(value):
    return None if math.isinf(value) else float(value)


RANGES = {
    "learning_rate": FloatDistribution(1e-5, 1e-1, log=True),
    "beta1": FloatDistribution(0.9, 0.999),
    "layers": IntDistribution(1, 7),
    "epochs": IntDistribution(1000, 100000),
    "width": IntDistribution(16, 1024, log=True),
    "pair": IntDistribution(3, 4, log=True),
}


def draw(distribution):
    if isinstance(distribution, IntDistribution):
        if distribution.log:
            low, high = np.log(distribution.low - 0.5), np.log(distribution.high + 0.5)
            value = int(round(math.exp(generator.uniform(low, high))))
            return min(max(value, distribution.low), distribution.high)
        return int(generator.integers(distribution.low, distribution.high + 1))
    if distribution.log:
        return math.exp(generator.uniform(math.log(distribution.low), math.log(distribution.high)))
    return float(generator.uniform(distribution.low, distribution.high))


def loss(point):
    rate = math.log10(point.get("learning_rate", 1e-3))
    value = (rate + 2.5) ** 2 + 30 * abs(point.get("beta1", 0.95) - 0.95)
    value += 0.1 * (point.get("layers", 3) - 3) ** 2 + point.get("epochs", 0) / 1e6
    value += 0.2 * abs(math.log2(point.get("width", 64)) - 7) + generator.normal(0, 0.1)
    return math.inf if rate > -1.3 else value


importance = []


def add_importance(name, ranges, points, values):
    study = optuna.create_study(direction="minimize")
    for point, value in zip(points, values):
        study.add_trial(
            optuna.trial.create_trial(params=point, distributions=ranges, value=value)
        )
    shares = get_param_importances(study, evaluator=PedAnovaImportanceEvaluator())
    importance.append(
        {
            "name": name,
            "ranges": [
                {
                    "low": r.low, "high": r.high, "logarithmic": r.log,
                    "integer": isinstance(r, IntDistribution),
                }
                for r in ranges.values()
            ],
            "points": [[float(point[key]) for key in ranges] for point in points],
            "values": [finite(value) for value in values],
            "shares": [shares[key] for key in ranges],
        }
    )


def random_search(name, keys, count, change=lambda value: value):
    ranges = {key: RANGES[key] for key in keys}
    points = [{key: draw(r) for key, r in ranges.items()} for _ in range(count)]
    add_importance(name, ranges, points, [change(loss(point)) for point in points])


ALL = list(RANGES)
for count in [5, 8, 15, 30, 50, 70, 120]:
    random_search(f"random search, {count} trials", ALL, count)
random_search("large", ["learning_rate", "beta1", "epochs"], 400)
random_search("values tie", ALL, 60, lambda value: value if math.isinf(value) else round(value))
random_search("one alone", ["learning_rate"], 20)
random_search("integers", ["layers", "epochs", "width", "pair"], 90)

three = {"learning_rate": RANGES["learning_rate"], "layers": RANGES["layers"]}
points = [{key: draw(r) for key, r in three.items()} for _ in range(3)]
add_importance("the fewest trials", three, points, [0.3, 0.2, 0.9])
points = [{key: draw(r) for key, r in three.items()} for _ in range(6)]
add_importance("half diverged", three, points, [math.inf, 0.2, 0.9, math.inf, 0.1, math.inf])

rates = [10.0 ** -k for k in range(1, 6)]
points = [{"learning_rate": r, "layers": n} for r in rates for n in range(1, 8)]
add_importance("a grid", three, points, [loss(point) for point in points])

study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=42))


def objective(trial):
    rate = trial.suggest_float("learning_rate", 1e-5, 1e-1, log=True)
    beta = trial.suggest_float("beta1", 0.9, 0.999)
    epochs = trial.suggest_int("epochs", 1000, 100000)
    return loss({"learning_rate": rate, "beta1": beta, "epochs": epochs})


study.optimize(objective, n_trials=60)
add_importance(
    "tree-structured Parzen estimator",
    {key: RANGES[key] for key in ["learning_rate", "beta1", "epochs"]},
    [trial.params for trial in study.trials], [trial.value for trial in study.trials],
)

# As Optuna sizes the grid of whole numbers on a logarithmic scale; log 2^29 / log 2 is above 29.
sizes = [
    {"high": high, "size": min(int(np.ceil(np.log(high) / np.log(2))) + 1, 50)}
    for high in [2, 3, 4, 5, 7, 8, 9, 1000] + [2**power for power in range(10, 53)]
]

sections = {"importance": importance, "sizes": sizes}
listings = [
    f'"{name}": [\n' + ",\n".join(json.dumps(case) for case in cases) + "\n]"
    for name, cases in sections.items()
]
print("{\n" + ",\n".join(listings) + "\n}")
