import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { input } from "../../src/engine/graph.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { type LayerParameters, resnet18, resnet18Layers, type Stem } from "../../src/models/resnet18.ts";

const references: Readonly<Record<Stem, { readonly size: number; readonly features: readonly (readonly number[])[] }>> =
  JSON.parse(readFileSync(new URL("./vectors/resnet18.json", import.meta.url), "utf8"));

/** The hash of the reference script: uniform in [0, 1). */
function hashed(seed: number, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, index) => {
    let x = (Math.imul(index, 2654435761) + seed * 40503) >>> 0;
    x = Math.imul(x ^ (x >>> 15), 2246822519) >>> 0;
    x = Math.imul(x ^ (x >>> 13), 3266489917) >>> 0;
    return ((x ^ (x >>> 16)) >>> 0) / 2 ** 32;
  });
}

function hashedParameters(stem: Stem): ReadonlyMap<string, LayerParameters> {
  return new Map(
    resnet18Layers(stem).map(({ name, inputs, outputs, kernel }, index) => {
      const seed = 10 * (index + 1);
      const scale = 4 / Math.sqrt(outputs * kernel * kernel);
      return [
        name,
        {
          weight: hashed(seed, outputs * inputs * kernel * kernel).map((value) => (value - 0.5) * scale),
          batchNorm: {
            gamma: hashed(seed + 1, outputs).map((value) => 0.5 + value),
            beta: hashed(seed + 2, outputs).map((value) => value - 0.5),
            mean: hashed(seed + 3, outputs).map((value) => value - 0.5),
            variance: hashed(seed + 4, outputs).map((value) => 0.5 + value),
          },
        },
      ];
    }),
  );
}

describe("ResNet-18 features against PyTorch on fixed weights", async () => {
  const engine = await openEngine({ engine: "ort", threads: 1 });
  test.each(["cifar", "imagenet"] as const)("%s stem", async (stem) => {
    const { size, features } = references[stem];
    const images = input("images", [2, 3, size, size]);
    const network = { stem, parameters: hashedParameters(stem), batchNormEpsilon: 1e-3 };
    const executable = await engine.compile({ features: resnet18(images, network) });
    const result = await executable.run({ images: { shape: images.shape, data: hashed(7, 2 * 3 * size * size) } });
    await executable.release();
    const actual = result.features?.data ?? new Float32Array();
    const expected = features.flat();
    expect(actual).toHaveLength(expected.length);
    const largest = Math.max(...expected.map(Math.abs));
    const worst = Math.max(...expected.map((value, at) => Math.abs(value - (actual[at] ?? Number.NaN))));
    expect(worst / largest).toBeLessThan(1e-4);
    expect(worst / largest).toBeLessThan(1e-5);
  });
});
