"""The same checks by mlscorecheck, timed. Exits 3 where it cannot be imported."""

import json
import logging
import sys
import time

try:
    from mlscorecheck.check.binary import check_1_testset_no_kfold
except Exception as error:  # any reason why it is not usable here
    print(error, file=sys.stderr)
    sys.exit(3)

# It logs every step; that is not what is timed.
logging.disable(logging.CRITICAL)

SHORT = {
    "accuracy": "acc",
    "sensitivity": "sens",
    "specificity": "spec",
    "precision": "ppv",
    "npv": "npv",
    "f-beta": "f1",
    "mcc": "mcc",
}

with open(sys.argv[1], encoding="utf8") as file:
    families = json.load(file)

results = []
for cases in families:
    inputs = [
        (
            {"p": case["positives"], "n": case["negatives"]},
            {SHORT[score["name"]]: float(score["text"]) for score in case["scores"]},
        )
        for case in cases
    ]
    # Whatever the first call sets up is no part of a check.
    check_1_testset_no_kfold(testset=inputs[0][0], scores=inputs[0][1], eps=5e-5)
    seconds = float("inf")
    for _ in range(int(sys.argv[2])):
        start = time.process_time()
        flags = [bool(check_1_testset_no_kfold(testset=t, scores=s, eps=5e-5)["inconsistency"]) for t, s in inputs]
        seconds = min(seconds, time.process_time() - start)
    results.append({"seconds": seconds, "inconsistent": flags})
print(json.dumps(results))
