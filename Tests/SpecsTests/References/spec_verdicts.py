"""What the JSON Schema of a spec says about many good and bad specs.

Made with Python 3.11 and jsonschema 4.26.0:

    swift run report schema > spec.schema.json
    python3 spec_verdicts.py > spec_verdicts.txt

Every place of a few good specs is replaced by many values, left out, or given an unknown key beside
it. The first line of the output holds the values. Each other line: a spec, and the schema's verdicts on
it, a for accept and r for reject; where the spec has a hole (@@), one verdict for each value in it.
"""

import copy
import json
import pathlib

import jsonschema

HERE = pathlib.Path(__file__).parent
SCHEMA = json.loads((HERE / "spec.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(SCHEMA)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

TOO_LARGE = "@1e400@"  # json.dumps cannot write it

PROBLEM = {"dataset": "diabetes", "model": "linear", "epochs": 10}
OPTIMIZER = {"name": "A", "kind": "adam"}


def spec(problem=PROBLEM, optimizer=OPTIMIZER, **top):
    return {"name": "a", **top, "problems": [problem], "optimizers": [optimizer]}


CSV = {"kind": "csv", "path": "table.csv", "target": "y", "task": "regression"}
HYPERPARAMETERS = {
    "sgd": {"momentum": 0.9, "nesterov": True, "dampening": 0},
    "adam": {"learning_rate": 0.5, "beta1": 0.5, "beta2": 0, "epsilon": 0, "amsgrad": True},
    "adamw": {"weight_decay": 0.5, "decoupled": False},
    "nadam": {"variant": "article", "momentum_decay": 0.5},
    "nadamw": {"clip_value": 1, "clip_norm": 2.5},
    "rmsprop": {"alpha": 0.5, "centered": True, "momentum": 0.5},
    "adagrad": {"learning_rate_decay": 0.5},
    "adadelta": {"rho": 0.5},
    "adamax": {},
    "radam": {},
    "lion": {},
}

# Each good spec with the path below which its places are replaced.
GOOD = [
    (spec(**{"$schema": "s", "title": "T", "description": "D", "authors": "U", "rng": "philox"}), []),
    (spec(seeds=[3, 5]), ["seeds"]),
    (spec(seeds={"first": 5, "count": 2}), ["seeds"]),
    (spec(rng="numpy_legacy"), ["rng"]),
    (spec({**PROBLEM, "name": "P", "split": {"test": 0, "validation": 0.5}}), ["problems"]),
    (
        spec({**PROBLEM, "standardize": "train", "standardize_target": "none", "batch_size": 5,
              "record": 7, "targets": [3, 2.5]}),
        ["problems", 0],
    ),
    (
        spec({**PROBLEM, "stop": {"patience": 5, "min_delta": 0.5, "watch": "train_loss"}}),
        ["problems", 0, "stop"],
    ),
    (
        spec({**PROBLEM, "model": {"kind": "linear", "l2": 0.5, "initial": "zeros"}}),
        ["problems", 0, "model"],
    ),
    (
        spec({**PROBLEM, "dataset": "breast_cancer",
              "model": {"kind": "logistic", "l2": 0, "initial": "glorot_uniform"}}),
        ["problems", 0, "model"],
    ),
    (
        spec({**PROBLEM, "dataset": "iris", "model": {"kind": "softmax", "initial": "he_normal"}}),
        ["problems", 0, "model"],
    ),
    (
        spec({**PROBLEM, "model": {"kind": "mlp", "hidden": [5, 3], "activation": "gelu", "l2": 0.5,
                                   "initial": "normal"}}),
        ["problems", 0, "model"],
    ),
    (
        spec({**PROBLEM, "dataset": "digits",
              "model": {"kind": "autoencoder", "hidden": [8], "activation": "tanh"}}),
        ["problems", 0, "model"],
    ),
    (spec({**PROBLEM, "dataset": {"kind": "diabetes"}}), ["problems", 0, "dataset"]),
    (
        spec({**PROBLEM, "dataset": {
            **CSV, "features": ["x", "z"], "categorical": ["x"], "header": True, "delimiter": ";",
            "missing": "drop", "sha256": "0" * 63 + "F"}}),
        ["problems", 0, "dataset"],
    ),
    (
        spec({**PROBLEM, "dataset": {**CSV, "target": 1, "header": False, "features": [0, 2]}}),
        ["problems", 0, "dataset"],
    ),
    (
        spec({**PROBLEM, "dataset": {
            **CSV, "delimiter": "whitespace", "missing_values": ["x", ""], "decimal": ",",
            "thousands": ".", "row_names": True, "comment": "#"}}),
        ["problems", 0, "dataset"],
    ),
    (spec({**PROBLEM, "split": {"stratify": False}}), ["problems", 0, "split"]),
    (
        spec(
            tuning={"sampler": "random", "trials": 3, "seeds": {"first": 70, "count": 2}, "studies": 2,
                    "objective": "best_validation_loss",
                    "space": {"learning_rate": {"low": 0.5, "high": 2, "scale": "log"}}}),
        ["tuning"],
    ),
    (
        spec(
            optimizer={**OPTIMIZER, "space": {"beta1": {"low": 0, "high": 0.5, "scale": "linear"}}},
            tuning={"sampler": {"kind": "tpe", "seed": 5, "startup_trials": 2, "optuna": 5},
                    "trials": 3, "seeds": [70, 90]}),
        ["tuning", "sampler"],
    ),
    (
        spec(
            optimizer={**OPTIMIZER, "space": {"epochs": {"low": 1, "high": 5, "integer": True}}},
            tuning={"sampler": {"kind": "grid", "points": 2}, "trials": 3,
                    "seeds": {"first": 50, "count": 2}}),
        ["optimizers", 0, "space"],
    ),
    (spec(sweep={"optimizers/A/beta1": [0.5], "problems/*/epochs": [1, 2]}), ["sweep"]),
] + [
    (spec({"model": model, "epochs": 10}), ["problems", 0, "model"])
    for model in [
        "himmelblau",
        {"kind": "rosenbrock", "dimension": 3, "start": [1, 2.5, -3]},
        {"kind": "beale", "dimension": 2, "start": [1, 2]},
        {"kind": "rastrigin", "dimension": 1},
        {"kind": "quadratic", "dimension": 5, "condition": 100},
    ]
] + [
    (
        spec({"model": "beale", "epochs": 10, "name": "B", "stop": {"patience": 5},
              "targets": [0.5], "record": 2}),
        ["problems", 0],
    ),
] + [
    (spec(optimizer={"name": "A", "kind": kind, **values}), ["optimizers", 0])
    for kind, values in HYPERPARAMETERS.items()
] + [
    (spec(optimizer={**OPTIMIZER, "schedule": schedule}), ["optimizers", 0, "schedule"])
    for schedule in [
        "constant",
        {"kind": "step", "every": 5, "factor": 0.5},
        {"kind": "exponential", "factor": 0.5, "warmup": 5},
        {"kind": "cosine", "final": 0.5},
        {"kind": "inverse_sqrt", "timescale": 5},
    ]
] + [
    (spec(optimizer={**OPTIMIZER, "lookahead": {"k": 3, "alpha": 1}}), ["optimizers", 0, "lookahead"])
] + [
    (
        spec({**PROBLEM, "dataset": dataset, "model": model}), ["problems", 0, "dataset"],
    )
    for dataset, model in [
        ({"kind": "csv", "url": "https://example.org/x.csv", "sha256": "0" * 64, "target": "y",
          "task": "regression"}, "linear"),
        ({"kind": "libsvm", "path": "table.csv", "features": 5, "task": "regression",
          "zero_based": True}, "linear"),
        ({"kind": "idx", "images": "table.csv",
          "labels": {"url": "http://example.org/y", "sha256": "a" * 64}}, "softmax"),
        ({"kind": "regression", "samples": 9, "features": 3, "informative": 2, "noise": 0.5,
          "condition": 5, "seed": 1}, "linear"),
        ({"kind": "classification", "samples": 9, "features": 3, "classes": 3}, "softmax"),
        ({"kind": "sparse_classification", "samples": 9, "features": 3, "density": 0.5}, "logistic"),
    ]
] + [
    (spec({**PROBLEM, "dataset": dataset, "model": model}), ["problems", 0, "model"])
    for dataset, model in [
        ("digits", {"kind": "mlp", "hidden": [5, 3], "activation": "tanh", "l2": 0.5,
                    "initial": "he_normal"}),
        ("digits", {"kind": "autoencoder", "hidden": [5]}),
        ("digits", {"kind": "softmax", "initial": "zeros"}),
    ]
] + [
    (spec(optimizer={**OPTIMIZER, "style": style}), ["optimizers", 0, "style"])
    for style in [
        {"color": "#0072B2", "dash": "dotted", "marker": "plus", "label": "ours", "order": 2},
        {"color": "orange"}, {"color": 5},
    ]
] + [
    (spec(report=report), ["report"])
    for report in [
        {"style": "mine.json", "cells": [{"figure": "loss_curves", "legend": "top_left"}]},
        {"style": "ieee", "width": 3.5, "height": 2, "font": "DejaVu Serif", "palette": "tol",
         "dpi": 300, "formats": ["pdf", "svg"]},
        {"bibliography": "bibliography.bib", "cells": [{"markdown": "{{ cite:vapnik }}"}]},
        {"cells": [{"section": "answer"}, {"markdown": "x"}, {"table": "final", "id": "end", "problems": ["diabetes"], "caption": "The end."}]},
        {"cells": [{"figure": "loss_curves", "id": "a", "quantity": "train_loss", "x": "step",
                    "band": [0, 1], "seeds": True, "x_scale": "log", "y_limits": [1, 2],
                    "y_label": "loss", "title": "t", "caption": "c", "legend": "below",
                    "style": "nature"}]},
        {"width_share": 0.9,
         "cells": [{"figure": "loss_curves", "second_x": "gradient_evaluations", "target": True,
                    "level": 0.5, "columns": 2, "share_x": True, "share_y": False,
                    "annotations": [
                        {"line": {"x": 3}, "label": "a", "panel": 1}, {"span": {"y": [1, 2]}},
                        {"text": "t", "at": [1, 2], "arrow_to": [3, 4]}],
                    "inset": {"x": [1, 2], "y": [0, 1], "at": "lower_left", "size": 0.5,
                              "panel": 2}},
                   {"figure": "box_strip", "statistic": "mean_sd", "target": 0.5}]},
        {"cells": [{"figure": "forest", "quantity": "test_metric", "optimizers": ["A"]},
                   {"figure": "contour"}, {"figure": "time_to_target", "legend": "right",
                                           "intervals": True}]},
        {"svg_text": "text",
         "cells": [{"figure": "performance_profile", "problems": ["diabetes"]},
                   {"figure": "critical_difference", "quantity": "test_loss", "svg_text": "paths"}]},
        {"cells": [{"figure": "heat_map", "values": {
            "x": [1, "x"], "y": ["full"], "values": [[2.5, "failed"]], "label": "loss",
            "scale": "log", "limits": [0.5, 2]}}]},
        {"cells": [{"figure": "parallel_coordinates", "y_scale": "log", "values": {
            "axes": ["x", {"name": "rate", "scale": "log"}], "rows": [[-1, 0.5]],
            "objective": [1], "better": "higher"}}]},
        {"cells": [{"figure": "importance", "id": "b", "values": {
            "names": ["x"], "values": [0.5], "low": [0], "high": [1]}}]},
        {"cells": [{"figure": "parity", "values": {"observed": [1], "predicted": [-2.5]}}]},
        {"cells": [{"figure": "search_history", "values": {
            "values": [1, "failed"], "better": "lower"}}]},
        {"cells": [{"figure": "box_strip", "x_label": "x", "y_scale": "log", "y_limits": [1, 2]},
                   {"figure": "critical_difference", "x_label": "x"},
                   {"figure": "importance", "x_limits": [0, 1], "values": {
                       "names": ["x"], "values": [0.5]}}]},
    ]
]

PALETTE = [
    None, True, 0, -0.0, 1, 1.0, -1, 2, 2.5, 0.5, 1e-300, 1e2, 4294967296, 10_000_001, TOO_LARGE,
    "", "x", "X y", " x", "x ", "x/y", "x{", "한", "\u202e", "a\tb", "a\x00", "n" * 64, "n" * 65,
    "full", "auto", "csv", "diabetes", "linear", "softmax", "mlp", "relu", "he_normal", "adam", "nadam", "pytorch", "optax", "cosine", "beale",
    "step", "none", "train", "classification", "numpy_legacy", ",", ";", "5",
    [], [1], [1, 1.0], [1, True], ["x"], ["x", "x"], [[]], {}, {"kind": "x"}, {"x": 1},
    {"count": 1}, {"patience": 1},
]


def places(value, below):
    """The paths of all values within `value`."""
    yield below
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], below + [key])
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from places(value[index], below + [index])


def edited(spec, path, edit):
    """A copy of `spec` in which `edit(holder, step)` was applied at `path`."""
    result = {"root": copy.deepcopy(spec)}
    holder = result
    steps = ["root"] + path
    for step in steps[:-1]:
        holder = holder[step]
    edit(holder, steps[-1])
    return result["root"]


def put(value):
    def edit(holder, step):
        holder[step] = value
    return edit


def leave_out(holder, step):
    del holder[step]


def add_unknown(holder, step):
    if isinstance(holder[step], dict):
        holder[step]["unknown"] = 1


def written(value):
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace(f'"{TOO_LARGE}"', "1e400").replace(f'"{HOLE}"', HOLE)


def verdict(text):
    return "a" if VALIDATOR.is_valid(json.loads(text)) else "r"


HOLE = "@@"
VALUES = [written(value) for value in PALETTE]
print(*VALUES, sep="\t")

seen = set()


def judge(spec):
    text = written(spec)
    if text not in seen:
        seen.add(text)
        fillings = VALUES if HOLE in text else [""]
        print(text, "".join(verdict(text.replace(HOLE, value)) for value in fillings), sep="\t")


for good, below in GOOD:
    value = good
    for step in below:
        value = value[step]
    assert VALIDATOR.is_valid(good), good
    judge(good)
    for path in places(value, below):
        judge(edited(good, path, put(HOLE)))
        if path:
            judge(edited(good, path, leave_out))
        judge(edited(good, path, add_unknown))
