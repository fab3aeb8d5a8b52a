import type { Audit, ClaimAudit, PaperAudit, TableAudit } from "../../src/audit/audit.ts";
import { tallyView } from "./coverage-view.ts";
import { csv } from "./csv.ts";
import { generatorOf } from "./paper-view.ts";
import { slug } from "./printed-table-view.ts";
import { counted, firstSentence, listed } from "./words.ts";

export interface CheckedFile {
  /** Relative to `codecheck.yml`. */
  readonly file: string;
  readonly comment: string;
  readonly content: string;
}

export interface CertificateView {
  readonly id: string;
  readonly title: string;
  readonly documentTitle: string;
  readonly authors: readonly string[];
  /** Absent: empty. */
  readonly reference: string;
  readonly generator: string;
  readonly summary: readonly string[];
  readonly manifest: readonly CheckedFile[];
  readonly findings: readonly string[];
  readonly limits: readonly string[];
  readonly commands: readonly string[];
}

/** What was checked of a paper, file by file, for a certificate; whoever checked, when, and its number stay blank. */
export function certificateView(audit: Audit, paper: PaperAudit): CertificateView {
  const { id, citation, claims, coverage, findings, experiments } = paper;
  const major = findings.filter(({ severity }) => severity === "major");
  const verdicts = countsOf(claims);
  return {
    id,
    title: citation.title,
    documentTitle: `Certificate (draft): ${citation.title}`,
    authors: citation.authors,
    reference: citation.url ?? "",
    generator: generatorOf(audit),
    summary: [
      `${counted(coverage.claims, "claim")} of the paper: ${verdicts}.`,
      `${counted(findings.length, "finding")}, ${major.length} of them major.`,
    ],
    manifest: [claimsFile(claims), ...paper.tables.map(tableFile), ...measurementFile(claims)],
    findings: major.map(({ locus, follows }) => `${locus}: ${firstSentence(follows)}`),
    limits: [
      "Checked is what the paper prints: number against number, sentence against table.",
      experiments.length === 0
        ? "Nothing was run: neither the authors' code nor any other."
        : "What was run is Assay's own implementation, not the authors' code.",
      "A CODECHECK proper runs the authors' code; where a codechecker has not, this draft does not stand in for it.",
    ],
    commands: [`npx assay report ${id}`, `npx assay check ${id}`],
  };
}

function claimsFile(claims: readonly ClaimAudit[]): CheckedFile {
  return {
    file: "codecheck/outputs/claims.csv",
    comment: `Every claim in the order of the text, with its verdict: ${countsOf(claims)}`,
    content: csv(
      ["claim", "locus", "states", "printed", "verdict", "indication", "reason"],
      claims.map(({ id, locus, states, printed, verdict, indication, reason }) => [
        id,
        locus,
        states,
        printed ?? "",
        verdict,
        indication ? "yes" : "no",
        reason,
      ]),
    ),
  };
}

/** A printed table, a line a cell. */
function tableFile({ name, caption, rowNames, columnNames, cells }: TableAudit): CheckedFile {
  const all = cells.flatMap((row, rowIndex) =>
    row.map((cell, columnIndex) => ({ cell, row: rowNames[rowIndex] ?? "", column: columnNames[columnIndex] ?? "" })),
  );
  const decided = all.filter(({ cell }) => cell.verdict !== undefined).length;
  const observed = all.filter(({ cell }) => cell.observed !== undefined).length;
  const parts = [
    counted(all.length, "cell"),
    `${decided} with a verdict`,
    ...(observed === 0 ? [] : [`${observed} beside runs`]),
  ];
  return {
    file: `codecheck/outputs/${slug(name)}.csv`,
    comment: `${name}${caption === "" ? "" : ` (${caption.replace(/\.$/, "")})`}: ${listed(parts)}`,
    content: csv(
      ["row", "column", "printed", "verdict", "claims", "observed mean", "seeds"],
      all.map(({ cell: { text, verdict, claims, observed: runs }, row, column }) => [
        row,
        column,
        text,
        verdict ?? "",
        claims.join(" "),
        runs?.mean ?? "",
        runs?.values.length ?? "",
      ]),
    ),
  };
}

/** What was measured, a line a seed; no file where nothing was. */
function measurementFile(claims: readonly ClaimAudit[]): readonly CheckedFile[] {
  const rows = claims.flatMap(({ id, measurement }) =>
    (measurement?.judged ?? []).flatMap(({ freedoms, values }) =>
      values.map(({ seed, value }) => [id, JSON.stringify(freedoms), seed, value]),
    ),
  );
  if (rows.length === 0) return [];
  return [
    {
      file: "codecheck/outputs/measurements.csv",
      comment: `What was measured for each claim under each setting of the freedoms, ${counted(rows.length, "value")}`,
      content: csv(["claim", "setting", "seed", "value"], rows),
    },
  ];
}

function countsOf(claims: readonly ClaimAudit[]): string {
  return tallyView(claims)
    .map(({ mark, count }) => `${count} ${mark.label}`)
    .join(", ");
}
