"""Writes activations.txt: activations and their derivatives by PyTorch's autograd, in float64.

Python 3.11, torch 2.13.0, on x86-64. Run: python activations.py
Lines: name, then bits of x, f(x) and f'(x).
"""

import struct

import torch

torch.manual_seed(1)


def hexadecimal(value):
    return struct.pack(">d", value).hex()


points = torch.cat(
    [
        torch.randn(150, dtype=torch.float64) * 2,
        torch.tensor(
            [0, 1e-300, -1e-300, 40, -40, 6, -6, 30, -30, 1e3, -1e3, 1e300, -1e300],
            dtype=torch.float64,
        ),
    ]
)
with open("activations.txt", "w") as file:
    for name, function in [
        ("relu", torch.relu),
        ("tanh", torch.tanh),
        ("sigmoid", torch.sigmoid),
        ("gelu", torch.nn.functional.gelu),
    ]:
        x = points.clone().requires_grad_()
        y = function(x)
        (gradient,) = torch.autograd.grad(y.sum(), x)
        for row in zip(x.tolist(), y.tolist(), gradient.tolist()):
            print(name, *map(hexadecimal, row), file=file)
