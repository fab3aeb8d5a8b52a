import type { Sentence } from "../sources/sentence.ts";
import { readingOf } from "../tables/infer/reading-of.ts";
import type { ReadProblem, SourceTable } from "../tables/source-table.ts";
import type { ReadingOverrides } from "../tables/table-reading.ts";
import type { InspectOptions } from "./inspect-options.ts";
import { inspectTable } from "./inspect-table.ts";
import type { PaperInspection } from "./inspection.ts";
import { inspectSentences } from "./sentences/inspect-sentences.ts";
import { sentenceChecks } from "./sentences/judgement.ts";

/** A paper as it was read. */
export interface PaperRead {
  readonly tables: readonly SourceTable[];
  readonly sentences: readonly Sentence[];
  readonly problems: readonly ReadProblem[];
}

/**
 * Inspects all tables of a paper, and the sentences that repeat or qualify their numbers. A sentence is only a
 * contradiction where it names the table, the row and the column, and nothing else in it may change what is meant.
 * Throws a RangeError for a check in the options that is none, neither of tables nor of sentences.
 */
export function inspectPaper(
  { tables, sentences, problems }: PaperRead,
  overrides: ReadingOverrides = {},
  options: InspectOptions = {},
): PaperInspection {
  const ofSentences: readonly string[] = sentenceChecks;
  const { checks, ...others } = options;
  const ofTables = checks === undefined ? {} : { checks: checks.filter((name) => !ofSentences.includes(name)) };
  const inspected = tables.map((table) => inspectTable(readingOf(table, overrides), { ...others, ...ofTables }));
  const { findings, tallies, seen, decided } = inspectSentences(
    sentences,
    inspected.map(({ reading }) => reading),
    checks,
  );
  return { tables: inspected, findings, tallies, problems, sentences: { seen, decided } };
}
