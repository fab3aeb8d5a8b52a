import type { Examples } from "../paper/claim.ts";
import { hanleyMcNeil } from "../stats/hanley-mcneil.ts";

/**
 * The standard error of the difference between a printed number and a mean of runs that comes from which examples either
 * was tested on, as if all runs had been tested on one draw of them; in printed units.
 *
 * Throws a RangeError where a number lies outside its scale.
 *
 * @example
 * const examples = { kind: "share", count: 400, scale: 100, source: "Section 4" } as const;
 * examplesError(examples, 50, 50); // => 3.5355…
 */
export function examplesError(examples: Examples, printed: number, ours: number): number {
  const { scale } = examples;
  return scale * Math.hypot(errorOf(examples, printed / scale), errorOf(examples, ours / scale));
}

function errorOf(examples: Examples, value: number): number {
  if (examples.kind === "area") return hanleyMcNeil(value, examples.positives, examples.negatives);
  if (!(value >= 0 && value <= 1)) throw new RangeError(`examplesError: the share ${value} is not between 0 and 1`);
  return Math.sqrt((value * (1 - value)) / examples.count);
}
