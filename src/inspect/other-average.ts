import { isMadeOfOthers, maySumUpOthers } from "./line-of-others.ts";
import { approximate } from "./linear/linear-chance.ts";
import { addsToZero } from "./linear/linear-relation.ts";
import { ofMixedRules } from "./other-mean.ts";
import { type Values, valuesOf } from "./relation.ts";
import { crossingOf, isSaid, lineOf, type Sheet } from "./sheet.ts";
import type { CellAt } from "./table-check.ts";

/**
 * What the average of one line may be besides the mean of its cells, in words to stand behind "under": of numbers in
 * columns of words, without one of its cells or those of what is missing, an F1 of averages, a total, or of other lines'
 * averages. Asked of the cells of several relations.
 */
export function otherAverage(sheet: Sheet, all: readonly (readonly CellAt[])[]): string | undefined {
  const { crossingWord, lineWord } = sheet;
  for (const cells of all)
    for (const by of ["nearest", "any rule"] as const) {
      const isMean = (its: readonly CellAt[]): boolean => isAverage(valuesOf(sheet.reading, its), by);
      const how = by === "nearest" ? "" : `, ${ofMixedRules}`;
      const numbers = wordyCells(sheet, cells);
      if (numbers.length > 0 && isMean([...cells, ...numbers]))
        return `a mean with the numbers in ${crossingWord}s that hold words elsewhere${how}`;
      const left = cells.find((out, at) => at > 0 && cells.length > 3 && isMean(cells.filter((cell) => cell !== out)));
      if (left !== undefined)
        return `a mean without ${crossingWord} "${crossingOf(sheet, left)?.name}" in this ${lineWord}${how}`;
      const standIn = standInsOf(sheet, cells).find((text) =>
        isMean(cells.filter((cell, at) => at === 0 || textAt(sheet, cell) !== text)),
      );
      if (standIn !== undefined) return `a mean without the cells that print ${standIn}, as for what is missing${how}`;
    }
  const [cells = []] = all;
  if (lineOf(sheet, cells[0])?.metric === "f1" && liesAboveMean(valuesOf(sheet.reading, cells)))
    return "an F1 of the averages of precision and recall";
  if (isTotal(valuesOf(sheet.reading, cells))) return "a total, as of counts beside scores";
  if (isSaid(sheet, cells)) return undefined;
  if (!maySumUpOthers(sheet, cells) && !isMadeOfOthers(sheet, cells)) return undefined;
  return `a ${lineWord} that is made of other ${lineWord}s or works, its average of theirs`;
}

/** F is concave, so that of averages it is at least the average of F. */
function liesAboveMean(values: Values | undefined): boolean {
  if (values === undefined) return false;
  const [reported = 0, ...cells] = values.map(approximate);
  return reported * cells.length > cells.reduce((sum, cell) => sum + cell, 0);
}

/** -1, 0, 100 or 999 in several cells of a line, for what is missing, where two or more others are left. */
function standInsOf(sheet: Sheet, [, ...cells]: readonly CellAt[]): readonly string[] {
  const texts = cells.map((cell) => textAt(sheet, cell));
  return [...new Set(texts)].filter((text) => {
    const count = texts.filter((other) => other === text).length;
    return /^(?:[-−].*|0|1|100|999+)(?:\.0*)?$/.test(text) && count > 1 && texts.length - count > 1;
  });
}

function textAt({ reading }: Sheet, { row, column }: CellAt): string {
  return reading.cell(row, column).source.text.trim();
}

function isAverage(values: Values | undefined, by: "nearest" | "any rule"): boolean {
  return (
    values !== undefined &&
    addsToZero(
      values.map((value, at) => ({ value, factor: at === 0 ? 1 - values.length : 1 })),
      by,
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
  const line = lineOf(sheet, first);
  if (line === undefined) return [];
  const cells = sheet.crossing.filter(({ role }) => role === "words").map((crossing) => sheet.at(line, crossing));
  return cells.filter((cell) => valuesOf(sheet.reading, [cell]) !== undefined);
}
