import type { Decimal } from "../numbers/decimal.ts";
import type { Line } from "../tables/table-reading.ts";

export function isCount({ units, decimals }: Decimal): boolean {
  return decimals === 0 && units >= 0n && units <= BigInt(Number.MAX_SAFE_INTEGER);
}

/** Lines that others may be shares of, not too many. */
export function countLines(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ role }) => role === "count" || role === "n" || role === "total").slice(0, 6);
}

/** The chance that a share which is not meant would agree, where shares lie close to one another. */
export function shareChance({ decimals }: Decimal, scale: 1 | 100): number {
  return Math.min(1, 40 / (scale * 10 ** decimals));
}
