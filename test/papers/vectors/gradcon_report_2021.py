"""Recomputes what the GradCon report's audit charges, from its two tables alone, with fractions and SciPy.

Reads claims/gradcon-report-2021/tables and writes gradcon-report-2021.json in the shape of verdicts.json,
and gradcon-report-2021-seeds.json: for each class the p-value of the quoted number against the two printed runs.
Nothing here knows the checks.
    python3 test/papers/vectors/gradcon_report_2021.py
"""
import csv
import json
from fractions import Fraction as F
from math import sqrt
from pathlib import Path

import numpy as np
from scipy import stats

HERE = Path(__file__).parent
TABLES = HERE.parent.parent.parent / "claims" / "gradcon-report-2021" / "tables"
PAPER, *RUNS = COLUMNS = ["In the Paper", "Run 1", "Run 2"]
IDS = dict(zip(COLUMNS, ["paper", "run1", "run2"]))
# Images of each digit in MNIST's test set; CIFAR-10 has a thousand of each class.
DIGITS = [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]


def table(name):
    return {row["Class"]: row for row in csv.DictReader(open(TABLES / f"{name}.csv", encoding="utf8"))}


TABLE = {"cifar10": table("cifar10"), "mnist": table("mnist")}
CLASSES = {name: [row for row in rows if row != "Average"] for name, rows in TABLE.items()}


def averages():
    """A mean of ten cells that round to three decimals is off theirs by 0.0005 at most, as is a rounded mean."""
    found = {}
    for name, rows in TABLE.items():
        for column in COLUMNS:
            mean = sum(F(rows[row][column]) for row in CLASSES[name]) / 10
            printed = F(rows["Average"][column])
            nearest = abs(printed - mean) <= F(1, 1000)
            # Cut off, the cells lie up to 0.001 above print and the mean as well; rounded up, below.
            cut = mean - F(1, 1000) < printed < mean + F(1, 1000)
            found[f"{name}.average.{IDS[column]}"] = {
                "verdict": "consistent" if nearest else "conditional" if cut else "inconsistent",
                "details": {"mean": str(float(mean)), "error": str(float(printed - mean))},
            }
    return found


def discrepancy():
    def off(name):
        average = TABLE[name]["Average"]
        return [F(average[PAPER]) - F(average[run]) for run in RUNS]

    def about_five(values):
        return all(F(25, 1000) <= value <= F(75, 1000) for value in values)

    both, one = about_five(off("cifar10") + off("mnist")), about_five(off("cifar10"))
    return {
        "p8.five-percent": {
            "verdict": "consistent" if both else "conditional" if one else "inconsistent",
            "details": {"inside": sum(about_five([value]) for value in off("cifar10") + off("mnist"))},
            "rescuedBy": [] if both else ["CIFAR-10 alone"],
        }
    }


def hanley_mcneil(area, n):
    q1, q2 = area / (2 - area), 2 * area**2 / (1 + area)
    return sqrt((area * (1 - area) + (n - 1) * (q1 + q2 - 2 * area**2)) / n**2)


def seeds(name):
    numbers = {row: [float(TABLE[name][row][column]) for column in COLUMNS] for row in CLASSES[name]}
    family = [runs for _, *runs in numbers.values() if np.mean(runs) <= 0.99]
    variance, df = sum(np.var(runs, ddof=1) for runs in family) / len(family), len(family)
    tested = DIGITS if name == "mnist" else [1000] * 10
    found = {}
    for n, (row, (printed, *runs)) in zip(tested, numbers.items()):
        examples = hanley_mcneil(printed, n) ** 2 + hanley_mcneil(np.mean(runs), n) ** 2
        of_seeds = variance * 1.5
        error, freedom = sqrt(of_seeds + examples), df * ((of_seeds + examples) / of_seeds) ** 2
        gap = max(0, abs(np.mean(runs) - printed) - 0.001)
        found[f"{name}.{row.lower()}.seed"] = {"p": float(2 * stats.t.sf(gap / error, freedom))}
    left = 10
    worst = 0
    for key in sorted(found, key=lambda key: found[key]["p"]):
        worst = max(worst, min(1, left * found[key]["p"]))
        left -= 1
        found[key]["pHolm"] = worst
        found[key]["verdict"] = "refuted" if worst < 0.05 else "inconclusive"
    return found


out = {
    "gradcon-report-2021": {**averages(), **discrepancy()},
}
(HERE / "gradcon-report-2021.json").write_text(json.dumps(out, indent=2) + "\n", encoding="utf8")
(HERE / "gradcon-report-2021-seeds.json").write_text(
    json.dumps({**seeds("cifar10"), **seeds("mnist")}, indent=2) + "\n", encoding="utf8")
