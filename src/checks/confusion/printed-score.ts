import { type Decimal, toRational } from "../../numbers/decimal.ts";
import { closed, type Interval } from "../../numbers/interval.ts";
import { add, subtract } from "../../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../../numbers/rounding.ts";
import { ruleWords, usualRules } from "../rule-words.ts";

/** Whether printed scores are shares of one or of a hundred; `either` asks for both, the likelier first. */
export type ScoreScale = "fraction" | "percent" | "either";

/** A printed score; its digits matter. */
export interface PrintedScore {
  readonly value: Decimal;
  /** A half width that stands instead of the rounding rule: the interval value ± epsilon with its ends, in printed units. */
  readonly epsilon?: Decimal | undefined;
  /** Whether it is no share (a likelihood ratio): then percent or fraction is no question. */
  readonly unbounded?: boolean;
}

/** What print leaves open about scores: how they were shortened, and whether they are percentages. */
export interface ScoreConvention {
  readonly rule: RoundingRule;
  /** `mixed`: each score by itself, above one a percentage. */
  readonly scale: "fraction" | "percent" | "mixed";
}

/** All numbers, as fractions of one, that a printed score may stand for. */
export function scoreInterval(score: PrintedScore, { rule, scale }: ScoreConvention): Interval {
  const percent = scale === "percent" || (scale === "mixed" && isAboveOne(score));
  const shift = percent && score.unbounded !== true ? 2 : 0;
  const value = shifted(score.value, shift);
  if (score.epsilon === undefined) return roundingInterval(value, rule);
  const half = toRational(shifted(score.epsilon, shift));
  const middle = toRational(value);
  return closed(subtract(middle, half), add(middle, half));
}

/**
 * The conventions to try, the default first. Undeclared, scores are percentages where a share above one is printed.
 * Throws a RangeError for an empty list of rules.
 */
export function scoreConventions(
  scores: readonly PrintedScore[],
  rules: readonly RoundingRule[] = usualRules,
  scale?: ScoreScale,
): readonly [ScoreConvention, ...ScoreConvention[]] {
  // Where every score has a half width of its own, no rule matters.
  const kinds = scores.every(({ epsilon }) => epsilon !== undefined) ? rules.slice(0, 1) : rules;
  const conventions: ScoreConvention[] = [];
  for (const kind of possibleScales(scores, scale)) for (const rule of kinds) conventions.push({ rule, scale: kind });
  const [first, ...others] = conventions;
  if (first === undefined) throw new RangeError("the check has no rounding rule to try");
  return [first, ...others];
}

function possibleScales(
  scores: readonly PrintedScore[],
  scale: ScoreScale | undefined,
): readonly ScoreConvention["scale"][] {
  if (scale === "fraction" || scale === "percent") return [scale];
  if (!scores.some(isAboveOne)) return scale === "either" ? ["fraction", "percent"] : ["fraction"];
  const percentages: readonly ScoreConvention["scale"][] = scores.every(
    (score) => score.unbounded === true || isAboveOne(score),
  )
    ? ["percent"]
    : ["percent", "mixed"];
  return scale === "either" ? [...percentages, "fraction"] : percentages;
}

/** An alternative in words: what it has other than the default. */
export function conventionWords(convention: ScoreConvention, byDefault: ScoreConvention): string {
  const rule = convention.rule === byDefault.rule ? "" : ruleWords[convention.rule];
  const scale = convention.scale === byDefault.scale ? "" : scaleWords[convention.scale];
  return joined(rule, scale);
}

/** Alternatives together; one of them may have no words. */
export function joined(first: string, second: string): string {
  return first === "" || second === "" ? first + second : `${first} with ${second}`;
}

/** The default convention as an assumption. */
export function conventionAssumption(scores: readonly PrintedScore[], { rule, scale }: ScoreConvention): string {
  const kind = scaleWords[scale];
  if (scores.every(({ epsilon }) => epsilon !== undefined))
    return `The scores are ${kind}, each within its stated half width.`;
  return `The scores are ${kind}, printed by ${ruleWords[rule]}.`;
}

const scaleWords: Readonly<Record<ScoreConvention["scale"], string>> = {
  fraction: "fractions of one",
  percent: "percentages",
  mixed: "percentages above one and fractions of one below",
};

/** Whether it is a share that cannot be a fraction of one. */
export function isAboveOne({ value: { units, decimals }, unbounded }: PrintedScore): boolean {
  if (unbounded === true || units === 0n) return false;
  if (decimals < 0) return true;
  const unit = plainPowersOfTen[decimals] ?? powerOfTen(decimals);
  return units > unit || -units > unit;
}

/** The powers of ten that are exact as plain numbers. */
export const plainPowersOfTen: readonly number[] = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** How many different numbers a score could print from `least` to one: for a statement on power. */
export function printableValues({ value, epsilon }: PrintedScore, percent: boolean, width: bigint): bigint {
  const shift = percent ? 2 : 0;
  if (epsilon === undefined || epsilon.units === 0n)
    return width * powerOfTen(Math.max(0, value.decimals + shift)) + 1n;
  const places = epsilon.decimals + shift;
  return (width * powerOfTen(Math.max(0, places))) / (2n * epsilon.units * powerOfTen(Math.max(0, -places))) + 1n;
}

function powerOfTen(exponent: number): bigint {
  const plain = plainPowersOfTen[exponent];
  return plain === undefined ? 10n ** BigInt(exponent) : BigInt(plain);
}

function shifted(value: Decimal, places: number): Decimal {
  return places === 0 ? value : { ...value, decimals: value.decimals + places };
}
