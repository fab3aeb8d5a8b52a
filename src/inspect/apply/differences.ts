import type { CheckResult } from "../../checks/check-result.ts";
import { checkDifference, checkRelativeGain } from "../../checks/difference.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import type { RoundingRule } from "../../numbers/rounding.ts";
import type { Line } from "../../tables/table-reading.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { approximate, linearChance, unitOf } from "../linear/linear-chance.ts";
import { addsToZero } from "../linear/linear-relation.ts";
import { type LineCells, lineCells, type Relation, searchRelations, type Values, valuesOf } from "../relation.ts";
import { alongColumns, alongRows, plainLines, type Sheet } from "../sheet.ts";
import type { Asked, CellAt, TableCheck } from "../table-check.ts";
import { rangeOfFirst } from "./totals.ts";

/** Columns and rows of differences: whether each is that of two others, or of one against another line. */
export const differences: TableCheck = {
  name: "difference",
  apply: (reading, options) =>
    [alongRows(reading), alongColumns(reading)].flatMap((sheet) =>
      sheet.crossing
        .filter(({ role }) => role === "difference")
        .flatMap((target) => differencesOf(sheet, target, options)),
    ),
};

/** Lines nearest to the difference that pairs are made of: more are not told apart by a table. */
const mostPartners = 8;

function differencesOf(sheet: Sheet, target: Line, { rule }: InspectOptions): readonly Asked[] {
  const near = sheet.crossing
    .filter(({ role }) => role === "score" || role === "average" || role === "count")
    .sort((a, b) => Math.abs(a.index - target.index) - Math.abs(b.index - target.index))
    .slice(0, mostPartners);
  const pairs = near.flatMap((value) =>
    near.filter((other) => other !== value).map((baseline) => ({ value, baseline })),
  );
  const between = pairs.flatMap(({ value, baseline }) => {
    const lines = lineCells(plainLines(sheet), (line) => [target, value, baseline].map((its) => sheet.at(line, its)));
    const words = `of "${value.name}" against "${baseline.name}"`;
    return [
      relationOf(sheet, `${named(sheet, target)} is the difference ${words}`, lines, "difference"),
      relationOf(sheet, `${named(sheet, target)} is the relative gain ${words}`, lines, "gain"),
    ];
  });
  const own = plainLines(sheet);
  const bases = [own[0], own[own.length - 1]].filter((line) => line !== undefined);
  const against = near.flatMap((score) =>
    bases.map((base) => {
      const others = own.filter((line) => line !== base);
      const lines = lineCells(others, (line) => [sheet.at(line, target), sheet.at(line, score), sheet.at(base, score)]);
      const words = `${named(sheet, target)} is the difference of "${score.name}" against ${sheet.lineWord} "${base.name}"`;
      return relationOf(sheet, words, lines, "difference");
    }),
  );
  const relations = [...between, ...against];
  const rescueLine = ([reported, value]: Values, cells: readonly CellAt[]): string | undefined =>
    reported === undefined || value === undefined ? undefined : otherBaseline(sheet, reported, value, cells);
  return searchRelations({ reading: sheet.reading, lineWord: sheet.lineWord, relations, rule, rescueLine }).asked;
}

/** How many lines either way are tried as another baseline: each with each. */
const mostTried = 60;

/** Another pair of which a single difference may be: of its own line, such as the best of each, or of its own score. */
function otherBaseline(
  sheet: Sheet,
  reported: Decimal,
  value: Decimal,
  [made, minuend, subtrahend]: readonly CellAt[],
): string | undefined {
  const lines = plainLines(sheet);
  const lineOf = (cell: CellAt | undefined): Line | undefined =>
    cell === undefined
      ? undefined
      : lines.find((line) => sheet.crossing.some((other) => isSame(sheet.at(line, other), cell)));
  const line = lineOf(made);
  if (line === undefined) return undefined;
  const numbersAt = (cells: readonly CellAt[]): readonly Decimal[] =>
    cells.slice(0, mostTried).flatMap((cell) => valuesOf(sheet.reading, [cell]) ?? []);
  const scores = sheet.crossing.filter(({ role }) => role === "score" || role === "average" || role === "count");
  if (lineOf(subtrahend) === line) {
    const own = numbersAt(scores.map((score) => sheet.at(line, score)));
    if (own.some((one) => own.some((other) => isMade(reported, one, other))))
      return `a difference of other ${sheet.crossingWord}s in this ${sheet.lineWord}, such as against the best of each`;
    // Where several are compared, the best may be one of those that are not printed.
    return own.length > 2 ? "a difference against one that is not printed" : undefined;
  }
  const score = minuend && scores.find((one) => isSame(sheet.at(line, one), minuend));
  const others = score === undefined ? [] : lines.filter((other) => other !== line);
  const baselines = score === undefined ? [] : numbersAt(others.map((other) => sheet.at(other, score)));
  return baselines.some((baseline) => isMade(reported, value, baseline))
    ? `a difference against another ${sheet.lineWord}`
    : undefined;
}

function isSame(a: CellAt, b: CellAt): boolean {
  return a.row === b.row && a.column === b.column;
}

/** Whether a number is the difference or the relative gain of two others. */
function isMade(reported: Decimal, value: Decimal, baseline: Decimal): boolean {
  const isDifference = addsToZero(
    [reported, value, baseline].map((each, at) => ({ value: each, factor: at === 1 ? 1 : -1 })),
    "nearest",
  );
  if (isDifference) return true;
  return (
    mayBeGain([reported, value, baseline]) && checkRelativeGain({ value, baseline, reported }).outcome === "consistent"
  );
}

function named({ crossingWord }: Sheet, { name }: Line): string {
  return `${crossingWord} "${name}"`;
}

function relationOf(sheet: Sheet, words: string, lines: LineCells, kind: "difference" | "gain"): Relation {
  const range = rangeOfFirst(sheet, lines);
  const judge = (values: readonly Decimal[], rules: readonly RoundingRule[] | undefined): CheckResult => {
    const [reported, value, baseline] = values as [Decimal, Decimal, Decimal];
    const input = { value, baseline, reported, ...(rules === undefined ? {} : { rules }) };
    return kind === "difference" ? checkDifference(input) : checkRelativeGain(input);
  };
  return {
    words,
    asked: false,
    lines,
    fits: (values, loosely) =>
      kind === "gain"
        ? mayBeGain(values) &&
          (loosely
            ? judge(values, undefined).outcome === "conditional"
            : judge(values, ["half-either"]).outcome === "consistent")
        : addsToZero(
            values.map((value, at) => ({ value, factor: at === 1 ? 1 : -1 })),
            loosely ? "any rule" : "nearest",
          ),
    chance: ([reported, value, baseline]) =>
      reported === undefined || value === undefined || baseline === undefined
        ? 1
        : linearChance(reported, unitOf(value) + unitOf(baseline), range),
    judge,
  };
}

/** A screen: whether a gain is anywhere near, by far more than rounding can move it. */
function mayBeGain(values: readonly Decimal[]): boolean {
  const [reported, value, baseline] = values as [Decimal, Decimal, Decimal];
  const [a, b] = [approximate(value), approximate(baseline)];
  const slack = 1 + Math.abs((100 * (unitOf(value) + unitOf(baseline)) * (1 + Math.abs(a / b))) / b);
  return !(Math.abs((100 * (a - b)) / b - approximate(reported)) > 10 * (slack + unitOf(reported)));
}
