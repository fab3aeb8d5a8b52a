import { formatLike } from "./explain.ts";
import type { Judgement, JudgeOptions, Observed, Reported } from "./judgement.ts";

type Facts = Omit<Judgement, "explanation">;

/** The assumptions that a judgement rests on and what a reader should beware of, each a sentence. */
export function notesOn(
  facts: Facts,
  reported: Reported,
  observed: Observed,
  options: JudgeOptions,
): readonly string[] {
  const notes: string[] = [];
  const basis = facts.basis ?? facts.case;
  if (basis === "B") notes.push("The paper prints no spread; its runs are assumed to vary as ours do.");
  if (basis === "C")
    notes.push(
      "The paper does not say how many runs its number is the mean of: what is confirmed is the printed number, not the mean of the method.",
    );
  if (facts.case === "D") notes.push("One run may refute but never confirm.");
  if (facts.case === "E") notes.push("One run against a number without a spread decides nothing.");
  if (facts.case === "F" && options.deterministic !== true)
    notes.push(`Seeds have no effect here: all ${facts.runs} runs agree bit for bit.`);
  if (facts.case === "G" && options.pooled !== undefined)
    notes.push(
      `The spread is that of a family, with ${options.pooled.degreesOfFreedom} degrees of freedom: one standard deviation is assumed for all its members.`,
    );
  if (facts.margin.source === "derived")
    notes.push(
      `The margin ${formatLike(facts.margin.value, facts.halfUnit)} is derived: the difference that the paper's own design would detect with a power of one third.`,
    );
  if (facts.margin.source === "none")
    notes.push("No margin was stated and none can be derived: only compatibility is told.");
  if (facts.spreadMeaning === "mean-of-class-deviations")
    notes.push(
      "The ± is the mean of the classes' standard deviations, at least that of the mean if runs are independent.",
    );
  if (reported.spread?.meaning === "unknown" && facts.spreadMeaning !== undefined)
    notes.push(
      `The paper does not say what its ± is; the quantities shown read it as ${facts.spreadMeaning}, the widest reading.`,
    );
  if (reported.spread !== undefined && facts.spreadMeaning === undefined)
    notes.push("The printed ± is not used: the paper does not say over how many runs it is.");
  if (facts.case !== "F" && facts.runs >= 3 && facts.standardDeviation === 0)
    notes.push("Seeds have no effect on our side; the paper's spread alone makes the error.");
  if (observed.halfUnit !== undefined && observed.halfUnit > 0)
    notes.push("The runs are themselves printed; their rounding is added to the paper's.");
  if (facts.runs < 3 && facts.case !== "G" && facts.runs > 1) notes.push("Fewer than three seeds never confirm.");
  if (options.split === "differs")
    notes.push("The test examples differ from the paper's; the error of that choice is added in quadrature.");
  if (options.split === "unknown")
    notes.push(
      (options.examplesStandardError ?? 0) > 0
        ? "Which examples the paper tested is unknown; a refutation must also exceed the error of that choice, added in quadrature."
        : "Which examples the paper tested is unknown; seeds alone then refute nothing.",
    );
  if (facts.skewness !== undefined)
    notes.push(
      `The runs are skewed (${facts.skewness.skewness.toFixed(2)}); the studentised bootstrap says ${facts.skewness.verdict}.`,
    );
  return notes;
}
