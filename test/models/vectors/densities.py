"""Density scores by numpy and scikit-learn as the official code of Sohn et al. computes them, on rows of the generator
of one-class-svm.py.

Run: python3 densities.py > densities.json (scikit-learn 1.2.1, numpy 1.24.2)
"""
import json

import numpy as np
from scipy.special import logsumexp
from sklearn.mixture import GaussianMixture


def draw(seed, count):
    state, values = seed, np.empty(count)
    for index in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        values[index] = state / 2**32
    return values


def unit(seed, count, width):
    rows = draw(seed, count * width).reshape(count, width)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


results = []
for seed, count, width, gamma in ((1, 40, 6, 10.0), (2, 300, 8, 250.0), (3, 5, 3, 0.1), (4, 60, 4, 20000.0)):
    fitted, asked = unit(seed, count, width), unit(seed + 100, 10, width)
    similarity = asked @ fitted.T
    mixture = GaussianMixture(n_components=1, covariance_type="full").fit(fitted)
    results.append(
        dict(
            seed=seed,
            count=count,
            width=width,
            gamma=gamma,
            kernel_density=list(-logsumexp(2 * gamma * similarity, axis=1) / gamma),
            nearest_neighbour=list(1 - similarity.max(axis=1)),
            gaussian=list(-mixture.score_samples(asked)),
            variance_of_all=float(fitted.var()),
        )
    )
print("[\n" + ",\n".join(json.dumps(r) for r in results) + "\n]")
