import { checkFMeasure } from "../../checks/f-measure.ts";
import { type Decimal, toRational } from "../../numbers/decimal.ts";
import { add, compare, multiply, type Rational, rational } from "../../numbers/rational.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { linearChance } from "../linear/linear-chance.ts";
import { bareName } from "../metric-lines.ts";
import { lineCells, type Relation, searchRelations, type Values, valuesOf } from "../relation.ts";
import { alongColumns, alongRows, lastPart, lineOf, outerPart, plainLines, type Sheet } from "../sheet.ts";
import type { Asked, CellAt, TableCheck } from "../table-check.ts";
import { rangeOfFirst } from "./totals.ts";

/**
 * Precision, recall and F1 of one line, also as P, R and F or LP, LR and LF: whether F1 is their harmonic mean, where the
 * other lines say that it is.
 */
export const fMeasure: TableCheck = {
  name: "f-measure",
  apply: (reading, { rule }) =>
    [alongRows(reading), alongColumns(reading)].flatMap((sheet) =>
      triplesOf(sheet).flatMap((triple): readonly Asked[] => {
        const relations = [relationOf(sheet, triple)];
        const exempts = (cells: readonly CellAt[]): string | undefined =>
          isAveraged(sheet, cells) ? "its name or its spreads say that it is an average" : undefined;
        return searchRelations({ reading, lineWord: sheet.lineWord, relations, rule, exempts, rescueLine: macro })
          .asked;
      }),
    ),
};

/**
 * Whether a line is an average by its name or by the spreads that it prints: its F need not go with its precision and
 * recall, and may even lie above where one of them is undefined for some class and left out.
 */
function isAveraged(sheet: Sheet, cells: readonly CellAt[]): boolean {
  const line = lineOf(sheet, cells[0]);
  if (line !== undefined && averageName.test(line.name)) return true;
  return cells.some(({ row, column }) => {
    const found = sheet.reading.cell(row, column).reading;
    return found.kind === "number" && found.printed.spread !== undefined;
  });
}

const averageName = /\b(?:macro|micro|weighted|avg|average|mean)\b/i;

/** F is undefined where precision and recall are 0, and printed as 0 by convention. */
function isUndefined(reading: TableReading, cells: readonly CellAt[]): boolean {
  const values = valuesOf(reading, cells);
  return values?.every(({ units }) => units === 0n) ?? false;
}

/** The mean of F over classes is at most the F of mean precision and mean recall, for the harmonic mean is concave. */
function macro([reported, precision, recall]: Values): string | undefined {
  if (reported === undefined || precision === undefined || recall === undefined) return undefined;
  const [f, p, r] = [reported, precision, recall].map(toRational) as [Rational, Rational, Rational];
  const lower = compare(multiply(f, add(p, r)), multiply(rational(2), multiply(p, r))) < 0;
  return lower ? "averages over classes or folds, whose mean F is lower" : undefined;
}

interface Triple {
  readonly f: Line;
  readonly precision: Line;
  readonly recall: Line;
}

function triplesOf({ crossing }: Sheet): readonly Triple[] {
  const scores = crossing.filter(({ role }) => role === "score");
  const only = (wanted: (line: Line) => boolean): Line | undefined => {
    const [first, second] = scores.filter(wanted);
    return second === undefined ? first : undefined;
  };
  return scores.flatMap((f) => {
    const beside = (line: Line): boolean => outerPart(line.name) === outerPart(f.name);
    const ofMetric = (names: readonly string[]) =>
      only((line) => beside(line) && line.metric !== undefined && names.includes(line.metric));
    const ofLetter = (letter: string, prefix: string) =>
      only((line) => beside(line) && bareName(lastPart(line.name)) === prefix + letter);
    const prefix = /^([lu]?)f1?$/.exec(bareName(lastPart(f.name)))?.[1];
    const named = f.metric === "f1" ? [ofMetric(["precision"]), ofMetric(["recall", "sensitivity"])] : [];
    const [precision, recall] =
      named.length === 2 && named.every((line) => line !== undefined)
        ? named
        : prefix === undefined
          ? []
          : [ofLetter("p", prefix), ofLetter("r", prefix)];
    return precision === undefined || recall === undefined ? [] : [{ f, precision, recall }];
  });
}

function relationOf(sheet: Sheet, { f, precision, recall }: Triple): Relation {
  const cellsOf = (line: Line): readonly CellAt[] => [f, precision, recall].map((its) => sheet.at(line, its));
  const defined = plainLines(sheet).filter((line) => !isUndefined(sheet.reading, cellsOf(line)));
  const lines = lineCells(defined, cellsOf);
  const range = rangeOfFirst(sheet, lines);
  const judge: Relation["judge"] = (values, rules) => {
    const [reported, p, r] = values as [Decimal, Decimal, Decimal];
    return checkFMeasure({ precision: p, recall: r, reported, ...(rules === undefined ? {} : { rules }) });
  };
  return {
    words: `${sheet.crossingWord} "${f.name}" is the harmonic mean of "${precision.name}" and "${recall.name}"`,
    asked: false,
    lines,
    fits: (values, loosely) => {
      const [reported, ...both] = values as [Decimal, Decimal, Decimal];
      const steps = loosely ? [-1n, 0n, 1n] : [0n];
      return steps.some(
        (step) => judge([{ ...reported, units: reported.units + step }, ...both], undefined).outcome === "consistent",
      );
    },
    chance: ([reported]) => (reported === undefined ? 1 : linearChance(reported, 2 * 10 ** -reported.decimals, range)),
    judge,
  };
}
