import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, compare, multiply, one, type Rational, rational, zero } from "../../src/numbers/rational.ts";
import { type LinearConstraint, refutesSystem, solveLinearSystem } from "../../src/stats/linear-program.ts";

function satisfies(point: readonly Rational[], constraints: readonly LinearConstraint[]): boolean {
  return (
    point.every((value) => compare(value, zero) >= 0) &&
    constraints.every(({ coefficients, lower, upper }) => {
      const value = coefficients.reduce((sum, factor, index) => add(sum, multiply(factor, point[index] ?? zero)), zero);
      return (lower === undefined || compare(value, lower) >= 0) && (upper === undefined || compare(value, upper) <= 0);
    })
  );
}

const sumsToOne = (variables: number): LinearConstraint => ({
  coefficients: new Array<Rational>(variables).fill(one),
  lower: one,
  upper: one,
});

describe("solveLinearSystem", () => {
  test("finds the weights of a table of means, and proves where none exist", () => {
    // 0.2 · 10 + 0.8 · 20 = 18 and 0.2 · 40 + 0.8 · 30 = 32, each printed to one decimal.
    const near = (cells: readonly number[], tenths: number): LinearConstraint => ({
      coefficients: cells.map((cell) => rational(cell)),
      lower: rational(2 * tenths - 1, 20),
      upper: rational(2 * tenths + 1, 20),
    });
    const possible = [sumsToOne(2), near([10, 20], 180), near([40, 30], 320)];
    const found = solveLinearSystem(possible);
    expect(found.feasible && satisfies(found.point, possible)).toBe(true);
    const impossible = [sumsToOne(2), near([10, 20], 180), near([40, 30], 330)];
    const refuted = solveLinearSystem(impossible);
    expect(!refuted.feasible && refutesSystem(impossible, refuted.certificate)).toBe(true);
    // The proof belongs to its own system.
    expect(!refuted.feasible && refutesSystem(possible, refuted.certificate)).toBe(false);
  });

  const integer = fc.integer({ min: -4, max: 4 });
  const constraint = fc
    .record({
      coefficients: fc.array(integer, { minLength: 3, maxLength: 3 }),
      from: integer,
      width: fc.nat(4),
      ends: fc.constantFrom("both", "lower", "upper"),
    })
    .map(
      ({ coefficients, from, width, ends }): LinearConstraint => ({
        coefficients: coefficients.map((value) => rational(value)),
        ...(ends !== "upper" && { lower: rational(from, 3) }),
        ...(ends !== "lower" && { upper: rational(from + width, 3) }),
      }),
    );

  test("every answer proves itself by plain arithmetic", () => {
    const seen = { feasible: 0, infeasible: 0 };
    fc.assert(
      fc.property(fc.array(constraint, { minLength: 1, maxLength: 7 }), fc.boolean(), (free, normalised) => {
        const constraints = normalised ? [sumsToOne(3), ...free] : free;
        const result = solveLinearSystem(constraints);
        seen[result.feasible ? "feasible" : "infeasible"]++;
        if (result.feasible) expect(satisfies(result.point, constraints)).toBe(true);
        else expect(refutesSystem(constraints, result.certificate)).toBe(true);
      }),
      { seed: 5, numRuns: 1500 },
    );
    expect(Math.min(seen.feasible, seen.infeasible)).toBeGreaterThan(200);
  });

  test("agrees with a grid: where a grid point satisfies all, the system is not called impossible", () => {
    fc.assert(
      fc.property(fc.array(constraint, { minLength: 1, maxLength: 6 }), (free) => {
        const constraints = [sumsToOne(3), ...free];
        let onGrid = false;
        for (let first = 0; first <= 12; first++)
          for (let second = 0; first + second <= 12; second++)
            onGrid ||= satisfies(
              [rational(first, 12), rational(second, 12), rational(12 - first - second, 12)],
              constraints,
            );
        if (onGrid) expect(solveLinearSystem(constraints).feasible).toBe(true);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  test("sixty interval constraints on five weights, exact at an interval of width zero", () => {
    const weights = [10, 10, 20, 2, 1].map((tasks) => rational(tasks, 43));
    const rows = Array.from({ length: 60 }, (_, row): LinearConstraint => {
      const coefficients = weights.map((_weight, column) => rational(((row * 37 + column * 91) % 1000) + 1, 10));
      const mean = coefficients.reduce((sum, cell, index) => add(sum, multiply(cell, weights[index] ?? zero)), zero);
      return { coefficients, lower: mean, upper: mean };
    });
    const system = [sumsToOne(5), ...rows];
    const found = solveLinearSystem(system);
    expect(found.feasible && satisfies(found.point, system)).toBe(true);
    const broken = system.map((row, index) =>
      index === 30 && row.lower !== undefined
        ? { ...row, lower: add(row.lower, rational(1, 1000)), upper: add(row.lower, rational(2, 1000)) }
        : row,
    );
    const refuted = solveLinearSystem(broken);
    expect(!refuted.feasible && refutesSystem(broken, refuted.certificate)).toBe(true);
  });

  test("misuse is one line", () => {
    expect(() => solveLinearSystem([])).toThrow("solveLinearSystem: no constraints");
    expect(() => solveLinearSystem([sumsToOne(2), sumsToOne(3)])).toThrow("constraint 1 has 3 coefficients, not 2");
  });
});

test("a false certificate is not accepted", () => {
  const constraints: readonly LinearConstraint[] = [{ coefficients: [one], upper: rational(-1) }];
  expect(refutesSystem(constraints, [{ lower: zero, upper: one }])).toBe(true);
  expect(refutesSystem(constraints, [{ lower: one, upper: zero }])).toBe(false);
  expect(refutesSystem(constraints, [{ lower: zero, upper: rational(-1) }])).toBe(false);
  expect(refutesSystem(constraints, [])).toBe(false);
});
