import type { Line } from "../../tables/table-reading.ts";
import { vocabularyOf } from "./accounted-words.ts";
import { mentioned, numberAt, resultLines } from "./cell-values.ts";
import type { TableMeant } from "./paper-table.ts";
import { isSameNumber } from "./same-number.ts";
import { type SentenceNumber, significantDigits } from "./sentence-number.ts";

/**
 * The numbers of a text that a cell prints which it names: then each is that cell's. Its row and column must be named;
 * or one of them, where the text is about this table, or has a word of the other's name.
 */
export function namedCellNumbers(
  numbers: readonly SentenceNumber[],
  text: string,
  { table: { reading, mentionsIn, tellingWords }, trust }: TableMeant,
): readonly SentenceNumber[] {
  const long = numbers.filter(({ value }) => significantDigits(value) >= 3);
  if (long.length === 0) return [];
  const mentions = mentionsIn(text);
  const said = vocabularyOf([text]);
  const named = (axis: "row" | "column", all: readonly Line[]): readonly Line[] => [
    ...mentioned(mentions, axis).flatMap(({ lines }) => lines),
    ...resultLines(all).filter((line) => {
      const { last } = tellingWords(line);
      return last.length > 0 && last.every((word) => said.has(word));
    }),
  ];
  const beside = (all: readonly Line[]): readonly Line[] =>
    resultLines(all).filter((line) => trust === "named" || tellingWords(line).all.some((word) => said.has(word)));
  const [rows, columns] = [named("row", reading.rows), named("column", reading.columns)];
  if (rows.length === 0 && columns.length === 0) return [];
  const down = rows.length > 0 ? rows : beside(reading.rows);
  const across = columns.length > 0 ? columns : beside(reading.columns);
  return long.filter((number) =>
    down.some((row) =>
      across.some((column) => {
        const value = numberAt(reading, { row: row.index, column: column.index });
        return value !== undefined && isSameNumber(number, value);
      }),
    ),
  );
}
