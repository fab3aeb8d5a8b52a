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
  if (own === undefined) return undefined;
  const { alpha, halfUnit, margin } = comparison;
  const excess = excessOf(comparison.difference, comparison.side);
  const confirms = fits(1 - alpha, margin - halfUnit - excess);
  const refutes = fits(1 - alpha / 2, excess - halfUnit - margin);
  for (let runs = sources.runs + 1; runs <= MOST_SEEDS; runs++) {
    const degreesOfFreedom = own.degreesOfFreedom + runs - sources.runs;
    const errors = standardErrors({ ...sources, runs, own: { ...own, degreesOfFreedom } });
    if ((errors.mayConfirm && confirms(errors.reproducing)) || refutes(errors.refuting)) return runs;
  }
  return undefined;
}

/** Whether t · SE fits into the room; the exact quantile is sought only where a lower bound of it leaves that open. */
function fits(probability: number, room: number): (error: StandardError | undefined) => boolean {
  const z = normalQuantile(probability);
  return (error) => {
    if (error === undefined) return false;
    // The first terms of Cornish and Fisher's expansion of Student's quantile, all further ones being positive.
    const least = z + (z * z * z + z) / (4 * error.degreesOfFreedom);
    return (
      least * error.standardError <= room &&
      studentTQuantile(probability, error.degreesOfFreedom) * error.standardError <= room
    );
  };
}
