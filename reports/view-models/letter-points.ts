import type { ClaimAudit, Finding, PaperAudit } from "../../src/audit/audit.ts";
import { capitalised } from "./detail-view.ts";
import { findingLabels } from "./finding-view.ts";
import type { LetterPoint, LetterRemark } from "./letter-schema.ts";
import { asSentence, firstSentence, listed } from "./words.ts";

/** More explanations than these make a letter long; the command tells the rest. */
const mostExplanations = 4;

/** Longer prints are not quoted in a remark. */
const longestQuotation = 120;

interface Group {
  readonly findings: readonly [Finding, ...Finding[]];
  readonly claim: ClaimAudit | undefined;
}

/** The gravest findings in full, those that share their reasons as one point. */
export function letterPoints(paper: PaperAudit): readonly LetterPoint[] {
  return groups(paper, "major").map(({ findings, claim }, index) => {
    const [first] = findings;
    const verb = claim?.printed === undefined ? "As we read it" : "You print";
    const more = first.wouldExplain.length - mostExplanations;
    return {
      number: index + 1,
      title: titleOf(paper, findings),
      places: findings.map((finding) => ({
        locus: findings.length === 1 ? "" : finding.locus,
        printedLabel: verb,
        printed: finding.printed,
        follows: finding.follows,
        command: commandOf(paper, finding),
      })),
      why: first.why,
      explainLabel: findingLabels(claim).wouldExplain,
      wouldExplain: [
        ...first.wouldExplain
          .slice(0, more > 1 ? mostExplanations : undefined)
          .map((text) => capitalised(asSentence(text))),
        ...(more > 1 ? [`Its command lists ${more} more.`] : []),
      ],
      sureness: sureness(first, claim),
      question: question(first, claim),
    };
  });
}

/** Findings of less weight in a line each, those that share their reasons together. */
export function letterRemarks(paper: PaperAudit, severity: "minor" | "note"): readonly LetterRemark[] {
  return groups(paper, severity).map(({ findings, claim }) => {
    const [first] = findings;
    const example =
      findings.length > 1
        ? `For example ${first.locus}: `
        : first.printed.length > longestQuotation || claim?.printed === undefined
          ? ""
          : `You print “${first.printed.replace(/[.]$/, "")}”. `;
    const { wouldExplain } = findingLabels(claim);
    const explained = first.wouldExplain.map((text) => text.replace(/[.]$/, "")).slice(0, 2);
    return {
      title: titleOf(paper, findings),
      text: [
        `${example}${asSentence(firstSentence(first.follows))}`,
        ...(explained.length === 0 ? [] : [asSentence(`${wouldExplain}: ${explained.join("; or: ")}`)]),
      ].join(" "),
      command: commandOf(paper, first),
    };
  });
}

/** Findings of a severity in their order; a machine's with the same reasons and explanations stand together. */
function groups(paper: PaperAudit, severity: Finding["severity"]): readonly Group[] {
  const claims = new Map(paper.claims.map((claim) => [claim.id, claim]));
  const byReasons = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of paper.findings.filter((one) => one.severity === severity)) {
    const { claim, by, why, wouldExplain } = finding;
    const key = by === "reader" ? claim : JSON.stringify([claims.get(claim)?.verdict, why, wouldExplain]);
    const group = byReasons.get(key);
    if (group === undefined) byReasons.set(key, [finding]);
    else group.push(finding);
  }
  return [...byReasons.values()].map((findings) => ({ findings, claim: claims.get(findings[0].claim) }));
}

/** The place, or how many there are in which tables and sections. */
function titleOf(paper: PaperAudit, findings: Group["findings"]): string {
  if (findings.length === 1) return findings[0].locus;
  const at = new Map(paper.claims.map((claim) => [claim.id, placeOf(claim)]));
  const counts = new Map<string, number>();
  for (const { claim, locus } of findings) {
    const name = at.get(claim) ?? locus;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return listed([...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count} places)`)));
}

/** The table or section that a claim stands in, by its name; a footnote or caption belongs to its table. */
export function placeOf({ at, locus }: Pick<ClaimAudit, "at" | "locus">): string {
  switch (at.kind) {
    case "cell":
    case "table":
      return at.table;
    case "sentence":
      return /^\d/.test(at.section) ? `Section ${at.section}` : at.section;
    case "place":
      return /^(?:Table|Figure|Section|Appendix) [\w.]*\w/.exec(locus)?.[0] ?? locus;
  }
}

export function commandOf({ id }: PaperAudit, { claim }: Pick<Finding, "claim">): string {
  return `npx assay explain ${id} ${claim}`;
}

function sureness({ by, confidence }: Finding, claim: ClaimAudit | undefined): string {
  if (by === "reader") {
    return {
      certain: "Certain, as far as one can be who reads the text and the files: no calculation is involved.",
      likely: "Likely; something that we have not seen could explain it.",
      possible: "Possible; it rests on an inference or on a choice of words.",
    }[confidence];
  }
  switch (claim?.verdict) {
    case "inconsistent":
      return "The arithmetic is exact, and no reading that we tried makes the numbers agree; a number that was misprinted, or misread by us, would.";
    case "conditional":
      return "The arithmetic is exact; what we cannot know is which reading is meant.";
    default:
      return "Likely; it rests on statistics and on the assumptions named.";
  }
}

function question({ wouldExplain }: Finding, claim: ClaimAudit | undefined): string {
  if (wouldExplain.length === 0) return "Could you tell us how this came about, or what we have overlooked?";
  const several = wouldExplain.length > 1;
  return claim?.verdict === "conditional"
    ? `Is ${several ? "one of these the reading" : "this the reading"} that you meant, or is there another?`
    : `Is ${several ? "it one of these" : "this what happened"}, or have we overlooked something?`;
}
