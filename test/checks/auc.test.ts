import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAveragePrecision } from "../../src/checks/auc-average-precision.ts";
import {
  accuracyFromAuc,
  aucAboveDiagonal,
  aucFromAccuracy,
  aucThrough,
  aucUnderBestAccuracy,
} from "../../src/checks/auc-bounds.ts";
import { checkDetectionError } from "../../src/checks/auc-detection-error.ts";
import { checkAucGranularity } from "../../src/checks/auc-granularity.ts";
import { checkHardLabelAuc } from "../../src/checks/auc-hard-labels.ts";
import { checkAucPoints } from "../../src/checks/auc-points.ts";
import { type Decimal, parseDecimal, toRational } from "../../src/numbers/decimal.ts";
import {
  add,
  compare,
  maximum,
  multiply,
  type Rational,
  rational,
  subtract,
  toNumber,
  zero,
} from "../../src/numbers/rational.ts";
import { type RoundingRule, round } from "../../src/numbers/rounding.ts";
import vectors from "./vectors/auc.json" with { type: "json" };

const exact = (text: string | undefined): Rational => toRational(parseDecimal(text ?? ""));
const point = (fpr: string, tpr: string) => ({ fpr: parseDecimal(fpr), tpr: parseDecimal(tpr) });

/** A ranking as labels in groups of equal score, best first. */
interface Ranking {
  readonly groups: readonly (readonly [positives: number, negatives: number])[];
}
const ranking = fc
  .array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 8 })
  .filter((groups) => groups.some(([p]) => p > 0) && groups.some(([, n]) => n > 0))
  .map((groups): Ranking => ({ groups }));

const rules: readonly RoundingRule[] = ["half-up", "half-even", "truncate", "ceiling"];

describe("the AUC's bounds", () => {
  // One row bounds the accuracy of curves that are assumed to lie above the diagonal: no check uses that.
  it.each(vectors.filter(({ kind, bound }) => kind === "auc_bound" && bound !== "acc_max_above_diagonal"))(
    "$id: $bound",
    (row) => {
      const [p, n] = [row.p ?? 0, row.n ?? 0];
      const at = () => ({ fpr: exact(row.fpr), tpr: exact(row.tpr) });
      const value: Readonly<Record<string, () => number>> = {
        auc_max: () => toNumber(aucThrough([at()]).most),
        auc_min: () => toNumber(aucThrough([at()]).least),
        auc_min_above_diagonal: () => toNumber(aucAboveDiagonal(at())),
        auc_min_from_acc: () => toNumber(aucFromAccuracy(exact(row.acc), p, n).least),
        auc_max_from_acc: () => toNumber(aucFromAccuracy(exact(row.acc), p, n).most),
        auc_max_when_acc_is_best: () => toNumber(aucUnderBestAccuracy(exact(row.acc), p, n) ?? zero),
        acc_max: () => toNumber(accuracyFromAuc(exact(row.auc), p, n)),
      };
      expect(value[row.bound ?? ""]?.()).toBeCloseTo(Number(row.expected), 8);
    },
  );
});

describe("checkAucGranularity", () => {
  it.each(vectors.filter(({ kind }) => kind === "auc_granularity"))(
    "$id: $auc of $p and $n, ties $ties: $expected",
    (row) => {
      const { outcome } = checkAucGranularity({
        auc: parseDecimal(row.auc ?? ""),
        positives: row.p ?? 0,
        negatives: row.n ?? 0,
        ties: row.ties === true,
        rules: ["half-either"],
      });
      expect(outcome).toBe(row.expected);
    },
  );

  it("never calls the AUC of a real ranking inconsistent", () => {
    fc.assert(
      fc.property(ranking, fc.integer({ min: 1, max: 6 }), fc.constantFrom(...rules), (drawn, decimals, rule) => {
        const { positives, negatives, auc } = curveOf(drawn);
        expect(
          checkAucGranularity({
            auc: round(auc, decimals, rule),
            positives,
            negatives,
            ties: true,
            rules: [rule],
            scale: "fraction",
          }).outcome,
        ).toBe("consistent");
      }),
      { seed: 131, numRuns: 1000 },
    );
  });

  it("offers ties, and means over runs", () => {
    expect(
      checkAucGranularity({ auc: parseDecimal("0.8413"), positives: 8, negatives: 13, rules: ["half-either"] }),
    ).toMatchObject({ outcome: "conditional", rescuedBy: ["tied scores (half pairs)"] });
    expect(
      checkAucGranularity({ auc: parseDecimal("0.8413"), positives: 8, negatives: 13, runs: 2, ties: false }).outcome,
    ).toBe("consistent");
  });
});

describe("checkAucPoints", () => {
  it.each(vectors.filter(({ kind }) => kind === "auc_operating_point"))("$id: $expected", (row) => {
    // Two decimals each: a half unit of 0.005.
    const two = (text: string | undefined): Decimal => parseDecimal(Number(text).toFixed(2));
    expect(
      checkAucPoints({ auc: two(row.auc), points: [{ fpr: two(row.fpr), tpr: two(row.tpr) }], rules: ["half-either"] })
        .outcome,
    ).toBe(row.expected);
  });

  it("never calls points, accuracy and area of a real curve inconsistent", () => {
    fc.assert(
      fc.property(
        ranking,
        fc.array(fc.nat(8), { maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(...rules),
        (drawn, places, decimals, rule) => {
          const { positives, negatives, auc, points } = curveOf(drawn);
          const accuracies = points.map(({ fpr, tpr }) => accuracyAt(fpr, tpr, positives, negatives));
          const best = accuracies.reduce((a, b) => maximum(a, b));
          const print = (value: Rational) => round(value, decimals, rule);
          const { outcome, explanation } = checkAucPoints({
            auc: print(auc),
            points: places
              .flatMap((place) => points[place % points.length] ?? [])
              .map(({ fpr, tpr }) => ({ fpr: print(fpr), tpr: print(tpr) })),
            accuracy: { value: print(best), best: true },
            positives,
            negatives,
            rules: [rule],
            scale: "fraction",
          });
          expect(outcome, explanation).toBe("consistent");
        },
      ),
      { seed: 132, numRuns: 800 },
    );
  });

  it("uses several points together", () => {
    // By hand: at least 0.5·0.1 + 0.9·0.8 … the lowest staircase through (0.1, 0.5) and (0.2, 0.9) has 0.05 + 0.72 = 0.77.
    const points = [point("0.1000", "0.5000"), point("0.2000", "0.9000")];
    expect(checkAucPoints({ auc: parseDecimal("0.7600"), points }).outcome).toBe("inconsistent");
    expect(checkAucPoints({ auc: parseDecimal("0.7700"), points }).outcome).toBe("consistent");
    expect(checkAucPoints({ auc: parseDecimal("0.7600"), points: points.slice(0, 1) }).outcome).toBe("consistent");
    expect(
      checkAucPoints({ auc: parseDecimal("0.8"), points: [point("0.10", "0.80"), point("0.20", "0.70")] }).explanation,
    ).toContain("no rising curve goes through all the points");
  });

  it("never makes a row impossible for falling below the diagonal", () => {
    const { outcome, details } = checkAucPoints({ auc: parseDecimal("0.73"), points: [point("0.10", "0.80")] });
    expect(outcome).toBe("consistent");
    expect(details.note).toContain("below the diagonal");
  });

  it("reads FPR at 95 % TPR as a point", () => {
    // By hand: 0.95 · (1 − 0.40) = 0.57 at least, 1 − 0.40 · 0.05 = 0.98 at most.
    const points = [{ ...point("40.0", "95"), tprExact: true }];
    expect(
      ["98.5", "98.0", "57.0", "56.0"].map((auc) => checkAucPoints({ auc: parseDecimal(auc), points }).outcome),
    ).toEqual(["conditional", "consistent", "consistent", "inconsistent"]);
  });

  it("never calls a real curve inconsistent with the FPR of its first threshold that reaches the TPR", () => {
    fc.assert(
      fc.property(ranking, (drawn) => {
        const curve = curveOf(drawn);
        const setting = rational(19, 20);
        const fprs = curve.points.filter(({ tpr }) => compare(tpr, setting) >= 0).map(({ fpr }) => fpr);
        const points = [{ fpr: round(fprs[0] ?? zero, 3, "half-up"), tpr: parseDecimal("0.95"), tprExact: true }];
        const result = checkAucPoints({ auc: round(curve.auc, 4, "half-up"), points, scale: "fraction" });
        expect(result.outcome).not.toBe("inconsistent");
      }),
      { seed: 95, numRuns: 500 },
    );
  });
});

describe("other numbers of detectors", () => {
  it("tells the AUC of hard labels", () => {
    const at = (auc: string) => checkHardLabelAuc({ auc: parseDecimal(auc), ...point("0.10", "0.80") }).outcome;
    expect([at("0.85"), at("0.91")]).toEqual(["consistent", "inconsistent"]);
  });

  it("knows both definitions of the detection error", () => {
    const check = (error: string) =>
      checkDetectionError({ detectionError: parseDecimal(error), fpr: parseDecimal("40.0") });
    expect(check("22.5").outcome).toBe("consistent");
    const unequal = "classes that weigh as much as they have examples";
    const least = "the least error over all thresholds";
    expect(check("4.1")).toMatchObject({ outcome: "conditional", rescuedBy: [least] });
    expect(check("18.1").rescuedBy).toEqual([least, unequal]);
    // Between .05 and .40, as the classes weigh; at the threshold no error is greater.
    expect(check("23.5").rescuedBy).toEqual([unequal]);
    const withArea = checkDetectionError({
      detectionError: parseDecimal("4.1"),
      fpr: parseDecimal("40.0"),
      auc: parseDecimal("80.0"),
    });
    expect(withArea.rescuedBy).toEqual([`${least} with ${unequal}`]);
    expect(check("40.2").outcome).toBe("inconsistent");
  });

  it("never calls the least detection error of a real curve inconsistent, however the classes weigh", () => {
    fc.assert(
      fc.property(ranking, fc.integer({ min: 1, max: 99 }), fc.boolean(), (drawn, percent, equal) => {
        const { auc, points } = curveOf(drawn);
        const [positive, negative] = (equal ? [50, 50] : [percent, 100 - percent]).map((part) => rational(part, 100));
        const errors = points.map(({ fpr, tpr }) =>
          add(multiply(positive ?? zero, subtract(rational(1), tpr)), multiply(negative ?? zero, fpr)),
        );
        const least = errors.reduce((a, b) => subtract(zero, maximum(subtract(zero, a), subtract(zero, b))));
        const at = points.find(({ tpr }) => toNumber(tpr) >= 0.95);
        const { outcome } = checkDetectionError({
          detectionError: round(least, 3),
          fpr: round(at?.fpr ?? rational(1), 3),
          auc: round(auc, 3),
          scale: "fraction",
        });
        expect(["consistent", "conditional"]).toContain(outcome);
      }),
      { seed: 133, numRuns: 500 },
    );
  });

  it("knows the least average precision", () => {
    // By hand: 2 positives behind 2 negatives: (1/3 + 2/4) / 2 = 0.41666…
    const at = (text: string) =>
      checkAveragePrecision({
        averagePrecision: parseDecimal(text),
        positives: 2,
        negatives: 2,
        rules: ["half-either"],
      });
    expect([at("0.417").outcome, at("0.416").outcome, at("0.30").outcome]).toEqual([
      "consistent",
      "conditional",
      "conditional",
    ]);
    // By trapezoids: (1/3 · 1/2 + (1/3 + 1/2) / 2) / 2 = 0.29166…, and with both positives at one score, below both
    // negatives, a straight line from (0, 0) to (1, 1/2): 0.25 (scikit-learn 1.2.1 gives both).
    expect(["0.292", "0.250", "0.249"].map((text) => at(text).outcome)).toEqual([
      "conditional",
      "conditional",
      "inconsistent",
    ]);
    expect(at("0.5").details.chance).toBe("0.5");
  });

  it("never calls the average precision of a real ranking inconsistent", () => {
    fc.assert(
      fc.property(ranking, fc.integer({ min: 1, max: 5 }), (drawn, decimals) => {
        const { positives, negatives, averagePrecision } = curveOf(drawn);
        expect(
          checkAveragePrecision({
            averagePrecision: round(averagePrecision, decimals),
            positives,
            negatives,
            scale: "fraction",
          }).outcome,
        ).toBe("consistent");
      }),
      { seed: 134, numRuns: 500 },
    );
  });
});

function accuracyAt(fpr: Rational, tpr: Rational, positives: number, negatives: number): Rational {
  const right = add(multiply(tpr, rational(positives)), multiply(subtract(rational(1), fpr), rational(negatives)));
  return multiply(right, rational(1, positives + negatives));
}

/** The ROC curve, its area by counting pairs, and the average precision, all by definition. */
function curveOf({ groups }: Ranking) {
  const positives = groups.reduce((sum, [p]) => sum + p, 0);
  const negatives = groups.reduce((sum, [, n]) => sum + n, 0);
  let [pairs, behind, tp, fp] = [zero, negatives, 0, 0];
  let averagePrecision = zero;
  const points = [{ fpr: zero, tpr: zero }];
  for (const [p, n] of groups) {
    behind -= n;
    pairs = add(pairs, add(rational(p * behind), rational(p * n, 2)));
    tp += p;
    fp += n;
    if (tp + fp > 0) averagePrecision = add(averagePrecision, multiply(rational(p, positives), rational(tp, tp + fp)));
    points.push({ fpr: rational(fp, negatives), tpr: rational(tp, positives) });
  }
  return {
    positives,
    negatives,
    points,
    averagePrecision,
    auc: multiply(pairs, rational(1n, BigInt(positives * negatives))),
  };
}
