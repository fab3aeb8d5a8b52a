import { checkMean } from "../checks/mean.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { Line } from "../tables/table-reading.ts";
import { addsToZero } from "./linear/linear-relation.ts";
import { meanChance } from "./linear/mean-chance.ts";
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
    return lines.length === 0 ? [] : [relationOf(sheet, target, what, lines)];
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

function relationOf(sheet: Sheet, target: Line, what: string, lines: LineCells): Relation {
  return {
    words: `${sheet.crossingWord} "${target.name}" is the mean of ${what}, as far as they are filled`,
    asked: false,
    lines,
    fits: (values, loosely) =>
      addsToZero(
        values.map((value, at) => ({ value, factor: at === 0 ? 1 - values.length : 1 })),
        loosely ? "any rule" : "nearest",
      ),
    chance: meanChance,
    judge: ([reported, ...cells], rules) =>
      checkMean({
        cells: cells.map((value, at) => ({ label: String(at + 1), value })),
        reported: reported as Decimal,
        ...(rules === undefined ? {} : { rules }),
      }),
  };
}
