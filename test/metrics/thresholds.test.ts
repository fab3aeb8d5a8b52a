import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Batches, batchMeanAccuracy } from "../../src/metrics/batch-mean.ts";
import type { Outcome } from "../../src/metrics/metric.ts";
import { type AccuracyMean, rejectionAccuracies } from "../../src/metrics/rejection-accuracy.ts";
import { bestRejectionThreshold, type ThresholdObjective } from "../../src/metrics/rejection-threshold.ts";
import { thresholdNearestCorner } from "../../src/metrics/threshold-nearest-corner.ts";
import vectors from "./vectors/thresholds.json" with { type: "json" };

function known<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.defined) throw new Error(outcome.reason);
  return outcome.value;
}

const grid = { kind: "grid", step: 0.001, end: 1 } as const;

describe("the threshold nearest the corner (0, 1)", () => {
  it.each(vectors.corners.map((corner, index) => [index, corner] as const))("as NumPy finds it, %i", (_, corner) => {
    const { scores, labels } = corner;
    const vertex = known(thresholdNearestCorner(scores, labels, { kind: "roc-vertices" }));
    const expected = corner.vertex.threshold === "infinity" ? Number.POSITIVE_INFINITY : corner.vertex.threshold;
    expect(vertex.threshold).toBe(expected);
    expect(vertex.falsePositiveRate).toBeCloseTo(corner.vertex.falsePositiveRate, 14);
    expect(vertex.truePositiveRate).toBeCloseTo(corner.vertex.truePositiveRate, 14);
    const point = known(thresholdNearestCorner(scores, labels, grid));
    expect(point.threshold).toBe(corner.grid.threshold);
    expect(point.falsePositiveRate).toBeCloseTo(corner.grid.falsePositiveRate, 14);
    expect(point.truePositiveRate).toBeCloseTo(corner.grid.truePositiveRate, 14);
  });

  it("lies on the very double that NumPy's arange has at 141: 0.14100000000000001", () => {
    // Between 0.1405 and 0.1415 lies one point of the grid, which alone parts the two.
    expect(known(thresholdNearestCorner([0.1405, 0.1415], [0, 1], grid)).threshold).toBe(0.14100000000000001);
  });

  it("is undefined without a class, and refuses a grid without points", () => {
    expect(thresholdNearestCorner([1], [1], grid)).toEqual({
      defined: false,
      reason: "there is no negative among the labels",
    });
    for (const [step, end] of [
      [0, 1],
      [0.1, 0],
      [1e-9, 1],
      [Number.NaN, 1],
    ] as const)
      expect(() => thresholdNearestCorner([1, 2], [0, 1], { kind: "grid", step, end })).toThrow(
        `thresholdNearestCorner: a grid from 0 to ${end} in steps of ${step} has no or too many points`,
      );
  });
});

describe.each(vectors.searches.map((search, index) => ({ index, ...search })))("threshold search $index", (search) => {
  const classifier = { scores: search.scores, outliers: search.outliers, named: search.named };
  const means: Readonly<Record<string, AccuracyMean>> = {
    pooled: { kind: "pooled" },
    "batch-mean": { kind: "batch-mean", batches: { order: search.order, size: search.size, whenEmpty: "skip" } },
  };

  it.each(search.results)("finds NumPy's best $objective accuracy, $mean", (result) => {
    const mean = means[result.mean] as AccuracyMean;
    const objective = result.objective as ThresholdObjective;
    const best = known(bestRejectionThreshold(classifier, { candidates: search.candidates, objective, mean }));
    const { outlier, inlier, balanced, overall } = best.accuracies;
    const value = objective === "smaller" ? Math.min(outlier, inlier) : { balanced, overall }[objective];
    expect(value).toBeCloseTo(result.value, 13);
    const there = known(rejectionAccuracies(classifier, result.threshold, mean));
    expect(there.outlier).toBeCloseTo(result.outlier, 13);
    expect(there.inlier).toBeCloseTo(result.inlier, 13);
    if (result.unique) expect(best.threshold).toBe(result.threshold);
    expect(known(rejectionAccuracies(classifier, best.threshold, mean))).toEqual(best.accuracies);
  });

  it("over all scores is at least as good as over a grid", () => {
    for (const [name, mean] of Object.entries(means)) {
      const best = known(bestRejectionThreshold(classifier, { candidates: "scores", objective: "balanced", mean }));
      const onGrid = search.results.find((result) => result.mean === name && result.objective === "balanced");
      expect(best.accuracies.balanced).toBeGreaterThanOrEqual((onGrid?.value ?? 2) - 1e-12);
    }
  });
});

it("the search agrees with trying every threshold, the first best one winning", () => {
  const example = fc.record({ score: fc.integer({ min: 0, max: 6 }), outlier: fc.nat(1), named: fc.nat(1) });
  const objectives = fc.constantFrom<ThresholdObjective>("balanced", "smaller", "overall");
  const candidates = fc.array(fc.integer({ min: -1, max: 8 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(example, { minLength: 1, maxLength: 20 }),
      candidates,
      objectives,
      (examples, cuts, objective) => {
        const classifier = {
          scores: examples.map(({ score }) => score),
          outliers: examples.map(({ outlier }) => outlier),
          named: examples.map(({ named }) => named),
        };
        const mean: AccuracyMean = {
          kind: "batch-mean",
          batches: { order: examples.map((_, index) => index), size: 3, whenEmpty: "skip" },
        };
        const found = bestRejectionThreshold(classifier, { candidates: cuts, objective, mean });
        const tried = cuts.map((cut) => rejectionAccuracies(classifier, cut, mean));
        expect(found.defined).toBe(tried.every(({ defined }) => defined));
        if (!found.defined) return;
        const values = tried
          .map(known)
          .map(({ outlier, inlier, balanced, overall }) =>
            objective === "smaller" ? Math.min(outlier, inlier) : { balanced, overall }[objective],
          );
        expect(found.value.threshold).toBe(cuts[values.indexOf(Math.max(...values))]);
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

describe("the mean of batches' accuracies", () => {
  const right = [1, 1, 0, 0, 1];
  const batches: Batches = { order: [0, 1, 2, 3, 4], size: 2, whenEmpty: "skip" };

  it("weighs batches alike, where pooling weighs examples", () => {
    // Batches 2/2, 0/2 and 1/1: their mean is 2/3, pooled it is 3/5.
    expect(known(batchMeanAccuracy(right, [1, 1, 1, 1, 1], batches))).toBeCloseTo(2 / 3, 15);
    expect(known(batchMeanAccuracy(right, [1, 1, 1, 1, 1], { ...batches, size: 5 }))).toBeCloseTo(3 / 5, 15);
  });

  it("depends on the order that the loader shuffles to", () => {
    const members = [1, 1, 1, 0, 0];
    expect(known(batchMeanAccuracy(right, members, batches))).toBe(0.5);
    expect(known(batchMeanAccuracy(right, members, { ...batches, order: [0, 2, 1, 3, 4] }))).toBe(0.75);
  });

  it("skips a batch without a member, or has no value", () => {
    const members = [1, 0, 0, 0, 1];
    expect(known(batchMeanAccuracy(right, members, batches))).toBe(1);
    expect(batchMeanAccuracy(right, members, { ...batches, whenEmpty: "undefined" })).toEqual({
      defined: false,
      reason: "batch 1 holds no example of the group",
    });
    expect(batchMeanAccuracy(right, [0, 0, 0, 0, 0], batches)).toEqual({
      defined: false,
      reason: "there is no example of the group",
    });
  });

  it("refuses batches that miss an example", () => {
    expect(() => batchMeanAccuracy(right, right, { ...batches, size: 0 })).toThrow("batches: size 0, expected");
    expect(() => batchMeanAccuracy(right, right, { ...batches, order: [0, 1, 2, 3, 3] })).toThrow(
      "batches: an order of 5 for 5 examples, without example 4",
    );
    expect(() => batchMeanAccuracy(right, right, { ...batches, order: [0, 1, 2, 3, 4, 4] })).toThrow(
      "batches: an order of 6 for 5 examples",
    );
  });
});

describe("rejection accuracies", () => {
  const pooled = { kind: "pooled" } as const;

  it("count an inlier as right only if it is kept and, where classes are named, rightly named", () => {
    const scores = [0.9, 0.1, 0.2, 0.8, 0.3];
    const outliers = [1, 1, 0, 0, 0];
    const detection = known(rejectionAccuracies({ scores, outliers }, 0.5, pooled));
    expect(detection).toEqual({
      outlier: 0.5,
      inlier: 2 / 3,
      balanced: (0.5 + 2 / 3) / 2,
      overall: expect.closeTo(0.6),
    });
    const named = known(rejectionAccuracies({ scores, outliers, named: [0, 0, 1, 1, 0] }, 0.5, pooled));
    expect(named.inlier).toBeCloseTo(1 / 3, 15);
    expect(known(rejectionAccuracies({ scores, outliers }, 0.8, pooled)).outlier).toBe(0.5);
    expect(known(rejectionAccuracies({ scores, outliers }, 0.9, pooled)).outlier).toBe(0.5);
    expect(known(rejectionAccuracies({ scores, outliers }, 0.91, pooled)).outlier).toBe(0);
  });

  it("are undefined without one of the groups, and say what is wrong", () => {
    const all = [1, 1];
    expect(rejectionAccuracies({ scores: [1, 2], outliers: all }, 1, pooled)).toEqual({
      defined: false,
      reason: "inliers: there is no example of the group",
    });
    const search = { candidates: "scores", objective: "balanced", mean: pooled } as const;
    expect(bestRejectionThreshold({ scores: [1, 2], outliers: [0, 0] }, search)).toEqual({
      defined: false,
      reason: "outliers: there is no example of the group",
    });
    expect(bestRejectionThreshold({ scores: [], outliers: [] }, search).defined).toBe(false);
    expect(() => rejectionAccuracies({ scores: [1, Number.NaN], outliers: all }, 1, pooled)).toThrow("score 1 is NaN");
    expect(() => rejectionAccuracies({ scores: [1, 2], outliers: [0, 2] }, 1, pooled)).toThrow(
      "rejectionAccuracies: outlier flag 1 is 2, expected 0 or 1",
    );
    expect(() => rejectionAccuracies({ scores: [1, 2], outliers: [0] }, 1, pooled)).toThrow(
      "rejectionAccuracies: 2 scores, 1 outlier flags, no named",
    );
    expect(() => bestRejectionThreshold({ scores: [1, 2], outliers: [0, 1] }, { ...search, candidates: [] })).toThrow(
      "bestRejectionThreshold: no candidate for the threshold",
    );
    expect(() =>
      bestRejectionThreshold({ scores: [1, 2], outliers: [0, 1] }, { ...search, candidates: [Number.NaN] }),
    ).toThrow("bestRejectionThreshold: candidate 0 is NaN");
  });
});
