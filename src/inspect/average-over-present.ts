import type { RoundingRule } from "../numbers/rounding.ts";
import type { Line } from "../tables/table-reading.ts";
import { averageOfCells } from "./average-of-cells.ts";
import { type LineCells, type Relation, searchRelations } from "./relation.ts";
import { plainLines, readingAt, type Sheet } from "./sheet.ts";
import type { Asked } from "./table-check.ts";

/** What an average may be of. */
export interface PartsReading {
  readonly parts: readonly Line[];
  readonly what: string;
}

/**
 * Averages of lines with empty cells: the mean of the cells that are there. The lines must confirm it, and one that
 * breaks it is conditional at most, since empty cells may count for something.
 */
export function averageOverPresent(
  sheet: Sheet,
  target: Line,
  readings: readonly PartsReading[],
  rule: RoundingRule | undefined,
): readonly Asked[] {
  const relations = readings.flatMap(({ parts, what }): readonly Relation[] => {
    const lines = gappedLines(sheet, target, parts);
    const words = `${sheet.crossingWord} "${target.name}" is the mean of ${what}, as far as they are filled`;
    return lines.length === 0 ? [] : [averageOfCells(words, lines)];
  });
  const rescueLine = (): string => "a mean in which empty cells count, or of cells that are not printed";
  const { asked, earned } = searchRelations({
    reading: sheet.reading,
    lineWord: sheet.lineWord,
    relations,
    rule,
    rescueLine,
  });
  return earned.earned ? asked : [];
}

/** The lines with an empty cell among the parts, and at least two that are not. */
function gappedLines(sheet: Sheet, target: Line, parts: readonly Line[]): LineCells {
  const lines = plainLines(sheet).flatMap((line) => {
    const present = parts.filter((part) => readingAt(sheet, line, part).kind !== "empty");
    const gapped = present.length < parts.length && present.length > 1;
    return gapped ? [[target, ...present].map((its) => sheet.at(line, its))] : [];
  });
  return { length: lines.length, at: (line) => lines[line] ?? [] };
}
