"""Times scikit-learn's OneClassSVM on the rows that bench/models/one-class-svm.ts wrote.

Usage: python3 one-class-svm.py FOLDER; prints one line of JSON and writes the decisions beside the rows.
"""
import json
import sys
import time

import numpy as np
from sklearn.svm import OneClassSVM

folder = sys.argv[1]
fitted, asked = (np.fromfile(f"{folder}/{name}.f32", dtype="<f4").reshape(-1, 512) for name in ("fitted", "asked"))
start = time.perf_counter()
model = OneClassSVM(kernel="rbf", nu=0.5, gamma=float(10 / (512 * fitted.astype(np.float64).var())), cache_size=1000).fit(fitted)
middle = time.perf_counter()
decisions = model.decision_function(asked)
end = time.perf_counter()
decisions.astype("<f8").tofile(f"{folder}/theirs.f64")
print(json.dumps({"fit": middle - start, "score": end - middle, "fit and score": end - start}))
