import { mean } from "simple-statistics";
import { permutation } from "../random/permutation.ts";
import type { Stream } from "../random/stream.ts";

/** How a permutation test is done. */
export interface PermutationTestOptions {
  /** Needed where there are too many arrangements to try them all. */
  readonly source: Stream;
  /** Arrangements tried at most; all of them where there are no more than this. Default 10,000. */
  readonly repetitions?: number;
}

/** A p-value, and whether every arrangement was tried. */
export interface PermutationTest {
  readonly p: number;
  readonly exact: boolean;
}

/**
 * Two-sided permutation test of a difference of means: how often a random split of all values into groups of these
 * sizes is at least as far apart. Sampled p-values count the arrangement observed (Phipson and Smyth 2010), so never 0.
 * Throws a RangeError where a group is empty.
 *
 * @example
 * permutationTest([1, 2, 3], [4, 5, 6], { source: stream("example") }); // => { p: 0.1, exact: true }
 */
export function permutationTest(
  first: readonly number[],
  second: readonly number[],
  { source, repetitions = 10_000 }: PermutationTestOptions,
): PermutationTest {
  if (first.length === 0 || second.length === 0) throw new RangeError("permutationTest: a group is empty");
  const all = [...first, ...second];
  // Distances from the grand mean: a group's sum then tells the difference of means, and shifts do no harm.
  const centre = mean(all);
  const centred = all.map((value) => value - centre);
  const sumOf = (chosen: Iterable<number>): number => {
    let sum = 0;
    for (const index of chosen) sum += centred[index] as number;
    return sum;
  };
  const slack = 1e-12 * centred.reduce((sum, value) => sum + Math.abs(value), 0);
  const observed = Math.abs(sumOf(first.keys())) - slack;
  let extreme = 0;
  if (choose(all.length, first.length) <= repetitions) {
    let total = 0;
    for (const chosen of combinations(all.length, first.length)) {
      total++;
      if (Math.abs(sumOf(chosen)) >= observed) extreme++;
    }
    return { p: extreme / total, exact: true };
  }
  for (let repetition = 0; repetition < repetitions; repetition++)
    if (Math.abs(sumOf(permutation(all.length, source).subarray(0, first.length))) >= observed) extreme++;
  return { p: (extreme + 1) / (repetitions + 1), exact: false };
}

function choose(total: number, chosen: number): number {
  let count = 1;
  for (let index = 1; index <= chosen; index++) count = (count * (total - chosen + index)) / index;
  return Math.round(count);
}

function* combinations(total: number, size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= total - size; index++)
    for (const rest of combinations(total, size - 1, index + 1)) yield [index, ...rest];
}
