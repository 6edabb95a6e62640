"""Trajectories of optimizers from the libraries that people use, for 300 updates of one objective.

Run with Python 3.11 and

    pip install torch==2.13.0 optax==0.2.8 jax==0.10.2 keras==3.15.1 numpy==2.4.6 mpmath==1.3.0
    pip install --no-deps timm==1.0.31

as `python trajectories.py`; it writes torch.json, optax.json, keras.json and formulas.json beside
itself. Everything is computed in float64 (PyTorch's default dtype set so, since NAdam keeps its
running product in it). The gradient uses + - * only, in Python floats, so that every side computes
the same one. `formulas.json` holds the two variants of Nadam that no library implements, evaluated
with 60 digits from the text of Dozat 2016, algorithm 2, and of the article.

`noise` says how far the case carries rounding: the largest relative deviation when every gradient
and every parameter is disturbed in its last bit at each update. A case belongs here if that stays
well below 1e-12.
"""

import importlib.util
import json
import os
import random
import sys
import types

os.environ["KERAS_BACKEND"] = "torch"

import jax
import jax.numpy as jnp
import keras
import mpmath
import optax
import torch

torch.set_default_dtype(torch.float64)
jax.config.update("jax_enable_x64", True)
keras.config.set_floatx("float64")

UPDATES = 300
RECORDED = [1, 2, 3, 4, 5, 6, 8, 12, 20, 40, 80, 150, 225, 300]
START = [3.0, -4.5, 4.0, 1.5]
CURVATURE = [0.5, 2.0, 10.0, 40.0]
CENTER = [1.0, -4.0, 2.5, 3.25]


def gradient(x):
    """Of an ill-conditioned quadratic, coupled to its neighbours, with a quartic term."""
    g = []
    for i in range(4):
        left, right = x[(i + 3) % 4], x[(i + 1) % 4]
        pull = CURVATURE[i] * (x[i] - CENTER[i])
        coupling = 0.25 * ((x[i] - left) + (x[i] - right))
        g.append((pull + coupling) + 0.125 * ((x[i] * x[i]) * x[i]))
    return g


def disturb(values, generator):
    if generator is None:
        return values
    return [v * (1 + generator.choice([-1, 0, 1]) * 2.0**-52) for v in values]


def follow(step, generator=None):
    """The recorded points of `step(parameters, gradient) -> parameters`."""
    x = list(START)
    points = []
    for t in range(1, UPDATES + 1):
        x = step(x, disturb(gradient(x), generator))
        if t in RECORDED:
            points.append(x)
        x = disturb(x, generator)
    return points


def case(make, name, source, kind, given, variant=None, schedule=None, lookahead=None, per_epoch=1):
    """One case; `make()` returns a fresh step function."""
    points = follow(make())
    noise = 0.0
    for seed in range(2):
        other = follow(make(), random.Random(seed))
        for p, q in zip(points, other):
            noise = max(noise, max(abs(a - b) / abs(a) for a, b in zip(p, q)))
    print(f"{name:40} {noise:.1e} {points[-1]}")
    result = {"name": name, "source": source, "kind": kind, "given": given, "noise": float(f"{noise:.1e}")}
    if variant:
        result["variant"] = variant
    if schedule:
        result["schedule"] = schedule
    if lookahead:
        result["lookahead"] = lookahead
    result["updates_per_epoch"] = per_epoch
    result["trajectory"] = points
    return result


def write(library, versions, cases):
    folder = os.path.dirname(os.path.abspath(__file__))
    head = {"versions": versions, "updates": UPDATES, "recorded": RECORDED, "start": START,
            "curvature": CURVATURE, "center": CENTER}
    with open(os.path.join(folder, library + ".json"), "w") as file:
        file.write(json.dumps(head)[:-1] + ', "cases": [\n')
        file.write(",\n".join(json.dumps(c) for c in cases))
        file.write("\n]}\n")


# PyTorch and timm


def torch_step(optimizer, scheduler=None, per_epoch=1, clip=None):
    def make():
        x = torch.tensor(START, requires_grad=True)
        rule = optimizer([x])
        schedule = scheduler(rule) if scheduler else None
        count = [0]

        def step(values, g):
            with torch.no_grad():
                x.copy_(torch.tensor(values))
            x.grad = torch.tensor(g)
            if clip:
                clip(x)
            rule.step()
            count[0] += 1
            if schedule and count[0] % per_epoch == 0:
                schedule.step()
            return x.detach().tolist()

        return step

    return make


def from_torch():
    o, s = torch.optim, torch.optim.lr_scheduler

    def make(kind, **options):
        options.setdefault("foreach", False)
        return torch_step(lambda p: kind(p, **options))

    def timm_nadamw():
        """timm's package imports torchvision; its optimizer alone does not."""
        folder = os.path.dirname(importlib.util.find_spec("timm").origin)
        for name in ["timm", "timm.optim"]:
            module = types.ModuleType(name)
            module.__path__ = [os.path.join(folder, *name.split(".")[1:])]
            sys.modules[name] = module
        from timm.optim.nadamw import NAdamW
        return NAdamW

    NAdamW = timm_nadamw()
    sgd = {"learning_rate": 0.01}
    ab = {"beta1": 0.8, "beta2": 0.95, "epsilon": 0.2}
    abt = {"betas": (0.8, 0.95), "eps": 0.2}
    cases = [
        case(make(o.SGD, lr=0.01), "sgd", "torch.optim.SGD", "sgd", sgd),
        case(make(o.SGD, lr=0.005, momentum=0.85), "sgd, momentum", "torch.optim.SGD", "sgd",
             {"learning_rate": 0.005, "momentum": 0.85}),
        case(make(o.SGD, lr=0.01, momentum=0.8, dampening=0.3), "sgd, dampening", "torch.optim.SGD", "sgd",
             {"learning_rate": 0.01, "momentum": 0.8, "dampening": 0.3}),
        case(make(o.SGD, lr=0.004, momentum=0.9, nesterov=True, weight_decay=0.1), "sgd, nesterov, decay",
             "torch.optim.SGD", "sgd",
             {"learning_rate": 0.004, "momentum": 0.9, "nesterov": True, "weight_decay": 0.1}),
        case(make(o.Adam, lr=0.02, **abt), "adam", "torch.optim.Adam", "adam", {"learning_rate": 0.02, **ab}),
        case(make(o.Adam, lr=0.02, betas=(0.7, 0.999)), "adam, usual beta2", "torch.optim.Adam", "adam",
             {"learning_rate": 0.02, "beta1": 0.7}),
        case(make(o.Adam, lr=0.05, amsgrad=True, weight_decay=0.2, betas=(0.6, 0.8), eps=1e-2),
             "adam, amsgrad, coupled decay", "torch.optim.Adam", "adam",
             {"learning_rate": 0.05, "beta1": 0.6, "beta2": 0.8, "epsilon": 1e-2, "amsgrad": True,
              "weight_decay": 0.2}),
        case(make(o.AdamW, lr=0.02, weight_decay=0.3, **abt), "adamw", "torch.optim.AdamW", "adamw",
             {"learning_rate": 0.02, "weight_decay": 0.3, **ab}),
        case(make(o.AdamW, lr=0.04, amsgrad=True, **abt), "adamw, amsgrad", "torch.optim.AdamW", "adamw",
             {"learning_rate": 0.04, "amsgrad": True, **ab}),
        case(make(o.NAdam, lr=0.02, momentum_decay=0.03, **abt), "nadam", "torch.optim.NAdam", "nadam",
             {"learning_rate": 0.02, "momentum_decay": 0.03, **ab}, "pytorch"),
        case(make(o.NAdam, lr=0.01), "nadam, usual", "torch.optim.NAdam", "nadam",
             {"learning_rate": 0.01}, "pytorch"),
        case(make(o.NAdam, lr=0.02, weight_decay=0.4, **abt), "nadam, coupled decay", "torch.optim.NAdam",
             "nadam", {"learning_rate": 0.02, "weight_decay": 0.4, **ab}, "pytorch"),
        case(make(o.NAdam, lr=0.02, weight_decay=0.4, decoupled_weight_decay=True, **abt),
             "nadam, decoupled decay", "torch.optim.NAdam", "nadam",
             {"learning_rate": 0.02, "weight_decay": 0.4, "decoupled": True, **ab}, "pytorch"),
        case(make(NAdamW, lr=0.02, weight_decay=0.25, **abt), "nadamw", "timm.optim.NAdamW", "nadamw",
             {"learning_rate": 0.02, "weight_decay": 0.25, **ab}),
        case(make(NAdamW, lr=0.005, weight_decay=0.0, betas=(0.5, 0.9), eps=1e-4), "nadam, algoperf",
             "timm.optim.NAdamW", "nadam",
             {"learning_rate": 0.005, "beta1": 0.5, "beta2": 0.9, "epsilon": 1e-4}, "algoperf"),
        case(make(o.RMSprop, lr=0.005, alpha=0.9, eps=1e-2), "rmsprop", "torch.optim.RMSprop", "rmsprop",
             {"learning_rate": 0.005, "alpha": 0.9, "epsilon": 1e-2}),
        case(make(o.RMSprop, lr=0.005, alpha=0.97, eps=0.1, centered=True), "rmsprop, centered",
             "torch.optim.RMSprop", "rmsprop",
             {"learning_rate": 0.005, "alpha": 0.97, "epsilon": 0.1, "centered": True}),
        case(make(o.RMSprop, lr=0.002, alpha=0.95, eps=0.05, momentum=0.7), "rmsprop, momentum",
             "torch.optim.RMSprop", "rmsprop",
             {"learning_rate": 0.002, "alpha": 0.95, "epsilon": 0.05, "momentum": 0.7}),
        case(make(o.RMSprop, lr=0.002, alpha=0.95, eps=0.1, momentum=0.6, centered=True, weight_decay=0.3),
             "rmsprop, all", "torch.optim.RMSprop", "rmsprop",
             {"learning_rate": 0.002, "alpha": 0.95, "epsilon": 0.1, "momentum": 0.6, "centered": True,
              "weight_decay": 0.3}),
        case(make(o.Adagrad, lr=0.3, lr_decay=0.02), "adagrad", "torch.optim.Adagrad", "adagrad",
             {"learning_rate": 0.3, "learning_rate_decay": 0.02}),
        case(make(o.Adagrad, lr=0.2, eps=0.5, weight_decay=0.5), "adagrad, decay", "torch.optim.Adagrad",
             "adagrad", {"learning_rate": 0.2, "epsilon": 0.5, "weight_decay": 0.5}),
        case(make(o.Adadelta, lr=0.04, rho=0.8, eps=0.05), "adadelta", "torch.optim.Adadelta", "adadelta",
             {"learning_rate": 0.04, "rho": 0.8, "epsilon": 0.05}),
        case(make(o.Adadelta, lr=0.03, rho=0.95, eps=1e-4, weight_decay=0.2), "adadelta, decay",
             "torch.optim.Adadelta", "adadelta", {"learning_rate": 0.03, "rho": 0.95, "epsilon": 1e-4, "weight_decay": 0.2}),
        case(make(o.Adamax, lr=0.02, betas=(0.8, 0.9), eps=0.3), "adamax", "torch.optim.Adamax", "adamax",
             {"learning_rate": 0.02, "beta1": 0.8, "beta2": 0.9, "epsilon": 0.3}),
        case(make(o.Adamax, lr=0.02, weight_decay=0.3), "adamax, decay", "torch.optim.Adamax", "adamax",
             {"learning_rate": 0.02, "weight_decay": 0.3}),
        case(make(o.RAdam, lr=0.01, **abt), "radam, rectified from update 6",
             "torch.optim.RAdam", "radam", {"learning_rate": 0.01, **ab}),
        case(make(o.RAdam, lr=0.005, betas=(0.7, 0.999)), "radam, usual beta2", "torch.optim.RAdam", "radam",
             {"learning_rate": 0.005, "beta1": 0.7}),
        case(make(o.RAdam, lr=0.004, betas=(0.7, 0.6), eps=1e-3, weight_decay=0.2), "radam, never rectified",
             "torch.optim.RAdam", "radam",
             {"learning_rate": 0.004, "beta1": 0.7, "beta2": 0.6, "epsilon": 1e-3, "weight_decay": 0.2}),
        case(make(o.RAdam, lr=0.01, betas=(0.8, 0.9), eps=1e-2, weight_decay=0.3, decoupled_weight_decay=True),
             "radam, decoupled decay", "torch.optim.RAdam", "radam",
             {"learning_rate": 0.01, "beta1": 0.8, "beta2": 0.9, "epsilon": 1e-2, "weight_decay": 0.3,
              "decoupled": True}),
    ]

    def scheduled(name, lr, scheduler, schedule, per_epoch):
        return case(
            torch_step(lambda p: o.NAdam(p, lr=lr, foreach=False, **abt), scheduler, per_epoch),
            name, "torch.optim.lr_scheduler with torch.optim.NAdam", "nadam", {"learning_rate": lr, **ab},
            "pytorch", schedule, per_epoch=per_epoch)

    cases += [
        scheduled("step schedule", 0.03, lambda r: s.StepLR(r, 3, 0.7),
                  {"kind": "step", "every": 3, "factor": 0.7}, 20),
        scheduled("exponential schedule", 0.03, lambda r: s.ExponentialLR(r, 0.93),
                  {"kind": "exponential", "factor": 0.93}, 10),
        scheduled("cosine schedule", 0.02, lambda r: s.CosineAnnealingLR(r, UPDATES, 0.02 * 0.1),
                  {"kind": "cosine", "final": 0.1}, 1),
        scheduled("warmup", 0.02, lambda r: s.LinearLR(r, 1 / 25, 1, 24),
                  {"kind": "constant", "warmup": 25}, 1),
        scheduled("exponential schedule with warmup", 0.02,
                  lambda r: s.ChainedScheduler([s.LinearLR(r, 1 / 40, 1, 39), s.ExponentialLR(r, 0.995)]),
                  {"kind": "exponential", "factor": 0.995, "warmup": 40}, 1),
        case(torch_step(lambda p: o.AdamW(p, lr=0.03, weight_decay=0.3, foreach=False, **abt),
                        lambda r: s.StepLR(r, 6, 0.5), 10),
             "step schedule, decoupled decay", "torch.optim.lr_scheduler with torch.optim.AdamW", "adamw",
             {"learning_rate": 0.03, "weight_decay": 0.3, **ab},
             schedule={"kind": "step", "every": 6, "factor": 0.5}, per_epoch=10),
        case(torch_step(lambda p: o.Adam(p, lr=0.02, foreach=False, **abt),
                        clip=lambda x: torch.nn.utils.clip_grad_value_([x], 2.5)),
             "clipped by value", "torch.nn.utils.clip_grad_value_", "adam",
             {"learning_rate": 0.02, "clip_value": 2.5, **ab}),
    ]
    write("torch", {"torch": "2.13.0", "timm": "1.0.31"}, cases)


# optax


def optax_step(transformation, slow=False):
    def make():
        rule = transformation()
        wrap = optax.LookaheadParams.init_synced if slow else (lambda x: x)
        state = [rule.init(wrap(jnp.array(START))), wrap(jnp.array(START))]

        def step(values, g):
            x = jnp.array(values)
            held = state[1]._replace(fast=x) if slow else x
            updates, state[0] = rule.update(jnp.array(g), state[0], held)
            state[1] = optax.apply_updates(held, updates)
            return (state[1].fast if slow else state[1]).tolist()

        return step

    return make


def from_optax():
    x = optax
    ab = {"beta1": 0.8, "beta2": 0.95, "epsilon": 0.2}
    abt = {"b1": 0.8, "b2": 0.95, "eps": 0.2}

    def of(make, name, source, kind, given, **more):
        return case(optax_step(make), name, "optax." + source, kind, given, **more)

    cases = [
        of(lambda: x.nadam(0.02, **abt), "nadam, optax", "nadam", "nadam", {"learning_rate": 0.02, **ab},
           variant="optax"),
        of(lambda: x.nadam(0.01), "nadam, optax, usual", "nadam", "nadam", {"learning_rate": 0.01},
           variant="optax"),
        of(lambda: x.nadamw(0.02, weight_decay=0.3, **abt), "nadam, optax, decoupled decay", "nadamw", "nadam",
           {"learning_rate": 0.02, "weight_decay": 0.3, "decoupled": True, **ab}, variant="optax"),
        of(lambda: x.adam(0.02, **abt), "adam", "adam", "adam", {"learning_rate": 0.02, **ab}),
        of(lambda: x.adamw(0.02, weight_decay=0.2, **abt), "adamw", "adamw", "adamw",
           {"learning_rate": 0.02, "weight_decay": 0.2, **ab}),
        of(lambda: x.sgd(0.004, momentum=0.9, nesterov=True), "sgd, nesterov", "sgd", "sgd",
           {"learning_rate": 0.004, "momentum": 0.9, "nesterov": True}),
        of(lambda: x.rmsprop(0.002, decay=0.9, eps=0.1, eps_in_sqrt=False, momentum=0.5), "rmsprop, momentum",
           "rmsprop", "rmsprop", {"learning_rate": 0.002, "alpha": 0.9, "epsilon": 0.1, "momentum": 0.5}),
        of(lambda: x.adadelta(0.04, rho=0.85, eps=1e-2), "adadelta", "adadelta", "adadelta",
           {"learning_rate": 0.04, "rho": 0.85, "epsilon": 1e-2}),
        of(lambda: x.adamax(0.02, b1=0.8, b2=0.9, eps=0.4), "adamax", "adamax", "adamax",
           {"learning_rate": 0.02, "beta1": 0.8, "beta2": 0.9, "epsilon": 0.4}),
        # optax corrects v before it adds epsilon, PyTorch and we after: equal without epsilon only.
        of(lambda: x.radam(0.004, b1=0.8, b2=0.97, eps=0.0), "radam, no epsilon", "radam", "radam",
           {"learning_rate": 0.004, "beta1": 0.8, "beta2": 0.97, "epsilon": 0.0}),
        of(lambda: x.lion(0.003, b1=0.85, b2=0.97, weight_decay=0.0), "lion", "lion", "lion",
           {"learning_rate": 0.003, "beta1": 0.85, "beta2": 0.97}),
        of(lambda: x.lion(0.004, b1=0.7, b2=0.9, weight_decay=0.5), "lion, decay", "lion", "lion",
           {"learning_rate": 0.004, "beta1": 0.7, "beta2": 0.9, "weight_decay": 0.5}),
        of(lambda: x.chain(x.clip_by_global_norm(3.0), x.adam(0.02, **abt)), "clipped by norm",
           "clip_by_global_norm", "adam", {"learning_rate": 0.02, "clip_norm": 3.0, **ab}),
        of(lambda: x.chain(x.clip(4.0), x.clip_by_global_norm(5.0), x.add_decayed_weights(0.3),
                           x.nadam(0.02, **abt)),
           "clipped by value, then by norm, then decayed", "clip, clip_by_global_norm, add_decayed_weights",
           "nadam", {"learning_rate": 0.02, "clip_value": 4.0, "clip_norm": 5.0, "weight_decay": 0.3, **ab},
           variant="optax"),
        of(lambda: x.adam(x.cosine_decay_schedule(0.02, UPDATES, 0.2), **abt), "cosine schedule",
           "cosine_decay_schedule", "adam", {"learning_rate": 0.02, **ab},
           schedule={"kind": "cosine", "final": 0.2}),
        case(optax_step(lambda: x.lookahead(x.adam(0.05, **abt), 6, 0.4), slow=True), "lookahead",
             "optax.lookahead", "adam", {"learning_rate": 0.05, **ab}, lookahead={"k": 6, "alpha": 0.4}),
    ]
    write("optax", {"optax": "0.2.8", "jax": "0.10.2"}, cases)


# Keras


def keras_step(optimizer):
    def make():
        x = keras.Variable(START, dtype="float64")
        rule = optimizer()
        rule.build([x])

        def step(values, g):
            x.assign(values)
            rule.apply([torch.tensor(g)], [x])
            return x.value.detach().tolist()

        return step

    return make


def from_keras():
    o = keras.optimizers
    ab = {"beta1": 0.8, "beta2": 0.95, "epsilon": 0.2}
    abt = {"beta_1": 0.8, "beta_2": 0.95, "epsilon": 0.2}

    def of(make, name, source, kind, given, **more):
        return case(keras_step(make), name, "keras.optimizers." + source, kind, given, **more)

    # Keras clips by norm in float32, so global_clipnorm has no case here.
    cases = [
        of(lambda: o.Nadam(0.02, **abt), "nadam, keras", "Nadam", "nadam", {"learning_rate": 0.02, **ab},
           variant="keras"),
        of(lambda: o.Nadam(0.01), "nadam, keras, usual", "Nadam", "nadam", {"learning_rate": 0.01},
           variant="keras"),
        of(lambda: o.Nadam(0.02, weight_decay=0.3, **abt), "nadam, keras, decoupled decay", "Nadam", "nadam",
           {"learning_rate": 0.02, "weight_decay": 0.3, "decoupled": True, **ab}, variant="keras"),
        of(lambda: o.Nadam(0.02, clipvalue=5.0, **abt), "nadam, keras, clipped by value", "Nadam", "nadam",
           {"learning_rate": 0.02, "clip_value": 5.0, **ab}, variant="keras"),
        of(lambda: o.SGD(0.005, momentum=0.85), "sgd, momentum", "SGD", "sgd",
           {"learning_rate": 0.005, "momentum": 0.85}),
        of(lambda: o.SGD(0.004, momentum=0.8, nesterov=True), "sgd, nesterov", "SGD", "sgd",
           {"learning_rate": 0.004, "momentum": 0.8, "nesterov": True}),
        of(lambda: o.Adadelta(0.04, rho=0.85, epsilon=1e-2), "adadelta", "Adadelta", "adadelta",
           {"learning_rate": 0.04, "rho": 0.85, "epsilon": 1e-2}),
        of(lambda: o.Lion(0.003, beta_1=0.85, beta_2=0.97, weight_decay=0.2), "lion", "Lion", "lion",
           {"learning_rate": 0.003, "beta1": 0.85, "beta2": 0.97, "weight_decay": 0.2}),
    ]
    write("keras", {"keras": "3.15.1", "backend": "torch 2.13.0"}, cases)


# Formulas with 60 digits


def formula_step(variant, rate, beta1, beta2, epsilon, decay):
    """`article` as printed in the article, `dozat` as algorithm 2 of the paper."""

    def make():
        mpmath.mp.dps = 60
        f = mpmath.mpf
        lr, b1, b2, eps, psi = f(rate), f(beta1), f(beta2), f(epsilon), f(decay)
        base = f(96) / 100
        mu = lambda t: b1 * (1 - base ** (t * psi) / 2)
        m, v, t, product = [f(0)] * 4, [f(0)] * 4, 0, f(1)

        def step(values, g):
            nonlocal m, v, t, product
            t += 1
            product *= mu(t)
            kept = mu(t) if variant == "dozat" else b1
            m = [kept * a + (1 - kept) * f(b) for a, b in zip(m, g)]
            v = [b2 * a + (1 - b2) * f(b) ** 2 for a, b in zip(v, g)]
            if variant == "dozat":
                ahead = [mu(t + 1) * a / (1 - product * mu(t + 1)) + (1 - mu(t)) * f(b) / (1 - product)
                         for a, b in zip(m, g)]
                square = [b2 * a / (1 - b2**t) for a in v]
            else:
                ahead = [(1 - mu(t)) * f(b) / (1 - b1**t) + mu(t + 1) * a / (1 - mu(t + 1) ** t)
                         for a, b in zip(m, g)]
                square = [a / (1 - b2**t) for a in v]
            return [float(f(x) - lr * a / (mpmath.sqrt(b) + eps)) for x, a, b in zip(values, ahead, square)]

        return step

    return make


def from_formulas():
    cases = []
    for variant in ["dozat", "article"]:
        for name, rate, b1, b2, eps, psi in [("unusual", 0.02, 0.8, 0.95, 0.2, 0.03),
                                             ("usual", 0.01, 0.9, 0.999, 1e-8, 0.004)]:
            cases.append(case(
                formula_step(variant, rate, b1, b2, eps, psi), f"nadam, {variant}, {name}", "formula", "nadam",
                {"learning_rate": rate, "beta1": b1, "beta2": b2, "epsilon": eps, "momentum_decay": psi},
                variant))
    write("formulas", {"mpmath": "1.3.0"}, cases)


if __name__ == "__main__":
    from_formulas()
    from_torch()
    from_keras()
    from_optax()
