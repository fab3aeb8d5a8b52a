import type { SourceTable } from "../source-table.ts";
import { isGroupRow } from "./header-rows.ts";
import { headerWords } from "./header-words.ts";
import { namesIn } from "./line-name.ts";
import { metricOf } from "./metric-of.ts";
import { nameKind } from "./name-kind.ts";

export interface ColumnNames {
  /** Each column's names from the outermost to the innermost. */
  readonly names: readonly (readonly string[])[];
  /** Words over the whole width of the header, which name the table and no column. */
  readonly title: string;
}

/** What header rows call the columns. */
export function columnNamesOf({ rows }: SourceTable, headerRows: number): ColumnNames {
  const header = rows.slice(0, headerRows);
  const titles = header.filter((row, at) => {
    const below = header[at + 1]?.cells[0]?.text.trim() ?? "";
    const spans = row.cells.some(({ spannedFrom }) => spannedFrom !== undefined);
    return isGroupRow(row) && (spans || (at === 0 && below !== ""));
  });
  const levels = titles.length === header.length ? header : header.filter((row) => !titles.includes(row));
  const texts = levels.map(({ cells }) => cells.map(({ text }) => text.trim()));
  const spanned = levels.some(({ cells }) => cells.some(({ spannedFrom }) => spannedFrom !== undefined));
  const filled = spanned ? texts : filledRightwards(texts);
  return {
    names: (rows[0]?.cells ?? []).map((_, column) => withUnit(namesIn(filled.map((level) => level[column])))),
    title: levels === header ? "" : titles.map(({ cells }) => cells[0]?.text.trim() ?? "").join(". "),
  };
}

/** A unit or an arrow on a line of its own belongs to the name above: `Params` over `(M)` is `Params (M)`. */
function withUnit(names: readonly string[]): readonly string[] {
  const [unit, name] = [names.at(-1), names.at(-2)];
  if (unit === undefined || name === undefined || !bareUnit.test(unit)) return names;
  return [...names.slice(0, -2), `${name} ${unit}`];
}

const bareUnit = /^(?:[%↑↓]|[([](?:[%↑↓]|[kKMGBT]B?|[mµn]?s|sec|min|hrs?|h|J|W|FPS|fps)[)\]])$/u;

/**
 * Where the markup knows no spanning cells, as in CSV, an outer name also stands for the blank cells to its right that
 * have names below them. An average or a cost behind the last group is none of its own, unless every group has one.
 */
function filledRightwards(levels: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const filled: string[][] = [];
  levels.slice(0, -1).forEach((level, depth) => {
    const below = (column: number): string => levels[depth + 1]?.[column] || levels.at(-1)?.[column] || "";
    const starts = level.flatMap((text, column) => (text !== "" && below(column) !== "" ? [column] : []));
    const groups = starts.map((start, at) => level.map((_, column) => column).slice(start, starts[at + 1]));
    const inAll = (name: string): boolean => groups.every((group) => group.some((column) => below(column) === name));
    const row = [...level];
    for (const group of groups)
      for (const column of group.slice(1)) {
        const newOuter = depth > 0 && (levels[depth - 1]?.[column] ?? "") !== "";
        if (row[column] !== "" || below(column) === "" || newOuter) break;
        if (saysWhatItHolds(below(column)) && !inAll(below(column))) break;
        row[column] = row[column - 1] ?? "";
      }
    filled.push(row);
  });
  return [...filled, ...levels.slice(-1).map((level) => [...level])];
}

function saysWhatItHolds(name: string): boolean {
  const { words } = headerWords(name);
  return nameKind(words) !== undefined || metricOf(words)?.cost === true;
}
