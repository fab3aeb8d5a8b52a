import { ceiling, divide, floor, type Rational } from "../numbers/rational.ts";
import { exactNumber } from "./exact-number.ts";
import type { Bounds } from "./integer-moments.ts";

/** The least and greatest value that a scale has, in the unit of the print. */
export interface ValueScale {
  readonly minimum: number;
  readonly maximum: number;
}

/** A scale in whole grains; ends that are no multiple of the grain are out of reach. Throws a RangeError where it is empty. */
export function boundsOf(where: string, { minimum, maximum }: ValueScale, grain: Rational): Bounds {
  const least = ceiling(divide(exactNumber(where, "scale.minimum", minimum), grain));
  const greatest = floor(divide(exactNumber(where, "scale.maximum", maximum), grain));
  if (least <= greatest) return { least, greatest };
  throw new RangeError(`${where}: no value lies on the scale from ${minimum} to ${maximum}`);
}
