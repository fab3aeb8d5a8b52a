import { type Interval, intersects, point } from "../numbers/interval.ts";
import { maximum, minimum, type Rational } from "../numbers/rational.ts";
import type { Truth } from "./decide.ts";

/** A claimed range; an absent end is open. Both ends belong to it. */
export interface ClaimedRange {
  readonly atLeast?: Rational | undefined;
  readonly atMost?: Rational | undefined;
}

/**
 * Whether a printed quantity lies in a claimed range: true where the printed numbers put it there; false where no
 * numbers that print like these do; unknown where the printed ones put it outside and rounding may have moved it.
 */
export function withinBounds(printed: Rational, possible: Interval, range: ClaimedRange): Truth {
  if (reaches(point(printed), range)) return "true";
  return reaches(possible, range) ? "unknown" : "false";
}

function reaches(values: Interval, { atLeast, atMost }: ClaimedRange): boolean {
  return intersects(values, {
    lower: atLeast ?? minimum(values.lower, atMost ?? values.lower),
    upper: atMost ?? maximum(values.upper, atLeast ?? values.upper),
    lowerClosed: true,
    upperClosed: true,
  });
}

/** A claimed range in words: `at least 2`, `at most 10`, `2 to 5`. */
export function rangeWords(atLeast: string | undefined, atMost: string | undefined): string {
  if (atLeast === undefined) return atMost === undefined ? "any" : `at most ${atMost}`;
  return atMost === undefined ? `at least ${atLeast}` : `${atLeast} to ${atMost}`;
}
