import { type Decimal, toRational } from "../numbers/decimal.ts";
import { contains, type Interval } from "../numbers/interval.ts";
import { equal, multiply, one, type Rational, zero } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { type ClassCounts, type ScoreBounds, scoreBounds } from "./confusion/bounds.ts";
import { findMatrix, type MatrixSearch, satisfies } from "./confusion/find-matrix.ts";
import {
  conventionAssumption,
  conventionWords,
  type PrintedScore,
  printableValues,
  type ScoreConvention,
  type ScoreScale,
  scoreConventions,
  scoreInterval,
} from "./confusion/printed-score.ts";
import { type ConfusionScoreName, unboundedScores } from "./confusion/score-names.ts";
import { scoreValue } from "./confusion/score-value.ts";
import { type Conflict, smallestConflict } from "./confusion/smallest-conflict.ts";
import { decide, type Reading, type Truth } from "./decide.ts";
import { exactText, listText } from "./exact-text.ts";

export interface ConfusionScore {
  readonly name: ConfusionScoreName;
  readonly value: Decimal;
  /** A half width, ends included, that stands instead of the rounding rule; in printed units. */
  readonly epsilon?: Decimal;
  /** For `f-beta`; absent: 1. */
  readonly beta?: Decimal;
}

export interface ConfusionInput extends ClassCounts {
  readonly scores: readonly ConfusionScore[];
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
  /** Absent: percentages where a share above one is printed, else fractions. */
  readonly scale?: ScoreScale;
  /** How many values of TP one search may look at; absent: five million. */
  readonly searchLimit?: number;
}

/**
 * Whether one confusion matrix of a test set, TP in 0 … P and TN in 0 … N, gives all printed scores. Exact, in
 * integers: each score leaves an interval of TN for each TP (see `findMatrix`). Answers with such a matrix, or with
 * the smallest set of scores that no matrix gives. Alternatives: truncation, floor and ceiling for all scores at once,
 * undefined scores (0/0) printed as 0, and where `scale` is `either`, percent or fraction.
 * Throws a RangeError for counts that are no counts, and for no scores.
 *
 * @example
 * const score = (name: ConfusionScoreName, text: string) => ({ name, value: parseDecimal(text) });
 * checkConfusion({
 *   positives: 100,
 *   negatives: 200,
 *   scores: [score("accuracy", "0.9567"), score("sensitivity", "0.8545"), score("specificity", "0.9734")],
 * }).outcome; // => "inconsistent"
 */
export function checkConfusion(input: ConfusionInput): CheckResult {
  const { positives, negatives, searchLimit = 5_000_000 } = input;
  const scores = input.scores.map(prepare);
  validate(input);
  const conventions = scoreConventions(scores, input.rules, input.scale);
  const [byDefault, ...others] = conventions;
  const first = readScores(scores, input, byDefault);
  const found = search(first, input, searchLimit);
  const readings = found.found === "matrix" ? [] : alternatives(scores, input, conventions, first, searchLimit);
  const { outcome, rescuedBy } = decide(truthOfSearch(found), readings);
  const conflict = found.found === "none" ? conflictOf(first, input, searchLimit) : undefined;
  const names = scores.map(({ text }) => text);
  return {
    check: "confusion",
    outcome,
    explanation: [
      explain(found, input, names, conflict),
      rescuedBy.length > 0 ? `A matrix exists under ${listText(rescuedBy)}.` : "",
    ]
      .join(" ")
      .trim(),
    assumptions: [
      `All scores are of one confusion matrix with ${positives} positives and ${negatives} negatives.`,
      conventionAssumption(scores, byDefault),
      "A score that is undefined (0/0, or a division by zero) cannot have been printed as a number.",
    ],
    rescuedBy,
    nearMisses: found.found === "none" && outcome !== "consistent" ? nearMisses(scores, first, input, searchLimit) : [],
    details: {
      positives,
      negatives,
      scores: input.scores.map(({ name, value, epsilon, beta }) => ({
        name,
        value: value.text,
        ...(epsilon === undefined ? {} : { epsilon: epsilon.text }),
        ...(beta === undefined ? {} : { beta: beta.text }),
      })),
      readings: [byDefault, ...others].map(({ rule, percent }) => ({ rule, percent })),
      ...(found.found === "matrix" ? { witness: matrixDetail(found, input) } : {}),
      ...(found.found === "unknown" ? { searchLimit } : {}),
      ...(conflict === undefined
        ? {}
        : { conflict: conflict.members.map((index) => names[index] ?? ""), conflictIsSmallest: conflict.smallest }),
      power: power(scores, input, byDefault.percent),
    },
  };
}

interface Prepared extends PrintedScore {
  readonly name: ConfusionScoreName;
  readonly betaSquared: Rational;
  /** `accuracy 0.9567`. */
  readonly text: string;
}

interface ReadScore {
  readonly interval: Interval;
  readonly bounds: ScoreBounds;
}

function prepare({ name, value, epsilon, beta }: ConfusionScore): Prepared {
  const factor = beta === undefined ? one : toRational(beta);
  const title = name === "f-beta" ? `F${beta?.text ?? "1"}` : name.replaceAll("-", " ");
  return {
    name,
    value,
    betaSquared: multiply(factor, factor),
    unbounded: unboundedScores.has(name),
    text: `${title} ${value.text}${epsilon === undefined ? "" : ` ± ${epsilon.text}`}`,
    ...(epsilon === undefined ? {} : { epsilon }),
  };
}

function validate({ positives, negatives, scores }: ConfusionInput): void {
  for (const [word, count] of [
    ["positives", positives],
    ["negatives", negatives],
  ] as const)
    if (!Number.isSafeInteger(count) || count < 0 || count > 1e12)
      throw new RangeError(`checkConfusion: ${word} is ${count}; give a whole number from 0 to 10^12`);
  if (positives + negatives === 0) throw new RangeError("checkConfusion: the test set is empty");
  if (scores.length === 0) throw new RangeError("checkConfusion: there are no scores to check");
  for (const { name, beta, epsilon } of scores) {
    if (beta !== undefined && beta.units <= 0n)
      throw new RangeError(`checkConfusion: beta of ${name} is ${beta.text}; give a number above 0`);
    if (epsilon !== undefined && epsilon.units < 0n)
      throw new RangeError(`checkConfusion: epsilon of ${name} is ${epsilon.text}; give a half width`);
  }
}

function readScores(
  scores: readonly Prepared[],
  counts: ClassCounts,
  convention: ScoreConvention,
): readonly ReadScore[] {
  return scores.map((score) => {
    const interval = scoreInterval(score, convention);
    return { interval, bounds: scoreBounds(score.name, counts, interval, score.betaSquared) };
  });
}

function search(scores: readonly ReadScore[], counts: ClassCounts, limit: number): MatrixSearch {
  return findMatrix(
    counts,
    scores.flatMap(({ bounds }) => [...bounds.value, ...bounds.domain]),
    limit,
  );
}

function truthOfSearch({ found }: MatrixSearch): Truth {
  return found === "matrix" ? "true" : found === "none" ? "false" : "unknown";
}

/** Every other convention, and under each of them undefined scores printed as 0. */
function alternatives(
  scores: readonly Prepared[],
  counts: ClassCounts,
  conventions: readonly [ScoreConvention, ...ScoreConvention[]],
  first: readonly ReadScore[],
  limit: number,
): readonly Reading[] {
  const [byDefault, ...others] = conventions;
  const zeros = "undefined scores (0/0) printed as 0";
  const readings: Reading[] = withZeros(first, counts) ? [{ name: zeros, truth: "true" }] : [];
  const tried: { readonly scores: readonly ReadScore[]; readonly truth: Truth }[] = [];
  for (const convention of others) {
    const read = readScores(scores, counts, convention);
    const same = tried.find((other) =>
      other.scores.every(({ interval }, i) => sameInterval(interval, read[i]?.interval)),
    );
    const truth = same?.truth ?? truthOfSearch(search(read, counts, limit));
    tried.push({ scores: read, truth });
    const name = conventionWords(convention, byDefault);
    readings.push({ name, truth });
    if (truth === "false" && readings[0]?.name !== zeros && withZeros(read, counts))
      readings.push({ name: `${name} with ${zeros}`, truth: "true" });
  }
  return readings;
}

/** A detector that calls all, or nothing, positive leaves quotients 0/0, which some libraries print as 0. */
function withZeros(scores: readonly ReadScore[], { positives, negatives }: ClassCounts): boolean {
  const corners = [
    [0, negatives],
    [positives, 0],
  ] as const;
  return corners.some(([tp, tn]) =>
    scores.every(({ interval, bounds }) =>
      satisfies(tp, tn, bounds.domain) ? satisfies(tp, tn, bounds.value) : contains(interval, zero),
    ),
  );
}

function sameInterval(a: Interval, b: Interval | undefined): boolean {
  return (
    b !== undefined &&
    equal(a.lower, b.lower) &&
    equal(a.upper, b.upper) &&
    a.lowerClosed === b.lowerClosed &&
    a.upperClosed === b.upperClosed
  );
}

function conflictOf(scores: readonly ReadScore[], counts: ClassCounts, limit: number): Conflict | undefined {
  return smallestConflict(scores.length, (members) =>
    truthOfSearch(
      search(
        members.flatMap((index) => scores[index] ?? []),
        counts,
        limit,
      ),
    ),
  );
}

function explain(
  found: MatrixSearch,
  { positives, negatives }: ClassCounts,
  names: readonly string[],
  conflict: Conflict | undefined,
): string {
  const set = `${positives} positives and ${negatives} negatives`;
  switch (found.found) {
    case "matrix":
      return `Printed ${listText(names)} on ${set}: ${found.tp} true positives and ${found.tn} true negatives give ${names.length === 1 ? "it" : "all of them"}.`;
    case "unknown":
      return `Printed ${listText(names)} on ${set}: no matrix was found among the first ${found.looked} counts of true positives, and the search was cut off.`;
    case "none": {
      const members = (conflict?.members ?? []).map((index) => names[index] ?? "");
      const all = members.length === names.length;
      return `Printed ${listText(names)} on ${set}: no confusion matrix gives ${all || members.length === 0 ? (names.length === 1 ? "it" : "all of them") : listText(members)}${all && names.length > 1 ? ", though every smaller choice of them is possible" : ""}.`;
    }
  }
}

/** Which one score, had it been printed otherwise, would make the rest possible; and whether swapped classes would. */
function nearMisses(
  scores: readonly Prepared[],
  read: readonly ReadScore[],
  counts: ClassCounts,
  limit: number,
): readonly string[] {
  const guesses: string[] = [];
  if (scores.length > 1)
    for (const [index, score] of scores.entries()) {
      const rest = search(read.toSpliced(index, 1), counts, limit);
      if (rest.found !== "matrix") continue;
      const value = scoreValue(score.name, counts, rest, score.betaSquared, score.value.decimals);
      guesses.push(
        `A guess: only ${score.text} is wrong; the others hold for ${rest.tp} true positives and ${rest.tn} true negatives${value === undefined ? "" : `, for which it is about ${value}`}.`,
      );
    }
  return guesses;
}

function matrixDetail(
  { tp, tn }: { readonly tp: number; readonly tn: number },
  { positives, negatives }: ClassCounts,
): { readonly [name: string]: Detail } {
  return { tp, fn: positives - tp, tn, fp: negatives - tn };
}

/** There are only so many matrices: of all that could be printed with these digits, at most this share can be true. */
function power(scores: readonly Prepared[], { positives, negatives }: ClassCounts, percent: boolean): Detail {
  const matrices = (BigInt(positives) + 1n) * (BigInt(negatives) + 1n);
  const signed = new Set<ConfusionScoreName>(["mcc", "kappa", "informedness", "markedness"]);
  const printable = scores
    .filter(({ unbounded }) => unbounded !== true)
    .map((score) => printableValues(score, percent, signed.has(score.name) ? 2n : 1n))
    .reduce((product, values) => product * values, 1n);
  const share = matrices >= printable ? "1" : exactText({ numerator: matrices, denominator: printable });
  return { matrices: String(matrices), printableTuples: String(printable), possibleShareAtMost: share };
}
