import { elementCount } from "../../../src/engine/dimensions.ts";
import type { Tensor } from "../../../src/engine/tensor.ts";
import type { Variable } from "../../../src/models/training/network.ts";
import { named } from "./digest.ts";

/** Parameters, statistics and slots as the reference scripts begin them, each array drawn from a seed made of its name. */
export function namedValues(variables: readonly Variable[]): Readonly<Record<string, Tensor>> {
  return Object.fromEntries(
    variables.map(({ name, shape, initial }) => {
      const drawn = named(name, elementCount(shape));
      // A convolution's weights are [outputs, channels, k, l], a linear layer's [inputs, outputs].
      const fanIn = shape.length === 2 ? (shape[0] ?? 1) : elementCount(shape.slice(1));
      if (name.startsWith("slot:") || name.endsWith(".mean") || name.endsWith(".variance"))
        return [name, { shape, data: drawn.fill(initial.kind === "constant" ? initial.value : Number.NaN) }];
      if (name.endsWith(".weight")) return [name, { shape, data: drawn.map((u) => (u - 0.5) * Math.sqrt(12 / fanIn)) }];
      return [name, { shape, data: drawn.map((u) => (name.endsWith(".gamma") ? u + 0.5 : u - 0.5)) }];
    }),
  );
}
