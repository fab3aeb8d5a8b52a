import type { Decimal } from "../numbers/decimal.ts";
import { multiply, rational } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { type Truth, truthOf } from "./decide.ts";
import { powerNear } from "./decide-sample.ts";
import { exactText, listText } from "./exact-text.ts";
import { requireCount } from "./require-count.ts";
import { printedBy, usualRules } from "./rule-words.ts";
import { additionLimit, countSamples, type SampleCount } from "./sample-count.ts";
import { momentsOf, type SampleClaim, type SpreadKind, type SpreadReading, spreadReadings } from "./sample-moments.ts";
import { searchConventions } from "./search-conventions.ts";
import { boundsOf, type ValueScale } from "./value-scale.ts";

export interface SamplesInput {
  readonly mean: Decimal;
  readonly sd: Decimal;
  /** How many values there are, at least 2. */
  readonly count: number;
  readonly scale: ValueScale;
  /** Each value is the mean of so many whole numbers. Absent: 1. */
  readonly items?: number;
  readonly ddof?: 0 | 1;
  /** What the spread is. Absent: an SD; `either`: a standard error of the mean is an alternative. */
  readonly spread?: SpreadKind;
  /** How many samples are listed at most. Absent: 10. */
  readonly limit?: number;
  readonly rules?: readonly RoundingRule[];
}

/**
 * Every sample of whole numbers on a scale that has the printed mean and SD (CLOSURE): counted exactly, the first of them
 * listed as how often each value occurs. `inconsistent` where there is none; `undecidable` past the search limit.
 * Alternatives: an SD with n; truncation, floor, ceiling. Alsalti, Jung, Heathers et al. 2025 (CLOSURE), counted here by
 * dynamic programming instead of by listing.
 * Throws a RangeError for a count below 2, a negative SD, or a scale without values.
 *
 * @example
 * const scale = { minimum: 1, maximum: 5 };
 * checkSamples({ mean: parseDecimal("2.7"), sd: parseDecimal("1.9"), count: 130, scale }).details.samples; // => "5359"
 */
export function checkSamples(input: SamplesInput): CheckResult {
  const { mean, sd, count, scale, items = 1, ddof, spread, limit = 10, rules = usualRules } = input;
  requireCount("checkSamples", "count", count, 2);
  requireCount("checkSamples", "items", items);
  requireCount("checkSamples", "limit", limit, 0);
  if (sd.units < 0n) throw new RangeError(`checkSamples: the SD ${sd.text} is negative`);
  const grain = rational(1, items);
  const claim: SampleClaim = { mean, sd, count, grain, bounds: boundsOf("checkSamples", scale, grain) };
  const counts = new Map<string, SampleCount>();
  const counted = (reading: SpreadReading, rule: RoundingRule): SampleCount => {
    const key = `${reading.name} ${rule}`;
    const known = counts.get(key) ?? samplesOf(claim, reading, rule);
    counts.set(key, known);
    return known;
  };
  const search = searchConventions("checkSamples", spreadReadings(ddof, spread), rules, (reading, rule) =>
    truthOfCount(counted(reading, rule)),
  );
  const { first, fitting = first } = search;
  const found = counted(fitting.meaning, fitting.rule);
  return {
    check: "samples",
    outcome: search.outcome,
    explanation: explain(input, counted(first.meaning, first.rule), search.rescuedBy),
    assumptions: [
      `All ${count} values are ${items === 1 ? "whole numbers" : `means of ${items} whole numbers`} from ${scale.minimum} to ${scale.maximum}; samples that differ in order only are one.`,
      `The spread is ${first.meaning.name}; mean and spread were ${printedBy(first.rule, mean, sd)}.`,
    ],
    rescuedBy: search.rescuedBy,
    nearMisses: [],
    details: {
      mean: mean.text,
      sd: sd.text,
      count,
      rule: fitting.rule,
      spread: fitting.meaning.name,
      searchLimit: additionLimit,
      power: powerNear(claim, first.meaning, first.rule),
      ...(found.complete
        ? {
            samples: String(found.samples),
            listed: found.list(limit).map((sample) =>
              sample.map(
                ({ value, times }): Detail => ({
                  value: exactText(multiply(rational(value), grain)),
                  times,
                }),
              ),
            ),
          }
        : {}),
      readings: search.tried.map(({ meaning, rule, truth }): Detail => ({ spread: meaning.name, rule, truth })),
    },
  };
}

function samplesOf(claim: SampleClaim, reading: SpreadReading, rule: RoundingRule): SampleCount {
  const { truth, windows } = momentsOf(claim, reading, rule, true);
  if (truth === "unknown" || claim.bounds === undefined) return { complete: false };
  const targets = windows.flatMap(({ sum, squares }) => (squares === undefined ? [] : [{ sum, squares }]));
  if (targets.length === 0) return { complete: true, samples: 0n, list: () => [] };
  return countSamples({ count: claim.count, bounds: claim.bounds, targets });
}

function truthOfCount(counted: SampleCount): Truth {
  return counted.complete ? truthOf(counted.samples > 0n) : "unknown";
}

function explain({ mean, sd, count, scale }: SamplesInput, first: SampleCount, rescuedBy: readonly string[]): string {
  const start = `Printed ${mean.text} ± ${sd.text} of ${count} values from ${scale.minimum} to ${scale.maximum}`;
  if (!first.complete)
    return `${start}: the search limit was met before all samples were counted; GRIMMER asks whether there is any.`;
  if (first.samples > 0n)
    return `${start}: ${first.samples} ${first.samples === 1n ? "sample has" : "samples have"} this mean and spread.`;
  const rescue = rescuedBy.length === 0 ? "" : ` Some have it under ${listText(rescuedBy)}.`;
  return `${start}: no sample has this mean and spread.${rescue}`;
}
