import { describe, expect, test } from "vitest";
import { syntheticDataset } from "../../../src/data/synthetic.ts";
import { digits } from "../../../src/pipelines/odin/digits.ts";

const { train } = syntheticDataset("synthetic-digits", { seed: 1, trainPerClass: 3, testPerClass: 1 });
const places = Uint32Array.of(12, 3, 10);
const augmentation = [
  { kind: "random-rotation", degrees: 10, resampling: "nearest" },
  { kind: "random-crop", padding: 2 },
] as const;

function read(outlierClass: number, epoch: number, indices: readonly number[], seed = 1) {
  const examples = digits({ images: train, places, outlierClass, augmentation, purpose: ["digits test", seed] });
  const into = {
    images: new Float32Array(indices.length * 784),
    targets: new Float32Array(indices.length * 9).fill(7),
  };
  examples.read(Uint32Array.from(indices), epoch, into);
  return into;
}

describe("digits", () => {
  test("are plain pixels from 0 to 1 in inference", () => {
    const { images } = read(0, 0, [1, 0]);
    for (const [row, place] of [3, 12].entries())
      for (let at = 0; at < 784; at++)
        expect(images[784 * row + at]).toBe(Math.fround((train.pixels[784 * place + at] as number) / 255));
  });

  test("have the classes that are left, in their order, and none for the outlier class", () => {
    const classes = (outlierClass: number) => {
      const { targets } = read(outlierClass, 0, [0, 1, 2]);
      return [0, 1, 2].map((row) => [...targets.subarray(9 * row, 9 * row + 9)].join(""));
    };
    expect(classes(0)).toEqual(["010000000", "001000000", "000000000"]);
    expect(classes(2)).toEqual(["000000000", "001000000", "100000000"]);
  });

  test("are augmented by epoch and place alone", () => {
    const { images } = read(0, 2, [0, 1, 2]);
    expect(read(0, 2, [2]).images).toEqual(images.subarray(2 * 784));
    expect(read(0, 3, [2]).images).not.toEqual(images.subarray(2 * 784));
    expect(read(0, 2, [2], 2).images).not.toEqual(images.subarray(2 * 784));
    expect(Math.max(...images)).toBeLessThanOrEqual(1);
  });
});
