import type { Decimal } from "../numbers/decimal.ts";
import { toRational } from "../numbers/decimal.ts";
import { closed, type Interval, intersection } from "../numbers/interval.ts";
import { ceiling, floor, multiply, one, rational, zero } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import { auroc } from "./auc-scale.ts";
import type { CheckResult } from "./check-result.ts";
import { truthOf } from "./decide.ts";
import { exactText, shortText } from "./exact-text.ts";
import { fitsRoundedRuns, roundedRunsWords, roundingsOf } from "./rounded-runs.ts";
import { type RuleReading, resultOfReadings } from "./rule-readings.ts";
import { printedBy, usualRules } from "./rule-words.ts";

export interface AucGranularityInput {
  readonly auc: Decimal;
  readonly positives: number;
  readonly negatives: number;
  /** Whether scores may be tied: `false` and `true` decide, absent tries both, without ties first. */
  readonly ties?: boolean;
  /** The AUC is a mean over so many runs on the same test set; absent: 1. */
  readonly runs?: number;
  /** Whether the runs were averaged in full. Absent: not known, with runs that were rounded before as an alternative. */
  readonly unroundedRuns?: boolean;
  /** Absent: percent where the AUC is above one. */
  readonly scale?: "percent" | "fraction";
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether an area under the ROC curve can come from so many positives and negatives: it is the share of pairs that are
 * ranked right, a tied pair counting half, so that AUC · P · N is an integer, with ties a half integer (Hanley and
 * McNeil 1982); a mean over R runs is a multiple of 1 / (R·P·N), with ties of half that. Exact. Alternatives: tied scores
 * where `ties` is absent; truncation, floor, ceiling; runs that were rounded before, unless `unroundedRuns`.
 * Throws a RangeError for counts below one.
 *
 * @example
 * checkAucGranularity({ auc: parseDecimal("0.913"), positives: 5, negatives: 7 }).outcome; // => "inconsistent"
 * checkAucGranularity({ auc: parseDecimal("0.914"), positives: 5, negatives: 7 }).outcome; // => "consistent"
 */
export function checkAucGranularity(input: AucGranularityInput): CheckResult {
  const { auc, positives, negatives, ties, runs = 1, unroundedRuns = false, rules = usualRules } = input;
  for (const [word, count] of [
    ["positives", positives],
    ["negatives", negatives],
    ["runs", runs],
  ] as const)
    if (!Number.isSafeInteger(count) || count < 1)
      throw new RangeError(`checkAucGranularity: ${word} is ${count}; give a whole number above 0`);
  const { value, percent } = auroc(auc, input.scale);
  const pairs = BigInt(positives) * BigInt(negatives);
  const kinds = ties === undefined ? [false, true] : [ties];
  const readings = kinds.flatMap((tied): readonly RuleReading[] => {
    const departures = tied && ties === undefined ? ["tied scores (half pairs)"] : [];
    const perRun = (tied ? 2n : 1n) * pairs;
    return [
      ...rules.map((rule) => {
        const [least, most] = multiples(roundingInterval(value, rule), perRun * BigInt(runs));
        return { rule, truth: truthOf(least <= most), departures };
      }),
      ...roundingsOf(runs, unroundedRuns).flatMap((to) =>
        rules.map((rule) => ({
          rule,
          truth: truthOf(fitsRoundedRuns({ mean: value, runs, percent, steps: perRun, rule }, to)),
          departures: [...departures, `a mean of ${roundedRunsWords[to]}`],
        })),
      ),
    ];
  });
  const rule = rules[0] ?? "half-either";
  const steps = (kinds[0] ? 2n : 1n) * pairs * BigInt(runs);
  const [least, most] = multiples(roundingInterval(value, rule), steps);
  const whole = floor(multiply(toRational(value), rational(steps)));
  const below = whole < 0n ? 0n : whole >= steps ? steps - 1n : whole;
  const show = (count: bigint): string => shortText(rational(count * (percent ? 100n : 1n), steps), auc.decimals + 2);
  const step = `1/${steps}`;
  return resultOfReadings({
    check: "auc-granularity",
    readings,
    explanation: `Printed AUC ${auc.text}; with ${positives} positives and ${negatives} negatives${runs > 1 ? `, over ${runs} runs,` : ""} it is a multiple of ${step}: ${least <= most ? `${least}/${steps} is ${show(least)}` : `${show(below)} and ${show(below + 1n)} are the nearest, and neither prints so`}.`,
    assumptions: [
      kinds[0] ? "Scores may be tied; a tied pair counts half." : "No positive and negative have the same score.",
      `The AUC was ${printedBy(rule, auc)}, as a ${percent ? "percentage" : "fraction of one"}${unroundedRuns ? "; the runs were averaged in full" : ""}.`,
    ],
    details: {
      auc: auc.text,
      positives,
      negatives,
      runs,
      step,
      ...(least <= most ? { witness: exactText(rational(least, steps)) } : {}),
      power: powerOf(value, steps),
    },
  });
}

function multiples(interval: Interval, steps: bigint): readonly [bigint, bigint] {
  const inside = intersection(interval, closed(zero, one));
  const low = multiply(inside.lower, rational(steps));
  const high = multiply(inside.upper, rational(steps));
  return [
    ceiling(low) + (!inside.lowerClosed && low.denominator === 1n ? 1n : 0n),
    floor(high) - (!inside.upperClosed && high.denominator === 1n ? 1n : 0n),
  ];
}

/** The chance that a number drawn at random among those with so many digits is no such multiple, at least. */
function powerOf({ decimals, halfWidth = zero }: Decimal, steps: bigint): string {
  const printable = 10n ** BigInt(Math.max(0, decimals)) + 1n;
  const possible = (steps + 1n) * (floor(multiply(halfWidth, rational(2))) + 1n);
  return possible >= printable ? "0" : exactText(rational(printable - possible, printable));
}
