import { describe, expect, test } from "vitest";
import { initialise } from "../../src/models/initialise.ts";
import { resnet18Layers } from "../../src/models/resnet18.ts";
import { stream } from "../../src/random/stream.ts";

const layer = { name: "layer", inputs: 64, outputs: 128, kernel: 3, stride: 1 };
const deviation = Math.sqrt(2 / (128 * 9));

function weights(distribution: "normal" | "truncated-normal", seed = 1): Float32Array {
  const own = initialise([layer], distribution, (name) => stream("initialise test", seed, name)).get("layer");
  return own?.weight ?? new Float32Array();
}

function moment(values: Float32Array, power: number): number {
  return values.reduce((sum, value) => sum + (value / deviation) ** power, 0) / values.length;
}

describe("initial weights", () => {
  test.each([
    // Fourth moment of a normal cut at ±2 and scaled to variance 1, by integration: 2.3656.
    ["truncated-normal", 2.3656, 2 / 0.87962566103423978],
    ["normal", 3, 6],
  ] as const)("%s: mean, variance, fourth moment and range", (distribution, fourth, limit) => {
    const values = weights(distribution);
    expect(values).toHaveLength(64 * 128 * 9);
    expect(moment(values, 1)).toBeCloseTo(0, 1);
    expect(Math.abs(moment(values, 2) - 1)).toBeLessThan(0.02);
    expect(Math.abs(moment(values, 4) - fourth)).toBeLessThan(0.1);
    expect(Math.max(...values.map(Math.abs)) / deviation).toBeLessThanOrEqual(limit + 1e-6);
    if (distribution === "normal") expect(Math.max(...values.map(Math.abs)) / deviation).toBeGreaterThan(3);
  });

  test("depend on their stream and on nothing else", () => {
    expect(weights("normal")).toEqual(weights("normal"));
    expect(weights("normal")).not.toEqual(weights("normal", 2));
    const layers = resnet18Layers("cifar");
    const one = initialise(layers, "normal", (name) => stream("order", name));
    const other = initialise([...layers].reverse(), "normal", (name) => stream("order", name));
    expect(other.get("layer3.1.conv2")).toEqual(one.get("layer3.1.conv2"));
  });

  test("11.2 million weights in 20 layers, untrained batch normalisation", () => {
    const parameters = [...initialise(resnet18Layers("imagenet"), "normal", (name) => stream(name)).values()];
    expect(parameters).toHaveLength(20);
    // torchvision's resnet18 has 11,176,512 parameters before its classifier, 9,600 of them in batch normalisation.
    expect(parameters.reduce((sum, { weight }) => sum + weight.length, 0)).toBe(11_176_512 - 9_600);
    for (const { batchNorm } of parameters) expect(batchNorm.variance.every((value) => value === 1)).toBe(true);
  });
});
