import type { CheckResult } from "../checks/check-result.ts";
import { asComputed } from "../checks/printed-in-full.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { Line, TableReading } from "../tables/table-reading.ts";
import { anotherKindOf } from "./another-kind.ts";
import { cellName } from "./cell-place.ts";
import { type Earned, earnedBy, earnedWords, type Trial } from "./earned.ts";
import type { FindingStrength } from "./inspection.ts";
import { isSaid, sheetOf } from "./sheet.ts";
import type { Asked, CellAt, Flag, Substitution } from "./table-check.ts";

/** One way to read what a printed number is made of, the same in every line of the table. */
export interface Relation {
  /** `column "Avg" is the mean of the 4 columns before it`. */
  readonly words: string;
  /** Whether the user said so. */
  readonly asked: boolean;
  /** In every line the cells that it joins, first the one that is made of the others. */
  readonly lines: LineCells;
  /** Whether numbers of one line agree, all rounded to nearest; `loosely`, each shortened by a rule of its own. */
  readonly fits: (values: readonly Decimal[], loosely: boolean) => boolean;
  /** The chance that another number in the first place would agree. */
  readonly chance: (values: readonly Decimal[]) => number;
  readonly judge: (values: readonly Decimal[], rules: readonly RoundingRule[] | undefined) => CheckResult;
}

/** The cells of a relation, line by line, made when they are asked for: of many relations most lines never are. */
export interface LineCells {
  readonly length: number;
  readonly at: (line: number) => readonly CellAt[];
}

export function lineCells(lines: readonly Line[], cellsOf: (line: Line) => readonly CellAt[]): LineCells {
  return { length: lines.length, at: (line) => cellsOf(lines[line] as Line) };
}

/** All, or at most so many, evenly spread. */
export function cellsOf({ length, at }: LineCells, most = length): readonly (readonly CellAt[])[] {
  const taken = Math.min(length, most);
  return Array.from({ length: taken }, (_, index) => at(Math.floor((index * length) / taken)));
}

export interface RelationSearch {
  readonly reading: TableReading;
  readonly lineWord: "row" | "column";
  readonly relations: readonly Relation[];
  readonly rule: RoundingRule | undefined;
  /** Another definition under which all lines hold, in words to stand behind "under": a weighting, another mean. */
  readonly rescue?: (relation: Relation, fitting: readonly Values[], failing: readonly Values[]) => string | undefined;
  /** What shows that a line which breaks the relation is of another making, so that it is not asked unless it was said. */
  readonly exempts?: (cells: readonly CellAt[]) => string | undefined;
  /** As `rescue`, for one line alone. */
  readonly rescueLine?: (values: Values, cells: readonly CellAt[]) => string | undefined;
}

/** The numbers of one line, in the order of its cells. */
export type Values = readonly Decimal[];

/** Which relation of a list the table confirms, and the lines that break it: each is asked of the check itself. */
export interface RelationFound {
  readonly asked: readonly Asked[];
  readonly best?: Relation;
  /** The relation of the most cells. */
  readonly widest?: Relation;
  readonly earned: Earned;
}

/** Screening tells relations apart by so many lines; the best is then put to all. */
const screened = 64;

/**
 * Puts the relation of a list that most lines fit to every line. A line that breaks it is a contradiction only where
 * the others confirm the relation (see `earnedBy`) or the user stated it; what another rule or definition would mend is
 * conditional; and where nothing confirms it, nothing is said of single lines.
 */
export function searchRelations(search: RelationSearch): RelationFound {
  const { reading, relations, rule } = search;
  const fitsOne = (relation: Relation, values: Values): boolean =>
    rule === undefined || rule === "half-either"
      ? relation.fits(values, false)
      : relation.judge(values, [rule]).outcome === "consistent";
  let best: { readonly relation: Relation; readonly fitting: number } | undefined;
  for (const relation of relations) {
    const sample = cellsOf(relation.lines, screened).flatMap((cells) => {
      const values = valuesOf(reading, cells);
      return values === undefined ? [] : [values];
    });
    if (sample.length === 0) continue;
    const fitting = sample.filter((values) => fitsOne(relation, values)).length;
    if (relation.asked || best === undefined || fitting > best.fitting) best = { relation, fitting };
    if (relation.asked) break;
  }
  if (best === undefined) return { asked: [], earned: earnedBy([], relations.length) };
  const { relation } = best;
  const judged = cellsOf(relation.lines).map((cells) => {
    const values = valuesOf(reading, cells);
    return { cells, values, fits: values !== undefined && fitsOne(relation, values) };
  });
  const trials: Trial[] = judged.flatMap(({ values, fits }) =>
    values === undefined ? [] : [{ fits, chance: relation.chance(values) }],
  );
  const earned = earnedBy(trials, relations.length);
  const confirmed = relation.asked || earned.earned;
  const wide = widest(relations);
  const parted = (over: Relation, wanted: boolean): readonly Values[] =>
    judged.flatMap(({ values, fits }, line) => {
      const its = values === undefined || fits !== wanted ? undefined : valuesOf(reading, over.lines.at(line));
      return its === undefined ? [] : [its];
    });
  const rescued = (over: Relation): string | undefined => {
    const failing = parted(over, false);
    return failing.length === 0 ? undefined : search.rescue?.(over, parted(over, true), failing);
  };
  const broken = judged.some(({ values, fits }) => values !== undefined && !fits);
  // Unequal weights may also be of columns that the plain mean leaves out.
  const rescuedBy =
    confirmed && broken && !relation.asked ? (rescued(relation) ?? rescued(wide ?? relation)) : undefined;
  const asked = judged.map(({ cells, values, fits }): Asked => {
    if (values === undefined || !confirmed) return { outcome: "undecidable", cells };
    const holds = (substitute: Substitution): boolean =>
      fitsOne(
        relation,
        values.map((value, index) => substitute(cells[index] as CellAt) ?? value),
      );
    if (fits) return { outcome: "consistent", cells, holds };
    const other = anotherKindOf(reading, search.lineWord, cells, relation.asked);
    const said = relation.asked || isSaid(sheetOf(reading, search.lineWord), cells);
    const apart = other?.plainly ? other.words : said ? undefined : search.exempts?.(cells);
    if (apart !== undefined) return { outcome: "undecidable", cells, apart: { lineWord: search.lineWord, why: apart } };
    const rescue = rescuedBy ?? search.rescueLine?.(values, cells) ?? other?.words;
    const flag = flagOf(search, relation, earned, cells, values, rescue);
    if (flag === undefined) return { outcome: "undecidable", cells };
    return { outcome: flag.strength === "contradiction" ? "inconsistent" : "conditional", cells, holds, flag };
  });
  return { asked, best: relation, earned, ...(wide === undefined ? {} : { widest: wide }) };
}

/** The relation of the most cells, which holds those of all others where they are parts of one line. */
export function widest(relations: readonly Relation[]): Relation | undefined {
  const size = ({ lines }: Relation): number => (lines.length === 0 ? 0 : lines.at(0).length);
  return relations.reduce<Relation | undefined>(
    (most, next) => (most === undefined || size(next) > size(most) ? next : most),
    undefined,
  );
}

/** The numbers of cells; undefined where one is no rounded number: empty, a bound, words, unreadable. */
export function valuesOf(reading: TableReading, cells: readonly CellAt[]): Values | undefined {
  const values: Decimal[] = [];
  for (const { row, column } of cells) {
    const found = reading.cell(row, column).reading;
    if (found.kind !== "number") return undefined;
    values.push(asComputed(found.printed.value));
  }
  return values;
}

function flagOf(
  { reading, rule, lineWord }: RelationSearch,
  relation: Relation,
  earned: Earned,
  cells: readonly CellAt[],
  values: Values,
  rescuedBy: string | undefined,
): Flag | undefined {
  const judged = relation.judge(values, rule === undefined ? undefined : [rule]);
  if (judged.outcome === "undecidable") return undefined;
  const mixed =
    rule === undefined && judged.outcome === "inconsistent" && relation.fits(values, true)
      ? "numbers each shortened by a rule of its own, or rounded twice"
      : undefined;
  const others = [rescuedBy, mixed].filter((words) => words !== undefined);
  const result: CheckResult =
    others.length === 0 ? judged : { ...judged, outcome: "conditional", rescuedBy: [...judged.rescuedBy, ...others] };
  const strength: FindingStrength = result.outcome === "inconsistent" ? "contradiction" : "conditional";
  const why = relation.asked ? "as was said" : earnedWords(earned, lineWord);
  const [first] = cells;
  return {
    strength,
    headline: `${first === undefined ? "" : `${cellName(reading, first)}: `}${result.explanation}`,
    restsOn: [`${relation.words}, ${why}`, ...result.assumptions],
    result,
    accuses: 1,
    passByChance: relation.chance(values),
  };
}

/** At most so many of a list, evenly spread. */
export function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, index) => items[Math.floor((index * items.length) / most)] as T);
}
