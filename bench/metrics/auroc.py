"""Times scikit-learn's roc_auc_score on the samples that bench/metrics/auroc.ts wrote.

Usage: python3 auroc.py FOLDER COUNT REPETITIONS; prints one line of JSON a sample.
"""
import json
import sys
import time

import numpy as np
import sklearn
from sklearn.metrics import roc_auc_score

folder, count, repetitions = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for name in ("distinct", "tied"):
    scores = np.fromfile(f"{folder}/{name}.f64", dtype="<f8")
    labels = np.fromfile(f"{folder}/{name}.u8", dtype=np.uint8)
    assert len(scores) == len(labels) == count
    milliseconds = []
    for _ in range(repetitions + 1):
        start = time.perf_counter()
        value = roc_auc_score(labels, scores)
        milliseconds.append(1000 * (time.perf_counter() - start))
    print(json.dumps(dict(name=name, value=value, milliseconds=milliseconds[1:], version=sklearn.__version__)))
