"""Writes groups.json: PyTorch's parameter groups, in which biases do not decay.

Python 3.11, torch 2.13.0. Run: python parameter_groups.py
Objective, start and format are those of trajectories.py. Of the four parameters the first two are the
weights of a layer, the third its bias, the fourth a weight of the next layer; decay pulls the weights
alone, which is `"decay": "weights"` here.
"""

import json
import pathlib
import random

import torch

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
HEAD = json.loads((HERE / "torch.json").read_text())
UPDATES, RECORDED = HEAD["updates"], HEAD["recorded"]
START, CURVATURE, CENTER = HEAD["start"], HEAD["curvature"], HEAD["center"]


def gradient(x):
    result = []
    for i in range(4):
        left, right = x[(i + 3) % 4], x[(i + 1) % 4]
        pull = CURVATURE[i] * (x[i] - CENTER[i])
        coupling = 0.25 * ((x[i] - left) + (x[i] - right))
        result.append((pull + coupling) + 0.125 * ((x[i] * x[i]) * x[i]))
    return result


def disturb(values, generator):
    if generator is None:
        return values
    return [v * (1 + generator.choice([-1, 0, 1]) * 2.0**-52) for v in values]


def follow(optimizer, decay, generator=None):
    weights, bias = torch.tensor(START[:2]), torch.tensor(START[2:3])
    last = torch.tensor(START[3:])
    rule = optimizer([{"params": [weights, last], "weight_decay": decay},
                      {"params": [bias], "weight_decay": 0.0}])
    x, points = list(START), []
    for t in range(1, UPDATES + 1):
        g = torch.tensor(disturb(gradient(x), generator))
        weights.copy_(torch.tensor(x[:2]))
        bias.copy_(torch.tensor(x[2:3]))
        last.copy_(torch.tensor(x[3:]))
        weights.grad, bias.grad, last.grad = g[:2], g[2:3], g[3:]
        rule.step()
        x = weights.tolist() + bias.tolist() + last.tolist()
        if t in RECORDED:
            points.append(x)
        x = disturb(x, generator)
    return points


def case(name, optimizer, kind, decay, given):
    points = follow(optimizer, decay)
    noise = 0.0
    for seed in range(2):
        for p, q in zip(points, follow(optimizer, decay, random.Random(seed))):
            noise = max(noise, max(abs(a - b) / abs(a) for a, b in zip(p, q)))
    return {"name": name, "source": "torch.optim, parameter groups", "kind": kind,
            "given": {**given, "weight_decay": decay, "decay": "weights"},
            "noise": float(f"{noise:.1e}"), "updates_per_epoch": 1, "trajectory": points}


o = torch.optim
CASES = [
    case("sgd, momentum", lambda p: o.SGD(p, lr=0.005, momentum=0.85), "sgd", 0.4,
         {"learning_rate": 0.005, "momentum": 0.85}),
    case("adam, coupled", lambda p: o.Adam(p, lr=0.02, betas=(0.8, 0.95), eps=0.2), "adam", 0.4,
         {"learning_rate": 0.02, "beta1": 0.8, "beta2": 0.95, "epsilon": 0.2}),
    case("adamw", lambda p: o.AdamW(p, lr=0.02, betas=(0.8, 0.95), eps=0.2), "adamw", 0.3,
         {"learning_rate": 0.02, "beta1": 0.8, "beta2": 0.95, "epsilon": 0.2}),
    case("nadam, coupled", lambda p: o.NAdam(p, lr=0.02, betas=(0.8, 0.95), eps=0.2), "nadam", 0.4,
         {"learning_rate": 0.02, "beta1": 0.8, "beta2": 0.95, "epsilon": 0.2}),
    case("nadam, decoupled",
         lambda p: o.NAdam(p, lr=0.02, betas=(0.8, 0.95), eps=0.2, decoupled_weight_decay=True), "nadam", 0.3,
         {"learning_rate": 0.02, "beta1": 0.8, "beta2": 0.95, "epsilon": 0.2, "decoupled": True}),
]
head = {**{key: HEAD[key] for key in ("updates", "recorded", "start", "curvature", "center")},
        "versions": {"torch": torch.__version__.split("+")[0]}}
with open(HERE / "groups.json", "w") as file:
    file.write(json.dumps(head)[:-1] + ', "cases": [\n')
    file.write(",\n".join(json.dumps(c) for c in CASES))
    file.write("\n]}\n")
