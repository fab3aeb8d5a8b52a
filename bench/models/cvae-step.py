"""Times the CVAE's training step in PyTorch, for bench/models/cvae-step.ts.

Usage: python3 cvae-step.py REPEATS; prints one line of JSON: median seconds by decoder and threads.
"""
import json
import statistics
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

REPEATS, BATCH, LABELS, LATENT = int(sys.argv[1]), 64, 6, 2


class Cvae(nn.Module):
    def __init__(self, decoder):
        super().__init__()
        self.label = nn.Linear(LABELS, 1024)
        self.encoder = nn.Sequential(
            *(nn.Conv2d(2, 32, 3, 2, 1), nn.ReLU(), nn.Conv2d(32, 64, 3, 2, 1), nn.ReLU(), nn.Flatten())
        )
        self.mean, self.log_deviation = nn.Linear(4096, LATENT), nn.Linear(4096, LATENT)
        given = LATENT + LABELS
        if decoder == "dense":
            self.decoder = nn.Sequential(
                *(nn.Linear(given, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 1024)),
                nn.Unflatten(1, (1, 32, 32)),
            )
        else:
            self.decoder = nn.Sequential(
                *(nn.Linear(given, 4096), nn.ReLU(), nn.Unflatten(1, (64, 8, 8))),
                *(nn.ConvTranspose2d(64, 32, 3, 2, 1, output_padding=1), nn.ReLU()),
                nn.ConvTranspose2d(32, 1, 3, 2, 1, output_padding=1),
            )

    def forward(self, images, labels):
        x = self.encoder(torch.cat([images, self.label(labels).reshape(-1, 1, 32, 32)], 1))
        mean, log_deviation = self.mean(x), self.log_deviation(x)
        z = mean + torch.exp(log_deviation) * torch.randn_like(mean)
        return torch.sigmoid(self.decoder(torch.cat([z, labels], 1))), mean, log_deviation


def step(decoder):
    torch.manual_seed(1)
    model = Cvae(decoder)
    optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)
    images, labels = torch.rand(BATCH, 1, 32, 32), F.one_hot(torch.randint(LABELS, (BATCH,)), LABELS).float()

    def once():
        optimiser.zero_grad()
        image, mean, log_deviation = model(images, labels)
        reconstruction = ((image - images) ** 2).sum((1, 2, 3)).mean()
        divergence = 0.5 * (mean**2 + torch.exp(2 * log_deviation) - 2 * log_deviation - 1).sum(1).mean()
        (reconstruction + divergence).backward()
        optimiser.step()

    return once


result = {}
for threads in (1, 2):
    torch.set_num_threads(threads)
    for decoder in ("dense", "transposed"):
        once = step(decoder)
        for _ in range(5):
            once()
        times = []
        for _ in range(REPEATS):
            start = time.perf_counter()
            once()
            times.append(time.perf_counter() - start)
        result[f"{decoder} decoder, {threads}"] = statistics.median(times)
print(json.dumps(result))
