import { describe, expect, it } from "vitest";
import { auprByTrapezoids, averagePrecision } from "../../src/metrics/aupr.ts";
import { auroc } from "../../src/metrics/auroc.ts";
import { bestAccuracy } from "../../src/metrics/best-accuracy.ts";
import { areaUnderCurve } from "../../src/metrics/curve.ts";
import { detectionError } from "../../src/metrics/detection-error.ts";
import { falsePositiveRateAtTruePositiveRate } from "../../src/metrics/false-positive-rate.ts";
import type { Outcome } from "../../src/metrics/metric.ts";
import { onePointAucOfDecisions } from "../../src/metrics/one-point-auc.ts";
import { precisionRecallCurve } from "../../src/metrics/precision-recall-curve.ts";
import { rocCurve } from "../../src/metrics/roc-curve.ts";
import vectors from "./vectors/scikit-learn.json" with { type: "json" };

function known<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.defined) throw new Error(outcome.reason);
  return outcome.value;
}

function expectClose(received: Float64Array, expected: readonly number[]): void {
  expect(received.length).toBe(expected.length);
  for (const [index, value] of expected.entries()) expect(received[index]).toBeCloseTo(value, 14);
}

describe.each(vectors.samples)("against scikit-learn, $name", (sample) => {
  const { scores, labels } = sample;

  it("areas", () => {
    expect(known(auroc(scores, labels))).toBeCloseTo(sample.auroc, 14);
    expect(known(onePointAucOfDecisions(scores, labels))).toBeCloseTo(sample.onePointAuc, 14);
    expect(known(onePointAucOfDecisions(scores, labels))).toBeCloseTo(sample.balancedAccuracy, 14);
    expect(known(averagePrecision(scores, labels))).toBeCloseTo(sample.averagePrecision, 13);
    expect(known(auprByTrapezoids(scores, labels))).toBeCloseTo(sample.auprByTrapezoids, 13);
  });

  it("curves", () => {
    const roc = known(rocCurve(scores, labels));
    expectClose(roc.x, sample.falsePositiveRate);
    expectClose(roc.y, sample.truePositiveRate);
    expect(areaUnderCurve(roc)).toBeCloseTo(sample.auroc, 13);
    const precisionRecall = known(precisionRecallCurve(scores, labels));
    expectClose(precisionRecall.x, sample.recall);
    expectClose(precisionRecall.y, sample.precision);
  });

  it("operating points", () => {
    for (const [target, rate] of Object.entries(sample.falsePositiveRateAt)) {
      expect(known(falsePositiveRateAtTruePositiveRate(scores, labels, Number(target)))).toBeCloseTo(rate, 14);
      const definition = { kind: "at-true-positive-rate", truePositiveRate: Number(target) } as const;
      expect(known(detectionError(scores, labels, definition))).toBeCloseTo((1 - Number(target) + rate) / 2, 14);
    }
    expect(known(detectionError(scores, labels, { kind: "smallest" }))).toBeCloseTo(sample.smallestDetectionError, 14);
    expect(known(bestAccuracy(scores, labels))).toBeCloseTo(sample.bestAccuracy, 14);
  });
});

describe("undefined and misused", () => {
  const rankings = {
    auroc,
    rocCurve,
    bestAccuracy,
    onePointAucOfDecisions,
    detectionError: (scores: number[], labels: number[]) => detectionError(scores, labels, { kind: "smallest" }),
    falsePositiveRate: (scores: number[], labels: number[]) =>
      falsePositiveRateAtTruePositiveRate(scores, labels, 0.95),
  };
  it.each(Object.entries(rankings))("%s has no value without one of the classes", (_, metric) => {
    expect(metric([1, 2], [0, 0])).toEqual({ defined: false, reason: "there is no positive among the labels" });
    expect(metric([1, 2], [1, 1])).toEqual({ defined: false, reason: "there is no negative among the labels" });
    expect(metric([], [])).toEqual({ defined: false, reason: "there are no scores" });
  });

  it.each(Object.entries({ averagePrecision, auprByTrapezoids, precisionRecallCurve }))(
    "%s has no value without positives",
    (_, metric) => {
      expect(metric([1, 2], [0, 0])).toEqual({ defined: false, reason: "there is no positive among the labels" });
    },
  );

  it("names the score that is not a number, the label that is none, and lengths that differ", () => {
    expect(() => auroc([0.1, Number.NaN], [0, 1])).toThrow("metrics: score 1 is NaN, which has no rank");
    expect(() => auroc([0.1, 0.2], [0, -1])).toThrow("metrics: label 1 is -1, expected 0 or 1");
    expect(() => auroc([0.1, 0.2], [0])).toThrow("metrics: 2 scores but 1 labels");
  });

  it("ranks infinite scores", () => {
    expect(auroc([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY], [0, 0, 1])).toEqual({
      defined: true,
      value: 1,
    });
    const roc = known(rocCurve([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY], [0, 1]));
    expect([...roc.x]).toEqual([0, 1]);
  });

  it("refuses a true positive rate that cannot be a target", () => {
    expect(() => falsePositiveRateAtTruePositiveRate([1, 2], [0, 1], 95)).toThrow("true positive rate 95 lies outside");
  });
});
