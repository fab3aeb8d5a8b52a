"""Reference solutions of scikit-learn's OneClassSVM at tolerance 1e-10, on problems drawn by a small congruential generator.

The rows are drawn again by the test from the same generator, so that only results are stored.
Run: python3 one-class-svm.py > one-class-svm.json (scikit-learn 1.2.1, numpy 1.24.2)
"""
import json

import numpy as np
from sklearn.svm import OneClassSVM


def draw(seed, count):
    state, values = seed, np.empty(count)
    for index in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        values[index] = state / 2**32
    return values


def rows(shape, seed, count, width):
    if shape == "duplicates":  # every row three times, in turn
        third = -(-count // 3)
        return np.tile(draw(seed, third * width).reshape(third, width), (3, 1))[:count]
    values = draw(seed, count * width).reshape(count, width)
    if shape == "ties":  # a grid of four values
        return np.floor(values * 4) / 4
    if shape == "far":  # far from the origin
        return values + 10
    return values - 0.5 if shape == "centred" else values


problems = []
for shape in ("uniform", "ties", "duplicates", "far", "centred"):
    for nu in (0.01, 0.1, 0.5, 0.9, 0.99):
        problems.append(dict(shape=shape, count=200, width=5, nu=nu, kernel="linear"))
        for gamma in (1e-4, 0.2, 3.0, 1e4):
            problems.append(dict(shape=shape, count=200, width=5, nu=nu, kernel="rbf", gamma=gamma))
for count in (2, 7):
    for nu in (0.01, 0.5, 0.77):
        problems.append(dict(shape="uniform", count=count, width=3, nu=nu, kernel="rbf", gamma=1.0))
problems += [
    dict(shape="uniform", count=2000, width=10, nu=0.5, kernel="rbf", gamma=1.0),
    dict(shape="ties", count=2000, width=4, nu=0.1, kernel="rbf", gamma=0.5),
    dict(shape="duplicates", count=1999, width=10, nu=0.3, kernel="rbf", gamma=10.0),
    dict(shape="uniform", count=2000, width=10, nu=0.5, kernel="linear"),
]
results = []
for index, problem in enumerate(problems):
    seed = 1000 + index
    fitted = rows(problem["shape"], seed, problem["count"], problem["width"])
    asked = rows("uniform", seed + 500000, 12, problem["width"])
    model = OneClassSVM(kernel=problem["kernel"], nu=problem["nu"], gamma=problem.get("gamma", 1.0), tol=1e-10, cache_size=1000)
    model.fit(fitted)
    alpha = np.zeros(problem["count"])
    alpha[model.support_] = model.dual_coef_[0]
    if problem["kernel"] == "linear":
        gram = fitted @ fitted.T
    else:
        gram = np.exp(-problem["gamma"] * ((fitted[:, None] - fitted[None]) ** 2).sum(2)) if problem["count"] <= 200 else np.exp(
            -problem["gamma"] * np.maximum(0, (fitted**2).sum(1)[:, None] + (fitted**2).sum(1)[None] - 2 * fitted @ fitted.T)
        )
    results.append(
        dict(
            problem,
            seed=seed,
            rho=float(-model.intercept_[0]),
            objective=float(0.5 * alpha @ gram @ alpha),
            scores=[float(v) for v in model.score_samples(asked)],
            **({"alpha": [round(float(v), 9) for v in alpha[:20]]} if problem["count"] == 200 else {}),
        )
    )
print("[\n" + ",\n".join(json.dumps(r) for r in results) + "\n]")
