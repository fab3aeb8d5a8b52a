import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeMeasurement } from "../../src/judge/judge-measurement.ts";
import type { Judgement, JudgeOptions, Observed, Reported, TestDetail } from "../../src/judge/judgement.ts";
import { poolSpreads } from "../../src/judge/pool-spreads.ts";
import { thirdPowerDifference } from "../../src/judge/third-power-difference.ts";
import { hanleyMcNeil } from "../../src/stats/hanley-mcneil.ts";

interface ReferenceTest {
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly interval: readonly [number, number];
}
interface ReferenceCase {
  readonly equivalence: ReferenceTest;
  readonly refutation: ReferenceTest;
  readonly pEquivalent: number;
  readonly pRefute: number;
  readonly verdict: string;
}
interface Reference {
  readonly ours: readonly number[];
  readonly A: ReferenceCase;
  readonly B: ReferenceCase;
  readonly C: ReferenceCase;
  readonly D: Pick<ReferenceCase, "refutation" | "pRefute">;
  readonly predictionInterval: readonly [number, number];
  readonly G: {
    readonly runs: readonly (readonly number[])[];
    readonly paper: readonly number[];
    readonly standardDeviation: number;
    readonly degreesOfFreedom: number;
    readonly cells: readonly ReferenceCase[];
  };
  readonly thirdPower: readonly (readonly [number, number])[];
}
const reference: Reference = JSON.parse(readFileSync(new URL("./vectors/measurements.json", import.meta.url), "utf8"));
const { ours } = reference;
const spread = { value: 0.8, halfUnit: 0.05, meaning: "standard-deviation" } as const;
const printed: Reported = { value: 90, halfUnit: 0.05, runs: 5, spread };
const withoutSpread: Reported = { value: 90, halfUnit: 0.05, runs: 5 };
const alone: Reported = { value: 90, halfUnit: 0.05 };

function expectDetail(actual: TestDetail | undefined, expected: ReferenceTest): void {
  expect(actual).toMatchObject({
    standardError: expect.closeTo(expected.standardError, 10),
    degreesOfFreedom: expect.closeTo(expected.degreesOfFreedom, 9),
    interval: { lower: expect.closeTo(expected.interval[0], 8), upper: expect.closeTo(expected.interval[1], 8) },
  });
}

function expectCase(judgement: Judgement, expected: ReferenceCase): void {
  expectDetail(judgement.equivalence, expected.equivalence);
  expectDetail(judgement.refutation, expected.refutation);
  expect(judgement.pEquivalent).toBeCloseTo(expected.pEquivalent, 9);
  expect(judgement.pRefute).toBeCloseTo(expected.pRefute, 9);
  expect(judgement.verdict).toBe(expected.verdict);
}

describe("worked cases, against SciPy", () => {
  test("A: the paper prints a spread over known runs", () => {
    const judgement = judgeMeasurement(printed, { values: ours }, { claimMargin: 2 });
    expect(judgement.case).toBe("A");
    expectCase(judgement, reference.A);
    expect(judgement.predictionInterval).toEqual({
      lower: expect.closeTo(reference.predictionInterval[0], 9),
      upper: expect.closeTo(reference.predictionInterval[1], 9),
    });
    const [lower, upper] = reference.A.equivalence.interval.map((bound) => bound.toFixed(2).replace("-", "−"));
    expect(judgement.explanation).toBe(
      "Printed 90.00, observed 89.74 (5 runs, SD 0.91), difference −0.26; claim margin 2.00: reproduced, " +
        `within the margin with its uncertainty (90 % interval of the difference ${lower} to ${upper}).`,
    );
  });

  test("a double that is printed in full is told with six decimals", () => {
    const double = { value: 0.9782307692307692, halfUnit: 5e-17 };
    const { explanation } = judgeMeasurement(double, { values: [0.95, 0.96, 0.97] }, { claimMargin: 0.05 });
    expect(explanation).toContain("Printed 0.978231, observed 0.960000 (3 runs, SD 0.010000), difference −0.018231");
  });

  test("B: runs without a spread", () => {
    const judgement = judgeMeasurement(withoutSpread, { values: ours }, { claimMargin: 2 });
    expect(judgement.case).toBe("B");
    expectCase(judgement, reference.B);
    expect(judgement.notes).toContain("The paper prints no spread; its runs are assumed to vary as ours do.");
  });

  test("C: a number alone", () => {
    const judgement = judgeMeasurement(alone, { values: ours }, { claimMargin: 2 });
    expect(judgement.case).toBe("C");
    expectCase(judgement, reference.C);
  });

  test("D: one run may refute against a printed spread, never confirm", () => {
    const far = judgeMeasurement(printed, { values: [84] }, { claimMargin: 2 });
    expect(far).toMatchObject({ case: "D", verdict: "refuted" });
    expectDetail(far.refutation, reference.D.refutation);
    expect(far.pRefute).toBeCloseTo(reference.D.pRefute, 9);
    const near = judgeMeasurement(printed, { values: [90] }, { claimMargin: 20 });
    expect(near).toMatchObject({ verdict: "inconclusive", reason: "too few seeds", seedsThatWouldDecide: 3 });
  });

  test("E: one run against a number alone decides nothing, unless chance has no part", () => {
    const one: Observed = { values: [42] };
    expect(judgeMeasurement(alone, one, { claimMargin: 1 })).toMatchObject({
      case: "E",
      verdict: "inconclusive",
      reason: "too few seeds",
    });
    expect(judgeMeasurement(alone, one, { claimMargin: 1, deterministic: true })).toMatchObject({
      case: "F",
      verdict: "refuted",
      reason: "exact comparison",
    });
  });

  test("F: seeds without effect are compared exactly, and confirm even without a margin", () => {
    const same: Observed = { values: [90.05, 90.05, 90.05] };
    expect(judgeMeasurement(alone, same)).toMatchObject({
      case: "F",
      verdict: "reproduced",
      reason: "exact comparison",
    });
    expect(judgeMeasurement({ ...alone, value: 90.2 }, same)).toMatchObject({ case: "F", verdict: "refuted" });
    expect(judgeMeasurement({ ...alone, value: 90.2 }, same, { claimMargin: 0.1 }).verdict).toBe("reproduced");
  });

  test("F does not apply where the paper's seeds had an effect: then its spread is the error", () => {
    const judgement = judgeMeasurement(printed, { values: [90.2, 90.2, 90.2] }, { claimMargin: 0 });
    expect(judgement).toMatchObject({ case: "A", verdict: "inconclusive", reason: "compatible", degreesOfFreedom: 4 });
    const { runs: _unknown, ...unknownRuns } = printed;
    expect(judgeMeasurement(unknownRuns, { values: [80, 80, 80] }, { claimMargin: 1 })).toMatchObject({
      verdict: "inconclusive",
      reason: "number of the paper's runs unknown",
    });
  });

  test("G: ten digits, two printed runs each, share one spread", () => {
    const { runs, paper, cells } = reference.G;
    const pooled = poolSpreads(runs);
    expect(pooled.standardDeviation).toBeCloseTo(reference.G.standardDeviation, 12);
    expect(pooled.standardDeviation).toBeCloseTo(0.00735, 5);
    expect(pooled.degreesOfFreedom).toBe(10);
    for (const [digit, values] of runs.entries()) {
      const judgement = judgeMeasurement(
        { value: paper[digit] ?? 0, halfUnit: 0.0005 },
        { values, halfUnit: 0.0005 },
        { claimMargin: 0.02, pooled },
      );
      expect(judgement).toMatchObject({ case: "G", basis: "C" });
      const expected = cells[digit];
      if (expected === undefined) throw new Error(`no reference for digit ${digit}`);
      expectCase(judgement, expected);
    }
  });
});

describe("rounding of printed runs", () => {
  test("three equal printed runs do not refute a value that differs by one last digit", () => {
    const judgement = judgeMeasurement(
      { value: 0.955, halfUnit: 0.0005 },
      { values: [0.956, 0.956, 0.956], halfUnit: 0.0005 },
    );
    expect(judgement).toMatchObject({ case: "C", verdict: "inconclusive", reason: "compatible", halfUnit: 0.001 });
    expect(judgement.standardDeviation).toBeCloseTo(0.0005 / Math.sqrt(3), 15);
  });

  test("a printed ±0.0 is no certainty", () => {
    const zero: Reported = { ...printed, spread: { ...spread, value: 0 } };
    expect(judgeMeasurement(zero, { values: ours }).paperStandardDeviation).toBe(0.05);
  });
});

describe("meaning of ±", () => {
  const meaning = (name: Judgement["spreadMeaning"] & string, value = 0.8): Reported => ({
    ...printed,
    spread: { value, halfUnit: 0, meaning: name },
  });

  test("conversions to a standard deviation", () => {
    const used = (reported: Reported): number | undefined =>
      judgeMeasurement(reported, { values: ours }, { claimMargin: 1 }).paperStandardDeviation;
    expect(used(meaning("standard-deviation"))).toBe(0.8);
    expect(used(meaning("mean-of-class-deviations"))).toBe(0.8);
    expect(used(meaning("standard-deviation-n"))).toBeCloseTo(0.8 * Math.sqrt(5 / 4), 12);
    expect(used(meaning("standard-error"))).toBeCloseTo(0.8 * Math.sqrt(5), 12);
    expect(used(meaning("confidence-95"))).toBeCloseTo((0.8 * Math.sqrt(5)) / 2.7764451051977934, 12);
  });

  test("unknown: decided where all readings agree, with the widest shown", () => {
    const judgement = judgeMeasurement(
      meaning("unknown"),
      { values: ours.map((value) => value + 20) },
      { claimMargin: 2 },
    );
    expect(judgement).toMatchObject({ verdict: "refuted", spreadMeaning: "standard-error" });
    expect(judgement.readings?.map((reading) => reading.verdict)).toEqual(new Array(4).fill("refuted"));
  });

  test("unknown: inconclusive where readings disagree", () => {
    const judgement = judgeMeasurement(meaning("unknown"), { values: ours }, { claimMargin: 1.8 });
    expect(judgement).toMatchObject({ verdict: "inconclusive", reason: "± undefined" });
    expect(new Set(judgement.readings?.map((reading) => reading.verdict))).toEqual(
      new Set(["reproduced", "inconclusive"]),
    );
    expect(judgement.explanation).toContain("the readings disagree");
  });
});

describe("margins", () => {
  test("the derived default is what the paper's design detects with a power of one third", () => {
    for (const [runs, expected] of reference.thirdPower) expect(thirdPowerDifference(runs)).toBeCloseTo(expected, 8);
    const published = [
      [2, 2.7],
      [3, 1.63],
      [5, 1.1],
      [10, 0.72],
      [20, 0.5],
      [30, 0.4],
    ] as const;
    for (const [runs, rounded] of published)
      expect(Math.abs(thirdPowerDifference(runs) - rounded)).toBeLessThan(0.0051);
  });

  test("precedence: claim, task, derived, none", () => {
    const margin = (reported: Reported, options: JudgeOptions): Judgement["margin"] =>
      judgeMeasurement(reported, { values: ours }, options).margin;
    expect(margin(printed, { claimMargin: 1, taskMargin: 3 })).toEqual({ value: 1, source: "claim" });
    expect(margin(printed, { taskMargin: 3 })).toEqual({ value: 3, source: "task" });
    expect(margin(printed, {})).toEqual({ value: thirdPowerDifference(5) * 0.8, source: "derived" });
    expect(margin(withoutSpread, {})).toEqual({ value: 0, source: "none" });
  });
});

describe("reasons for inconclusive", () => {
  test("too few seeds, and with the number it names the verdict is reached", () => {
    const values = [89, 91, 90];
    const judgement = judgeMeasurement(alone, { values }, { claimMargin: 1 });
    expect(judgement).toMatchObject({ verdict: "inconclusive", reason: "too few seeds" });
    const seeds = judgement.seedsThatWouldDecide ?? 0;
    // The same mean and standard deviation with more seeds: pairs at equal distance on both sides.
    const like = (count: number): readonly number[] => {
      const [pairs, odd] = [Math.floor(count / 2), count % 2];
      const distance = Math.sqrt((count - 1) / (2 * pairs));
      return Array.from({ length: count }, (_, index) =>
        odd === 1 && index === count - 1 ? 90 : 90 + (index % 2 === 0 ? distance : -distance),
      );
    };
    const verdict = (count: number): string =>
      judgeMeasurement(alone, { values: like(count) }, { claimMargin: 1 }).verdict;
    expect(seeds).toBeGreaterThan(3);
    expect([verdict(seeds - 1), verdict(seeds)]).toEqual(["inconclusive", "reproduced"]);
  });

  test("margin below what the paper's own n can support", () => {
    expect(judgeMeasurement(printed, { values: ours }, { claimMargin: 0.5 })).toMatchObject({
      verdict: "inconclusive",
      reason: "margin below what the paper's own n can support",
    });
  });

  test("near the edge", () => {
    expect(judgeMeasurement(alone, { values: ours.map((value) => value + 2.2) }, { claimMargin: 1.94 })).toMatchObject({
      verdict: "inconclusive",
      reason: "near the edge",
    });
  });

  test("two seeds never confirm", () => {
    expect(judgeMeasurement(alone, { values: [90, 90.001] }, { claimMargin: 50 })).toMatchObject({
      verdict: "inconclusive",
      reason: "too few seeds",
      seedsThatWouldDecide: 3,
    });
  });

  test("split not fixed: seeds alone refute nothing, the error of the examples added in quadrature may", () => {
    const values = ours.map((value) => value - 10);
    const options = { claimMargin: 2, split: "unknown" } as const;
    expect(judgeMeasurement(printed, { values }, { claimMargin: 2 }).verdict).toBe("refuted");
    expect(judgeMeasurement(printed, { values }, options)).toMatchObject({
      verdict: "inconclusive",
      reason: "split not fixed",
    });
    const examples = (count: number): number => 100 * hanleyMcNeil(0.9, count, count);
    const many = judgeMeasurement(printed, { values }, { ...options, examplesStandardError: examples(5000) });
    expect(many.verdict).toBe("refuted");
    const few = judgeMeasurement(printed, { values }, { ...options, examplesStandardError: examples(25) });
    expect(few).toMatchObject({ verdict: "inconclusive", reason: "split not fixed" });
    expect(() => judgeMeasurement(printed, { values }, { split: "differs" })).toThrow(
      "judgeMeasurement: the test split differs from the paper's; give examplesStandardError",
    );
  });
});

test("one-sided claims: a result on the safe side confirms without limit and refutes nothing", () => {
  const better: Observed = { values: ours.map((value) => value + 30) };
  const worse: Observed = { values: ours.map((value) => value - 30) };
  const verdict = (observed: Observed, side: "at-least" | "at-most"): string =>
    judgeMeasurement(alone, observed, { side, claimMargin: 0 }).verdict;
  expect([verdict(better, "at-least"), verdict(worse, "at-least")]).toEqual(["reproduced", "refuted"]);
  expect([verdict(better, "at-most"), verdict(worse, "at-most")]).toEqual(["refuted", "reproduced"]);
});

test("skewed runs are cross-checked from 8 seeds on", () => {
  const skewed = [0, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 4];
  const judgement = judgeMeasurement({ value: 0.5, halfUnit: 0.05 }, { values: skewed }, { claimMargin: 2 });
  expect(judgement.skewness?.skewness).toBeGreaterThan(1);
  expect(judgement.notes.at(-1)).toContain("studentised bootstrap says");
  // Towards the long tail the bootstrap reaches further than towards the short one.
  const interval = judgement.skewness?.refutationInterval ?? { lower: 0, upper: 0 };
  expect(interval.upper - judgement.difference).toBeGreaterThan(judgement.difference - interval.lower);
  expect(judgeMeasurement({ value: 0.5, halfUnit: 0.05 }, { values: skewed.slice(1) }).skewness).toBeUndefined();
});

describe("laws", () => {
  const settings = { seed: 11, numRuns: 200 };
  // Multiples of 1/64 keep sums exact, so that laws hold to the last bit.
  const number = fc.integer({ min: -640, max: 640 }).map((value) => value / 64);
  const values = fc.array(number, { minLength: 1, maxLength: 12 });
  const reported: fc.Arbitrary<Reported> = fc.record(
    {
      value: number,
      halfUnit: fc.constantFrom(0, 1 / 128, 0.5),
      runs: fc.integer({ min: 1, max: 12 }),
      spread: fc.record({
        value: number.map(Math.abs),
        halfUnit: fc.constantFrom(0, 1 / 128),
        meaning: fc.constantFrom("standard-deviation", "standard-error", "unknown"),
      }),
    },
    { requiredKeys: ["value", "halfUnit"] },
  );
  const margin = fc.integer({ min: 0, max: 640 }).map((value) => value / 64);
  const side = fc.constantFrom("equal", "at-least", "at-most");

  test("the two rules never both hold, and p-values tell what the verdict tells", () => {
    fc.assert(
      fc.property(reported, values, margin, side, (paper, runs, claimMargin, claimed) => {
        const judgement = judgeMeasurement(paper, { values: runs }, { claimMargin, side: claimed });
        const { verdict, pRefute = 1, pEquivalent = 1 } = judgement;
        if (judgement.reason === "± undefined") return;
        expect(pEquivalent <= 0.05 && pRefute < 0.05).toBe(false);
        if (verdict === "reproduced") expect(pEquivalent).toBeLessThanOrEqual(0.05 + 1e-12);
        expect(verdict === "refuted").toBe(pRefute < 0.05);
      }),
      settings,
    );
  });

  test("widening the margin never turns reproduced into anything else, nor anything else into refuted", () => {
    fc.assert(
      fc.property(reported, values, margin, margin, side, (paper, runs, small, more, claimed) => {
        const verdict = (claimMargin: number): string =>
          judgeMeasurement(paper, { values: runs }, { claimMargin, side: claimed }).verdict;
        if (verdict(small) === "reproduced") expect(verdict(small + more)).toBe("reproduced");
        if (verdict(small + more) === "refuted") expect(verdict(small)).toBe("refuted");
      }),
      settings,
    );
  });

  test("shifting both by a constant changes nothing, nor does the order of the seeds", () => {
    fc.assert(
      fc.property(reported, values, margin, fc.integer({ min: -50, max: 50 }), (paper, runs, claimMargin, shift) => {
        const plain = judgeMeasurement(paper, { values: runs }, { claimMargin });
        const shifted = judgeMeasurement(
          { ...paper, value: paper.value + shift },
          { values: runs.map((value) => value + shift) },
          { claimMargin },
        );
        expect([shifted.verdict, shifted.reason, shifted.case]).toEqual([plain.verdict, plain.reason, plain.case]);
        expect(shifted.difference).toBeCloseTo(plain.difference, 10);
        expect(judgeMeasurement(paper, { values: [...runs].reverse() }, { claimMargin })).toEqual(plain);
      }),
      settings,
    );
  });

  test("a mirrored world has mirrored one-sided verdicts", () => {
    fc.assert(
      fc.property(reported, values, margin, (paper, runs, claimMargin) => {
        const least = judgeMeasurement(paper, { values: runs }, { claimMargin, side: "at-least" });
        const mirrored = { ...paper, value: -paper.value };
        const most = judgeMeasurement(
          mirrored,
          { values: runs.map((value) => -value) },
          { claimMargin, side: "at-most" },
        );
        expect([most.verdict, most.reason]).toEqual([least.verdict, least.reason]);
      }),
      settings,
    );
  });
});

test("what no verdict can be made of is an error of one line", () => {
  const message = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      return error instanceof Error ? error.message : "";
    }
    return "no error";
  };
  expect(message(() => judgeMeasurement(alone, { values: [90, Number.NaN] }))).toBe(
    "judgeMeasurement: observed value 1 is NaN; record a run without a number as failed instead",
  );
  expect(message(() => judgeMeasurement(alone, { values: [Number.POSITIVE_INFINITY] }))).toContain("is Infinity");
  expect(message(() => judgeMeasurement(alone, { values: [] }))).toContain("no observed values");
  expect(message(() => judgeMeasurement({ ...alone, runs: 2.5 }, { values: ours }))).toContain("number of runs is 2.5");
  expect(message(() => judgeMeasurement(alone, { values: ours }, { claimMargin: -1 }))).toContain("margin -1");
});
