import type { RoundingRule } from "../numbers/rounding.ts";
import { type Decision, decide, readingsOf, type Truth } from "./decide.ts";
import { ruleWords } from "./rule-words.ts";

/** What the numbers of a claim may mean. */
export interface Meaning {
  readonly name: string;
  /** In what it departs from the default, where that is in more than one thing; absent: in its name. */
  readonly departures?: readonly string[];
}

/** One way to read the print: what the numbers mean, and how they were rounded. */
export interface Convention<Its extends Meaning> {
  readonly meaning: Its;
  readonly rule: RoundingRule;
  readonly truth: Truth;
}

export interface ConventionSearch<Its extends Meaning> extends Decision {
  /** The default reading. */
  readonly first: Convention<Its>;
  /** All readings that were tried, the default first; the default alone unless it is false. */
  readonly tried: readonly Convention<Its>[];
  /** The reading that makes the claim true, the default before all others. */
  readonly fitting: Convention<Its> | undefined;
}

/**
 * Asks a claim under every meaning and rounding rule of a closed list, the default of each first, and decides.
 * Throws a RangeError for an empty list.
 */
export function searchConventions<Its extends Meaning>(
  where: string,
  meanings: readonly Its[],
  rules: readonly RoundingRule[],
  test: (meaning: Its, rule: RoundingRule) => Truth,
): ConventionSearch<Its> {
  const [meaning] = meanings;
  const [rule] = rules;
  if (meaning === undefined || rule === undefined)
    throw new RangeError(`${where}: there is no convention to try; give at least one meaning and one rounding rule`);
  const first: Convention<Its> = { meaning, rule, truth: test(meaning, rule) };
  const others =
    first.truth === "false"
      ? meanings.flatMap((its) =>
          rules
            .filter((other) => its !== meaning || other !== rule)
            .map((other): Convention<Its> => ({ meaning: its, rule: other, truth: test(its, other) })),
        )
      : [];
  const decision = decide(
    first.truth,
    readingsOf(others.map((other) => ({ departures: departuresOf(other, first), truth: other.truth }))),
  );
  const tried = [first, ...others];
  return { ...decision, first, tried, fitting: tried.find(({ truth }) => truth === "true") };
}

function departuresOf<Its extends Meaning>(
  { meaning, rule }: Convention<Its>,
  first: Convention<Its>,
): readonly string[] {
  return [
    ...(meaning === first.meaning ? [] : (meaning.departures ?? [meaning.name])),
    ...(rule === first.rule ? [] : [ruleWords[rule]]),
  ];
}
