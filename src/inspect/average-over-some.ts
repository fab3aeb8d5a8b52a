import type { Emphasis } from "../tables/source-table.ts";
import type { Line, ReadCell } from "../tables/table-reading.ts";
import { averageOfCells } from "./average-of-cells.ts";
import type { PartsReading } from "./average-over-present.ts";
import type { Relation } from "./relation.ts";
import { lastPart, plainLines, type Sheet } from "./sheet.ts";

/** Cells that an average may leave out, in whichever line they stand. */
interface LeftOut {
  readonly words: string;
  readonly isLeftOut: (cell: ReadCell, line: Line, part: Line) => boolean;
}

const emphasised = (mark: Emphasis) => (cell: ReadCell) => cell.source.emphasis.includes(mark);

const kinds: readonly LeftOut[] = [
  {
    words: "those with a footnote",
    isLeftOut: ({ source, reading }) =>
      source.notes.length > 0 || (reading.kind === "number" && reading.printed.mark !== undefined),
  },
  { words: "those in italics", isLeftOut: emphasised("italic") },
  { words: "those that are underlined", isLeftOut: emphasised("underline") },
  { words: "those in colour", isLeftOut: emphasised("colour") },
  { words: "those in bold", isLeftOut: emphasised("bold") },
  {
    words: "those of its own name",
    isLeftOut: (_, line, part) =>
      lastPart(line.name)
        .toLowerCase()
        .split(/\s*[+&,]\s*/)
        .includes(lastPart(part.name).toLowerCase()),
  },
];

/** Averages that leave out one kind of cell in every line: footnoted ones, or the set that a row was trained on. */
export function averagesOverSome(sheet: Sheet, target: Line, readings: readonly PartsReading[]): readonly Relation[] {
  return kinds.flatMap(({ words, isLeftOut }) =>
    readings.flatMap(({ parts, what }): readonly Relation[] => {
      let anyLeftOut = false;
      const cells = plainLines(sheet).map((line) => {
        const kept = parts.filter((part) => {
          const { row, column } = sheet.at(line, part);
          return !isLeftOut(sheet.reading.cell(row, column), line, part);
        });
        // A line that is set apart as a whole is averaged as a whole.
        const counted = kept.length > 0 ? kept : parts;
        anyLeftOut ||= counted.length < parts.length;
        return [target, ...counted].map((its) => sheet.at(line, its));
      });
      if (!anyLeftOut) return [];
      const lines = { length: cells.length, at: (line: number) => cells[line] ?? [] };
      return [averageOfCells(`${sheet.crossingWord} "${target.name}" is the mean of ${what} without ${words}`, lines)];
    }),
  );
}
