import { clausesOf } from "./clauses-of.ts";
import { findStatedGains } from "./find-stated-gains.ts";
import { judgeBestCount } from "./judge-best-count.ts";
import { judgeDifference } from "./judge-difference.ts";
import { judgeRange } from "./judge-range.ts";
import { judgeStatedGain } from "./judge-stated-gain.ts";
import { judgeValue, printsNamedCell } from "./judge-value.ts";
import { type Judgement, overTables, type SentenceCheck } from "./judgement.ts";
import type { TableMeant } from "./paper-table.ts";
import { numbersIn } from "./sentence-number.ts";
import type { Statement } from "./statement.ts";
import { statementsOf } from "./statements-of.ts";

/** Puts a sentence to the tables that it may speak of: a number that a named cell prints asks for nothing further. */
export function judgeSentence(text: string, meant: readonly TableMeant[]): readonly Judgement[] {
  const repeated = new Set(
    numbersIn(text)
      .filter((number) => meant.some((one) => printsNamedCell(number, one.table.mentionsIn(text), one)))
      .map((number) => number.text),
  );
  const readings = meant.map(({ table }) => table.reading);
  const stated = clausesOf(text)
    .filter((clause) => meant.some(({ table }) => table.mentionsIn(clause).length > 0))
    .flatMap(statementsOf)
    .flatMap((statement) => judgeStatement(statement, meant, repeated));
  return [
    ...[...repeated].map((): Judgement => ({ check: "sentence-value", outcome: "consistent" })),
    ...findStatedGains(text).map((gain) => judgeStatedGain(gain, readings)),
    ...stated,
  ];
}

function judgeStatement(
  statement: Statement,
  meant: readonly TableMeant[],
  repeated: ReadonlySet<string>,
): readonly Judgement[] {
  const ofNumbers = (check: SentenceCheck, byTable: readonly (readonly Judgement[])[], texts: readonly string[]) =>
    texts.flatMap((text, index) =>
      repeated.has(text)
        ? []
        : [
            overTables(
              check,
              byTable.flatMap((judgements) => judgements[index] ?? []),
            ),
          ],
    );
  switch (statement.kind) {
    case "value":
    case "difference": {
      const byTable = meant.map((one) =>
        statement.kind === "value" ? judgeValue(statement, one) : judgeDifference(statement, one),
      );
      const texts = statement.numbers.map(({ text }) => text);
      return ofNumbers(statement.kind === "value" ? "sentence-value" : "sentence-difference", byTable, texts);
    }
    case "range":
      return [
        overTables(
          "sentence-range",
          meant.map((one) => judgeRange(statement, one)),
        ),
      ];
    case "best-count":
      return [
        overTables(
          "sentence-best-count",
          meant.map((one) => judgeBestCount(statement, one)),
        ),
      ];
  }
}
