import { describe, expect, it } from "vitest";
import { adjustBrightness, adjustContrast } from "../../../src/data/augment/brightness-contrast.ts";
import { crop } from "../../../src/data/augment/crop.ts";
import { erase } from "../../../src/data/augment/erase.ts";
import { flip } from "../../../src/data/augment/flip.ts";
import { rotate } from "../../../src/data/augment/rotate.ts";
import vectors from "./vectors/augment.json" with { type: "json" };

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));

describe.each(vectors.images)("as Pillow, $kind image of $channels × $height × $width", (image) => {
  const source = bytes(image.input);
  const expectBytes = (given: Uint8Array, expected: string) => expect([...given]).toEqual([...bytes(expected)]);

  it.each(image.rotations)("turned by $degrees°, $resampling", ({ degrees, resampling, output }) => {
    expectBytes(rotate(source, image, degrees, resampling as "nearest" | "bilinear"), output);
  });

  it.each(image.crops)("padded by $padding and cropped to $height × $width at ($top, $left)", (cut) => {
    const window = { ...cut, top: cut.top - cut.padding, left: cut.left - cut.padding };
    expectBytes(crop(source, image, window), cut.output);
  });

  it("flipped both ways", () => {
    expectBytes(flip(source, image, "horizontal"), image.horizontal);
    expectBytes(flip(source, image, "vertical"), image.vertical);
  });

  it("of other brightness and contrast", () => {
    for (const { factor, output } of image.brightness) expectBytes(adjustBrightness(source, image, factor), output);
    for (const { factor, output } of image.contrast) expectBytes(adjustContrast(source, image, factor), output);
  });
});

it.each(["nearest", "bilinear"] as const)("turns by 200 angles as Pillow, %s", (resampling) => {
  const { input, angles } = vectors.turned;
  const shape = { channels: 1, height: 28, width: 28 };
  const weighted = (plane: Uint8Array) => plane.reduce((sum, pixel, place) => sum + pixel * (place + 1), 0);
  expect(angles.map((angle) => weighted(rotate(bytes(input), shape, angle, resampling)))).toEqual(
    vectors.turned[resampling],
  );
});

describe("misuse", () => {
  const shape = { channels: 2, height: 2, width: 2 };
  const image = new Uint8Array(8);

  it("says what does not fit", () => {
    const window = { top: 0, left: 0, height: 1, width: 1 };
    expect(() => crop(image, { ...shape, height: 3 }, window)).toThrow("crop: 8 bytes for an image of 2 × 3 × 2");
    expect(() => crop(image, shape, { ...window, height: 0 })).toThrow(
      "crop: window of 0 × 1 at (0, 0) is not of whole pixels",
    );
    expect(() => rotate(image, shape, Number.NaN, "nearest")).toThrow("rotate: angle NaN is not finite");
    expect(() => adjustBrightness(image, shape, -1)).toThrow("blend: factor -1, expected 0 or more");
    expect(() => adjustContrast(image, shape, 1)).toThrow("an image of 2 channels has no luma, expected 1 or 3");
    expect(() => erase(image, shape, { ...window, left: 2 })).toThrow(
      "erase: 1 × 1 at (0, 2) leaves the image of 2 × 2",
    );
  });

  it("a window wholly outside gives zeros", () => {
    const white = new Uint8Array(8).fill(255);
    for (const [top, left] of [
      [2, 0],
      [0, 2],
      [-3, 0],
      [0, -3],
    ] as const)
      expect([...crop(white, shape, { top, left, height: 3, width: 3 })].every((pixel) => pixel === 0)).toBe(true);
  });
});
