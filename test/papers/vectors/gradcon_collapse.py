"""PyTorch's own training of GradCon's convolutional autoencoder on one digit of MNIST, from PyTorch's own initial weights:
does it collapse to a black output? Squared error of a batch, Adam at 0.001, batches of 64, as in the official code.

Run: python3 gradcon_collapse.py DIR > gradcon_collapse.json, where DIR/mnist holds the four files (15 seconds an epoch).
"""
import gzip
import json
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(1)
COUNT = 5400
# Seed, digit, epochs.
TRAININGS = [(1, 1, 3), (1, 4, 3), (1, 9, 3), (2, 1, 3), (2, 4, 3)]
TRAININGS += [(seed, digit, 2) for seed in (1, 2) for digit in (0, 2, 3, 5, 6, 7, 8)]


def read(part, offset):
    path = next((pathlib.Path(sys.argv[1]) / "mnist").rglob(f"{part}*"))
    raw = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    return np.frombuffer(raw, np.uint8, offset=offset)


class Autoencoder(nn.Module):
    def __init__(self):
        super().__init__()
        widths = [1, 32, 32, 64, 64]
        self.encoder = nn.ModuleList([nn.Conv2d(a, b, 4, 2, 2) for a, b in zip(widths, widths[1:])])
        up = [(64, 64, 2), (64, 32, 1), (32, 32, 2), (32, 1, 1)]
        self.decoder = nn.ModuleList([nn.ConvTranspose2d(a, b, 4, 2, padding) for a, b, padding in up])

    def forward(self, x):
        for layer in (*self.encoder, *self.decoder[:-1]):
            x = F.relu(layer(x))
        return torch.sigmoid(self.decoder[-1](x))


def train(seed, digit, epochs):
    torch.manual_seed(100 * seed + digit)
    images = torch.tensor(IMAGES[LABELS == digit][:COUNT] / 255.0, dtype=torch.float32)
    network = Autoencoder()
    optimiser = torch.optim.Adam(network.parameters(), lr=1e-3)
    history = []
    for _ in range(epochs):
        total = 0.0
        for batch in torch.randperm(len(images)).split(64):
            optimiser.zero_grad()
            loss = F.mse_loss(network(images[batch]), images[batch])
            loss.backward()
            optimiser.step()
            total += loss.item() * len(batch)
        history.append(total / len(images))
    return {"seed": seed, "digit": digit, "losses": history}


IMAGES = read("train-images", 16).reshape(-1, 1, 28, 28)
LABELS = read("train-labels", 8)
print(json.dumps({"count": COUNT, "trainings": [train(*each) for each in TRAININGS]}, indent=1))
