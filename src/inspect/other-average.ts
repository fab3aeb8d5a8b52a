import { isMadeOfOthers, maySumUpOthers } from "./line-of-others.ts";
import { addsToZero } from "./linear/linear-relation.ts";
import { type Values, valuesOf } from "./relation.ts";
import type { Sheet } from "./sheet.ts";
import type { CellAt } from "./table-check.ts";

/**
 * What the average of one line may be besides the mean of its cells, in words to stand behind "under": of numbers in
 * columns of words, without one of its cells, a total, or of other lines' averages. Asked of the cells of several relations.
 */
export function otherAverage(sheet: Sheet, all: readonly (readonly CellAt[])[]): string | undefined {
  const { crossingWord, lineWord } = sheet;
  for (const cells of all) {
    const numbers = wordyCells(sheet, cells);
    if (numbers.length > 0 && isAverage(valuesOf(sheet.reading, [...cells, ...numbers])))
      return `a mean with the numbers in ${crossingWord}s that hold words elsewhere`;
    const left = cells.find(
      (out, at) =>
        at > 0 &&
        cells.length > 3 &&
        isAverage(
          valuesOf(
            sheet.reading,
            cells.filter((cell) => cell !== out),
          ),
        ),
    );
    if (left !== undefined)
      return `a mean without ${crossingWord} "${crossingOf(sheet, left)?.name}" in this ${lineWord}`;
  }
  const [cells = []] = all;
  if (isTotal(valuesOf(sheet.reading, cells))) return "a total, as of counts beside scores";
  if (!maySumUpOthers(sheet, cells) && !isMadeOfOthers(sheet, cells)) return undefined;
  return `a ${lineWord} that is made of other ${lineWord}s or works, its average of theirs`;
}

function isAverage(values: Values | undefined): boolean {
  return (
    values !== undefined &&
    addsToZero(
      values.map((value, at) => ({ value, factor: at === 0 ? 1 - values.length : 1 })),
      "any rule",
    )
  );
}

function isTotal(values: Values | undefined): boolean {
  return (
    values !== undefined &&
    addsToZero(
      values.map((value, at) => ({ value, factor: at === 0 ? -1 : 1 })),
      "nearest",
    )
  );
}

/** Numbers of the same line in columns of words, where they stand for what else was measured. */
function wordyCells(sheet: Sheet, [first]: readonly CellAt[]): readonly CellAt[] {
  const line =
    first && sheet.lines.find(({ index }) => index === (sheet.lineWord === "row" ? first.row : first.column));
  if (line === undefined) return [];
  const cells = sheet.crossing.filter(({ role }) => role === "words").map((crossing) => sheet.at(line, crossing));
  return cells.filter((cell) => valuesOf(sheet.reading, [cell]) !== undefined);
}

function crossingOf({ crossing, lineWord }: Sheet, cell: CellAt): Sheet["crossing"][number] | undefined {
  return crossing.find(({ index }) => index === (lineWord === "row" ? cell.column : cell.row));
}
