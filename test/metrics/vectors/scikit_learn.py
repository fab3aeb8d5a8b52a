"""Writes scikit-learn.json: ranking metrics by scikit-learn on small and awkward samples.

Run: python3 scikit_learn.py > scikit-learn.json
"""
import json

import numpy as np
import sklearn
from sklearn import metrics

random = np.random.RandomState(7)


def sample(name, scores, labels):
    scores, labels = np.asarray(scores, float), np.asarray(labels, int)
    fpr, tpr, _ = metrics.roc_curve(labels, scores, drop_intermediate=False)
    precision, recall, _ = metrics.precision_recall_curve(labels, scores)
    # The smallest false positive rate at which the true positive rate is reached, and the sums over all thresholds.
    at = {str(target): fpr[np.argmax(tpr >= target)] for target in (0.5, 0.8, 0.95, 1.0)}
    accuracies = [metrics.accuracy_score(labels, scores >= cut) for cut in [np.inf, *np.unique(scores)]]
    return dict(
        name=name, scores=scores.tolist(), labels=labels.tolist(), auroc=metrics.roc_auc_score(labels, scores),
        onePointAuc=metrics.roc_auc_score(labels, (scores >= 0).astype(int)),
        balancedAccuracy=metrics.balanced_accuracy_score(labels, (scores >= 0).astype(int)),
        averagePrecision=metrics.average_precision_score(labels, scores), auprByTrapezoids=metrics.auc(recall, precision),
        falsePositiveRate=fpr.tolist(), truePositiveRate=tpr.tolist(), precision=precision[::-1].tolist(),
        recall=recall[::-1].tolist(), falsePositiveRateAt=at, smallestDetectionError=float(np.min((1 - tpr + fpr) / 2)),
        bestAccuracy=float(np.max(accuracies)),
    )


labels = random.randint(0, 2, 60)
normal = random.randn(60)
samples = [
    sample("documentation", [0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]),
    sample("two", [1, 0], [0, 1]),
    sample("all tied", [0.5] * 5, [0, 1, 1, 0, 1]),
    sample("perfect", [-2, -1, 1, 2], [0, 0, 1, 1]),
    sample("inverted", [2, 1, -1, -2], [0, 0, 1, 1]),
    sample("normal", normal, labels),
    sample("shifted", normal + labels, labels),
    sample("many ties", np.round(normal + labels), labels),
    sample("rare positives", random.randn(80), np.arange(80) % 20 == 3),
    sample("rare negatives", random.randn(80), np.arange(80) % 20 != 3),
    sample("tiny and huge", random.choice([1e-300, -1e-300, 0.0, -0.0, 1e300, -1e300, 5e-324], 40), random.randint(0, 2, 40)),
]
print(json.dumps(dict(made_with=f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}", samples=samples)))
