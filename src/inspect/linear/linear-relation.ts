import type { Decimal } from "../../numbers/decimal.ts";
import { toNumber } from "../../numbers/rational.ts";

/** A printed number times a whole factor, in a sum that is to be zero. */
export interface Term {
  readonly value: Decimal;
  readonly factor: number;
}

/** How far numbers may lie from their print, in half units of the last digit. */
export type Slack = "nearest" | "any rule";

/**
 * Whether some numbers that print as the terms add up to zero: `nearest`, all rounded to nearest, ties either way, as
 * the checks decide by default; `any rule`, each shortened by a rule of its own (so many digits as it has, anyhow cut),
 * or rounded twice. A screen for many lines: what it refuses is put to the check itself.
 */
export function addsToZero(terms: readonly Term[], slack: Slack): boolean {
  let digits = 0;
  for (const { value } of terms) if (value.decimals > digits) digits = value.decimals;
  let [sum, reach, largest] = [0, 0, 0];
  for (const { value, factor } of terms) {
    const unit = 10 ** (digits - value.decimals) * factor;
    const part = Number(value.units) * unit;
    sum += part;
    reach += Math.abs(unit) * halfUnitsOf(value);
    largest = Math.max(largest, Math.abs(part));
  }
  const steps = slack === "nearest" ? reach : 2 * reach;
  if (Number.isSafeInteger(largest * 4 * (terms.length + 1)) && Number.isSafeInteger(steps * 2))
    return Math.abs(2 * sum) <= steps;
  return bigAddsToZero(terms, digits, slack);
}

/** How far a number may lie from its print, rounded to nearest: half a unit, or more where it has a width of its own. */
function halfUnitsOf({ halfWidth }: Decimal): number {
  return halfWidth === undefined ? 1 : Math.ceil(2 * toNumber(halfWidth));
}

function bigAddsToZero(terms: readonly Term[], digits: number, slack: Slack): boolean {
  let [sum, reach] = [0n, 0n];
  for (const { value, factor } of terms) {
    const unit = 10n ** BigInt(digits - value.decimals) * BigInt(factor);
    sum += value.units * unit;
    reach += (unit < 0n ? -unit : unit) * BigInt(halfUnitsOf(value));
  }
  return 2n * (sum < 0n ? -sum : sum) <= (slack === "nearest" ? reach : 2n * reach);
}
