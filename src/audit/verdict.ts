import type { Verdict } from "./audit.ts";

/** What a verdict means for whoever asks whether the paper holds. */
export type Standing = "holds" | "fails" | "open";

const standings: Readonly<Record<Verdict, Standing>> = {
  consistent: "holds",
  reproduced: "holds",
  inconsistent: "fails",
  refuted: "fails",
  conditional: "open",
  undecidable: "open",
  inconclusive: "open",
  "not-run": "open",
  documented: "open",
  "out-of-scope": "open",
};

/** Gravest first: the order in which one verdict stands for several. */
export const verdictsByGravity: readonly Verdict[] = [
  "inconsistent",
  "refuted",
  "conditional",
  "inconclusive",
  "undecidable",
  "documented",
  "reproduced",
  "consistent",
  "not-run",
  "out-of-scope",
];

/**
 * Whether a claim holds, fails or stays open. An indication, made under another protocol than the paper's, stays open.
 *
 * @example
 * standing({ verdict: "refuted", indication: true }); // => "open"
 */
export function standing(claim: { readonly verdict: Verdict; readonly indication: boolean }): Standing {
  return claim.indication ? "open" : standings[claim.verdict];
}

/** The gravest of several verdicts; undefined where there are none. */
export function gravest(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdictsByGravity.find((verdict) => verdicts.includes(verdict));
}
