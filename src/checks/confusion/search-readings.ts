import type { RoundingRule } from "../../numbers/rounding.ts";
import { type Decision, decide, type Reading, type Truth } from "../decide.ts";
import type { ReadableScore } from "./confusion-score.ts";
import { conventionWords, joined, type ScoreConvention, type ScoreScale, scoreConventions } from "./printed-score.ts";
import { sameRange, scoreRange } from "./score-range.ts";

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
  readonly find: (convention: ScoreConvention, variant: Variant) => FoundCounts<Witness>;
}

export interface SearchedReadings<Witness> extends Decision {
  readonly conventions: readonly [ScoreConvention, ...ScoreConvention[]];
  /** Under the default reading. */
  readonly first: FoundCounts<Witness>;
}

/**
 * Searches for counts that give all scores: under the default reading, then under each other definition and each other
 * convention alone, and where none of these helps under both together.
 */
export function searchReadings<Variant extends ScoreVariant, Witness>({
  scores,
  rules,
  scale,
  variants,
  find,
}: ReadingSearch<Variant, Witness>): SearchedReadings<Witness> {
  const conventions = scoreConventions(scores, rules, scale);
  const [byDefault] = conventions;
  const [plain] = variants;
  const first = find(byDefault, plain);
  if (first.truth !== "false") {
    const { outcome, rescuedBy } = decide(first.truth, []);
    return { conventions, first, outcome, rescuedBy };
  }
  const alike = firstAlike(scores, conventions);
  const asker =
    (variant: Variant, known: (Truth | undefined)[]) =>
    (place: number): Reading => {
      const like = alike[place] ?? place;
      known[like] ??= find(conventions[like] ?? byDefault, variant).truth;
      const words = conventionWords(conventions[place] ?? byDefault, byDefault);
      return { name: joined(variant.words ?? "", words), truth: known[like] };
    };
  const ofPlain = asker(plain, [first.truth]);
  const ofOthers = variants.slice(1).map((variant) => asker(variant, []));
  const others = conventions.slice(1).map((_, index) => index + 1);
  const alone = [...ofOthers.map((ask) => ask(0)), ...others.map(ofPlain)];
  const all = [...alone];
  if (!alone.some(({ truth }) => truth === "true")) for (const ask of ofOthers) all.push(...others.map(ask));
  const { outcome, rescuedBy } = decide(first.truth, all);
  return { conventions, first, outcome, rescuedBy };
}

/** For each convention the place of the first under which all scores have the same ranges. */
function firstAlike(scores: readonly ReadableScore[], conventions: readonly ScoreConvention[]): readonly number[] {
  if (conventions.length === 1) return [0];
  const ranges = conventions.map((convention) => scores.map((score) => scoreRange(score, convention)));
  return ranges.map((its) =>
    ranges.findIndex((others) => others.every((range, place) => sameRange(range, its[place] ?? range))),
  );
}
