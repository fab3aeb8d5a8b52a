import type { CheckResult } from "../../src/checks/check-result.ts";

/**
 * A result with what a reader must know of its numbers: they were read from another team's transcription, whose slips
 * would explain a conflict as well as the paper's own.
 */
export function asTranscribed(result: CheckResult, guesses: readonly string[] = []): CheckResult {
  if (result.outcome !== "inconsistent") return result;
  return {
    ...result,
    assumptions: [
      ...result.assumptions,
      "The numbers are those of the transcription; the paper itself was not at hand.",
    ],
    nearMisses: [...guesses, "A slip of the transcription rather than of the paper.", ...result.nearMisses],
  };
}
