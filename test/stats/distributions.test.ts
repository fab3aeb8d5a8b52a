import stdlibQuantile from "@stdlib/stats-base-dists-t-quantile";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaQuantile } from "../../src/stats/beta-distribution.ts";
import { binomialCdf, binomialUpperTail } from "../../src/stats/binomial.ts";
import { chiSquareCdf, chiSquareQuantile, chiSquareUpperTail } from "../../src/stats/chi-square.ts";
import { fCdf, fQuantile, fUpperTail } from "../../src/stats/f-distribution.ts";
import { incompleteBeta } from "../../src/stats/incomplete-beta.ts";
import { incompleteGamma } from "../../src/stats/incomplete-gamma.ts";
import { logGamma } from "../../src/stats/log-gamma.ts";
import { noncentralTCdf } from "../../src/stats/noncentral-t.ts";
import { normalCdf, normalQuantile } from "../../src/stats/normal.ts";
import { studentTCdf, studentTDensity, studentTQuantile } from "../../src/stats/student-t.ts";
import { referenceRows, relativeError } from "./reference.ts";

type Evaluate = (...given: readonly number[]) => readonly number[];

const cases: readonly (readonly [string, number, Evaluate, number?])[] = [
  ["logGamma", 1, (x = 0) => [logGamma(x)], 1],
  ["incompleteBeta", 3, (x = 0, a = 0, b = 0) => [incompleteBeta(x, a, b), incompleteBeta(1 - x, b, a, x)], 1e-280],
  ["incompleteGamma", 2, (a = 0, x = 0) => [incompleteGamma(a, x).lower, incompleteGamma(a, x).upper], 1e-280],
  ["normal", 1, (z = 0) => [normalCdf(z)]],
  ["normalQuantile", 1, (p = 0) => [normalQuantile(p)]],
  ["studentT", 2, (t = 0, df = 0) => [studentTCdf(-t, df)]],
  ["studentTQuantile", 2, (p = 0, df = 0) => [studentTQuantile(p, df)]],
  ["chiSquare", 2, (x = 0, df = 0) => [chiSquareCdf(x, df), chiSquareUpperTail(x, df)]],
  ["chiSquareQuantile", 2, (p = 0, df = 0) => [chiSquareQuantile(p, df)]],
  ["f", 3, (x = 0, d1 = 0, d2 = 0) => [fCdf(x, d1, d2), fUpperTail(x, d1, d2)]],
  ["fQuantile", 3, (p = 0, d1 = 0, d2 = 0) => [fQuantile(p, d1, d2)]],
  ["betaQuantile", 3, (p = 0, a = 0, b = 0) => [betaQuantile(p, a, b)]],
  ["binomial", 3, (k = 0, n = 0, p = 0) => [binomialCdf(k, n, p), binomialUpperTail(k, n, p)]],
];

describe("central distributions agree with mpmath and SciPy to 1e-10 relative, in both tails", () => {
  for (const [name, argumentCount, evaluate, floor] of cases)
    test(name, () => {
      for (const row of referenceRows(name)) {
        const given = row.slice(0, argumentCount);
        const results = evaluate(...given);
        expect(results.length).toBe(row.length - argumentCount);
        for (const [index, result] of results.entries()) {
          const expected = row[argumentCount + index] as number;
          expect(relativeError(result, expected, floor), `${name}(${given}) = ${result}, not ${expected}`).toBeLessThan(
            1e-10,
          );
        }
      }
    });
});

test("the noncentral t agrees with numerical integration to 1e-11", () => {
  for (const [t = 0, df = 0, delta = 0, expected = 0] of referenceRows("noncentralT"))
    expect(Math.abs(noncentralTCdf(t, df, delta) - expected), `nct(${t}, ${df}, ${delta})`).toBeLessThan(1e-11);
});

describe("laws", () => {
  const settings = { seed: 20, numRuns: 300 };
  const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
  const degrees = fc.double({ min: 0.6, max: 500, noNaN: true });

  test("a quantile is the inverse of its distribution", () => {
    fc.assert(
      fc.property(probability, degrees, degrees, (p, d1, d2) => {
        const tail = (lower: number, upper: number): number => (p < 0.5 ? lower / p : upper / (1 - p));
        const t = studentTQuantile(p, d1);
        expect(tail(studentTCdf(t, d1), studentTCdf(-t, d1))).toBeCloseTo(1, 9);
        const x = chiSquareQuantile(p, d1);
        expect(tail(chiSquareCdf(x, d1), chiSquareUpperTail(x, d1))).toBeCloseTo(1, 9);
        const ratio = fQuantile(p, d1, d2);
        expect(tail(fCdf(ratio, d1, d2), fUpperTail(ratio, d1, d2))).toBeCloseTo(1, 9);
      }),
      settings,
    );
  });

  test("Student's quantile agrees with stdlib", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 200 }), (p, df) => {
        expect(relativeError(studentTQuantile(p, df), stdlibQuantile(p, df), 1e-3)).toBeLessThan(1e-8);
      }),
      settings,
    );
  });

  test("closed forms: Cauchy, infinite degrees of freedom, central case of the noncentral t", () => {
    for (const p of [0.6, 0.95, 0.999]) {
      expect(relativeError(studentTQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)))).toBeLessThan(1e-12);
      expect(studentTQuantile(p, Number.POSITIVE_INFINITY)).toBe(normalQuantile(p));
      expect(noncentralTCdf(p, 7, 0)).toBeCloseTo(studentTCdf(p, 7), 13);
    }
    expect(relativeError(studentTDensity(0, 1), 1 / Math.PI)).toBeLessThan(1e-13);
    expect([studentTQuantile(0, 5), studentTQuantile(0.5, 5), studentTQuantile(1, 5)]).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
    ]);
  });

  test("two terms of Cornish and Fisher's expansion bound Student's quantile from below", () => {
    for (const p of [0.5001, 0.6, 0.75, 0.9, 0.95, 0.975, 0.99, 0.999, 0.99999])
      for (const df of [1, 1.5, 2, 3, 5, 9.5, 30, 100, 1000]) {
        const z = normalQuantile(p);
        expect(z + (z ** 3 + z) / (4 * df)).toBeLessThanOrEqual(studentTQuantile(p, df) * (1 + 1e-12));
      }
  });

  test("misuse is one line that names the function", () => {
    expect(() => studentTQuantile(1.2, 4)).toThrow("studentTQuantile: probability 1.2 is not between 0 and 1");
    expect(() => studentTCdf(1, 0)).toThrow("studentTCdf: 0 degrees of freedom are not positive");
    expect(() => noncentralTCdf(1, 4, 40)).toThrow("noncentralTCdf: noncentrality 40 is beyond ±37");
    expect(() => binomialCdf(1, 2.5, 0.5)).toThrow("binomialCdf: 2.5 trials is no natural number");
    expect(() => logGamma(0)).toThrow("logGamma: 0 is not positive");
    expect(() => fQuantile(0.5, 1, Number.POSITIVE_INFINITY)).toThrow("fQuantile: degrees of freedom must be finite");
  });
});
