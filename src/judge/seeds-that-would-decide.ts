import { normalQuantile } from "../stats/normal.ts";
import { studentTQuantile } from "../stats/student-t.ts";
import { type Comparison, excessOf } from "./decision-rule.ts";
import { type ErrorSources, type StandardError, standardErrors } from "./standard-errors.ts";

const MOST_SEEDS = 100;

/**
 * The least number of seeds, above the present and up to 100, that would decide if the difference and the spread stayed
 * as they are; undefined where none would. The spread must be known (`own`).
 *
 * @example
 * seedsThatWouldDecide({ difference: 0, halfUnit: 0, margin: 1, side: "equal", alpha: 0.05 },
 *   { runs: 3, own: { standardDeviation: 1, degreesOfFreedom: 2 }, pooled: false,
 *     examples: { reproducing: 0, refuting: 0 } }); // => 5
 */
export function seedsThatWouldDecide(comparison: Comparison, sources: ErrorSources): number | undefined {
  const { own } = sources;
  if (own === undefined || sources.runs >= MOST_SEEDS) return undefined;
  const { alpha, halfUnit, margin } = comparison;
  const excess = excessOf(comparison.difference, comparison.side);
  const confirms = fits(1 - alpha, margin - halfUnit - excess);
  const refutes = fits(1 - alpha / 2, excess - halfUnit - margin);
  const decides = (runs: number, exactly: boolean): boolean => {
    const degreesOfFreedom = own.degreesOfFreedom + runs - sources.runs;
    const errors = standardErrors({ ...sources, runs, own: { ...own, degreesOfFreedom } });
    return (errors.mayConfirm && confirms(errors.reproducing, exactly)) || refutes(errors.refuting, exactly);
  };
  // By the normal quantile, which is below Student's, more seeds always do better: that bounds the answer from below.
  // Student's own need not: with Welch's degrees of freedom more seeds may do worse, hence the search one by one.
  if (!decides(MOST_SEEDS, false)) return undefined;
  let [undecided, decided] = [sources.runs, MOST_SEEDS];
  while (decided - undecided > 1) {
    const middle = Math.floor((undecided + decided) / 2);
    if (decides(middle, false)) decided = middle;
    else undecided = middle;
  }
  for (let runs = decided; runs <= MOST_SEEDS; runs++) if (decides(runs, true)) return runs;
  return undefined;
}

/** Whether the quantile times the standard error fits into the room: the normal quantile, or exactly Student's. */
function fits(probability: number, room: number): (error: StandardError | undefined, exactly: boolean) => boolean {
  const z = normalQuantile(probability);
  return (error, exactly) => {
    if (error === undefined || z * error.standardError > room) return false;
    if (!exactly) return true;
    // The first terms of Cornish and Fisher's expansion of Student's quantile, all further ones being positive.
    const least = z + (z * z * z + z) / (4 * error.degreesOfFreedom);
    return (
      least * error.standardError <= room &&
      studentTQuantile(probability, error.degreesOfFreedom) * error.standardError <= room
    );
  };
}
