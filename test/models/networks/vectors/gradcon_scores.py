"""GradCon's scores in PyTorch, float64, one image at a time, for test/models/networks/gradcon-scores.test.ts.

Networks, weights and images are those of gradcon.py beside this. Following the official code (olivesgatech/gradcon-anomaly,
ae_grad_reg.py, gradcon_score), each image's reconstruction loss is differentiated alone by autograd, the cosine between the
gradient of each decoder layer's weights and a given average is averaged over the layers, and the score is
-loss + 0.12 * cosine. In inference the variational autoencoder decodes the mean.

The averages have the signs of the mean gradient over eight other images, told as bits, and drawn sizes from 0.5 to 1.5: a
cosine with them is far from 0, as with those of a training.

Usage: python3 gradcon_scores.py > gradcon-scores.json
"""
import base64
import json

import numpy as np
import torch
import torch.nn.functional as F
from gradcon import UP, congruential, drawn, images, losses

COUNT, OTHERS, WEIGHT = 20, 8, 0.12


def single(values):
    """As float32 holds them."""
    return np.asarray(values, dtype=np.float32).astype(np.float64)


def slopes(kind, p, x):
    """Losses of one image, and the gradients of the decoder's weights."""
    # Noise of 0 decodes the mean.
    reconstruction, latent = losses(kind, torch.relu, p, x, torch.zeros((), dtype=x.dtype))
    return reconstruction, latent, torch.autograd.grad(reconstruction, [p[f"{name}.weight"] for name, *_ in UP])


def run(kind, channels):
    p = {n: torch.tensor(single(v), requires_grad=True) for n, v in drawn(kind, channels).items()}
    given = lambda count, step: torch.tensor(single(images(count, channels, step)))
    others = [slopes(kind, p, x[None])[2] for x in given(OTHERS, 1)]
    signs = [np.where(torch.stack(layer).mean(0).numpy() < 0, -1.0, 1.0) for layer in zip(*others)]
    averages = [
        torch.tensor(single((congruential(9000 + 13 * at, sign.size) + 0.5).reshape(sign.shape) * sign))
        for at, sign in enumerate(signs)
    ]
    scores = {"reconstruction": [], "latent": [], "gradient": [], "combined": []}
    for x in given(COUNT, 0):
        loss, latent, found = slopes(kind, p, x[None])
        cosines = [F.cosine_similarity(s.reshape(1, -1), a.reshape(1, -1))[0] for s, a in zip(found, averages)]
        cosine = sum(cosines) / len(cosines)
        for name, value in zip(scores, (-loss, -latent, cosine, -loss + WEIGHT * cosine)):
            scores[name].append(float(f"{float(value):.10g}"))
    if kind == "cae":
        del scores["latent"]
    negative = {layer: bits(sign) for (layer, *_), sign in zip(UP, signs)}
    parameters = sum(v.numel() for v in p.values())
    return {"kind": kind, "channels": channels, "parameters": parameters, "negative": negative, "scores": scores}


def bits(signs):
    """Which numbers are negative, the first in the highest bit."""
    return base64.b64encode(np.packbits(signs.ravel() < 0).tobytes()).decode()


torch.set_num_threads(1)
cases = [run(kind, channels) for kind in ("cae", "vae") for channels in (1, 3)]
print(json.dumps({"count": COUNT, "cases": cases}))
