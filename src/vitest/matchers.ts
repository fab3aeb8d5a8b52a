import { expect } from "vitest";
import { comparisonMatchers } from "./matchers/comparison-matchers.ts";
import { countMatchers } from "./matchers/count-matchers.ts";
import { type Asserted, type Family, forVitest } from "./matchers/matcher.ts";
import { meanMatchers } from "./matchers/mean-matchers.ts";
import { orderMatchers } from "./matchers/order-matchers.ts";
import { rocMatchers } from "./matchers/roc-matchers.ts";
import { runMatchers } from "./matchers/run-matchers.ts";
import { scoreMatchers } from "./matchers/score-matchers.ts";
import { shareMatchers } from "./matchers/share-matchers.ts";
import { wholeNumberMatchers } from "./matchers/whole-number-matchers.ts";

/** All families, each with the checks that it asks. */
export const matcherFamilies: readonly Family[] = [
  meanMatchers,
  shareMatchers,
  comparisonMatchers,
  orderMatchers,
  wholeNumberMatchers,
  scoreMatchers,
  rocMatchers,
  countMatchers,
  runMatchers,
];

/**
 * Every check as a matcher. An assertion passes where the outcome is `consistent` (the runs reproduce), with `.not` where
 * it is `inconsistent` (refuted); what cannot be decided, or hangs on a convention, passes neither way. The message of a
 * failure is the finding.
 */
export interface AssayMatchers<Result>
  extends Asserted<typeof meanMatchers, Result>,
    Asserted<typeof shareMatchers, Result>,
    Asserted<typeof comparisonMatchers, Result>,
    Asserted<typeof orderMatchers, Result>,
    Asserted<typeof wholeNumberMatchers, Result>,
    Asserted<typeof scoreMatchers, Result>,
    Asserted<typeof rocMatchers, Result>,
    Asserted<typeof countMatchers, Result>,
    Asserted<typeof runMatchers, Result> {}

declare module "vitest" {
  interface Matchers<T> extends AssayMatchers<T> {}
}

for (const family of matcherFamilies) expect.extend(forVitest(family));
