import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSamples } from "../../src/checks/samples.ts";
import { type Decimal, decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { contains } from "../../src/numbers/interval.ts";
import { type RoundingRule, round, roundingInterval, roundingRules } from "../../src/numbers/rounding.ts";
import { momentsOfSample, printedRoot } from "./sample-oracle.ts";
import { readVectors } from "./vectors/read-vectors.ts";

interface Row {
  readonly mean: string;
  readonly sd: string;
  readonly n: number;
  readonly min: number;
  readonly max: number;
}

describe("checkSamples", () => {
  it.each(readVectors<Row, { samples: number }>("samples"))(
    "$id: $input.mean ± $input.sd of $input.n has $expected.samples samples",
    ({ input: { mean, sd, n, min, max }, expected }) => {
      const { outcome, details } = checkSamples({
        mean: parseDecimal(mean),
        sd: parseDecimal(sd),
        count: n,
        scale: { minimum: min, maximum: max },
        ddof: 1,
        rules: ["half-either"],
      });
      expect(details.samples).toBe(String(expected.samples));
      expect(outcome).toBe(expected.samples === 0 ? "inconsistent" : "consistent");
    },
  );

  it("counts and lists what trying all samples finds", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: -2, max: 2 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 35 }),
        fc.constantFrom<0 | 1>(0, 1),
        (count, minimum, width, meanTenths, sdTenths, ddof) => {
          const mean = decimal(BigInt(minimum * 10 + (meanTenths % (width * 10 + 1))), 1);
          const sd = decimal(BigInt(sdTenths), 1);
          const scale = { minimum, maximum: minimum + width };
          const expected = [...multisets(count, minimum, minimum + width)].filter((values) => {
            const moments = momentsOfSample(values, 1, ddof);
            return contains(roundingInterval(mean), moments.mean) && prints(moments.variance, sd);
          });
          const limit = 1000;
          const { details } = checkSamples({ mean, sd, count, scale, ddof, limit, rules: ["half-either"] });
          const { listed } = details as { listed: { value: string; times: number }[][] };
          expect(details.samples).toBe(String(expected.length));
          const texts = listed.map((sample) =>
            sample.flatMap(({ value, times }) => Array.from({ length: times }, () => value)).join(","),
          );
          expect(texts.sort()).toEqual(expected.map((values) => values.join(",")).sort());
        },
      ),
      { seed: 71, numRuns: 500 },
    );
  });

  it("never misses the sample that was printed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 40 }),
        fc.constantFrom(...roundingRules),
        (values, rule) => {
          const { mean, variance } = momentsOfSample(values, 1, 1);
          const row = { mean: round(mean, 2, rule), sd: printedRoot(variance, 2, rule), count: values.length };
          const result = checkSamples({ ...row, scale: { minimum: 1, maximum: 7 }, ddof: 1, rules: [rule] });
          expect(result.outcome).toBe("consistent");
        },
      ),
      { seed: 72, numRuns: 300 },
    );
  });

  it("gives up past its limit, and says so", () => {
    const scale = { minimum: 0, maximum: 100 };
    const result = checkSamples({ mean: parseDecimal("50.0"), sd: parseDecimal("25.0"), count: 5000, scale });
    expect(result).toMatchObject({ outcome: "undecidable" });
    expect(result.explanation).toContain("search limit");
  });
});

function prints(variance: Parameters<typeof printedRoot>[0], sd: Decimal): boolean {
  return (["half-up", "half-down"] as readonly RoundingRule[]).some(
    (rule) => printedRoot(variance, sd.decimals, rule).units === sd.units,
  );
}

function* multisets(count: number, least: number, greatest: number): Generator<number[]> {
  if (count === 0) return yield [];
  for (let value = least; value <= greatest; value++)
    for (const rest of multisets(count - 1, value, greatest)) yield [value, ...rest];
}
