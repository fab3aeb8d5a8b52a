import { checkMean } from "../../checks/mean.ts";
import { unweighted } from "../../checks/weighting.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import type { Line } from "../../tables/table-reading.ts";
import { averageOverPresent, type PartsReading } from "../average-over-present.ts";
import { averagesOverSome } from "../average-over-some.ts";
import { sameCell } from "../cell-place.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { isMadeOfOthers } from "../line-of-others.ts";
import { addsToZero } from "../linear/linear-relation.ts";
import { meanChance } from "../linear/mean-chance.ts";
import { otherAverage } from "../other-average.ts";
import { meanOfTwo, otherMean } from "../other-mean.ts";
import { cellsOf, lineCells, type Relation, searchRelations, widest } from "../relation.ts";
import { alongColumns, alongRows, lastPart, outerPart, plainLines, type Sheet } from "../sheet.ts";
import type { Asked, CellAt, TableCheck } from "../table-check.ts";
import { unconfirmedAverage } from "../unconfirmed-average.ts";

/** Average columns: whether each is the mean of cells of its row. */
export const meanColumn: TableCheck = {
  name: "mean",
  apply: (reading, options) => averages(alongRows(reading), options),
};

/** Average rows: whether each cell is the mean of cells of its column. */
export const meanRow: TableCheck = {
  name: "mean-row",
  apply: (reading, options) => averages(alongColumns(reading), options),
};

function averages(sheet: Sheet, options: InspectOptions): readonly Asked[] {
  return sheet.crossing
    .filter(({ role }) => role === "average")
    .flatMap((target) => averagesOf(sheet, target, options));
}

function averagesOf(sheet: Sheet, target: Line, { weights, rule }: InspectOptions): readonly Asked[] {
  const whole = wholeReadings(sheet, target);
  const readings = withoutOne(whole);
  const relations = readings.flatMap(({ parts, what }) => {
    const relation = meanOf(sheet, target, parts, what, weights);
    return relation === undefined ? [] : [relation];
  });
  const overSome = weights === undefined ? averagesOverSome(sheet, target, distinct(whole)) : [];
  const wide = widest(relations);
  const found = searchRelations({
    reading: sheet.reading,
    lineWord: sheet.lineWord,
    relations: [...relations, ...overSome],
    rule,
    rescue: (_, fitting, failing) => otherMean(fitting, failing) ?? meanOfTwo(sheet, target),
    exempts: (cells) =>
      cells.length >= fewestExempt && isMadeOfOthers(sheet, cells)
        ? `its numbers are made of those of other ${sheet.lineWord}s`
        : undefined,
    rescueLine: (_, cells) => otherAverage(sheet, [cells, ...sameLine(wide, cells)]),
  });
  const stray = unconfirmedAverage(sheet, target, found);
  const gapped = weights === undefined ? averageOverPresent(sheet, target, readings, rule) : [];
  return [...found.asked, ...(stray === undefined ? [] : [stray]), ...gapped];
}

/** The cells of a line as another relation joins them. */
function sameLine(relation: Relation | undefined, [first]: readonly CellAt[]): readonly (readonly CellAt[])[] {
  if (relation === undefined || first === undefined) return [];
  return cellsOf(relation.lines).filter(([target]) => target !== undefined && sameCell(target, first));
}

/** With fewer numbers some pair of lines makes a third by luck. */
const fewestExempt = 4;

/** What an average may be of, the likeliest first. */
function wholeReadings(sheet: Sheet, target: Line): readonly PartsReading[] {
  const word = sheet.crossingWord;
  const like = sheet.crossing.filter(
    ({ role, unit }) => role === "score" && (unit === undefined || target.unit === undefined || unit === target.unit),
  );
  const before = like.filter(({ index }) => index < target.index);
  const stops = sheet.crossing.filter(({ role, index }) => role === "average" && index < target.index);
  const next = sheet.crossing.find(({ role, index }) => role === "average" && index > target.index);
  const since = before.filter(({ index }) => index > (stops[stops.length - 1]?.index ?? -1));
  const after = like.filter(({ index }) => index > target.index && index < (next?.index ?? Number.POSITIVE_INFINITY));
  const group = like.filter(({ name }) => outerPart(name) !== "" && outerPart(name) === outerPart(target.name));
  const named = like.filter(({ name }) => name.includes(" / ") && lastPart(name) === lastPart(target.name));
  const sameMetric = like.filter(({ metric }) => metric !== undefined && metric === target.metric);
  // A benchmark may be called Seed, Rank or N.
  const numbered = sheet.crossing.filter(({ role, index }) => index < target.index && !notNumbers.has(role));
  const stated = target.over;
  return [
    ...(stated === undefined
      ? []
      : [
          {
            parts: sheet.crossing.filter(({ index }) => stated.includes(index)),
            what: `its ${stated.length} ${word}s`,
          },
        ]),
    { parts: since, what: `the ${since.length} ${word}s before it` },
    { parts: group, what: `the ${group.length} ${word}s of its group` },
    { parts: named, what: `the ${named.length} ${word}s named as it is` },
    { parts: sameMetric, what: `the ${sameMetric.length} ${word}s of its metric` },
    { parts: after, what: `the ${after.length} ${word}s after it` },
    { parts: before, what: `all ${before.length} ${word}s before it` },
    { parts: like, what: `all ${like.length} ${word}s` },
    { parts: numbered, what: `all ${numbered.length} ${word}s of numbers before it` },
  ];
}

const notNumbers: ReadonlySet<Line["role"]> = new Set(["name", "words", "mark", "empty", "average", "sd"]);

/** Each reading, then each without one of its lines. */
function withoutOne(whole: readonly PartsReading[]): readonly PartsReading[] {
  const without = whole.flatMap(({ parts, what }) =>
    parts.length > 20
      ? []
      : parts.map((left) => ({ parts: parts.filter((part) => part !== left), what: `${what} without "${left.name}"` })),
  );
  return distinct([...whole, ...without]);
}

function distinct(readings: readonly PartsReading[]): readonly PartsReading[] {
  const seen = new Set<string>();
  return readings.filter(({ parts }) => {
    const key = parts.map(({ index }) => index).join(",");
    if (parts.length < 2 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function meanOf(
  sheet: Sheet,
  target: Line,
  parts: readonly Line[],
  what: string,
  weights: InspectOptions["weights"],
): Relation | undefined {
  const labels = parts.map(({ name }) => name);
  if (new Set(labels).size < labels.length) return undefined;
  const stated = weights && parts.map(({ name }) => weights[name] ?? weights[lastPart(name)]);
  if (stated?.some((weight) => weight === undefined || !Number.isSafeInteger(weight) || weight < 0)) return undefined;
  const factors = stated === undefined ? parts.map(() => 1) : stated.map((weight) => weight ?? 0);
  const total = factors.reduce((sum, factor) => sum + factor, 0);
  if (total === 0) return undefined;
  const weighting = {
    ...unweighted(labels),
    ...(stated === undefined
      ? {}
      : {
          name: "by the stated weights",
          weights: Object.fromEntries(labels.map((label, at) => [label, factors[at] ?? 0])),
        }),
  };
  return {
    words: `${sheet.crossingWord} "${target.name}" is the ${stated === undefined ? "mean" : "weighted mean"} of ${what}`,
    asked: target.over !== undefined && target.basis.asked,
    lines: lineCells(plainLines(sheet), (line) => [
      sheet.at(line, target),
      ...parts.map((part) => sheet.at(line, part)),
    ]),
    fits: (values, loosely) =>
      addsToZero(
        values.map((value, at) => ({ value, factor: at === 0 ? -total : (factors[at - 1] ?? 0) })),
        loosely ? "any rule" : "nearest",
      ),
    chance: meanChance,
    judge: ([reported, ...cells], rules) =>
      checkMean({
        cells: cells.map((value, at) => ({ label: labels[at] ?? "", value })),
        reported: reported as Decimal,
        weighting,
        ...(rules === undefined ? {} : { rules }),
      }),
  };
}
