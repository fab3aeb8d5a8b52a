import type { MeasurementVerdict } from "./judgement.ts";

/** The verdict under one setting of what the paper leaves open. */
export interface FreedomOutcome {
  /** The value of each freedom by name, as run. */
  readonly values: Readonly<Record<string, string>>;
  readonly judgement: { readonly verdict: MeasurementVerdict; readonly reason: string };
}

/** The verdict over all settings that were run. */
export interface FreedomJudgement<Outcome extends FreedomOutcome = FreedomOutcome> {
  readonly verdict: MeasurementVerdict;
  readonly reason: string;
  /** Freedoms on whose value the verdict depends. */
  readonly dependsOn: readonly string[];
  /** Every setting with its own judgement, as given. */
  readonly outcomes: readonly Outcome[];
}

/**
 * One verdict over all values of the paper's freedoms: reproduced only if reproduced under all that were run, refuted
 * only if refuted under all and nothing that was not swept is merely assumed (`assumed` names such choices). Otherwise
 * inconclusive, "depends on …". The best match is never picked out. Throws a RangeError without outcomes.
 *
 * @example
 * judgeOverFreedoms([
 *   { values: { stem: "cifar" }, judgement: { verdict: "reproduced", reason: "within the margin" } },
 *   { values: { stem: "imagenet" }, judgement: { verdict: "refuted", reason: "outside the margin" } },
 * ]).reason; // => "depends on stem"
 */
export function judgeOverFreedoms<Outcome extends FreedomOutcome>(
  outcomes: readonly Outcome[],
  assumed: readonly string[] = [],
): FreedomJudgement<Outcome> {
  const first = outcomes[0];
  if (first === undefined) throw new RangeError("judgeOverFreedoms: no outcomes; nothing was run");
  const { verdict, reason } = first.judgement;
  const unanimous = outcomes.every(({ judgement }) => judgement.verdict === verdict);
  if (!unanimous) {
    const dependsOn = decisive(outcomes);
    return { verdict: "inconclusive", reason: `depends on ${dependsOn.join(", ")}`, dependsOn, outcomes };
  }
  if (verdict === "refuted" && assumed.length > 0)
    return {
      verdict: "inconclusive",
      reason: `refuted under every value run, but ${firstOf(assumed)} assumed and not varied`,
      dependsOn: [],
      outcomes,
    };
  const reasons = [...new Set(outcomes.map(({ judgement }) => judgement.reason))];
  return { verdict, reason: reasons.length === 1 ? reason : reasons.join("; "), dependsOn: [], outcomes };
}

/** So many names that a sentence holds them; how many more there are. */
function firstOf(names: readonly string[]): string {
  const [shown, rest] = [names.slice(0, mostNames), names.length - mostNames];
  return rest > 1 ? `${shown.join(", ")} and ${rest} more` : names.join(", ");
}

const mostNames = 4;

/** Freedoms that alone turn the verdict between two settings; where no pair differs in one only, all that vary. */
function decisive(outcomes: readonly FreedomOutcome[]): readonly string[] {
  const names = [...new Set(outcomes.flatMap(({ values }) => Object.keys(values)))].sort();
  const differing = (one: FreedomOutcome, two: FreedomOutcome): readonly string[] =>
    names.filter((name) => one.values[name] !== two.values[name]);
  const alone = new Set<string>();
  const varying = new Set<string>();
  for (const [index, one] of outcomes.entries())
    for (const two of outcomes.slice(index + 1)) {
      const names = differing(one, two);
      for (const name of names) varying.add(name);
      if (names.length === 1 && one.judgement.verdict !== two.judgement.verdict)
        for (const name of names) alone.add(name);
    }
  return [...(alone.size > 0 ? alone : varying)].sort();
}
