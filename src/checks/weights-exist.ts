import { toNumber, zero } from "../numbers/rational.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { decide } from "./decide.ts";
import { exactText, listText } from "./exact-text.ts";
import { type LargestSubset, largestSatisfiableSubset, type WeightConflict } from "./satisfiable-rows.ts";
import type { NamedMeanRow } from "./weighted-means.ts";

export interface WeightsExistInput {
  /** Rows with the same labels in the same order. */
  readonly rows: readonly NamedMeanRow[];
  /** How many rows must hold together; absent: all. */
  readonly atLeast?: number;
}

/**
 * Whether any non-negative weights at all make the printed means true together: all of them, or at least so many.
 * Decided by exact linear programmes, rounding to nearest counted in. `consistent` comes with weights; `inconsistent`
 * with the largest number of rows that some weights satisfy and conflicts that prove it: for each a weighted sum of
 * conditions, all at most zero, that is positive under any weights. Undecidable where the search was cut off.
 * Throws a RangeError for no rows, or rows whose labels differ.
 *
 * @example
 * const row = (name: string, a: string, b: string, mean: string) => ({
 *   name, cells: [{ label: "A", value: parseDecimal(a) }, { label: "B", value: parseDecimal(b) }], reported: parseDecimal(mean),
 * });
 * const rows = [row("x", "1.0", "2.0", "1.9"), row("y", "2.0", "1.0", "1.9")];
 * // x needs nearly all weight on B, and y on A.
 * checkWeightsExist({ rows }).outcome; // => "inconsistent"
 */
export function checkWeightsExist({ rows, atLeast = rows.length }: WeightsExistInput): CheckResult {
  const labels = rows[0]?.cells.map(({ label }) => label) ?? [];
  if (labels.length === 0) throw new RangeError("checkWeightsExist: there are no rows, or no cells in the first");
  for (const { name, cells } of rows)
    if (cells.map(({ label }) => label).join("\n") !== labels.join("\n"))
      throw new RangeError(`checkWeightsExist, ${name}: its cells are not labelled ${labels.join(", ")} in this order`);
  const largest = largestSatisfiableSubset(rows);
  const most = largest.satisfied.length;
  const { outcome } = decide(most >= atLeast ? "true" : largest.proved ? "false" : "unknown", []);
  const leftOut = rows.filter((_, index) => !largest.satisfied.includes(index)).map(({ name }) => name);
  const weights = labels.map((label, index) => `${label} ${toNumber(largest.weights[index] ?? zero).toFixed(3)}`);
  const example = `for example ${weights.join(", ")}${leftOut.length > 0 ? `, which leave out ${listText(leftOut)}` : ""}`;
  const summary = `Some non-negative weights make ${most} of ${rows.length} printed means true (${example})`;
  const bound = largest.proved
    ? `none make ${most + 1} true: ${most + 1 === rows.length ? "there are rows" : `whatever ${count(rows.length - most - 1, "row is", "rows are")} left out, rows remain`} whose conditions no weights meet together`
    : "whether any make more true was not decided";
  return {
    check: "weights-exist",
    outcome,
    explanation: most === rows.length ? `${summary}.` : `${summary}; ${bound}.`,
    assumptions: [
      "Every mean has the same weights, none negative, of sum 1.",
      "All cells and means were printed by rounding to nearest (ties either way).",
    ],
    rescuedBy: [],
    nearMisses: [],
    details: {
      rowCount: rows.length,
      atLeast,
      mostRows: most,
      proved: largest.proved,
      satisfied: largest.satisfied.map((row) => rows[row]?.name ?? ""),
      leftOut,
      weights: Object.fromEntries(labels.map((label, index) => [label, exactText(largest.weights[index] ?? zero)])),
      conflicts: largest.conflicts.map((conflict) => conflictDetail(conflict, rows, labels)),
      ...withoutOne(largest, rows),
    },
  };
}

/** For "no n − 1 rows": for each row left out, the conflict that stays. */
function withoutOne(largest: LargestSubset, rows: readonly NamedMeanRow[]): { readonly [name: string]: Detail } {
  if (!largest.proved || largest.satisfied.length !== rows.length - 2) return {};
  return {
    leavingOutOne: rows.map(({ name }, row) => ({
      without: name,
      conflict: largest.conflicts.findIndex((conflict) => !conflict.rows.includes(row)),
    })),
  };
}

function conflictDetail(conflict: WeightConflict, rows: readonly NamedMeanRow[], labels: readonly string[]): Detail {
  return {
    rows: conflict.rows.map((row) => rows[row]?.name ?? ""),
    conditions: conflict.multipliers.map(({ row, side, share }) => ({
      row: rows[row]?.name ?? "",
      condition:
        side === "above"
          ? "the least possible mean is at most the greatest that prints as reported"
          : "the greatest possible mean is at least the least that prints as reported",
      multiplier: exactText(share),
    })),
    sum: Object.fromEntries(labels.map((label, index) => [label, exactText(conflict.combination[index] ?? zero)])),
  };
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
