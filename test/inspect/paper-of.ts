import { inspectPaper } from "../../src/inspect/inspect-paper.ts";
import type { PaperInspection } from "../../src/inspect/inspection.ts";
import type { Sentence } from "../../src/sources/sentence.ts";
import type { SourceTable } from "../../src/tables/source-table.ts";

/** A table of a made-up paper: its first row names the columns. */
export interface MadeTable {
  readonly label: string;
  readonly caption?: string;
  readonly rows: readonly (readonly string[])[];
}

export function tableOf({ label, caption = "", rows }: MadeTable, number = 1): SourceTable {
  return {
    name: `table ${number} (${label})`,
    place: { file: "main.tex", line: 100 * number, column: 1 },
    caption,
    label,
    headerRows: 1,
    rows: rows.map((cells, row) => ({
      ruleAbove: false,
      cells: cells.map((text, column) => ({
        text,
        place: { file: "main.tex", line: 100 * number + row, column: column + 1 },
        emphasis: [],
        notes: [],
      })),
    })),
  };
}

/** `[ref:tab:main]` in a sentence refers to that table. */
export function sentenceOf(marked: string, line = 1, section = "Results"): Sentence {
  const refersTo = [...marked.matchAll(/\[ref:([^\]]*)\]/g)].map(([, label = ""]) => label);
  const text = marked.replaceAll(/\[ref:[^\]]*\]/g, "[ref]");
  return { text, place: { file: "main.tex", line, column: 1 }, section, refersTo };
}

export function inspected(
  tables: readonly MadeTable[],
  sentences: readonly (string | Sentence)[],
  checks?: readonly string[],
): PaperInspection {
  return inspectPaper(
    {
      tables: tables.map((table, index) => tableOf(table, index + 1)),
      sentences: sentences.map((sentence, index) =>
        typeof sentence === "string" ? sentenceOf(sentence, index + 1) : sentence,
      ),
      problems: [],
    },
    {},
    checks === undefined ? {} : { checks },
  );
}

/** What one sentence comes to: its finding's strength, else the outcomes that were decided. */
export function outcomeOf(tables: readonly MadeTable[], sentence: string): string {
  const { findings, tallies } = inspected(tables, [sentence]);
  const [finding] = findings;
  if (finding !== undefined) return finding.strength;
  return tallies.some(({ consistent }) => consistent > 0) ? "consistent" : "nothing";
}
