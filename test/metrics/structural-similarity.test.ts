import { describe, expect, it } from "vitest";
import { type SsimWindow, structuralSimilarity } from "../../src/metrics/structural-similarity.ts";
import vectors from "./vectors/structural-similarity.json" with { type: "json" };

describe.each(vectors.cases)("SSIM against scikit-image: $name", (image) => {
  it.each(image.values.map(({ window, value }) => [JSON.stringify(window), window as SsimWindow, value] as const))(
    "%s",
    (_, window, value) => {
      const similarity = structuralSimilarity(image.first, image.second, image, image.dataRange, window);
      expect(Math.abs(similarity - value)).toBeLessThan(1e-12);
    },
  );

  it("is symmetric, and 1 for an image and itself", () => {
    const { first, second, dataRange } = image;
    for (const window of [{ kind: "uniform" }, { kind: "gaussian" }] as const) {
      const similarity = structuralSimilarity(first, second, image, dataRange, window);
      expect(structuralSimilarity(second, first, image, dataRange, window)).toBeCloseTo(similarity, 14);
      expect(structuralSimilarity(first, first, image, dataRange, window)).toBe(1);
    }
  });
});

it("SSIM says what does not fit", () => {
  const image = new Float64Array(64);
  const shape = { channels: 1, height: 8, width: 8 };
  const uniform = { kind: "uniform" } as const;
  expect(() => structuralSimilarity(image, image.subarray(1), shape, 1, uniform)).toThrow(
    "structuralSimilarity: 63 numbers for 1 × 8 × 8",
  );
  expect(() => structuralSimilarity(image, image, shape, 1, { kind: "gaussian" })).toThrow(
    "structuralSimilarity: an image of 8 × 8 has no window of 11 × 11",
  );
  expect(() => structuralSimilarity(image, image, shape, 0, uniform)).toThrow("range 0 is not positive");
  expect(() => structuralSimilarity(image, image, shape, 1, { kind: "uniform", side: 4 })).toThrow(
    "side 4, expected an odd integer above 1",
  );
});
