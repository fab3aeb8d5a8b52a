import type { PaperAudit } from "./audit.ts";

/** Claim id → verdict, in the order of the text: what `claims/<paper>/verdicts.json` holds. */
export type CommittedVerdicts = Readonly<Record<string, string>>;

export interface VerdictChanges {
  readonly added: readonly { readonly claim: string; readonly verdict: string }[];
  readonly removed: readonly { readonly claim: string; readonly verdict: string }[];
  readonly changed: readonly { readonly claim: string; readonly before: string; readonly after: string }[];
}

/**
 * A paper's verdicts as they are committed. A conditional one names the convention that it holds under, so that another
 * convention is a change as well; an indication says so.
 */
export function committedVerdicts({ claims }: Pick<PaperAudit, "claims">): CommittedVerdicts {
  return Object.fromEntries(
    claims.map(({ id, verdict, indication, reason }) => [
      id,
      `${verdict}${indication ? " (indication)" : ""}${verdict === "conditional" ? `: ${reason}` : ""}`,
    ]),
  );
}

/** What became of a paper's verdicts, each list in the order of the text. */
export function compareVerdicts(before: CommittedVerdicts, after: CommittedVerdicts): VerdictChanges {
  const claims = Object.entries(after);
  return {
    added: claims.filter(([claim]) => !Object.hasOwn(before, claim)).map(([claim, verdict]) => ({ claim, verdict })),
    removed: Object.entries(before)
      .filter(([claim]) => !Object.hasOwn(after, claim))
      .map(([claim, verdict]) => ({ claim, verdict })),
    changed: claims.flatMap(([claim, verdict]) => {
      const earlier = Object.hasOwn(before, claim) ? before[claim] : undefined;
      return earlier === undefined || earlier === verdict ? [] : [{ claim, before: earlier, after: verdict }];
    }),
  };
}

/** The changes in lines, `+`, `-` and `~` first; none where nothing changed. */
export function describeChanges({ added, removed, changed }: VerdictChanges): readonly string[] {
  return [
    ...added.map(({ claim, verdict }) => `+ ${claim}: ${verdict}`),
    ...removed.map(({ claim, verdict }) => `- ${claim}: ${verdict}`),
    ...changed.map(({ claim, before, after }) => `~ ${claim}: ${before} → ${after}`),
  ];
}
