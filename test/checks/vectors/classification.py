"""Writes confusion.json and its neighbours: facts (counts, scores, half widths, documented answers) from mlscorecheck's documentation and notebooks,
https://github.com/FalseNegativeLab/mlscorecheck at 40ab6c9b (README.rst, docs/01c, 02b, 02c, notebooks/illustration).

Rows of which a peer keeps the counts inside its package are left out. The same files hold the rows on several test sets, folds
and classes (confusion-sets.json, multiclass.json), the bounds of its auc branch at 1b18f7b2 (auc.json), and regression (regression.json);
rows marked "own" there were computed with fractions.

Usage: python3 classification.py FOLDER, where FOLDER has the collected rows, a list of {id, input, expected, source} a file.
"""
import json, pathlib, sys
from decimal import Decimal
folder, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).parent
def rows(*names):
    return [r for n in names for r in json.loads((folder / f"{n}.json").read_text(), parse_float=str)]
def plain(v): return v if isinstance(v, str) else str(v)
def verdict(r): return "inconsistent" if r["expected"]["inconsistent"] else "consistent"
def origin(r): return r["source"].replace("FalseNegativeLab/", "")
def write(name, data):
    text = "[\n" + ",\n".join(json.dumps(d, ensure_ascii=False) for d in data) + "\n]\n"
    (here / f"{name}.json").write_text(text)
def eps(r): return format(Decimal(plain(r["input"]["eps"])), "f")
def scores(r): return {k: plain(v) for k, v in r["input"]["scores"].items()}
write("confusion", [
    dict(id=r["id"], positives=r["input"]["p"], negatives=r["input"]["n"], scores=scores(r), epsilon=eps(r), expected=verdict(r), source=origin(r))
    for r in rows("confusion_single")])
sets = []
for r in rows("confusion_testsets_mos", "confusion_testsets_som", "confusion_kfold_known_mos", "confusion_kfold_unknown_mos", "confusion_datasets_mos_mos", "confusion_datasets_mos_unknown"):
    i = r["input"]
    base = dict(id=r["id"], scores=scores(r), epsilon=eps(r), expected=verdict(r), source=origin(r), aggregation="score-of-sums" if r["check"].endswith("_som") else "mean-of-scores")
    if "testsets" in i: base["sets"] = [[t["p"], t["n"]] for t in i["testsets"]]
    else:
        evs = i.get("evaluations", [i])
        base["datasets"] = [dict(counts=[e["dataset"]["p"], e["dataset"]["n"]], **({"folds": [[f["p"], f["n"]] for f in e["folding"]["folds"]]} if "folds" in e["folding"] else {"foldCount": e["folding"]["n_folds"], "repeats": e["folding"]["n_repeats"], "stratified": "strategy" in e["folding"]})) for e in evs]
    sets.append(base)
write("confusion-sets", sets)
multi = []
for r in rows("multiclass_micro", "multiclass_macro", "multiclass_kfold_mos_micro", "multiclass_kfold_mos_macro", "multiclass_kfold_som_micro", "multiclass_kfold_som_macro"):
    i = r["input"]; counts = list((i.get("testset") or i["dataset"]).values()); f = i.get("folding")
    base = dict(id=r["id"], counts=counts, average=r["check"].rsplit("_", 1)[1], aggregation="score-of-sums" if "_som_" in r["check"] else "mean-of-scores", scores=scores(r), epsilon=eps(r), expected=verdict(r), source=origin(r))
    if f: base.update({"folds": [list(x.values()) for x in f["folds"]]} if "folds" in f else {"foldCount": f["n_folds"], "repeats": f["n_repeats"]})
    multi.append(base)
write("multiclass", multi)
write("regression", [dict(id=r["id"], variance=plain(r["input"]["var"]), samples=r["input"]["n_samples"], scores=scores(r), epsilon=eps(r), expected=verdict(r), source=origin(r)) for r in rows("regression")])
auc = []
for r in rows("auc_bound", "auc_granularity", "auc_operating_point"):
    i = {k: plain(v) if not isinstance(v, bool) and k not in ("p", "n") else v for k, v in r["input"].items()}
    auc.append(dict(id=r["id"], kind=r["check"], **i, expected=plain(r["expected"]["value"]) if "value" in r["expected"] else "consistent" if r["expected"]["consistent"] else "inconsistent", source=origin(r)))
write("auc", auc)
