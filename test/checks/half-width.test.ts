import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkDebit } from "../../src/checks/debit.ts";
import { checkDifference } from "../../src/checks/difference.ts";
import { checkGrim } from "../../src/checks/grim.ts";
import { fitsGrim, grimPower } from "../../src/checks/grim-lattice.ts";
import { checkGrimmer } from "../../src/checks/grimmer.ts";
import { isGreater } from "../../src/checks/is-greater.ts";
import { checkMean } from "../../src/checks/mean.ts";
import { checkPercentage } from "../../src/checks/percentage.ts";
import { checkSum } from "../../src/checks/sum.ts";
import { type Decimal, decimal, parseDecimal, toRational, withHalfWidth } from "../../src/numbers/decimal.ts";
import {
  absolute,
  add,
  compare,
  multiply,
  type Rational,
  rational,
  subtract,
  total,
} from "../../src/numbers/rational.ts";
import { roundingInterval, roundingRules } from "../../src/numbers/rounding.ts";
import { momentsOfSample } from "./sample-oracle.ts";

/** Numbers with two decimals, and half widths with three: from far below the last digit to far above. */
const halfWidths = fc.integer({ min: 0, max: 40 }).map((units) => decimal(BigInt(units), 3));
const hundredths = (least: number, greatest: number) =>
  fc.integer({ min: least, max: greatest }).map((units) => decimal(BigInt(units), 2));

function isWithin(value: Rational, printed: Decimal, halfWidth: Decimal): boolean {
  return compare(absolute(subtract(value, toRational(printed))), toRational(halfWidth)) <= 0;
}

describe("a half width instead of a rounding rule", () => {
  it("stands for the closed interval under every rule", () => {
    const known = withHalfWidth(parseDecimal("0.9567"), parseDecimal("0.0001"));
    for (const rule of roundingRules)
      expect(roundingInterval(known, rule)).toEqual({
        lower: rational(9566, 10_000),
        upper: rational(9568, 10_000),
        lowerClosed: true,
        upperClosed: true,
      });
    expect(() => withHalfWidth(known, parseDecimal("-0.1"))).toThrow("the half width -0.1 is negative");
  });

  it("GRIM: fits exactly the means that some sum gives, with the share that none gives as its power", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 130 }), halfWidths, (n, halfWidth) => {
        const fits = Array.from({ length: 100 }, (_, units) => {
          const printed = decimal(BigInt(units), 2);
          const byTrying = Array.from({ length: 3 * n + 1 }, (__, sum) => rational(sum - n, n)).some((mean) =>
            isWithin(mean, printed, halfWidth),
          );
          expect(fitsGrim(withHalfWidth(printed, halfWidth), n, "half-either")).toBe(byTrying);
          return byTrying;
        });
        const flagged = fits.filter((fit) => !fit).length / 100;
        expect(grimPower(withHalfWidth(decimal(0n, 2), halfWidth), n, "half-either")).toBeCloseTo(flagged, 12);
      }),
      { seed: 151, numRuns: 25 },
    );
  });

  it("GRIM in percent: moves with the point", () => {
    // 262/300 is 87.333… %, 262/300 ± .001 of it is 87.332 to 87.334.
    const at = (text: string, halfWidth: string) =>
      checkGrim({
        mean: withHalfWidth(parseDecimal(text), parseDecimal(halfWidth)),
        count: 100,
        runs: 3,
        percent: true,
        rules: ["half-either"],
      }).outcome;
    expect([at("87.333", "0.001"), at("87.335", "0.001"), at("87.335", "0.002")]).toEqual([
      "consistent",
      "inconsistent",
      "consistent",
    ]);
  });

  it("GRIMMER and DEBIT: decide as trying every sample does", () => {
    const samples = [...samplesOf(4, 0, 3)].map((values) => momentsOfSample(values, 1, 1));
    const yesNo = [...samplesOf(7, 0, 1)].map((values) => momentsOfSample(values, 1, 1));
    fc.assert(
      fc.property(hundredths(0, 300), hundredths(0, 180), halfWidths, (mean, sd, halfWidth) => {
        const [low, high] = [
          subtract(toRational(sd), toRational(halfWidth)),
          add(toRational(sd), toRational(halfWidth)),
        ];
        const fits = (its: (typeof samples)[number]) =>
          isWithin(its.mean, mean, halfWidth) &&
          (low.numerator < 0n || compare(multiply(low, low), its.variance) <= 0) &&
          compare(its.variance, multiply(high, high)) <= 0;
        const known = { mean: withHalfWidth(mean, halfWidth), sd: withHalfWidth(sd, halfWidth), ddof: 1 as const };
        const rules = ["half-either"] as const;
        const scale = { minimum: 0, maximum: 3 };
        const grimmer = checkGrimmer({ ...known, count: 4, scale, rules }).outcome;
        if (grimmer !== "undecidable") expect(grimmer === "consistent").toBe(samples.some(fits));
        const debit = checkDebit({ ...known, count: 7, rules }).outcome;
        if (debit !== "undecidable") expect(debit === "consistent").toBe(yesNo.some(fits));
      }),
      { seed: 152, numRuns: 400 },
    );
  });

  it("means, sums and differences: the errors add up, and no further", () => {
    fc.assert(
      fc.property(
        fc.array(hundredths(-500, 500), { minLength: 1, maxLength: 5 }),
        hundredths(-900, 900),
        halfWidths,
        (values, reported, halfWidth) => {
          const within = (value: Decimal) => withHalfWidth(value, halfWidth);
          const cells = values.map((value, index) => ({ label: String(index), value: within(value) }));
          const exact = total(values.map(toRational));
          const off = (from: Rational, errors: number) =>
            compare(
              absolute(subtract(toRational(reported), from)),
              multiply(toRational(halfWidth), rational(errors)),
            ) <= 0;
          const rules = ["half-either"] as const;
          const sum = checkSum({ parts: cells, reported: within(reported), rules }).outcome;
          expect(sum === "consistent").toBe(off(exact, values.length + 1));
          const mean = checkMean({ cells, reported: within(reported), rules }).outcome;
          expect(mean === "consistent").toBe(off(multiply(exact, rational(1, values.length)), 2));
          const [value = reported, baseline = reported] = values;
          const difference = checkDifference({
            value: within(value),
            baseline: within(baseline),
            reported: within(reported),
            rules,
          }).outcome;
          const forward = subtract(toRational(value), toRational(baseline));
          const holds = [off(forward, 3), off(multiply(forward, rational(-1)), 3)];
          expect(difference).toBe(holds[0] ? "consistent" : holds[1] ? "conditional" : "inconsistent");
        },
      ),
      { seed: 153, numRuns: 400 },
    );
  });

  it("percentages: fit exactly where some count gives them", () => {
    fc.assert(
      fc.property(hundredths(0, 10_000), fc.integer({ min: 1, max: 60 }), halfWidths, (percent, count, halfWidth) => {
        const possible = Array.from({ length: count + 1 }, (_, part) => rational(100 * part, count)).some((share) =>
          isWithin(share, percent, halfWidth),
        );
        const { outcome } = checkPercentage({
          percent: withHalfWidth(percent, halfWidth),
          total: count,
          rules: ["half-either"],
        });
        expect(outcome).toBe(possible ? "consistent" : "inconsistent");
      }),
      { seed: 154, numRuns: 500 },
    );
  });

  it("numbers of as many digits agree within their half widths, and are ordered only outside them", () => {
    const [a, b] = ["84.30", "84.32"].map((text) => withHalfWidth(parseDecimal(text), parseDecimal("0.01"))) as [
      Decimal,
      Decimal,
    ];
    const places = [a, b].map((value) => ({ label: value.text, value }));
    expect(checkAgreement({ places }).outcome).toBe("consistent");
    // 84.31 may be both; 84.32 is never less than 84.30.
    expect([isGreater(b, a, true, false), isGreater(b, a, false, false), isGreater(a, b, true, false)]).toEqual([
      "unknown",
      "true",
      "false",
    ]);
  });
});

/** All samples of so many whole numbers from least to greatest, in rising order. */
function* samplesOf(count: number, least: number, greatest: number): Generator<readonly number[]> {
  if (count === 0) yield [];
  else
    for (let first = least; first <= greatest; first++)
      for (const rest of samplesOf(count - 1, first, greatest)) yield [first, ...rest];
}
