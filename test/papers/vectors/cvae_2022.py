"""Recomputes what the CVAE report's audit decides from print, with fractions, loops and NumPy.

Writes cvae-2022.json in the shape of verdicts.json. The numbers below are typed from the text; nothing here knows the
checks.
    python3 test/papers/vectors/cvae_2022.py
"""
import json
from fractions import Fraction as F
from math import ceil, floor, isqrt, log
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
IMAGES, NORMAL_IN_BOTH = 1052, 2000
AUC, AUC_AGAIN = 0.9782307692307692, "0.988"
THRESHOLD, THRESHOLD_AGAIN = 0.14100000000000001, "0.125"
ACCURACY = {"set-1": 0.9401140684410646, "set-2": 0.8365019011406845}


def same_number(value, shorter):
    """Whether a number prints as the shorter one, rounded to nearest, cut off, or rounded up."""
    digits = len(shorter.split(".")[1])
    scaled, wanted = F(str(value)) * 10**digits, F(shorter) * 10**digits
    nearest = abs(scaled - wanted) <= F(1, 2)
    return "consistent" if nearest else "conditional" if wanted in (floor(scaled), ceil(scaled)) else "inconsistent"


def splits():
    """Every division of the images, tied pairs counting half; Python divides whole numbers right to the last digit."""
    found = []
    for positives in range(1, IMAGES):
        pairs = 2 * positives * (IMAGES - positives)
        near = round(AUC * pairs)
        if any(right / pairs == AUC for right in range(near - 2, near + 3)):
            found.append(f"{positives} + {IMAGES - positives}")
    return found


def fractions(value, totals):
    return [f"{k}/{n}" for n in totals for k in (floor(value * n), floor(value * n) + 1) if k / n == value]


SPLITS = splits()
NORMAL = max(int(part) for part in SPLITS[0].split(" + "))
ANOMALIES = IMAGES - NORMAL
assert 2 * NORMAL == NORMAL_IN_BOTH
WRONG = {name: IMAGES - next(k for k in range(IMAGES + 1) if k / IMAGES == value) for name, value in ACCURACY.items()}


def nearest_point():
    """The positive with m misses left above it is captured after at least so many negatives; together these leave the least area."""
    inverted = F(NORMAL * ANOMALIES) * (1 - F(str(AUC)))
    inverted = round(inverted)
    assert 1 - F(inverted, NORMAL * ANOMALIES) == F(NORMAL * ANOMALIES - inverted, NORMAL * ANOMALIES)
    possible = []
    for misses in range(min(ANOMALIES, WRONG["set-1"]) + 1):
        alarms = WRONG["set-1"] - misses
        away = (misses * NORMAL) ** 2 + (alarms * ANOMALIES) ** 2
        if away > (NORMAL * ANOMALIES) ** 2:
            continue
        least = 0
        for m in range(ANOMALIES):
            rest = away - (m * NORMAL) ** 2
            if rest > 0:
                root = isqrt(rest)
                root += root * root < rest
                least += -(-root // ANOMALIES)
        if least <= inverted <= misses * NORMAL + (ANOMALIES - misses) * alarms:
            possible.append((misses, alarms))
    return {
        "misses": {"least": min(m for m, _ in possible), "most": max(m for m, _ in possible)},
        "falseAlarms": {"least": min(a for _, a in possible), "most": max(a for _, a in possible)},
    }


def works():
    least = WRONG["set-2"] - ANOMALIES
    return {
        "verdict": "consistent" if least <= WRONG["set-1"] else "conditional",
        "details": {"inside": int(least <= WRONG["set-1"]), "atMost": str(WRONG["set-1"])},
        "rescuedBy": ["above 0.8"] if least > WRONG["set-1"] and ACCURACY["set-2"] > 0.8 else [],
    }


def well():
    above = sum(F(str(value)) > F(NORMAL, IMAGES) for value in ACCURACY.values())
    areas = all(float(area) > 0.5 for area in (AUC, AUC_AGAIN))
    return {
        "verdict": "consistent" if above == 2 else "conditional" if areas else "inconsistent",
        "details": {"counted": above, "of": 2},
        "rescuedBy": [] if above == 2 or not areas else ["area under the ROC curve"],
    }


def divergence():
    """The sum of Equation 2 for one latent number, by both readings of its logarithm."""
    deviations = [10.0**-k for k in range(1, 7)]
    squared = sum(0.5 * (1 + log(s) ** 2 - s**2) <= 0 for s in deviations)
    inside = sum(0.5 * (1 + log(s**2) - s**2) <= 0 for s in deviations)
    return {
        "verdict": "consistent" if squared == 6 else "conditional" if inside == 6 else "inconsistent",
        "details": {"counted": squared, "of": 6},
        "rescuedBy": ["inside the logarithm"],
    }


grid = np.arange(0, 1, 0.001)
point = int(np.argmin(abs(grid - THRESHOLD)))
assert repr(float(grid[point])) == "0.14100000000000001" and repr(0.141) == "0.141"
pairs = [k for k in range(NORMAL * ANOMALIES + 1) if abs(F(k, NORMAL * ANOMALIES) - F(AUC_AGAIN)) <= F(1, 2000)]

out = {
    "s5.roc-auc": {"verdict": same_number(AUC, AUC_AGAIN), "details": {"valuesAgree": False}, "rescuedBy": []},
    "s5.threshold": {
        "verdict": same_number(THRESHOLD, THRESHOLD_AGAIN),
        "details": {"valuesAgree": False},
        "rescuedBy": [],
    },
    "s5.well": well(),
    "s4.2.2.works": works(),
    "eq2.divergence": divergence(),
    "s4.2.2.threshold": {"verdict": "consistent", "details": {"steps": point}},
    "s4.2.2.roc-auc": {"verdict": "consistent", "details": {"splits": SPLITS}},
    "s4.2.2.roc-auc.pairs": {
        "verdict": "consistent",
        "details": {"fractions": fractions(AUC, [NORMAL * ANOMALIES])},
    },
    "s4.2.2.nearest-point": {"verdict": "consistent", "details": nearest_point()},
    "s5.roc-auc.pairs": {
        "verdict": "consistent",
        "details": {"countsThatFit": {"least": str(pairs[0]), "most": str(pairs[-1])}},
    },
}
for name, value in ACCURACY.items():
    out[f"s4.2.2.accuracy-{name}"] = {"verdict": "consistent", "details": {"fractions": fractions(value, [IMAGES])}}
    out[f"s4.2.2.accuracy-{name}.total"] = {
        "verdict": "consistent",
        "details": {"fractions": fractions(value, range(1, 2 * IMAGES + 1))},
    }
(HERE / "cvae-2022.json").write_text(json.dumps({"cvae-2022": out}, indent=2) + "\n", encoding="utf8")
