import type { ClaimAudit, Coverage } from "./audit.ts";

/** How many claims there are of each kind and verdict, indications apart, and what was not run or lies out of a machine's reach. */
export function coverage(claims: readonly ClaimAudit[]): Coverage {
  return {
    claims: claims.length,
    byVerdict: countBy(claims.filter(({ indication }) => !indication).map(({ verdict }) => verdict)),
    byIndication: countBy(claims.filter(({ indication }) => indication).map(({ verdict }) => verdict)),
    byKind: countBy(claims.map(({ kind }) => kind)),
    notRun: claims
      .filter(({ verdict }) => verdict === "not-run")
      .map(({ id, reason, command }) => ({ claim: id, reason, ...(command === undefined ? {} : { command }) })),
    outOfScope: claims
      .filter(({ verdict }) => verdict === "out-of-scope")
      .map(({ id, reason }) => ({ claim: id, reason })),
  };
}

function countBy<Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of [...keys].sort()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
