import { type Decimal, decimal } from "../numbers/decimal.ts";
import { type Interval, scale } from "../numbers/interval.ts";
import { rational } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import { auroc, shareInterval } from "./auc-scale.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { integersIn } from "./integers-in.ts";
import { requireCount } from "./require-count.ts";
import { ruleWords } from "./rule-words.ts";

export interface ClassBatchMeansInput {
  /** The accuracy on one class, or on some classes, of a test set that is read in mixed batches. */
  readonly accuracy: Decimal;
  /** How many test examples of the class there are. */
  readonly examples: number;
  /** How many batches hold any of them. */
  readonly batches: number;
  /** Absent: percent where the accuracy is above one. */
  readonly scale?: "percent" | "fraction";
  readonly rule?: RoundingRule;
}

/** A way to divide the examples over the batches, and how many of each batch size are right: its mean is the witness. */
interface BatchSize {
  readonly size: number;
  readonly batches: number;
  readonly right: number;
}

/**
 * Whether the accuracy on one class can be the plain mean of its accuracies in mixed mini-batches, where nobody printed
 * how many examples of the class each batch held. A division is constructed: as even as possible, then up to six pairs of
 * batches that hold one, two, … examples fewer and more. Where one gives the number, but others give every number near it
 * too, nothing can be concluded. Never `inconsistent`: not every division is tried, and what is not found is `undecidable`.
 * Throws a RangeError for more batches than examples.
 *
 * @example
 * // 945/980 and 946/980 are the nearest shares; a mean over 79 batches can be this number, and any other.
 * checkClassBatchMeans({ accuracy: parseDecimal("96.475"), examples: 980, batches: 79 }).details.power; // => 0
 */
export function checkClassBatchMeans(input: ClassBatchMeansInput): CheckResult {
  const { examples, batches, rule = "half-either" } = input;
  requireCount("checkClassBatchMeans", "examples", examples);
  requireCount("checkClassBatchMeans", "batches", batches);
  if (batches > examples)
    throw new RangeError(`checkClassBatchMeans: ${batches} batches cannot each hold one of ${examples} examples`);
  const { value, percent } = auroc(input.accuracy, input.scale);
  const find = (printed: Decimal, first = 0) => witnessOf(shareInterval(printed, rule), examples, batches, first);
  const witness = find(value);
  const near = printedAround(value);
  const found =
    witness === undefined ? 0 : near.filter((printed) => find(printed, witness.spread) !== undefined).length;
  const power = 1 - found / near.length;
  const start = `Printed ${input.accuracy.text} as the plain mean of the accuracies of ${batches} batches that share ${examples} examples`;
  const verdict =
    witness === undefined
      ? "no division of the examples that was tried gives it, and not every one was tried"
      : power === 0
        ? "some division of the examples gives it, but also every printed number near it, so that nothing can be concluded"
        : "some division of the examples gives it";
  return {
    check: "class-batch-means",
    outcome: witness !== undefined && power > 0 ? "consistent" : "undecidable",
    explanation: `${start}: ${verdict}.`,
    assumptions: [
      "How many examples of the class a batch holds is not printed; every division is possible.",
      `The mean was printed by ${ruleWords[rule]}, as a ${percent ? "percentage" : "fraction of one"}.`,
    ],
    rescuedBy: [],
    nearMisses: [],
    details: {
      accuracy: input.accuracy.text,
      examples,
      batches,
      ...(witness === undefined ? {} : { power, witness: witness.right.map((part): Detail => ({ ...part })) }),
    },
  };
}

interface Witness {
  readonly spread: number;
  readonly right: readonly BatchSize[];
}

const spreads = [0, 1, 2, 3, 4, 5, 6] as const;

/** A division whose batches can have a mean in the interval; the one with the given spread is tried first. */
function witnessOf(share: Interval, examples: number, batches: number, first: number): Witness | undefined {
  for (const spread of [first, ...spreads.filter((other) => other !== first)]) {
    const sizes = division(examples, batches, spread);
    if (sizes === undefined) continue;
    const least = sizes.reduce((common, { size }) => leastCommonMultiple(common, size), 1);
    const targets = integersIn(scale(share, rational(BigInt(least) * BigInt(batches))));
    if (targets === undefined || targets.greatest > BigInt(Number.MAX_SAFE_INTEGER)) continue;
    for (let target = Number(targets.least); target <= Number(targets.greatest); target++) {
      const right = rightOf(target, sizes, least);
      if (right !== undefined) return { spread, right };
    }
  }
  return undefined;
}

/** As even as possible, then a pair of batches with one fewer and one more, a pair with two, …; the plainest sizes first. */
function division(examples: number, batches: number, spread: number): readonly Omit<BatchSize, "right">[] | undefined {
  const low = Math.floor(examples / batches);
  const more = examples % batches;
  if (spread >= low || 2 * spread > batches - more) return undefined;
  const counts = new Map<number, number>();
  const put = (size: number, count: number): unknown => counts.set(size, (counts.get(size) ?? 0) + count);
  put(low, batches - more - 2 * spread);
  put(low + 1, more);
  for (let away = 1; away <= spread; away++) {
    put(low - away, 1);
    put(low + away, 1);
  }
  return [...counts].filter(([, count]) => count > 0).map(([size, count]) => ({ size, batches: count }));
}

/** How many are right in the batches of each size, so that the accuracies sum to target / least; undefined: none found. */
function rightOf(
  target: number,
  [plain, ...others]: readonly Omit<BatchSize, "right">[],
  least: number,
): readonly BatchSize[] | undefined {
  if (plain === undefined) return undefined;
  const [next, ...rest] = others;
  if (next === undefined) {
    const right = target / (least / plain.size);
    const fits = Number.isInteger(right) && right >= 0 && right <= plain.size * plain.batches;
    return fits ? [{ ...plain, right }] : undefined;
  }
  // Whole batches that are right make up for one another: as many as the plain ones cannot hold, and a remainder.
  const held = rest.reduce((sum, { batches }) => sum + batches, plain.batches);
  const full = Math.min(next.batches - 1, Math.max(0, Math.ceil(target / least) - held));
  // What is left must be a sum of shares of the other sizes.
  const step = least / [plain, ...rest].reduce((common, { size }) => leastCommonMultiple(common, size), 1);
  for (let remainder = 0; remainder <= next.size; remainder++) {
    const right = full * next.size + remainder;
    const left = target - right * (least / next.size);
    const found = left < 0 || left % step !== 0 ? undefined : rightOf(left, [plain, ...rest], least);
    if (found !== undefined) return [{ ...next, right }, ...found];
  }
  return undefined;
}

/** Up to 20 printed shares on either side, from 0 to 1. */
function printedAround({ units, decimals }: Decimal): readonly Decimal[] {
  const whole = 10n ** BigInt(Math.max(0, decimals));
  return Array.from({ length: 41 }, (_, step) => units + BigInt(step) - 20n)
    .filter((near) => near >= 0n && near <= whole)
    .map((near) => decimal(near, decimals));
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}
