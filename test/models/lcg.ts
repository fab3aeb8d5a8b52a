import type { Rows } from "../../src/models/kernel.ts";

/** The congruential generator of the reference scripts: uniform in [0, 1). */
export function congruential(seed: number, count: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32;
  });
}

/** Rows of the shapes that the reference scripts draw. */
export function congruentialRows(shape: string, seed: number, count: number, width: number): Rows<Float64Array> {
  if (shape === "duplicates") {
    const third = Math.ceil(count / 3);
    const drawn = congruential(seed, third * width);
    return {
      values: Float64Array.from({ length: count * width }, (_, at) => drawn[at % drawn.length] as number),
      count,
      width,
    };
  }
  const values = congruential(seed, count * width).map((value) => {
    if (shape === "ties") return Math.floor(value * 4) / 4;
    if (shape === "far") return value + 10;
    return shape === "centred" ? value - 0.5 : value;
  });
  return { values, count, width };
}
