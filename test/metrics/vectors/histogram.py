"""Counts of numpy.histogram, for histogram.test.ts: python3 histogram.py > histogram.json"""

import json
import random

import numpy

random.seed(1)
samples = [
    {"lowest": 0, "highest": 1, "bins": 10, "scores": [k / 10 for k in range(11)]},
    {"lowest": 0.1 * -3, "highest": 0.1 * 3, "bins": 6, "scores": [0.1 * k for k in (-3, -2, -1, 0, 1, 2, 3)]},
    {"lowest": 0.1, "highest": 0.7, "bins": 3, "scores": [0.1, 0.3, 0.5, 0.7, 0.30000000000000004, 0.1 + 0.2 + 0.2]},
    {"lowest": -4, "highest": 4, "bins": 17, "scores": [max(-4, min(4, round(random.gauss(0, 1.5), 3))) for _ in range(200)]},
    {"lowest": 1e-9, "highest": 3e-9, "bins": 7, "scores": [random.uniform(1e-9, 3e-9) for _ in range(50)]},
]
for sample in samples:
    counts, edges = numpy.histogram(sample["scores"], bins=sample["bins"], range=(sample["lowest"], sample["highest"]))
    sample["counts"] = counts.tolist()
    sample["middles"] = ((edges[:-1] + edges[1:]) / 2).tolist()
print(json.dumps({"numpy": numpy.__version__, "samples": samples}))
