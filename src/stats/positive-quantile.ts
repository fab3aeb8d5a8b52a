/** A continuous distribution on the positive numbers, both tails each to full relative accuracy. */
export interface PositiveDistribution {
  readonly lowerTail: (x: number) => number;
  readonly upperTail: (x: number) => number;
  readonly density: (x: number) => number;
}

/** The wanted probability, given from both sides so that neither loses digits: `lower + upper` is 1. */
export interface TailProbabilities {
  readonly lower: number;
  readonly upper: number;
}

const MAXIMAL_STEPS = 200;

/**
 * The point of a positive distribution below which it has the given probability.
 *
 * Newton's method on the logarithm of the smaller tail against the logarithm of x, where tails are nearly straight
 * lines, kept inside a bracket by bisection. Accurate to a few units in the last place of the tail.
 * `start` is a first guess. Probabilities 0 and 1 give 0 and infinity.
 *
 * @example
 * const exponential = {
 *   lowerTail: (x: number) => -Math.expm1(-x),
 *   upperTail: (x: number) => Math.exp(-x),
 *   density: (x: number) => Math.exp(-x),
 * };
 * positiveQuantile(exponential, { lower: 0.5, upper: 0.5 }, 1); // => 0.6931471805599453
 */
export function positiveQuantile(
  distribution: PositiveDistribution,
  probability: TailProbabilities,
  start: number,
): number {
  if (probability.lower <= 0) return 0;
  if (probability.upper <= 0) return Number.POSITIVE_INFINITY;
  const fromBelow = probability.lower <= probability.upper;
  const target = Math.log(fromBelow ? probability.lower : probability.upper);
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let position = Math.log(start);
  for (let step = 0; step < MAXIMAL_STEPS; step++) {
    const x = Math.exp(position);
    const tail = fromBelow ? distribution.lowerTail(x) : distribution.upperTail(x);
    const error = Math.log(tail) - target;
    if (error === 0) return x;
    if (fromBelow === error > 0) high = position;
    else low = position;
    const slope = ((fromBelow ? 1 : -1) * x * distribution.density(x)) / tail;
    const newton = position - error / slope;
    const next = newton > low && newton < high ? newton : fallback(position, low, high);
    if (Math.abs(next - position) < 1e-15 || Math.abs(next - position) <= 2e-16 * Math.abs(position))
      return Math.exp(next);
    position = next;
  }
  return Math.exp(position);
}

/** The middle of the bracket, or a long step out of it while one end is still open. */
function fallback(position: number, low: number, high: number): number {
  if (low === Number.NEGATIVE_INFINITY) return position - 2;
  if (high === Number.POSITIVE_INFINITY) return position + 2;
  return (low + high) / 2;
}
