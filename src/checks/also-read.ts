import type { CheckResult } from "./check-result.ts";
import { decide, type Truth } from "./decide.ts";

/** Another sense that a paper's words leave open, and whether the claim holds in it. */
export interface OtherReading {
  /** In words that follow "true under". */
  readonly name: string;
  readonly holds: boolean;
}

/**
 * A result whose default reading is ours, with the other readings that the paper leaves open: what fails by default
 * and holds in one of them is conditional.
 *
 * @example
 * const items = ["70.1", "68.3"].map((text) => ({ label: text, value: parseDecimal(text) }));
 * const result = checkRange({ items, atMost: parseDecimal("69"), unit: "points" });
 * alsoRead(result, [{ name: "a range of the rounded numbers", holds: true }]).outcome; // => "conditional"
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
