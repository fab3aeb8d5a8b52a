import type { Interval } from "../../numbers/interval.ts";
import type { RoundingRule } from "../../numbers/rounding.ts";
import type { CheckOutcome } from "../check-result.ts";
import { decide, type Truth } from "../decide.ts";
import type { ReadableScore } from "./confusion-score.ts";
import {
  conventionWords,
  type ScoreConvention,
  type ScoreScale,
  scoreConventions,
  scoreInterval,
} from "./printed-score.ts";
import { smallestConflict } from "./smallest-conflict.ts";

/** A definition of the scores; the default one has no words. */
export interface ScoreVariant {
  /** What it is, to stand behind "under". */
  readonly words?: string;
}

/** Whether there are counts that give the scores, and such counts. */
export interface FoundCounts<Witness> {
  readonly truth: Truth;
  readonly witness?: Witness;
}

interface ReadingSearch<Variant extends ScoreVariant, Witness> {
  readonly scores: readonly ReadableScore[];
  readonly rules: readonly RoundingRule[] | undefined;
  readonly scale: ScoreScale | undefined;
  /** The default first. */
  readonly variants: readonly [Variant, ...Variant[]];
  readonly find: (
    scores: readonly ReadableScore[],
    convention: ScoreConvention,
    variant: Variant,
  ) => FoundCounts<Witness>;
}

export interface SearchedReadings<Witness> {
  readonly conventions: readonly [ScoreConvention, ...ScoreConvention[]];
  /** Under the default reading. */
  readonly first: FoundCounts<Witness>;
  readonly outcome: CheckOutcome;
  readonly rescuedBy: readonly string[];
  /** Where the default reading is false: the scores that conflict, and whether no smaller set does. */
  readonly conflict?: { readonly scores: readonly string[]; readonly smallest: boolean };
}

/**
 * Searches for counts that give all scores: under the default reading, then under each other definition and each other
 * convention alone, and where none of these helps under both together. Names the smallest set of scores that conflict.
 */
export function searchReadings<Variant extends ScoreVariant, Witness>({
  scores,
  rules,
  scale,
  variants,
  find,
}: ReadingSearch<Variant, Witness>): SearchedReadings<Witness> {
  const conventions = scoreConventions(scores, rules, scale);
  const [byDefault, ...otherConventions] = conventions;
  const [plain, ...otherVariants] = variants;
  const first = find(scores, byDefault, plain);
  if (first.truth !== "false") return { conventions, first, ...decide(first.truth, []) };
  const known = new Map<string, Truth>();
  const ask = (convention: ScoreConvention, variant: Variant) => {
    const intervals = scores.map((score) => intervalKey(scoreInterval(score, convention)));
    const key = [variant.words ?? "", ...intervals].join(" ");
    const truth = known.get(key) ?? find(scores, convention, variant).truth;
    known.set(key, truth);
    const words = [variant.words ?? "", conventionWords(convention, byDefault)];
    return { name: words.filter((word) => word !== "").join(" with "), truth };
  };
  const alone = [
    ...otherVariants.map((variant) => ask(byDefault, variant)),
    ...otherConventions.map((convention) => ask(convention, plain)),
  ];
  const together = alone.some(({ truth }) => truth === "true")
    ? []
    : otherVariants.flatMap((variant) => otherConventions.map((convention) => ask(convention, variant)));
  const conflict = smallestConflict(scores.length, (members) => {
    const chosen = members.flatMap((index) => scores[index] ?? []);
    return find(chosen, byDefault, plain).truth;
  });
  return {
    conventions,
    first,
    ...decide(first.truth, [...alone, ...together]),
    ...(conflict === undefined
      ? {}
      : {
          conflict: {
            scores: conflict.members.map((index) => scores[index]?.text ?? ""),
            smallest: conflict.smallest,
          },
        }),
  };
}

function intervalKey({ lower, upper, lowerClosed, upperClosed }: Interval): string {
  const end = ({ numerator, denominator }: Interval["lower"]): string => `${numerator}/${denominator}`;
  return `${lowerClosed ? "[" : "("}${end(lower)},${end(upper)}${upperClosed ? "]" : ")"}`;
}
