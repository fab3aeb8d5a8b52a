import type { Table } from "../../tables/table.ts";
import { digitsOf, numberTokens } from "./number-tokens.ts";

/** A transcribed row with where the text prints it. */
export interface EncodedRow {
  readonly table: string;
  readonly row: string;
  readonly numbers: readonly string[];
  readonly found: boolean;
  /** Whether each of its numbers stands somewhere in the text, though not in one line. */
  readonly elsewhere: boolean;
  /** Where the numbers begin that it covers. */
  readonly covers: readonly number[];
}

interface TextLine {
  readonly tokens: readonly { readonly text: string; readonly start: number }[];
  readonly words: string;
}

/**
 * Looks for every row of the tables in a text: a row is a line that prints its numbers in their order and nothing but
 * names beside them. Of several such lines it takes the one whose words name the row, else the first that is free.
 */
export function findRows(tables: readonly Table[], source: string): readonly EncodedRow[] {
  const lines = linesOf(source);
  const taken = new Set<TextLine>();
  const all = new Set(numberTokens(source).map(({ text }) => digitsOf(text)));
  return tables.flatMap((table) => [
    ...findLine(table, { row: table.columnNames.join(" "), texts: table.columnNames, header: true }),
    ...table.rowNames.flatMap((row) => findLine(table, { row, texts: table.row(row).map(({ text }) => text) })),
  ]);

  function findLine(table: Table, { row, texts, header = false }: WantedLine): readonly EncodedRow[] {
    const numbers = texts.flatMap(numbersOf);
    if (numbers.length === 0) return [];
    const wanted = numbers.map(digitsOf);
    const candidates = lines.filter((line) => !taken.has(line) && holds(line, wanted));
    const line = candidates.find(({ words }) => names(words, row)) ?? (header ? undefined : candidates[0]);
    // A header's digits are names: one that the text sets otherwise is nothing to tell of.
    if (line === undefined && header) return [];
    const found = { table: table.name, row, numbers };
    if (line === undefined)
      return [{ ...found, found: false, elsewhere: wanted.every((one) => all.has(one)), covers: [] }];
    taken.add(line);
    return [{ ...found, found: true, elsewhere: false, covers: line.tokens.map(({ start }) => start) }];
  }
}

interface WantedLine {
  readonly row: string;
  readonly texts: readonly string[];
  readonly header?: boolean;
}

/** The numbers of a cell, without the digits of names such as CIFAR10. */
function numbersOf(text: string): readonly string[] {
  return numberTokens(text)
    .filter(({ start }) => !/[\p{L}][-–]?$/u.test(text.slice(0, start)))
    .map((token) => token.text);
}

function linesOf(source: string): readonly TextLine[] {
  let start = 0;
  return source.split("\n").map((line) => {
    const tokens = numberTokens(line).map((token) => ({ text: digitsOf(token.text), start: start + token.start }));
    start += line.length + 1;
    return { tokens, words: line.toLowerCase() };
  });
}

/** How many numbers of a line may belong to its names (ResNet18, epoch 50) rather than to its cells. */
const namesHold = 4;

/** Whether the numbers stand in the line in their order, with few others beside them. */
function holds({ tokens }: TextLine, wanted: readonly string[]): boolean {
  if (tokens.length < wanted.length || tokens.length > wanted.length + namesHold) return false;
  let next = 0;
  for (const { text } of tokens) if (text === wanted[next]) next++;
  return next === wanted.length;
}

function names(words: string, row: string): boolean {
  const parts = row
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length > 1);
  return parts.length > 0 && parts.some((part) => words.includes(part));
}
