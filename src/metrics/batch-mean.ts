import { defined, type Metric, undefinedBecause } from "./metric.ts";

/** How a loader cuts examples into batches: `size` at a time in the given order, the last one with what is left. */
export interface Batches {
  /** Every example once: a permutation, where the loader shuffles. */
  readonly order: ArrayLike<number>;
  readonly size: number;
  /**
   * A batch without a member of the group: `skip` leaves it out of the mean, `undefined` leaves the whole mean undefined
   * (what 0 / 0 does in code that does not look).
   */
  readonly whenEmpty: "skip" | "undefined";
}

/**
 * The accuracy on a group of examples as the unweighted mean of each batch's own share of right ones: what a meter gives
 * that is told each batch's accuracy. Its rival is the pooled share, Σ right / members; the two differ where batches hold
 * different numbers of members, and with a shuffled loader this one differs from one evaluation of the same model to the
 * next.
 *
 * In [0, 1]. Undefined without members, and as `whenEmpty` says. Throws a RangeError for lengths that differ, a size that
 * is no positive integer, and an order that misses an example.
 *
 * @param right 1 for an example that is right
 * @param members 1 for an example of the group
 * @example
 * const batches = { order: [0, 1, 2, 3, 4], size: 2, whenEmpty: "skip" } as const;
 * batchMeanAccuracy([1, 0, 1, 1, 1], [1, 1, 0, 1, 1], batches); // => { defined: true, value: 0.8333333333333334 }
 */
export function batchMeanAccuracy(right: ArrayLike<number>, members: ArrayLike<number>, batches: Batches): Metric {
  requireBatches(batches, right.length);
  if (members.length !== right.length)
    throw new RangeError(`batchMeanAccuracy: ${right.length} examples, but membership of ${members.length}`);
  const { size, whenEmpty, order } = batches;
  let sum = 0;
  let counted = 0;
  for (let start = 0; start < order.length; start += size) {
    let hits = 0;
    let present = 0;
    for (let place = start; place < Math.min(start + size, order.length); place++) {
      const example = order[place] as number;
      if (members[example] !== 1) continue;
      present++;
      if (right[example] === 1) hits++;
    }
    if (present > 0) {
      sum += hits / present;
      counted++;
    } else if (whenEmpty === "undefined")
      return undefinedBecause(`batch ${start / size} holds no example of the group`);
  }
  return counted > 0 ? defined(sum / counted) : undefinedBecause("there is no example of the group");
}

/** Throws a RangeError unless the batches hold each of so many examples once. */
export function requireBatches({ order, size }: Batches, count: number): void {
  if (!Number.isSafeInteger(size) || size < 1)
    throw new RangeError(`batches: size ${size}, expected a positive integer`);
  const seen = new Uint8Array(count);
  for (let place = 0; place < order.length; place++) seen[order[place] as number] = 1;
  const missing = seen.indexOf(0);
  if (order.length !== count || missing >= 0)
    throw new RangeError(
      `batches: an order of ${order.length} for ${count} examples${missing < 0 ? "" : `, without example ${missing}`}`,
    );
}
