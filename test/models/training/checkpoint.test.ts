import { describe, expect, test } from "vitest";
import type { Tensor } from "../../../src/engine/tensor.ts";
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from "../../../src/models/training/checkpoint.ts";

function tensor(shape: readonly number[], ...values: readonly number[]): Tensor {
  return { shape, data: Float32Array.from(values) };
}

const checkpoint: Checkpoint = {
  epoch: 2,
  batch: 3,
  stopped: false,
  values: {
    "größe.weight": tensor([2, 3], 1, -0, 0.1, Number.MAX_VALUE, -Number.POSITIVE_INFINITY, 2 ** -149),
    none: tensor([0]),
    scalar: tensor([], -7),
  },
  kept: { best: { "größe.weight": tensor([2, 3], 6, 5, 4, 3, 2, 1) } },
  sums: { loss: 0.1 + 0.2, "validation.loss": 1e-300 },
  history: [{ epoch: 1, losses: { loss: 1 / 3 } }],
};
const bytes = encodeCheckpoint(checkpoint);
const headerLength = new DataView(bytes.buffer).getUint32(0, true);
/** The arrays in their order, with the places where they begin. */
const arrays = [
  ["größe.weight", 4 + headerLength],
  ["scalar", 4 + headerLength + 24],
  ["größe.weight", 4 + headerLength + 28],
] as const;

/** Bit patterns: -0 and 0 are told apart. */
function bits({ shape, data }: Tensor): readonly unknown[] {
  return [shape, [...new Uint32Array(data.slice().buffer)]];
}

describe("a checkpoint as bytes", () => {
  test("is given back bit for bit", () => {
    const back = decodeCheckpoint(bytes);
    expect(back).toEqual(checkpoint);
    for (const [name, each] of Object.entries(checkpoint.values))
      expect(bits(back.values[name] as Tensor)).toEqual(bits(each));
    expect(encodeCheckpoint(back)).toEqual(bytes);
  });

  test("is read from the middle of a buffer", () => {
    for (const offset of [1, 4]) {
      const longer = new Uint8Array(offset + bytes.length);
      longer.set(bytes, offset);
      expect(decodeCheckpoint(longer.subarray(offset))).toEqual(checkpoint);
    }
  });

  test("has little-endian float32 values behind its header", () => {
    const view = new DataView(bytes.buffer);
    expect(view.getFloat32(arrays[0][1] + 8, true)).toBe(Math.fround(0.1));
    expect(view.getFloat32(arrays[1][1], true)).toBe(-7);
    expect(bytes.length).toBe(arrays[2][1] + 24);
  });

  test("that ends within an array is refused, with the array's name", () => {
    for (const [at, [name, begin]] of arrays.entries()) {
      const end = arrays[at + 1]?.[1] ?? bytes.length;
      for (let length = begin; length < end; length++)
        expect(() => decodeCheckpoint(bytes.subarray(0, length)), `${length} bytes`).toThrow(
          new RangeError(`checkpoint: it ends within "${name}"; clear the memo`),
        );
    }
  });

  test("that ends within its header is refused", () => {
    for (let length = 0; length < 4 + headerLength; length++)
      expect(() => decodeCheckpoint(bytes.subarray(0, length)), `${length} bytes`).toThrow();
  });
});
