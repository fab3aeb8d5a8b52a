"""The CVAE and its losses by PyTorch in float64, on parameters, images and noise of a congruential generator.

The test draws the same numbers, each array from a seed made of its name, so that only results are stored: of each array its
norm and projections on directions of the same generator. `float32` is PyTorch's own error against float64, the root mean
square over gradients, or parameters after ten steps, of the greatest difference of norm and projections over the norm.
Run: python3 cvae.py (torch 1.13); writes cvae.json
"""
import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
LABELS, BATCH, STEPS, PROJECTIONS, SIDE = 6, 8, 10, 2, 32


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
    """Parameters by name, made when they are first asked for."""

    def __init__(self, dtype):
        self.dtype, self.parameters = dtype, {}

    def parameter(self, name, shape, fan):
        if name not in self.parameters:
            value = ((uniform(name, math.prod(shape)).double() - 0.5) * math.sqrt(12 / fan)).float()
            self.parameters[name] = value.to(self.dtype).reshape(shape).requires_grad_()
        return self.parameters[name]

    def linear(self, x, name, outputs):
        # Stored as ours, [inputs, outputs].
        weight = self.parameter(f"{name}.weight", (x.shape[1], outputs), x.shape[1])
        return F.linear(x, weight.T, self.parameter(f"{name}.bias", (outputs,), 12))

    def conv(self, x, name, outputs):
        weight = self.parameter(f"{name}.weight", (outputs, x.shape[1], 3, 3), x.shape[1] * 9)
        return F.conv2d(x, weight, self.parameter(f"{name}.bias", (outputs,), 12), 2, 1)

    def transposed(self, x, name, outputs):
        weight = self.parameter(f"{name}.weight", (x.shape[1], outputs, 3, 3), outputs * 9)
        bias = self.parameter(f"{name}.bias", (outputs,), 12)
        return F.conv_transpose2d(x, weight, bias, stride=2, padding=1, output_padding=1)


def losses(numbers, images, labels, noise, act, case):
    channel = numbers.linear(labels, "encoder.label", SIDE * SIDE).reshape(-1, 1, SIDE, SIDE)
    x = act(numbers.conv(torch.cat([images, channel], 1), "encoder.first", 32))
    x = act(numbers.conv(x, "encoder.second", 64)).flatten(1)
    if case["encoder"] == "convolutional with a hidden layer":
        x = act(numbers.linear(x, "encoder.hidden", 128))
    mean = numbers.linear(x, "encoder.mean", case["latentDimension"])
    log_deviation = numbers.linear(x, "encoder.logDeviation", case["latentDimension"])
    z = mean + torch.exp(log_deviation) * noise
    x = torch.cat([z, labels], 1)
    if case["decoder"] == "dense":
        x = act(numbers.linear(x, "decoder.first", 128))
        x = act(numbers.linear(x, "decoder.second", 128))
        logits = numbers.linear(x, "decoder.last", SIDE * SIDE).reshape(-1, 1, SIDE, SIDE)
    else:
        x = act(numbers.linear(x, "decoder.begin", 64 * 8 * 8)).reshape(-1, 64, 8, 8)
        logits = numbers.transposed(act(numbers.transposed(x, "decoder.up", 32)), "decoder.out", 1)
    if case["reconstructionLoss"] == "squared error":
        pixels = (torch.sigmoid(logits) - images) ** 2
    else:
        pixels = F.binary_cross_entropy_with_logits(logits, images, reduction="none")
    prior = torch.distributions.Normal(torch.zeros_like(mean), torch.ones_like(mean))
    divergence = torch.distributions.kl_divergence(torch.distributions.Normal(mean, torch.exp(log_deviation)), prior)
    return pixels.sum((1, 2, 3)), divergence.sum(1)


def batch(step, case, dtype):
    images = uniform(f"images {step}", BATCH * SIDE * SIDE).to(dtype).reshape(BATCH, 1, SIDE, SIDE)
    labels = F.one_hot((uniform(f"labels {step}", BATCH) * LABELS).long(), LABELS).to(dtype)
    noise = (uniform(f"noise {step}", BATCH * case["latentDimension"]).double() - 0.5) * math.sqrt(12)
    return images, labels, noise.float().to(dtype).reshape(BATCH, -1)


def digest(name, array):
    flat = array.detach().double().flatten()
    directions = [(uniform(f"{name} direction {k}", len(flat)).double() - 0.5) * math.sqrt(12) for k in range(PROJECTIONS)]
    return [float(f"{value:.9g}") for value in [flat.norm().item(), *((flat * direction).sum().item() for direction in directions)]]


def first_step(case, act, dtype):
    numbers = Numbers(dtype)
    reconstruction, divergence = losses(numbers, *batch(0, case, dtype), act, case)
    (reconstruction.mean() + divergence.mean()).backward()
    return {
        "reconstruction": digest("reconstruction", reconstruction),
        "divergence": digest("divergence", divergence),
        "gradients": {name: digest(name, value.grad) for name, value in numbers.parameters.items()},
    }, numbers


def own_error(expected, single):
    errors = []
    for name, digits in expected.items():
        errors.append(max(abs(a - b) for a, b in zip(digits, single[name])) / digits[0])
    return math.sqrt(sum(error**2 for error in errors) / len(errors))


def ten_steps(case, act, dtype):
    _, numbers = first_step(case, act, dtype)
    optimiser = torch.optim.Adam(numbers.parameters.values(), lr=1e-3)
    for step in range(STEPS):
        optimiser.zero_grad()
        reconstruction, divergence = losses(numbers, *batch(step, case, dtype), act, case)
        (reconstruction.mean() + divergence.mean()).backward()
        optimiser.step()
    return {name: digest(name, value) for name, value in numbers.parameters.items()}


CASES = [
    {"latentDimension": 2, "encoder": "convolutional", "decoder": "dense", "reconstructionLoss": "squared error"},
    {"latentDimension": 2, "encoder": "convolutional", "decoder": "transposed", "reconstructionLoss": "squared error"},
    {"latentDimension": 16, "encoder": "convolutional with a hidden layer", "decoder": "dense", "reconstructionLoss": "binary cross-entropy"},
]
result = []
for case in CASES:
    entry = {"case": case, "after": ten_steps(case, torch.tanh, torch.float64)}
    for kind, act in (("tanh", torch.tanh), ("relu", torch.relu)):
        expected, numbers = first_step(case, act, torch.float64)
        single, _ = first_step(case, act, torch.float32)
        entry[kind] = {**expected, "float32": own_error(expected["gradients"], single["gradients"])}
    after = ten_steps(case, torch.relu, torch.float64)
    entry["rectified"] = {"after": after, "float32": own_error(after, ten_steps(case, torch.relu, torch.float32))}
    entry["parameters"] = sum(value.numel() for value in numbers.parameters.values())
    result.append(entry)
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(result))
