import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { judgeBestOf } from "../../src/judge/judge-best-of.ts";
import { judgeMeasurement } from "../../src/judge/judge-measurement.ts";
import { judgeOrdering } from "../../src/judge/judge-ordering.ts";
import { type FreedomOutcome, judgeOverFreedoms } from "../../src/judge/judge-over-freedoms.ts";
import { judgeSpread } from "../../src/judge/judge-spread.ts";
import { judgeTable } from "../../src/judge/judge-table.ts";
import type { Judgement } from "../../src/judge/judgement.ts";
import { poolSpreads } from "../../src/judge/pool-spreads.ts";
import { stream } from "../../src/random/stream.ts";

const reference: {
  readonly ours: readonly number[];
  readonly ordering: {
    readonly a: readonly number[];
    readonly b: readonly number[];
    readonly paired: number;
    readonly welch: number;
  };
  readonly spread: { readonly ratio: number; readonly interval: readonly [number, number]; readonly p: number };
} = JSON.parse(readFileSync(new URL("./vectors/measurements.json", import.meta.url), "utf8"));
const { a, b, paired, welch } = reference.ordering;

describe("orderings", () => {
  test("p-values equal SciPy's paired and Welch tests, and decide", () => {
    const bySeed = judgeOrdering(a, b, { paired: true });
    expect(bySeed).toMatchObject({ verdict: "reproduced", pReproduce: expect.closeTo(paired, 10) });
    const apart = judgeOrdering(a, b, { paired: false });
    expect(apart).toMatchObject({ verdict: "inconclusive", pReproduce: expect.closeTo(welch, 10) });
    expect(judgeOrdering(b, a, { paired: true }).verdict).toBe("refuted");
  });

  test("a claimed lead is taken off; alike differences are compared exactly; two runs show nothing", () => {
    expect(judgeOrdering([3, 4, 5], [1, 2, 3], { paired: true, by: 2.5 })).toMatchObject({
      verdict: "refuted",
      method: "exact",
      difference: -0.5,
    });
    expect(judgeOrdering([1, 1, 1], [1, 1, 1], { paired: false })).toMatchObject({
      verdict: "inconclusive",
      reason: "tie",
    });
    expect(judgeOrdering([9, 9.1], [1, 1.1], { paired: false })).toMatchObject({ reason: "too few seeds" });
    // Leads of 4, 4 and 5: their mean, and 2.91999 standard errors of a third either way, beside the claimed lead.
    expect(judgeOrdering([5, 6, 8], [1, 2, 3], { paired: true, by: 2 }).explanation).toBe(
      "Lead 4.333 against 2 claimed (3 against 3 runs, paired t, one-sided bounds 3.36 and 5.307): reproduced, lead shown.",
    );
    // Leads of 0.1, 0 and −0.1, whose sum in floats is −2.8e-17.
    expect(judgeOrdering([0.3, 0.5, 0.1], [0.2, 0.5, 0.2], { paired: true }).explanation).toBe(
      "Lead 0 (3 against 3 runs, paired t, one-sided bounds −0.1686 and 0.1686): inconclusive, near the edge.",
    );
    expect(() => judgeOrdering([1, 2], [1], { paired: true })).toThrow("judgeOrdering: 2 runs do not pair with 1");
  });

  test("the error rate of a false lead is held at 0.05", () => {
    const source = stream("test", "orderings");
    const draw = (): number[] => Array.from({ length: 5 }, () => source.normal());
    let reproduced = 0;
    for (let repetition = 0; repetition < 3000; repetition++)
      if (judgeOrdering(draw(), draw(), { paired: repetition % 2 === 0 }).verdict === "reproduced") reproduced++;
    // Four standard errors of a rate of 0.05 over 3,000 repetitions.
    expect(reproduced / 3000).toBeLessThan(0.066);
    expect(reproduced / 3000).toBeGreaterThan(0.03);
  });

  test("best of several: all must be led; one that leads refutes, after Holm", () => {
    const low = b.map((value) => value - 5);
    expect(judgeBestOf(a, [b, low], { paired: true }).verdict).toBe("reproduced");
    expect(judgeBestOf(b, [a, low], { paired: true })).toMatchObject({
      verdict: "refuted",
      pRefuteAdjusted: [expect.closeTo(2 * paired, 10), 1],
    });
    expect(judgeBestOf(b, [a, low, low], { paired: true }).verdict).toBe("inconclusive");
  });
});

describe("tables", () => {
  const judged = (value: number): Judgement =>
    judgeMeasurement({ value, halfUnit: 0.05 }, { values: reference.ours }, { claimMargin: 2 });

  test("counts verdicts and adjusts refutations", () => {
    const cells = [90, 88.4, 84, 100, 90].map((value, index) => ({ id: `cell ${index}`, judgement: judged(value) }));
    const table = judgeTable(cells);
    const raw = cells.map(({ judgement }) => judgement.pRefute ?? 1);
    const sorted = [...raw].sort((one, two) => one - two);
    expect(table.counts.refuted + table.counts.reproduced + table.counts.inconclusive).toBe(5);
    expect(table.whollyReproduced).toBe(false);
    expect(table.cells[3]?.pHolm).toBeCloseTo(5 * (sorted[0] ?? 1), 12);
    expect(table.cells[3]).toMatchObject({ refutedAfterHolm: true });
    expect(table.cells.every((cell) => cell.pBenjaminiHochberg === undefined)).toBe(true);
  });

  test("one lone refutation among many does not survive; large tables have a second column", () => {
    const lone = judgeMeasurement(
      { value: 90, halfUnit: 0.05 },
      { values: reference.ours.map((value) => value + 5.4) },
      { claimMargin: 2 },
    );
    expect(lone.verdict).toBe("refuted");
    const cells = Array.from({ length: 60 }, (_, index) => ({
      id: String(index),
      judgement: index === 0 ? lone : judged(90),
    }));
    const table = judgeTable(cells);
    expect(table.counts).toEqual({ reproduced: 59, refuted: 1, inconclusive: 0 });
    expect(table.cells[0]).toMatchObject({ refutedAfterHolm: false });
    expect(table.cells[0]?.pBenjaminiHochberg).toBeCloseTo(Math.min(1, 60 * (lone.pRefute ?? 1)), 10);
    expect(() => judgeTable([...cells, ...cells])).toThrow('judgeTable: cell "0" is given twice');
  });
});

describe("freedoms", () => {
  const outcome = (
    values: Record<string, string>,
    verdict: "reproduced" | "refuted" | "inconclusive",
  ): FreedomOutcome => ({
    values,
    judgement: { verdict, reason: "of its own" },
  });

  test("the common verdict or none, never the best match", () => {
    const both = [outcome({ stem: "cifar" }, "reproduced"), outcome({ stem: "imagenet" }, "reproduced")];
    expect(judgeOverFreedoms(both)).toMatchObject({ verdict: "reproduced", dependsOn: [] });
    const mixed = [outcome({ stem: "cifar" }, "reproduced"), outcome({ stem: "imagenet" }, "inconclusive")];
    expect(judgeOverFreedoms(mixed)).toMatchObject({
      verdict: "inconclusive",
      reason: "depends on stem",
      outcomes: mixed,
    });
  });

  test("refuted under all still leaves open what was merely assumed", () => {
    const all = [outcome({ stem: "cifar" }, "refuted"), outcome({ stem: "imagenet" }, "refuted")];
    expect(judgeOverFreedoms(all).verdict).toBe("refuted");
    expect(judgeOverFreedoms(all, ["epochs"])).toMatchObject({
      verdict: "inconclusive",
      reason: "refuted under every value run, but epochs assumed and not varied",
    });
    expect(judgeOverFreedoms(all, ["a", "b", "c", "d", "e"]).reason).toContain("but a, b, c, d, e assumed");
    expect(judgeOverFreedoms(all, ["a", "b", "c", "d", "e", "f"]).reason).toContain(
      "but a, b, c, d and 2 more assumed",
    );
  });

  test("names the freedom that turns the verdict, not those that merely vary", () => {
    const grid = ["cifar", "imagenet"].flatMap((stem) =>
      ["1", "8"].map((gamma) => outcome({ stem, gamma }, gamma === "8" ? "reproduced" : "refuted")),
    );
    expect(judgeOverFreedoms(grid).dependsOn).toEqual(["gamma"]);
    const apart = [
      outcome({ stem: "cifar", gamma: "1" }, "refuted"),
      outcome({ stem: "imagenet", gamma: "8" }, "reproduced"),
    ];
    expect(judgeOverFreedoms(apart).dependsOn).toEqual(["gamma", "stem"]);
  });
});

describe("spreads", () => {
  const reported = {
    value: 90,
    halfUnit: 0.05,
    runs: 5,
    spread: { value: 0.8, halfUnit: 0.05, meaning: "standard-deviation" },
  } as const;

  test("ratio, interval and p agree with SciPy's F", () => {
    expect(judgeSpread(reported, reference.ours)).toEqual({
      ratio: expect.closeTo(reference.spread.ratio, 10),
      interval: {
        lower: expect.closeTo(reference.spread.interval[0], 8),
        upper: expect.closeTo(reference.spread.interval[1], 8),
      },
      p: expect.closeTo(reference.spread.p, 10),
      finding: "no clear difference",
    });
  });

  test("calls only the extremes, and none where ± is unexplained", () => {
    const withSpread = (value: number) => ({ ...reported, spread: { ...reported.spread, value } });
    expect(judgeSpread(withSpread(0), reference.ours)?.finding).toBe("printed spread far smaller than ours");
    expect(judgeSpread(withSpread(0), reference.ours)?.interval.upper).toBeUndefined();
    expect(judgeSpread(withSpread(12), reference.ours)?.finding).toBe("printed spread far larger than ours");
    const unknown = { ...reported, spread: { ...reported.spread, meaning: "unknown" as const } };
    expect(judgeSpread(unknown, reference.ours)).toBeUndefined();
  });

  test("pooling leaves out members at the boundary and single runs, and says whether one spread is credible", () => {
    const members = [[0.999, 0.999], [0.6, 0.62, 0.61], [0.7, 0.72, 0.75], [0.5]];
    const pooled = poolSpreads(members, { boundary: 0.99 });
    expect(pooled).toMatchObject({ leftOut: [0, 3], degreesOfFreedom: 4 });
    const variance =
      (2 * 0.0001 + 2 * (((0.7 - 0.7233333) ** 2 + (0.72 - 0.7233333) ** 2 + (0.75 - 0.7233333) ** 2) / 2)) / 4;
    expect(pooled.standardDeviation).toBeCloseTo(Math.sqrt(variance), 7);
    expect(pooled.bartlettP).toBeGreaterThan(0.05);
    expect(pooled.leveneP).toBeGreaterThan(0.05);
    expect(() => poolSpreads([[1]])).toThrow("poolSpreads: no member with two runs is left to pool");
  });
});
