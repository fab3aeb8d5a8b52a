import type { ClaimAudit, Coverage } from "../../src/audit/audit.ts";
import { verdictOrder, verdictView } from "./verdict-view.ts";
import type { PaperView, TallyView } from "./view-schema.ts";

const kinds: readonly (readonly [keyof Coverage["byKind"], string])[] = [
  ["printed", "decided from the printed numbers"],
  ["printed-runs", "judged by runs that are printed"],
  ["measured", "decided by measuring"],
  ["ordering", "orderings, decided by measuring"],
  ["spread", "spreads over seeds, decided by measuring"],
  ["reader", "documented by a reader"],
  ["out-of-scope", "out of a machine's reach"],
];

/** How many claims got each verdict, gravest first, then how many got each indication. */
export function tallyView(claims: readonly Pick<ClaimAudit, "verdict" | "indication">[]): readonly TallyView[] {
  return [false, true].flatMap((indication) =>
    verdictOrder.flatMap((verdict) => {
      const count = claims.filter((claim) => claim.verdict === verdict && claim.indication === indication).length;
      return count === 0 ? [] : [{ mark: verdictView(verdict, indication), count }];
    }),
  );
}

export function coverageView(coverage: Coverage): PaperView["coverage"] {
  const byKind = kinds.flatMap(([kind, words]) => {
    const count = coverage.byKind[kind] ?? 0;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return {
    sentences: [`${coverage.claims} claims: ${byKind.join(", ")}.`],
    notRun: together(coverage.notRun.map(({ claim, reason, command }) => ({ claim, reason, command: command ?? "" }))),
    outOfScope: together(coverage.outOfScope),
  };
}

/** Claims that share everything but their name, in one entry. */
function together<Entry extends { readonly claim: string }>(
  entries: readonly Entry[],
): readonly (Omit<Entry, "claim"> & { readonly claims: readonly string[] })[] {
  const groups = new Map<string, Omit<Entry, "claim"> & { claims: string[] }>();
  for (const { claim, ...shared } of entries) {
    const key = JSON.stringify(shared);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...shared, claims: [claim] });
    else group.claims.push(claim);
  }
  return [...groups.values()];
}
