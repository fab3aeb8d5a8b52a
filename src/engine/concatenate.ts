import { add } from "./arithmetic.ts";
import { dimension, formatShape } from "./dimensions.ts";
import type { Node } from "./graph.ts";
import { pad } from "./shape.ts";

/**
 * Arrays one after the other along an axis, which alone may differ in size.
 *
 * @example
 * concatenate([input("a", [8, 2]), input("b", [8, 3])], 1).shape; // => [8, 5]
 * @throws RangeError for no arrays, an axis that is not there and shapes that do not fit.
 */
export function concatenate(parts: readonly Node[], axis: number): Node {
  const [first] = parts;
  if (first === undefined) throw new RangeError("concatenate: no arrays are given");
  const rank = first.shape.length;
  if (!Number.isInteger(axis) || axis < 0 || axis >= rank)
    throw new RangeError(`concatenate: ${formatShape(first.shape)} has no axis ${axis}`);
  for (const { shape } of parts)
    if (shape.length !== rank || shape.some((size, at) => at !== axis && size !== first.shape[at]))
      throw new RangeError(
        `concatenate: ${formatShape(shape)} and ${formatShape(first.shape)} differ beyond axis ${axis}`,
      );
  const total = parts.reduce((length, { shape }) => length + dimension(shape, axis), 0);
  const along = (length: number): number[] => Array.from({ length: rank }, (_, at) => (at === axis ? length : 0));
  let before = 0;
  const placed = parts.map((part) => {
    const size = dimension(part.shape, axis);
    const result = pad(part, along(before), along(total - before - size));
    before += size;
    return result;
  });
  return placed.reduce((sum, part) => add(sum, part));
}
