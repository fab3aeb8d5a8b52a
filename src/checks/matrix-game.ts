import { add, compare, divide, multiply, negate, one, type Rational, subtract, zero } from "../numbers/rational.ts";

/** The solution of a matrix game: both players' best mixtures, which prove one another. */
export interface GameSolution {
  /** The least worst row: min over column mixtures of max over rows of (matrix · columns). */
  readonly value: Rational;
  /** Shares of the columns, non-negative, of sum 1: no row of matrix · columns exceeds the value. */
  readonly columns: readonly Rational[];
  /** Shares of the rows, non-negative, of sum 1: no column of rows · matrix falls below the value. */
  readonly rows: readonly Rational[];
}

/**
 * Solves a zero-sum matrix game exactly (the column player minimises), by the simplex method on fractions with Bland's
 * rule, which cannot cycle: shifted to positive entries, max Σq subject to M q ≤ 1, q ≥ 0 (von Neumann; Dantzig 1951).
 * With value ≤ 0 the columns solve M w ≤ 0, w ≥ 0, Σw = 1; with value > 0 the rows are Farkas' certificate that none do.
 *
 * @example
 * solveMatrixGame([[rational(1), rational(-1)], [rational(-1), rational(1)]]).value; // => zero, with even mixtures
 */
export function solveMatrixGame(matrix: readonly (readonly Rational[])[]): GameSolution {
  const width = matrix[0]?.length ?? 0;
  if (width === 0) throw new RangeError("solveMatrixGame: the matrix has no rows or no columns");
  const least = matrix.flat().reduce((low, entry) => (compare(entry, low) < 0 ? entry : low), zero);
  const shift = subtract(one, least);
  // Row r reads: basic variable r = right-hand side − Σ entries × non-basic variables; the last row is the objective.
  const tableau = [
    ...matrix.map((row) => [...row.map((entry) => add(entry, shift)), one]),
    [...Array.from({ length: width }, () => negate(one)), zero],
  ];
  const nonBasic = Array.from({ length: width }, (_, index) => index);
  const basic = matrix.map((_, index) => width + index);
  for (let entering = enteringColumn(tableau, nonBasic); entering >= 0; entering = enteringColumn(tableau, nonBasic)) {
    const leaving = leavingRow(tableau, basic, entering);
    pivot(tableau, leaving, entering);
    const [incoming, outgoing] = [nonBasic[entering] as number, basic[leaving] as number];
    basic[leaving] = incoming;
    nonBasic[entering] = outgoing;
  }
  const objective = tableau[matrix.length] ?? [];
  const scaled = divide(one, objective[width] ?? one);
  const columns = nonBasic.map(() => zero);
  basic.forEach((variable, row) => {
    if (variable < width) columns[variable] = multiply(tableau[row]?.[width] ?? zero, scaled);
  });
  const rows = matrix.map(() => zero);
  nonBasic.forEach((variable, column) => {
    if (variable >= width) rows[variable - width] = multiply(objective[column] ?? zero, scaled);
  });
  return { value: subtract(scaled, shift), columns, rows };
}

/** Bland: the variable of least index among those that would raise the objective; −1 at the optimum. */
function enteringColumn(tableau: readonly (readonly Rational[])[], nonBasic: readonly number[]): number {
  const objective = tableau[tableau.length - 1] ?? [];
  let best = -1;
  nonBasic.forEach((variable, column) => {
    const rises = compare(objective[column] ?? zero, zero) < 0;
    if (rises && (best < 0 || variable < (nonBasic[best] as number))) best = column;
  });
  return best;
}

/** The row that first runs out; among equals the variable of least index. All entries are bounded, so there is one. */
function leavingRow(tableau: readonly (readonly Rational[])[], basic: readonly number[], entering: number): number {
  let best = -1;
  let bestRatio = zero;
  basic.forEach((variable, row) => {
    const entry = tableau[row]?.[entering] ?? zero;
    if (compare(entry, zero) <= 0) return;
    const ratio = divide(tableau[row]?.[basicWidth(tableau)] ?? zero, entry);
    const order = best < 0 ? -1 : compare(ratio, bestRatio);
    if (order < 0 || (order === 0 && variable < (basic[best] as number))) [best, bestRatio] = [row, ratio];
  });
  if (best < 0) throw new RangeError("solveMatrixGame: unbounded, which positive entries exclude");
  return best;
}

function basicWidth(tableau: readonly (readonly Rational[])[]): number {
  return (tableau[0]?.length ?? 1) - 1;
}

/** Exchanges the row's basic variable with the column's non-basic one. */
function pivot(tableau: Rational[][], row: number, column: number): void {
  const pivotRow = tableau[row] as Rational[];
  const factor = divide(one, pivotRow[column] as Rational);
  const scaled = pivotRow.map((entry, index) => (index === column ? factor : multiply(entry, factor)));
  tableau.forEach((other, index) => {
    if (index === row) return;
    const size = other[column] as Rational;
    if (size.numerator === 0n) return;
    tableau[index] = other.map((entry, place) =>
      place === column ? negate(multiply(size, factor)) : subtract(entry, multiply(size, scaled[place] as Rational)),
    );
  });
  tableau[row] = scaled;
}
