import type { ClassCounts } from "./bound.ts";

/** A data set as it is evaluated: whole, in folds whose counts are known, or in folds of which only the number is. */
export interface FoldedSet extends ClassCounts {
  /** Known folds; absent together with `foldCount`: the set is evaluated as a whole. */
  readonly folds?: readonly ClassCounts[];
  /** The number of folds of nearly equal size whose classes are not known. */
  readonly foldCount?: number;
  /** How often the whole set is divided anew; absent: once. */
  readonly repeats?: number;
  /** Whether each class is spread evenly over the folds. */
  readonly stratified?: boolean;
}

/**
 * The ways in which a data set may lie in its folds; undefined where there are more than `limit`. Unknown folds have
 * sizes that differ by one at most, as scikit-learn's; equal folds are not told apart. Stratified folds have
 * of each class the same number, or one more, wherever the remainders went: tools and their versions differ in that.
 */
export function foldLayouts(set: FoldedSet, limit: number): readonly (readonly ClassCounts[])[] | undefined {
  const { positives, negatives, folds, foldCount, repeats = 1, stratified = false } = set;
  const single =
    folds !== undefined
      ? [folds]
      : foldCount === undefined
        ? [[{ positives, negatives }]]
        : stratified
          ? spreadEvenly(set, foldCount)
          : divided(set, foldCount, limit);
  if (single === undefined) return undefined;
  let layouts: (readonly ClassCounts[])[] = [...single];
  const usual = folds !== undefined || stratified || foldCount === undefined;
  for (let repeat = 1; repeat < repeats; repeat++) {
    // Known and stratified folds have the same counts each time.
    layouts = usual
      ? layouts.map((layout, index) => [...layout, ...(single[index] ?? [])])
      : layouts.flatMap((layout) => single.map((next) => [...layout, ...next]));
    if (layouts.length > limit) return undefined;
  }
  return layouts;
}

/** Each class spread evenly: some folds have one example more of a class, and so many of them of both classes. */
function spreadEvenly({ positives, negatives }: ClassCounts, count: number): readonly (readonly ClassCounts[])[] {
  const [morePositives, moreNegatives] = [positives % count, negatives % count];
  const least = Math.max(0, morePositives + moreNegatives - count);
  const most = Math.min(morePositives, moreNegatives);
  return Array.from({ length: most - least + 1 }, (_, index) => {
    const first = morePositives - least - index;
    return Array.from({ length: count }, (__, fold) => ({
      positives: Math.floor(positives / count) + (fold < morePositives ? 1 : 0),
      negatives: Math.floor(negatives / count) + (fold >= first && fold < first + moreNegatives ? 1 : 0),
    }));
  });
}

function divided(
  { positives, negatives }: ClassCounts,
  count: number,
  limit: number,
): readonly (readonly ClassCounts[])[] | undefined {
  const all = positives + negatives;
  const sizes = Array.from({ length: count }, (_, fold) => Math.floor(all / count) + (fold < all % count ? 1 : 0));
  const layouts: (readonly ClassCounts[])[] = [];
  const place = (fold: number, left: number, before: readonly ClassCounts[]): boolean => {
    const size = sizes[fold];
    if (size === undefined) {
      if (left === 0) layouts.push(before);
      return layouts.length <= limit;
    }
    const roomBehind = sizes.slice(fold + 1).reduce((a, b) => a + b, 0);
    const previous = before[fold - 1];
    const most = Math.min(size, left, sizes[fold - 1] === size && previous !== undefined ? previous.positives : size);
    for (let here = Math.max(0, left - roomBehind); here <= most; here++)
      if (!place(fold + 1, left - here, [...before, { positives: here, negatives: size - here }])) return false;
    return true;
  };
  return place(0, positives, []) ? layouts : undefined;
}
