import { clausesOf } from "./clauses-of.ts";
import { findShares } from "./find-shares.ts";
import { findStatedGains } from "./find-stated-gains.ts";
import { judgeBestCount } from "./judge-best-count.ts";
import { judgeDifference } from "./judge-difference.ts";
import { judgeRange } from "./judge-range.ts";
import { judgeShare } from "./judge-share.ts";
import { judgeStatedGain } from "./judge-stated-gain.ts";
import { judgeValue } from "./judge-value.ts";
import { type Judgement, overTables, type SentenceCheck } from "./judgement.ts";
import { namedCellNumbers } from "./named-cell-numbers.ts";
import type { TableMeant } from "./paper-table.ts";
import { numbersIn, type SentenceNumber } from "./sentence-number.ts";
import type { Statement } from "./statement.ts";
import { statementsOf } from "./statements-of.ts";

/** Puts a sentence to the tables that it may speak of: a number that a named cell prints asks for nothing further. */
export function judgeSentence(text: string, meant: readonly TableMeant[]): readonly Judgement[] {
  const numbers = numbersIn(text);
  const printedBy = meant.map((one) => namedCellNumbers(numbers, text, one));
  const repeated = new Set(printedBy.flat().map((number) => number.text));
  const likely = anchored(meant, printedBy);
  const readings = meant.map(({ table }) => table.reading);
  const stated = clausesOf(text)
    .filter((clause) => meant.some(({ table }) => table.mentionsIn(clause).length > 0))
    .flatMap(statementsOf)
    .flatMap((statement) => judgeStatement(statement, likely, repeated));
  return [
    ...[...repeated].map((): Judgement => ({ check: "sentence-value", outcome: "consistent" })),
    ...findStatedGains(text).map((gain) => judgeStatedGain(gain, readings)),
    ...findShares(text).map(judgeShare),
    ...stated,
  ];
}

/** A sentence of which several numbers are those of one table and of no other speaks of that table. */
function anchored(
  meant: readonly TableMeant[],
  printedBy: readonly (readonly SentenceNumber[])[],
): readonly TableMeant[] {
  const holding = printedBy.flatMap((numbers, at) => (numbers.length > 0 ? [at] : []));
  const [at, another] = holding;
  if (at === undefined || another !== undefined || (printedBy[at]?.length ?? 0) < 2) return meant;
  return meant.map((one, place) => (place === at && one.trust !== "named" ? { ...one, trust: "near" } : one));
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
