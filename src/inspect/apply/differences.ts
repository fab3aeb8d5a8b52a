import type { CheckResult } from "../../checks/check-result.ts";
import { checkDifference, checkRelativeGain } from "../../checks/difference.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import type { RoundingRule } from "../../numbers/rounding.ts";
import type { Line } from "../../tables/table-reading.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { approximate, linearChance, unitOf } from "../linear/linear-chance.ts";
import { addsToZero } from "../linear/linear-relation.ts";
import { mayBeGain, otherBaseline } from "../other-baseline.ts";
import { type LineCells, lineCells, type Relation, searchRelations, type Values } from "../relation.ts";
import { alongColumns, alongRows, lastPart, outerPart, plainLines, type Sheet, valueAt } from "../sheet.ts";
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
  const all = near.flatMap((value) => near.filter((other) => other !== value).map((baseline) => ({ value, baseline })));
  const said = all.filter(({ value, baseline }) => isNamedIn(target, value) && isNamedIn(target, baseline));
  const pairs = said.length > 0 ? said : all;
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
  const unsaid = [...againstBest(sheet, target, near), ...against, ...againstOwn(sheet, target, near)];
  const relations = said.length > 0 ? between : [...between, ...unsaid];
  const rescueLine = ([reported, value]: Values, cells: readonly CellAt[]): string | undefined =>
    reported === undefined || value === undefined ? undefined : otherBaseline(sheet, reported, value, cells);
  return searchRelations({ reading: sheet.reading, lineWord: sheet.lineWord, relations, rule, rescueLine }).asked;
}

/** Differences against the nearest line before that has none of its own: the baseline of each group of lines. */
function againstOwn(sheet: Sheet, target: Line, near: readonly Line[]): readonly Relation[] {
  const own = plainLines(sheet);
  const baselines = own.filter((line) => valueAt(sheet, line, target) === undefined);
  if (baselines.length < 2) return [];
  const baseOf = (line: Line): Line | undefined => baselines.findLast(({ index }) => index < line.index);
  const others = own.filter((line) => !baselines.includes(line) && baseOf(line) !== undefined);
  return near.map((score) => {
    const lines = lineCells(others, (line) => [
      sheet.at(line, target),
      sheet.at(line, score),
      sheet.at(baseOf(line) as Line, score),
    ]);
    const words = `${named(sheet, target)} is the difference of "${score.name}" against the ${sheet.lineWord} before it that has none`;
    return relationOf(sheet, words, lines, "difference");
  });
}

/** Differences of one line against the best of several others of its group, which is another one from line to line. */
function againstBest(sheet: Sheet, target: Line, near: readonly Line[]): readonly Relation[] {
  const group = near.filter(({ name }) => outerPart(name) === outerPart(target.name));
  if (group.length < 3) return [];
  return group.flatMap((value) =>
    (["higher", "lower"] as const).flatMap((unstated): readonly Relation[] => {
      const cells = plainLines(sheet).map((line) => {
        const better = line.better ?? value.better ?? unstated;
        const best = bestOf(
          sheet,
          line,
          group.filter((other) => other !== value),
          better,
        );
        return [target, value, ...(best === undefined ? [] : [best])].map((its) => sheet.at(line, its));
      });
      const known = cells.filter(({ length }) => length === 3);
      const lines: LineCells = { length: known.length, at: (line) => known[line] ?? [] };
      const words = `of "${value.name}" against the best of ${group.length - 1} other ${sheet.crossingWord}s`;
      return [
        relationOf(sheet, `${named(sheet, target)} is the difference ${words}`, lines, "difference"),
        relationOf(sheet, `${named(sheet, target)} is the relative gain ${words}`, lines, "gain"),
      ];
    }),
  );
}

/** The line with the best number among those of one line; undefined where one of them is no number. */
function bestOf(sheet: Sheet, line: Line, others: readonly Line[], better: "higher" | "lower"): Line | undefined {
  const valued = others.flatMap((other) => {
    const value = valueAt(sheet, line, other);
    return value === undefined ? [] : [{ other, size: (better === "higher" ? 1 : -1) * approximate(value) }];
  });
  if (valued.length < others.length) return undefined;
  return valued.reduce<(typeof valued)[number] | undefined>(
    (most, next) => (most === undefined || next.size > most.size ? next : most),
    undefined,
  )?.other;
}

/** Whether a difference names a line that it is of: `Δ (Ours vs. Base)`. */
function isNamedIn(difference: Line, { name }: Line): boolean {
  const [whole, part] = [difference.name, lastPart(name)].map((text) => ` ${spaced(text)} `) as [string, string];
  return part.trim().length > 1 && whole.includes(part);
}

function spaced(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
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
        ? mayBeGain(values, loosely) &&
          judge(values, loosely ? undefined : ["half-either"]).outcome === (loosely ? "conditional" : "consistent")
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
