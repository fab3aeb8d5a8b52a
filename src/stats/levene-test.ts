import { mean, median, sum } from "simple-statistics";
import type { VarianceTest } from "./bartlett-test.ts";
import { fUpperTail } from "./f-distribution.ts";

/**
 * Levene's test in Brown and Forsythe's form: do samples share one spread, judged by distances from each group's median
 * (or mean)? Robust where Bartlett's test is not. Throws a RangeError below two groups, where a group is empty, where no
 * group has two values, or where all distances are equal within every group.
 *
 * @example
 * leveneTest([[1, 2, 3, 4], [1, 3, 5, 7]]).p; // => 0.172…
 */
export function leveneTest(groups: readonly (readonly number[])[], centre: "median" | "mean" = "median"): VarianceTest {
  if (groups.length < 2) throw new RangeError(`leveneTest: needs at least 2 groups, got ${groups.length}`);
  const distances = groups.map((group, index) => {
    if (group.length === 0) throw new RangeError(`leveneTest: group ${index} is empty`);
    const middle = centre === "median" ? median([...group]) : mean([...group]);
    return group.map((value) => Math.abs(value - middle));
  });
  const count = distances.reduce((total, group) => total + group.length, 0);
  const grand = mean(distances.flat());
  const between = sum(distances.map((group) => group.length * (mean(group) - grand) ** 2));
  const within = sum(distances.map((group) => sum(group.map((value) => (value - mean(group)) ** 2))));
  const withinDf = count - groups.length;
  if (withinDf < 1) throw new RangeError("leveneTest: no group has two values");
  if (within === 0) throw new RangeError("leveneTest: distances from the centre do not vary within any group");
  const statistic = between / (groups.length - 1) / (within / withinDf);
  return { statistic, p: fUpperTail(statistic, groups.length - 1, withinDf) };
}
