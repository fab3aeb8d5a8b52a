/** Digits behind the point in a printed number of the given half unit: 0.05 → 1. */
export function decimalsOfHalfUnit(halfUnit: number): number {
  return halfUnit > 0 ? clampDecimals(Math.round(-Math.log10(2 * halfUnit))) : 0;
}

/**
 * A number with a fixed count of decimals and a true minus sign; no "-0".
 *
 * @example
 * fixed(-0.31, 1); // => "−0.3"
 */
export function fixed(value: number, decimals: number): string {
  const text = finite(value).toFixed(decimals);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace("-", "−");
}

/**
 * A number of no known precision with at most four significant digits; large integers with separators.
 *
 * @example
 * shortNumber(0.123456); // => "0.1235"
 */
export function shortNumber(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en-US").replace("-", "−");
  const size = Math.abs(finite(value));
  if (size < 1e-4 || size >= 1e7) return value.toExponential(2).replace(/-/g, "−");
  return String(Number(value.toPrecision(4))).replace("-", "−");
}

/**
 * A mean with its standard deviation (two significant digits, no more decimals than two beyond the printed) and count.
 *
 * @example
 * meanAndSpread({ mean: 72.4812, sd: 4.903, count: 5, printedDecimals: 1 }); // => "72.5 ± 4.9 (n 5)"
 */
export function meanAndSpread(observed: {
  readonly mean: number;
  readonly sd?: number | undefined;
  readonly count: number;
  readonly printedDecimals?: number | undefined;
}): string {
  const { mean, sd, count, printedDecimals } = observed;
  if (sd === undefined) return `${fixed(mean, (printedDecimals ?? 1) + 1)} (n ${count})`;
  const bySpread = sd > 0 ? clampDecimals(1 - Math.floor(Math.log10(sd))) : (printedDecimals ?? 2);
  const decimals = printedDecimals === undefined ? bySpread : Math.min(bySpread, printedDecimals + 2);
  return `${fixed(mean, decimals)} ± ${fixed(sd, decimals)} (n ${count})`;
}

/**
 * A p-value with two significant digits, `< 0.001` below that.
 *
 * @example
 * pValue(0.0312); // => "0.031"
 */
export function pValue(value: number): string {
  if (finite(value) < 0.001) return "< 0.001";
  if (value > 0.995) return "> 0.99";
  return fixed(value, value < 0.1 ? 3 : 2);
}

/**
 * A duration with its fitting unit.
 *
 * @example
 * duration(5400); // => "1.5 h"
 * duration(0.00123); // => "1.2 ms"
 */
export function duration(seconds: number): string {
  if (finite(seconds) < 0.1) return `${shortNumber(1000 * Number(seconds.toPrecision(2)))} ms`;
  if (finite(seconds) < 90) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  if (seconds < 5400) return `${(seconds / 60).toFixed(1)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

function clampDecimals(decimals: number): number {
  return Math.min(6, Math.max(0, decimals));
}

function finite(value: number): number {
  if (!Number.isFinite(value))
    throw new RangeError(`report: ${value} is no number to print; the audit must say why it is absent`);
  return value;
}
