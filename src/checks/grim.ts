import type { Decimal } from "../numbers/decimal.ts";
import { multiply, type Rational, rational } from "../numbers/rational.ts";
import { type RoundingRule, round, roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { truthOf } from "./decide.ts";
import { exactText, intervalDetail, listText, shortText } from "./exact-text.ts";
import { asFraction, fitsGrim, grimPower, grimProbability, nearestMeans, sumsOf } from "./grim-lattice.ts";
import { sizeOf } from "./integers-in.ts";
import { misprints } from "./misprints.ts";
import { requireCount } from "./require-count.ts";
import { fitsRoundedRuns, type RoundedTo, roundedRunsWords, roundingsOf } from "./rounded-runs.ts";
import { printedBy, usualRules } from "./rule-words.ts";
import { type Meaning, searchConventions } from "./search-conventions.ts";

export interface GrimInput {
  /** The mean as printed; its digits matter. */
  readonly mean: Decimal;
  /** How many values, respondents or examples the mean is of. */
  readonly count: number;
  /** How many whole-numbered items each value is the mean of; 1 where the values are whole numbers themselves. */
  readonly items?: number;
  /** How many runs were averaged: accuracies of R runs on N examples have a mean that is a multiple of 1/(R·N). */
  readonly runs?: number;
  /** Whether the runs were averaged in full. Absent: not known, with runs that were rounded before as an alternative. */
  readonly unroundedRuns?: boolean;
  /** Whether the mean is a percentage of yes-or-no values; `either`: also a plain mean is tried. Absent: a plain mean. */
  readonly percent?: boolean | "either";
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
}

/**
 * GRIM: whether whole numbers can have the printed mean. A mean of n whole numbers is a multiple of 1/n; of n values
 * that are means of k items, of 1/(n·k); an accuracy averaged over R runs on N examples, of 1/(R·N). Exact.
 * `undecidable` where every mean with so few decimals fits, so that the check has no power.
 * Alternatives: truncation, floor, ceiling; runs that were rounded before they were averaged, unless `unroundedRuns`;
 * percent or not.
 * Brown and Heathers 2017, "The GRIM test". Throws a RangeError for counts that are not positive whole numbers.
 *
 * @example
 * checkGrim({ mean: parseDecimal("5.19"), count: 28 }).outcome; // => "inconsistent"
 */
export function checkGrim(input: GrimInput): CheckResult {
  const { mean, unroundedRuns = false, rules = usualRules } = input;
  const denominator = grimDenominator("checkGrim", input);
  const search = searchConventions("checkGrim", meaningsOf(input), rules, ({ percent, rounded }, rule) => {
    const value = percent ? asFraction(mean) : mean;
    if (rounded === undefined) return truthOf(fitsGrim(value, denominator, rule));
    const { runs = 1 } = input;
    return truthOf(fitsRoundedRuns({ mean: value, runs, steps: denominator / runs, rule, percent }, rounded));
  });
  const { first, fitting, rescuedBy } = search;
  const value = first.meaning.percent ? asFraction(mean) : mean;
  const power = grimPower(value, denominator, first.rule);
  const outcome = search.outcome === "consistent" && power === 0 ? "undecidable" : search.outcome;
  const neighbours = first.truth === "true" ? [] : neighboursOf(value, denominator);
  const sums = sumsOf(value, denominator, first.rule);
  return {
    check: "grim",
    outcome,
    explanation: explain(input, denominator, neighbours, outcome, rescuedBy, first.rule),
    assumptions: [
      `The mean is ${meaningText(input, denominator)}, and every one of them entered it.`,
      `It was ${printedBy(first.rule, mean)}${unroundedRuns ? "; the runs were averaged in full" : ""}.`,
    ],
    rescuedBy,
    nearMisses: first.truth === "true" ? [] : nearMisses(input, value, denominator, first.rule),
    details: {
      reported: mean.text,
      denominator,
      percent: first.meaning.percent,
      rule: first.rule,
      interval: intervalDetail(roundingInterval(mean, first.rule)),
      power,
      chanceOfFlag: grimProbability(value, denominator),
      ...(sums === undefined
        ? { nearestMeans: nearestMeans(value, denominator, first.rule).map((near) => asPrinted(near, input)) }
        : {
            witness: { sum: String(sums.least), mean: exactText(rational(sums.least, BigInt(denominator))) },
            possibleSums: { least: String(sums.least), greatest: String(sums.greatest), count: String(sizeOf(sums)) },
          }),
      ...(fitting === undefined || fitting === first ? {} : { rescuingRule: fitting.rule }),
      byDenominator: naturalDenominators(input).map(({ what, size }) => ({
        what,
        denominator: size,
        fits: fitsGrim(value, size, first.rule),
      })),
      readings: search.tried.map(({ meaning, rule, truth }): Detail => ({ meaning: meaning.name, rule, truth })),
    },
  };
}

/**
 * All means of whole numbers that print as the given one, exactly, smallest first; at most `limit`.
 *
 * @example
 * possibleMeans({ mean: parseDecimal("5.2"), count: 20 }).map(toNumber); // => [5.15, 5.2, 5.25]
 */
export function possibleMeans(input: GrimInput, limit = 1000): readonly Rational[] {
  const denominator = grimDenominator("possibleMeans", input);
  const percent = input.percent === true || input.percent === "either";
  const [rule = "half-either"] = input.rules ?? usualRules;
  const sums = sumsOf(percent ? asFraction(input.mean) : input.mean, denominator, rule);
  if (sums === undefined) return [];
  const length = Math.min(limit, Number(sizeOf(sums)));
  return Array.from({ length }, (_, index) => {
    const fraction = rational(sums.least + BigInt(index), BigInt(denominator));
    return percent ? multiply(fraction, rational(100)) : fraction;
  });
}

/** Of what a mean is a multiple: 1 over the product of values, items and runs. Throws where it is not countable. */
function grimDenominator(where: string, { count, items = 1, runs = 1 }: GrimInput): number {
  requireCount(where, "count", count);
  requireCount(where, "items", items);
  requireCount(where, "runs", runs);
  const denominator = count * items * runs;
  if (Number.isSafeInteger(denominator)) return denominator;
  throw new RangeError(`${where}: count × items × runs is ${denominator}, beyond 2^53; give smaller counts`);
}

interface GrimMeaning extends Meaning {
  readonly percent: boolean;
  /** How runs had been rounded before the mean was taken; absent: not at all. */
  readonly rounded?: RoundedTo;
}

function meaningsOf({ percent = false, runs = 1, unroundedRuns = false }: GrimInput): readonly GrimMeaning[] {
  const shares = percent === "either" ? [true, false] : [percent];
  return shares.flatMap((share, index) => {
    const plain = index === 0 ? [] : ["a plain mean instead of a percentage"];
    return [
      { name: plain[0] ?? "as stated", percent: share, departures: plain },
      ...roundingsOf(runs, unroundedRuns).map((to) => {
        const departures = [...plain, `a mean of ${roundedRunsWords[to]}`];
        return { name: departures.join(" with "), percent: share, rounded: to, departures };
      }),
    ];
  });
}

function meaningText({ count, items = 1, runs = 1, percent = false }: GrimInput, denominator: number): string {
  const what = percent === false ? "whole numbers" : "yes-or-no values, in percent";
  const product = [
    ...(runs > 1 ? [`${runs} runs`] : []),
    `${count} ${runs > 1 ? "examples" : "values"}`,
    ...(items > 1 ? [`${items} items`] : []),
  ];
  return product.length === 1 ? `of ${count} ${what}` : `of ${product.join(" × ")} = ${denominator} ${what}`;
}

function naturalDenominators({ count, items = 1, runs = 1 }: GrimInput): readonly { what: string; size: number }[] {
  const all = [
    { what: "values", size: count },
    { what: "values × items", size: count * items },
    { what: "values × runs", size: count * runs },
    { what: "values × items × runs", size: count * items * runs },
  ];
  return all.filter(({ size }, index) => all.findIndex((other) => other.size === size) === index);
}

/** The multiples of 1/denominator on both sides of the printed mean. */
function neighboursOf(value: Decimal, denominator: number): readonly Rational[] {
  const below = (value.units * BigInt(denominator)) / 10n ** BigInt(Math.max(0, value.decimals));
  const sum = value.units < 0n ? below - 1n : below;
  return [sum, sum + 1n].map((candidate) => rational(candidate, BigInt(denominator)));
}

/** A fraction in the unit of the print. */
function asPrinted(value: Decimal, { mean, percent = false }: GrimInput): string {
  if (percent === false) return value.text;
  return round(rational(value.units, 10n ** BigInt(Math.max(0, mean.decimals))), mean.decimals).text;
}

function explain(
  input: GrimInput,
  denominator: number,
  neighbours: readonly Rational[],
  outcome: CheckResult["outcome"],
  rescuedBy: readonly string[],
  rule: RoundingRule,
): string {
  const { mean, percent = false } = input;
  const start = `Printed ${mean.text}${percent === false ? "" : " %"} as a mean ${meaningText(input, denominator)}`;
  if (outcome === "undecidable")
    return `${start}: with so many values every mean of ${mean.decimals} decimals is possible, so that nothing can be concluded.`;
  if (outcome === "consistent") return `${start}: some whole sum gives it.`;
  const texts = neighbours.map((near) => {
    const shown = percent === false ? near : multiply(near, rational(100));
    return `${shortText(shown, mean.decimals + 3)} (printed ${round(shown, mean.decimals, rule).text})`;
  });
  const rescue = rescuedBy.length === 0 ? "" : ` It is possible under ${listText(rescuedBy)}.`;
  return `${start}; the nearest possible means are ${listText(texts)}: no whole sum gives the printed one.${rescue}`;
}

function nearMisses(input: GrimInput, value: Decimal, denominator: number, rule: RoundingRule): readonly string[] {
  const { mean, count } = input;
  const near = [...new Set(nearestMeans(value, denominator, rule).map((other) => asPrinted(other, input)))];
  const slips = misprints(mean).filter(({ value: other }) =>
    fitsGrim(value === mean ? other : asFraction(other), denominator, rule),
  );
  const perValue = denominator / count;
  const counts = Array.from({ length: 5 }, (_, step) => [count - step - 1, count + step + 1])
    .flat()
    .filter((other) => other > 0 && fitsGrim(value, other * perValue, rule));
  const slip = slips.find(({ value: other }) => !near.includes(other.text));
  return [
    `A guess: the mean is ${listText(near).replace(" and ", " or ")}, the nearest that can be printed.`,
    ...(slip === undefined ? [] : [`A guess: the mean is ${slip.value.text} (${slip.slip}).`]),
    ...(counts.length === 0 ? [] : [`A guess: the count is ${counts.join(" or ")} instead of ${count}.`]),
  ];
}
