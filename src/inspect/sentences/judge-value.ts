import { misprints } from "../../checks/misprints.ts";
import { type Decimal, toRational } from "../../numbers/decimal.ts";
import { equal } from "../../numbers/rational.ts";
import type { Line } from "../../tables/table-reading.ts";
import { cellName, cellPlace } from "../cell-place.ts";
import type { CellAt } from "../table-check.ts";
import { allWordsKnown } from "./accounted-words.ts";
import { isOpen, mentioned, numberAt, resultLines } from "./cell-values.ts";
import { type Judgement, undecided } from "./judgement.ts";
import type { Mention } from "./mentions.ts";
import type { PaperTable, TableMeant } from "./paper-table.ts";
import { agreement, comparable } from "./same-number.ts";
import { type SentenceNumber, significantDigits } from "./sentence-number.ts";
import type { ValueStatement } from "./statement.ts";

/**
 * Whether a clause that gives a number as the value of one row and one column agrees with the cell. It decides against
 * the number only where every word of the clause is known, and calls that a contradiction only where the sentence names
 * the table, too.
 */
export function judgeValue(statement: ValueStatement, { table, trust }: TableMeant): readonly Judgement[] {
  const mentions = table.mentionsIn(statement.clause);
  const pairs = pairsOf(statement, table, mentions, trust);
  return statement.numbers.map((number, index): Judgement => {
    const pair = pairs?.[index];
    const value = pair && numberAt(table.reading, pair.cell);
    if (pair === undefined || value === undefined) return undecided("sentence-value");
    const results = comparable(number, value).map((text) => agreement(number.value, text));
    if (results.some(({ outcome }) => outcome === "consistent"))
      return { check: "sentence-value", outcome: "consistent" };
    const result = results.find(({ outcome }) => outcome === "conditional") ?? results[0];
    const known = allWordsKnown(statement.clause, [...mentions, ...statement.numbers], table.vocabulary);
    if (result === undefined || !known || trust === "elsewhere" || significantDigits(number.value) < 3)
      return undecided("sentence-value");
    if (result.outcome === "conditional" && trust !== "named") return undecided("sentence-value");
    if (trust === "far" && !pair.strong) return undecided("sentence-value");
    const certain = trust === "named" && pair.strong && number.value.decimals === value.decimals;
    const place = cellPlace(table.reading, pair.cell);
    return {
      check: "sentence-value",
      outcome: result.outcome === "conditional" ? "conditional" : "inconsistent",
      flag: {
        strength: result.outcome === "conditional" ? "conditional" : certain ? "contradiction" : "suspicion",
        printed: number.text,
        why: `${table.reading.table.name} prints ${value.text} in ${cellName(table.reading, pair.cell)}`,
        restsOn: [`the sentence speaks of ${place.label}, whose row and column it names`],
        result: { ...result, nearMisses: nearMisses(number, value, pair.cell, table) },
        cells: [place],
      },
    };
  });
}

interface Pair {
  readonly cell: CellAt;
  /** Whether both names are said in full and hardly anything else is called so. */
  readonly strong: boolean;
}

/** The cell of every number, in order; undefined where names leave that open. */
function pairsOf(
  { numbers }: ValueStatement,
  { reading }: PaperTable,
  mentions: readonly Mention[],
  trust: TableMeant["trust"],
): readonly Pair[] | undefined {
  if (isOpen(mentions)) return undefined;
  const rows = mentioned(mentions, "row");
  const columns = mentioned(mentions, "column");
  const onlyColumn = resultLines(reading.columns);
  const implied: readonly Mention[] =
    columns.length === 0 && trust === "named" && onlyColumn.length === 1
      ? [{ axis: "column", lines: onlyColumn, strong: false, complete: true, start: 0, end: 0 }]
      : columns;
  const count = numbers.length;
  const fits = (rows.length === count && implied.length === 1) || (rows.length === 1 && implied.length === count);
  if (!fits) return undefined;
  const pairs = numbers.map((_, index): Pair | undefined => {
    const row = rows.length === 1 ? rows[0] : rows[index];
    const column = implied.length === 1 ? implied[0] : implied[index];
    const [line, secondLine] = row?.lines ?? [];
    const [crossing, secondCrossing] = column?.lines ?? [];
    if (row === undefined || column === undefined || line === undefined || crossing === undefined) return undefined;
    if (secondLine !== undefined || secondCrossing !== undefined || !row.complete || !column.complete) return undefined;
    return { cell: { row: line.index, column: crossing.index }, strong: row.strong && column.strong };
  });
  return pairs.every((pair) => pair !== undefined) ? pairs : undefined;
}

function nearMisses({ value }: SentenceNumber, cell: Decimal, at: CellAt, { reading }: PaperTable): readonly string[] {
  const prints = (row: number, column: number): boolean => {
    const found = numberAt(reading, { row, column });
    return found !== undefined && equal(toRational(found), toRational(value));
  };
  const inRow = ({ index }: Line): boolean => index !== at.column && prints(at.row, index);
  const inColumn = ({ index }: Line): boolean => index !== at.row && prints(index, at.column);
  return [
    ...reading.rows.filter(inColumn).map(({ name }) => `${value.text} is the number of row "${name}"`),
    ...reading.columns.filter(inRow).map(({ name }) => `${value.text} is the number of column "${name}"`),
    ...misprints(cell)
      .filter((misprint) => misprint.value.units === value.units && misprint.value.decimals === value.decimals)
      .map(({ slip }) => `${value.text} is ${cell.text} with ${slip === "one digit" ? "one other digit" : slip}`),
  ];
}
