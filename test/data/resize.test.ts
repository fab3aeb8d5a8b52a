import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { bilinearResizer } from "../../src/data/resize.ts";
import vectors from "./vectors/pillow.json" with { type: "json" };

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));
const sha256 = (data: Uint8Array): string => createHash("sha256").update(data).digest("hex");

it.each(vectors.resized)("equals Pillow from $height × $width to $toHeight × $toWidth", (vector) => {
  const { height, width, toHeight, toWidth } = vector;
  const output = new Uint8Array(toHeight * toWidth);
  bilinearResizer({ height, width }, { height: toHeight, width: toWidth })(bytes(vector.input), 0, output, 0);
  if (vector.output !== undefined) expect([...output]).toEqual([...bytes(vector.output)]);
  expect(sha256(output)).toBe(vector.sha256);
});

it("gives within a window what the whole output has there", () => {
  const size = fc.integer({ min: 1, max: 24 });
  const cases = fc.record({ height: size, width: size, toHeight: size, toWidth: size, seed: fc.nat() });
  fc.assert(
    fc.property(cases, fc.gen(), ({ height, width, toHeight, toWidth }, draw) => {
      const source = draw(fc.uint8Array, { minLength: height * width, maxLength: height * width });
      const top = draw(fc.integer, { min: 0, max: toHeight - 1 });
      const left = draw(fc.integer, { min: 0, max: toWidth - 1 });
      const window = { top, left, height: toHeight - top, width: toWidth - left };
      const whole = new Uint8Array(toHeight * toWidth);
      const part = new Uint8Array(window.height * window.width);
      bilinearResizer({ height, width }, { height: toHeight, width: toWidth })(source, 0, whole, 0);
      bilinearResizer({ height, width }, { height: toHeight, width: toWidth }, window)(source, 0, part, 0);
      const expected = Array.from({ length: window.height }, (_, row) => [
        ...whole.subarray((top + row) * toWidth + left, (top + row + 1) * toWidth),
      ]).flat();
      expect([...part]).toEqual(expected);
    }),
    { seed: 1, numRuns: 60 },
  );
});

it("keeps a constant plane constant", () => {
  for (const [from, to] of [
    [28, 256],
    [33, 7],
  ] as const) {
    const output = new Uint8Array(to * to);
    const source = new Uint8Array(from * from).fill(255);
    bilinearResizer({ height: from, width: from }, { height: to, width: to })(source, 0, output, 0);
    expect(new Set(output)).toEqual(new Set([255]));
  }
});

it("refuses a window that leaves the output", () => {
  const size = { height: 4, width: 4 };
  expect(() => bilinearResizer(size, size, { top: 1, left: 0, height: 4, width: 4 })).toThrow(
    "bilinearResizer: window 4 × 4 at (1, 0) leaves the output of 4 × 4",
  );
});
