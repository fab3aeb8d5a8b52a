"""Features of ResNet-18 by PyTorch on weights, statistics and images that a hash of the position gives.

The test draws the same numbers, so that only the features are stored.
Run: python3 resnet18.py > resnet18.json (torch 1.13)
"""
import json

import numpy as np
import torch
import torch.nn.functional as F

torch.set_num_threads(1)


def hashed(seed, count):
    """Uniform in [0, 1), float32."""
    x = (np.arange(count, dtype=np.uint64) * 2654435761 + seed * 40503) % 2**32
    x = ((x ^ (x >> 15)) * 2246822519) % 2**32
    x = ((x ^ (x >> 13)) * 3266489917) % 2**32
    x = x ^ (x >> 16)
    return torch.from_numpy((x / 2**32).astype(np.float32))


class Numbers:
    """Parameters of the layers in forward order, each with a seed of its own."""

    def __init__(self):
        self.layer = 0

    def conv_bn(self, x, outputs, kernel, stride):
        self.layer += 1
        seed, inputs = 10 * self.layer, x.shape[1]
        weight = (hashed(seed, outputs * inputs * kernel * kernel) - 0.5) * 4 / np.float32(np.sqrt(outputs * kernel * kernel))
        x = F.conv2d(x, weight.reshape(outputs, inputs, kernel, kernel), stride=stride, padding=kernel // 2)
        gamma, beta = 0.5 + hashed(seed + 1, outputs), hashed(seed + 2, outputs) - 0.5
        mean, variance = hashed(seed + 3, outputs) - 0.5, 0.5 + hashed(seed + 4, outputs)
        return F.batch_norm(x, mean, variance, gamma, beta, training=False, eps=1e-3)


def resnet18(x, stem):
    numbers = Numbers()
    x = F.relu(numbers.conv_bn(x, 64, *((3, 1) if stem == "cifar" else (7, 2))))
    if stem == "imagenet":
        x = F.max_pool2d(x, 3, 2, 1)
    for width, stride in ((64, 1), (64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), (512, 1)):
        y = F.relu(numbers.conv_bn(x, width, 3, stride))
        y = numbers.conv_bn(y, width, 3, 1)
        if stride != 1 or x.shape[1] != width:
            x = numbers.conv_bn(x, width, 1, stride)
        x = F.relu(x + y)
    return x.mean((2, 3))


result = {}
for stem, size in (("cifar", 32), ("imagenet", 96)):
    images = hashed(7, 2 * 3 * size * size).reshape(2, 3, size, size)
    result[stem] = {"size": size, "features": [[float(f"{v:.7g}") for v in row] for row in resnet18(images, stem).tolist()]}
print(json.dumps(result))
