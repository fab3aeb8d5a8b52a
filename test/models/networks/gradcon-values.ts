import { elementCount } from "../../../src/engine/dimensions.ts";
import type { Tensor } from "../../../src/engine/tensor.ts";
import { congruential } from "../lcg.ts";

export function tensor(shape: readonly number[], values: ArrayLike<number>): Tensor {
  return { shape, data: Float32Array.from(values) };
}

/** Parameters as the reference scripts draw them. */
export function drawn(names: readonly { readonly name: string; readonly shape: readonly number[] }[]) {
  return Object.fromEntries(
    names.map(({ name, shape }, at) => {
      const fanIn = fanInOf(name, names);
      const values = congruential(1000 + 77 * at, elementCount(shape)).map((x) => ((x - 0.5) * 4) / Math.sqrt(fanIn));
      return [name, tensor(shape, values)];
    }),
  );
}

/** PyTorch's: inputs · area of a convolution, outputs · area of a transposed one, inputs of a dense layer. */
function fanInOf(name: string, all: readonly { readonly name: string; readonly shape: readonly number[] }[]): number {
  const layer = name.slice(0, name.lastIndexOf("."));
  const weight = all.find((each) => each.name === `${layer}.weight`)?.shape ?? [];
  return weight.length === 2 ? (weight[0] ?? 0) : 16 * (weight[1] ?? 0);
}

/** Images of 28 × 28 pixels as the reference scripts draw them. */
export function drawnImages(count: number, channels: number, step: number): Tensor {
  const shape = [count, channels, 28, 28];
  return tensor(shape, congruential(31 + 1009 * step, elementCount(shape)));
}
