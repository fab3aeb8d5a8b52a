"""Classifiers in training by PyTorch in float64, on parameters, images and masks of a congruential generator.

The test draws the same numbers, each array from a seed made of its name, so that only results are stored: of each array its
norm and projections on directions of the same generator. `float32` is PyTorch's own error against float64, the root mean
square over arrays and projections of the difference over the array's norm.

In ten steps with ReLU a unit within rounding of 0 may be on in one run and off in another, which makes the error hundreds
of times as large. PyTorch's own is therefore told of 64 runs whose batches hold the same images in another order, which
changes nothing but rounding: the least and the greatest of their errors.
Run: python3 classifiers.py (torch 1.13); writes classifiers.json
"""
import json
import math
import pathlib
from functools import lru_cache

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
WIDTH, CLASSES, BATCH, STEPS, PROJECTIONS, ORDERS = 4, 9, 16, 10, 2, 64


@lru_cache(maxsize=None)
def uniform(name, count):
    """Uniform in [0, 1), from a seed made of the name."""
    state = 0
    for character in name:
        state = (state * 31 + ord(character)) % 2**32
    values = []
    for _ in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        values.append(state / 2**32)
    # As float32 holds them, so that both sides begin alike.
    return torch.tensor(values, dtype=torch.float64).float()


class Numbers:
    """Parameters and running statistics by name, made when they are first asked for."""

    def __init__(self, dtype):
        self.dtype, self.parameters, self.states, self.step, self.training = dtype, {}, {}, 0, True
        # The order of the rows of batches and masks; none: as drawn.
        self.order = None

    def parameter(self, name, shape, make):
        if name not in self.parameters:
            value = make(uniform(name, math.prod(shape)).double()).float().to(self.dtype).reshape(shape)
            self.parameters[name] = value.requires_grad_()
        return self.parameters[name]

    def conv(self, x, name, outputs, kernel, stride=1, bias=False):
        fan = x.shape[1] * kernel * kernel
        weight = self.parameter(f"{name}.weight", (outputs, x.shape[1], kernel, kernel), lambda u: (u - 0.5) * math.sqrt(12 / fan))
        extra = self.parameter(f"{name}.bias", (outputs,), lambda u: u - 0.5) if bias else None
        return F.conv2d(x, weight, extra, stride, kernel // 2)

    def linear(self, x, name, outputs):
        # Stored as ours, [inputs, outputs].
        weight = self.parameter(f"{name}.weight", (x.shape[1], outputs), lambda u: (u - 0.5) * math.sqrt(12 / x.shape[1]))
        return F.linear(x, weight.T, self.parameter(f"{name}.bias", (outputs,), lambda u: u - 0.5))

    def norm(self, x, name):
        gamma = self.parameter(f"{name}.gamma", (x.shape[1],), lambda u: u + 0.5)
        beta = self.parameter(f"{name}.beta", (x.shape[1],), lambda u: u - 0.5)
        mean = self.states.setdefault(f"{name}.mean", torch.zeros(x.shape[1], dtype=self.dtype))
        variance = self.states.setdefault(f"{name}.variance", torch.ones(x.shape[1], dtype=self.dtype))
        return F.batch_norm(x, mean, variance, gamma, beta, self.training, 0.1, 1e-5)

    def dropout(self, x, name):
        if not self.training:
            return x
        u = uniform(f"{name} {self.step}", x.numel())
        return x * ordered(torch.where(u < 0.5, 2.0, 0.0).to(self.dtype).reshape(x.shape), self.order)


def ordered(rows, order):
    return rows if order is None else rows[order]


def resnet18(numbers, x, act, stem):
    def normalised(x, name, outputs, kernel, stride):
        return numbers.norm(numbers.conv(x, name, outputs, kernel, stride), f"{name}.bn")

    x = act(normalised(x, "conv1", WIDTH, *((3, 1) if stem == "cifar" else (7, 2))))
    if stem == "imagenet":
        x = F.max_pool2d(x, 3, 2, 1)
    for stage, multiple in enumerate((1, 2, 4, 8)):
        for position in (0, 1):
            name, stride = f"layer{stage + 1}.{position}", 2 if stage > 0 and position == 0 else 1
            y = act(normalised(x, f"{name}.conv1", WIDTH * multiple, 3, stride))
            y = normalised(y, f"{name}.conv2", WIDTH * multiple, 3, 1)
            x = act(y + (normalised(x, f"{name}.downsample", WIDTH * multiple, 1, stride) if stride != 1 else x))
    return numbers.linear(F.avg_pool2d(x, x.shape[-1]).flatten(1), "fc", CLASSES)


def blocks(numbers, x, act):
    """What each block gives, before its pooling."""
    for block, multiples in enumerate(((1, 1), (2, 2), (4, 4, 4), (4, 4, 4))):
        for position, multiple in enumerate(multiples):
            name = f"block{block + 1}.{position}"
            x = act(numbers.norm(numbers.conv(x, name, multiple * WIDTH, 3, bias=True), f"{name}.bn"))
        yield x
        x = F.max_pool2d(x, 2)


def features(numbers, x, act):
    *_, fourth = blocks(numbers, x, act)
    return F.max_pool2d(fourth, 2).flatten(1)


def layer(numbers, x, act, name, outputs):
    return act(numbers.norm(numbers.linear(numbers.dropout(x, f"{name}.dropout"), name, outputs), f"{name}.bn"))


def last(numbers, x):
    return F.log_softmax(numbers.linear(numbers.dropout(x, "last.dropout"), "last", CLASSES), 1)


def vgg(numbers, x, act):
    x = features(numbers, x, act)
    return last(numbers, layer(numbers, x, act, "hidden", 8 * WIDTH))


def spinal_vgg(numbers, x, act):
    x = features(numbers, x, act)
    first, second = x[:, : 2 * WIDTH], x[:, 2 * WIDTH :]
    x1 = layer(numbers, first, act, "spinal1", 2 * WIDTH)
    x2 = layer(numbers, torch.cat([second, x1], 1), act, "spinal2", 2 * WIDTH)
    x3 = layer(numbers, torch.cat([first, x2], 1), act, "spinal3", 2 * WIDTH)
    x4 = layer(numbers, torch.cat([second, x3], 1), act, "spinal4", 2 * WIDTH)
    return last(numbers, torch.cat([x1, x2, x3, x4], 1))


NETWORKS = {
    "resnet18": lambda numbers, x, act: resnet18(numbers, x, act, "cifar"),
    "resnet18-imagenet-stem": lambda numbers, x, act: resnet18(numbers, x, act, "imagenet"),
    "vgg": vgg,
    "spinal-vgg": spinal_vgg,
}
OPTIMISERS = {
    "adam": lambda parameters: torch.optim.Adam(parameters, lr=1e-3),
    "sgd": lambda parameters: torch.optim.SGD(parameters, lr=1e-3, momentum=0.9, nesterov=True, weight_decay=5e-4),
}


def batch(step, dtype):
    images = uniform(f"images {step}", BATCH * 28 * 28).to(dtype).reshape(BATCH, 1, 28, 28)
    labels = (uniform(f"labels {step}", BATCH) * CLASSES).long()
    return images, labels


def directions(name, count, projections):
    # Of root mean square 1, so that an array's error shows in them at its own size.
    return [(uniform(f"{name} direction {k}", count).double() - 0.5) * math.sqrt(12) for k in range(projections)]


def digest(name, array, projections=PROJECTIONS):
    flat = array.detach().double().flatten()
    values = [flat.norm().item(), *(d.dot(flat).item() for d in directions(name, len(flat), projections))]
    return [float(f"{v:.9g}") for v in values]


def first_step(network, act, dtype):
    numbers = Numbers(dtype)
    images, labels = batch(0, dtype)
    logits = network(numbers, images, act)
    loss = F.cross_entropy(logits, labels)
    gradients = torch.autograd.grad(loss, list(numbers.parameters.values()))
    return numbers, logits, loss, dict(zip(numbers.parameters, gradients))


def own_error(exact, other):
    # A convolution's bias before batch normalisation has no gradient but rounding.
    squares = []
    for name, array in exact.items():
        (norm, *expected), (_, *actual) = digest(name, array), digest(name, other[name])
        if norm > 1e-9:
            squares += [((a - b) / norm) ** 2 for a, b in zip(expected, actual)]
    return math.sqrt(sum(squares) / len(squares))


def trained(network, act, make, dtype, order=None):
    numbers = Numbers(dtype)
    network(numbers, batch(0, dtype)[0], act)
    numbers.states.clear()
    numbers.order = order
    optimiser = make(list(numbers.parameters.values()))
    for step in range(STEPS):
        numbers.step = step
        images, labels = (ordered(rows, order) for rows in batch(step, dtype))
        optimiser.zero_grad()
        F.cross_entropy(network(numbers, images, act), labels).backward()
        optimiser.step()
    after = {**numbers.parameters, **numbers.states}
    numbers.training = False
    return after, network(numbers, batch(STEPS, dtype)[0], act)


def steps(network, make):
    after, logits = trained(network, torch.tanh, make, torch.float64)
    single, _ = trained(network, torch.tanh, make, torch.float32)
    digests = {name: digest(name, array) for name, array in after.items()}
    return {"after": digests, "inference": digest("logits", logits), "float32": float(f"{own_error(after, single):.3g}")}


def rectified_steps(network, name):
    """Without what is but rounding under Adam: biases before batch normalisation, and the means that follow them."""
    *_, gradients = first_step(network, torch.relu, torch.float64)
    noise = [bias for bias, array in gradients.items() if name == "adam" and array.norm() < 1e-9]
    noise += [bias.replace(".bias", ".bn.mean") for bias in noise]
    after, _ = trained(network, torch.relu, OPTIMISERS[name], torch.float64)
    after = {array: values for array, values in after.items() if array not in noise}
    orders = [torch.randperm(BATCH, generator=torch.Generator().manual_seed(seed)) for seed in range(1, ORDERS)]
    runs = (trained(network, torch.relu, OPTIMISERS[name], torch.float32, order) for order in (None, *orders))
    errors = [own_error(after, run) for run, _ in runs]
    return {
        "after": {array: digest(array, values) for array, values in after.items()},
        "float32": {"least": float(f"{min(errors):.3g}"), "greatest": float(f"{max(errors):.3g}")},
    }


def vectors(network):
    result = {}
    for name, act in (("tanh", torch.tanh), ("relu", torch.relu)):
        numbers, logits, loss, gradients = first_step(network, act, torch.float64)
        *_, single = first_step(network, act, torch.float32)
        result[name] = {
            "logits": digest("logits", logits),
            "loss": loss.item(),
            "gradients": {name: digest(name, array) for name, array in gradients.items()},
            "float32": float(f"{own_error(gradients, single):.3g}"),
        }
    result["steps"] = {name: steps(network, make) for name, make in OPTIMISERS.items()}
    result["rectifiedSteps"] = {name: rectified_steps(network, name) for name in OPTIMISERS}
    return result


if __name__ == "__main__":
    lines = [f"{json.dumps(name)}: {json.dumps(vectors(network))}" for name, network in NETWORKS.items()]
    pathlib.Path(__file__).with_suffix(".json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
