import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { possibleSpreads } from "../../src/checks/possible-spreads.ts";
import { sdLimits } from "../../src/checks/sd-limits.ts";
import { checkSdRange } from "../../src/checks/sd-range.ts";
import { decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { contains } from "../../src/numbers/interval.ts";
import { toNumber } from "../../src/numbers/rational.ts";
import { round, roundingInterval, roundingRules } from "../../src/numbers/rounding.ts";
import { momentsOfSample, printedRoot } from "./sample-oracle.ts";
import { readVectors } from "./vectors/read-vectors.ts";

interface Row {
  readonly mean: string;
  readonly n: number;
  readonly sd?: string;
  readonly min?: number;
  readonly max?: number;
  readonly items?: number;
}

describe("sdLimits and possibleSpreads against the vectors of rsprite2", () => {
  const rows = readVectors<Row, { range?: number[]; possible_sds_4dp?: number[]; consistent?: boolean }>("sd");

  it.each(rows)("$id: $input.mean of $input.n", ({ input, expected }) => {
    const { n, items = 1 } = input;
    const mean = parseDecimal(input.mean);
    const scale = { minimum: input.min ?? 0, maximum: input.max ?? 0 };
    if (expected.range !== undefined) {
      const limits = sdLimits({ mean, count: n, scale, items, ddof: 1 });
      expect(limits?.least).toBeCloseTo(expected.range[0] ?? 0, 2);
      expect(limits?.greatest).toBeCloseTo(expected.range[1] ?? 0, 2);
    }
    const sd = parseDecimal(input.sd ?? "0");
    if (expected.consistent !== undefined)
      expect(checkSdRange({ mean, sd, count: n, scale }).outcome).toBe("inconsistent");
    if (expected.possible_sds_4dp !== undefined) {
      const spreads = possibleSpreads({ mean, sd, count: n, ddof: 1 });
      const printed = spreads.map(({ variance }) => Number(printedRoot(variance, 4, "half-even").text));
      expect([...new Set(printed)].sort((a, b) => a - b)).toEqual(expected.possible_sds_4dp);
    }
  });
});

describe("checkSdRange", () => {
  it("has the limits that trying all samples finds", () => {
    for (const count of [2, 3, 5]) {
      for (let units = 10n; units <= 40n; units++) {
        const mean = decimal(units, 1);
        const variances = [...multisets(count, 1, 4)]
          .map((values) => momentsOfSample(values, 1, 1))
          .filter((moments) => contains(roundingInterval(mean), moments.mean))
          .map(({ variance }) => toNumber(variance));
        const limits = sdLimits({ mean, count, scale: { minimum: 1, maximum: 4 } });
        if (variances.length === 0) expect(limits).toBeUndefined();
        else {
          expect(limits?.least).toBeCloseTo(Math.sqrt(Math.min(...variances)), 12);
          expect(limits?.greatest).toBeCloseTo(Math.sqrt(Math.max(...variances)), 12);
        }
      }
    }
  });

  it("never flags true values, whole or not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 20 }),
        fc.constantFrom(1, 3, 10, "continuous" as const),
        fc.constantFrom<0 | 1>(0, 1),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(...roundingRules),
        (values, items, ddof, decimals, rule) => {
          const divisor = items === "continuous" ? 7 : items;
          const { mean, variance } = momentsOfSample(values, divisor, ddof);
          const { outcome } = checkSdRange({
            mean: round(mean, decimals, rule),
            sd: printedRoot(variance, decimals, rule),
            count: values.length,
            scale: { minimum: 0, maximum: Math.ceil(50 / divisor) },
            items,
            ddof,
            rules: [rule],
          });
          expect(outcome).toBe("consistent");
        },
      ),
      { seed: 61, numRuns: 2000 },
    );
  });

  it("knows the greatest SD of scores between 0 and 1", () => {
    // Five AUCs with mean 0.9: four at 1 and one at 0.5 have the greatest SD, 0.2236 (n − 1).
    const limits = sdLimits({
      mean: parseDecimal("0.9000000000"),
      count: 5,
      scale: { minimum: 0, maximum: 1 },
      items: "continuous",
    });
    expect(limits?.greatest).toBeCloseTo(Math.sqrt(0.05), 6);
    const row = { mean: parseDecimal("0.90"), count: 5, scale: { minimum: 0, maximum: 1 } };
    expect(checkSdRange({ ...row, sd: parseDecimal("0.27"), items: "continuous" }).outcome).toBe("inconsistent");
  });
});

function* multisets(count: number, least: number, greatest: number): Generator<number[]> {
  if (count === 0) return yield [];
  for (let value = least; value <= greatest; value++)
    for (const rest of multisets(count - 1, value, greatest)) yield [value, ...rest];
}
