import { holm } from "../stats/holm.ts";
import type { ClaimAudit, JudgedValues } from "./audit.ts";

/**
 * Gives every judged cell of a table its p of refuting adjusted by Holm's method over the cells of that table that were
 * judged; claims outside tables make a family of their own. The first setting of the freedoms stands for its claim.
 */
export function adjustOverTables(claims: readonly ClaimAudit[]): readonly ClaimAudit[] {
  const families = new Map<string, { claim: number; p: number }[]>();
  for (const [index, claim] of claims.entries()) {
    const p = refuting(claim.measurement?.judged[0]);
    if (p === undefined) continue;
    const family = claim.at.kind === "cell" || claim.at.kind === "table" ? claim.at.table : "";
    families.set(family, [...(families.get(family) ?? []), { claim: index, p }]);
  }
  const adjusted = new Map<number, number>();
  for (const family of families.values()) {
    const values = holm(family.map(({ p }) => p));
    for (const [position, { claim }] of family.entries()) adjusted.set(claim, values[position] as number);
  }
  return claims.map((claim, index) => {
    const pHolm = adjusted.get(index);
    const { measurement } = claim;
    const [first, ...rest] = measurement?.judged ?? [];
    if (pHolm === undefined || measurement === undefined || first === undefined) return claim;
    return { ...claim, measurement: { ...measurement, judged: [{ ...first, pHolm }, ...rest] } };
  });
}

function refuting(judged: JudgedValues | undefined): number | undefined {
  const p = judged?.judgement.pRefute;
  return typeof p === "number" ? p : undefined;
}
