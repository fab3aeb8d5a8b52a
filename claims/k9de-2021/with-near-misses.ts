import type { CheckResult } from "../../src/checks/check-result.ts";

/** The same result with further guesses, set before the check's own, at what would make the claim true. */
export function withNearMisses(result: CheckResult, guesses: readonly string[]): CheckResult {
  return { ...result, nearMisses: [...guesses, ...result.nearMisses] };
}
