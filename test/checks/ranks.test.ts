import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRanks } from "../../src/checks/ranks.ts";
import { decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { rational } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";

const itemsOf = (values: readonly string[], ranks: readonly string[]) =>
  values.map((value, index) => ({
    label: `item ${index}`,
    value: parseDecimal(value),
    rank: parseDecimal(ranks[index] ?? ""),
  }));

describe("checkRanks", () => {
  it("holds the ranks of K9DE's Table 1", () => {
    const items = itemsOf(["4", "4", "6", "5", "9", "7", "9", "8"], ["7", "7", "5", "6", "1", "4", "1", "3"]);
    const result = checkRanks({ items, direction: "descending", exact: true });
    expect(result.outcome).toBe("consistent");
    expect(result.explanation).toBe("8 of 8 printed ranks are the competition ranks of the printed values.");
  });

  // scipy.stats.rankdata([9, 8, 8, 5], method=min, dense, max, ordinal, average), best first
  it.each([
    [["1", "2", "2", "4"], "consistent", []],
    [["1", "2", "2", "3"], "conditional", ["dense ranking"]],
    [["1", "3", "3", "4"], "conditional", ["modified competition ranking"]],
    [["1", "3", "2", "4"], "conditional", ["ordinal ranking"]],
    [["1", "2.5", "2.5", "4"], "conditional", ["fractional ranking"]],
    [["2", "1", "3", "4"], "inconsistent", []],
    [["1", "2", "2", "5"], "inconsistent", []],
  ] as const)("ranks 9 8 8 5 as %s: %s", (ranks, outcome, rescuedBy) => {
    const result = checkRanks({ items: itemsOf(["9", "8", "8", "5"], ranks), direction: "descending", exact: true });
    expect(result.outcome).toBe(outcome);
    expect(result.rescuedBy).toEqual(rescuedBy);
  });

  it("never calls ranks inconsistent that were taken before the values were rounded", () => {
    const rules = fc.constantFrom("half-up", "half-down", "half-even");
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 9 }),
        rules,
        fc.constantFrom("descending", "ascending"),
        (units, rule, direction) => {
          const sign = direction === "descending" ? 1 : -1;
          const items = units.map((unit, index) => ({
            label: `item ${index}`,
            value: round(rational(unit, 100), 1, rule),
            rank: decimal(BigInt(1 + units.filter((other) => sign * (other - unit) > 0).length), 0),
          }));
          expect(checkRanks({ items, direction }).outcome).toBe("consistent");
        },
      ),
      { seed: 31, numRuns: 300 },
    );
  });

  it("decides as trying every pair of numbers behind two printed ones does", () => {
    const behind = (tenths: number) => Array.from({ length: 11 }, (_, step) => tenths * 10 + step - 5);
    for (let a = 0; a <= 3; a++) {
      for (let b = 0; b <= 3; b++) {
        for (const [first, second] of [
          ["1", "2"],
          ["1", "1"],
          ["2", "1"],
        ] as const) {
          const possible = behind(a).some((x) =>
            behind(b).some((y) => Math.sign(y - x) === Math.sign(Number(first) - Number(second))),
          );
          const items = itemsOf([`0.${a}`, `0.${b}`], [first, second]);
          const { details } = checkRanks({ items, direction: "descending" });
          expect(details.byRanking, `${a} ${b} ${first} ${second}`).toContainEqual({
            ranking: "competition",
            holds: possible,
          });
        }
      }
    }
  });
});
