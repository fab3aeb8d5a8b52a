import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGrim, possibleMeans } from "../../src/checks/grim.ts";
import { fitsGrim, grimPower, grimProbability, nearestMeans, sumsOf } from "../../src/checks/grim-lattice.ts";
import { decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { contains } from "../../src/numbers/interval.ts";
import { divide, multiply, rational, toNumber } from "../../src/numbers/rational.ts";
import { type RoundingRule, round, roundingInterval, roundingRules } from "../../src/numbers/rounding.ts";
import { readVectors, scrutinyRules } from "./vectors/read-vectors.ts";

interface GrimRow {
  readonly mean: string;
  readonly n: number;
  readonly items: number;
  readonly percent: boolean;
  readonly rounding: string;
}

describe("checkGrim against the vectors of scrutiny and rsprite2", () => {
  const rows = readVectors<GrimRow, { consistent: boolean }>("grim");
  const supported = rows.filter(({ input }) => input.rounding in scrutinyRules);

  it("covers all rows but those of rounding rules that only scrutiny has", () => {
    const left = rows.filter(({ input }) => !(input.rounding in scrutinyRules)).map(({ input }) => input.rounding);
    expect([...new Set(left)].sort()).toEqual(["anti_trunc", "ceiling_or_floor", "down_from", "up_from"]);
    expect({ run: supported.length, left: left.length }).toEqual({ run: 178, left: 49 });
  });

  const check = ({ mean, n, items, percent, rounding }: GrimRow) =>
    checkGrim({ mean: parseDecimal(mean), count: n, items, percent, rules: [scrutinyRules[rounding] as RoundingRule] });

  it.each(supported.filter(({ disputed }) => disputed !== true))("$id: $input.mean of $input.n", (row) => {
    expect(check(row.input).outcome !== "inconsistent").toBe(row.expected.consistent);
  });

  it.each(supported.filter(({ disputed }) => disputed === true))(
    "$id: $input.mean of $input.n under $input.rounding is impossible; scrutiny's tolerance around the granules drops the tie rule and accepts it",
    (row) => {
      expect(check(row.input).outcome).toBe("inconsistent");
      expect(row.peer_expected).toBe(true);
    },
  );
});

describe("the numbers beside GRIM", () => {
  type Row = { mean: string; n: number; items?: number; percent?: boolean };
  const rows = readVectors<Row, { nearest?: string[]; values?: number[]; probability?: number }>("grim-means");

  it.each(rows)("$id: $input.mean of $input.n", ({ input, expected }) => {
    const { n, items = 1, percent = false } = input;
    const mean = parseDecimal(input.mean);
    if (expected.nearest !== undefined) expect(nearestMeans(mean, n, "half-either")[0]?.text).toBe(expected.nearest[0]);
    if (expected.values !== undefined) {
      const values = possibleMeans({ mean, count: n }).map(toNumber);
      expect(values).toHaveLength(expected.values.length);
      for (const [index, value] of values.entries()) expect(value).toBeCloseTo(expected.values[index] ?? 0, 9);
    }
    if (expected.probability !== undefined) {
      const result = checkGrim({ mean, count: n, items, percent });
      expect(result.details.chanceOfFlag).toBe(expected.probability);
    }
  });

  it("gives the exact share of printed means that are flagged", () => {
    for (let n = 1; n <= 130; n++) {
      for (const rule of roundingRules) {
        const flagged = Array.from({ length: 100 }, (_, units) => decimal(BigInt(200 + units), 2)).filter(
          (mean) => !fitsGrim(mean, n, rule),
        ).length;
        expect(grimPower(decimal(0n, 2), n, rule), `${n} ${rule}`).toBe(flagged / 100);
      }
    }
    expect(grimProbability(parseDecimal("5.30"), 40)).toBe(0.6);
  });
});

describe("checkGrim", () => {
  const anyRule = fc.constantFrom(...roundingRules);

  it("never flags a true mean under the rule that printed it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2000, max: 20_000 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 4 }),
        fc.boolean(),
        anyRule,
        (sum, count, items, runs, decimals, percent, rule) => {
          const exact = divide(rational(sum), rational(count * items * runs));
          const mean = round(percent ? multiply(exact, rational(100)) : exact, decimals, rule);
          expect(checkGrim({ mean, count, items, runs, percent, rules: [rule] }).outcome).not.toBe("inconsistent");
          expect(checkGrim({ mean, count, items, runs, percent }).outcome).not.toBe("inconsistent");
        },
      ),
      { seed: 21, numRuns: 4000 },
    );
  });

  it("never flags the mean of runs that were rounded first, and says so", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 6 }),
        fc.constantFrom<RoundingRule>("half-up", "half-down", "half-even"),
        (correct, rule) => {
          const printed = correct.map((right) => round(rational(right * 100, 50), 1, rule));
          const mean = round(
            rational(
              printed.reduce((sum, { units }) => sum + units, 0n),
              BigInt(10 * printed.length),
            ),
            1,
            rule,
          );
          const result = checkGrim({ mean, count: 50, runs: correct.length, percent: true });
          expect(["consistent", "conditional", "undecidable"]).toContain(result.outcome);
        },
      ),
      { seed: 22, numRuns: 1000 },
    );
  });

  it("decides as trying every sum does, in machine integers and in big ones", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 3 }),
        anyRule,
        (units, n, decimals, rule) => {
          const mean = decimal(BigInt(units), decimals);
          const interval = roundingInterval(mean, rule);
          const centre = Math.round((units * n) / 10 ** decimals);
          let possible = false;
          for (let sum = centre - 2 * n - 2; sum <= centre + 2 * n + 2; sum++)
            possible ||= contains(interval, rational(sum, n));
          expect(fitsGrim(mean, n, rule)).toBe(possible);
          expect(sumsOf(mean, n, rule) !== undefined).toBe(possible);
        },
      ),
      { seed: 23, numRuns: 2000 },
    );
  });

  it("agrees with itself beyond machine integers", () => {
    const mean = parseDecimal("3.14159265358979");
    expect(fitsGrim(mean, 999_983, "half-even")).toBe(sumsOf(mean, 999_983, "half-even") !== undefined);
    expect(checkGrim({ mean, count: 999_983 }).outcome).toBe("inconsistent");
  });

  it("explains the impossible mean of 28 answers", () => {
    const result = checkGrim({ mean: parseDecimal("5.19"), count: 28 });
    expect(result.outcome).toBe("inconsistent");
    // 145/28 = 5.17857…, 146/28 = 5.21428…
    expect(result.explanation).toBe(
      "Printed 5.19 as a mean of 28 whole numbers; the nearest possible means are 5.17857 (printed 5.18) and 5.21429 (printed 5.21): no whole sum gives the printed one.",
    );
    expect(result.details).toMatchObject({ power: 0.72, denominator: 28 });
    expect(result.nearMisses[0]).toBe("A guess: the mean is 5.18 or 5.21, the nearest that can be printed.");
  });

  it("is conditional where cutting off the digits would do", () => {
    // 227/43 = 5.2790…
    const result = checkGrim({ mean: parseDecimal("5.27"), count: 43 });
    expect(result.outcome).toBe("conditional");
    expect(result.explanation).toMatch(/It is possible under truncation and rounding down \(floor\)\.$/);
  });

  it("tells the accuracy of one run from the mean of several", () => {
    // 93.33 % of 150 examples is one run's 140/150; 93.56 % is the mean of three runs (421/450), never that of one.
    const one = checkGrim({ mean: parseDecimal("93.56"), count: 150, percent: true });
    expect(one.outcome).toBe("inconsistent");
    const three = checkGrim({ mean: parseDecimal("93.56"), count: 150, percent: true, runs: 3 });
    expect(three.outcome).toBe("consistent");
    expect(three.details.byDenominator).toEqual([
      { what: "values", denominator: 150, fits: false },
      { what: "values × runs", denominator: 450, fits: true },
    ]);
  });

  it("says where it has no power", () => {
    expect(checkGrim({ mean: parseDecimal("3.4"), count: 25 }).outcome).toBe("undecidable");
    // With ties either way, 80 values reach every second decimal: k/80 = 0.0125·k.
    expect(checkGrim({ mean: parseDecimal("3.44"), count: 80 }).outcome).toBe("undecidable");
    expect(checkGrim({ mean: parseDecimal("3.44"), count: 80, rules: ["half-up"] }).outcome).toBe("consistent");
  });

  it("is conditional on truncation, and on a plain mean", () => {
    // 2/3 is 0.667 rounded and 0.666 cut off.
    const cut = checkGrim({ mean: parseDecimal("0.666"), count: 3 });
    expect(cut).toMatchObject({ outcome: "conditional", rescuedBy: ["truncation", "rounding down (floor)"] });
    const either = checkGrim({ mean: parseDecimal("87.5"), count: 10, percent: "either", rules: ["half-even"] });
    expect(either).toMatchObject({ outcome: "conditional", rescuedBy: ["a plain mean instead of a percentage"] });
  });

  it("refuses counts that are not whole", () => {
    expect(() => checkGrim({ mean: parseDecimal("1.0"), count: 2.5 })).toThrow("checkGrim: count is 2.5; give a whole");
  });
});
