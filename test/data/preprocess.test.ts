import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ImageSet } from "../../src/data/image-set.ts";
import { imageNetNormalisation, preprocessor } from "../../src/data/preprocess.ts";
import vectors from "./vectors/pillow.json" with { type: "json" };

const sha256 = (data: Float32Array): string => createHash("sha256").update(data).digest("hex");

function images(shape: { channels: number; height: number; width: number }, pixels: Uint8Array): ImageSet {
  const count = pixels.length / (shape.channels * shape.height * shape.width);
  const { channels, height, width } = shape;
  return { count, channels, height, width, pixels, labels: new Uint8Array(count) };
}

describe("resize, crop, normalise", () => {
  it.each(vectors.prepared)("equals torchvision for $channels × $height × $width to $crop", (vector) => {
    const set = images(vector, new Uint8Array(Buffer.from(vector.input, "base64")));
    const geometry = { kind: "resize-crop", resize: vector.resize, crop: vector.crop } as const;
    const ready = preprocessor(set, { geometry, channels: 3, normalisation: imageNetNormalisation });
    const tensor = ready.batch([0]);
    expect([ready.channels, ready.height, ready.width]).toEqual([3, vector.crop, vector.crop]);
    expect([...tensor.subarray(0, 8)]).toEqual(vector.first);
    expect(sha256(tensor)).toBe(vector.sha256);
  });
});

describe("zero padding", () => {
  const set = images({ channels: 1, height: 2, width: 2 }, Uint8Array.of(51, 102, 153, 204, 255, 255, 255, 255));

  it("puts the image in the middle of zeros and scales it to [0, 1]", () => {
    const padded = preprocessor(set, { geometry: { kind: "zero-pad", size: 4 } }).batch([0]);
    const expected = [0, 0, 0, 0, 0, 51, 102, 0, 0, 153, 204, 0, 0, 0, 0, 0].map((pixel) => Math.fround(pixel / 255));
    expect([...padded]).toEqual(expected);
  });

  it("copies grey to three channels, image by image in the order asked for", () => {
    const padded = preprocessor(set, { geometry: { kind: "keep" }, channels: 3 }).batch([1, 0]);
    const grey = [51, 102, 153, 204].map((pixel) => Math.fround(pixel / 255));
    expect([...padded]).toEqual([...Array<number>(12).fill(1), ...grey, ...grey, ...grey]);
  });
});

describe("misuse", () => {
  const set = images({ channels: 1, height: 28, width: 28 }, new Uint8Array(784));
  it.each([
    ["an image of 28 × 28 cannot be padded to 20 × 20", { geometry: { kind: "zero-pad", size: 20 } }],
    [
      "32 × 32 cannot be cut out of an image with shorter edge 16",
      { geometry: { kind: "resize-crop", resize: 16, crop: 32 } },
    ],
    [
      "channel 1 has no mean or no positive standard deviation",
      { geometry: { kind: "keep" }, channels: 3, normalisation: { mean: [0, 0, 0], standardDeviation: [1] } },
    ],
  ] as const)("says that %s", (message, recipe) => {
    expect(() => preprocessor(set, recipe)).toThrow(`preprocessor: ${message}`);
  });

  it("names an index outside the set", () => {
    expect(() => preprocessor(set, { geometry: { kind: "keep" } }).batch([1])).toThrow(
      "preprocessor: no image 1 among 1",
    );
  });
});
