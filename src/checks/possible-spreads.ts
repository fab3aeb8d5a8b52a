import { type Rational, rational } from "../numbers/rational.ts";
import type { GrimmerInput } from "./grimmer.ts";
import { firstSquares } from "./integer-moments.ts";
import { requireCount } from "./require-count.ts";
import { usualRules } from "./rule-words.ts";
import { momentsOf, type SampleClaim, spreadReadings, varianceOf } from "./sample-moments.ts";
import { boundsOf } from "./value-scale.ts";

/** One exact mean and variance behind a printed mean and SD. */
export interface PossibleSpread {
  readonly sum: bigint;
  readonly sumOfSquares: bigint;
  /** The square of the SD. */
  readonly variance: Rational;
}

/**
 * All exact SDs of whole numbers that print as the given SD beside the given mean, under the first reading of GRIMMER's
 * list; at most `limit`. On a scale they are those that its bounds do not rule out.
 *
 * @example
 * possibleSpreads({ mean: parseDecimal("4.20"), sd: parseDecimal("0.45"), count: 5 }); // one: variance 1/5
 */
export function possibleSpreads(input: GrimmerInput, limit = 1000): readonly PossibleSpread[] {
  const { mean, sd, count, items = 1, scale, rules = usualRules } = input;
  requireCount("possibleSpreads", "count", count, 2);
  const grain = rational(1, items);
  const bounds = scale === undefined ? {} : { bounds: boundsOf("possibleSpreads", scale, grain) };
  const claim: SampleClaim = { mean, sd, count, grain, ...bounds };
  const [reading] = spreadReadings(input.ddof);
  const [rule = "half-either"] = rules;
  if (reading === undefined) return [];
  const found: PossibleSpread[] = [];
  for (const { sum, squares } of momentsOf(claim, reading, rule, true).windows) {
    if (squares === undefined) continue;
    for (let next = squares.least; next <= squares.greatest; next += 2n) {
      if (found.length >= limit) return found;
      if (firstSquares(BigInt(count), sum, { least: next, greatest: next }) === undefined) continue;
      found.push({ sum, sumOfSquares: next, variance: varianceOf(claim, reading, sum, next) });
    }
  }
  return found;
}
