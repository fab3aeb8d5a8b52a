import type { Coverage, PaperAudit, Verdict } from "./audit.ts";

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
 * A paper's verdicts in a few lines: how many claims of each kind, indications apart, and how many findings.
 */
export function summarise({ id, citation, coverage, findings }: PaperAudit): string {
  const counted = (counts: Coverage["byVerdict"]) =>
    order.flatMap((verdict) => (counts[verdict] === undefined ? [] : [`${counts[verdict]} ${verdict}`]));
  const indications = counted(coverage.byIndication);
  const grave = findings.filter(({ severity }) => severity === "major").length;
  return [
    `${id}: ${citation.title} (${citation.year})`,
    `  ${coverage.claims} claims: ${counted(coverage.byVerdict).join(", ")}`,
    ...(indications.length === 0 ? [] : [`  of them by indication only: ${indications.join(", ")}`]),
    `  ${findings.length} ${findings.length === 1 ? "finding" : "findings"}, ${grave} of them major`,
  ].join("\n");
}
