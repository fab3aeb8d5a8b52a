"""ODIN's scores by a PyTorch transcription of its formula, in float64, on numbers of a congruential generator.

Follows the steps of the official evaluation (github.com/facebookresearch/odin, code/calData.py): standardised images; the
pseudo-label is the largest logit; cross-entropy of logits / T; the gradient's sign with 0 counted as +1, divided by the
deviation; the step against it; the largest softmax of logits / T. The network: a convolution whose border pixels have no
weight anywhere, tanh, a linear layer.
Run: python3 odin.py (torch 1.13); writes odin.json
"""
import json
import pathlib

import torch
import torch.nn.functional as F

IMAGES, SIDE, CHANNELS, CLASSES = 5, 6, 3, 4
MEAN, DEVIATION = 0.1307, 0.3081


def uniform(seed, *shape):
    values = []
    for _ in range(torch.Size(shape).numel()):
        seed = (1664525 * seed + 1013904223) % 2**32
        values.append(seed / 2**32)
    return torch.tensor(values, dtype=torch.float64).reshape(shape)


images = uniform(1, IMAGES, 1, SIDE, SIDE)
filters = 4 * (uniform(2, CHANNELS, 1, 3, 3) - 0.5)
# Two of nine weights are zero in all filters, so that corner pixels reach nothing and their gradient is exactly 0.
filters[:, :, 0, 0] = 0
filters[:, :, 2, 2] = 0
weight = 6 * (uniform(3, CHANNELS * 16, CLASSES) - 0.5)


def network(x):
    return torch.tanh(F.conv2d(x, filters)).flatten(1) @ weight


def odin(temperature, epsilon):
    x = ((images - MEAN) / DEVIATION).requires_grad_()
    logits = network(x)
    loss = F.cross_entropy(logits / temperature, logits.argmax(1), reduction="sum")
    (gradient,) = torch.autograd.grad(loss, x)
    sign = (gradient >= 0).double() * 2 - 1
    moved = x - epsilon * sign / DEVIATION
    assert (gradient == 0).sum() == 2 * IMAGES
    scores = torch.softmax(network(moved) / temperature, 1).max(1).values
    return {
        "temperature": temperature,
        "epsilon": epsilon,
        "moved": [round(v, 12) for v in (moved * DEVIATION + MEAN).flatten().tolist()],
        "scores": scores.tolist(),
    }


cases = [odin(temperature, epsilon) for temperature in (1.0, 10.0, 1000.0) for epsilon in (0.0, 0.0014, 0.05)]
pathlib.Path(__file__).with_suffix(".json").write_text("[\n" + ",\n".join(map(json.dumps, cases)) + "\n]\n")
