import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Kernel, kernelMatrix } from "../../src/models/kernel.ts";
import { fitOneClassSvm, type OneClassSvm } from "../../src/models/one-class-svm.ts";
import { congruential, congruentialRows } from "./lcg.ts";

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
  readonly decisions: readonly number[];
  readonly alpha?: readonly number[];
}

const references: readonly Reference[] = JSON.parse(
  readFileSync(new URL("./vectors/one-class-svm.json", import.meta.url), "utf8"),
);

function kernelOf({ kernel, gamma }: Reference): Kernel {
  return kernel === "linear" ? { kind: "linear" } : { kind: "rbf", gamma: gamma ?? 1 };
}

function decisions(model: OneClassSvm, cross: Float64Array): number[] {
  const count = model.alpha.length;
  return Array.from({ length: cross.length / count }, (_, row) =>
    model.alpha.reduce((sum, weight, at) => sum + weight * (cross[row * count + at] as number), -model.rho),
  );
}

function violation(gram: Float32Array | Float64Array, { alpha }: OneClassSvm): number {
  const count = alpha.length;
  const gradient = alpha.map((_, row) =>
    alpha.reduce((sum, weight, at) => sum + weight * (gram[row * count + at] as number), 0),
  );
  const up = gradient.filter((_, row) => (alpha[row] as number) < 1);
  const down = gradient.filter((_, row) => (alpha[row] as number) > 0);
  return up.length === 0 ? 0 : Math.max(...down) - Math.min(...up);
}

/** The largest relative difference, in units of the larger of 1 and the reference. */
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
    expect(difference([model.rho], [reference.rho])).toBeLessThan(1e-6);
    expect(difference(decisions(model, kernelMatrix(kernel, asked, rows)), reference.decisions)).toBeLessThan(1e-6);
    expect(model.gap).toBeLessThan(1e-10);
    expect(model.alpha.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(reference.nu * reference.count, 8);
    expect(Math.min(...model.alpha)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...model.alpha)).toBeLessThanOrEqual(1);
  });

  test("coefficients agree where the solution is unique", () => {
    const unique = references.filter(
      ({ alpha, shape, gamma }) =>
        alpha !== undefined && (shape === "uniform" || shape === "centred") && gamma !== undefined && gamma > 0.1,
    );
    expect(unique.length).toBeGreaterThan(10);
    for (const reference of unique) {
      const rows = congruentialRows(reference.shape, reference.seed, reference.count, reference.width);
      const gram = kernelMatrix(kernelOf(reference), rows, rows);
      const { alpha } = fitOneClassSvm({ gram, count: reference.count, nu: reference.nu, tolerance: 1e-10 });
      expect(difference([...alpha], reference.alpha ?? [])).toBeLessThan(1e-5);
    }
  });
});
