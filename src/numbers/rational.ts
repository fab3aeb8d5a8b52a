/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The exact fraction numerator/denominator in lowest terms.
 * Throws a RangeError for a zero denominator, or for a number that is not an integer.
 *
 * @example
 * rational(6, 4); // => { numerator: 3n, denominator: 2n }
 */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const top = BigInt(numerator);
  const bottom = BigInt(denominator);
  if (bottom === 0n) throw new RangeError(`rational: ${top}/0 is undefined`);
  const divisor = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { numerator: top / divisor, denominator: bottom / divisor };
}

export const zero: Rational = rational(0n);
export const one: Rational = rational(1n);

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) return rational(a.numerator + b.numerator, a.denominator);
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a / b; throws a RangeError where b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function absolute(a: Rational): Rational {
  return a.numerator < 0n ? negate(a) : a;
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

export function minimum(first: Rational, ...rest: readonly Rational[]): Rational {
  return rest.reduce((least, value) => (compare(value, least) < 0 ? value : least), first);
}

export function maximum(first: Rational, ...rest: readonly Rational[]): Rational {
  return rest.reduce((most, value) => (compare(value, most) > 0 ? value : most), first);
}

export function total(values: readonly Rational[]): Rational {
  return values.reduce(add, zero);
}

/** The greatest integer that is at most a. */
export function floor(a: Rational): bigint {
  const quotient = a.numerator / a.denominator;
  return a.numerator < 0n && quotient * a.denominator !== a.numerator ? quotient - 1n : quotient;
}

/** The least integer that is at least a. */
export function ceiling(a: Rational): bigint {
  return -floor(negate(a));
}

/** The nearest float, for display and plots only: no float decides anything. */
export function toNumber(a: Rational): number {
  const direct = Number(a.numerator) / Number(a.denominator);
  if (Number.isFinite(direct)) return direct;
  const shift = BigInt(Math.max(0, a.denominator.toString(2).length - 1000));
  return Number(a.numerator >> shift) / Number(a.denominator >> shift);
}

/** 10 to the power of an integer, exactly. */
export function powerOfTen(exponent: number): Rational {
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? { numerator: 1n, denominator: power } : { numerator: power, denominator: 1n };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
