import type { Sentence } from "../sources/sentence.ts";
import { readingOf } from "../tables/infer/reading-of.ts";
import type { ReadProblem, SourceTable } from "../tables/source-table.ts";
import type { ReadingOverrides } from "../tables/table-reading.ts";
import type { InspectOptions } from "./inspect-options.ts";
import { inspectTable } from "./inspect-table.ts";
import type { PaperInspection } from "./inspection.ts";

/** A paper as it was read. */
export interface PaperRead {
  readonly tables: readonly SourceTable[];
  readonly sentences: readonly Sentence[];
  readonly problems: readonly ReadProblem[];
}

/** Inspects all tables of a paper. Throws a RangeError for a check in the options that is none. */
export function inspectPaper(
  { tables, problems }: PaperRead,
  overrides: ReadingOverrides = {},
  options: InspectOptions = {},
): PaperInspection {
  return {
    tables: tables.map((table) => inspectTable(readingOf(table, overrides), options)),
    findings: [],
    tallies: [],
    problems,
    sentences: { seen: 0, decided: 0 },
  };
}
