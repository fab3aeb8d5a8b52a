"""Times the training step of the self-conditioned autoencoder by PyTorch, on the tasks of bench/models/hscae-step.ts.

Usage: python3 hscae-step.py REPEATS; prints one line of JSON: median seconds a step by task.
"""
import json
import statistics
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

REPEATS, CLASSES, WIDTH, LATENT, CLASSIFIER_WIDTH, BATCH = int(sys.argv[1]), 9, 8, 8, 16, 128


class Normalised(nn.Module):
    def __init__(self, inputs, outputs, stride, conditioned):
        super().__init__()
        self.convolution = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        self.condition = nn.Linear(CLASSES, outputs) if conditioned else None

    def forward(self, x, condition):
        x = F.relu(self.norm(self.convolution(x)))
        return x if self.condition is None else x + F.relu(self.condition(condition))[:, :, None, None]


class Autoencoder(nn.Module):
    def __init__(self, conditioned):
        super().__init__()
        inputs = 1

        def stage(widths, stride=1):
            nonlocal inputs
            blocks = nn.ModuleList()
            for at, outputs in enumerate(widths):
                blocks.append(Normalised(inputs, outputs, stride if at == 0 else 1, conditioned))
                inputs = outputs
            return blocks

        w = WIDTH
        self.encoder = nn.ModuleList([stage([w] * 4), stage([2 * w] * 5, 2), stage([4 * w] * 5, 2)])
        self.encode, self.decode = nn.Linear(4 * w * 49, LATENT), nn.Linear(LATENT, 4 * w * 49)
        self.decoder = nn.ModuleList([stage([4 * w] * 4 + [2 * w]), stage([2 * w] * 4 + [w]), stage([w] * 3)])
        self.last = nn.Conv2d(w, 1, 3, 1, 1)

    def forward(self, x, condition):
        for blocks in self.encoder:
            for block in blocks:
                x = block(x, condition)
        x = F.relu(self.decode(self.encode(x.flatten(1)))).reshape(-1, 4 * WIDTH, 7, 7)
        for at, blocks in enumerate(self.decoder):
            x = F.interpolate(x, scale_factor=2, mode="nearest") if at > 0 else x
            for block in blocks:
                x = block(x, condition)
        return torch.sigmoid(self.last(x))


def normalised(inputs, outputs, kernel, stride):
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs))


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first, self.second = normalised(inputs, outputs, 3, stride), normalised(outputs, outputs, 3, 1)
        changes = stride != 1 or inputs != outputs
        self.shortcut = normalised(inputs, outputs, 1, stride) if changes else nn.Identity()

    def forward(self, x):
        return F.relu(self.second(F.relu(self.first(x))) + self.shortcut(x))


def resnet18(width):
    sizes = [(width * m, width * n, s) for m, n, s in ((1, 1, 1), (1, 1, 1), (1, 2, 2), (2, 2, 1), (2, 4, 2), (4, 4, 1), (4, 8, 2), (8, 8, 1))]
    first = [normalised(1, width, 3, 1), nn.ReLU()]
    return nn.Sequential(*first, *[Block(*size) for size in sizes], nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8 * width, CLASSES))


result = {}
for threads in (1, 2):
    torch.set_num_threads(threads)
    for variant in ("hscae", "unconditioned"):
        conditioned = variant == "hscae"
        model, classifier = Autoencoder(conditioned), resnet18(CLASSIFIER_WIDTH).eval()
        optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)
        images = torch.rand(BATCH, 1, 28, 28)
        times = []
        for _ in range(REPEATS + 2):
            start = time.perf_counter()
            with torch.no_grad():
                condition = F.softmax(classifier(images), 1) if conditioned else None
            optimiser.zero_grad()
            F.mse_loss(model(images, condition), images).backward()
            optimiser.step()
            times.append(time.perf_counter() - start)
        result[f"{variant}, {threads}"] = statistics.median(times[2:])
print(json.dumps(result))
