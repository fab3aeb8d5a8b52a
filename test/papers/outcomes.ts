import type { CheckResult } from "../../src/checks/check-result.ts";
import type { Claim } from "../../src/paper/claim.ts";
import type { Paper } from "../../src/paper/paper.ts";

/** The claim with an id; throws where the paper has none. */
export function claimOf(paper: Paper, id: string): Claim {
  const claim = paper.claims.find((candidate) => candidate.id === id);
  if (claim === undefined) throw new Error(`${paper.id} has no claim "${id}"`);
  return claim;
}

/** What the check of a claim finds; throws where a claim is not decided from print. */
export function resultOf(paper: Paper, id: string): CheckResult {
  const { basis } = claimOf(paper, id);
  if (basis.kind !== "printed") throw new Error(`${paper.id}:${id} is not decided from print`);
  return basis.check();
}

/** The outcomes of all claims whose id matches, counted. */
export function outcomesOf(paper: Paper, pattern: RegExp): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { id } of paper.claims.filter((claim) => pattern.test(claim.id))) {
    const { outcome } = resultOf(paper, id);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

/** The ids of all claims that match and have an outcome. */
export function idsWith(paper: Paper, pattern: RegExp, outcome: CheckResult["outcome"]): readonly string[] {
  return paper.claims
    .filter(({ id }) => pattern.test(id) && resultOf(paper, id).outcome === outcome)
    .map(({ id }) => id);
}
