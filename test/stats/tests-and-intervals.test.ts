import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stream } from "../../src/random/stream.ts";
import { bartlettTest } from "../../src/stats/bartlett-test.ts";
import { benjaminiHochberg } from "../../src/stats/benjamini-hochberg.ts";
import { equivalenceTest } from "../../src/stats/equivalence-test.ts";
import { hanleyMcNeil } from "../../src/stats/hanley-mcneil.ts";
import { holm } from "../../src/stats/holm.ts";
import { interquartileMean } from "../../src/stats/interquartile-mean.ts";
import { intervalEstimate } from "../../src/stats/interval-estimate.ts";
import { leveneTest } from "../../src/stats/levene-test.ts";
import { meanEstimate } from "../../src/stats/mean-estimate.ts";
import { minimalEffectTest } from "../../src/stats/minimal-effect-test.ts";
import { permutationTest } from "../../src/stats/permutation-test.ts";
import { predictionInterval } from "../../src/stats/prediction-interval.ts";
import { probabilityOfImprovement } from "../../src/stats/probability-of-improvement.ts";
import { proportionDifference } from "../../src/stats/proportion-difference.ts";
import { stratifiedBootstrap } from "../../src/stats/stratified-bootstrap.ts";
import { welchDifference } from "../../src/stats/welch-difference.ts";
import { welchSatterthwaite } from "../../src/stats/welch-satterthwaite.ts";
import { referenceRows, referenceTests, relativeError } from "./reference.ts";

const reference = referenceTests();
const [first, second, third] = reference.samples;

describe("agreement with SciPy", () => {
  test("Welch's difference, its interval and p-value", () => {
    const estimate = welchDifference(first, second);
    expect(estimate.value).toBeCloseTo(reference.welch.difference, 13);
    expect(estimate.standardError).toBeCloseTo(reference.welch.standardError, 13);
    expect(estimate.degreesOfFreedom).toBeCloseTo(reference.welch.degreesOfFreedom, 11);
    expect(minimalEffectTest(estimate, 0)).toBeCloseTo(reference.welch.p, 12);
    const interval = intervalEstimate(estimate, 0.95);
    expect(interval.lower).toBeCloseTo(reference.welch.interval95[0], 11);
    expect(interval.upper).toBeCloseTo(reference.welch.interval95[1], 11);
  });

  test("one sample", () => {
    const estimate = meanEstimate(second);
    expect(minimalEffectTest(estimate, 0)).toBeCloseTo(reference.oneSample.p, 12);
    const interval = intervalEstimate(estimate, 0.9);
    expect(interval.lower).toBeCloseTo(reference.oneSample.interval90[0], 11);
    expect(interval.upper).toBeCloseTo(reference.oneSample.interval90[1], 11);
  });

  test("two one-sided tests", () => {
    const result = equivalenceTest(welchDifference(first, second), reference.tost.margin);
    expect(result.lowerP).toBeCloseTo(reference.tost.lowerP, 12);
    expect(result.upperP).toBeCloseTo(reference.tost.upperP, 12);
    expect(result.p).toBe(Math.max(result.lowerP, result.upperP));
  });

  test("Bartlett and Levene", () => {
    for (const [result, [statistic, p]] of [
      [bartlettTest(reference.samples), reference.bartlett],
      [leveneTest(reference.samples), reference.leveneMedian],
      [leveneTest(reference.samples, "mean"), reference.leveneMean],
    ] as const) {
      expect(relativeError(result.statistic, statistic)).toBeLessThan(1e-12);
      expect(relativeError(result.p, p)).toBeLessThan(1e-10);
    }
  });

  test("interquartile mean, permutation test, probability of improvement", () => {
    expect(reference.samples.map(interquartileMean)).toEqual(
      reference.trimMean.map((value) => expect.closeTo(value, 13)),
    );
    const permuted = permutationTest(first, third, { source: stream("test", "permutation") });
    expect(permuted).toEqual({ p: expect.closeTo(reference.permutation, 13), exact: true });
    expect(probabilityOfImprovement([first], [second])).toBeCloseTo(reference.mannWhitney, 13);
  });

  test("Hanley and McNeil's error is the exact one for exponential scores", () => {
    for (const [area = 0, positives = 0, negatives = 0, expected = 0] of referenceRows("hanleyMcNeil"))
      expect(relativeError(hanleyMcNeil(area, positives, negatives), expected)).toBeLessThan(1e-12);
  });
});

describe("adjustment of a family", () => {
  const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });

  test("Holm equals its definition by closed testing with Bonferroni", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 7 }), (pValues) => {
        // The adjusted value is the largest Bonferroni value over all subfamilies that contain the hypothesis.
        const brute = pValues.map((_, index) => {
          let largest = 0;
          for (let subset = 0; subset < 1 << pValues.length; subset++) {
            if (!(subset & (1 << index))) continue;
            const members = pValues.filter((_value, member) => subset & (1 << member));
            largest = Math.max(largest, Math.min(1, members.length * Math.min(...members)));
          }
          return largest;
        });
        expect(holm(pValues)).toEqual(brute.map((value) => expect.closeTo(value, 12)));
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test("Benjamini–Hochberg rejects the largest r with p(r) ≤ r α / m", () => {
    fc.assert(
      fc.property(family, fc.constantFrom(0.01, 0.05, 0.2), (pValues, alpha) => {
        const sorted = [...pValues].sort((one, two) => one - two);
        let threshold = -1;
        for (const [index, p] of sorted.entries()) if (p <= ((index + 1) * alpha) / sorted.length) threshold = p;
        const adjusted = benjaminiHochberg(pValues);
        // Adjusted values within rounding of α say nothing about either side.
        fc.pre(adjusted.every((value) => Math.abs(value - alpha) > 1e-12));
        expect(adjusted.map((value) => value <= alpha)).toEqual(pValues.map((p) => p <= threshold));
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe("resampling", () => {
  test("the stratified bootstrap keeps tasks apart: constant runs within each task leave no uncertainty", () => {
    const result = stratifiedBootstrap(
      [
        [1, 1, 1],
        [5, 5, 5],
      ],
      { source: stream("test", "bootstrap"), repetitions: 50 },
    );
    expect(result).toEqual({ value: 3, lower: 3, upper: 3 });
  });

  test("its interval of a plain mean is near the normal one", () => {
    const source = stream("test", "bootstrap sample");
    const runs = Array.from({ length: 400 }, () => source.normal());
    const average = (tasks: readonly (readonly number[])[]): number => {
      const all = tasks.flat();
      return all.reduce((sum, value) => sum + value, 0) / all.length;
    };
    const result = stratifiedBootstrap([runs], { source, repetitions: 4000, statistic: average });
    expect(result.upper - result.lower).toBeGreaterThan((2 * 1.96 * 0.9) / 20);
    expect(result.upper - result.lower).toBeLessThan((2 * 1.96 * 1.1) / 20);
  });

  test("sampled permutation p-values approach the exact one", () => {
    const source = stream("test", "permutation sampled");
    const exact = permutationTest(first, second, { source });
    const sampled = permutationTest(first, second, { source, repetitions: 1000 });
    expect([exact.exact, sampled.exact]).toEqual([true, false]);
    expect(Math.abs(sampled.p - exact.p)).toBeLessThan(0.05);
  });
});

test("Welch–Satterthwaite: equal parts add up, a known part adds none, nothing at all is known exactly", () => {
  expect(
    welchSatterthwaite([
      { variance: 2, degreesOfFreedom: 4 },
      { variance: 2, degreesOfFreedom: 4 },
    ]),
  ).toBeCloseTo(8, 12);
  const known = { variance: 0, degreesOfFreedom: Number.POSITIVE_INFINITY };
  expect(welchSatterthwaite([{ variance: 1e-200, degreesOfFreedom: 3 }, known])).toBeCloseTo(3, 12);
  expect(welchSatterthwaite([known])).toBe(Number.POSITIVE_INFINITY);
});

test("a prediction interval covers the mean of further runs at its level", () => {
  const source = stream("test", "prediction");
  const draw = (count: number): readonly number[] => Array.from({ length: count }, () => source.normal());
  let covered = 0;
  for (let repetition = 0; repetition < 4000; repetition++) {
    const { value, standardError } = meanEstimate(draw(4));
    const interval = predictionInterval({ mean: value, standardDeviation: standardError * 2, count: 4 }, 3, 0.9);
    const { value: later } = meanEstimate(draw(3));
    if (later >= interval.lower && later <= interval.upper) covered++;
  }
  // Binomial standard error 0.0047; four of them.
  expect(Math.abs(covered / 4000 - 0.9)).toBeLessThan(0.019);
});

test("misuse is one line that names the function", () => {
  expect(() => meanEstimate([1])).toThrow("meanEstimate: needs at least 2 values, got 1");
  expect(() =>
    bartlettTest([
      [1, 1],
      [1, 2],
    ]),
  ).toThrow("bartlettTest: group 0 has no spread");
  expect(() => leveneTest([[1], [2]])).toThrow("leveneTest: no group has two values");
  expect(() => holm([0.5, Number.NaN])).toThrow("holm: probability NaN is not between 0 and 1");
  expect(() => hanleyMcNeil(80, 10, 10)).toThrow("hanleyMcNeil: area 80 is not between 0 and 1");
  expect(() => proportionDifference(0.9, 0, 10)).toThrow("proportionDifference: sizes 0 and 10 must be at least 1");
  expect(() => stratifiedBootstrap([[1], []], { source: stream("x") })).toThrow("task 1 has no runs");
});
