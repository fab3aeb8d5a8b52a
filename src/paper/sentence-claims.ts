import type { CheckResult } from "../checks/check-result.ts";
import type { Claim, ReaderBasis, Severity } from "./claim.ts";
import { sentence } from "./locus.ts";

/** A sentence of the text by its section and number. */
export interface Said {
  readonly id: string;
  readonly section: string;
  readonly sentence: number;
  readonly states: string;
  readonly printed?: string;
  readonly severity?: Severity;
  readonly related?: readonly string[];
}

/** A sentence that a check decides from printed numbers. */
export function checked(said: Said, check: () => CheckResult): Claim {
  return { ...claimOf(said), basis: { kind: "printed", check } };
}

/** A sentence that a reader of text and code found wanting. */
export function seenByReader(said: Said, finding: ReaderBasis["finding"]): Claim {
  return { ...claimOf(said), basis: { kind: "reader", finding } };
}

/** A sentence that no machine can check, with the reason. */
export function outOfScope(said: Said, reason: string): Claim {
  return { ...claimOf(said), basis: { kind: "out-of-scope", reason } };
}

/** A sentence that cannot be decided because what it speaks of is nowhere printed. */
export function tooLittlePrinted(said: Said, missing: string): Claim {
  return checked(said, () => ({
    check: "printed-evidence",
    outcome: "undecidable",
    explanation: `Nothing printed decides this: ${missing}.`,
    assumptions: ["Only printed numbers and the authors' published files are looked at."],
    rescuedBy: [],
    nearMisses: [],
    details: { missing },
  }));
}

export const judgement = "a judgement of the authors; no number, printed or measured, could contradict it";

export const account = "an account of what the authors did; nothing printed or published shows it";

function claimOf({ section, sentence: number, ...said }: Said): Omit<Claim, "basis"> {
  return { ...said, at: sentence(section, number) };
}
