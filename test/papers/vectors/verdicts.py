"""Recomputes every verdict on printed numbers that is not plain "consistent", with fractions, from the tables alone.

Reads claims/*/tables and writes verdicts.json: for each claim the verdict and the numbers that it rests on, in the
places where the checks lay them open. Nothing here knows the checks; scipy solves the linear programmes.
    python3 test/papers/vectors/verdicts.py
"""
import csv
import json
from fractions import Fraction as F
from itertools import combinations
from pathlib import Path

from scipy.optimize import linprog

HERE = Path(__file__).parent
CLAIMS = HERE.parent.parent.parent / "claims"


def table(paper, name, keys):
    rows = list(csv.reader(open(CLAIMS / paper / "tables" / f"{name}.csv", encoding="utf8")))
    head = rows[0][keys:]
    return {" / ".join(row[:keys]): dict(zip(head, row[keys:])) for row in rows[1:]}


def text(value):
    """A decimal where it ends, else a fraction."""
    for digits in range(12):
        scaled = value * 10**digits
        if scaled.denominator == 1:
            sign, number = ("-" if scaled < 0 else ""), str(abs(scaled.numerator)).zfill(digits + 1)
            return sign + (number[: len(number) - digits] + "." + number[len(number) - digits :] if digits else number)
    return f"{value.numerator}/{value.denominator}"


def number(cell):
    return F(cell.split(" ")[0].split("±")[0])


def mark(cell):
    return cell.split("(")[1].rstrip(")") if "(" in cell else None


def rounded(value, digits=1):
    """To nearest; no run mean here is a tie."""
    return F(round(value * 10**digits), 10**digits)


def truncated(value, digits=1):
    return F(int(value * 10**digits), 10**digits)


DATASETS = ["CIFAR-10", "CIFAR-100", "f-MNIST", "Cat-vs-Dog", "CelebA"]
TASKS = [10, 20, 10, 2, 1]
WEIGHTINGS = [[1] * 5, TASKS, [10, 100, 10, 2, 1], [1, 1, 1, 1, 0], [10, 20, 10, 2, 2], [10, 20, 10, 2, 0]]
ROUNDING = F(1, 10)  # half a unit for the mean and half a unit for the cells: the same bound under any weights

SOHN = {k: table("sohn-2021", f"table{k}", 2) for k in (2, 5, 7)}
BY_CLASS = {k: table("sohn-2021", f"table{k}", 1) for k in (8, 9, 10, 11)}
T1 = table("k9de-2021", "table1", 1)
T2 = table("k9de-2021", "table2", 2)
PDF = table("k9de-2021", "table2-marks-pdf", 2)
RUNS = table("k9de-2021", "workbook-run-means", 2)

IDS = {
    "ResNet-18 (Random)": "resnet18", "ResNet-50 (ImageNet)": "resnet50", "RotNet": "rotnet",
    "Denoising": "denoising", "Rotation Prediction": "rotation", "Contrastive": "contrastive",
    "Contrastive (DA)": "contrastive-da", "OC-SVM (linear)": "linear", "OC-SVM (kernel)": "rbf", "OC-SVM": "rbf",
    "Rotation Classifier": "classifier", "Rot. Cls": "classifier", "KDE": "kde", "GDE": "gde",
    "ResNet18 (random)": "resnet18", "ResNet50 (ImageNet)": "resnet50", "Linear": "linear", "RBF": "rbf",
    "CIFAR10": "cifar10", "CIFAR100": "cifar100", "f-MNIST": "fmnist", "Rotation Pred.": "rotation",
}


def id_of(name):
    return ".".join(IDS[part] for part in name.split(" / "))


def mean(row, weights):
    return sum(w * number(row[d]) for w, d in zip(weights, DATASETS)) / F(sum(weights))


def error(row, weights):
    return F(row["Mean"]) - mean(row, weights)


def holds(row, weights):
    return abs(error(row, weights)) <= ROUNDING


def sohn():
    found = {}
    for k in (5, 7):
        for name, row in SOHN[k].items():
            plain, tasks = holds(row, WEIGHTINGS[0]), holds(row, TASKS)
            found[f"t{k}.{id_of(name)}.mean"] = {
                "verdict": "consistent" if plain else "conditional" if tasks else "inconsistent",
                "details": {"mean": text(mean(row, WEIGHTINGS[0])), "error": text(error(row, WEIGHTINGS[0]))},
            }
    for k, rows in SOHN.items():
        held = [sum(holds(row, w) for row in rows.values()) for w in WEIGHTINGS]
        best = WEIGHTINGS[held.index(max(held))]
        found[f"t{k}.means"] = {
            "verdict": "consistent" if held[0] == len(rows) else "conditional" if max(held) == len(rows) else "inconsistent",
            "details": {
                "rowCount": len(rows),
                "best": {
                    "holds": max(held),
                    "remaining": [
                        {"name": n, "mean": text(mean(r, best)), "error": text(error(r, best))}
                        for n, r in rows.items() if not holds(r, best)
                    ],
                },
            },
        }
    found["t7.weights-exist"] = weights_exist(SOHN[7])
    for k, dataset in zip((8, 9, 10, 11), DATASETS[:4]):
        for column, cell in BY_CLASS[k]["mean"].items():
            representation, classifier = column.split(" / ")
            full = {"Rot. Cls": "Rotation Classifier", "OC-SVM": "OC-SVM (kernel)"}.get(classifier, classifier)
            other = SOHN[7][f"{representation} / {full}"][dataset]
            found[f"t{k}.{id_of(column)}.agrees-with-t7"] = agreement(cell, other)
    return found


def slack(rows):
    """How far the tightest condition of these rows can be met by weights of sum 1; negative where it cannot."""
    conditions, bounds = [], []
    for row in rows:
        cells, printed = [float(number(row[d])) for d in DATASETS], float(row["Mean"])
        conditions += [cells + [1], [-c for c in cells] + [1]]
        bounds += [printed + 0.1, -printed + 0.1]
    solved = linprog([0] * 5 + [-1], A_ub=conditions, b_ub=bounds, A_eq=[[1] * 5 + [0]], b_eq=[1], bounds=[(0, None)] * 5 + [(None, None)])
    return -solved.fun


def weights_exist(table7):
    names = list(table7)
    most = next(
        n for n in range(len(names), 0, -1)
        if any(slack([table7[name] for name in kept]) > 1e-9 for kept in combinations(names, n))
    )
    return {
        "verdict": "consistent" if most == len(names) else "inconsistent",
        "details": {"rowCount": len(names), "mostRows": most, "proved": True},
    }


def agreement(one, other):
    (a, sa), (b, sb) = (cell.split("±") if "±" in cell else (cell, None) for cell in (one, other))
    values, spreads = F(a) == F(b), None in (sa, sb) or F(sa) == F(sb)
    return {
        "verdict": "consistent" if values and spreads else "inconsistent",
        "details": {"valuesAgree": values, "spreadsAgree": spreads},
    }


def quotations():
    found = {}
    full = {"ResNet18 (random)": "ResNet-18 (Random)", "ResNet50 (ImageNet)": "ResNet-50 (ImageNet)",
            "Rotation Pred.": "Rotation Prediction", "Linear": "OC-SVM (linear)", "RBF": "OC-SVM (kernel)"}
    for row, cells in T2.items():
        original = SOHN[7][" / ".join(full.get(part, part) for part in row.split(" / "))]
        for dataset, column in (("f-MNIST", "f-MNIST"), ("CIFAR10", "CIFAR-10"), ("CIFAR100", "CIFAR-100")):
            quoted = cells[f"{dataset} / Paper"]
            if quoted != "-":
                found[f"t2.{id_of(row)}.{id_of(dataset)}.paper"] = agreement(quoted, original[column])
    return found


def kept_runs():
    found = {}
    for column in next(iter(RUNS.values())):
        row, dataset = column.rsplit(" / ", 1)
        printed = number(T2[row][f"{dataset} / Ours"])
        means = sorted(F(run[column]) for run in RUNS.values() if run[column] != "-")
        inside = means[0] <= printed <= means[-1] or printed in (rounded(means[0]), rounded(means[-1]))
        found[f"t2.{id_of(row)}.{id_of(dataset)}.ours.kept-runs"] = {
            "verdict": "consistent" if inside else "conditional",
            "details": {} if inside else {"atLeast": text(means[0]), "atMost": text(means[-1])},
            "rescuedBy": [] if inside else (["cut off"] if any(truncated(m) == printed for m in means) else []) + ["other runs"],
        }
    return found


def differences():
    """Every marked cell: its label, its difference from the original, relative difference, mark in text and PDF."""
    for row, cells in T2.items():
        for dataset in ("f-MNIST", "CIFAR10", "CIFAR100"):
            for column in ("Ours", "Ours (γ*8)"):
                cell = cells[f"{dataset} / {column}"]
                if cell == "-":
                    continue
                paper = number(cells[f"{dataset} / Paper"])
                pdf = PDF[row][f"{dataset} / Ours"].strip("()") if column == "Ours" else mark(cell)
                yield row, dataset, column, number(cell) - paper, (number(cell) - paper) / paper, mark(cell), pdf


def scale_exists(pairs, order, margin):
    """Whether marks ascend with the numbers: no lower mark lies above a higher one by more than rounding."""
    return all(a - b <= 2 * margin for a, ma in pairs for b, mb in pairs if order.index(ma) < order.index(mb))


def symmetric_exists(pairs, margin):
    """Whether sizes ascend with the steps from ≈, above and below alike; the last mark of a side has no upper limit."""
    size = {"≈": 0, "+": 1, "-": 1, "++": 2, "–": 2}
    last = {"++", "–" if any(m == "–" for _, m in pairs) else "-"}
    return all(
        abs(a) - abs(b) <= 2 * margin
        for a, ma in pairs for b, mb in pairs if size[ma] < size[mb] and ma not in last
    )


def marks():
    cells = list(differences())
    pairs = [(d, pdf) for _, _, _, d, _, _, pdf in cells]
    relative = [(r, pdf) for _, _, _, _, r, _, pdf in cells]
    one_sided = scale_exists(pairs, ["–", "-", "≈", "+", "++"], ROUNDING)
    # Relative differences move by less than half a percent with rounding; both answers are far from that.
    both = symmetric_exists(pairs, ROUNDING) or symmetric_exists(relative, F(1, 400))
    ends = {m: (min(d for d, x in pairs if x == m), max(d for d, x in pairs if x == m)) for m in ("–", "-", "≈", "+", "++")}
    steps = list(ends)
    thresholds = [{"lower": text(ends[a][1]), "upper": text(ends[b][0])} for a, b in zip(steps, steps[1:])]
    details = {"cells": len(cells), "default": {"fits": one_sided, "thresholds": thresholds, "symmetric": {"exists": both}}}
    of_text = [(d, m) for _, _, _, d, _, m, _ in cells]
    return {
        "t2.marks": {
            "verdict": "consistent" if scale_exists(of_text, ["-", "≈", "+", "++"], ROUNDING) else "inconsistent",
            "details": {"default": {"symmetric": {"exists": symmetric_exists(of_text, ROUNDING)}}},
        },
        "t2.marks.pdf": {"verdict": "consistent" if one_sided else "inconsistent", "details": details},
        "t2.marks.pdf.symmetric": {
            "verdict": "consistent" if both else "conditional" if one_sided else "inconsistent",
            "details": details,
        },
    }


def words():
    found = {}
    by_cell = {(row, dataset): (d, m, pdf) for row, dataset, column, d, _, m, pdf in differences() if column == "Ours"}
    close = max(abs(d) for _, _, _, d, _, m, _ in differences() if m == "≈")
    linear = [by_cell[f"{r} / Linear", d] for r in ("ResNet18 (random)", "ResNet50 (ImageNet)") for d in ("f-MNIST", "CIFAR10", "CIFAR100")]
    apart = sum(d > ROUNDING and m != "≈" for d, m, _ in linear)
    found["s3.2.linear-significantly-higher"] = {
        "verdict": "consistent" if apart == 6 else "inconsistent", "details": {"counted": apart, "of": 6}}
    for dataset in ("f-MNIST", "CIFAR10", "CIFAR100"):
        column = f"ResNet18 (random) / Linear / {dataset}"
        means = [F(run[column]) for name, run in RUNS.items() if name.startswith("A / ") and run[column] != "-"]
        spread, original = max(means) - min(means), number(T2["ResNet18 (random) / Linear"][f"{dataset} / Paper"])
        found[f"s3.2.same-over-initialisations.{id_of(dataset)}"] = {
            "verdict": "consistent" if spread <= close else "conditional" if min(means) > original else "inconsistent",
            "details": {"within": text(close), "pairs": [{"difference": text(-spread)}]},
        }
    for kernel in ("Linear", "RBF"):
        d, _, pdf = by_cell[f"Denoising / {kernel}", "CIFAR10"]
        found[f"s3.3.cifar10-slightly-lower.{kernel.lower()}"] = {
            "verdict": "consistent" if 0 < -d <= close else "conditional" if d < 0 and pdf == "-" else "inconsistent",
            "details": {"pairs": [{"step": text(-d)}]},
        }
        d, _, _ = by_cell[f"Contrastive / {kernel}", "f-MNIST"]
        on_cifar = min(abs(by_cell[f"Contrastive / {k}", "CIFAR10"][0]) for k in ("Linear", "RBF"))
        found[f"s3.5.fmnist-similar.{kernel.lower()}"] = {
            "verdict": "consistent" if abs(d) <= close else "conditional" if abs(d) < on_cifar else "inconsistent",
            "details": {"pairs": [{"difference": text(d)}]},
        }
    return found


def row_mean_sentences():
    def count(k, test):
        return sum(test(error(row, WEIGHTINGS[0])) for row in SOHN[k].values())

    def claim(printed, default, others):
        verdict = "consistent" if default == printed else "conditional" if printed in others else "inconsistent"
        return {"verdict": verdict, "details": {"counted": default, "alternatives": [{"counted": n} for n in others]}}

    tasks = {k: sum(not holds(row, TASKS) for row in SOHN[k].values()) for k in (2, 7)}
    outside = lambda k: (count(k, lambda e: abs(e) > ROUNDING), [count(k, lambda e: abs(e) > F(1, 2)), tasks[k]])
    return {
        "s3.6.table7-means": claim(16, *outside(7)),
        "s3.6.table2-means": claim(7, *outside(2)),
        "s3.6.two-to-five": claim(6, count(7, lambda e: 2 <= abs(e) <= 5), [
            count(7, lambda e: 2 <= e <= 5), count(7, lambda e: abs(e) >= 2), count(7, lambda e: F(3, 2) <= abs(e) <= F(11, 2))]),
    }


def countables():
    # Counted with wc and a tokeniser in the official repository at commits a36feaa and 1e87264.
    lines = [3920, 3972, 3921, 3973, 3616, 3537, 3382, 3438, 2999, 2472]
    attempted = {"ResNet18 (random)": "ResNet 18 (random)", "ResNet50 (ImageNet)": "ResNet 50 (ImageNet)",
                 "Denoising": "Denoising", "Rotation Pred.": "Rotation Prediction", "Contrastive": "Contrastive"}
    with_results = {row.split(" / ")[0] for row, cells in T2.items() if any(c != "-" for n, c in cells.items() if "Ours" in n)}
    starred = sum(f"{attempted[model]}*" in T1 for model in with_results)
    return {
        "s2.1.files": {"verdict": "conditional", "details": {"reference": 23, "variants": [{"value": 19}]}},
        "s2.1.lines": {
            "verdict": "conditional" if 3594 in lines else "inconsistent",
            "details": {"reference": lines[0], "variants": [{"value": n} for n in lines[1:]]},
        },
        "t1.stars": {
            "verdict": "consistent" if starred == len(with_results) else "inconsistent",
            "details": {"counted": starred, "of": len(with_results)},
        },
    }


verdicts = {
    "k9de-2021": {**countables(), **words(), **quotations(), **kept_runs(), **marks(), **row_mean_sentences()},
    "sohn-2021": sohn(),
}
with open(HERE / "verdicts.json", "w", encoding="utf8") as out:
    json.dump(verdicts, out, ensure_ascii=False, indent=2)
    out.write("\n")
