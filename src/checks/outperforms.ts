import { type Decimal, toRational } from "../numbers/decimal.ts";
import { add, type Interval, negate, point, scale } from "../numbers/interval.ts";
import { compare, type Rational, rational, subtract, zero } from "../numbers/rational.ts";
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
 * }).rescuedBy; // => ["a comparison by sensitivity alone"]
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
    name,
    judged: pairs.map((pair) => ({ ...pair, truth: beats(pair, index) })),
  }));
  const single = [
    ...(measures.length > 1 ? byMeasure.map(({ name, judged }) => ({ name: `${name} alone`, judged })) : []),
    ...weightings.map(({ name, weights }) => ({
      name,
      judged: pairs.map((pair) => ({ ...pair, truth: beatsWeighted(pair, weights) })),
    })),
  ];
  const inEvery = (claim: Pick<OutperformsInput, "winners" | "others">): Truth =>
    allOf(pairsOf(claim.winners, claim.others).flatMap((pair) => measures.map((_, index) => beats(pair, index))));
  const readings = [
    ...single.map(({ name, judged }) => ({
      name: `a comparison by ${name}`,
      truth: allOf(judged.map(({ truth }) => truth)),
    })),
    ...narrower.map((claim) => ({ name: claim.name, truth: inEvery({ winners, others, ...claim }) })),
  ];
  const { outcome, rescuedBy } = decide(inEvery({ winners, others }), readings);
  const rescue = rescuedBy.length === 0 ? "" : ` True under ${listText(rescuedBy)}.`;
  const failing = readings.filter(({ truth }) => truth === "false").map(({ name }) => name);
  // Where every reading fails but a narrower claim holds, that list would only repeat the exceptions.
  const fails =
    outcome === "consistent" || failing.length === 0 || failing.length === single.length
      ? ""
      : ` False under ${listText(failing)}.`;
  return {
    check: "outperforms",
    outcome,
    explanation: `${groupText(winners)} against ${groupText(others)}: ${byMeasure.map(({ name, judged }, index) => measureText(name, index, judged)).join("; ")}.${rescue}${fails}`,
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
          measure: name,
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

type Judged = Pair & { readonly truth: Truth };

/** `not better by else_acc in 1 of 16 comparisons: ours (97.32) against theirs (98.05)`; of many that fail, the one that fails by most. */
function measureText(measure: string, index: number, judged: readonly Judged[]): string {
  const of = judged.length === 1 ? "" : ` in ${judged.length === 2 ? "both" : `all ${judged.length}`} comparisons`;
  const named = (wanted: Truth): readonly string[] =>
    judged
      .filter(({ truth }) => truth === wanted)
      .toSorted((a, b) => compare(leadOf(a, index), leadOf(b, index)))
      .map(
        ({ winner, other }) =>
          `${winner.label} (${winner.values[index]?.text}) against ${other.label} (${other.values[index]?.text})`,
      );
  const [not, open] = [named("false"), named("unknown")];
  if (not.length === 0 && open.length === 0) return `better by ${measure}${of}`;
  const among = (words: readonly string[]) =>
    judged.length === 1 ? "" : ` in ${words.length} of ${judged.length} comparisons`;
  const worst = (words: readonly string[]) => (words.length > 2 ? `most of all ${words[0]}` : listText(words));
  return [
    ...(not.length === 0 ? [] : [`not better by ${measure}${among(not)}: ${worst(not)}`]),
    ...(open.length === 0 ? [] : [`left open by rounding, by ${measure}${among(open)}: ${worst(open)}`]),
  ].join("; ");
}

function leadOf({ winner, other }: Pair, index: number): Rational {
  const [a, b] = [winner.values[index], other.values[index]];
  return a === undefined || b === undefined ? zero : subtract(toRational(a), toRational(b));
}

function groupText(results: readonly MeasuredResult[]): string {
  if (results.length > 4) return `${results.length} results`;
  return listText(results.map((result) => (results.length > 2 ? result.label : shown(result))));
}

function shown({ label, values }: MeasuredResult): string {
  return `${label} (${values.map(({ text }) => text).join(" / ")})`;
}
