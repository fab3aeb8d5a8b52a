import type { Audit, ClaimAudit, PaperAudit } from "./audit.ts";
import { standing } from "./verdict.ts";

/**
 * The audit as JUnit XML: a suite per paper, a case per claim; what fails is a failure, what is open is skipped with its
 * reason.
 */
export function junit({ papers }: Audit): string {
  const claims = papers.flatMap((paper) => paper.claims);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites name="paper-assay" ${counts(claims)}>`,
    ...papers.map(suite),
    "</testsuites>",
    "",
  ].join("\n");
}

function suite({ id, claims }: PaperAudit): string {
  return [
    `  <testsuite name="${escapeXml(id)}" ${counts(claims)}>`,
    ...claims.map((claim) => testCase(id, claim)),
    "  </testsuite>",
  ].join("\n");
}

function testCase(paper: string, claim: ClaimAudit): string {
  const head = `    <testcase classname="${escapeXml(paper)}" name="${escapeXml(`${claim.id}: ${claim.states}`)}"`;
  switch (standing(claim)) {
    case "holds":
      return `${head}/>`;
    case "fails":
      return `${head}>\n      <failure type="${claim.verdict}" message="${escapeXml(claim.locus)}">${escapeXml(claim.explanation)}</failure>\n    </testcase>`;
    case "open":
      return `${head}>\n      <skipped message="${escapeXml(claim.reason === "" ? claim.verdict : `${claim.verdict}: ${claim.reason}`)}"/>\n    </testcase>`;
  }
}

function counts(claims: readonly ClaimAudit[]): string {
  const count = (wanted: string) => claims.filter((claim) => standing(claim) === wanted).length;
  return `tests="${claims.length}" failures="${count("fails")}" errors="0" skipped="${count("open")}"`;
}

/** Control characters that XML 1.0 cannot hold become a replacement character. */
function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("\n", "&#10;");
}
