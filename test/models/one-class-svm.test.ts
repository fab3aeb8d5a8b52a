import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Kernel, kernelMatrix } from "../../src/models/kernel.ts";
import { fitOneClassSvm, type OneClassSvm } from "../../src/models/one-class-svm.ts";
import { congruentialRows } from "./lcg.ts";

interface Reference {
  readonly shape: string;
  readonly count: number;
  readonly width: number;
  readonly nu: number;
  readonly kernel: "linear" | "rbf";
  readonly gamma?: number;
  readonly seed: number;
  readonly rho: number;
  readonly objective: number;
  /** Σ alpha_i K(x_i, x), without the offset. */
  readonly scores: readonly number[];
  /** Of the first rows. */
  readonly alpha?: readonly number[];
}

const references: readonly Reference[] = JSON.parse(
  readFileSync(new URL("./vectors/one-class-svm.json", import.meta.url), "utf8"),
);

function kernelOf({ kernel, gamma }: Reference): Kernel {
  return kernel === "linear" ? { kind: "linear" } : { kind: "rbf", gamma: gamma ?? 1 };
}

function weightedSums(matrix: Float32Array | Float64Array, alpha: Float64Array): number[] {
  const count = alpha.length;
  return Array.from({ length: matrix.length / count }, (_, row) =>
    alpha.reduce((sum, weight, at) => sum + weight * (matrix[row * count + at] as number), 0),
  );
}

/** The offsets that the optimality conditions allow. */
function offsets(gram: Float32Array | Float64Array, { alpha }: OneClassSvm): { low: number; high: number } {
  const gradient = weightedSums(gram, alpha);
  return {
    low: Math.max(...gradient.filter((_, row) => (alpha[row] as number) > 0)),
    high: Math.min(...gradient.filter((_, row) => (alpha[row] as number) < 1)),
  };
}

/** The largest difference, relative to the reference where that is above 1. */
function difference(actual: readonly number[], expected: readonly number[]): number {
  return Math.max(
    ...expected.map((value, at) => Math.abs((actual[at] ?? Number.NaN) - value) / Math.max(1, Math.abs(value))),
  );
}

describe("one-class SVM against scikit-learn at tolerance 1e-10", () => {
  test.each(references)("$shape $count × $width, $kernel $gamma, nu $nu", (reference) => {
    const rows = congruentialRows(reference.shape, reference.seed, reference.count, reference.width);
    const asked = congruentialRows("uniform", reference.seed + 500_000, 12, reference.width);
    const kernel = kernelOf(reference);
    const gram = kernelMatrix(kernel, rows, rows);
    const model = fitOneClassSvm({ gram, count: reference.count, nu: reference.nu, tolerance: 1e-10 });
    expect(difference([model.objective], [reference.objective])).toBeLessThan(1e-6);
    expect(difference(weightedSums(kernelMatrix(kernel, asked, rows), model.alpha), reference.scores)).toBeLessThan(
      1e-6,
    );
    if (model.alpha.some((weight) => weight > 0 && weight < 1))
      expect(difference([model.rho], [reference.rho])).toBeLessThan(1e-6);
    else {
      // With every row at a bound any offset between them is optimal: ours is midway, theirs hangs on a rounding error.
      const { low, high } = offsets(gram, model);
      expect(reference.rho).toBeGreaterThan(low - 1e-6 * Math.abs(low));
      expect(reference.rho).toBeLessThan(high + 1e-6 * Math.abs(high));
      expect(difference([model.rho], [(low + high) / 2])).toBeLessThan(1e-9);
    }
    expect(model.gap).toBeLessThan(1e-10);
    expect(model.alpha.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(reference.nu * reference.count, 8);
    expect(Math.min(...model.alpha)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...model.alpha)).toBeLessThanOrEqual(1);
    expect([...model.supportIndices]).toEqual(
      [...model.alpha.keys()].filter((row) => (model.alpha[row] as number) > 0),
    );
  });

  test("coefficients agree where the solution is unique", () => {
    const unique = references.filter(
      ({ alpha, shape, gamma }) =>
        alpha !== undefined && shape !== "duplicates" && shape !== "ties" && (gamma ?? 0) > 0.1,
    );
    expect(unique).toHaveLength(45);
    for (const reference of unique) {
      const rows = congruentialRows(reference.shape, reference.seed, reference.count, reference.width);
      const gram = kernelMatrix(kernelOf(reference), rows, rows);
      const { alpha } = fitOneClassSvm({ gram, count: reference.count, nu: reference.nu, tolerance: 1e-10 });
      expect(difference([...alpha.subarray(0, 20)], reference.alpha ?? [])).toBeLessThan(1e-5);
    }
  });
});

describe("one-class SVM laws", () => {
  const problem = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.integer({ min: 2, max: 40 }),
    nu: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
    gamma: fc.constantFrom(0.01, 1, 100),
    shape: fc.constantFrom("uniform", "ties", "duplicates"),
  });

  test("identical rows share their coefficients' sum with a fit of permuted rows", () => {
    fc.assert(
      fc.property(problem, ({ seed, count, nu, gamma, shape }) => {
        const rows = congruentialRows(shape, seed, count, 2);
        const reversed = {
          ...rows,
          values: rows.values.map((_, at) => rows.values[2 * (count - 1 - (at >> 1)) + (at & 1)] as number),
        };
        const kernel: Kernel = { kind: "rbf", gamma };
        const fits = [rows, reversed].map((each) => {
          const { alpha } = fitOneClassSvm({ gram: kernelMatrix(kernel, each, each), count, nu, tolerance: 1e-12 });
          return sums(each.values, alpha);
        });
        for (const [row, sum] of fits[0] ?? [])
          expect(Math.abs(sum - (fits[1]?.get(row) ?? Number.NaN))).toBeLessThan(1e-4);
      }),
      { seed: 20, numRuns: 60 },
    );
  });

  test("a float32 kernel matrix is solved to the tolerance", () => {
    for (const [seed, gamma] of [
      [1, 0.5],
      [2, 20],
      [3, 2000],
    ] as const) {
      const rows = congruentialRows("uniform", seed, 400, 6);
      const gram = Float32Array.from(kernelMatrix({ kind: "rbf", gamma }, rows, rows));
      const model = fitOneClassSvm({ gram, count: 400, nu: 0.5, tolerance: 1e-6 });
      const { low, high } = offsets(gram, model);
      expect(low - high).toBeLessThan(1e-6 + 1e-9);
      expect(model.gap).toBeLessThan(1e-6);
    }
  });

  test("nu = 1 has one feasible point", () => {
    const rows = congruentialRows("uniform", 4, 30, 3);
    const gram = kernelMatrix({ kind: "rbf", gamma: 2 }, rows, rows);
    const model = fitOneClassSvm({ gram, count: 30, nu: 1 });
    const rowSums = weightedSums(gram, new Float64Array(30).fill(1));
    expect([...model.alpha]).toEqual(Array(30).fill(1));
    expect(model.objective).toBeCloseTo(rowSums.reduce((sum, value) => sum + value, 0) / 2, 10);
    expect(model.rho).toBeCloseTo(Math.max(...rowSums), 10);
    expect(model.iterations).toBe(0);
  });
});

describe("one-class SVM misuse", () => {
  const gram = Float64Array.of(1, 0, 0, 1);
  test.each([
    [{ gram, count: 3, nu: 0.5 }, "4 values, 3 × 3 are needed"],
    [{ gram, count: 2, nu: 0 }, "nu 0 is outside (0, 1]"],
    [{ gram, count: 2, nu: 1.5 }, "nu 1.5 is outside (0, 1]"],
    [{ gram, count: 2, nu: Number.NaN }, "nu NaN is outside (0, 1]"],
    [{ gram, count: 2, nu: 0.5, tolerance: 0 }, "tolerance 0 is not positive"],
    [{ gram: Float64Array.of(1, 0, Number.NaN, 1), count: 2, nu: 0.5 }, "row 1 of the kernel matrix"],
    [{ gram: new Float64Array(), count: 0, nu: 0.5 }, "0 rows"],
  ])("%o", (problem, message) => {
    expect(() => fitOneClassSvm(problem)).toThrow(message);
  });

  test("says so when the steps run out", () => {
    const rows = congruentialRows("uniform", 9, 50, 3);
    const matrix = kernelMatrix({ kind: "rbf", gamma: 5 }, rows, rows);
    expect(() => fitOneClassSvm({ gram: matrix, count: 50, nu: 0.5, tolerance: 1e-9, maximumIterations: 2 })).toThrow(
      "after 2 steps",
    );
  });
});

function sums(values: Float64Array, alpha: Float64Array): Map<string, number> {
  const result = new Map<string, number>();
  for (const [row, weight] of alpha.entries()) {
    const key = `${values[2 * row]} ${values[2 * row + 1]}`;
    result.set(key, (result.get(key) ?? 0) + weight);
  }
  return result;
}
