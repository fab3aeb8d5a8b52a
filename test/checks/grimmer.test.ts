import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGrimmer, type GrimmerInput } from "../../src/checks/grimmer.ts";
import { firstSquares } from "../../src/checks/integer-moments.ts";
import { type Decimal, decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { contains } from "../../src/numbers/interval.ts";
import { type Rational, rational } from "../../src/numbers/rational.ts";
import { type RoundingRule, round, roundingInterval, roundingRules } from "../../src/numbers/rounding.ts";
import { momentsOfSample, printedRoot } from "./sample-oracle.ts";
import { readVectors } from "./vectors/read-vectors.ts";

interface Row {
  readonly mean: string;
  readonly sd: string;
  readonly n: number;
  readonly items?: number;
  readonly min?: number;
  readonly max?: number;
}

const input = ({ mean, sd, n, items = 1, min, max }: Row): GrimmerInput => ({
  mean: parseDecimal(mean),
  sd: parseDecimal(sd),
  count: n,
  items,
  ddof: 1,
  rules: ["half-either"],
  ...(min === undefined || max === undefined ? {} : { scale: { minimum: min, maximum: max } }),
});

describe("checkGrimmer against the vectors of scrutiny and rsprite2", () => {
  const rows = readVectors<Row, { consistent: boolean }>("grimmer");

  it.each(rows)("$id: $input.mean ± $input.sd of $input.n", (row) => {
    expect(checkGrimmer(input(row.input)).outcome !== "inconsistent").toBe(row.expected.consistent);
  });

  const boundaries = readVectors<Row, { consistent: boolean }>("sd").filter(({ check }) => check === "sd_boundary");
  it.each(boundaries)("$id: $input.mean ± $input.sd of $input.n on a scale", (row) => {
    expect(checkGrimmer(input(row.input)).outcome).toBe("inconsistent");
  });
});

describe("checkGrimmer", () => {
  it("knows the least sum of squares, which the parity test of scrutiny and rsprite2 misses", () => {
    const result = checkGrimmer({ mean: parseDecimal("3.50"), sd: parseDecimal("0.2"), count: 10 });
    expect(result.outcome).toBe("inconsistent");
    expect(result.explanation).toContain("is at least 125");
  });

  it("tries every sum that gives the mean: 8.9 ± 2.81 of 25, flagged in scrutiny's vignette, is possible", () => {
    const row = { mean: parseDecimal("8.9"), sd: parseDecimal("2.81"), count: 25 };
    const result = checkGrimmer({ ...row, ddof: 1 });
    expect(result.outcome).not.toBe("inconsistent");
    // By hand: 223/25 = 8.92, and squares 2179 give √((25 · 2179 − 223²)/600) = 2.8125.
    expect(result.details.power).toBe(0);
  });

  const rule = fc.constantFrom(...roundingRules);
  const sample = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 9 })).chain(([least, width]) =>
    fc.record({
      values: fc.array(fc.integer({ min: least, max: least + width }), { minLength: 2, maxLength: 30 }),
      scale: fc.option(fc.constant({ minimum: least, maximum: least + width }), { nil: undefined }),
    }),
  );

  it("never flags a true mean and SD under the rule that printed them", () => {
    fc.assert(
      fc.property(
        sample,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom<0 | 1>(0, 1),
        rule,
        ({ values, scale }, items, meanDecimals, sdDecimals, ddof, how) => {
          const { mean, variance } = momentsOfSample(values, items, ddof);
          const printed = {
            mean: round(mean, meanDecimals, how),
            sd: printedRoot(variance, sdDecimals, how),
            count: values.length,
            items,
            ddof,
            rules: [how],
            ...(scale === undefined
              ? {}
              : { scale: { minimum: Math.floor(scale.minimum / items), maximum: Math.ceil(scale.maximum / items) } }),
          };
          expect(["consistent", "undecidable"]).toContain(checkGrimmer(printed).outcome);
        },
      ),
      { seed: 41, numRuns: 4000 },
    );
  });

  it("never flags SDs with n, nor truncated ones, by default", () => {
    fc.assert(
      fc.property(sample, fc.constantFrom<RoundingRule>("half-even", "truncate"), ({ values }, how) => {
        const { mean, variance } = momentsOfSample(values, 1, 0);
        const printed = { mean: round(mean, 1, how), sd: printedRoot(variance, 2, how), count: values.length };
        expect(checkGrimmer(printed).outcome).not.toBe("inconsistent");
      }),
      { seed: 42, numRuns: 1000 },
    );
  });

  it("decides as trying all samples does, on scales and without", () => {
    for (const count of [2, 3, 4, 5]) {
      const seen = new Map<string, Rational[]>();
      for (const values of multisets(count, 1, 4)) {
        const { mean, variance } = momentsOfSample(values, 1, 1);
        const key = `${mean.numerator}/${mean.denominator}`;
        seen.set(key, [...(seen.get(key) ?? []), variance]);
      }
      for (let units = 10n; units <= 40n; units += 3n) {
        const mean = decimal(units, 1);
        for (let sdUnits = 0n; sdUnits <= 20n; sdUnits += 2n) {
          const sd = decimal(sdUnits, 1);
          const possible = [...seen].some(
            ([key, variances]) =>
              contains(roundingInterval(mean), fraction(key)) && variances.some((variance) => rootPrints(variance, sd)),
          );
          const scale = { minimum: 1, maximum: 4 };
          const { outcome } = checkGrimmer({ mean, sd, count, scale, ddof: 1, rules: ["half-either"] });
          expect(outcome !== "inconsistent", `${count}: ${mean.text} ± ${sd.text}`).toBe(possible);
        }
      }
    }
  });

  it("knows every sum of squares that two, three, four and five integers can have", () => {
    for (const count of [2, 3, 4, 5]) {
      const possible = new Set<string>();
      const reach = count === 5 ? 6 : 9;
      for (const values of multisets(count, -reach, reach))
        possible.add(`${total(values)} ${total(values.map((value) => value * value))}`);
      for (let sum = -4; sum <= 4; sum++)
        for (let squares = 0; squares <= (reach - 1) ** 2; squares++) {
          const only = { least: BigInt(squares), greatest: BigInt(squares) };
          const found = firstSquares(BigInt(count), BigInt(sum), only) !== undefined;
          expect(found, `${count} ${sum} ${squares}`).toBe(possible.has(`${sum} ${squares}`));
        }
    }
  });

  it("gives a sample as witness on a scale", () => {
    const scale = { minimum: 1, maximum: 5 };
    const { details } = checkGrimmer({ mean: parseDecimal("3.10"), sd: parseDecimal("1.37"), count: 10, scale });
    const { witness } = details as { witness: { sample: { value: string; times: number }[] } };
    const values = witness.sample.flatMap(({ value, times }) => Array.from({ length: times }, () => Number(value)));
    const { mean, variance } = momentsOfSample(values, 1, 1);
    expect(round(mean, 2, "half-even").text).toBe("3.10");
    expect(printedRoot(variance, 2, "half-even").text).toBe("1.37");
  });

  it("refuses what has no SD", () => {
    const mean = parseDecimal("3.0");
    expect(() => checkGrimmer({ mean, sd: parseDecimal("0.0"), count: 1 })).toThrow("needs at least 2 values");
    expect(() => checkGrimmer({ mean, sd: parseDecimal("-0.1"), count: 9 })).toThrow("is negative");
  });
});

function rootPrints(variance: Rational, sd: Decimal): boolean {
  return ["half-up", "half-down"].some(
    (how) => printedRoot(variance, sd.decimals, how as RoundingRule).units === sd.units,
  );
}

function fraction(key: string): Rational {
  const [top = "0", bottom = "1"] = key.split("/");
  return rational(BigInt(top), BigInt(bottom));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function* multisets(count: number, least: number, greatest: number): Generator<number[]> {
  if (count === 0) return yield [];
  for (let value = least; value <= greatest; value++)
    for (const rest of multisets(count - 1, value, greatest)) yield [value, ...rest];
}
