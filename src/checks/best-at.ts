import { toRational } from "../numbers/decimal.ts";
import { subtract } from "../numbers/rational.ts";
import type { CheckResult } from "./check-result.ts";
import { allOf, decide, type Truth } from "./decide.ts";
import { exactText, listText } from "./exact-text.ts";
import { isGreater } from "./is-greater.ts";
import type { LabelledValue } from "./labelled-value.ts";

export interface BestAtInput {
  readonly candidate: LabelledValue;
  readonly others: readonly LabelledValue[];
  readonly higherIsBetter: boolean;
  /** Whether the candidate must be alone at the top; default true. Else others may be as good. */
  readonly strict?: boolean;
  /** Whether the values are exact instead of rounded to nearest. */
  readonly exact?: boolean;
}

/**
 * Whether a printed number is the best of a list. Where rounding leaves open which of two is better, also where both
 * are printed alike and `strict` holds, the paper's own numbers do not order them: undecidable.
 * Throws a RangeError where there are no others.
 *
 * @example
 * const candidate = { label: "ours", value: parseDecimal("92.5") };
 * const others = [{ label: "theirs", value: parseDecimal("92.4") }];
 * checkBestAt({ candidate, others, higherIsBetter: true }).outcome; // => "consistent"
 */
export function checkBestAt(input: BestAtInput): CheckResult {
  const { candidate, others, higherIsBetter, strict = true, exact = false } = input;
  if (others.length === 0) throw new RangeError(`checkBestAt: there is nothing that ${candidate.label} is better than`);
  const judged = others.map((other) => {
    const [greater, lesser] = higherIsBetter ? [candidate, other] : [other, candidate];
    return { other, better: isGreater(greater.value, lesser.value, strict, exact) };
  });
  const { outcome } = decide(allOf(judged.map(({ better }) => better)), []);
  const named = (wanted: Truth): string =>
    listText(
      judged.filter(({ better }) => better === wanted).map(({ other }) => `${other.label} (${other.value.text})`),
    );
  const printed = `${candidate.label} is printed as ${candidate.value.text}`;
  const adverb = `${strict ? "better than" : "at least as good as"}`;
  const explanation =
    outcome === "consistent"
      ? `${printed}, ${adverb} all ${others.length} others.`
      : outcome === "inconsistent"
        ? `${printed}; not ${adverb} ${named("false")}.`
        : `${printed}; the paper's own numbers do not order it and ${named("unknown")}.`;
  return {
    check: "best-at",
    outcome,
    explanation,
    assumptions: [
      `${higherIsBetter ? "Higher" : "Lower"} is better.`,
      exact ? "The values are exact." : "The values were printed by rounding to nearest, all by one rule.",
    ],
    rescuedBy: [],
    nearMisses: [],
    details: {
      candidate: { label: candidate.label, value: candidate.value.text },
      others: judged.map(({ other, better }) => ({
        label: other.label,
        value: other.value.text,
        lead: exactText(subtract(toRational(candidate.value), toRational(other.value))),
        candidateIsBetter: better,
      })),
    },
  };
}
