import type { ClaimAudit, Coverage, Finding, PaperAudit } from "../../src/audit/audit.ts";
import { tallyView } from "./coverage-view.ts";
import { ratingTables } from "./rating-tables.ts";
import { plainTable } from "./table-view.ts";
import { verdictView } from "./verdict-view.ts";
import type { TableView, VerdictView } from "./view-parts.ts";

const kinds: readonly (readonly [kind: keyof Coverage["byKind"], label: string])[] = [
  ["printed", "Printed numbers"],
  ["printed-runs", "Printed runs"],
  ["measured", "Our runs"],
  ["ordering", "Our runs, ordered"],
  ["spread", "Our runs, their spread"],
  ["reader", "A reader"],
  ["out-of-scope", "Out of scope"],
];

/** The audits of several papers side by side: one table a question; none where there are no papers. */
export function comparisonTables(papers: readonly PaperAudit[]): readonly TableView[] {
  if (papers.length === 0) return [];
  return [
    kindTable(papers),
    verdictTable(papers),
    kindAndVerdictTable(papers),
    coverageTable(papers),
    findingTable(papers),
    ...ratingTables(papers),
  ];
}

function kindTable(papers: readonly PaperAudit[]): TableView {
  const used = kinds.filter(([kind]) => papers.some(({ coverage }) => (coverage.byKind[kind] ?? 0) > 0));
  return plainTable({
    id: "comparison-kinds",
    title: "What are the claims decided by?",
    notes: ["“Our runs, ordered”: one measured quantity is said to lie above another."],
    columns: ["Decided by", ...papers.map(({ id }) => id)],
    rows: [
      ...used.map(([kind, label]) => [label, ...papers.map(({ coverage }) => count(coverage.byKind[kind]))]),
      ["All claims", ...papers.map(({ coverage }) => String(coverage.claims))],
    ],
  });
}

function verdictTable(papers: readonly PaperAudit[]): TableView {
  return plainTable({
    id: "comparison-verdicts",
    title: "What became of them?",
    columns: ["Verdict", ...papers.map(({ id }) => id)],
    rows: [
      ...usedVerdicts(papers).map((of) => [
        heading(of),
        ...papers.map(({ claims }) => count(claims.filter(is(of)).length)),
      ]),
      ["All claims", ...papers.map(({ coverage }) => String(coverage.claims))],
    ],
  });
}

function kindAndVerdictTable(papers: readonly PaperAudit[]): TableView {
  const decided = ["documented", "out-of-scope"];
  const used = usedVerdicts(papers).filter(({ name }) => !decided.includes(name));
  const rows = papers.flatMap(({ id, claims }) =>
    kinds.flatMap(([kind, label]) => {
      const of = claims.filter((claim) => claim.kind === kind && !decided.includes(claim.verdict));
      if (of.length === 0) return [];
      return [[id, label, ...used.map((wanted) => count(of.filter(is(wanted)).length))]];
    }),
  );
  return plainTable({
    id: "comparison-kinds-and-verdicts",
    title: "Which verdicts did each kind of claim get?",
    notes: ["Claims documented by a reader or out of scope have one verdict each and are left out."],
    columns: ["Paper", "Decided by", ...used.map(heading)],
    stubs: 2,
    rows,
  });
}

function coverageTable(papers: readonly PaperAudit[]): TableView {
  return plainTable({
    id: "comparison-coverage",
    title: "How much could be decided?",
    notes: [
      "Decided: the claim holds, fails, or holds under a reading that is named. Open: the print or the runs decide neither way, or give an indication only.",
    ],
    columns: [
      "Paper",
      "Within a machine’s reach",
      "Decided",
      "Share",
      "Open",
      "Not run",
      "By a reader",
      "Out of scope",
    ],
    rows: papers.map(({ id, claims }) => {
      const number = (wanted: (claim: ClaimAudit) => boolean): number => claims.filter(wanted).length;
      const byReader = number(({ verdict }) => verdict === "documented");
      const outOfScope = number(({ verdict }) => verdict === "out-of-scope");
      const reach = claims.length - byReader - outOfScope;
      const decided = number(isDecided);
      const notRun = number(({ verdict }) => verdict === "not-run");
      return [
        id,
        String(reach),
        count(decided),
        reach === 0 ? "–" : `${Math.floor((100 * decided) / reach)} %`,
        count(reach - decided - notRun),
        count(notRun),
        count(byReader),
        count(outOfScope),
      ];
    }),
  });
}

/** Whether evidence or print says of a claim that it holds, fails, or under which reading it holds. */
export function isDecided({ verdict, indication }: Pick<ClaimAudit, "verdict" | "indication">): boolean {
  const { tone } = verdictView(verdict, indication);
  return tone === "holds" || tone === "fails" || verdict === "conditional";
}

function findingTable(papers: readonly PaperAudit[]): TableView {
  const columns: readonly (readonly [label: string, wanted: (finding: Finding) => boolean])[] = [
    ["Findings", () => true],
    ["Major", ({ severity }) => severity === "major"],
    ["Minor", ({ severity }) => severity === "minor"],
    ["Notes", ({ severity }) => severity === "note"],
    ["By machine", ({ by }) => by === "machine"],
    ["By a reader", ({ by }) => by === "reader"],
    ["Certain", ({ confidence }) => confidence === "certain"],
    ["Likely", ({ confidence }) => confidence === "likely"],
    ["Possible", ({ confidence }) => confidence === "possible"],
  ];
  return plainTable({
    id: "comparison-findings",
    title: "How grave are the findings, who made them, and how sure are they?",
    columns: ["Paper", ...columns.map(([label]) => label)],
    rows: papers.map(({ id, findings }) => [id, ...columns.map(([, wanted]) => count(findings.filter(wanted).length))]),
  });
}

/** Gravest first, indications last. */
function usedVerdicts(papers: readonly PaperAudit[]): readonly VerdictView[] {
  return tallyView(papers.flatMap(({ claims }) => claims)).map(({ mark }) => mark);
}

function is({ name, indication }: VerdictView): (claim: ClaimAudit) => boolean {
  return (claim) => claim.verdict === name && claim.indication === indication;
}

function heading({ symbol, label }: VerdictView): string {
  return `${symbol} ${label}`;
}

/** A dash where there is none, so that the eye finds what there is. */
function count(number: number | undefined): string {
  return number === undefined || number === 0 ? "–" : String(number);
}
