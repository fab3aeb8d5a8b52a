import { type Decimal, toRational, withHalfWidth } from "../numbers/decimal.ts";
import { contains } from "../numbers/interval.ts";
import { rational, toNumber } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { type Truth, truthOf } from "./decide.ts";
import { listText } from "./exact-text.ts";
import {
  numericalMargin,
  type PRange,
  pRangeOf,
  type SignificanceTest,
  type Tails,
  tailedReadings,
} from "./p-range.ts";
import { parseReportedP, type ReportedP } from "./reported-p.ts";
import { printedBy, usualRules } from "./rule-words.ts";
import { searchConventions } from "./search-conventions.ts";

export interface PValueInput {
  readonly test: SignificanceTest;
  /** The statistic as printed; its digits matter. */
  readonly statistic: Decimal;
  /** What stands between the test's name and the statistic: `t(28) < 1`. Absent: `=`. */
  readonly relation?: "=" | "<" | ">";
  /** None for z; one for t, r, chi2 and Q; numerator and denominator for F. */
  readonly degreesOfFreedom?: readonly number[];
  /** The p-value as printed: `.03`, `< .05`, `p > .10`, `ns`, `= .000`. */
  readonly reported: string;
  /** Where a p after `=` is known to within ± this, rather than by its digits. */
  readonly reportedHalfWidth?: Decimal;
  /** Absent: two-tailed, with one-tailed as the alternative. */
  readonly tails?: Tails;
  /** The level of significance. Absent: 0.05. */
  readonly alpha?: number;
  /** Whether p = α counts as significant. Absent: yes. */
  readonly alphaIsSignificant?: boolean;
  /** Whether `p = .000` is an error in itself, since no p is 0. Absent: no. */
  readonly zeroIsError?: boolean;
  /** The closed list of rounding rules for statistic and p, the default first. */
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether a printed p-value belongs to the printed statistic (statcheck). All statistics that print as the given one give
 * a range of p, which must meet what is printed: `=` the rounding interval, `<` and `>` the number itself, `ns` p > α.
 * Distributions are floats: the range is widened by `numericalMargin` of itself, so that no rounding of floats flags a row.
 * Alternatives: one-tailed tests, in the other direction too; truncation, floor, ceiling. In the details: a decision error
 * (significant as printed, not as recomputed, or the other way round), and whether p is right only because the statistic was
 * rounded. `p < .000` is never possible.
 * Nuijten et al. 2016 (statcheck). Throws a RangeError for degrees of freedom or a level that the test cannot have, a
 * SyntaxError for a p that cannot be read.
 *
 * @example
 * const statistic = parseDecimal("2.20");
 * checkPValue({ test: "t", statistic, degreesOfFreedom: [28], reported: ".03" }).outcome; // => "conditional"
 */
export function checkPValue(input: PValueInput): CheckResult {
  const { test, statistic, tails, rules = usualRules, alpha = 0.05 } = input;
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`checkPValue: alpha is ${alpha}; give a number between 0 and 1`);
  const reported = within(parseReportedP(input.reported), input.reportedHalfWidth);
  const readings = tailedReadings(input, tails);
  const truth = (range: PRange | undefined, rule: RoundingRule): Truth =>
    truthOf(range !== undefined && !wrongInItself(reported, input) && meets(range, reported, alpha, rule));
  const search = searchConventions("checkPValue", readings, rules, (reading, rule) =>
    truth(pRangeOf(input, reading, rule), rule),
  );
  const { first, outcome, rescuedBy } = search;
  const range = pRangeOf(input, first.meaning, first.rule);
  const exact = pRangeOf(input, first.meaning, undefined);
  const byRounding = first.truth === "true" && truth(exact, first.rule) === "false";
  const decisionError = range !== undefined && outcome === "inconsistent" && decides(range, reported, input, alpha);
  return {
    check: "p-value",
    outcome,
    explanation: explain(input, reported, range, first.truth === "true", byRounding, decisionError, rescuedBy),
    assumptions: [
      `The test is ${first.meaning.name}; its degrees of freedom are exact.`,
      `Statistic and p were ${printedBy(first.rule, statistic, ...(reported.value === undefined ? [] : [reported.value]))}.`,
    ],
    rescuedBy,
    nearMisses: [],
    details: {
      test,
      statistic: statistic.text,
      reported: input.reported,
      rule: first.rule,
      ...(range === undefined ? {} : { leastP: range.least, greatestP: range.greatest }),
      ...(exact === undefined || (input.relation ?? "=") !== "=" ? {} : { recomputedP: exact.least }),
      numericalMargin,
      decisionError,
      onlyByRounding: byRounding,
      alpha,
      ...powerOf(range, reported),
      readings: search.tried.map(
        ({ meaning, rule, truth: found }): Detail => ({ tails: meaning.name, rule, truth: found }),
      ),
    },
  };
}

/** `<` and `>` compare with the number itself. */
function within(reported: ReportedP, halfWidth: Decimal | undefined): ReportedP {
  const { relation, value } = reported;
  if (relation !== "=" || value === undefined || halfWidth === undefined) return reported;
  return { ...reported, value: withHalfWidth(value, halfWidth) };
}

/** No p is below 0, and none is 0. */
function wrongInItself({ relation, value }: ReportedP, { zeroIsError = false }: PValueInput): boolean {
  if (value === undefined || value.units !== 0n) return false;
  return relation === "<" || (relation === "=" && zeroIsError);
}

/** Whether some p of the range is as printed. */
function meets(
  { least, greatest }: PRange,
  { relation, value }: ReportedP,
  alpha: number,
  rule: RoundingRule,
): boolean {
  const low = least * (1 - numericalMargin);
  const high = greatest * (1 + numericalMargin);
  if (relation === "ns" || value === undefined) return high > alpha;
  const printed = toNumber(toRational(value));
  if (relation === "<") return low < printed;
  if (relation === ">") return high > printed;
  const { lower, upper, lowerClosed, upperClosed } = roundingInterval(value, rule);
  const reachesUp = upperClosed ? low <= toNumber(upper) : low < toNumber(upper);
  return reachesUp && (lowerClosed ? high >= toNumber(lower) : high > toNumber(lower));
}

/** Whether print and recomputation are on different sides of α. */
function decides({ least, greatest }: PRange, reported: ReportedP, input: PValueInput, alpha: number): boolean {
  const { alphaIsSignificant = true } = input;
  const significant = (p: number): boolean => (alphaIsSignificant ? p <= alpha : p < alpha);
  const printed = significanceOf(reported, significant, alpha);
  if (printed === undefined || significant(least) !== significant(greatest)) return false;
  return printed !== significant(least);
}

/** Whether the printed p says significant; undefined where it leaves that open. */
function significanceOf(
  { relation, value }: ReportedP,
  significant: (p: number) => boolean,
  alpha: number,
): boolean | undefined {
  if (relation === "ns" || value === undefined) return false;
  const printed = toNumber(toRational(value));
  if (relation === "=") return significant(printed);
  if (relation === "<") return printed <= alpha ? true : undefined;
  return printed >= alpha ? false : undefined;
}

/** For `=`: the share of all printed p with as many decimals that would be flagged. */
function powerOf(range: PRange | undefined, { relation, value }: ReportedP): { readonly [name: string]: Detail } {
  if (range === undefined || relation !== "=" || value === undefined) return {};
  const unit = 10 ** -value.decimals;
  const half = value.halfWidth === undefined ? 0.5 : toNumber(value.halfWidth);
  const fitting = Math.floor(range.greatest / unit + half) - Math.ceil(range.least / unit - half) + 1;
  return { power: Math.max(0, 1 - fitting / (1 / unit + 1)) };
}

function explain(
  input: PValueInput,
  reported: ReportedP,
  range: PRange | undefined,
  holds: boolean,
  byRounding: boolean,
  decisionError: boolean,
  rescuedBy: readonly string[],
): string {
  const { test, statistic, relation = "=", degreesOfFreedom = [] } = input;
  const name = degreesOfFreedom.length === 0 ? test : `${test}(${degreesOfFreedom.join(", ")})`;
  const start = `Printed ${name} ${relation} ${statistic.text}, p ${reported.text}`;
  if (range === undefined) return `${start}: no ${test} has this value.`;
  const { least, greatest } = range;
  const [low, high] = [least, greatest].map(pText);
  const computed =
    low === high ? `the statistic gives p = ${low}` : `statistics that print like this give p from ${low} to ${high}`;
  if (holds) {
    const zero =
      reported.value !== undefined &&
      contains({ ...roundingInterval(reported.value) }, rational(0)) &&
      reported.relation === "=";
    return `${start}: ${computed}; they agree${byRounding ? ", but only because the statistic was rounded" : ""}.${zero ? " No p is 0: it is below what is printed." : ""}`;
  }
  const decision = decisionError ? " One is significant, the other is not." : "";
  const rescue = rescuedBy.length === 0 ? "" : ` They agree under ${listText(rescuedBy)}.`;
  return `${start}: ${computed}; they do not agree.${decision}${rescue}`;
}

function pText(p: number): string {
  return p === 0 ? "0" : p < 1e-4 ? p.toExponential(2) : String(Number(p.toPrecision(4)));
}
