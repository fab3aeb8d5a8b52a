import { checkMean } from "../checks/mean.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Line } from "../tables/table-reading.ts";
import { otherMean } from "./other-mean.ts";
import { cellsOf, type RelationFound, valuesOf } from "./relation.ts";
import { outerPart, type Sheet } from "./sheet.ts";
import type { Asked } from "./table-check.ts";

/**
 * A line named an average whose numbers are no mean that was tried: one suspicion for the whole line, with a printed
 * number that is farthest from any mean, outside its own cells; else nothing, for it may be weighted, or of what is
 * not printed.
 */
export function unconfirmedAverage(sheet: Sheet, target: Line, found: RelationFound): Asked | undefined {
  const { best, earned } = found;
  if (best === undefined || earned.earned || best.asked || earned.lines < 3 || isOfOthers(sheet, target))
    return undefined;
  const lines = cellsOf(best.lines).flatMap((cells) => {
    const values = valuesOf(sheet.reading, cells);
    return values === undefined ? [] : [{ cells, values }];
  });
  const failing = lines.filter(({ values }) => !best.fits(values, true));
  const [worst] = failing;
  if (worst === undefined || failing.length <= lines.length / 2) return undefined;
  const over = found.widest ?? best;
  const all = cellsOf(over.lines).flatMap((cells) => {
    const values = valuesOf(sheet.reading, cells);
    return values === undefined ? [] : [values];
  });
  if (all.length < lines.length || otherMean([], all) !== undefined) return undefined;
  const [reported, ...cells] = worst.values;
  const result = checkMean({
    cells: cells.map((value, at) => ({ label: String(at + 1), value })),
    reported: reported as Decimal,
  });
  return {
    outcome: "undecidable",
    cells: failing.map(({ cells: [first] }) => first as { row: number; column: number }),
    flag: {
      strength: "suspicion",
      headline: `${sheet.crossingWord} "${target.name}": only ${earned.fitting} of ${earned.lines} printed averages are a mean of what stands beside them, and no weights explain them together.`,
      restsOn: [`${best.words}: nothing confirms it; the average may be of numbers that are not printed`],
      result,
      accuses: 0,
    },
  };
}

/**
 * Whether an average is plainly of what is not printed: alone under a heading, beside numbers of both directions, or in a table
 * whose caption says that it shows a part.
 */
function isOfOthers({ reading, crossing }: Sheet, { index, name }: Line): boolean {
  const scores = crossing.filter((line) => line.role === "score" && line.index !== index);
  const heading = outerPart(name);
  if (heading !== "" && !scores.some((line) => outerPart(line.name) === heading)) return true;
  if (new Set(scores.flatMap(({ better }) => better ?? [])).size > 1) return true;
  return /\b(?:selected|selection|subset|excerpt|representative|some of)\b/i.test(reading.table.caption);
}
