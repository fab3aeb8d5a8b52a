import { type Decimal, toRational } from "../numbers/decimal.ts";
import { add, type Interval, negate, point } from "../numbers/interval.ts";
import { type Rational, subtract } from "../numbers/rational.ts";
import { roundingInterval } from "../numbers/rounding.ts";
import { relativeDifference } from "./relative-difference.ts";
import { type Bound, fitThresholds, type Thresholds } from "./thresholds.ts";

/** A cell with the number that it is compared with and the mark that the comparison got. */
export interface MarkedCell {
  readonly label: string;
  readonly reference: Decimal;
  readonly value: Decimal;
  readonly mark: string;
}

export interface MarkMeaning {
  readonly mark: string;
  readonly meaning: string;
}

export type MarkScale = "absolute" | "relative";

export interface MarksInput {
  readonly cells: readonly MarkedCell[];
  /** The marks in order, from far below the reference to far above. */
  readonly legend: readonly MarkMeaning[];
  /** Whether marks go by value − reference, or by that divided by the reference. */
  readonly scale: MarkScale;
  /** The mark for "about equal"; absent: `≈` or `~`, where the legend has it. A symmetric scale is sought around it. */
  readonly centre?: string;
  /** Whether the claim is that the limits are the same on both sides. */
  readonly symmetric?: boolean;
}

/** How far a marked cell lies from its reference, on one scale. */
export interface Difference {
  readonly label: string;
  /** The mark's place in the legend. */
  readonly level: number;
  readonly printed: Rational;
  readonly possible: Interval;
}

/** The marks read on one scale: the thresholds that they leave, with rounding and as printed. */
export interface ScaleReading {
  readonly scale: MarkScale;
  readonly differences: readonly Difference[];
  readonly rounded: Thresholds;
  readonly asPrinted: Thresholds;
  readonly symmetric?: { readonly rounded: Thresholds; readonly asPrinted: Thresholds };
}

/** Without differences where a reference may be zero and the scale is relative. */
export type MarkReading = ScaleReading | { readonly scale: MarkScale; readonly differences: undefined };

/** Reads marked cells on a scale. Throws a RangeError for a mark, or a centre, that the legend lacks. */
export function readMarks({ cells, legend, centre }: MarksInput, scale: MarkScale): MarkReading {
  const marks = legend.map(({ mark }) => mark);
  const differences: Difference[] = [];
  for (const cell of cells) {
    const level = marks.indexOf(cell.mark);
    if (level < 0)
      throw new RangeError(`checkMarks, ${cell.label}: the legend (${marks.join(" ")}) has no mark "${cell.mark}"`);
    const difference = differenceOf(cell, scale);
    if (difference === undefined) return { scale, differences: undefined };
    differences.push({ label: cell.label, level, ...difference });
  }
  const exact = differences.map((difference) => ({ ...difference, possible: point(difference.printed) }));
  const middle = marks.findIndex((mark) => (centre === undefined ? mark === "≈" || mark === "~" : mark === centre));
  if (centre !== undefined && middle < 0)
    throw new RangeError(`checkMarks: the legend (${marks.join(" ")}) has no mark "${centre}" for its centre`);
  return {
    scale,
    differences,
    rounded: fitOneSided(differences, marks.length),
    asPrinted: fitOneSided(exact, marks.length),
    ...(middle < 0
      ? {}
      : {
          symmetric: {
            rounded: fitSymmetric(differences, marks.length, middle),
            asPrinted: fitSymmetric(exact, marks.length, middle),
          },
        }),
  };
}

function differenceOf(
  { reference, value }: MarkedCell,
  scale: MarkScale,
): Pick<Difference, "printed" | "possible"> | undefined {
  const [a, b] = [toRational(value), toRational(reference)];
  const [values, references] = [roundingInterval(value), roundingInterval(reference)];
  if (scale === "absolute") return { printed: subtract(a, b), possible: add(values, negate(references)) };
  const possible = relativeDifference(values, references);
  const printed = relativeDifference(point(a), point(b));
  return possible === undefined || printed === undefined ? undefined : { printed: printed.lower, possible };
}

/** Threshold i stands between the marks i and i + 1. */
function fitOneSided(differences: readonly Difference[], marks: number): Thresholds {
  const bound = (threshold: number, value: Rational, label: string): readonly Bound[] =>
    threshold < 0 || threshold > marks - 2 ? [] : [{ threshold, value, label, side: "above" }];
  return fitThresholds(
    marks - 1,
    differences.flatMap(({ level, possible, label }) => bound(level, possible.lower, label)),
    differences.flatMap(({ level, possible, label }) => bound(level - 1, possible.upper, label)),
    false,
  );
}

/** Limit i stands between the marks i and i + 1 steps from the centre, on both sides as far as the legend goes. */
function fitSymmetric(differences: readonly Difference[], marks: number, centre: number): Thresholds {
  const steps = { above: marks - 1 - centre, below: centre };
  const atLeast: Bound[] = [];
  const atMost: Bound[] = [];
  for (const { level, possible, label } of differences) {
    for (const side of ["above", "below"] as const) {
      const distance = side === "above" ? level - centre : centre - level;
      if (distance < 0) continue;
      const sizes = side === "above" ? possible : negate(possible);
      if (distance < steps[side]) atLeast.push({ threshold: distance, value: sizes.lower, label, side });
      if (distance > 0) atMost.push({ threshold: distance - 1, value: sizes.upper, label, side });
    }
  }
  return fitThresholds(Math.max(steps.above, steps.below), atLeast, atMost, true);
}
