import { compare, multiply, one, type Rational, rational, subtract, total, zero } from "../numbers/rational.ts";
import { roundingInterval } from "../numbers/rounding.ts";
import { solveLinearSystem } from "../stats/linear-program.ts";
import { type MeanRow, sharesOf } from "./mean-row.ts";

/** Rows that no non-negative weights satisfy together, with the proof. */
export interface WeightConflict {
  /** Places of the rows. */
  readonly rows: readonly number[];
  /**
   * Multipliers of the rows' conditions: `above` of "the least possible mean is not above the printed one",
   * `below` of "the greatest possible mean is not below it". Each condition must be at most zero.
   */
  readonly multipliers: readonly { readonly row: number; readonly side: "above" | "below"; readonly share: Rational }[];
  /** The weighted sum of the conditions, label by label: all positive, hence positive under any weights. */
  readonly combination: readonly Rational[];
}

export type Weights =
  | { readonly exist: true; readonly weights: readonly Rational[] }
  | { readonly exist: false; readonly conflict: WeightConflict };

/**
 * Whether non-negative weights (of sum 1, one for each cell's place) exist under which all chosen rows hold, rounding to
 * nearest counted in. Linear: row i needs Σ w (lower − U) ≤ 0 and Σ w (L − upper) ≤ 0 for its mean's interval [L, U].
 */
export function weightsFor(rows: readonly MeanRow[], chosen: readonly number[]): Weights {
  if (chosen.length === 0)
    return { exist: true, weights: (rows[0]?.cells ?? []).map((_, cell) => rational(cell === 0 ? 1 : 0)) };
  const conditions = chosen.flatMap((row) => conditionsOf(rows[row] as MeanRow).map((entry) => ({ row, ...entry })));
  const sumOfOne = { coefficients: conditions[0]?.coefficients.map(() => one) ?? [], lower: one, upper: one };
  const system = [sumOfOne, ...conditions.map(({ coefficients }) => ({ coefficients, upper: zero }))];
  const solution = solveLinearSystem(system);
  if (solution.feasible) return { exist: true, weights: solution.point };
  // The certificate's multipliers of the conditions, scaled to sum 1; that of the sum only takes the other side.
  const shares = sharesOf(solution.certificate.slice(1).map(({ upper }) => upper));
  const used = conditions.flatMap((condition, index) => {
    const share = shares[index] ?? zero;
    return compare(share, zero) === 0 ? [] : [{ ...condition, share }];
  });
  const combination = sumOfOne.coefficients.map((_, column) =>
    total(used.map(({ coefficients, share }) => multiply(share, coefficients[column] ?? zero))),
  );
  const multipliers = used.map(({ row, side, share }) => ({ row, side, share }));
  return {
    exist: false,
    conflict: { rows: [...new Set(multipliers.map(({ row }) => row))], multipliers, combination },
  };
}

export interface LargestSubset {
  /** The most rows that one set of weights satisfies; a lower bound where the search was cut off. */
  readonly satisfied: readonly number[];
  readonly weights: readonly Rational[];
  /** Whether it was proved that no more rows can be satisfied. */
  readonly proved: boolean;
  /** Conflicts that prove it: whatever fewer rows are left out, one of these stays whole. */
  readonly conflicts: readonly WeightConflict[];
}

/**
 * The largest set of rows that some non-negative weights satisfy. Exact: every conflict must lose one of its rows, so
 * the search leaves out the rows of conflicts only, fewest first. Cut off after `limit` linear programmes.
 */
export function largestSatisfiableSubset(rows: readonly MeanRow[], limit = 5000): LargestSubset {
  const all = rows.map((_, index) => index);
  const conflicts: WeightConflict[] = [];
  let programmes = 0;
  const search = (left: readonly number[], budget: number): LargestSubset | "none" | "limit" => {
    const known = conflicts.find((conflict) => !conflict.rows.some((row) => left.includes(row)));
    if (known === undefined && programmes++ >= limit) return "limit";
    const satisfied = all.filter((row) => !left.includes(row));
    const found = known === undefined ? weightsFor(rows, satisfied) : { exist: false as const, conflict: known };
    if (found.exist) return { satisfied, weights: found.weights, proved: true, conflicts: [] };
    if (known === undefined) conflicts.push(found.conflict);
    if (budget === 0) return "none";
    for (const row of found.conflict.rows) {
      const inner = search([...left, row], budget - 1);
      if (inner !== "none") return inner;
    }
    return "none";
  };
  for (let budget = 0; budget <= rows.length; budget++) {
    const proofs = conflicts.length;
    const found = search([], budget);
    if (found === "limit") break;
    if (found !== "none") return { ...found, conflicts: conflicts.slice(0, proofs) };
  }
  return { ...withoutConflicts(rows, all), proved: false, conflicts };
}

/** Leaves out a row of every conflict that is met: not the largest set, but one. */
function withoutConflicts(
  rows: readonly MeanRow[],
  chosen: readonly number[],
): { readonly satisfied: readonly number[]; readonly weights: readonly Rational[] } {
  const found = weightsFor(rows, chosen);
  if (found.exist) return { satisfied: chosen, weights: found.weights };
  return withoutConflicts(
    rows,
    chosen.filter((row) => row !== found.conflict.rows[0]),
  );
}

interface Condition {
  readonly side: "above" | "below";
  readonly coefficients: readonly Rational[];
}

function conditionsOf({ cells, reported }: MeanRow): readonly Condition[] {
  const mean = roundingInterval(reported);
  const intervals = cells.map(({ value }) => roundingInterval(value));
  return [
    { side: "above", coefficients: intervals.map(({ lower }) => subtract(lower, mean.upper)) },
    { side: "below", coefficients: intervals.map(({ upper }) => subtract(mean.lower, upper)) },
  ];
}
