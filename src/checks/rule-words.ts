import type { Decimal } from "../numbers/decimal.ts";
import type { RoundingRule } from "../numbers/rounding.ts";

/** The closed list of rounding conventions that a check tries, the default first. */
export const usualRules: readonly RoundingRule[] = ["half-either", "truncate", "floor", "ceiling"];

/** A rounding rule in words, to stand behind "printed by". */
export const ruleWords: Readonly<Record<RoundingRule, string>> = {
  "half-either": "rounding to nearest (ties either way)",
  "half-up": "rounding to nearest (ties up)",
  "half-down": "rounding to nearest (ties down)",
  "half-even": "rounding to nearest (ties to even)",
  truncate: "truncation",
  floor: "rounding down (floor)",
  ceiling: "rounding up (ceiling)",
};

/** How numbers are known, to stand behind "were": by the digits that a rule printed, or within half widths of their own. */
export function printedBy(rule: RoundingRule, ...values: readonly Decimal[]): string {
  const within = values.length > 0 && values.every(({ halfWidth }) => halfWidth !== undefined);
  return within ? "given within ± a half width, both ends included" : `printed by ${ruleWords[rule]}`;
}
