import { describe, expect, it } from "vitest";
import { picture, type Sheet } from "../../src/pipelines/picture.ts";

const sheet: Sheet = {
  name: "reconstructions",
  at: { group: "out-of-distribution" },
  alt: "Two images above their reconstructions.",
  rows: ["original", "reconstruction"],
  columns: ["1", "2"],
  channels: 3,
  height: 1,
  width: 2,
  values: Uint8Array.from({ length: 24 }, (_, index) => index * 11),
};
const row = { ...sheet, rows: ["a"], columns: ["1"], channels: 1, width: 7 };

describe("picture", () => {
  it("keeps bytes as they are, and all that the sheet says", () => {
    const { values, ...said } = sheet;
    expect(picture(sheet)).toEqual({ ...said, pixels: Buffer.from(values as Uint8Array).toString("base64") });
  });

  it("takes other numbers between black and white, clipped, as NumPy rounds floor(x + 0.5)", () => {
    const values = Float32Array.of(-1, -0.5, 0, 0.1, 0.25, 1, 1.5);
    expect(picture({ ...row, values, range: [-1, 1] }).pixels).toBe("AECAjJ///w==");
    expect([...Buffer.from(picture({ ...row, values }).pixels, "base64")]).toEqual([0, 0, 0, 26, 64, 255, 255]);
  });

  it.each([
    ["values that do not fit", { ...sheet, width: 3 }, /^picture reconstructions: 24 values; 2 rows × .* are 36$/],
    ["two channels", { ...sheet, channels: 2, width: 3 }, /2 channels; give 1 \(grey\) or 3/],
    ["NaN", { ...row, values: Float32Array.of(0, 0, Number.NaN, 0, 0, 0, 0) }, /value 2 is not a number/],
    ["black that is white", { ...row, values: new Float64Array(7), range: [1, 1] as const }, /black is 1 and white 1/],
  ])("refuses %s", (_, wrong, message) => {
    expect(() => picture(wrong)).toThrow(message);
  });
});
