import type { Decimal } from "../numbers/decimal.ts";
import { type Interval, scale } from "../numbers/interval.ts";
import { compare, multiply, one, rational, subtract } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import { auroc, shareInterval } from "./auc-scale.ts";
import type { CheckResult } from "./check-result.ts";
import { truthOf } from "./decide.ts";
import { doubleInterval, isPrintedDouble } from "./double-interval.ts";
import { listText } from "./exact-text.ts";
import { type IntegerRange, integersIn } from "./integers-in.ts";
import { asComputed, floatPrecision } from "./printed-in-full.ts";
import { requireCount } from "./require-count.ts";
import { printedBy, usualRules } from "./rule-words.ts";
import { searchConventions } from "./search-conventions.ts";

export interface FractionInput {
  /** As printed, with all its digits; 15 to 17 of them are read as a double. */
  readonly value: Decimal;
  /** The greatest total to try, at most a million. */
  readonly greatestTotal: number;
  readonly leastTotal?: number;
  /** Absent: percent where the value is above one. */
  readonly scale?: "percent" | "fraction";
  readonly rules?: readonly RoundingRule[];
}

/**
 * Which fractions k/N with N in a range print as the given share: an accuracy with many digits tells how many examples it
 * is of. Every N is tried, exactly, so that no other fits. A number with 15 to 17 digits is taken for the double nearest
 * to the fraction; alternatives: a double next to it, by rounding errors of at most 8 steps; a difference of doubles, as of
 * 1 − accuracy, whose last digits are less right; a number in single precision, as PyTorch's `item()` gives.
 * `undecidable` where so few digits are printed that every number is a share of the greatest total. Throws a RangeError
 * for no range of totals.
 *
 * @example
 * checkFraction({ value: parseDecimal("0.9401140684410646"), greatestTotal: 1100 }).details.fractions; // => ["989/1052"]
 */
export function checkFraction(input: FractionInput): CheckResult {
  const { greatestTotal, leastTotal = 1 } = input;
  requireCount("checkFraction", "leastTotal", leastTotal);
  requireCount("checkFraction", "greatestTotal", greatestTotal, leastTotal);
  if (greatestTotal - leastTotal >= 1_000_000)
    throw new RangeError("checkFraction: give a range of at most a million totals");
  const totals = Array.from({ length: greatestTotal - leastTotal + 1 }, (_, index) => leastTotal + index);
  return searched("fraction", input, {
    steps: BigInt(greatestTotal),
    what: `fractions with totals from ${leastTotal} to ${greatestTotal}`,
    find: (interval) =>
      totals.flatMap((total) =>
        integersOf(interval, BigInt(total)).map(([least, greatest]) =>
          least === greatest ? `${least}/${total}` : `${least}…${greatest}/${total}`,
        ),
      ),
    detail: "fractions",
  });
}

export interface AucSplitInput {
  readonly auc: Decimal;
  /** How many positives and negatives there are together, at most a million. */
  readonly examples: number;
  /** Whether a positive and a negative may have the same score, which counts half. Absent: no, with yes as an alternative. */
  readonly ties?: boolean;
  readonly scale?: "percent" | "fraction";
  readonly rules?: readonly RoundingRule[];
}

/**
 * Which divisions of so many examples into positives and negatives an AUC with many digits can be of: AUC · P · N is the
 * number of pairs that are ranked right, a tied pair counting half. Every division is tried, exactly; digits are read as by
 * `checkFraction`. `undecidable` where the digits are so few that the most even division has every AUC.
 * Throws a RangeError for fewer than two examples.
 *
 * @example
 * checkAucSplit({ auc: parseDecimal("0.9142857142857143"), examples: 12, ties: false }).details.splits; // => ["5 + 7", "7 + 5"]
 */
export function checkAucSplit({ auc, examples, ties, ...rest }: AucSplitInput): CheckResult {
  requireCount("checkAucSplit", "examples", examples, 2);
  if (examples > 1_000_000) throw new RangeError("checkAucSplit: give at most a million examples");
  const divisions = Array.from({ length: examples - 1 }, (_, index) => index + 1);
  const half = BigInt(Math.floor(examples / 2));
  const find = (interval: Interval, tied: boolean): readonly string[] =>
    divisions
      .filter((positives) => {
        const pairs = BigInt(positives) * BigInt(examples - positives) * (tied ? 2n : 1n);
        return integersOf(interval, pairs).length > 0;
      })
      .map((positives) => `${positives} + ${examples - positives}`);
  return searched(
    "auc-split",
    { value: auc, ...rest },
    {
      steps: half * (BigInt(examples) - half) * (ties === true ? 2n : 1n),
      what: `divisions of ${examples} examples into positives + negatives`,
      find: (interval) => find(interval, ties === true),
      ...(ties === undefined ? { findOther: (interval: Interval) => find(interval, true), other: "tied scores" } : {}),
      detail: "splits",
    },
  );
}

interface Search {
  /** Of what the finest value that is tried is a multiple: one over this. */
  readonly steps: bigint;
  readonly what: string;
  readonly find: (interval: Interval) => readonly string[];
  readonly findOther?: (interval: Interval) => readonly string[];
  readonly other?: string;
  readonly detail: string;
}

function searched(
  check: string,
  input: Pick<FractionInput, "value" | "scale" | "rules">,
  { steps, what, find, findOther = () => [], other, detail }: Search,
): CheckResult {
  const { value, percent } = auroc(input.value, input.scale);
  const double = isPrintedDouble(input.value) && value.units > 0n;
  const nearness = nearnessOf(input.value, double, percent, (rule) => shareInterval(value, rule));
  const meanings = nearness.flatMap(({ words, read }) =>
    [undefined, ...(other === undefined ? [] : [other])].map((variant) => {
      const departures = [variant, words].filter((word) => word !== undefined);
      return { read, name: departures.join(" with "), departures, variant };
    }),
  );
  const found = (meaning: (typeof meanings)[number], rule: RoundingRule) =>
    (meaning.variant === undefined ? find : findOther)(meaning.read(rule));
  const rules = double ? (["half-either"] as const) : (input.rules ?? usualRules);
  const search = searchConventions(check, meanings, rules, (meaning, rule) => truthOf(found(meaning, rule).length > 0));
  const { first, fitting, rescuedBy } = search;
  const { lower, upper } = first.meaning.read(first.rule);
  const powerless = compare(multiply(subtract(upper, lower), rational(steps)), one) >= 0;
  const list = fitting === undefined ? [] : found(fitting.meaning, fitting.rule);
  const shown = `${listText(list.slice(0, 8))}${list.length > 8 ? ` and ${list.length - 8} more` : ""}`;
  const rescue = rescuedBy.length === 0 ? "" : ` under ${listText(rescuedBy)} only`;
  return {
    check,
    outcome: search.outcome === "consistent" && powerless ? "undecidable" : search.outcome,
    explanation: powerless
      ? `Printed ${input.value.text}: ${value.halfWidth === undefined ? "with so few digits" : "within so wide a range"} ${list.length === 0 ? "no" : list.length} ${what} fit, and nothing can be concluded.`
      : list.length === 0
        ? `Printed ${input.value.text}: none of the ${what} gives it.`
        : `Printed ${input.value.text}: of all ${what}, ${list.length} ${list.length === 1 ? "gives" : "give"} it${rescue}: ${shown}.`,
    assumptions: [
      double
        ? "The number is a double that was printed in full, the nearest to the exact share."
        : `It was ${printedBy(first.rule, value)}.`,
      percent ? "It is a percentage." : "It is a fraction of one.",
    ],
    rescuedBy,
    nearMisses: [],
    details: { value: input.value.text, double, percent, found: list.length, [detail]: list.slice(0, 1000) },
  };
}

/** How near to the exact share the printed number is taken to be, the nearest first. */
interface Nearness {
  readonly words?: string;
  readonly read: (rule: RoundingRule) => Interval;
}

function nearnessOf(
  printed: Decimal,
  double: boolean,
  percent: boolean,
  byDigits: (rule: RoundingRule) => Interval,
): readonly Nearness[] {
  const unit = rational(1, percent ? 100 : 1);
  const within = (away: number): Interval =>
    scale(doubleInterval(Number(printed.text.replaceAll(",", "")), away), unit);
  const precision = floatPrecision(printed);
  const computed = precision === undefined ? undefined : scale(roundingInterval(asComputed(printed)), unit);
  return [
    double ? { read: () => within(0) } : { read: byDigits },
    ...(double ? [{ words: "rounding errors of at most 8 doubles", read: () => within(8) }] : []),
    ...(computed === undefined
      ? []
      : [{ words: precision === "single" ? "single precision" : "a difference of doubles", read: () => computed }]),
  ];
}

/** The whole numbers from 0 to the steps whose share lies in the interval: one range, or none. */
function integersOf(interval: Interval, steps: bigint): readonly (readonly [bigint, bigint])[] {
  const range: IntegerRange | undefined = integersIn(scale(interval, rational(steps)));
  if (range === undefined) return [];
  const least = range.least < 0n ? 0n : range.least;
  const greatest = range.greatest > steps ? steps : range.greatest;
  return least > greatest ? [] : [[least, greatest]];
}
