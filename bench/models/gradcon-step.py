"""Times GradCon's steps and scores in PyTorch, as the official code takes them, for bench/models/gradcon-step.ts.

Usage: python3 gradcon-step.py CHANNELS REPEATS; prints one line of JSON: median seconds by task and threads.
"""
import json
import statistics
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

CHANNELS, REPEATS = int(sys.argv[1]), int(sys.argv[2])
BATCH, ALPHA = 64, 0.03


class Autoencoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.down = nn.ModuleList(nn.Conv2d(i, o, 4, stride=2, padding=2) for i, o in ((CHANNELS, 32), (32, 32), (32, 64), (64, 64)))
        self.up = nn.ModuleList(
            nn.ConvTranspose2d(i, o, 4, stride=2, padding=p)
            for i, o, p in ((64, 64, 2), (64, 32, 1), (32, 32, 2), (32, CHANNELS, 1))
        )

    def forward(self, x):
        for layer in self.down:
            x = F.relu(layer(x))
        for at, layer in enumerate(self.up):
            x = layer(x)
            x = F.relu(x) if at < 3 else torch.sigmoid(x)
        return x


def median_seconds(work, repeats):
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def cosine(a, b):
    return F.cosine_similarity(a.reshape(-1, 1), b.reshape(-1, 1), dim=0)


def step(constrained):
    torch.manual_seed(1)
    model = Autoencoder()
    optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)
    sums, averages = [torch.zeros_like(l.weight) for l in model.up], [torch.zeros_like(l.weight) for l in model.up]
    x, count = torch.rand(BATCH, CHANNELS, 28, 28), 0

    def once():
        nonlocal count
        optimiser.zero_grad()
        loss = F.mse_loss(model(x), x)
        if constrained:
            gradient_loss = 0
            for layer, average in zip(model.up, averages):
                slope = torch.autograd.grad(loss, layer.weight, create_graph=True, retain_graph=True)[0]
                gradient_loss = gradient_loss - cosine(slope, average)
            if count > 0:
                loss = loss + ALPHA * gradient_loss / len(averages)
        loss.backward()
        count += 1
        if constrained:
            for at, layer in enumerate(model.up):
                sums[at] += layer.weight.grad
                averages[at] = sums[at] / count
        optimiser.step()

    return once


def scores():
    torch.manual_seed(1)
    model = Autoencoder()
    averages = [torch.rand_like(l.weight) - 0.5 for l in model.up]
    images = torch.rand(BATCH, 1, CHANNELS, 28, 28)

    def all_images():
        for x in images:
            model.zero_grad()
            loss = F.mse_loss(model(x), x)
            loss.backward()
            aligned = sum(cosine(layer.weight.grad, average) for layer, average in zip(model.up, averages)) / 4
            (-loss + 0.12 * aligned).detach().numpy()

    return all_images


result = {}
for threads in (1, 2):
    torch.set_num_threads(threads)
    result[f"step with constraint, {threads}"] = median_seconds(step(True), REPEATS)
    result[f"plain step, {threads}"] = median_seconds(step(False), REPEATS)
    result[f"scores of 64 images, {threads}"] = median_seconds(scores(), max(3, REPEATS // 3))
print(json.dumps(result))
