import { alsoRead } from "../../src/checks/also-read.ts";
import { readMarks } from "../../src/checks/mark-scale.ts";
import { checkMarks } from "../../src/checks/marks.ts";
import type { PrintedValue } from "../../src/numbers/printed.ts";
import { toNumber } from "../../src/numbers/rational.ts";
import type { Claim, MarkScale } from "../../src/paper/claim.ts";
import { pairOf } from "./baseline-pairs.ts";
import { datasets } from "./names.ts";
import { table2, table2Marks } from "./tables.ts";

const legend = [
  { mark: "-", meaning: "lower" },
  { mark: "≈", meaning: "about equal" },
  { mark: "+", meaning: "higher" },
  { mark: "++", meaning: "much higher" },
] as const;

const legendOfPdf = [{ mark: "–", meaning: "much lower" }, ...legend] as const;

/** What the marks behind Table 2's own numbers say. The report prints no legend; the words are ours. */
export const marks: readonly Claim[] = [
  {
    id: "t2.marks",
    at: { kind: "table", table: table2.name },
    states: "The four marks follow one scale of the difference between the report's result and the original's.",
    printed: "(-) (≈) (+) (++)",
    basis: { kind: "printed", check: () => checkMarks({ cells: cellsMarkedIn("text"), legend, scale: "absolute" }) },
    related: ["t2.marks.pdf"],
  },
  {
    id: "t2.marks.pdf",
    at: { kind: "table", table: table2Marks.name },
    states: "The five marks of the authors' PDF follow one scale of the difference.",
    printed: "(–) (-) (≈) (+) (++)",
    basis: { kind: "printed", check: () => marksOfPdf(false) },
    related: ["t2.marks", "t2.marks.pdf.symmetric"],
  },
  {
    id: "t2.marks.pdf.symmetric",
    at: { kind: "table", table: table2Marks.name },
    states:
      "The PDF's marks mean as much above as below: (–) as many points as (++), (-) as many as (+). So one may read them; the report does not say it.",
    printed: "(–) (-) (≈) (+) (++)",
    basis: {
      kind: "printed",
      check: () =>
        alsoRead(marksOfPdf(true), [
          {
            name: "limits that differ above and below, which the report leaves open",
            holds: marksOfPdf(false).outcome === "consistent",
          },
        ]),
    },
    related: ["t2.marks.pdf"],
  },
];

/** The scale that the text's marks follow, for marking results of ours against a number of the original's. */
export function markScale(reference: PrintedValue): MarkScale {
  return { reference, marks: legend.map(({ mark }) => mark), limits: limitsOfText() };
}

/** Where the text's own marks leave the limits, without rounding. */
function limitsOfText(): MarkScale["limits"] {
  const reading = readMarks({ cells: cellsMarkedIn("text"), legend, scale: "absolute" }, "absolute");
  if (reading.differences === undefined) return [];
  return reading.asPrinted.thresholds.flatMap(({ lower, upper }) =>
    lower === undefined || upper === undefined ? [] : [{ from: toNumber(lower.value), to: toNumber(upper.value) }],
  );
}

function marksOfPdf(symmetric: boolean) {
  return checkMarks({ cells: cellsMarkedIn("pdf"), legend: legendOfPdf, scale: "absolute", symmetric });
}

/** All marked cells of a source: γ·8 cells are the same in both. */
function cellsMarkedIn(source: "text" | "pdf") {
  return table2.rowNames.flatMap((row) =>
    datasets.flatMap((dataset) =>
      (["Ours", "Ours (γ*8)"] as const)
        .filter((column) => !table2.cell(row, `${dataset} / ${column}`).isEmpty)
        .map((column) => {
          const { label, paper, ours, mark } = pairOf(row, dataset, column);
          const inPdf = column === "Ours" ? markInPdf(row, dataset) : mark;
          return {
            label: column === "Ours" ? label : `${label}, γ·8`,
            reference: paper.value,
            value: ours.value,
            mark: source === "text" ? mark : inPdf,
          };
        }),
    ),
  );
}

function markInPdf(row: string, dataset: string): string {
  return table2Marks.cell(row, `${dataset} / Ours`).text.replace(/^\((.*)\)$/, "$1");
}
