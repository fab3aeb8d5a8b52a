import type { CurvedBound, HalfPlane } from "./bound.ts";
import { slack } from "./half-plane.ts";

/** False only where no TN goes with this TP. */
export function mayHaveTn(
  tp: number,
  negatives: number,
  planes: readonly HalfPlane[],
  curves: readonly CurvedBound[],
): boolean {
  let range: Range | undefined = [0, negatives];
  for (const { plain } of planes) {
    range = narrowed(range, plain[1], plain[0] * tp + plain[2] + plain[3]);
    if (range === undefined) return false;
  }
  for (const curve of curves) {
    if (curve.kind === "monotone") continue;
    const [slope, constant] = curve.near(tp);
    range = narrowed(range, slope, constant + slack);
    if (range === undefined) return false;
  }
  let least = Math.ceil(range[0] - 1e-9 * negatives);
  let most = Math.floor(range[1] + 1e-9 * negatives);
  for (const curve of curves) {
    if (curve.kind !== "monotone") continue;
    if (least > most) return false;
    const border = firstChange(least, most, (tn) => curve.mayHold(tp, tn) === curve.rising);
    if (curve.rising) least = border;
    else most = border - 1;
  }
  return least <= most;
}

type Range = readonly [least: number, most: number];

/** The part of a range of TN where slope · TN + constant is not below 0, in floats. */
function narrowed([least, most]: Range, slope: number, constant: number): Range | undefined {
  const from = slope > 0 ? Math.max(least, -constant / slope) : least;
  const to = slope < 0 ? Math.min(most, constant / -slope) : most;
  return from > to || (slope === 0 && constant < 0) ? undefined : [from, to];
}

/** A TN that goes with this TP, from the middle of all that do. */
export function exactTn(
  tp: number,
  negatives: number,
  planes: readonly HalfPlane[],
  curves: readonly CurvedBound[],
): number | undefined {
  let least = 0;
  let most = negatives;
  // A quotient of integers below 2^53 is too far from all others to be rounded to one.
  for (const { plain, big } of planes) {
    if (big !== undefined) continue;
    const slope = plain[1];
    const constant = plain[0] * tp + plain[2];
    if (slope > 0) least = Math.max(least, Math.ceil(-constant / slope));
    else if (constant < 0) return undefined;
    else if (slope < 0) most = Math.min(most, Math.floor(constant / -slope));
    if (least > most) return undefined;
  }
  let range: Range | undefined = [least, most];
  for (const { big } of planes) {
    if (big === undefined) continue;
    range = exactlyNarrowed(range, big[1], big[0] * BigInt(tp) + big[2]);
    if (range === undefined) return undefined;
  }
  for (const curve of curves) {
    if (curve.kind === "monotone") continue;
    range = exactlyNarrowed(range, ...curve.at(tp));
    if (range === undefined) return undefined;
  }
  [least, most] = range;
  for (const curve of curves) {
    if (curve.kind !== "monotone") continue;
    const border = firstChange(least, most, (tn) => curve.holds(tp, tn) === curve.rising);
    if (curve.rising) least = border;
    else most = border - 1;
    if (least > most) return undefined;
  }
  return Math.floor((least + most) / 2);
}

function exactlyNarrowed([least, most]: Range, slope: bigint, constant: bigint): Range | undefined {
  if (slope > 0n) {
    const from = constant >= 0n ? 0n : (-constant + slope - 1n) / slope;
    return from > most ? undefined : [Math.max(least, Number(from)), most];
  }
  if (constant < 0n) return undefined;
  const to = slope < 0n ? constant / -slope : most;
  return to < least ? undefined : [least, to < most ? Number(to) : most];
}

/** The first integer of least … most at which a monotone condition holds; most + 1 where it never does. */
function firstChange(least: number, most: number, holds: (value: number) => boolean): number {
  let [low, high] = [least, most + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
