"""Writes thresholds.json: threshold searches by scikit-learn's curves and NumPy's brute force.

Run: python3 thresholds.py > thresholds.json
"""
import json

import numpy as np
import sklearn
from sklearn.metrics import roc_curve

random = np.random.RandomState(3)


def nearest(scores, labels):
    fpr, tpr, cuts = roc_curve(labels, scores, drop_intermediate=False)
    # Ties are decided on whole numbers, so that rounding does not: pairs missed and alarmed.
    positives, negatives = int(labels.sum()), int((1 - labels).sum())
    missed, alarmed = np.rint((1 - tpr) * positives) * negatives, np.rint(fpr * negatives) * positives
    vertex = int(np.argmin(missed**2 + alarmed**2))
    grid = np.arange(0, 1, 0.001)
    missed = np.array([np.sum(scores[labels == 1] < cut) for cut in grid])
    alarmed = np.array([np.sum(scores[labels == 0] >= cut) for cut in grid])
    point = int(np.argmin((missed * negatives) ** 2 + (alarmed * positives) ** 2))
    return dict(
        scores=scores.tolist(), labels=labels.tolist(),
        vertex=dict(threshold=float(cuts[vertex]) if np.isfinite(cuts[vertex]) else "infinity",
                    falsePositiveRate=float(fpr[vertex]), truePositiveRate=float(tpr[vertex])),
        grid=dict(threshold=float(grid[point]), falsePositiveRate=float(alarmed[point] / negatives),
                  truePositiveRate=float(1 - missed[point] / positives)),
    )


def scored(count, positives, shift):
    labels = np.zeros(count, int)
    labels[random.permutation(count)[:positives]] = 1
    raw = random.randn(count) + shift * labels
    return np.round((raw - raw.min()) / (raw.max() - raw.min()), 5), labels


def accuracies(scores, outliers, named, cut, batches):
    """Zero and else accuracy, each the mean over batches of the batch's own share; batches without a member skipped."""
    zero, other = [], []
    for batch in batches:
        is_out = outliers[batch] == 1
        rejected = scores[batch] >= cut
        if is_out.any():
            zero.append(np.mean(rejected[is_out]))
        if (~is_out).any():
            other.append(np.mean((~rejected & (named[batch] == 1))[~is_out]))
    return float(np.mean(zero)), float(np.mean(other))


def search(count, outlier_count, size):
    scores, outliers = scored(count, outlier_count, 2)
    named = (random.rand(count) < 0.97).astype(int)
    order = random.permutation(count)
    share = outlier_count / count
    cuts = np.round(np.arange(0, 1, 0.02), 2)
    results = []
    for mean, batches in [("pooled", [order]), ("batch-mean", [order[at:at + size] for at in range(0, count, size)])]:
        table = np.array([accuracies(scores, outliers, named, cut, batches) for cut in cuts])
        goals = dict(balanced=table.mean(axis=1), smaller=table.min(axis=1), overall=share * table[:, 0] + (1 - share) * table[:, 1])
        for objective, goal in goals.items():
            best = int(np.argmax(goal))
            rivals = np.delete(goal, best)
            results.append(dict(mean=mean, objective=objective, threshold=float(cuts[best]), value=float(goal[best]),
                                outlier=table[best, 0], inlier=table[best, 1], unique=bool(np.max(rivals) < goal[best] - 1e-12)))
    return dict(scores=scores.tolist(), outliers=outliers.tolist(), named=named.tolist(), order=order.tolist(),
                size=size, candidates=cuts.tolist(), results=results)


corners = [nearest(*scored(120, 30, 1.5)), nearest(*scored(200, 10, 2.5)), nearest(*scored(60, 30, 0)),
           nearest(np.array([0.5, 0.5, 0.5, 0.5]), np.array([0, 1, 0, 1])),
           nearest(np.array([0.1, 0.2, 0.3, 0.4]), np.array([1, 1, 0, 0]))]
searches = [search(150, 15, 16), search(90, 40, 7)]
print(json.dumps(dict(made_with=f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}", corners=corners, searches=searches)))
