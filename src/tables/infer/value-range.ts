import type { Decimal } from "../../numbers/decimal.ts";
import type { ReadCell } from "../table-reading.ts";

/** Whether some number lies above so many tenths. */
export function anyAbove(tenths: bigint, cells: readonly ReadCell[]): boolean {
  return cells.some(({ reading }) => reading.kind === "number" && above(reading.printed.value, tenths) === true);
}

/** Whether all numbers lie between 0 and so many tenths; what is too long to be a score does not. */
export function allWithin(tenths: bigint, cells: readonly ReadCell[]): boolean {
  return cells.every(({ reading }) => {
    if (reading.kind !== "number") return true;
    const { value } = reading.printed;
    return value.units >= 0n && above(value, tenths) === false;
  });
}

/** Whether every number has digits behind its point, and some has two. */
export function allWithDecimals(cells: readonly ReadCell[]): boolean {
  const decimals = cells.flatMap(({ reading }) => (reading.kind === "number" ? [reading.printed.value.decimals] : []));
  return decimals.every((count) => count >= 1) && decimals.some((count) => count >= 2);
}

function above({ units, decimals }: Decimal, tenths: bigint): boolean | undefined {
  if (Math.abs(decimals) > longest) return undefined;
  if (decimals <= 0) return units * 10n ** BigInt(1 - decimals) > tenths;
  return units * 10n > tenths * (powers[decimals] ?? 10n ** BigInt(decimals));
}

const longest = 300;
const powers = Array.from({ length: 20 }, (_, exponent) => 10n ** BigInt(exponent));
