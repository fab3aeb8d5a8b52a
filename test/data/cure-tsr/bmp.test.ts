import { describe, expect, it } from "vitest";
import { decodeBmp } from "../../../src/data/cure-tsr/bmp.ts";
import vectors from "./vectors/bmp.json" with { type: "json" };

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));
const file = { path: "sign.bmp", remedy: "fetch it again" };

describe("a BMP file", () => {
  it.each(vectors.cases)("is read as Pillow reads it: $name", ({ height, width, file: data, pixels }) => {
    const image = decodeBmp(file, bytes(data));
    expect([image.height, image.width]).toEqual([height, width]);
    expect([...image.pixels]).toEqual([...bytes(pixels)]);
  });

  it("may go on after its pixels, and may lie anywhere in a buffer", () => {
    const [first] = vectors.cases;
    const data = bytes(first?.file ?? "");
    const buffer = new Uint8Array(data.length + 20);
    buffer.set(data, 10);
    const image = decodeBmp(file, buffer.subarray(10));
    expect([...image.pixels]).toEqual([...bytes(first?.pixels ?? "")]);
  });

  const damaged = (change: (view: DataView) => void): Uint8Array => {
    const data = bytes(vectors.cases[0]?.file ?? "");
    change(new DataView(data.buffer));
    return data;
  };
  it.each<[string, Uint8Array, string]>([
    ["nothing", new Uint8Array(0), "holds 0 bytes, fewer than the 54 of a BMP's header"],
    ["a PNG", damaged((view) => view.setUint16(0, 0x8950)), 'byte 0: "\x89P", expected "BM" of a BMP file'],
    [
      "OS/2's header",
      damaged((view) => view.setUint32(14, 12, true)),
      "byte 14: a header of 12 bytes, expected 40 or more",
    ],
    ["grey", bytes(vectors.grey), "byte 28: 8 bits a pixel, expected 24"],
    ["compressed", damaged((view) => view.setUint32(30, 1, true)), "byte 30: compression 1, expected 0, none"],
    ["without width", damaged((view) => view.setInt32(18, 0, true)), "byte 18: a size of 0 × 6 pixels"],
    [
      "torn off",
      bytes(vectors.cases[0]?.file ?? "").subarray(0, 100),
      "ends at byte 100, expected 126 for 4 × 6 pixels",
    ],
    ["too large", damaged((view) => view.setInt32(22, 2 ** 30, true)), "ends at byte 126, expected 12,884,901,942 for"],
  ])("is refused in one line: %s", (_, data, problem) => {
    expect(() => decodeBmp(file, data)).toThrow(`sign.bmp: ${problem}`);
    expect(() => decodeBmp(file, data)).toThrow(/^[^\n]*; fetch it again$/);
  });
});
