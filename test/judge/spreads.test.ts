import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { judgeRunDifference } from "../../src/judge/judge-run-difference.ts";
import { judgeWiderSpread } from "../../src/judge/judge-wider-spread.ts";
import { stream } from "../../src/random/stream.ts";

interface Pair {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly pReproduce: number;
  readonly pRefute: number;
  readonly ratio: number;
}

interface Difference {
  readonly values: readonly number[];
  readonly atLeast: number;
  readonly difference: number;
  readonly bounds: { readonly lower: number; readonly upper: number };
  readonly pReproduce: number;
  readonly pRefute: number;
}

const reference: { readonly pairs: readonly Pair[]; readonly differences: readonly Difference[] } = JSON.parse(
  readFileSync(new URL("./vectors/spreads.json", import.meta.url), "utf8"),
);

const draw = (source: ReturnType<typeof stream>, count: number): number[] =>
  Array.from({ length: count }, () => source.normal());

describe("judgeWiderSpread", () => {
  test.each(reference.pairs)("p-values are those of the correlation of sum and difference (%#)", (pair) => {
    const { first, second, ratio, pReproduce, pRefute } = pair;
    const judged = judgeWiderSpread(first, second);
    expect(judged.ratio).toBeCloseTo(ratio, 10);
    expect(judged.pReproduce).toBeCloseTo(pReproduce, 10);
    expect(judged.pRefute).toBeCloseTo(pRefute, 10);
    const wanted = pReproduce < 0.05 ? "reproduced" : pRefute < 0.05 ? "refuted" : "inconclusive";
    expect(judged.verdict).toBe(wanted);
  });

  test("a bound of the ratio is where the test of that ratio has its level", () => {
    for (const { first, second } of reference.pairs) {
      const { bounds } = judgeWiderSpread(first, second);
      const scaled = second.map((value) => value * (bounds?.lower ?? Number.NaN));
      expect(judgeWiderSpread(first, scaled).pReproduce).toBeCloseTo(0.05, 8);
    }
  });

  test("relative spreads do not depend on either unit", () => {
    const first = [0.2, 0.3, 0.25, 0.35, 0.22];
    const second = [1, 1.1, 1.05, 0.98, 1.02];
    const judged = judgeWiderSpread(first, second, { relative: true });
    const rescaled = judgeWiderSpread(
      first.map((value) => value * 100),
      second.map((value) => value / 7),
      { relative: true },
    );
    expect(judged.verdict).toBe("reproduced");
    expect(rescaled.ratio).toBeCloseTo(judged.ratio ?? Number.NaN, 10);
    expect(judgeWiderSpread(first, second).verdict).toBe("inconclusive");
  });

  test("what does not vary is compared exactly; two seeds show nothing; what does not pair is refused", () => {
    expect(judgeWiderSpread([1, 2, 3], [4, 4, 4])).toMatchObject({ verdict: "reproduced", reason: "exact comparison" });
    expect(judgeWiderSpread([4, 4, 4], [1, 2, 3])).toMatchObject({ verdict: "refuted", reason: "exact comparison" });
    expect(judgeWiderSpread([4, 4, 4], [1, 1, 1])).toMatchObject({ reason: "no spread on either side" });
    // The same values moved: equal spreads, exactly.
    expect(judgeWiderSpread([1, 2, 4], [11, 12, 14])).toMatchObject({ verdict: "inconclusive", ratio: 1 });
    expect(judgeWiderSpread([1, 9], [1, 1.1])).toMatchObject({ verdict: "inconclusive", reason: "too few seeds" });
    expect(() => judgeWiderSpread([1, 2], [1])).toThrow("judgeWiderSpread: 2 runs do not pair with 1");
    expect(() => judgeWiderSpread([1, 2, -3], [1, 2, 3], { relative: true })).toThrow("need positive numbers");
    expect(() => judgeWiderSpread([1, 2, Number.NaN], [1, 2, 3])).toThrow("a value is NaN");
  });

  test("a false lead is shown no more often than alpha says", () => {
    const source = stream("test", "spreads");
    let reproduced = 0;
    for (let repetition = 0; repetition < 3000; repetition++)
      if (judgeWiderSpread(draw(source, 5), draw(source, 5)).verdict === "reproduced") reproduced++;
    // Four standard errors of a rate of 0.05 over 3,000 repetitions.
    expect(reproduced / 3000).toBeLessThan(0.066);
    expect(reproduced / 3000).toBeGreaterThan(0.034);
  });
});

describe("judgeRunDifference", () => {
  test.each(reference.differences)("the difference and its bounds are SciPy's (%#)", (wanted) => {
    const judged = judgeRunDifference(wanted.values, wanted.atLeast);
    expect(judged.difference).toBeCloseTo(wanted.difference, 10);
    expect(judged.bounds?.lower).toBeCloseTo(wanted.bounds.lower, 10);
    expect(judged.bounds?.upper).toBeCloseTo(wanted.bounds.upper, 10);
    expect(judged.pReproduce).toBeCloseTo(wanted.pReproduce, 10);
    expect(judged.pRefute).toBeCloseTo(wanted.pRefute, 10);
    const verdict = wanted.pReproduce <= 0.05 ? "reproduced" : wanted.pRefute < 0.05 ? "refuted" : "inconclusive";
    expect(judged.verdict).toBe(verdict);
  });

  test("equal runs refute, two show nothing, and no claim is refused", () => {
    expect(judgeRunDifference([7, 7, 7], 0.1)).toMatchObject({ verdict: "refuted", reason: "exact comparison" });
    expect(judgeRunDifference([7, 70], 0.1)).toMatchObject({ verdict: "inconclusive", reason: "too few seeds" });
    expect(() => judgeRunDifference([], 1)).toThrow("there are no runs");
    expect(() => judgeRunDifference([1, 2, 3], 0)).toThrow("is no claim");
  });

  test("at the claimed difference either error is held at 0.05", () => {
    const source = stream("test", "run differences");
    const atLeast = 2 / Math.sqrt(Math.PI);
    const counts = { reproduced: 0, refuted: 0, inconclusive: 0 };
    for (let repetition = 0; repetition < 3000; repetition++)
      counts[judgeRunDifference(draw(source, 5), atLeast).verdict]++;
    expect(counts.reproduced / 3000).toBeLessThan(0.066);
    expect(counts.refuted / 3000).toBeLessThan(0.066);
    expect(counts.reproduced / 3000).toBeGreaterThan(0.034);
    expect(counts.refuted / 3000).toBeGreaterThan(0.034);
  });
});
