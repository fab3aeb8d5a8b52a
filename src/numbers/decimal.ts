import { divide, multiply, powerOfTen, type Rational, rational } from "./rational.ts";

/** A decimal number that remembers how it was written: its value is units / 10^decimals. */
export interface Decimal {
  /** As written, signs and separators normalised: `84.30`, `-1.5`, `1.2e-4`. */
  readonly text: string;
  readonly units: bigint;
  /** Digits behind the point; negative where the last digit stands for tens, hundreds, …: `1.2e3` has −2. */
  readonly decimals: number;
  /**
   * Where it is known to within this, in units of the last digit, rather than by its digits: then it stands for the value
   * ± half width, both ends included, whatever the rounding rule. See `withHalfWidth`.
   */
  readonly halfWidth?: Rational;
}

const pattern = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+|)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * Reads a decimal as papers print it: `84.30`, `.91`, `1,234`, `−1.5` (U+2212), `1.2e-4`, `0.9401140684410646`.
 * Trailing zeros count as digits. Throws a SyntaxError that quotes what it was given.
 *
 * @example
 * parseDecimal("84.30"); // => { text: "84.30", units: 8430n, decimals: 2 }
 */
export function parseDecimal(text: string): Decimal {
  const decimal = tryParseDecimal(text);
  if (decimal === undefined)
    throw new SyntaxError(`"${text}" is not a decimal number such as 84.30, .91, 1,234 or −1.5`);
  return decimal;
}

/** As `parseDecimal`, but undefined where the text is not a decimal number. */
export function tryParseDecimal(text: string): Decimal | undefined {
  const normal = text.trim().replace(/^[−–]/, "-").replace(/e[−–]/i, "e-");
  const match = pattern.exec(normal);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const digits = whole.replaceAll(",", "") + fraction;
  const units = BigInt(digits) * (sign === "-" ? -1n : 1n);
  return { text: normal, units, decimals: fraction.length - Number(exponent) };
}

/** The exact value of a decimal. */
export function toRational(decimal: Decimal): Rational {
  return multiply(rational(decimal.units), powerOfTen(-decimal.decimals));
}

/** One unit in the last printed digit. */
export function unitInLastPlace(decimal: Decimal): Rational {
  return powerOfTen(-decimal.decimals);
}

/**
 * The same number, known to within ± a half width instead of by its digits: every check then takes it for the closed
 * interval. Throws a RangeError for a negative half width.
 *
 * @example
 * const { lower, upper } = roundingInterval(withHalfWidth(parseDecimal("0.9567"), parseDecimal("0.0001")));
 * [toNumber(lower), toNumber(upper)]; // => [0.9566, 0.9568]
 */
export function withHalfWidth(value: Decimal, halfWidth: Decimal): Decimal {
  if (halfWidth.units < 0n) throw new RangeError(`withHalfWidth: the half width ${halfWidth.text} is negative`);
  return { ...value, halfWidth: divide(toRational(halfWidth), unitInLastPlace(value)) };
}

/** The decimal with that many units of 10^−decimals, written out. */
export function decimal(units: bigint, decimals: number): Decimal {
  if (decimals <= 0) return { text: String(units * 10n ** BigInt(-decimals)), units, decimals };
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const text = `${units < 0n ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return { text, units, decimals };
}
