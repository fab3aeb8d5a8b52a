import { type Decimal, toRational } from "../numbers/decimal.ts";
import { compare, rational } from "../numbers/rational.ts";
import type { CheckResult } from "./check-result.ts";
import { decide, truthOf } from "./decide.ts";
import { listText } from "./exact-text.ts";

export type ReferenceQualifier = "exactly" | "at-least" | "more-than" | "at-most";

export interface ReferenceCountInput {
  /** What is counted: `lines of Python in the official code`. */
  readonly what: string;
  readonly reported: Decimal;
  /** The count at the source, by the default way of counting. */
  readonly reference: number;
  /** Where the reference comes from, so that it can be counted again. */
  readonly source: string;
  readonly qualifier?: ReferenceQualifier;
  /** Other ways of counting at the same source: a closed list. */
  readonly variants?: readonly { readonly name: string; readonly value: number }[];
}

/**
 * Whether a printed count is that of a sourced reference: by the default way of counting, else by a listed variant,
 * which is named. Throws a RangeError for a reference that is not a whole number.
 *
 * @example
 * checkReferenceCount({
 *   what: "Python files", reported: parseDecimal("19"), reference: 23, source: "official code, newest commit",
 *   variants: [{ name: "without empty __init__ files", value: 19 }],
 * }).outcome; // => "conditional"
 */
export function checkReferenceCount(input: ReferenceCountInput): CheckResult {
  const { what, reported, reference, source, qualifier = "exactly", variants = [] } = input;
  const agrees = (value: number): boolean => {
    if (!Number.isSafeInteger(value)) throw new RangeError(`checkReferenceCount, ${what}: ${value} is no count`);
    const order = compare(rational(value), toRational(reported));
    switch (qualifier) {
      case "exactly":
        return order === 0;
      case "at-least":
        return order >= 0;
      case "more-than":
        return order > 0;
      case "at-most":
        return order <= 0;
    }
  };
  const { outcome, rescuedBy } = decide(
    truthOf(agrees(reference)),
    variants.map(({ name, value }) => ({ name, truth: truthOf(agrees(value)) })),
  );
  const others = variants.map(({ name, value }) => `${value} (${name})`);
  const alternatives =
    others.length === 0 || outcome === "consistent" ? "" : ` Counted otherwise: ${listText(others)}.`;
  return {
    check: "reference-count",
    outcome,
    explanation: `Printed: ${qualifierWords[qualifier]}${reported.text} ${what}; ${source} has ${reference}.${alternatives}`,
    assumptions: [`The reference count is ${reference}: ${source}.`, "All counts are exact."],
    rescuedBy,
    nearMisses: [],
    details: {
      reported: reported.text,
      reference,
      source,
      qualifier,
      variants: variants.map(({ name, value }) => ({ name, value, agrees: agrees(value) })),
    },
  };
}

const qualifierWords: Readonly<Record<ReferenceQualifier, string>> = {
  exactly: "",
  "at-least": "at least ",
  "more-than": "more than ",
  "at-most": "at most ",
};
