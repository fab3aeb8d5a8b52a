"""Pitman and Morgan's test by the correlation of sum and difference, and chi-square bounds, with SciPy. Run: python3 spreads.py"""

import json
from pathlib import Path

import numpy as np
from scipy import stats

random = np.random.default_rng(3)


def pitman(first, second):
    test = stats.pearsonr(first + second, first - second)[0]
    n = len(first)
    t = test * np.sqrt((n - 2) / (1 - test**2))
    return {
        "first": first.tolist(),
        "second": second.tolist(),
        "pReproduce": float(stats.t.sf(t, n - 2)),
        "pRefute": float(stats.t.cdf(t, n - 2)),
        "ratio": float(np.std(first, ddof=1) / np.std(second, ddof=1)),
    }


def difference(values, at_least):
    n, s = len(values), np.std(values, ddof=1)
    # The mean absolute difference of two draws, by the half-normal distribution of scale s * sqrt(2).
    expected = float(stats.halfnorm.mean(scale=s * np.sqrt(2)))
    return {
        "values": values.tolist(),
        "atLeast": at_least,
        "difference": expected,
        "bounds": {
            "lower": float(expected * np.sqrt((n - 1) / stats.chi2.ppf(0.95, n - 1))),
            "upper": float(expected * np.sqrt((n - 1) / stats.chi2.ppf(0.05, n - 1))),
        },
        "pReproduce": float(stats.chi2.sf((n - 1) * (expected / at_least) ** 2, n - 1)),
        "pRefute": float(stats.chi2.cdf((n - 1) * (expected / at_least) ** 2, n - 1)),
    }


pairs = []
for n, scale, shared in [(5, 1.0, 0.0), (5, 4.0, 0.7), (5, 0.2, -0.5), (10, 1.6, 0.9), (3, 3.0, 0.3)]:
    second = random.normal(size=n)
    first = 50 + scale * (shared * second + np.sqrt(1 - shared**2) * random.normal(size=n))
    pairs.append(pitman(first, second + 50))
differences = [difference(90 + scale * random.normal(size=n), 1.0) for n, scale in [(5, 0.3), (5, 2.5), (10, 0.9), (3, 0.1)]]
Path(__file__).with_suffix(".json").write_text(json.dumps({"pairs": pairs, "differences": differences}, indent=1) + "\n")
