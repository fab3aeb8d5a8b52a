import type { ClassCounts, HalfPlane } from "./bound.ts";

/** Room for rounding errors of floats, relative to the greatest term of a condition. */
export const slack = 1e-11;

/**
 * That a sum of the cells of a matrix, each with its weight, is at least so much; undefined where that holds for every
 * matrix. The weights times the number of examples must stay below 2^51: then plain numbers are exact.
 */
export function plainPlane(
  tp: number,
  fn: number,
  tn: number,
  fp: number,
  atLeast: 0 | 1,
  counts: ClassCounts,
): HalfPlane | undefined {
  const { positives, negatives } = counts;
  const a = tp - fn;
  const b = tn - fp;
  const c = fn * positives + fp * negatives - atLeast;
  if (c + Math.min(a * positives, 0) + Math.min(b * negatives, 0) >= 0) return undefined;
  return { plain: [a, b, c, roomOf(a, b, c, counts)], big: undefined };
}

/** The same without a limit to the weights. */
export function bigPlane(
  tp: bigint,
  fn: bigint,
  tn: bigint,
  fp: bigint,
  atLeast: 0 | 1,
  counts: ClassCounts,
): HalfPlane {
  const constant = fn * BigInt(counts.positives) + fp * BigInt(counts.negatives) - BigInt(atLeast);
  const [a, b, c] = [Number(tp - fn), Number(tn - fp), Number(constant)];
  return { plain: [a, b, c, roomOf(a, b, c, counts)], big: [tp - fn, tn - fp, constant] };
}

function roomOf(a: number, b: number, c: number, { positives, negatives }: ClassCounts): number {
  return slack * Math.max(Math.abs(a) * positives, Math.abs(b) * negatives, Math.abs(c));
}
