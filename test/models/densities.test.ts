import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fitGaussianDensity } from "../../src/models/gaussian-density.ts";
import { type Rows, squaredDistancesInPlace, squaredNorms } from "../../src/models/kernel.ts";
import { kernelDensityScores } from "../../src/models/kernel-density.ts";
import { nearestNeighbourScores } from "../../src/models/nearest-neighbour.ts";
import { meanRow, normaliseRows, subtractRow, varianceOfAll } from "../../src/models/normalise-rows.ts";
import { congruentialRows } from "./lcg.ts";

interface Reference {
  readonly seed: number;
  readonly count: number;
  readonly width: number;
  readonly gamma: number;
  readonly kernel_density: readonly number[];
  readonly nearest_neighbour: readonly number[];
  readonly gaussian: readonly number[];
  readonly variance_of_all: number;
}

const references: readonly Reference[] = JSON.parse(
  readFileSync(new URL("./vectors/densities.json", import.meta.url), "utf8"),
);

function unitRows(seed: number, count: number, width: number): Rows<Float64Array> {
  const rows = congruentialRows("uniform", seed, count, width);
  const norms = squaredNorms(rows).map(Math.sqrt);
  return { ...rows, values: rows.values.map((value, at) => value / (norms[Math.floor(at / width)] as number)) };
}

function squaredDistances(left: Rows<Float64Array>, right: Rows<Float64Array>): Float64Array {
  return Float64Array.from({ length: left.count * right.count }, (_, at) => {
    const [i, j] = [Math.floor(at / right.count), at % right.count];
    let sum = 0;
    for (let k = 0; k < left.width; k++)
      sum += ((left.values[i * left.width + k] as number) - (right.values[j * left.width + k] as number)) ** 2;
    return sum;
  });
}

describe.each(references)("densities of $count × $width rows, gamma $gamma", (reference) => {
  const { seed, count, width, gamma } = reference;
  const fitted = unitRows(seed, count, width);
  const asked = unitRows(seed + 100, 10, width);
  const distances = squaredDistances(asked, fitted);

  test("kernel density as by logsumexp over cosine similarities", () => {
    kernelDensityScores(distances, count, gamma).forEach((score, row) => {
      expect(score).toBeCloseTo(reference.kernel_density[row] ?? Number.NaN, 10);
    });
  });

  test("nearest neighbour as by the largest cosine similarity", () => {
    nearestNeighbourScores(distances, count).forEach((score, row) => {
      expect(score).toBeCloseTo(reference.nearest_neighbour[row] ?? Number.NaN, 12);
    });
  });

  test("Gaussian density as by scikit-learn", () => {
    const scores = fitGaussianDensity(fitted).score(asked);
    scores.forEach((score, row) => {
      const expected = reference.gaussian[row] ?? Number.NaN;
      expect(Math.abs(score - expected) / Math.max(1, Math.abs(expected))).toBeLessThan(1e-7);
    });
  });

  test("variance of all entries as by numpy, in float32", () => {
    const rows = { count, width, values: Float32Array.from(fitted.values) };
    expect(varianceOfAll(rows) / reference.variance_of_all).toBeCloseTo(1, 6);
  });

  test("distances from products of centred float32 rows", () => {
    const centre = meanRow({ count, width, values: Float32Array.from(fitted.values) });
    const [left, right] = [asked, fitted].map((rows) =>
      subtractRow({ ...rows, values: Float32Array.from(rows.values) }, centre),
    );
    if (left === undefined || right === undefined) throw new Error("no rows");
    const products = Float32Array.from({ length: 10 * count }, (_, at) => {
      const [i, j] = [Math.floor(at / count), at % count];
      let sum = 0;
      for (let k = 0; k < width; k++)
        sum += (left.values[i * width + k] as number) * (right.values[j * width + k] as number);
      return sum;
    });
    squaredDistancesInPlace(products, squaredNorms(left), squaredNorms(right));
    products.forEach((distance, at) => {
      expect(distance).toBeCloseTo(distances[at] as number, 5);
    });
  });
});

describe("density misuse", () => {
  test("names what is wrong", () => {
    expect(() => kernelDensityScores(new Float64Array(3), 2, 1)).toThrow("3 distances are no rows of 2");
    expect(() => kernelDensityScores(new Float64Array(2), 2, 0)).toThrow("gamma 0 is not positive");
    expect(() => nearestNeighbourScores(new Float64Array(3), 2)).toThrow("3 distances are no rows of 2");
    const line = { values: Float64Array.of(1, 1, 2, 2), count: 2, width: 2 };
    expect(() => fitGaussianDensity(line, 0)).toThrow("not positive definite");
    expect(() => fitGaussianDensity({ values: new Float64Array(), count: 0, width: 2 })).toThrow("no rows");
    expect(() => fitGaussianDensity(line).score({ values: new Float64Array(3), count: 1, width: 3 })).toThrow(
      "rows of 3",
    );
  });

  test("a row of zeros stays one", () => {
    const rows = normaliseRows({ values: Float32Array.of(0, 0, 3, 4), count: 2, width: 2 });
    expect([...rows.values]).toEqual([0, 0, Math.fround(0.6), Math.fround(0.8)]);
  });
});
