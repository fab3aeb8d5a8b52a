import { add, compare, divide, multiply, negate, one, type Rational, subtract, zero } from "../numbers/rational.ts";

/** lower ≤ Σ coefficient · variable ≤ upper, both ends closed; an absent bound is none. */
export interface LinearConstraint {
  readonly coefficients: readonly Rational[];
  readonly lower?: Rational;
  readonly upper?: Rational;
}

/** How often each bound of a constraint enters a contradiction; never negative. */
export interface FarkasMultipliers {
  readonly lower: Rational;
  readonly upper: Rational;
}

/** A point that satisfies every constraint, or a proof that there is none. */
export type LinearFeasibility =
  | { readonly feasible: true; readonly point: readonly Rational[] }
  | { readonly feasible: false; readonly certificate: readonly FarkasMultipliers[] };

/** One inequality Σ coefficient · variable ≤ bound, and where it came from. */
interface Inequality {
  readonly coefficients: readonly Rational[];
  readonly bound: Rational;
  readonly constraint: number;
  readonly end: "lower" | "upper";
}

/** Basic variables by number (−1 is the artificial one), their rows with the value last, and the reduced costs, with minus the objective last. */
interface Tableau {
  readonly basis: number[];
  readonly rows: Rational[][];
  readonly costs: Rational[];
}

const ARTIFICIAL = -1;

/**
 * Are there non-negative variables that satisfy all constraints? Decided exactly, over fractions.
 *
 * The answer can be checked without trust in the solver: a point by insertion, a certificate by `refutesSystem`
 * (Farkas's lemma). Weights that sum to one are a constraint with unit coefficients and both bounds one. The simplex
 * method with Bland's rule, which cannot cycle, on Farkas's alternative: its size is the number of variables, so that
 * it is meant for few variables and up to some hundreds of constraints.
 * Throws a RangeError where constraints differ in their number of coefficients, or there are none.
 *
 * @example
 * // A mean of 3 and 5 cannot reach 6.
 * solveLinearSystem([
 *   { coefficients: [rational(1), rational(1)], lower: rational(1), upper: rational(1) },
 *   { coefficients: [rational(3), rational(5)], lower: rational(6) },
 * ]).feasible; // => false
 */
export function solveLinearSystem(constraints: readonly LinearConstraint[]): LinearFeasibility {
  const variables = variableCount("solveLinearSystem", constraints);
  const inequalities = constraints.flatMap(toInequalities);
  const tableau = startingTableau(inequalities, variables);
  while (tableau.basis.includes(ARTIFICIAL)) {
    const entering = tableau.costs.slice(0, -1).findIndex(isNegative);
    if (entering < 0) return { feasible: true, point: tableau.costs.slice(inequalities.length, -1) };
    pivot(tableau, leavingRow(tableau, entering), entering);
  }
  const certificate = constraints.map(() => ({ lower: zero, upper: zero }));
  for (const [row, variable] of tableau.basis.entries()) {
    const inequality = inequalities[variable];
    const multipliers = inequality && certificate[inequality.constraint];
    const value = tableau.rows[row]?.at(-1);
    if (inequality === undefined || multipliers === undefined || value === undefined) continue;
    multipliers[inequality.end] = value;
  }
  return { feasible: false, certificate };
}

/**
 * Checks a proof of impossibility by plain arithmetic: the bounds, each taken as often as the certificate says, add up
 * to an inequality whose left side no non-negative variables can make negative, but whose right side is negative.
 * Throws as `solveLinearSystem`.
 *
 * @example
 * refutesSystem([{ coefficients: [rational(1)], upper: rational(-1) }], [{ lower: zero, upper: one }]); // => true
 */
export function refutesSystem(
  constraints: readonly LinearConstraint[],
  certificate: readonly FarkasMultipliers[],
): boolean {
  const variables = variableCount("refutesSystem", constraints);
  const left = new Array<Rational>(variables).fill(zero);
  let right = zero;
  if (certificate.length !== constraints.length) return false;
  for (const [index, { coefficients, lower, upper }] of constraints.entries()) {
    const multipliers = certificate[index];
    if (multipliers === undefined || isNegative(multipliers.lower) || isNegative(multipliers.upper)) return false;
    if (lower === undefined && compare(multipliers.lower, zero) !== 0) return false;
    if (upper === undefined && compare(multipliers.upper, zero) !== 0) return false;
    const net = subtract(multipliers.upper, multipliers.lower);
    for (const [variable, coefficient] of coefficients.entries())
      left[variable] = add(left[variable] ?? zero, multiply(net, coefficient));
    right = add(right, multiply(multipliers.upper, upper ?? zero));
    right = subtract(right, multiply(multipliers.lower, lower ?? zero));
  }
  return isNegative(right) && !left.some(isNegative);
}

function variableCount(where: string, constraints: readonly LinearConstraint[]): number {
  const variables = constraints[0]?.coefficients.length;
  if (variables === undefined) throw new RangeError(`${where}: no constraints`);
  for (const [index, { coefficients }] of constraints.entries())
    if (coefficients.length !== variables)
      throw new RangeError(`${where}: constraint ${index} has ${coefficients.length} coefficients, not ${variables}`);
  return variables;
}

function toInequalities({ coefficients, lower, upper }: LinearConstraint, constraint: number): readonly Inequality[] {
  const inequalities: Inequality[] = [];
  if (upper !== undefined) inequalities.push({ coefficients, bound: upper, constraint, end: "upper" });
  if (lower !== undefined)
    inequalities.push({ coefficients: coefficients.map(negate), bound: negate(lower), constraint, end: "lower" });
  return inequalities;
}

/**
 * Farkas's alternative: y ≥ 0 with yᵀA ≥ 0 and yᵀb = −1. Columns are y, then a surplus for each variable, then values;
 * the artificial variable stands in the last row at 1, and what is minimised is its value. Where that stays at 1, the
 * reduced costs of the surpluses are a point of the system itself.
 */
function startingTableau(inequalities: readonly Inequality[], variables: number): Tableau {
  const surplus = (place: number): Rational[] =>
    Array.from({ length: variables }, (_, variable) => (variable === place ? one : zero));
  const rows = Array.from({ length: variables }, (_, variable) => [
    ...inequalities.map(({ coefficients }) => negate(coefficients[variable] ?? zero)),
    ...surplus(variable),
    zero,
  ]);
  return {
    basis: [...rows.keys()].map((variable) => inequalities.length + variable).concat(ARTIFICIAL),
    rows: [...rows, [...inequalities.map(({ bound }) => negate(bound)), ...surplus(-1), one]],
    costs: [...inequalities.map(({ bound }) => bound), ...surplus(-1), negate(one)],
  };
}

/** Bland's rule: the tightest row, and among those as tight the variable of the smallest number. */
function leavingRow({ basis, rows }: Tableau, entering: number): number {
  let chosen: { readonly row: number; readonly ratio: Rational; readonly variable: number } | undefined;
  for (const [row, entries] of rows.entries()) {
    const entry = entries[entering] ?? zero;
    if (compare(entry, zero) <= 0) continue;
    const ratio = divide(entries.at(-1) ?? zero, entry);
    const variable = basis[row] ?? ARTIFICIAL;
    const order = chosen === undefined ? -1 : compare(ratio, chosen.ratio);
    if (chosen === undefined || order < 0 || (order === 0 && variable < chosen.variable))
      chosen = { row, ratio, variable };
  }
  // The artificial row always bounds an entering variable, for its entry is the negated reduced cost.
  if (chosen === undefined) throw new Error("solveLinearSystem: no row bounds the entering variable");
  return chosen.row;
}

function pivot({ basis, rows, costs }: Tableau, row: number, entering: number): void {
  const source = rows[row] ?? [];
  const element = source[entering] ?? one;
  const scaled = source.map((entry) => divide(entry, element));
  rows[row] = scaled;
  basis[row] = entering;
  for (const target of [...rows.filter((_, index) => index !== row), costs]) {
    const factor = target[entering] ?? zero;
    if (factor.numerator === 0n) continue;
    for (const [column, entry] of scaled.entries())
      if (entry.numerator !== 0n) target[column] = subtract(target[column] ?? zero, multiply(factor, entry));
  }
}

function isNegative(value: Rational): boolean {
  return compare(value, zero) < 0;
}
