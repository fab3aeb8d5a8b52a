import type { Stream } from "../../random/stream.ts";
import type { Noise } from "./network.ts";

/** The numbers of a step's noise, in row-major order. */
export function drawNoise(noise: Noise, count: number, source: Stream): Float32Array {
  const values = new Float32Array(count);
  if (noise.kind === "normal") for (let at = 0; at < count; at++) values[at] = source.normal();
  else for (let at = 0; at < count; at++) values[at] = source.uniform() < noise.keep ? 1 / noise.keep : 0;
  return values;
}
