import type { CheckOutcome, CheckResult } from "../../checks/check-result.ts";
import type { FindingPlace, FindingStrength } from "../inspection.ts";

/** The checks of sentences, in the order of their tallies. */
export const sentenceChecks = [
  "sentence-value",
  "sentence-range",
  "sentence-difference",
  "sentence-gain",
  "sentence-share",
  "sentence-best-count",
  "sentence-repeat",
] as const;

export type SentenceCheck = (typeof sentenceChecks)[number];

/** What a check has to say of one statement. */
export interface Judgement {
  readonly check: SentenceCheck;
  readonly outcome: CheckOutcome;
  readonly flag?: SentenceFlag;
}

export interface SentenceFlag {
  readonly strength: FindingStrength;
  /** What the sentence prints. */
  readonly printed: string;
  /** Why that cannot be. */
  readonly why: string;
  readonly restsOn: readonly string[];
  readonly result: CheckResult;
  readonly cells: readonly FindingPlace[];
}

export function undecided(check: Judgement["check"]): Judgement {
  return { check, outcome: "undecidable" };
}

/**
 * One judgement from those of several tables: a table in which the statement holds is the one it was made of, and only
 * a table that no other competes with can speak against it.
 */
export function overTables(check: Judgement["check"], judgements: readonly Judgement[]): Judgement {
  const decided = judgements.filter(({ outcome }) => outcome !== "undecidable");
  const holds = decided.find(({ outcome }) => outcome === "consistent");
  if (holds !== undefined) return holds;
  const [only, another] = decided;
  return only === undefined || another !== undefined ? undecided(check) : only;
}
