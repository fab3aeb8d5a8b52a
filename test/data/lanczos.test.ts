import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { ImageSet } from "../../src/data/image-set.ts";
import { lanczosResizer } from "../../src/data/lanczos.ts";
import { loadDataset } from "../../src/data/load.ts";
import { resizeImages } from "../../src/data/resize-images.ts";
import vectors from "./vectors/lanczos.json" with { type: "json" };
import pillow from "./vectors/pillow.json" with { type: "json" };

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));

function imagesOf(pixels: Uint8Array, channels: number, height: number, width: number): ImageSet {
  const count = pixels.length / (channels * height * width);
  return { count, channels, height, width, pixels, labels: new Uint8Array(count) };
}

describe("Lanczos resizing equals Pillow 7.2's ANTIALIAS, bit for bit", () => {
  it.each(vectors.cases)("$kind image, $channels × $height × $width to $toHeight × $toWidth", (vector) => {
    const images = imagesOf(bytes(vector.input), vector.channels, vector.height, vector.width);
    const resized = resizeImages(images, { height: vector.toHeight, width: vector.toWidth }, "lanczos");
    expect([...resized.pixels]).toEqual([...bytes(vector.output)]);
  });

  const real = process.env.ASSAY_DATA;
  it.skipIf(real === undefined)("on 10,000 images of CIFAR-10 (ASSAY_DATA=DIR)", async () => {
    const { train } = await loadDataset("cifar-10", real ?? "");
    const first = imagesOf(train.pixels.subarray(0, 10_000 * 3072), 3, 32, 32);
    const { pixels } = resizeImages(first, { height: 28, width: 28 }, "lanczos");
    expect(createHash("sha256").update(pixels).digest("hex")).toBe(vectors.cifar10Batch1);
  });
});

it("resizes sets by the bilinear filter, too", () => {
  const square = pillow.resized.filter(({ output }) => output !== undefined);
  for (const { height, width, toHeight, toWidth, input, output } of square) {
    const resized = resizeImages(
      imagesOf(bytes(input), 1, height, width),
      { height: toHeight, width: toWidth },
      "bilinear",
    );
    expect([...resized.pixels]).toEqual([...bytes(output ?? "")]);
  }
  expect(square.length).toBeGreaterThan(0);
});

it("keeps labels, and leaves images of the asked size as they are", () => {
  const images = { ...imagesOf(bytes(vectors.cases[0]?.input ?? ""), 3, 32, 32), labels: Uint8Array.of(7) };
  expect(resizeImages(images, images, "lanczos")).toEqual(images);
});

it("refuses a size that is none", () => {
  expect(() => lanczosResizer({ height: 4, width: 4 }, { height: 0, width: 4 })).toThrow(
    "lanczosResizer: size 0 is not a positive integer",
  );
});
