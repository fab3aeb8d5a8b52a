import { checkSum } from "../../checks/sum.ts";
import { type Decimal, decimal, toRational } from "../../numbers/decimal.ts";
import { compare, total } from "../../numbers/rational.ts";
import type { Line } from "../../tables/table-reading.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { approximate, linearChance, unitOf } from "../linear/linear-chance.ts";
import { addsToZero } from "../linear/linear-relation.ts";
import {
  cellsOf,
  type LineCells,
  lineCells,
  type Relation,
  searchRelations,
  type Values,
  valuesOf,
} from "../relation.ts";
import { alongColumns, alongRows, outerPart, plainLines, type Sheet } from "../sheet.ts";
import type { Asked, TableCheck } from "../table-check.ts";

/** Total columns and rows: whether each is the sum of cells of its line. */
export const totals: TableCheck = {
  name: "sum",
  apply: (reading, options) =>
    [alongRows(reading), alongColumns(reading)].flatMap((sheet) =>
      sheet.crossing.filter(({ role }) => role === "total").flatMap((target) => totalsOf(sheet, target, options)),
    ),
};

function totalsOf(sheet: Sheet, target: Line, { rule }: InspectOptions): readonly Asked[] {
  const addable = sheet.crossing.filter(({ role }) => role === "score" || role === "count" || role === "n");
  const before = addable.filter(({ index }) => index < target.index);
  const counts = addable.filter(({ role }) => role !== "score");
  const group = addable.filter(({ name }) => outerPart(name) !== "" && outerPart(name) === outerPart(target.name));
  const lastStop = sheet.crossing.filter(({ role, index }) => role === "total" && index < target.index).pop();
  const since = before.filter(({ index }) => index > (lastStop?.index ?? -1));
  const stated = target.over;
  const word = sheet.crossingWord;
  const seen = new Set<string>();
  const relations = [
    { parts: addable.filter(({ index }) => stated?.includes(index)), what: `its ${stated?.length ?? 0} ${word}s` },
    { parts: since, what: `the ${since.length} ${word}s before it` },
    { parts: group, what: `the ${group.length} ${word}s of its group` },
    { parts: counts, what: `the ${counts.length} ${word}s of counts` },
    { parts: addable, what: `all ${addable.length} ${word}s` },
  ].flatMap(({ parts, what }): readonly Relation[] => {
    const key = parts.map(({ index }) => index).join(",");
    if (parts.length < 2 || seen.has(key)) return [];
    seen.add(key);
    return [sumOf(sheet, target, parts, what)];
  });
  return searchRelations({ reading: sheet.reading, lineWord: sheet.lineWord, relations, rule, rescueLine: otherTotal })
    .asked;
}

/**
 * What a total may be besides the sum of the numbers beside it. A part that is mostly nothing (other errors, unlabelled
 * examples) need not be printed, and what two parts share (a test set that also validates) counts once, so that most
 * lines may add up where some do not.
 */
function otherTotal([reported, ...parts]: Values): string | undefined {
  if (reported === undefined) return undefined;
  const zeros = Math.min(...[reported, ...parts].map(trailingZeros));
  const coarse = [reported, ...parts].map(({ units, decimals }) =>
    decimal(units / 10n ** BigInt(zeros), decimals - zeros),
  );
  const isRounded = addsToZero(
    coarse.map((value, at) => ({ value, factor: at === 0 ? -1 : 1 })),
    "any rule",
  );
  if (isRounded) return `numbers rounded to multiples of ${10 ** zeros}`;
  const more = compare(toRational(reported), total(parts.map(toRational))) > 0;
  return more ? "a part that is not printed" : "parts that overlap";
}

function trailingZeros({ units }: Decimal): number {
  return units === 0n ? mostZeros : Math.min(mostZeros, /0*$/.exec(units.toString())?.[0].length ?? 0);
}

/** Nobody rounds counts to more. */
const mostZeros = 6;

function sumOf(sheet: Sheet, target: Line, parts: readonly Line[], what: string): Relation {
  const lines = lineCells(plainLines(sheet), (line) => [
    sheet.at(line, target),
    ...parts.map((part) => sheet.at(line, part)),
  ]);
  const range = rangeOfFirst(sheet, lines);
  return {
    words: `${sheet.crossingWord} "${target.name}" is the sum of ${what}`,
    asked: target.over !== undefined && target.basis.asked,
    lines,
    fits: (values, loosely) =>
      addsToZero(
        values.map((value, at) => ({ value, factor: at === 0 ? -1 : 1 })),
        loosely ? "any rule" : "nearest",
      ),
    chance: ([reported, ...addends]) =>
      reported === undefined
        ? 1
        : linearChance(
            reported,
            addends.reduce((sum, value) => sum + unitOf(value), 0),
            range,
          ),
    judge: ([reported, ...addends], rules) =>
      checkSum({
        parts: addends.map((value, at) => ({ label: parts[at]?.name ?? "", value })),
        reported: reported as Decimal,
        ...(rules === undefined ? {} : { rules }),
      }),
  };
}

/** From the least to the greatest number in the first places: where another may be expected. */
export function rangeOfFirst(sheet: Sheet, lines: LineCells): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const cells of cellsOf(lines, 200)) {
    const [value] = valuesOf(sheet.reading, cells.slice(0, 1)) ?? [];
    if (value === undefined) continue;
    least = Math.min(least, approximate(value));
    most = Math.max(most, approximate(value));
  }
  return most >= least ? most - least : 0;
}
