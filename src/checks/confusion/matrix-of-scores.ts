import type { ClassCounts, CurvedBound, HalfPlane } from "./bound.ts";
import type { ReadableScore } from "./confusion-score.ts";
import { findMatrix, type MatrixSearch } from "./find-matrix.ts";
import type { ScoreConvention } from "./printed-score.ts";
import { type ScoreBounds, scoreBounds } from "./score-bounds.ts";
import { containsZero, type ScoreRange, scoreRange } from "./score-range.ts";

/** A score under one convention: its range, and what that asks of a matrix. */
export interface ReadScore {
  readonly range: ScoreRange;
  readonly bounds: ScoreBounds;
}

export function readScores(
  scores: readonly ReadableScore[],
  counts: ClassCounts,
  convention: ScoreConvention,
): readonly ReadScore[] {
  return scores.map((score) => {
    const range = scoreRange(score, convention);
    return { range, bounds: scoreBounds(score.name, counts, range, score.betaSquared) };
  });
}

/** The search for one confusion matrix that gives all scores; each must be defined. */
export function matrixOfScores(scores: readonly ReadScore[], counts: ClassCounts, limit: number): MatrixSearch {
  const planes: HalfPlane[] = [];
  const curves: CurvedBound[] = [];
  for (const { bounds } of scores) {
    for (const plane of bounds.planes) planes.push(plane);
    for (const plane of bounds.domain) planes.push(plane);
    for (const curve of bounds.curves) curves.push(curve);
  }
  return findMatrix(counts, { planes, curves }, limit);
}

/**
 * The same search where scores that are undefined may have been printed as 0: a detector that calls all, or nothing,
 * positive leaves quotients 0/0, and so does a test set without positives, or without negatives.
 */
export function matrixWithZeros(scores: readonly ReadScore[], counts: ClassCounts, limit: number): MatrixSearch {
  const { positives, negatives } = counts;
  if (scores.every((score) => givesOrZero(score, 0, negatives))) return { found: "matrix", tp: 0, tn: negatives };
  if (scores.every((score) => givesOrZero(score, positives, 0))) return { found: "matrix", tp: positives, tn: 0 };
  if (positives > 0 && negatives > 0) return { found: "none" };
  // Without a class a score may be undefined for every matrix.
  const defined = scores.filter(({ range, bounds }) => !(neverDefined(bounds, counts) && containsZero(range)));
  return matrixOfScores(defined, counts, limit);
}

/** Whether a matrix gives a score, which must be defined. */
export function gives({ bounds }: ReadScore, tp: number, tn: number): boolean {
  return isIn(tp, tn, bounds.domain) && isIn(tp, tn, bounds.planes) && isOn(tp, tn, bounds.curves);
}

function givesOrZero({ range, bounds }: ReadScore, tp: number, tn: number): boolean {
  if (!isIn(tp, tn, bounds.domain)) return containsZero(range);
  return isIn(tp, tn, bounds.planes) && isOn(tp, tn, bounds.curves);
}

function isIn(tp: number, tn: number, planes: readonly HalfPlane[]): boolean {
  for (const { plain, big } of planes) {
    if (big === undefined) {
      if (plain[0] * tp + plain[1] * tn + plain[2] < 0) return false;
    } else if (big[0] * BigInt(tp) + big[1] * BigInt(tn) + big[2] < 0n) return false;
  }
  return true;
}

function isOn(tp: number, tn: number, curves: readonly CurvedBound[]): boolean {
  return curves.every((curve) => {
    if (curve.kind === "monotone") return curve.holds(tp, tn);
    const [slope, constant] = curve.at(tp);
    return slope * BigInt(tn) + constant >= 0n;
  });
}

/** Whether a condition on the domain fails at every corner, and so everywhere. */
function neverDefined({ domain }: ScoreBounds, { positives, negatives }: ClassCounts): boolean {
  return domain.some((plane) => [0, positives].every((tp) => [0, negatives].every((tn) => !isIn(tp, tn, [plane]))));
}
