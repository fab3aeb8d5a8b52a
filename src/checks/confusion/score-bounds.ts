import { type Rational, rational } from "../../numbers/rational.ts";
import type { Bounds, ClassCounts, HalfPlane } from "./bound.ts";
import { type CellWeights, cellQuotient, cellSums } from "./cell-quotient.ts";
import { bigPlane, plainPlane } from "./half-plane.ts";
import { rootBounds } from "./root-bounds.ts";
import type { ConfusionScoreName } from "./score-names.ts";
import type { ScoreRange } from "./score-range.ts";

/** Where a score is defined, and where it lies in a range given that it is; without what holds for every matrix. */
export interface ScoreBounds extends Bounds {
  readonly domain: readonly HalfPlane[];
}

/**
 * The conditions on TP and TN, in integers, under which a score of a confusion matrix lies in a range. Most scores are
 * quotients of sums of cells, and each end is then a half-plane.
 */
export function scoreBounds(
  name: ConfusionScoreName,
  counts: ClassCounts,
  range: ScoreRange,
  betaSquared: Rational,
): ScoreBounds {
  const quotient = cellQuotient(name, counts, betaSquared);
  if (quotient === undefined)
    return { planes: [], curves: rootBounds(name, counts, range), domain: rootDomain(name, counts) };
  const [top, bottom] = quotient;
  const lower = endPlane(top, bottom, range, 1, counts);
  const upper = endPlane(top, bottom, range, -1, counts);
  return { planes: known(lower, upper), curves: [], domain: known(sumPlane(bottom, counts)) };
}

function known(first: HalfPlane | undefined, second?: HalfPlane | undefined): readonly HalfPlane[] {
  if (first === undefined) return second === undefined ? [] : [second];
  return second === undefined ? [first] : [first, second];
}

type Weights = CellWeights<number> | CellWeights<bigint>;

/** The greatest sum, before terms of both signs are added up, that is certainly exact in plain numbers. */
const plainSize = 2 ** 50;

/** That a quotient lies above the lower end of a range (sign 1), or below the upper end (sign −1). */
function endPlane(
  top: Weights,
  bottom: Weights,
  range: ScoreRange,
  sign: 1 | -1,
  counts: ClassCounts,
): HalfPlane | undefined {
  const isClosed = sign > 0 ? range.lowerClosed : range.upperClosed;
  const end = sign > 0 ? range.lower : range.upper;
  const { over } = range;
  const more = isClosed ? 0 : 1;
  if (typeof end === "number" && typeof over === "number" && isPlain(top) && isPlain(bottom)) {
    const size = greatestOf(top) * over + greatestOf(bottom) * Math.abs(end);
    if (size * (counts.positives + counts.negatives) < plainSize) {
      // Above an open end is one more at least: in lowest terms that says the most.
      const divisor = isClosed ? sign : sign * commonDivisor(Math.abs(end), over);
      const u = end / divisor;
      const v = over / divisor;
      return plainPlane(
        top[0] * v - bottom[0] * u,
        top[1] * v - bottom[1] * u,
        top[2] * v - bottom[2] * u,
        top[3] * v - bottom[3] * u,
        more,
        counts,
      );
    }
  }
  const { numerator: u, denominator: v } = rational(end, over);
  const weight = (cell: 0 | 1 | 2 | 3): bigint => BigInt(sign) * (BigInt(top[cell]) * v - BigInt(bottom[cell]) * u);
  return bigPlane(weight(0), weight(1), weight(2), weight(3), more, counts);
}

/** That a sum of cells is not 0. */
function sumPlane(weights: Weights, counts: ClassCounts): HalfPlane | undefined {
  const [tp, fn, tn, fp] = weights;
  if (isPlain(weights) && greatestOf(weights) * (counts.positives + counts.negatives) < plainSize)
    return plainPlane(weights[0], weights[1], weights[2], weights[3], 1, counts);
  return bigPlane(BigInt(tp), BigInt(fn), BigInt(tn), BigInt(fp), 1, counts);
}

function isPlain(weights: Weights): weights is CellWeights<number> {
  return typeof weights[0] === "number";
}

/** The greatest weight, whatever its sign. */
function greatestOf([tp, fn, tn, fp]: CellWeights<number>): number {
  return Math.max(Math.abs(tp), Math.abs(fn), Math.abs(tn), Math.abs(fp));
}

function rootDomain(name: ConfusionScoreName, counts: ClassCounts): readonly HalfPlane[] {
  return neededBy(name).flatMap((sum) => sumPlane(cellSums[sum], counts) ?? []);
}

/** What must not be empty for a score to be defined. */
function neededBy(name: ConfusionScoreName): readonly (keyof typeof cellSums)[] {
  switch (name) {
    case "mcc":
      return ["positives", "negatives", "calledPositive", "calledNegative"];
    case "markedness":
      return ["calledPositive", "calledNegative"];
    case "fowlkes-mallows":
      return ["positives", "calledPositive"];
    case "g-mean":
      return ["positives", "negatives"];
    case "odds-ratio":
      return ["fn", "fp"];
    default:
      throw new RangeError(`scoreBounds: ${name} is not a score of a confusion matrix`);
  }
}

function commonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x === 0 ? 1 : x;
}
