import type { CheckResult } from "../../checks/check-result.ts";
import { checkPercentage } from "../../checks/percentage.ts";
import { type Decimal, toRational } from "../../numbers/decimal.ts";
import { toNumber } from "../../numbers/rational.ts";
import type { RoundingRule } from "../../numbers/rounding.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { type CellShare, cellShare, isCount } from "../cell-share.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { shareChance } from "../other-whole.ts";
import { askedOf, type Question } from "../questions.ts";
import { type ShareSource, shareSources } from "../share-sources.ts";
import { alongRows, plainLines } from "../sheet.ts";
import type { Asked } from "../table-check.ts";

/** A share with what it is of, and where it stands. */
interface PlacedShare {
  readonly share: CellShare;
  readonly total: Decimal;
  readonly row: Line;
  readonly column: Line;
}

/**
 * Percentages that stand in one cell with their counts: whether each is that of its count, out of what the cell, a header
 * (`n = 88`), another line or the user says. Where most cells do not confirm it, it was not asked.
 */
export function percentInCell(reading: TableReading, { rule, count }: InspectOptions): readonly Asked[] {
  const shares = plainLines(alongRows(reading)).flatMap((row) =>
    reading.columns.flatMap((column) => {
      const share = cellShare(reading.cell(row.index, column.index).reading);
      return share === undefined ? [] : [{ share, row, column }];
    }),
  );
  if (shares.length < 2) return [];
  const sources = shareSources(reading, count);
  const all = sources.map((source) => {
    const placed = shares.flatMap(({ share, row, column }): readonly PlacedShare[] => {
      const total = source.totalOf(share, row, column);
      const isWhole = total !== undefined && isCount(total) && total.units >= 1n;
      // Of another line's count one that is greater is no share; in a fraction it is a slip.
      const isShare = share.total !== undefined || (isWhole && share.count.units <= total.units);
      return isWhole && isShare ? [{ share, total, row, column }] : [];
    });
    const beside = besideOf(placed, rule);
    const questions = placed.map((one) => questionOf(one, beside, source, rule));
    return askedOf({
      reading,
      words: source.words,
      lineWord: "row",
      trialWord: "cell",
      basis: "earned",
      questions,
      tried: sources.length,
    });
  });
  const fits = (asked: readonly Asked[]): number => asked.filter(({ outcome }) => outcome === "consistent").length;
  const best = all.reduce<readonly Asked[]>((most, next) => (fits(next) > fits(most) ? next : most), []);
  return fits(best) > 0 ? best : [];
}

/** What is said of a fraction above one beside a percentage of at most 100. */
function moreThanAll({ percent, count }: CellShare, total: Decimal): CheckResult {
  return {
    check: "percentage",
    outcome: "inconsistent",
    explanation: `Printed ${percent.text} for ${count.text} of ${total.text}: that is more than all.`,
    assumptions: ["The count is of some of the total."],
    rescuedBy: [],
    nearMisses: [],
    details: { percent: percent.text, count: count.text, total: total.text },
  };
}

/** How the shares of a line bear it out that they are of their totals. */
interface Tally {
  readonly cells: number;
  readonly failing: number;
  /** The logarithm of the chance that all would agree by luck. */
  readonly luck: number;
}

/** The tallies of a share's row and column without itself. */
type Beside = (own: PlacedShare) => Readonly<Record<"row" | "column", Tally>>;

function besideOf(placed: readonly PlacedShare[], rule: RoundingRule | undefined): Beside {
  const ofShare = new Map(placed.map((one) => [one, tallyOf(one, rule)]));
  const lines = new Map<Line, Tally>();
  for (const [one, own] of ofShare)
    for (const line of [one.row, one.column]) lines.set(line, plus(lines.get(line) ?? none, own, 1));
  return (own) => {
    const without = (line: Line): Tally => plus(lines.get(line) ?? none, ofShare.get(own) ?? none, -1);
    return { row: without(own.row), column: without(own.column) };
  };
}

const none: Tally = { cells: 0, failing: 0, luck: 0 };

function tallyOf(one: PlacedShare, rule: RoundingRule | undefined): Tally {
  const fits = resultOf(one, rule)?.outcome === "consistent";
  return { cells: 1, failing: fits ? 0 : 1, luck: Math.log(chanceOf(one)) };
}

function plus(a: Tally, b: Tally, sign: 1 | -1): Tally {
  return {
    cells: a.cells + sign * b.cells,
    failing: a.failing + sign * b.failing,
    luck: a.luck + sign * b.luck,
  };
}

function questionOf(
  own: PlacedShare,
  beside: Beside,
  { otherwise }: ShareSource,
  rule: RoundingRule | undefined,
): Question {
  const { share, total, row, column } = own;
  const scales = scalesOf(own);
  const ofPercent = share.total !== undefined;
  const judge = (percent: Decimal, count: Decimal): CheckResult | undefined => {
    const result = resultOf({ ...own, share: { ...share, percent, count } }, rule);
    if (result?.outcome !== "inconsistent") return result;
    const other = otherBeside(own, beside) ?? otherwise(percent, count, total, scales[0] === "fraction" ? 1 : 100);
    return other === undefined ? result : { ...result, outcome: "conditional", rescuedBy: [other] };
  };
  return {
    cells: [{ row: row.index, column: column.index }],
    values: [ofPercent ? share.percent : share.count],
    judge: ([value]) => value && (ofPercent ? judge(value, share.count) : judge(share.percent, value)),
    chance: () => chanceOf(own),
  };
}

function resultOf(placed: PlacedShare, rule: RoundingRule | undefined): CheckResult | undefined {
  const { share, total } = placed;
  if (!isCount(share.count)) return undefined;
  if (share.count.units > total.units) return numberOf(share.percent) > 100 ? undefined : moreThanAll(share, total);
  const input = { percent: share.percent, count: numberOf(share.count), total: numberOf(total) };
  const results = scalesOf(placed).map((scale) => checkPercentage({ ...input, scale, ...(rule && { rules: [rule] }) }));
  return results.find(({ outcome }) => outcome === "consistent") ?? results[0];
}

/** What the other shares of its row and column say that one which disagrees may be. */
function otherBeside(own: PlacedShare, beside: Beside): string | undefined {
  const { row, column } = beside(own);
  // In a lone column each row is like the others, unless they are metrics.
  const isRowAlike = row.cells === 0 ? own.row.metric === undefined : isConfirmed(row);
  return isRowAlike && isConfirmed(column)
    ? undefined
    : "a row or column whose percentages are of something else, since too little of it agrees";
}

/** Whether all agree, as they would by luck once in a hundred times at most. */
function isConfirmed({ failing, luck }: Tally): boolean {
  return failing === 0 && luck <= Math.log(0.01) + 1e-9;
}

function chanceOf(placed: PlacedShare): number {
  return shareChance(placed.share.percent, scalesOf(placed).includes("fraction") ? 1 : 100);
}

/** Without a sign 0.9 may be a fraction or a percentage. */
function scalesOf({ share: { percent, isPercent }, column }: PlacedShare): readonly ("percent" | "fraction")[] {
  if (isPercent || numberOf(percent) > 1) return ["percent"];
  return column.unit === "fraction" ? ["fraction"] : ["percent", "fraction"];
}

function numberOf(value: Decimal): number {
  return toNumber(toRational(value));
}
