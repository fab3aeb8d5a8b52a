import type { ClaimAudit, Verdict } from "./audit.ts";

type Decided = Pick<ClaimAudit, "verdict" | "indication">;

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
const byGravity: readonly Verdict[] = [
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
export function standing(claim: Decided): Standing {
  return claim.indication ? "open" : standings[claim.verdict];
}

/**
 * The claim whose verdict is the gravest; undefined where there are none. Whatever it points to, an indication comes right
 * after what is inconclusive.
 *
 * @example
 * gravest([
 *   { verdict: "refuted", indication: true },
 *   { verdict: "conditional", indication: false },
 * ]); // => { verdict: "conditional", indication: false }
 */
export function gravest<Claim extends Decided>(claims: readonly Claim[]): Claim | undefined {
  return [...claims].sort((a, b) => gravity(a) - gravity(b))[0];
}

function gravity({ verdict, indication }: Decided): number {
  return indication ? byGravity.indexOf("inconclusive") + 0.5 : byGravity.indexOf(verdict);
}
