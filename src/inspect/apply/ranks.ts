import type { CheckResult } from "../../checks/check-result.ts";
import { checkRanks } from "../../checks/ranks.ts";
import { type Decimal, toRational } from "../../numbers/decimal.ts";
import { compare, rational } from "../../numbers/rational.ts";
import type { Line } from "../../tables/table-reading.ts";
import { cellName } from "../cell-place.ts";
import { type Earned, earnedBy, earnedWords } from "../earned.ts";
import { valuesOf } from "../relation.ts";
import { alongColumns, alongRows, type Sheet } from "../sheet.ts";
import type { Asked, CellAt, TableCheck } from "../table-check.ts";

/** Ranks from 1 on beside scores: whether they are those of the scores, where most of them are. */
export const ranks: TableCheck = {
  name: "ranks",
  apply: (reading) =>
    [alongRows(reading), alongColumns(reading)].flatMap((sheet) =>
      sheet.crossing.filter(({ role }) => role === "rank").flatMap((rank) => askedOfRanks(sheet, rank)),
    ),
};

interface Ranked {
  readonly cells: readonly [CellAt, CellAt];
  readonly label: string;
  readonly rank: Decimal;
  readonly value: Decimal;
}

interface Reading {
  readonly score: Line;
  readonly direction: "descending" | "ascending";
  readonly items: readonly Ranked[];
  readonly fitting: readonly boolean[];
}

const leastItems = 4;
const mostItems = 500;

function askedOfRanks(sheet: Sheet, rank: Line): readonly Asked[] {
  const scores = sheet.crossing.filter(
    ({ role, index }) => (role === "score" || role === "average") && (rank.of === undefined || rank.of === index),
  );
  const readings = scores.flatMap((score) => {
    const items = itemsOf(sheet, rank, score);
    return items.length < leastItems || items.length > mostItems
      ? []
      : (["descending", "ascending"] as const)
          .filter(
            (direction) => score.better === undefined || (direction === "descending") === (score.better === "higher"),
          )
          .map((direction): Reading => ({ score, direction, items, fitting: fittingOf(items, direction) }));
  });
  const [first, ...others] = readings;
  if (first === undefined) return [];
  const count = ({ fitting }: Reading): number => fitting.filter((its) => its).length;
  const best = others.reduce((most, next) => (count(next) > count(most) ? next : most), first);
  const { items, fitting, direction } = best;
  const result = checkRanks({ items, direction });
  const places = placesOf(items, direction);
  const earned = earnedBy(
    fitting.map((its, at) => ({ fits: its, chance: Math.min(1, (places[at]?.equal ?? 0) / items.length) })),
    readings.length,
  );
  const wrong = items.filter((_, at) => !fitting[at]).flatMap(({ cells }) => cells);
  const cells = [...wrong, ...items.filter((_, at) => fitting[at]).flatMap((item) => item.cells)];
  if (!earned.earned) return [{ outcome: "undecidable", cells }];
  const { outcome } = result;
  // Part of a longer board has other numbers, but the same order.
  const wholly = isWholeBoard(items) || isOutOfOrder(items, direction);
  if (outcome !== "inconsistent" || wrong.length === 0 || !wholly)
    return [{ outcome: outcome === "inconsistent" ? "undecidable" : "consistent", cells }];
  const flag = flagOf(sheet, rank, best, result, earned, wrong);
  const rescuedBy = [
    ...(areRanksOfSomething(items, direction) ? [otherScore] : []),
    ...(areShared(items) && !isOutOfOrder(items, direction) ? [sharedRanks] : []),
    ...(areOfGroups(items, direction) ? [ranksInGroups] : []),
  ];
  if (rescuedBy.length === 0) return [{ outcome, cells, flag }];
  const hidden: CheckResult = { ...result, outcome: "conditional", rescuedBy: [...result.rescuedBy, ...rescuedBy] };
  return [{ outcome: "conditional", cells, flag: { ...flag, strength: "conditional", result: hidden } }];
}

const otherScore = "ranks by another score, which is not printed";

const sharedRanks = "ranks that are shared where scores do not differ significantly";
const ranksInGroups = "ranks within groups of rows";

/** Whether the ranks begin anew from row to row, each time those of so many rows that follow one another. */
function areOfGroups(items: readonly Ranked[], direction: Reading["direction"]): boolean {
  const starts = items.flatMap(({ rank }, at) => (compare(toRational(rank), rational(1)) === 0 ? [at] : []));
  if (starts.length < 2 || starts[0] !== 0) return false;
  return starts.every((start, at) => {
    const group = items.slice(start, starts[at + 1]);
    return group.length > 1 && isWholeBoard(group) && !isOutOfOrder(group, direction);
  });
}

/** Whether items with different scores share a rank. */
function areShared(items: readonly Ranked[]): boolean {
  const key = ({ numerator, denominator }: ReturnType<typeof toRational>): string => `${numerator}/${denominator}`;
  const ranked = new Set(items.map(({ rank }) => key(toRational(rank))));
  const scored = new Set(items.map(({ rank, value }) => `${key(toRational(rank))} ${key(toRational(value))}`));
  return scored.size > ranked.size;
}

/** Whether the printed ranks are those of the scores in another order: then another score may have ranked them. */
function areRanksOfSomething(items: readonly Ranked[], direction: Reading["direction"]): boolean {
  const printed = items.map(({ rank }) => toRational(rank)).sort(compare);
  const ofScores = placesOf(items, direction)
    .map(({ better }) => rational(better + 1))
    .sort(compare);
  const plain = items.map((_, at) => rational(at + 1));
  return [ofScores, plain].some((wanted) =>
    wanted.every((rank, at) => compare(rank, printed[at] ?? rational(0)) === 0),
  );
}

function flagOf(
  sheet: Sheet,
  rank: Line,
  best: Reading,
  result: CheckResult,
  earned: Earned,
  wrong: readonly CellAt[],
): NonNullable<Asked["flag"]> {
  const { score, direction } = best;
  const [cell] = wrong;
  // A bare "Rank" beside one score names no score.
  const stated = score.better !== undefined && rank.of !== undefined && /[\s_]/.test(rank.name);
  return {
    strength: "contradiction",
    headline: `${cell === undefined ? "" : `${cellName(sheet.reading, cell)}: `}${result.explanation}`,
    restsOn: [
      `${sheet.crossingWord} "${rank.name}" ranks "${score.name}", ${direction === "descending" ? "highest" : "lowest"} first, ${stated ? "as its name says, and " : ""}${earnedWords(earned, sheet.lineWord)}`,
      ...result.assumptions,
    ],
    result,
    accuses: wrong.length,
  };
}

function itemsOf(sheet: Sheet, rank: Line, score: Line): readonly Ranked[] {
  return sheet.lines.flatMap((line): readonly Ranked[] => {
    const cells = [sheet.at(line, rank), sheet.at(line, score)] as const;
    const [position, value] = valuesOf(sheet.reading, cells) ?? [];
    if (line.role !== "score" || position === undefined || value === undefined) return [];
    return [{ cells, label: line.name, rank: position, value }];
  });
}

/** Whether the ranks are from 1 to at most the number of items. */
function isWholeBoard(items: readonly Ranked[]): boolean {
  const positions = items.map(({ rank }) => toRational(rank));
  const least = positions.every((position) => compare(position, rational(1)) >= 0);
  const most = positions.every((position) => compare(position, rational(items.length)) <= 0);
  return least && most && positions.some((position) => compare(position, rational(1)) === 0);
}

/** Whether an item stands before another that is better as printed. */
function isOutOfOrder(items: readonly Ranked[], direction: Reading["direction"]): boolean {
  const sorted = items
    .map(({ rank, value }) => ({ rank: toRational(rank), value: toRational(value) }))
    .sort((a, b) => compare(a.rank, b.rank));
  const sign = direction === "descending" ? 1 : -1;
  return sorted.some(({ rank, value }, at) =>
    sorted.slice(at + 1).some((later) => compare(later.rank, rank) > 0 && sign * compare(later.value, value) > 0),
  );
}

/** Whether each item's rank lies between one behind those surely better, and all that may be before it. */
function fittingOf(items: readonly Ranked[], direction: Reading["direction"]): readonly boolean[] {
  return placesOf(items, direction).map(({ better, equal }, at) => {
    const position = toRational((items[at] as Ranked).rank);
    return compare(position, rational(better + 1)) >= 0 && compare(position, rational(better + equal)) <= 0;
  });
}

/** How many are better than each item as printed, and how many print alike, itself counted in. */
function placesOf(items: readonly Ranked[], direction: Reading["direction"]): readonly Place[] {
  const sign = direction === "descending" ? -1 : 1;
  const values = items.map(({ value }) => toRational(value));
  const order = items
    .map((_, at) => at)
    .sort((a, b) => sign * compare(values[a] ?? rational(0), values[b] ?? rational(0)));
  const places: Place[] = [];
  for (let start = 0; start < order.length; ) {
    let end = start;
    const first = values[order[start] ?? 0] ?? rational(0);
    while (end < order.length && compare(values[order[end] ?? 0] ?? rational(0), first) === 0) end++;
    for (const at of order.slice(start, end)) places[at] = { better: start, equal: end - start };
    start = end;
  }
  return places;
}

interface Place {
  readonly better: number;
  readonly equal: number;
}
