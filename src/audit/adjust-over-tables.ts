import { holm } from "../stats/holm.ts";
import type { ClaimAudit } from "./audit.ts";

/**
 * Gives every judged cell of a table its p of refuting adjusted by Holm's method over the cells of that table that were
 * judged; claims outside tables make a family of their own. The first setting of the freedoms stands for its claim.
 * Cells judged by printed runs, which no further seeds can settle, are refuted only if they are so after the adjustment.
 */
export function adjustOverTables(claims: readonly ClaimAudit[]): readonly ClaimAudit[] {
  const families = new Map<string, { claim: number; p: number }[]>();
  for (const [index, claim] of claims.entries()) {
    const p = refuting(claim);
    if (p === undefined) continue;
    const family = claim.at.kind === "cell" || claim.at.kind === "table" ? claim.at.table : "";
    families.set(family, [...(families.get(family) ?? []), { claim: index, p }]);
  }
  const adjusted = new Map<number, { readonly pHolm: number; readonly judged: number }>();
  for (const family of families.values()) {
    const values = holm(family.map(({ p }) => p));
    for (const [position, { claim }] of family.entries())
      adjusted.set(claim, { pHolm: values[position] as number, judged: family.length });
  }
  return claims.map((claim, index) => {
    const found = adjusted.get(index);
    if (found === undefined) return claim;
    return claim.printedRuns === undefined ? withAdjusted(claim, found.pHolm) : settled(claim, found);
  });
}

function withAdjusted(claim: ClaimAudit, pHolm: number): ClaimAudit {
  const { measurement } = claim;
  const [first, ...rest] = measurement?.judged ?? [];
  if (measurement === undefined || first === undefined) return claim;
  return { ...claim, measurement: { ...measurement, judged: [{ ...first, pHolm }, ...rest] } };
}

function settled(
  claim: ClaimAudit,
  { pHolm, judged }: { readonly pHolm: number; readonly judged: number },
): ClaimAudit {
  const { printedRuns } = claim;
  if (printedRuns === undefined) return claim;
  const adjusted = { ...claim, printedRuns: { ...printedRuns, pHolm } };
  const { alpha } = printedRuns.judgement;
  if (claim.verdict !== "refuted" || typeof alpha !== "number" || pHolm < alpha) return adjusted;
  const reason = `refuted by itself, but not as one of ${judged} cells of its table`;
  return {
    ...adjusted,
    verdict: "inconclusive",
    reason,
    explanation: `${claim.explanation} Among ${judged} cells such a difference is no surprise (p ${pHolm.toFixed(3)} by Holm's method): inconclusive.`,
  };
}

function refuting({ measurement, printedRuns }: ClaimAudit): number | undefined {
  const p = (measurement?.judged[0] ?? printedRuns)?.judgement.pRefute;
  return typeof p === "number" ? p : undefined;
}
