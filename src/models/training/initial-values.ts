import { elementCount } from "../../engine/dimensions.ts";
import type { Tensor } from "../../engine/tensor.ts";
import type { Stream } from "../../random/stream.ts";
import { drawInitial } from "./initial-value.ts";
import type { Variable } from "./network.ts";

/**
 * The values of variables before training, each drawn from a stream of its own, so that neither their order nor further
 * variables change them.
 */
export function initialValues(
  variables: readonly Variable[],
  streamOf: (name: string) => Stream,
): Readonly<Record<string, Tensor>> {
  return Object.fromEntries(
    variables.map(({ name, shape, initial }) => [
      name,
      { shape, data: drawInitial(initial, elementCount(shape), streamOf(name)) },
    ]),
  );
}

/** Some of many values, by name. */
export function valuesNamed(
  values: Readonly<Record<string, Tensor>>,
  names: readonly string[],
): Readonly<Record<string, Tensor>> {
  return Object.fromEntries(
    names.map((name) => {
      const value = values[name];
      if (value === undefined) throw new Error(`training: no value "${name}"`);
      return [name, value];
    }),
  );
}
