import type { Decimal } from "../numbers/decimal.ts";
import { add, type Interval, negate, point, scale } from "../numbers/interval.ts";
import { compare, rational, zero } from "../numbers/rational.ts";
import { roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { allOf, decide, type Truth } from "./decide.ts";
import { listText } from "./exact-text.ts";
import { isGreater } from "./is-greater.ts";
import { requireCount } from "./require-count.ts";

/** A result with one printed number per measure. */
export interface MeasuredResult {
  readonly label: string;
  readonly values: readonly Decimal[];
}

export interface OutperformsInput {
  /** Each of them is claimed to be better than each of the others. */
  readonly winners: readonly MeasuredResult[];
  readonly others: readonly MeasuredResult[];
  /** The names of the measures, in the order of the values; higher is better in each. */
  readonly measures: readonly string[];
  /** Other ways to make one number of them, as whole weights: the plain mean is 1, 1. */
  readonly weightings?: readonly { readonly name: string; readonly weights: readonly number[] }[];
  /** Narrower claims that the text leaves open, in words that follow "under": other winners or fewer others. */
  readonly narrower?: readonly {
    readonly name: string;
    readonly winners?: readonly MeasuredResult[];
    readonly others?: readonly MeasuredResult[];
  }[];
}

/**
 * Whether results are better than others where there are several measures and the text does not say which decides: by
 * default in every measure. Alternatives: one measure alone, a weighted mean of them, and what `narrower` lists (in every
 * measure). Where rounding leaves a comparison open, so is the claim. Throws a RangeError for nothing to compare.
 *
 * @example
 * const result = (label: string, ...texts: string[]) => ({ label, values: texts.map((text) => parseDecimal(text)) });
 * checkOutperforms({
 *   winners: [result("ours", "97.5", "96.0")],
 *   others: [result("theirs", "96.5", "96.4")],
 *   measures: ["sensitivity", "specificity"],
 * }).rescuedBy; // => ["sensitivity alone"]
 */
export function checkOutperforms(input: OutperformsInput): CheckResult {
  const { winners, others, measures, weightings = [], narrower = [] } = input;
  requireCount("checkOutperforms", "measures", measures.length);
  for (const { name, weights } of weightings)
    if (weights.length !== measures.length || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
      throw new RangeError(`checkOutperforms: "${name}" needs ${measures.length} whole weights, none below 0`);
  const claims = [{ winners, others }, ...narrower.map((claim) => ({ winners, others, ...claim }))];
  for (const claim of claims) {
    if (claim.winners.length === 0 || claim.others.length === 0)
      throw new RangeError("checkOutperforms: there is nothing to compare");
    for (const { label, values } of [...claim.winners, ...claim.others])
      if (values.length !== measures.length)
        throw new RangeError(`checkOutperforms: ${label} has ${values.length} numbers for ${measures.length} measures`);
  }
  const pairs = pairsOf(winners, others);
  const byMeasure = measures.map((name, index) => ({
    name: `${name} alone`,
    judged: pairs.map((pair) => ({ ...pair, truth: beats(pair, index) })),
  }));
  const byWeighting = weightings.map(({ name, weights }) => ({
    name,
    judged: pairs.map((pair) => ({ ...pair, truth: beatsWeighted(pair, weights) })),
  }));
  const single = [...(measures.length > 1 ? byMeasure : []), ...byWeighting];
  const inEvery = (claim: Pick<OutperformsInput, "winners" | "others">): Truth =>
    allOf(pairsOf(claim.winners, claim.others).flatMap((pair) => measures.map((_, index) => beats(pair, index))));
  const readings = [
    ...single.map(({ name, judged }) => ({ name, truth: allOf(judged.map(({ truth }) => truth)) })),
    ...narrower.map((claim) => ({ name: claim.name, truth: inEvery({ winners, others, ...claim }) })),
  ];
  const { outcome, rescuedBy } = decide(inEvery({ winners, others }), readings);
  const start = `${listText(winners.map(shown))} against ${others.length === 1 ? listText(others.map(shown)) : `${others.length} others`}`;
  const exceptions = byMeasure.flatMap(({ name, judged }) => exceptionsOf(name.replace(/ alone$/, ""), judged));
  const rescue = rescuedBy.length === 0 ? "" : ` True under ${listText(rescuedBy)}.`;
  const failing = readings.filter(({ truth }) => truth === "false").map(({ name }) => name);
  const fails = outcome === "consistent" || failing.length === 0 ? "" : ` False under ${listText(failing)}.`;
  return {
    check: "outperforms",
    outcome,
    explanation:
      outcome === "consistent"
        ? `${start}: better by ${listText(measures)}.`
        : `${start}: ${exceptions.join("; ")}.${rescue}${fails}`,
    assumptions: [
      `Better means better by ${measures.length === 1 ? listText(measures) : `each of ${listText(measures)}`}; higher is better.`,
      "The values were printed by rounding to nearest, all by one rule.",
    ],
    rescuedBy,
    nearMisses: [],
    details: {
      measures,
      winners: winners.map(shown),
      others: others.map(shown),
      readings: readings.map(({ name, truth }): Detail => ({ name, truth })),
      exceptions: byMeasure.map(
        ({ name, judged }): Detail => ({
          measure: name.replace(/ alone$/, ""),
          notBetterThan: [...new Set(judged.filter(({ truth }) => truth !== "true").map(({ other }) => shown(other)))],
        }),
      ),
    },
  };
}

interface Pair {
  readonly winner: MeasuredResult;
  readonly other: MeasuredResult;
}

function pairsOf(winners: readonly MeasuredResult[], others: readonly MeasuredResult[]): readonly Pair[] {
  return winners.flatMap((winner) => others.map((other) => ({ winner, other })));
}

function beats({ winner, other }: Pair, measure: number): Truth {
  const [a, b] = [winner.values[measure], other.values[measure]];
  return a === undefined || b === undefined ? "unknown" : isGreater(a, b, true, false);
}

/** By the sign of Σ w (a − b), over all numbers that print like these. */
function beatsWeighted(pair: Pair, weights: readonly number[]): Truth {
  const lead = weights.reduce<Interval>((sum, weight, index) => {
    const [a, b] = [pair.winner.values[index], pair.other.values[index]];
    if (a === undefined || b === undefined || weight === 0) return sum;
    return add(sum, scale(add(roundingInterval(a), negate(roundingInterval(b))), rational(weight)));
  }, point(zero));
  if (compare(lead.lower, zero) > 0) return "true";
  return compare(lead.upper, zero) <= 0 ? "false" : "unknown";
}

function exceptionsOf(measure: string, judged: readonly (Pair & { readonly truth: Truth })[]): readonly string[] {
  const not = [...new Set(judged.filter(({ truth }) => truth === "false").map(({ other }) => shown(other)))];
  const open = [...new Set(judged.filter(({ truth }) => truth === "unknown").map(({ other }) => shown(other)))];
  if (not.length === 0 && open.length === 0) return [];
  return [
    [
      ...(not.length === 0 ? [] : [`by ${measure} not above ${shortList(not)}`]),
      ...(open.length === 0 ? [] : [`by ${measure} printed like ${shortList(open)}`]),
    ].join("; "),
  ];
}

function shortList(words: readonly string[]): string {
  return listText(words.length > 5 ? [...words.slice(0, 4), `${words.length - 4} more`] : words);
}

function shown({ label, values }: MeasuredResult): string {
  return `${label} (${values.map(({ text }) => text).join(" / ")})`;
}
