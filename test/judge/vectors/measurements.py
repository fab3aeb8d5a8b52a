"""Cases A to D and G worked with SciPy, formula by formula. Run: python3 measurements.py"""

import json
from pathlib import Path

import numpy as np
from scipy import stats

ours = [89.1, 90.4, 88.7, 90.9, 89.6]
m, h, sp, hs, n, delta = 90.0, 0.05, 0.8, 0.05, 5, 2.0
k, mean, s = len(ours), float(np.mean(ours)), float(np.std(ours, ddof=1))
D = mean - m


def case(se_rep, df_rep, se_ref, df_ref, halfwidth=h, difference=D, margin=delta):
    r = halfwidth + stats.t.ppf(0.95, df_rep) * se_rep
    f = halfwidth + stats.t.ppf(0.975, df_ref) * se_ref
    lower = stats.t.sf((margin - halfwidth + difference) / se_rep, df_rep)
    upper = stats.t.sf((margin - halfwidth - difference) / se_rep, df_rep)
    excess = abs(difference) - halfwidth - margin
    return {
        "equivalence": {"standardError": se_rep, "degreesOfFreedom": df_rep, "interval": [difference - r, difference + r]},
        "refutation": {"standardError": se_ref, "degreesOfFreedom": df_ref, "interval": [difference - f, difference + f]},
        "pEquivalent": float(max(lower, upper)),
        "pRefute": float(2 * stats.t.sf(excess / se_ref, df_ref)) if excess > 0 else 1.0,
        "verdict": "reproduced" if abs(difference) + r <= margin else "refuted" if abs(difference) - f > margin else "inconclusive",
    }


v1, v2 = s**2 / k, (sp + hs) ** 2 / n
welch = (v1 + v2) ** 2 / (v1**2 / (k - 1) + v2**2 / (n - 1))
se_b, se_c = s * np.sqrt(1 / k + 1 / n), s * np.sqrt(1 + 1 / k)
out = {
    "ours": ours,
    "A": case(float(np.sqrt(v1 + v2)), welch, float(np.sqrt(v1 + v2)), welch),
    "B": case(se_b, k - 1, se_b, k - 1),
    "C": case(s / np.sqrt(k), k - 1, se_c, k - 1),
}
far = case(1.0, 4, (sp + hs) * np.sqrt(1 + 1 / n), n - 1, difference=84.0 - m)
out["D"] = {"refutation": far["refutation"], "pRefute": far["pRefute"]}
half = stats.t.ppf(0.975, n - 1) * (sp + hs) * np.sqrt(1 / n + 1 / k) + h
out["predictionInterval"] = [m - half, m + half]

digits = [[.996, .996], [.999, .999], [.933, .924], [.954, .958], [.568, .566],
          [.955, .961], [.472, .471], [.663, .633], [.900, .896], [.577, .582]]
paper = [.995, .999, .952, .937, .969, .977, .994, .979, .919, .973]
pool = float(np.sqrt(np.mean([np.var(d, ddof=1) for d in digits])))
both = 0.0005 + 0.0005
out["G"] = {"runs": digits, "paper": paper, "standardDeviation": pool, "degreesOfFreedom": 10, "cells": [
    case(pool / np.sqrt(2), 10, pool * np.sqrt(1.5), 10, both, float(np.mean(d)) - p, 0.02) for d, p in zip(digits, paper)]}




ratio = (s / sp) ** 2
low, high = (s / (sp + hs)) ** 2, (s / (sp - hs)) ** 2
out["spread"] = {"ratio": float(np.sqrt(ratio)), "interval": [float(np.sqrt(low / stats.f.ppf(0.975, 4, 4))),
                                                           float(np.sqrt(high / stats.f.ppf(0.025, 4, 4)))],
                 "p": float(2 * stats.f.sf(low, 4, 4)) if low > 1 else float(min(1, 2 * stats.f.cdf(high, 4, 4))) if high < 1 else 1.0}


def third(n):
    df, crit = 2 * n - 2, stats.t.ppf(0.975, 2 * n - 2)
    from scipy.optimize import brentq
    return brentq(lambda d: stats.nct.sf(crit, df, d * np.sqrt(n / 2)) + stats.nct.cdf(-crit, df, d * np.sqrt(n / 2)) - 1 / 3, 0.01, 6)


out["thirdPower"] = [[n, third(n)] for n in [2, 3, 5, 10, 20, 30]]
a, b = [3.1, 4.0, 5.2, 4.4], [2.0, 3.9, 4.1, 3.2]
out["ordering"] = {"a": a, "b": b,
                   "paired": float(stats.ttest_rel(a, b, alternative="greater").pvalue),
                   "welch": float(stats.ttest_ind(a, b, equal_var=False, alternative="greater").pvalue)}
Path(__file__).with_suffix(".json").write_text(json.dumps(out, separators=(",", ":"), default=float) + "\n")
