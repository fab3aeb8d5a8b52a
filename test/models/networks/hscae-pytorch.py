"""Forward, loss, gradients and ten Adam steps of HSCAE in PyTorch, float64 and float32, on drawn weights and images.

Weights and images come from the congruential generator of test/models/lcg.ts, so that only projections are stored.
Run: python3 test/models/networks/hscae-pytorch.py > test/models/networks/vectors/hscae.json
"""
import json
import sys

import torch
from torch import nn

WIDTH, LATENT, CLASSES, BATCH, STEPS = 4, 6, 9, 8, 10


def congruential(seed, count):
    values, state = [], seed
    for _ in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        values.append(state / 2**32)
    return torch.tensor(values, dtype=torch.float64)


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride, activation, residual):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        self.condition = nn.Linear(CLASSES, outputs)
        self.activation, self.residual = activation, residual

    def forward(self, x, c):
        y = self.activation(self.norm(self.conv(x))) + self.activation(self.condition(c))[:, :, None, None]
        return y + x if self.residual and y.numel() == x.numel() else y


class Hscae(nn.Module):
    def __init__(self, activation, residual):
        super().__init__()
        w, self.names, self.blocks = WIDTH, [], nn.ModuleList()
        self.activation = activation
        stages = [
            ("encoder.28", 1, [w] * 4, 1),
            ("encoder.14", w, [2 * w] * 5, 2),
            ("encoder.7", 2 * w, [4 * w] * 5, 2),
            ("decoder.7", 4 * w, [4 * w] * 4 + [2 * w], 1),
            ("decoder.14", 2 * w, [2 * w] * 4 + [w], 1),
            ("decoder.28", w, [w] * 3, 1),
        ]
        for name, inputs, widths, stride in stages:
            for at, outputs in enumerate(widths):
                self.names.append(f"{name}.{at}")
                self.blocks.append(Block(inputs, outputs, stride if at == 0 else 1, activation, residual))
                inputs = outputs
        self.encode = nn.Linear(4 * w * 49, LATENT)
        self.decode = nn.Linear(LATENT, 4 * w * 49)
        self.last = nn.Conv2d(w, 1, 3, 1, 1)

    def forward(self, x, c):
        for name, block in zip(self.names, self.blocks):
            if name == "decoder.7.0":
                z = self.encode(x.flatten(1))
                x = self.activation(self.decode(z)).view(-1, 4 * WIDTH, 7, 7)
            if name in ("decoder.14.0", "decoder.28.0"):
                x = x.repeat_interleave(2, 2).repeat_interleave(2, 3)
            x = block(x, c)
        return torch.sigmoid(self.last(x)), z

    def named(self):
        """Parameters by our names, in our layout."""
        for name, block in zip(self.names, self.blocks):
            yield f"{name}.weight", block.conv.weight, False
            yield f"{name}.norm.gamma", block.norm.weight, False
            yield f"{name}.norm.beta", block.norm.bias, False
            yield f"{name}.condition.weight", block.condition.weight, True
            yield f"{name}.condition.bias", block.condition.bias, False
        for name, layer in (("encoder.dense", self.encode), ("decoder.dense", self.decode)):
            yield f"{name}.weight", layer.weight, True
            yield f"{name}.bias", layer.bias, False
        yield "decoder.28.3.weight", self.last.weight, False
        yield "decoder.28.3.bias", self.last.bias, False


def summary(tensor):
    """Norm, and the product with a drawn direction: enough to see any wrong element."""
    flat = tensor.detach().double().flatten()
    return [flat.norm().item(), (flat * (congruential(7, flat.numel()) - 0.5)).sum().item()]


def run(kind, activation, residual):
    out = {}
    for precision, dtype in (("float64", torch.float64), ("float32", torch.float32)):
        model = Hscae(activation, residual).to(dtype)
        with torch.no_grad():
            for index, (name, parameter, transposed) in enumerate(model.named()):
                shape = list(parameter.shape[::-1]) if transposed else list(parameter.shape)
                drawn = (congruential(1000 + index, parameter.numel()) - 0.5).view(shape)
                drawn = drawn * (2 / max(1, drawn[0].numel() if drawn.dim() > 1 else 4) ** 0.5)
                if name.endswith("gamma"):
                    drawn = drawn + 1
                parameter.copy_((drawn.t() if transposed else drawn).to(torch.float32).to(dtype))
        images = congruential(1, STEPS * BATCH * 784).view(STEPS, BATCH, 1, 28, 28).float().to(dtype)
        logits = congruential(2, STEPS * BATCH * CLASSES).view(STEPS, BATCH, CLASSES) * 6
        conditions = torch.softmax(logits, -1).float().to(dtype)
        adam = torch.optim.Adam(model.parameters(), lr=1e-4)
        losses = []
        for step in range(STEPS):
            adam.zero_grad()
            reconstruction, z = model(images[step], conditions[step])
            loss = ((reconstruction - images[step]) ** 2).mean()
            loss.backward()
            if step == 0:
                first = {
                    "reconstruction": summary(reconstruction),
                    "latent": summary(z),
                    "gradients": {n: summary(p.grad.t() if t else p.grad) for n, p, t in model.named()},
                }
            adam.step()
            losses.append(loss.item())
        state = {n: summary(p.t() if t else p) for n, p, t in model.named()}
        for name, block in zip(model.names, model.blocks):
            state[f"{name}.norm.mean"] = summary(block.norm.running_mean)
            state[f"{name}.norm.variance"] = summary(block.norm.running_var)
        out[precision] = {**first, "losses": losses, "state": state}
        out["parameters"] = sum(p.numel() for p in model.parameters())
    return {"kind": kind, "residual": residual, **out}


def rounded(value):
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    return [rounded(each) for each in value] if isinstance(value, list) else value


torch.set_num_threads(1)
cases = [run("tanh", torch.tanh, False), run("tanh", torch.tanh, True), run("relu", torch.relu, False)]
json.dump(rounded(cases), sys.stdout, separators=(",", ":"))
print()
