import { describe, expect, it } from "vitest";
import { pictureSheet } from "../../reports/plots/picture-sheet.ts";
import { encodePng, type Raster } from "../../reports/plots/png.ts";
import type { Picture } from "../../src/paper/experiment.ts";
import { decodePng } from "./decode-png.ts";
import vectors from "./vectors/png.json" with { type: "json" };

describe.each(vectors.images)("$channels channels", ({ png, samples, ...size }) => {
  const pixels = Uint8Array.from(samples);

  it("the decoder of these tests reads what Pillow wrote", () => {
    expect(decodePng(Buffer.from(png, "base64"))).toEqual({ ...size, samples: pixels });
  });

  it("what is encoded is decoded, and is the same bytes twice", () => {
    const raster = { ...size, samples: pixels } as Raster;
    expect(decodePng(encodePng(raster))).toEqual(raster);
    expect(encodePng(raster)).toEqual(encodePng(structuredClone(raster)));
  });
});

it("refuses samples that do not fit", () => {
  expect(() => encodePng({ width: 2, height: 2, channels: 3, samples: new Uint8Array(11) })).toThrow(
    "png: 11 samples; 2 × 2 × 3 are 12",
  );
});

describe("pictureSheet", () => {
  const bytes = Uint8Array.from({ length: 2 * 3 * 3 * 2 * 2 }, (_, index) => index + 1);
  const picture: Picture = {
    name: "generated",
    at: {},
    alt: "Six images.",
    rows: ["a", "b"],
    columns: ["1", "2", "3"],
    channels: 3,
    height: 2,
    width: 2,
    pixels: Buffer.from(bytes).toString("base64"),
  };

  it("puts every byte in its place, see-through between images", () => {
    const { raster, step } = pictureSheet(picture);
    expect([raster.width, raster.height, raster.channels, step]).toEqual([8, 5, 4, { x: 3, y: 3 }]);
    const pixelAt = (x: number, y: number) => [...raster.samples.subarray(4 * (8 * y + x), 4 * (8 * y + x) + 4)];
    // The offset of [row, column, channel, y, x] in an array of [2, 3, 3, 2, 2].
    const byteAt = (...[row, column, channel, y, x]: readonly [number, number, number, number, number]) =>
      bytes[(((row * 3 + column) * 3 + channel) * 2 + y) * 2 + x];
    for (const row of [0, 1])
      for (const column of [0, 1, 2])
        for (const y of [0, 1])
          for (const x of [0, 1])
            expect(pixelAt(column * 3 + x, row * 3 + y)).toEqual([
              ...[0, 1, 2].map((channel) => byteAt(row, column, channel, y, x)),
              255,
            ]);
    expect([pixelAt(2, 0), pixelAt(0, 2), pixelAt(5, 4)]).toEqual(Array(3).fill([0, 0, 0, 0]));
  });
});
