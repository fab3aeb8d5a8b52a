import { type ConfusionInput, searchMatrix } from "./confusion/search-matrix.ts";
import type { Decision } from "./decide.ts";

/**
 * The outcome of `checkConfusion` alone, and what would rescue the scores, for where a great many sets are decided: a
 * few microseconds each, as neither the conflict nor guesses are looked for and nothing is put into words.
 * Throws what `checkConfusion` throws.
 *
 * @example
 * const score = (name: ConfusionScoreName, text: string) => ({ name, value: parseDecimal(text) });
 * const scores = [score("accuracy", "0.666"), score("sensitivity", "0.5")];
 * decideConfusion({ positives: 2, negatives: 1, scores }).outcome; // => "conditional"
 */
export function decideConfusion(input: ConfusionInput): Decision {
  const { outcome, rescuedBy } = searchMatrix("decideConfusion", input).searched;
  return { outcome, rescuedBy };
}
