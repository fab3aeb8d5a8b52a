import type { CheckResult } from "../../src/checks/check-result.ts";
import { decide, type Truth } from "../../src/checks/decide.ts";
import { type Decimal, parseDecimal } from "../../src/numbers/decimal.ts";

/** "Close", "similar", "equivalent", "slightly": in points, the largest difference that Table 2 itself marks ≈. */
export const close: Decimal = parseDecimal("5.5");

/** "Considerably", "significantly", "well below": in points, the smallest difference that Table 2 does not mark ≈. */
export const far: Decimal = parseDecimal("8.3");

/** What the reading of such a word rests on, for the reader of a verdict. */
export const closeReading =
  "at most 5.5 points, the largest difference that Table 2 marks ≈ (our reading; the report gives no number)";

export const farReading =
  "at least 8.3 points, the smallest difference that Table 2 does not mark ≈ (our reading; the report gives no number)";

/** Another sense that the report's words leave open, and whether the claim holds in it. */
export interface OtherReading {
  /** In words that follow "true under". */
  readonly name: string;
  readonly holds: boolean;
}

/**
 * A result whose default reading is ours, with the other readings that the report leaves open: what fails by default
 * and holds in one of them is conditional.
 *
 * @example
 * alsoRead(checkClose({ pairs, within: close }), [{ name: "the milder mark for lower", holds: true }]).outcome; // => "conditional"
 */
export function alsoRead(result: CheckResult, others: readonly OtherReading[]): CheckResult {
  const { outcome, rescuedBy } = decide(
    truthOfOutcome[result.outcome],
    others.map(({ name, holds }) => ({ name, truth: holds ? "true" : "false" })),
  );
  return { ...result, outcome, rescuedBy: [...result.rescuedBy, ...rescuedBy] };
}

const truthOfOutcome: Readonly<Record<CheckResult["outcome"], Truth>> = {
  consistent: "true",
  inconsistent: "false",
  conditional: "false",
  undecidable: "unknown",
};
