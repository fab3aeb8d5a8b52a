import { contains, type Interval } from "../../numbers/interval.ts";
import { add, compare, multiply, type Rational, rational, toNumber, zero } from "../../numbers/rational.ts";
import { type Strip, separate } from "./separate.ts";

/** constant + Σ weight · variable must lie in the interval. */
export interface LinearRow {
  readonly weights: readonly Rational[];
  readonly constant?: Rational;
  readonly interval: Interval;
}

/** A further condition: the numbers it may reach, given the range of each variable; exact once all are known. */
export interface CurvedRow {
  readonly interval: Interval;
  readonly range: (least: readonly number[], most: readonly number[]) => readonly [number, number];
}

export interface IntegerProblem {
  /** Each variable is an integer from 0 to its upper. */
  readonly uppers: readonly number[];
  readonly rows: readonly LinearRow[];
  readonly curves?: readonly CurvedRow[];
  /** How many partial choices may be looked at. */
  readonly limit: number;
  /** Multiples of the rows that refuted a problem like this one: tried first. */
  readonly direction?: readonly number[];
}

/** `looked` counts the partial choices. */
export type IntegerSearch = { readonly looked: number } & (
  | { readonly found: "values"; readonly values: readonly number[] }
  | { readonly found: "none"; readonly direction?: readonly number[] }
  | { readonly found: "unknown" }
);

const slack = 1e-9;

/**
 * Are there integers within their bounds that satisfy all rows? First multiples of the rows are sought that even
 * fractions cannot satisfy; the proof is added up in fractions. Else variable after variable is chosen, the likeliest
 * value first, and given up where a row cannot be reached any more; floats with room for their errors only discard,
 * what is found is added up in fractions. Curved rows are decided in floats, and left unknown at their very ends.
 */
export function searchIntegers(problem: IntegerProblem): IntegerSearch {
  const { uppers, rows, curves = [], limit } = problem;
  const strips = rows.map(stripOf);
  if (strips.length > 0) {
    const known = problem.direction;
    if (known !== undefined && refutes(known, uppers, rows)) return { found: "none", direction: known, looked: 0 };
    const { direction } = separate(uppers, strips);
    if (refutes(direction, uppers, rows)) return { found: "none", direction, looked: 0 };
  }
  const inner = strips.map((strip) => ({
    ...strip,
    lower: (3 * strip.lower + strip.upper) / 4,
    upper: (strip.lower + 3 * strip.upper) / 4,
  }));
  const guide = strips.length === 0 ? uppers.map((upper) => upper / 2) : separate(uppers, inner).nearest;
  const count = uppers.length;
  // What the variables from each place on can still add to a row.
  const rest = strips.map(({ weights }) => {
    const least = new Float64Array(count + 1);
    const most = new Float64Array(count + 1);
    for (let index = count - 1; index >= 0; index--) {
      const full = (weights[index] as number) * (uppers[index] as number);
      least[index] = (least[index + 1] as number) + Math.min(0, full);
      most[index] = (most[index + 1] as number) + Math.max(0, full);
    }
    return { least, most };
  });
  // What is left of a row is a multiple of the greatest common measure of the weights that are left.
  const measures = rows.map(({ weights }) => commonMeasures(weights));
  const least = new Array<number>(count).fill(0);
  const most = [...uppers];
  const sums = strips.map(({ constant }) => constant);
  let looked = 0;
  let doubtful = false;
  const visit = (place: number): boolean | undefined => {
    for (const { interval, range } of curves) {
      const [low, high] = range(least, most);
      const [lower, upper] = [toNumber(interval.lower), toNumber(interval.upper)];
      if (Number.isNaN(low) || high < lower - room(lower) || low > upper + room(upper)) return false;
    }
    if (place === count) {
      if (!rows.every((row) => holds(row, least))) return false;
      const sure = curves.every(({ interval, range }) => {
        const [value] = range(least, most);
        const [lower, upper] = [toNumber(interval.lower), toNumber(interval.upper)];
        return value > lower + room(lower) && value < upper - room(upper);
      });
      if (!sure) doubtful = true;
      return sure;
    }
    let [from, to] = [0, uppers[place] as number];
    for (const [row, strip] of strips.entries()) {
      const weight = strip.weights[place] as number;
      const reach = rest[row];
      if (reach === undefined) continue;
      const measure = measures[row]?.[place] ?? 0;
      if (measure > 1e-6) {
        const [first, last] = [
          strip.lower - (sums[row] as number) - slack,
          strip.upper - (sums[row] as number) + slack,
        ];
        if (Math.ceil(first / measure) > Math.floor(last / measure)) return false;
      }
      const low = strip.lower - slack - (sums[row] as number) - (reach.most[place + 1] as number);
      const high = strip.upper + slack - (sums[row] as number) - (reach.least[place + 1] as number);
      if (weight > 0) {
        from = Math.max(from, Math.ceil(low / weight - slack));
        to = Math.min(to, Math.floor(high / weight + slack));
      } else if (weight < 0) {
        from = Math.max(from, Math.ceil(high / weight - slack));
        to = Math.min(to, Math.floor(low / weight + slack));
      } else if (low > 0 || high < 0) return false;
    }
    // Restored, never subtracted again: errors of floats must not add up over a long search.
    const before = [...sums];
    const start = Math.min(to, Math.max(from, Math.round(guide[place] as number)));
    for (let step = 0; start - step >= from || start + step <= to; step++) {
      for (const value of step === 0 ? [start] : [start + step, start - step]) {
        if (value < from || value > to) continue;
        if (looked++ >= limit) return undefined;
        for (const [row, strip] of strips.entries())
          sums[row] = (before[row] as number) + (strip.weights[place] as number) * value;
        least[place] = value;
        most[place] = value;
        const found = visit(place + 1);
        if (found !== false) return found;
        for (const [row, sum] of before.entries()) sums[row] = sum;
        least[place] = 0;
        most[place] = uppers[place] as number;
      }
    }
    return false;
  };
  const found = visit(0);
  if (found === true) return { found: "values", values: [...least], looked };
  return found === undefined || doubtful ? { found: "unknown", looked } : { found: "none", looked };
}

/** Room for the rounding of floats beside a number: relative where it is large. */
function room(value: number): number {
  return slack * Math.max(1, Math.abs(value));
}

/** For each place the greatest number of which all weights from there on are multiples; 0 where all are zero. */
function commonMeasures(weights: readonly Rational[]): readonly number[] {
  const found = new Array<number>(weights.length).fill(0);
  let measure = zero;
  for (let place = weights.length - 1; place >= 0; place--) {
    const weight = weights[place] ?? zero;
    const bottom = measure.denominator * weight.denominator;
    let [a, b] = [measure.numerator * weight.denominator, weight.numerator * measure.denominator];
    while (b !== 0n) [a, b] = [b, a % b];
    measure = rational(a < 0n ? -a : a, bottom);
    found[place] = toNumber(measure);
  }
  return found;
}

function stripOf({ weights, constant = zero, interval }: LinearRow): Strip {
  return {
    weights: weights.map(toNumber),
    constant: toNumber(constant),
    lower: toNumber(interval.lower),
    upper: toNumber(interval.upper),
  };
}

function holds({ weights, constant = zero, interval }: LinearRow, values: readonly number[]): boolean {
  return contains(
    interval,
    weights.reduce((sum, weight, index) => add(sum, multiply(weight, rational(values[index] ?? 0))), constant),
  );
}

/** Whether the rows, taken so often, cannot be satisfied even by fractions: added up exactly. */
function refutes(direction: readonly number[], uppers: readonly number[], rows: readonly LinearRow[]): boolean {
  const size = Math.max(...direction.map(Math.abs));
  if (!(size > 0)) return false;
  const times = direction.map((share) => rational(Math.round((share / size) * 2 ** 40), 2 ** 40));
  let least = zero;
  let allowed = zero;
  for (const [index, row] of rows.entries()) {
    const factor = times[index] ?? zero;
    least = add(least, multiply(factor, row.constant ?? zero));
    allowed = add(allowed, multiply(factor, factor.numerator > 0n ? row.interval.upper : row.interval.lower));
  }
  for (const [place, upper] of uppers.entries()) {
    const slope = rows.reduce(
      (sum, { weights }, index) => add(sum, multiply(times[index] ?? zero, weights[place] ?? zero)),
      zero,
    );
    if (slope.numerator < 0n) least = add(least, multiply(slope, rational(upper)));
  }
  return compare(least, allowed) > 0;
}
