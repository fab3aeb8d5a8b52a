import type { PaperAudit, Verdict } from "./audit.ts";

const order: readonly Verdict[] = [
  "consistent",
  "inconsistent",
  "conditional",
  "undecidable",
  "reproduced",
  "refuted",
  "inconclusive",
  "not-run",
  "documented",
  "out-of-scope",
];

/**
 * A paper's verdicts in a few lines: how many claims of each kind, and the findings that a machine made.
 */
export function summarise({ id, citation, coverage, findings }: PaperAudit): string {
  const counts = order.flatMap((verdict) => {
    const count = coverage.byVerdict[verdict];
    return count === undefined ? [] : [`${count} ${verdict}`];
  });
  const grave = findings.filter(({ severity }) => severity === "major").length;
  return [
    `${id}: ${citation.title} (${citation.year})`,
    `  ${coverage.claims} claims: ${counts.join(", ")}`,
    `  ${findings.length} findings, ${grave} of them major`,
  ].join("\n");
}
