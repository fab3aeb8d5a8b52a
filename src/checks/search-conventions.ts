import type { RoundingRule } from "../numbers/rounding.ts";
import { type Decision, decide, type Truth } from "./decide.ts";
import { ruleWords } from "./rule-words.ts";

/** One way to read the print: what the numbers mean, and how they were rounded. */
export interface Convention<Meaning> {
  readonly meaning: Meaning;
  readonly rule: RoundingRule;
  readonly truth: Truth;
}

export interface ConventionSearch<Meaning> extends Decision {
  /** The default reading. */
  readonly first: Convention<Meaning>;
  /** All readings that were tried, the default first; the default alone where it is true. */
  readonly tried: readonly Convention<Meaning>[];
  /** The reading that makes the claim true, the default before all others. */
  readonly fitting: Convention<Meaning> | undefined;
}

/**
 * Asks a claim under every meaning and rounding rule of a closed list, the default of each first, and decides. Another
 * rule counts as a rescue of a meaning only where the default rule does not make that meaning true already.
 * Throws a RangeError for an empty list.
 */
export function searchConventions<Meaning extends { readonly name: string }>(
  where: string,
  meanings: readonly Meaning[],
  rules: readonly RoundingRule[],
  test: (meaning: Meaning, rule: RoundingRule) => Truth,
): ConventionSearch<Meaning> {
  const [meaning] = meanings;
  const [rule] = rules;
  if (meaning === undefined || rule === undefined)
    throw new RangeError(`${where}: there is no convention to try; give at least one meaning and one rounding rule`);
  const first: Convention<Meaning> = { meaning, rule, truth: test(meaning, rule) };
  const others =
    first.truth === "true"
      ? []
      : meanings.flatMap((its) =>
          rules
            .filter((other) => its !== meaning || other !== rule)
            .map((other): Convention<Meaning> => ({ meaning: its, rule: other, truth: test(its, other) })),
        );
  const plain = others.filter(
    (other) =>
      other.rule === rule ||
      !others.some((its) => its.meaning === other.meaning && its.rule === rule && its.truth === "true"),
  );
  const decision = decide(
    first.truth,
    plain.map((other) => ({ name: nameOf(other, first), truth: other.truth })),
  );
  const tried = [first, ...others];
  return { ...decision, first, tried, fitting: tried.find(({ truth }) => truth === "true") };
}

function nameOf<Meaning extends { readonly name: string }>(
  { meaning, rule }: Convention<Meaning>,
  first: Convention<Meaning>,
): string {
  const parts = [
    ...(meaning === first.meaning ? [] : [meaning.name]),
    ...(rule === first.rule ? [] : [ruleWords[rule]]),
  ];
  return parts.join(" with ");
}
