"""GradCon's objective in PyTorch on numbers of a congruential generator, for test/models/networks/gradcon.test.ts.

The networks, the double backpropagation through the gradients of the decoder's weights and the order of updates follow the
official code (olivesgatech/gradcon-anomaly: models.py, ae_grad_reg.py). Everything is in float64; where the activation is
ReLU, the error of PyTorch's own float32 is told, too. Tensors are told by their norm and eight random signed sums.

Usage: python3 gradcon.py > gradcon.json
"""
import json
from functools import lru_cache

import numpy as np
import torch
import torch.nn.functional as F

torch.set_num_threads(1)
STEPS, ALPHA, PROJECTIONS = 10, 0.03, 8
# With ReLU enough images that some units lie within rounding of 0, in PyTorch's float32 as in ours.
BATCH = {"tanh": 6, "relu": 48}


def congruential(seed, count):
    values, state = np.empty(count), seed
    for i in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        values[i] = state / 2**32
    return values


UP = (("decoder1", 64, 64, 2), ("decoder2", 64, 32, 1), ("decoder3", 32, 32, 2), ("decoder4", 32, None, 1))


def shapes(kind, channels):
    """Parameters by name in our layout: dense weights are [inputs, outputs]; with the limit of their values."""
    found, inputs = {}, channels
    for i, outputs in enumerate((32, 32, 64, 64)):
        found[f"encoder{i + 1}.weight"] = ((outputs, inputs, 4, 4), inputs * 16)
        found[f"encoder{i + 1}.bias"] = ((outputs,), inputs * 16)
        inputs = outputs
    if kind == "vae":
        for name in ("latent.mean", "latent.logVariance", "latent.decode"):
            found[f"{name}.weight"] = ((576, 576), 576)
            found[f"{name}.bias"] = ((576,), 576)
    for name, inputs, outputs, _ in UP:
        outputs = outputs or channels
        found[f"{name}.weight"] = ((inputs, outputs, 4, 4), outputs * 16)
        found[f"{name}.bias"] = ((outputs,), outputs * 16)
    return found


def drawn(kind, channels):
    values = {}
    for at, (name, (shape, fan)) in enumerate(shapes(kind, channels).items()):
        # Wider than PyTorch's default, so that second derivatives are not lost in rounding.
        values[name] = ((congruential(1000 + 77 * at, int(np.prod(shape))) - 0.5) * 4 / np.sqrt(fan)).reshape(shape)
    return values


def images(batch, channels, step):
    return congruential(31 + 1009 * step, batch * channels * 784).reshape(batch, channels, 28, 28)


def noise(batch, step):
    """Mean 0 and variance 1, which is all that matters here."""
    return ((congruential(57 + 4001 * step, batch * 576) - 0.5) * np.sqrt(12)).reshape(batch, 576)


def losses(kind, activation, p, x, eps):
    h = x
    for i in range(1, 5):
        h = activation(F.conv2d(h, p[f"encoder{i}.weight"], p[f"encoder{i}.bias"], stride=2, padding=2))
    latent = torch.zeros((), dtype=x.dtype)
    if kind == "vae":
        flat = h.flatten(1)
        mean = flat @ p["latent.mean.weight"] + p["latent.mean.bias"]
        log_variance = flat @ p["latent.logVariance.weight"] + p["latent.logVariance.bias"]
        latent = 0.5 * (mean**2 + log_variance.exp() - log_variance - 1).sum() / x.numel()
        z = mean + (0.5 * log_variance).exp() * eps
        h = (z @ p["latent.decode.weight"] + p["latent.decode.bias"]).reshape(-1, 64, 3, 3)
    for at, (name, _, _, padding) in enumerate(UP):
        h = F.conv_transpose2d(h, p[f"{name}.weight"], p[f"{name}.bias"], stride=2, padding=padding)
        h = activation(h) if at < 3 else torch.sigmoid(h)
    reconstruction = F.mse_loss(h, x) if kind == "cae" else F.binary_cross_entropy(h, x)
    return reconstruction, latent


def objective(kind, activation, p, x, eps, averages, constrained):
    reconstruction, latent = losses(kind, activation, p, x, eps)
    loss, gradient_loss = reconstruction + latent, torch.zeros((), dtype=x.dtype)
    if constrained:
        for (name, *_), average in zip(UP, averages):
            slope = torch.autograd.grad(reconstruction, p[f"{name}.weight"], create_graph=True)[0]
            gradient_loss = gradient_loss - F.cosine_similarity(slope.reshape(-1, 1), average.reshape(-1, 1), dim=0)[0] / 4
        loss = loss + ALPHA * gradient_loss
    return {"loss": loss, "reconstruction": reconstruction, "latent": latent, "gradient": gradient_loss}


def run(kind, channels, batch, activation, constrained, dtype):
    p = {n: torch.tensor(v, dtype=dtype, requires_grad=True) for n, v in drawn(kind, channels).items()}
    at = lambda values: torch.tensor(values, dtype=dtype)
    # Gradients against given averages.
    given = [at((congruential(9000 + 13 * i, p[f"{n}.weight"].numel()) - 0.5).reshape(p[f"{n}.weight"].shape)) for i, (n, *_) in enumerate(UP)]
    told = objective(kind, activation, p, at(images(batch, channels, 0)), at(noise(batch, 0)), given, constrained)
    told["loss"].backward()
    gradients = {n: v.grad.double().numpy().copy() for n, v in p.items()}
    first = {k: float(v) for k, v in told.items()}
    # Ten steps in the official order: backward, averages, Adam.
    optimiser = torch.optim.Adam(list(p.values()), lr=1e-3)
    averages, history = [torch.zeros_like(g) for g in given], []
    for step in range(STEPS):
        optimiser.zero_grad()
        told = objective(kind, activation, p, at(images(batch, channels, step)), at(noise(batch, step)), averages, constrained)
        told["loss"].backward()
        averages = [a + (p[f"{n}.weight"].grad - a) / (step + 1) for a, (n, *_) in zip(averages, UP)]
        optimiser.step()
        history.append({k: float(v) for k, v in told.items()})
    after = {n: v.detach().double().numpy() for n, v in p.items()}
    after.update({f"average.{n}": a.double().numpy() for a, (n, *_) in zip(averages, UP)})
    return first, gradients, history, after


@lru_cache(maxsize=None)
def signs(count, which):
    return np.where(congruential(123457 + 7919 * which, count) < 0.5, -1.0, 1.0)


def projections(tensor):
    flat = tensor.ravel()
    return [float(signs(flat.size, k) @ flat) for k in range(PROJECTIONS)]


def told(tensor):
    return {"norm": float(f"{np.linalg.norm(tensor):.9g}"), "sums": [float(f"{s:.9g}") for s in projections(tensor)]}


def root_mean_square_error(exact, other):
    """Over all tensors, each by its norm, estimated from the signed sums as the test does."""
    squares = [((a - b) / np.linalg.norm(exact[n])) ** 2 for n in exact for a, b in zip(projections(exact[n]), projections(other[n]))]
    return float(f"{np.sqrt(np.mean(squares)):.3g}")


if __name__ == "__main__":
    cases = []
    for kind, channels, name, constrained in (
        ("cae", 1, "tanh", True),
        ("cae", 3, "tanh", True),
        ("vae", 1, "tanh", True),
        ("cae", 1, "relu", True),
        ("vae", 1, "relu", True),
        ("cae", 1, "relu", False),
    ):
        activation = torch.tanh if name == "tanh" else torch.relu
        first, gradients, history, after = run(kind, channels, BATCH[name], activation, constrained, torch.float64)
        case = {
            "kind": kind, "channels": channels, "batch": BATCH[name], "activation": name, "constrained": constrained,
            "parameters": int(sum(v.size for v in drawn(kind, channels).values())),
            "first": {k: float(f"{v:.9g}") for k, v in first.items()},
            "gradients": {n: told(g) for n, g in gradients.items()},
            "history": [{k: float(f"{v:.9g}") for k, v in step.items()} for step in history],
            "after": {n: told(v) for n, v in after.items()},
        }
        if name == "relu":
            _, gradients32, _, after32 = run(kind, channels, BATCH[name], activation, constrained, torch.float32)
            case["float32Error"] = {"gradients": root_mean_square_error(gradients, gradients32), "after": root_mean_square_error(after, after32)}
        cases.append(case)
    print(json.dumps({"gradientWeight": ALPHA, "cases": cases}))
