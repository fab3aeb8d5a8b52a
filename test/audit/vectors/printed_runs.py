"""A printed number against two printed runs: pooled spread, Hanley and McNeil's error, Welch-Satterthwaite, SciPy's t.

    python3 test/audit/vectors/printed_runs.py
"""
import json
from math import sqrt
from pathlib import Path

import numpy as np
from scipy import stats

ROWS = {
    "edge": ["0.999", "0.999", "0.998"],
    "near": ["0.960", "0.950", "0.962"],
    "lone": ["0.897", "0.855", "0.867"],
    "far": ["0.969", "0.568", "0.566"],
}
COUNTS, BOUNDARY, HALF = (1000, 1000), "0.99", 0.0005


def hanley_mcneil(area, positives, negatives):
    q1, q2 = area / (2 - area), 2 * area**2 / (1 + area)
    return sqrt((area * (1 - area) + (positives - 1) * (q1 - area**2) + (negatives - 1) * (q2 - area**2)) / (positives * negatives))


numbers = {name: [float(text) for text in row] for name, row in ROWS.items()}
family = [row[1:] for row in numbers.values() if np.mean(row[1:]) <= float(BOUNDARY)]
df = sum(len(runs) - 1 for runs in family)
sd = sqrt(sum((len(runs) - 1) * np.var(runs, ddof=1) for runs in family) / df)
judged = {}
for name, (printed, *runs) in numbers.items():
    seeds = sd**2 * (1 + 1 / len(runs))
    examples = hanley_mcneil(printed, *COUNTS) ** 2 + hanley_mcneil(np.mean(runs), *COUNTS) ** 2
    error = sqrt(seeds + examples)
    freedom = (seeds + examples) ** 2 / (seeds**2 / df)
    excess, hidden = abs(np.mean(runs) - printed), 2 * HALF
    # The largest two-sided p over true differences that rounding alone can make.
    p = 2 * stats.t.sf(max(0, excess - hidden) / error, freedom)
    refuted = excess - hidden - stats.t.ppf(0.975, freedom) * error > 0
    judged[name] = {"standardError": error, "p": float(min(1, p)), "refuted": bool(refuted)}
out = {"rows": ROWS, "counts": COUNTS, "boundary": BOUNDARY, "standardDeviation": sd, "degreesOfFreedom": df,
       "bartlettP": float(stats.bartlett(*family).pvalue), "judged": judged}
Path(__file__).with_name("printed-runs.json").write_text(json.dumps(out, indent=2) + "\n", encoding="utf8")
