import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanOfRow } from "../../src/checks/mean-row.ts";
import { largestSatisfiableSubset } from "../../src/checks/satisfiable-rows.ts";
import { checkWeightsExist } from "../../src/checks/weights-exist.ts";
import { decimal, parseDecimal, toRational } from "../../src/numbers/decimal.ts";
import { divide, multiply, negate, rational, subtract, total } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";
import { table7 } from "./table7.ts";

describe("checkWeightsExist", () => {
  it("proves that no weights satisfy 19 of Table 7's 20 rows, and finds 18", () => {
    const result = checkWeightsExist({ rows: table7 });
    expect(result.outcome).toBe("inconsistent");
    expect(result.details).toMatchObject({ rowCount: 20, mostRows: 18, proved: true });
    expect(checkWeightsExist({ rows: table7, atLeast: 18 }).outcome).toBe("consistent");
    expect(checkWeightsExist({ rows: table7, atLeast: 19 }).outcome).toBe("inconsistent");
    const { satisfied, weights, conflicts } = largestSatisfiableSubset(table7);
    expect(satisfied).toHaveLength(18);
    for (const index of satisfied) {
      const row = table7[index];
      expect(row !== undefined && meanOfRow(row, weights, "half-either").holds).toBe(true);
    }
    // Whichever row is left out, a conflict stays whole, and each conflict's sum is positive for every label.
    for (let row = 0; row < 20; row++) expect(conflicts.some(({ rows }) => !rows.includes(row))).toBe(true);
    const twentieth = rational(1, 20);
    for (const { multipliers, rows } of conflicts) {
      expect(new Set(multipliers.map(({ row }) => row))).toEqual(new Set(rows));
      for (const column of [0, 1, 2, 3, 4]) {
        const terms = multipliers.map(({ row, side, share }) => {
          const printed = table7[row];
          const cell = printed?.cells[column];
          if (printed === undefined || cell === undefined)
            throw new Error("the conflict names a row that is not there");
          // Each at most zero where the row holds: cell − 0.05 − (mean + 0.05), or mean − 0.05 − (cell + 0.05).
          const gap = subtract(toRational(cell.value), toRational(printed.reported));
          const condition = subtract(side === "above" ? gap : negate(gap), multiply(twentieth, rational(2)));
          expect(share.numerator > 0n).toBe(true);
          return multiply(share, condition);
        });
        expect(total(terms).numerator > 0n).toBe(true);
      }
    }
  });

  it("never denies weights that made the table", () => {
    const scenario = fc.record({
      weights: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 4 }),
      seeds: fc.array(fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 4, maxLength: 4 }), {
        minLength: 1,
        maxLength: 6,
      }),
    });
    fc.assert(
      fc.property(scenario, ({ weights: [first = 0, ...others], seeds }) => {
        const weights = [first + 1, ...others];
        const rows = seeds.map((units, index) => {
          const exact = weights.map((_, cell) => rational(units[cell] ?? 0, 1000));
          const sum = total(exact.map((value, cell) => multiply(value, rational(weights[cell] ?? 0))));
          const mean = divide(sum, rational(weights.reduce((a, b) => a + b)));
          const cells = exact.map((value, cell) => ({ label: `cell ${cell}`, value: round(value, 1, "half-even") }));
          return { name: `row ${index}`, cells, reported: round(mean, 1, "half-even") };
        });
        expect(checkWeightsExist({ rows }).outcome).toBe("consistent");
      }),
      { seed: 92, numRuns: 60 },
    );
  });

  it("counts the rows that hold as trying all weights of two cells does", () => {
    const tenths = fc.integer({ min: 0, max: 9 });
    const drawn = fc.array(fc.tuple(tenths, tenths, tenths), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(drawn, (numbers) => {
        const rows = numbers.map(([a, b, mean], index) => ({
          name: `row ${index}`,
          cells: [a, b].map((units, cell) => ({ label: `cell ${cell}`, value: decimal(BigInt(units), 1) })),
          reported: decimal(BigInt(mean), 1),
        }));
        // A row's weights change truth at (L − b) / (a − b) only, in twentieths of units: fractions of small numbers.
        const cuts = numbers.flatMap(([a, b, mean]) =>
          a === b ? [] : [mean - b - 1, mean - b + 1].map((top) => top / (a - b)),
        );
        const candidates = [0, 1, ...cuts.filter((cut) => cut >= 0 && cut <= 1)];
        const most = Math.max(
          ...candidates.map(
            (share) =>
              numbers.filter(([a, b, mean]) => Math.abs(share * a + (1 - share) * b - mean) <= 1 + 1e-9).length,
          ),
        );
        expect(checkWeightsExist({ rows }).details.mostRows).toBe(most);
      }),
      { seed: 93, numRuns: 150 },
    );
  });

  it("refuses rows with other labels", () => {
    const row = (name: string, label: string) => ({
      name,
      cells: [{ label, value: parseDecimal("1.0") }],
      reported: parseDecimal("1.0"),
    });
    expect(() => checkWeightsExist({ rows: [row("x", "A"), row("y", "B")] })).toThrow(
      "checkWeightsExist, y: its cells are not labelled A in this order",
    );
  });
});
