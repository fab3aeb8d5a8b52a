import { sampleVariance } from "simple-statistics";
import { chiSquareUpperTail } from "./chi-square.ts";

/** A test of one hypothesis: the statistic and how often chance alone exceeds it. */
export interface VarianceTest {
  readonly statistic: number;
  readonly p: number;
}

/**
 * Bartlett's test: do normal samples share one variance? Sensitive to non-normality (see `leveneTest`).
 * Throws a RangeError below two groups, below two values in a group, or where a group has no spread at all.
 *
 * @example
 * bartlettTest([[1, 2, 3], [1, 3, 5]]).p; // => 0.398…
 */
export function bartlettTest(groups: readonly (readonly number[])[]): VarianceTest {
  if (groups.length < 2) throw new RangeError(`bartlettTest: needs at least 2 groups, got ${groups.length}`);
  const parts = groups.map((group, index) => {
    if (group.length < 2) throw new RangeError(`bartlettTest: group ${index} has fewer than 2 values`);
    const variance = sampleVariance([...group]);
    if (variance === 0) throw new RangeError(`bartlettTest: group ${index} has no spread`);
    return { degreesOfFreedom: group.length - 1, variance };
  });
  const total = parts.reduce((sum, part) => sum + part.degreesOfFreedom, 0);
  const pooled = parts.reduce((sum, part) => sum + part.degreesOfFreedom * part.variance, 0) / total;
  const numerator = parts.reduce((sum, part) => sum - part.degreesOfFreedom * Math.log(part.variance / pooled), 0);
  const inverse = parts.reduce((sum, part) => sum + 1 / part.degreesOfFreedom, 0);
  const statistic = numerator / (1 + (inverse - 1 / total) / (3 * (groups.length - 1)));
  return { statistic, p: chiSquareUpperTail(statistic, groups.length - 1) };
}
