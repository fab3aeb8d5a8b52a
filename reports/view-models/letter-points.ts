import type { ClaimAudit, Finding, PaperAudit } from "../../src/audit/audit.ts";
import { capitalised } from "./detail-view.ts";
import { type FindingGroup, findingGroups } from "./finding-groups.ts";
import { findingLabels } from "./finding-view.ts";
import type { LetterPoint, LetterRemark } from "./letter-schema.ts";
import { asSentence, firstSentence } from "./words.ts";

/** More explanations than these make a letter long; the command tells the rest. */
const mostExplanations = 4;

/** Longer prints are not quoted in a remark. */
const longestQuotation = 120;

/** The gravest findings in full, those that share their reasons as one point. */
export function letterPoints(paper: PaperAudit): readonly LetterPoint[] {
  return groupsOf(paper, "major").map(({ findings, claim, title }, index) => {
    const [first] = findings;
    const verb = claim?.printed === undefined ? "As we read it" : "You print";
    const more = first.wouldExplain.length - mostExplanations;
    return {
      number: index + 1,
      title,
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
  return groupsOf(paper, severity).map(({ findings, claim, title }) => {
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
      title,
      text: [
        `${example}${asSentence(firstSentence(first.follows))}`,
        ...(explained.length === 0 ? [] : [asSentence(`${wouldExplain}: ${explained.join("; or: ")}`)]),
      ].join(" "),
      command: commandOf(paper, first),
    };
  });
}

function groupsOf(paper: PaperAudit, severity: Finding["severity"]): readonly FindingGroup[] {
  return findingGroups(paper).filter(({ findings }) => findings[0].severity === severity);
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
