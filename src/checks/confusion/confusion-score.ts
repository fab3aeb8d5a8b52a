import { type Decimal, toRational } from "../../numbers/decimal.ts";
import { multiply, one, type Rational } from "../../numbers/rational.ts";
import type { PrintedScore } from "./printed-score.ts";
import { type ConfusionScoreName, confusionScoreWords, unboundedScores } from "./score-names.ts";

export interface ConfusionScore {
  readonly name: ConfusionScoreName;
  readonly value: Decimal;
  /** A half width, ends included, that stands instead of the rounding rule; in printed units. */
  readonly epsilon?: Decimal;
  /** For `f-beta`; absent: 1. */
  readonly beta?: Decimal;
}

/** A printed score with what a search needs to know of it. */
export interface ReadableScore extends PrintedScore {
  readonly name: ConfusionScoreName;
  readonly beta: Decimal | undefined;
  readonly betaSquared: Rational;
}

/** Reads printed scores; throws a RangeError, in the name of the check, where there are none or one cannot be. */
export function readableScores(check: string, scores: readonly ConfusionScore[]): readonly ReadableScore[] {
  if (scores.length === 0) throw new RangeError(`${check}: there are no scores to check`);
  return scores.map(({ name, value, epsilon, beta }) => {
    if (beta !== undefined && beta.units <= 0n)
      throw new RangeError(`${check}: beta of ${name} is ${beta.text}; give a number above 0`);
    if (epsilon !== undefined && epsilon.units < 0n)
      throw new RangeError(`${check}: epsilon of ${name} is ${epsilon.text}; give a half width`);
    const betaSquared = beta === undefined ? one : multiply(toRational(beta), toRational(beta));
    return { name, value, epsilon, beta, betaSquared, unbounded: unboundedScores.has(name) };
  });
}

/** A score in words: `accuracy 0.9567`. */
export function scoreText({ name, value, epsilon, beta }: ReadableScore): string {
  const title = name === "f-beta" ? `F${beta?.text ?? "1"}` : (titles[name] ?? name);
  return epsilon === undefined ? `${title} ${value.text}` : `${title} ${value.text} ± ${epsilon.text}`;
}

const titles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(confusionScoreWords).map((name) => [name, name.replaceAll("-", " ")]),
);
