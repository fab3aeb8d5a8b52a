"""Times ResNet-18 features by PyTorch in evaluation mode on the tasks of bench/models/resnet18-features.ts.

Usage: python3 resnet18-features.py TASKS, a JSON list; prints one line of JSON: seconds an image by task.
"""
import json
import sys
import time

import torch
from torch import nn

torch.set_num_threads(2)


def convolution(inputs, outputs, kernel, stride):
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs))


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first, self.second = convolution(inputs, outputs, 3, stride), convolution(outputs, outputs, 3, 1)
        self.shortcut = convolution(inputs, outputs, 1, stride) if stride != 1 or inputs != outputs else nn.Identity()
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        return self.relu(self.second(self.relu(self.first(x))) + self.shortcut(x))


def resnet18(stem):
    first = [convolution(3, 64, *((3, 1) if stem == "cifar" else (7, 2))), nn.ReLU(inplace=True)]
    pooling = [nn.MaxPool2d(3, 2, 1)] if stem == "imagenet" else []
    sizes = ((64, 64, 1), (64, 64, 1), (64, 128, 2), (128, 128, 1), (128, 256, 2), (256, 256, 1), (256, 512, 2), (512, 512, 1))
    blocks = [Block(*size) for size in sizes]
    return nn.Sequential(*first, *pooling, *blocks, nn.AdaptiveAvgPool2d(1), nn.Flatten()).eval()


result = {}
with torch.inference_mode():
    for task in json.loads(sys.argv[1]):
        model, images = resnet18(task["stem"]), torch.rand(task["batch"], 3, task["side"], task["side"])
        for _ in range(2):
            model(images)
        start = time.perf_counter()
        for _ in range(task["batches"]):
            model(images)
        result[task["name"]] = (time.perf_counter() - start) / (task["batches"] * task["batch"])
print(json.dumps(result))
