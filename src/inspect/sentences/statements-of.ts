import { findBestCounts } from "./find-best-counts.ts";
import { findDifferences } from "./find-differences.ts";
import { findRanges } from "./find-ranges.ts";
import { findValues } from "./find-values.ts";
import type { Statement } from "./statement.ts";

/** What a clause says of results. */
export function statementsOf(clause: string): readonly Statement[] {
  const ranges = findRanges(clause);
  return [
    ...findValues(clause),
    ...ranges,
    ...(ranges.length > 0 ? [] : findDifferences(clause)),
    ...findBestCounts(clause),
  ];
}
