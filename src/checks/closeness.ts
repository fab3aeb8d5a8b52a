import { type Decimal, toRational } from "../numbers/decimal.ts";
import { add, type Interval, negate, point } from "../numbers/interval.ts";
import { absolute, negate as negateRational, type Rational } from "../numbers/rational.ts";
import { roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { allOf, decide, type Truth } from "./decide.ts";
import { exactText, intervalDetail, listText, shortText } from "./exact-text.ts";
import { relativeDifference } from "./relative-difference.ts";
import { withinBounds } from "./within-bounds.ts";

export interface ClosePair {
  readonly label: string;
  readonly a: Decimal;
  readonly b: Decimal;
}

export interface ClosenessInput {
  readonly pairs: readonly ClosePair[];
  /** The reading of "close": |a − b| is at most this, or this part of |b|. */
  readonly within: Decimal;
  readonly of?: "absolute" | "relative";
}

/**
 * Whether the numbers of every pair are close, in the sense that the claim gives the word: |a − b| ≤ within, or
 * |a − b| ≤ within × |b|. Pairs that print puts apart, but rounding may have moved there, leave it undecidable.
 * Throws a RangeError for no pairs or a negative bound.
 *
 * @example
 * const pairs = [{ label: "f-MNIST", a: parseDecimal("86.4"), b: parseDecimal("89.8") }];
 * checkClose({ pairs, within: parseDecimal("5.5") }).outcome; // => "consistent"
 */
export function checkClose({ pairs, within, of = "absolute" }: ClosenessInput): CheckResult {
  if (pairs.length === 0) throw new RangeError("checkClose: there are no pairs");
  if (within.units < 0n) throw new RangeError(`checkClose: ${within.text} is no distance`);
  const range = { atLeast: negateRational(toRational(within)), atMost: toRational(within) };
  const judged = pairs.map((pair) => {
    const difference = differenceOf(pair, of);
    const close: Truth =
      difference === undefined ? "unknown" : withinBounds(difference.printed, difference.possible, range);
    return { ...pair, difference, close };
  });
  const { outcome } = decide(allOf(judged.map(({ close }) => close)), []);
  const reading = `${within.text}${of === "relative" ? " of the second number" : ""}`;
  const named = (wanted: Truth): readonly string[] =>
    judged
      .filter(({ close }) => close === wanted)
      .map(({ label, a, b, difference }) => {
        const size = difference === undefined ? "undefined" : shortText(difference.printed);
        return `${label} (${a.text} against ${b.text}, difference ${size})`;
      });
  const summary = [
    `${named("true").length} of ${pairs.length} pairs lie within ${reading} of one another.`,
    named("false").length > 0 ? `Further apart: ${listText(named("false"))}.` : "",
    named("unknown").length > 0 ? `Rounding leaves open: ${listText(named("unknown"))}.` : "",
  ];
  const [only, second] = judged;
  return {
    check: "closeness",
    outcome,
    explanation:
      only !== undefined && second === undefined
        ? singlePairText(only, reading)
        : summary.filter((sentence) => sentence !== "").join(" "),
    assumptions: [
      `"Close" is read as a difference of at most ${reading}.`,
      "The values were printed by rounding to nearest (ties either way).",
    ],
    rescuedBy: [],
    nearMisses: [],
    details: {
      within: within.text,
      of,
      close: named("true").length,
      pairs: judged.map(
        ({ label, a, b, difference, close }): Detail => ({
          label,
          a: a.text,
          b: b.text,
          ...(difference === undefined
            ? {}
            : { difference: exactText(difference.printed), possible: intervalDetail(difference.possible) }),
          close,
        }),
      ),
    },
  };
}

interface JudgedPair extends ClosePair {
  readonly difference: { readonly printed: Rational } | undefined;
  readonly close: Truth;
}

function singlePairText({ label, a, b, difference, close }: JudgedPair, reading: string): string {
  const numbers = `${label}: ${a.text} and ${b.text}`;
  if (difference === undefined) return `${numbers} have no relative difference, as the second may be zero.`;
  const differ = `${numbers} differ by ${shortText(absolute(difference.printed))}`;
  if (close === "true") return `${differ}, at most ${reading}.`;
  return `${differ}, more than ${reading}${close === "unknown" ? " by less than rounding" : ""}.`;
}

/** Undefined where it is relative to what may be zero. */
function differenceOf({ a, b }: ClosePair, of: "absolute" | "relative") {
  const difference = (x: Interval, y: Interval) => (of === "absolute" ? add(x, negate(y)) : relativeDifference(x, y));
  const printed = difference(point(toRational(a)), point(toRational(b)));
  const possible = difference(roundingInterval(a), roundingInterval(b));
  return printed === undefined || possible === undefined ? undefined : { printed: printed.lower, possible };
}
