import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, contains, type Interval, intersection, isEmpty, negate, scale } from "../../src/numbers/interval.ts";
import * as exact from "../../src/numbers/rational.ts";
import { rational } from "../../src/numbers/rational.ts";

const small = fc.integer({ min: -6, max: 6 });
const interval: fc.Arbitrary<Interval> = fc
  .record({ lower: small, upper: small, lowerClosed: fc.boolean(), upperClosed: fc.boolean() })
  .map((ends) => ({ ...ends, lower: rational(ends.lower), upper: rational(ends.upper) }));
const grid = Array.from({ length: 121 }, (_, index) => rational(index - 60, 4));

describe("intervals", () => {
  it("intersect in the numbers that both contain", () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const both = intersection(a, b);
        for (const value of grid) expect(contains(both, value)).toBe(contains(a, value) && contains(b, value));
        expect(isEmpty(a)).toBe(!grid.some((value) => contains(a, value)));
      }),
      { seed: 2 },
    );
  });

  it("scale and turn with their members", () => {
    fc.assert(
      fc.property(interval, small, (a, factor) => {
        fc.pre(!isEmpty(a));
        const scaled = scale(a, rational(factor));
        for (const value of grid.filter((member) => contains(a, member))) {
          expect(contains(scaled, exact.multiply(value, rational(factor)))).toBe(true);
          expect(contains(negate(a), exact.negate(value))).toBe(true);
        }
      }),
      { seed: 3 },
    );
  });

  it("add up to an interval whose ends are attained only where both are", () => {
    const open: Interval = { lower: rational(0), upper: rational(1), lowerClosed: true, upperClosed: false };
    const closed: Interval = { ...open, upperClosed: true };
    expect(contains(add(closed, closed), rational(2))).toBe(true);
    expect(contains(add(open, closed), rational(2))).toBe(false);
    expect(contains(add(open, closed), rational(0))).toBe(true);
  });
});

describe("rationals", () => {
  it("obey the laws of a field in lowest terms", () => {
    const fraction = fc
      .tuple(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 1000n))
      .map(([numerator, denominator]) => rational(numerator, denominator));
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(exact.multiply(a, exact.add(b, c))).toEqual(exact.add(exact.multiply(a, b), exact.multiply(a, c)));
        expect(exact.subtract(exact.add(a, b), b)).toEqual(a);
        if (b.numerator !== 0n) expect(exact.multiply(exact.divide(a, b), b)).toEqual(a);
        expect(exact.compare(a, b)).toBe(Math.sign(exact.toNumber(exact.subtract(a, b))));
        expect(exact.floor(a) <= exact.ceiling(a)).toBe(true);
        expect(Number(exact.floor(a))).toBe(Math.floor(exact.toNumber(a)));
      }),
      { seed: 4 },
    );
  });

  it("refuse a zero denominator, and become floats however large they are", () => {
    expect(() => rational(1, 0)).toThrow("1/0 is undefined");
    expect(exact.toNumber(rational(10n ** 400n, 3n * 10n ** 400n))).toBe(1 / 3);
    expect(exact.toNumber(rational(10n ** 400n + 1n, 3n * 10n ** 400n))).toBeCloseTo(1 / 3, 15);
  });
});
