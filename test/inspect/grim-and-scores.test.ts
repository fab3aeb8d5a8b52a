import { describe, expect, it } from "vitest";
import { checkEmphasisedBest } from "../../src/checks/emphasised-best.ts";
import { checkFMeasure } from "../../src/checks/f-measure.ts";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { smallestHittingSet } from "../../src/inspect/smallest-hitting-set.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { buildReading } from "./build-reading.ts";
import { numbersFrom } from "./random-tables.ts";

const accuracy = { role: "score", metric: "accuracy", unit: "percent" } as const;

describe("accuracies on a known number of examples", () => {
  // Shares of 43 examples in percent; 72.5 is none: 31 of 43 is 72.09, 32 of 43 is 74.42.
  const shares = ["72.1", "74.4", "76.7", "79.1", "81.4", "83.7", "86.0", "88.4", "60.5", "65.1"];

  it("flags the one that no count gives, where the others are shares", () => {
    const rows = Object.fromEntries([...shares, "72.5"].map((text, at) => [`m${at}`, [text]]));
    const { findings } = inspectTable(buildReading({ Acc: { ...accuracy, count: 43n } }, rows));
    expect(findings.map(({ check, strength, accused }) => [check, strength, accused[0]?.text])).toEqual([
      ["grim", "contradiction", "72.5"],
    ]);
  });

  it("says nothing of means over runs that nobody stated", () => {
    const means = ["72.5", "74.0", "76.9", "79.6", "81.2", "83.3"];
    const rows = Object.fromEntries(means.map((text, at) => [`m${at}`, [text]]));
    expect(inspectTable(buildReading({ Acc: accuracy }, rows), { count: 43 }).findings).toEqual([]);
    const stated = inspectTable(buildReading({ Acc: accuracy }, rows), { count: 43, runs: 1 }).findings;
    expect(stated.map(({ strength }) => strength)).toContain("contradiction");
  });
});

describe("F measure of printed precision and recall", () => {
  it("admits what some precision and recall that print alike give, over a grid of matrices", () => {
    for (let truePositives = 1; truePositives <= 12; truePositives++)
      for (let falsePositives = 0; falsePositives <= 12; falsePositives++)
        for (let falseNegatives = 0; falseNegatives <= 12; falseNegatives += 3) {
          const precision = truePositives / (truePositives + falsePositives);
          const recall = truePositives / (truePositives + falseNegatives);
          const f = (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives);
          const printed = (value: number) => parseDecimal(value.toFixed(3));
          const input = { precision: printed(precision), recall: printed(recall), reported: printed(f) };
          expect(checkFMeasure(input).outcome).toBe("consistent");
        }
  });

  it("refuses their arithmetic mean", () => {
    const input = { precision: parseDecimal("0.90"), recall: parseDecimal("0.50") };
    expect(checkFMeasure({ ...input, reported: parseDecimal("0.70") }).outcome).toBe("inconsistent");
    expect(checkFMeasure({ ...input, reported: parseDecimal("0.64") }).outcome).toBe("consistent");
  });
});

describe("a number set apart as the best", () => {
  const value = (text: string) => ({ label: text, value: parseDecimal(text) });
  const ask = (emphasised: readonly string[], others: readonly string[], higherIsBetter = true) =>
    checkEmphasisedBest({ emphasised: emphasised.map(value), others: others.map(value), higherIsBetter }).outcome;

  it("is the best, a tie, or open by rounding", () => {
    expect(ask(["91.2"], ["91.1", "90.0"])).toBe("consistent");
    expect(ask(["91.2"], ["91.2"])).toBe("consistent");
    expect(ask(["91.2"], ["91.24"])).toBe("consistent");
    expect(ask(["0.12"], ["0.13"], false)).toBe("consistent");
    expect(ask(["90.0", "91.2"], ["91.1"])).toBe("consistent");
  });

  it("is not where another is better", () => {
    expect(ask(["91.2"], ["91.3"])).toBe("inconsistent");
    expect(ask(["0.13"], ["0.12"], false)).toBe("inconsistent");
  });
});

describe("the smallest hitting set", () => {
  it("is as small as trying all subsets finds", () => {
    const next = numbersFrom(3);
    const elements = ["a", "b", "c", "d", "e", "f"];
    for (let round = 0; round < 300; round++) {
      const sets = Array.from({ length: 1 + Math.floor(next() * 5) }, () => {
        const set = elements.filter(() => next() < 0.4);
        return set.length === 0 ? ["a"] : set;
      });
      const sizes = Array.from({ length: 64 }, (_, mask) => elements.filter((__, at) => (mask >> at) & 1))
        .filter((subset) => sets.every((set) => set.some((element) => subset.includes(element))))
        .map(({ length }) => length);
      const { elements: found, smallest } = smallestHittingSet(sets, () => 0);
      expect(smallest).toBe(true);
      expect(sets.every((set) => set.some((element) => found.includes(element)))).toBe(true);
      expect(found).toHaveLength(Math.min(...sizes));
    }
  });
});
