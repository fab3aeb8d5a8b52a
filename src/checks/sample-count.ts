import type { Truth } from "./decide.ts";
import type { Bounds } from "./integer-moments.ts";
import type { IntegerRange } from "./integers-in.ts";
import { type Occurrence, type SampleState, sampleLayers } from "./sample-layers.ts";

/** Samples of `count` integers between bounds. */
export interface SampleSearch {
  readonly count: number;
  readonly bounds: Bounds;
  /** The sums to reach, each with the sums of squares that are wanted. */
  readonly targets: readonly SampleTarget[];
  /** How many additions may be made before the search is given up. */
  readonly limit?: number;
}

export interface SampleTarget {
  readonly sum: bigint;
  readonly squares: IntegerRange;
}

export type SampleCount =
  | {
      readonly complete: true;
      readonly samples: bigint;
      /** The first samples, at most so many: which values occur, the least first, and how often. */
      readonly list: (most: number) => readonly (readonly Occurrence[])[];
    }
  | { readonly complete: false };

/** Additions before a count is given up. */
export const additionLimit = 2_000_000;
/** Additions before the search for one sample is given up. */
export const existenceLimit = 300_000;

/**
 * How many samples have one of the wanted sums and sums of squares, exactly; samples that differ in order are one.
 *
 * Three neighbouring values in the middle, as −1, 0 and 1, follow from what is left of count, sum and squares: their sum
 * is b − a and their squares a + b. Only the other values are gone through, and few of them occur, since each costs at
 * least 4 of the squares. Not complete past the limit.
 */
export function countSamples(search: SampleSearch): SampleCount {
  const frame = frameOf(search);
  return countWith(search, frame, frame.outer, search.limit ?? additionLimit);
}

export interface FoundSample {
  readonly truth: Truth;
  readonly sample?: readonly Occurrence[];
}

/**
 * Whether there is such a sample, and one of them: first among those with few distinct values, then among all; `unknown`
 * where that would go past the limit.
 */
export function findSample(search: SampleSearch): FoundSample {
  const frame = frameOf(search);
  const step = Math.ceil(frame.outer.length / 6);
  const few = frame.outer.filter((_, index) => index % step === 0);
  const pairs = few.flatMap((value, index) => few.slice(index + 1).map((other) => [value, other]));
  const first = (values: readonly number[], limit: number): FoundSample | undefined => {
    const counted = countWith(search, frame, values, limit);
    if (!counted.complete) return undefined;
    const [sample] = counted.list(1);
    return sample === undefined ? { truth: "false" } : { truth: "true", sample };
  };
  for (const values of [[], ...few.map((value) => [value]), ...pairs]) {
    const some = first(values, 10_000);
    if (some?.truth === "true") return some;
  }
  return first(frame.outer, search.limit ?? existenceLimit) ?? { truth: "unknown" };
}

/** The search as seen from a value in the middle, which becomes 0. */
interface Frame {
  readonly origin: bigint;
  readonly targets: readonly { readonly sum: number; readonly least: number; readonly greatest: number }[];
  /** Whether −1 and 1 lie within bounds. */
  readonly below: boolean;
  readonly above: boolean;
  /** The other values that can occur, the farthest first. */
  readonly outer: readonly number[];
  readonly mostSquares: number;
}

function frameOf({ count, bounds: { least, greatest }, targets }: SampleSearch): Frame {
  const n = BigInt(count);
  const nearest = (2n * (targets[0]?.sum ?? 0n) + n) / (2n * n);
  // A neighbour within bounds on each side, where there are three values.
  const [low, high] = greatest - least >= 2n ? [least + 1n, greatest - 1n] : [least, least];
  const origin = nearest < low ? low : nearest > high ? high : nearest;
  const centred = targets.map(({ sum, squares }) => {
    const shift = n * origin * origin - 2n * origin * sum;
    return {
      sum: Number(sum - n * origin),
      least: Math.max(0, Number(squares.least + shift)),
      greatest: Number(squares.greatest + shift),
    };
  });
  const mostSquares = centred.reduce((most, target) => Math.max(most, target.greatest), 0);
  const reach = Math.floor(Math.sqrt(mostSquares));
  const outer: number[] = [];
  for (let value = 2; value <= reach; value++) {
    if (BigInt(value) <= greatest - origin) outer.push(value);
    if (BigInt(value) <= origin - least) outer.push(-value);
  }
  return {
    origin,
    targets: centred,
    below: origin > least,
    above: origin < greatest,
    outer: outer.reverse(),
    mostSquares,
  };
}

function countWith({ count }: SampleSearch, frame: Frame, outer: readonly number[], limit: number): SampleCount {
  const layers = sampleLayers(outer, count, frame.mostSquares, limit);
  if (layers === undefined) return { complete: false };
  let samples = 0n;
  for (const state of layers.states) samples += state.ways * BigInt(completions(state, count, frame));
  const list = (most: number): readonly (readonly Occurrence[])[] => {
    const found: (readonly Occurrence[])[] = [];
    for (const state of layers.states) {
      completions(state, count, frame, (middle) => {
        if (found.length >= most) return;
        for (const rest of layers.waysTo(state, most - found.length))
          found.push(inOrder([...rest, ...middle], Number(frame.origin)));
      });
      if (found.length >= most) break;
    }
    return found;
  };
  return { complete: true, samples, list };
}

/** In how many ways the values −1, 0 and 1 complete a state to a target; each is handed on. */
function completions(
  { taken, sum: sumTaken, squares: squaresTaken }: SampleState,
  count: number,
  { targets, below, above }: Frame,
  found?: (middle: readonly Occurrence[]) => void,
): number {
  let ways = 0;
  for (const target of targets) {
    const sum = target.sum - sumTaken;
    const left = count - taken;
    const least = Math.max(target.least - squaresTaken, Math.abs(sum));
    const most = Math.min(target.greatest - squaresTaken, left);
    for (let squares = least + (Math.abs(least - sum) % 2); squares <= most; squares += 2) {
      const minus = (squares - sum) / 2;
      const plus = (squares + sum) / 2;
      if ((minus > 0 && !below) || (plus > 0 && !above)) continue;
      ways++;
      found?.([
        { value: -1, times: minus },
        { value: 0, times: left - squares },
        { value: 1, times: plus },
      ]);
    }
  }
  return ways;
}

function inOrder(occurrences: readonly Occurrence[], origin: number): readonly Occurrence[] {
  return occurrences
    .filter(({ times }) => times > 0)
    .map(({ value, times }) => ({ value: value + origin, times }))
    .sort((a, b) => a.value - b.value);
}
