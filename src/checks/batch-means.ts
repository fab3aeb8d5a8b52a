import { type Decimal, decimal } from "../numbers/decimal.ts";
import { add, type Interval, point, scale } from "../numbers/interval.ts";
import { rational } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import { auroc, shareInterval } from "./auc-scale.ts";
import type { CheckResult } from "./check-result.ts";
import { truthOf } from "./decide.ts";
import { listText } from "./exact-text.ts";
import { integersIn } from "./integers-in.ts";
import { requireCount } from "./require-count.ts";
import { printedBy, usualRules } from "./rule-words.ts";
import { searchConventions } from "./search-conventions.ts";

export interface BatchMeansInput {
  readonly accuracy: Decimal;
  /** How many test examples there are. */
  readonly examples: number;
  /** How many examples a batch has; the last one has what is left. */
  readonly batchSize: number;
  /** Absent: percent where the accuracy is above one. */
  readonly scale?: "percent" | "fraction";
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether an accuracy can be the plain mean of the accuracies of mini-batches, the last of which may be smaller and then
 * weighs too much: with q full batches of B and r left, (S/B + t/r)/(q + 1) for some S of 0 … qB and t of 0 … r. Exact.
 * Alternatives: the share of all examples that are right, S/N; the mean without the last batch; truncation, floor, ceiling.
 * This reading fits almost anything where r and B have little in common: `undecidable` where all 41 printed numbers around
 * the given one are possible too. Throws a RangeError for counts below one.
 *
 * @example
 * // Batches of 4, 4 and 2: all right but one in the last batch.
 * checkBatchMeans({ accuracy: parseDecimal("0.8333"), examples: 10, batchSize: 4 }).outcome; // => "consistent"
 */
export function checkBatchMeans(input: BatchMeansInput): CheckResult {
  const { examples, batchSize, rules = usualRules } = input;
  requireCount("checkBatchMeans", "examples", examples);
  requireCount("checkBatchMeans", "batchSize", batchSize);
  const { value, percent } = auroc(input.accuracy, input.scale);
  const left = examples % batchSize;
  const full = (examples - left) / batchSize;
  const readings: readonly Reading[] = [
    { name: "the mean over all batches", fits: (share) => meanOfBatches(share, full, batchSize, left) },
    { name: "the share of all examples", fits: (share) => shareOf(share, examples) },
    ...(left > 0 && full > 0
      ? [{ name: "the mean without the last batch", fits: (share: Interval) => shareOf(share, full * batchSize) }]
      : []),
  ];
  const holds = ({ fits }: Reading, printed: Decimal, rule: RoundingRule): boolean =>
    fits(shareInterval(printed, rule));
  const search = searchConventions("checkBatchMeans", readings, rules, (reading, rule) =>
    truthOf(holds(reading, value, rule)),
  );
  const { first, rescuedBy } = search;
  const near = printedAround(value);
  const possible = near.filter((printed) => holds(first.meaning, printed, first.rule)).length;
  const power = 1 - possible / near.length;
  const powerless = search.outcome === "consistent" && power === 0;
  const batches = `${full} batches of ${batchSize}${left > 0 ? ` and one of ${left}` : ""}`;
  const rescue = rescuedBy.length === 0 ? "" : ` It agrees under ${listText(rescuedBy)}.`;
  const verdict = powerless
    ? "some counts give it, but also every printed number near it, so that nothing can be concluded"
    : first.truth === "true"
      ? "some counts give it"
      : "no counts give it";
  return {
    check: "batch-means",
    outcome: powerless ? "undecidable" : search.outcome,
    explanation: `Printed ${input.accuracy.text} as the mean accuracy of ${batches}: ${verdict}.${rescue}`,
    assumptions: [
      "The accuracy is the plain mean of the batches' accuracies, whatever their size.",
      `It was ${printedBy(first.rule, input.accuracy)}, as a ${percent ? "percentage" : "fraction of one"}.`,
    ],
    rescuedBy,
    nearMisses: [],
    details: {
      accuracy: input.accuracy.text,
      examples,
      batchSize,
      fullBatches: full,
      lastBatch: left,
      power,
      readings: search.tried.map(({ meaning, rule, truth }) => ({ meaning: meaning.name, rule, truth })),
    },
  };
}

interface Reading {
  readonly name: string;
  readonly fits: (share: Interval) => boolean;
}

function meanOfBatches(share: Interval, full: number, batchSize: number, left: number): boolean {
  if (left === 0 || full === 0) return shareOf(share, full * batchSize + left);
  const sum = scale(share, rational(full + 1));
  for (let right = 0; right <= left; right++)
    if (hasCount(scale(add(sum, point(rational(-right, left))), rational(batchSize)), full * batchSize)) return true;
  return false;
}

function shareOf(share: Interval, total: number): boolean {
  return hasCount(scale(share, rational(total)), total);
}

function hasCount(counts: Interval, greatest: number): boolean {
  const range = integersIn(counts);
  return range !== undefined && range.greatest >= 0n && range.least <= BigInt(greatest);
}

/** Up to 20 printed shares on either side, from 0 to 1. */
function printedAround(share: Decimal): readonly Decimal[] {
  const whole = 10n ** BigInt(Math.max(0, share.decimals));
  return Array.from({ length: 41 }, (_, step) => share.units + BigInt(step) - 20n)
    .filter((near) => near >= 0n && near <= whole)
    .map((near) => ({ ...share, ...decimal(near, share.decimals) }));
}
