"""Forward, loss, gradients and ten Adam steps of HSCAE in PyTorch, float64, on drawn weights and images.

Arrays are drawn and told as in classifiers.py beside this, with eight projections each. Where the activation is ReLU,
PyTorch's own error in float32 is told, too. The variational autoencoder's loss is that of the pipeline: mean squared
error and the KL divergence at a pixel's share.
Run: python3 hscae.py (torch 1.13); writes hscae.json
"""
import json
import math
import pathlib

import torch
import torch.nn.functional as F
from classifiers import Numbers, digest, uniform

WIDTH, LATENT, CLASSES, BATCH, STEPS, PROJECTIONS = 4, 6, 9, 8, 10, 8
STAGES = (
    ("encoder.28", [1, 1, 1, 1], 1),
    ("encoder.14", [2, 2, 2, 2, 2], 2),
    ("encoder.7", [4, 4, 4, 4, 4], 2),
    ("decoder.7", [4, 4, 4, 4, 2], 1),
    ("decoder.14", [2, 2, 2, 2, 1], 1),
    ("decoder.28", [1, 1, 1], 1),
)


def hscae(numbers, x, condition, act, residual=False, variational=False, noise=None):
    """Reconstruction, latent mean and log variance; without noise the mean is decoded."""
    log_variance = None
    for stage, multiples, stride in STAGES:
        if stage == "decoder.7":
            flat = x.flatten(1)
            mean = z = numbers.linear(flat, "encoder.dense", LATENT)
            if variational:
                log_variance = numbers.linear(flat, "encoder.logVariance", LATENT)
                z = mean if noise is None else mean + torch.exp(log_variance / 2) * noise
            x = act(numbers.linear(z, "decoder.dense", 4 * WIDTH * 49)).view(-1, 4 * WIDTH, 7, 7)
        if stage in ("decoder.14", "decoder.28"):
            x = x.repeat_interleave(2, 2).repeat_interleave(2, 3)
        for at, multiple in enumerate(multiples):
            name, outputs = f"{stage}.{at}", multiple * WIDTH
            y = act(numbers.norm(numbers.conv(x, name, outputs, 3, stride if at == 0 else 1), f"{name}.norm"))
            if condition is not None:
                y = y + act(numbers.linear(condition, f"{name}.condition", outputs))[:, :, None, None]
            x = y + x if residual and y.numel() == x.numel() else y
    return torch.sigmoid(numbers.conv(x, "decoder.28.3", 1, 3, bias=True)), mean, log_variance


def softmax(logits):
    """As float32 holds it."""
    return torch.softmax(logits.double(), 1).float()


def batch(step, dtype):
    images = uniform(f"images {step}", BATCH * 784).view(BATCH, 1, 28, 28)
    condition = softmax(6 * uniform(f"condition {step}", BATCH * CLASSES).double().view(BATCH, CLASSES))
    noise = ((uniform(f"noise {step}", BATCH * LATENT).double() - 0.5) * math.sqrt(12)).float().view(BATCH, LATENT)
    return images.to(dtype), condition.to(dtype), noise.to(dtype)


def losses(numbers, step, kind, dtype):
    images, condition, noise = batch(step, dtype)
    act = torch.tanh if kind["activation"] == "tanh" else torch.relu
    given = condition if kind["conditioned"] else None
    reconstruction, mean, log_variance = hscae(numbers, images, given, act, kind["residual"], kind["variational"], noise)
    loss = F.mse_loss(reconstruction, images)
    if log_variance is None:
        return loss, {"reconstruction": reconstruction, "latent": mean}
    loss = loss + 0.5 * (mean**2 + log_variance.exp() - log_variance - 1).sum(1).mean() / 784
    return loss, {"reconstruction": reconstruction, "latent": mean, "logVariance": log_variance}


def trained(kind, dtype):
    numbers = Numbers(dtype)
    loss, first = losses(numbers, 0, kind, dtype)
    gradients = dict(zip(numbers.parameters, torch.autograd.grad(loss, list(numbers.parameters.values()))))
    numbers.states.clear()
    optimiser = torch.optim.Adam(list(numbers.parameters.values()), lr=1e-4)
    told = []
    for step in range(STEPS):
        optimiser.zero_grad()
        loss, _ = losses(numbers, step, kind, dtype)
        loss.backward()
        optimiser.step()
        told.append(float(f"{loss.item():.9g}"))
    return {"first": first, "gradients": gradients, "after": {**numbers.parameters, **numbers.states}}, told


def digests(arrays):
    return {name: [float(f"{v:.6g}") for v in digest(name, array, PROJECTIONS)] for name, array in arrays.items()}


def own_error(exact, other):
    """The root mean square over arrays and projections of the difference by the norm, as the test has it."""
    squares = []
    for name, array in exact.items():
        (norm, *expected), (_, *actual) = digest(name, array, PROJECTIONS), digest(name, other[name], PROJECTIONS)
        squares += [((a - b) / norm) ** 2 for a, b in zip(expected, actual)]
    return float(f"{math.sqrt(sum(squares) / len(squares)):.3g}")


def vectors(activation, residual=False, variational=False, conditioned=True):
    kind = {"activation": activation, "residual": residual, "variational": variational, "conditioned": conditioned}
    exact, told = trained(kind, torch.float64)
    parameters = sum(array.numel() for array in exact["gradients"].values())
    result = {**kind, "parameters": parameters, "losses": told, **{part: digests(arrays) for part, arrays in exact.items()}}
    if activation == "relu":
        single, told32 = trained(kind, torch.float32)
        result["float32"] = {
            "gradients": own_error(exact["gradients"], single["gradients"]),
            "after": own_error(exact["after"], single["after"]),
            "losses": float(f"{max(abs(a / b - 1) for a, b in zip(told32, told)):.3g}"),
        }
    return result


if __name__ == "__main__":
    cases = [
        vectors("tanh"),
        vectors("tanh", residual=True),
        vectors("tanh", variational=True),
        vectors("tanh", variational=True, conditioned=False),
        vectors("relu"),
    ]
    lines = [json.dumps(case, separators=(",", ":")) for case in cases]
    pathlib.Path(__file__).with_suffix(".json").write_text("[\n" + ",\n".join(lines) + "\n]\n")
