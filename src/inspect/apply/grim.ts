import type { CheckResult } from "../../checks/check-result.ts";
import { checkGrim, type GrimInput } from "../../checks/grim.ts";
import { asFraction, fitsGrim, grimPower } from "../../checks/grim-lattice.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { type LineCells, lineCells, type Relation, searchRelations } from "../relation.ts";
import { alongRows, plainLines, valueAt } from "../sheet.ts";
import type { Asked, TableCheck } from "../table-check.ts";

/**
 * Accuracies on a known number of examples, and means of whole-numbered answers on a stated scale: whether some count
 * gives each. That a column's numbers are of one run, and of whole numbers, the other rows of the column must say, or
 * the user: by the number of runs, or the scale.
 */
export const grim: TableCheck = {
  name: "grim",
  apply: (reading, options) =>
    reading.columns
      .filter((column) => isCounted(column, options))
      .flatMap((column): readonly Asked[] => {
        const relation = countedShare(reading, column, options);
        if (relation === undefined) return [];
        return searchRelations({ reading, lineWord: "row", relations: [relation], rule: options.rule }).asked;
      }),
};

function isCounted({ role, metric, unit }: Line, { scale }: InspectOptions): boolean {
  if (role !== "score") return false;
  return metric === "accuracy" || (scale !== undefined && metric === undefined && unit !== "percent");
}

function countedShare(reading: TableReading, column: Line, options: InspectOptions): Relation | undefined {
  const sheet = alongRows(reading);
  const { runs = 1, items = 1, scale } = options;
  const sizes = reading.columns.filter(({ role, of }) => role === "n" && (of === undefined || of === column.index));
  const [size] = sizes.length === 1 ? sizes : [];
  const rows = plainLines(sheet).filter((row) => {
    const { reading: found } = reading.cell(row.index, column.index);
    // A spread says that there were several runs: how many must then be known.
    const several = found.kind === "number" && found.printed.spread !== undefined && options.runs === undefined;
    return (!several || scale !== undefined) && !isNoted(reading, row, column);
  });
  const stated = column.count === undefined ? options.count : Number(column.count);
  const answers = scale !== undefined && column.metric !== "accuracy";
  const shared = { items: answers ? items : 1, ...(answers || runs === 1 ? {} : { runs }) };
  const percent = !answers && column.unit === "percent";
  if (stated === undefined && size === undefined) return undefined;
  if (stated !== undefined && (!Number.isSafeInteger(stated) || stated < 1)) return undefined;
  const countOf = (count: Decimal | undefined): number | undefined =>
    stated ?? (count !== undefined && count.decimals === 0 && count.units > 0n ? Number(count.units) : undefined);
  const usable = rows.filter((row) => {
    const [value, count] = [valueAt(sheet, row, column), countOf(size && valueAt(sheet, row, size))];
    return value !== undefined && count !== undefined && powerOf(value, count * shared.items * runs, percent) > 0;
  });
  const lines: LineCells = lineCells(usable, (row) =>
    [column, ...(size === undefined ? [] : [size])].map((its) => sheet.at(row, its)),
  );
  const inputOf = ([mean, count]: readonly Decimal[]): GrimInput => ({
    mean: mean as Decimal,
    count: countOf(count) ?? 1,
    percent,
    ...shared,
  });
  const denominator = (input: GrimInput): number => input.count * (input.items ?? 1) * (input.runs ?? 1);
  return {
    words: `column "${column.name}" is ${answers ? "of whole-numbered answers" : `the share of right answers ${runs === 1 ? "in one run" : `over ${runs} runs`}`} on ${stated ?? `as many examples as column "${size?.name}" says`}`,
    asked: answers || options.runs !== undefined,
    lines,
    fits: (values, loosely) => {
      const input = inputOf(values);
      const value = percent ? asFraction(input.mean) : input.mean;
      const rules = loosely ? (["half-either", "floor", "ceiling"] as const) : (["half-either"] as const);
      return rules.some((rule) => fitsGrim(value, denominator(input), rule));
    },
    chance: (values) => {
      const input = inputOf(values);
      return 1 - powerOf(input.mean, denominator(input), percent);
    },
    judge: (values, rules): CheckResult => checkGrim({ ...inputOf(values), ...(rules === undefined ? {} : { rules }) }),
  };
}

/** Whether a footnote at a number or its row may say that it is of something else. */
function isNoted(reading: TableReading, row: Line, column: Line): boolean {
  const names = reading.columns.filter(({ role }) => role === "name");
  return [...names, column].some(({ index }) => {
    const { notes, text } = reading.cell(row.index, index).source;
    return notes.length > 0 || /[†‡§¶*]$/u.test(text.trim());
  });
}

function powerOf(mean: Decimal, denominator: number, percent: boolean): number {
  return mean.decimals < 0 ? 0 : grimPower(percent ? asFraction(mean) : mean, denominator, "half-either");
}
