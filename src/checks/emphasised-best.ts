import type { CheckResult } from "./check-result.ts";
import { decide, type Truth } from "./decide.ts";
import { listText } from "./exact-text.ts";
import { isGreater } from "./is-greater.ts";
import type { LabelledValue } from "./labelled-value.ts";

export interface EmphasisedBestInput {
  /** The numbers set apart (bold for the best, underlined for the second best); several stand for a tie. */
  readonly emphasised: readonly LabelledValue[];
  /** All others that they were compared with; for the second best without the best. */
  readonly others: readonly LabelledValue[];
  readonly higherIsBetter: boolean;
}

/**
 * Whether a set of numbers that is set apart as the best holds a best one: at least one of them is not worse than any
 * other, as far as rounding tells. Several may be ties, or all that do not differ from the best by a test, so that the
 * others of the set need not be best. Throws a RangeError where nothing is set apart, or nothing else is there.
 *
 * @example
 * const value = (text: string) => ({ label: text, value: parseDecimal(text) });
 * checkEmphasisedBest({ emphasised: [value("91.2")], others: [value("91.5")], higherIsBetter: true }).outcome; // => "inconsistent"
 */
export function checkEmphasisedBest({ emphasised, others, higherIsBetter }: EmphasisedBestInput): CheckResult {
  if (emphasised.length === 0) throw new RangeError("checkEmphasisedBest: no number is set apart");
  if (others.length === 0) throw new RangeError("checkEmphasisedBest: there is nothing that it is better than");
  const beats = (a: LabelledValue, b: LabelledValue): Truth =>
    higherIsBetter ? isGreater(a.value, b.value, true, false) : isGreater(b.value, a.value, true, false);
  const judged = emphasised.map((best) => ({ best, better: others.filter((other) => beats(other, best) === "true") }));
  const [first = { best: emphasised[0] as LabelledValue, better: [] }] = [...judged].sort(
    (a, b) => a.better.length - b.better.length,
  );
  const { outcome } = decide(first.better.length === 0 ? "true" : "false", []);
  const printed = `${first.best.label} (${first.best.value.text}) is set apart as the best`;
  const named = first.better.slice(0, 3).map(({ label, value }) => `${label} (${value.text})`);
  return {
    check: "emphasised-best",
    outcome,
    explanation:
      outcome === "consistent"
        ? `${printed}, and none of the ${others.length} others is better.`
        : `${printed}, but ${listText(named)} ${first.better.length === 1 ? "is" : "are"} better.`,
    assumptions: [
      `${higherIsBetter ? "Higher" : "Lower"} is better.`,
      "The values were printed by rounding to nearest, all by one rule.",
    ],
    rescuedBy: [],
    nearMisses: [],
    details: {
      emphasised: emphasised.map(({ label, value }) => ({ label, value: value.text })),
      better: first.better.map(({ label, value }) => ({ label, value: value.text })),
      compared: others.length,
    },
  };
}
