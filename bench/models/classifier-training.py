"""Times training steps of ResNet-18 and SpinalVGG by PyTorch on the tasks of bench/models/classifier-training.ts.

Usage: python3 classifier-training.py TASKS, a JSON list; prints one line of JSON: median seconds a step by task.
"""
import json
import statistics
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

CLASSES = 9


def normalised(inputs, outputs, kernel, stride, bias):
    convolution = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=bias)
    return nn.Sequential(convolution, nn.BatchNorm2d(outputs))


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first, self.second = normalised(inputs, outputs, 3, stride, False), normalised(outputs, outputs, 3, 1, False)
        changes = stride != 1 or inputs != outputs
        self.shortcut = normalised(inputs, outputs, 1, stride, False) if changes else nn.Identity()

    def forward(self, x):
        return F.relu(self.second(F.relu(self.first(x))) + self.shortcut(x))


def resnet18(width):
    sizes = [(width * m, width * n, s) for m, n, s in ((1, 1, 1), (1, 1, 1), (1, 2, 2), (2, 2, 1), (2, 4, 2), (4, 4, 1), (4, 8, 2), (8, 8, 1))]
    blocks = [Block(*size) for size in sizes]
    first = [normalised(1, width, 3, 1, False), nn.ReLU()]
    return nn.Sequential(*first, *blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8 * width, CLASSES))


class SpinalVgg(nn.Module):
    def __init__(self, width):
        super().__init__()
        layers, inputs = [], 1
        for multiples in ((1, 1), (2, 2), (4, 4, 4), (4, 4, 4)):
            for multiple in multiples:
                layers += [normalised(inputs, multiple * width, 3, 1, True), nn.ReLU()]
                inputs = multiple * width
            layers.append(nn.MaxPool2d(2))
        self.features, self.half = nn.Sequential(*layers, nn.Flatten()), 2 * width
        part = lambda size: nn.Sequential(nn.Dropout(0.5), nn.Linear(size, self.half), nn.BatchNorm1d(self.half), nn.ReLU())
        self.spinal = nn.ModuleList([part(self.half)] + [part(2 * self.half) for _ in range(3)])
        self.last = nn.Sequential(nn.Dropout(0.5), nn.Linear(4 * self.half, CLASSES))

    def forward(self, x):
        halves, outputs = self.features(x).split(self.half, 1), []
        for position, layer in enumerate(self.spinal):
            own = halves[position % 2]
            outputs.append(layer(torch.cat([own, outputs[-1]], 1) if outputs else own))
        return F.log_softmax(self.last(torch.cat(outputs, 1)), 1)


result = {}
for task in json.loads(sys.argv[1]):
    torch.set_num_threads(task["threads"])
    model = resnet18(task["width"]) if task["network"] == "resnet18" else SpinalVgg(task["width"])
    optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)
    images, labels = torch.rand(task["batch"], 1, 28, 28), torch.arange(task["batch"]) % CLASSES
    times = []
    for _ in range(task["steps"] + 1):
        start = time.perf_counter()
        optimiser.zero_grad()
        F.cross_entropy(model(images), labels).backward()
        optimiser.step()
        times.append(time.perf_counter() - start)
    result[task["name"]] = statistics.median(times[1:])
print(json.dumps(result))
