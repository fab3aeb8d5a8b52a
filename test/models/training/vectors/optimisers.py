"""Ten steps of optimisers by PyTorch in float64 on given gradients, and of Keras's Adam by its published formula.

Keras's (keras.io/api/optimizers/adam and the source of keras 2.x) is, for step t from 1, with m and v from 0:
alpha = lr * sqrt(1 - beta2^t) / (1 - beta1^t); m += (g - m) * (1 - beta1); v += (g^2 - v) * (1 - beta2);
w -= m * alpha / (sqrt(v) + epsilon).
Run: python3 optimisers.py (torch 1.13, numpy); writes optimisers.json
"""
import json
import pathlib

import numpy as np
import torch

COUNT, STEPS = 7, 10


def uniform(seed, count):
    values = []
    for _ in range(count):
        seed = (1664525 * seed + 1013904223) % 2**32
        values.append(seed / 2**32)
    return np.array(values)


START = uniform(1, COUNT) - 0.5
# Of sizes from 1e-6 to 1, so that what epsilon is added to shows.
GRADIENTS = [(uniform(100 + step, COUNT) - 0.5) * 10.0 ** -np.arange(COUNT) for step in range(STEPS)]


def by_torch(make, schedule=None):
    parameter = torch.tensor(START, requires_grad=True)
    optimiser = make([parameter])
    scheduler = schedule(optimiser) if schedule else None
    for gradient in GRADIENTS:
        parameter.grad = torch.tensor(gradient)
        optimiser.step()
        if scheduler:
            scheduler.step()
    return parameter.tolist()


def by_keras(lr=1e-3, beta1=0.9, beta2=0.999, epsilon=1e-7):
    w, m, v = START.copy(), np.zeros(COUNT), np.zeros(COUNT)
    for t, g in enumerate(GRADIENTS, 1):
        alpha = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
        m += (g - m) * (1 - beta1)
        v += (g**2 - v) * (1 - beta2)
        w -= m * alpha / (np.sqrt(v) + epsilon)
    return w.tolist()


def sgd(**options):
    return lambda parameters: torch.optim.SGD(parameters, lr=0.1, **options)


def cosine(optimiser):
    return torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, STEPS, eta_min=0.01)


result = {
    "adam": by_torch(lambda p: torch.optim.Adam(p, lr=1e-3)),
    "adam, weight decay": by_torch(lambda p: torch.optim.Adam(p, lr=1e-3, weight_decay=0.1)),
    "adam, Keras": by_keras(),
    "sgd": by_torch(sgd()),
    "sgd, weight decay": by_torch(sgd(weight_decay=0.1)),
    "sgd, momentum": by_torch(sgd(momentum=0.9)),
    "sgd, Nesterov": by_torch(sgd(momentum=0.9, nesterov=True)),
    "sgd, Nesterov, weight decay, cosine": by_torch(sgd(momentum=0.9, nesterov=True, weight_decay=0.1), cosine),
}
lines = [f"{json.dumps(name)}: {json.dumps(values)}" for name, values in result.items()]
pathlib.Path(__file__).with_suffix(".json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
