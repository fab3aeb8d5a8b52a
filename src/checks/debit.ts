import { type Decimal, decimal } from "../numbers/decimal.ts";
import { isEmpty, scale } from "../numbers/interval.ts";
import { divide, rational, toNumber } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { truthOf } from "./decide.ts";
import { listText } from "./exact-text.ts";
import { asFraction, sumsOf } from "./grim-lattice.ts";
import { type IntegerRange, integersIn } from "./integers-in.ts";
import { requireCount } from "./require-count.ts";
import { printedBy, usualRules } from "./rule-words.ts";
import {
  deviationFactor,
  type SpreadKind,
  type SpreadReading,
  spreadReadings,
  varianceInterval,
} from "./sample-moments.ts";
import { searchConventions } from "./search-conventions.ts";

export interface DebitInput {
  /** The mean of zeros and ones and their SD, as printed. */
  readonly mean: Decimal;
  readonly sd: Decimal;
  /** How many zeros and ones there are, at least 2. */
  readonly count: number;
  /** The divisor of the variance is the count less this. Absent: n − 1, with n as the alternative. */
  readonly ddof?: 0 | 1;
  /** What the spread is. Absent: an SD; `either`: a standard error of the mean is an alternative. */
  readonly spread?: SpreadKind;
  /** Whether mean and SD are in percent. */
  readonly percent?: boolean;
  /** The closed list of rounding rules for both numbers, the default first. */
  readonly rules?: readonly RoundingRule[];
}

/**
 * DEBIT: whether zeros and ones can have the printed mean and SD. With K ones among n the SD is √(K(n − K)/(n(n − 1))):
 * every K that gives the mean is tried, exactly and at a cost that hardly grows with n. Alternatives: an SD with n;
 * truncation, floor, ceiling. Heathers and Brown 2019 (DEBIT), which takes the ends of the mean's interval only.
 * Throws a RangeError for a count below 2 or a negative SD.
 *
 * @example
 * checkDebit({ mean: parseDecimal("0.19"), sd: parseDecimal("0.35"), count: 1683 }).outcome; // => "inconsistent"
 */
export function checkDebit(input: DebitInput): CheckResult {
  const { mean, sd, count, ddof, spread, percent = false, rules = usualRules } = input;
  requireCount("checkDebit", "count", count, 2);
  if (sd.units < 0n) throw new RangeError(`checkDebit: the SD ${sd.text} is negative`);
  const search = searchConventions("checkDebit", spreadReadings(ddof, spread), rules, (reading, rule) =>
    truthOf(onesFor(input, sd, reading, rule) !== undefined),
  );
  const { first, fitting } = search;
  const near = sdsAround(sd);
  const possible = near.filter((other) => onesFor(input, other, first.meaning, first.rule) !== undefined);
  const power = 1 - possible.length / near.length;
  const powerless = first.truth === "true" && power === 0;
  const range = onesOf(input, first.rule);
  const witness = fitting === undefined ? undefined : onesFor(input, sd, fitting.meaning, fitting.rule);
  return {
    check: "debit",
    outcome: powerless ? "undecidable" : search.outcome,
    explanation: explain(input, range, first.meaning, first.truth === "true", powerless, search.rescuedBy),
    assumptions: [
      `All ${count} values are 0 or 1${percent ? ", mean and SD in percent" : ""}.`,
      `The spread is ${first.meaning.name}; mean and spread were ${printedBy(first.rule, mean, sd)}.`,
    ],
    rescuedBy: search.rescuedBy,
    nearMisses: first.truth === "true" || possible.length === 0 ? [] : [nearestText(possible, sd)],
    details: {
      mean: mean.text,
      sd: sd.text,
      count,
      percent,
      rule: first.rule,
      power,
      ...(range === undefined ? {} : { ones: { least: String(range.least), greatest: String(range.greatest) } }),
      ...(witness === undefined ? {} : { witness: { ones: String(witness), zeros: String(BigInt(count) - witness) } }),
      readings: search.tried.map(({ meaning, rule, truth }): Detail => ({ spread: meaning.name, rule, truth })),
    },
  };
}

/** The counts of ones that give the mean. */
function onesOf({ mean, count, percent = false }: DebitInput, rule: RoundingRule): IntegerRange | undefined {
  const sums = sumsOf(percent ? asFraction(mean) : mean, count, rule);
  if (sums === undefined) return undefined;
  const least = sums.least < 0n ? 0n : sums.least;
  const greatest = sums.greatest > BigInt(count) ? BigInt(count) : sums.greatest;
  return least > greatest ? undefined : { least, greatest };
}

/** A count of ones that gives mean and SD. */
function onesFor(input: DebitInput, sd: Decimal, reading: SpreadReading, rule: RoundingRule): bigint | undefined {
  const ones = onesOf(input, rule);
  const variance = varianceInterval(input.percent === true ? asFraction(sd) : sd, rule);
  if (ones === undefined || isEmpty(variance)) return undefined;
  const { count } = input;
  // K(n − K), which rises until n/2 and falls from there.
  const products = integersIn(scale(variance, deviationFactor({ count, grain: rational(1) }, reading)));
  if (products === undefined) return undefined;
  const n = BigInt(count);
  const middle = n / 2n;
  const rising = firstAtLeast(ones.least, ones.greatest < middle ? ones.greatest : middle, products, n);
  if (rising !== undefined) return rising;
  const mirrored = firstAtLeast(n - ones.greatest, n - (ones.least > middle ? ones.least : middle), products, n);
  return mirrored === undefined ? undefined : n - mirrored;
}

/** The least K in a range up to n/2 with K(n − K) within the products, by bisection. */
function firstAtLeast(from: bigint, to: bigint, { least, greatest }: IntegerRange, n: bigint): bigint | undefined {
  let [low, high] = [from, to];
  if (low > high || high * (n - high) < least) return undefined;
  while (low < high) {
    const half = (low + high) / 2n;
    if (half * (n - half) >= least) high = half;
    else low = half + 1n;
  }
  return low * (n - low) <= greatest ? low : undefined;
}

function sdsAround(sd: Decimal): readonly Decimal[] {
  const start = sd.units < 20n ? 0n : sd.units - 20n;
  return Array.from({ length: 41 }, (_, step) => ({ ...sd, ...decimal(start + BigInt(step), sd.decimals) }));
}

function nearestText(possible: readonly Decimal[], { units, text }: Decimal): string {
  const away = (other: Decimal): number => Math.abs(Number(other.units - units));
  const nearest = [...possible].sort((a, b) => away(a) - away(b))[0];
  return `A guess: the SD is ${nearest?.text} instead of ${text}.`;
}

function explain(
  { mean, sd, count, percent = false }: DebitInput,
  ones: IntegerRange | undefined,
  reading: SpreadReading,
  holds: boolean,
  powerless: boolean,
  rescuedBy: readonly string[],
): string {
  const start = `Printed ${mean.text} ± ${sd.text} of ${count} zeros and ones`;
  const rescue = rescuedBy.length === 0 ? "" : ` It agrees under ${listText(rescuedBy)}.`;
  if (powerless) return `${start}: every SD near it is possible too, so that nothing can be concluded.`;
  if (ones === undefined) return `${start}: no count of ones gives the mean.${rescue}`;
  const { least, greatest } = ones;
  const counted = least === greatest ? `${least} ones give` : `${least} to ${greatest} ones give`;
  if (holds) return `${start}: ${counted} the mean, and some of them the SD.`;
  const n = BigInt(count);
  const sds = [least, greatest, ...(least < n / 2n && n / 2n < greatest ? [n / 2n] : [])].map((k) => {
    const variance = divide(rational(k * (n - k)), deviationFactor({ count, grain: rational(1) }, reading));
    return Math.sqrt(toNumber(variance)) * (percent ? 100 : 1);
  });
  const digits = sd.decimals + 2;
  const range = [...new Set([Math.min(...sds).toFixed(digits), Math.max(...sds).toFixed(digits)])].join(" to ");
  return `${start}: ${counted} the mean, and the SD is then ${range}.${rescue}`;
}
