import type { Stream } from "./stream.ts";

/**
 * A uniformly random order of 0 … count − 1 (Fisher and Yates, Durstenfeld's form), drawn from the given stream.
 * Throws a RangeError unless count is a non-negative integer.
 *
 * @example
 * permutation(3, stream("example", "order")).sort().join(); // => "0,1,2"
 */
export function permutation(count: number, source: Stream): Uint32Array {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`permutation: count ${count} is not a natural number`);
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = source.integer(last + 1);
    const value = order[last] as number;
    order[last] = order[other] as number;
    order[other] = value;
  }
  return order;
}
