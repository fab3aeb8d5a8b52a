import type { CheckResult } from "../../checks/check-result.ts";
import { checkPercentage } from "../../checks/percentage.ts";
import { type Decimal, toRational } from "../../numbers/decimal.ts";
import { toNumber } from "../../numbers/rational.ts";
import type { RoundingRule } from "../../numbers/rounding.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { type CellShare, cellShare } from "../cell-share.ts";
import { isCount, shareChance } from "../counts.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { askedOf, type Question } from "../questions.ts";
import { type ShareSource, shareSources } from "../share-sources.ts";
import { alongRows, plainLines } from "../sheet.ts";
import type { Asked } from "../table-check.ts";

/** A share with where it stands. */
interface PlacedShare {
  readonly share: CellShare;
  readonly row: Line;
  readonly column: Line;
}

/** A share with what it is of. */
interface WholeShare extends PlacedShare {
  readonly total: Decimal;
}

/**
 * Percentages that stand in one cell with their counts: whether each is that of its count, out of what the cell, a header
 * (`n = 88`), another line or the user says. Where most cells do not confirm it, it was not asked; one that does not agree
 * is conditional, for single cells may hold a rate, a range or a share of something else.
 */
export function percentInCell(reading: TableReading, { rule, count }: InspectOptions): readonly Asked[] {
  const shares = sharesOf(reading);
  if (shares.length < 2) return [];
  const sources = shareSources(reading, count);
  const all = sources.map((source) => {
    const placed = shares.flatMap((one) => withTotal(one, source));
    const questions = alike(placed, rule).map((one) => questionOf(one, rule));
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

/** All shares; where some of a column bear the sign, those without it are something else. */
function sharesOf(reading: TableReading): readonly PlacedShare[] {
  const rows = plainLines(alongRows(reading));
  return reading.columns.flatMap((column) => {
    const placed = rows.flatMap((row) => {
      const share = cellShare(reading.cell(row.index, column.index).reading);
      return share === undefined ? [] : [{ share, row, column }];
    });
    return placed.some(({ share }) => share.isPercent) ? placed.filter(({ share }) => share.isPercent) : placed;
  });
}

function withTotal(placed: PlacedShare, { totalOf }: ShareSource): readonly WholeShare[] {
  const { share, row, column } = placed;
  const total = totalOf(share, row, column);
  const isShare = total !== undefined && isCount(total) && total.units >= 1n && share.count.units <= total.units;
  return isShare ? [{ ...placed, total }] : [];
}

/** Those of rows and columns in which at least half agree: others are of something else as a whole. */
function alike(placed: readonly WholeShare[], rule: RoundingRule | undefined): readonly WholeShare[] {
  const counts = new Map<Line, { all: number; fitting: number }>();
  for (const one of placed) {
    const fits = resultOf(one, rule).outcome === "consistent";
    for (const line of [one.row, one.column]) {
      const { all, fitting } = counts.get(line) ?? { all: 0, fitting: 0 };
      counts.set(line, { all: all + 1, fitting: fitting + (fits ? 1 : 0) });
    }
  }
  const isAlike = (line: Line): boolean => {
    const { all, fitting } = counts.get(line) ?? { all: 0, fitting: 0 };
    return all === 1 || 2 * fitting >= all;
  };
  return placed.filter(({ row, column }) => isAlike(row) && isAlike(column));
}

function questionOf(own: WholeShare, rule: RoundingRule | undefined): Question {
  const { share, total, row, column } = own;
  const ofPercent = share.total !== undefined;
  return {
    cells: [{ row: row.index, column: column.index }],
    values: [ofPercent ? share.percent : share.count],
    judge: ([value]) => {
      if (value === undefined || (!ofPercent && (!isCount(value) || value.units > total.units))) return undefined;
      const result = resultOf({ ...own, share: { ...share, [ofPercent ? "percent" : "count"]: value } }, rule);
      return result.outcome === "inconsistent"
        ? { ...result, outcome: "conditional", rescuedBy: ["a percentage of something else than these counts"] }
        : result;
    },
    chance: () => shareChance(share.percent, scalesOf(own).includes("fraction") ? 1 : 100),
  };
}

function resultOf(one: WholeShare, rule: RoundingRule | undefined): CheckResult {
  const { percent, count } = one.share;
  const input = { percent, count: numberOf(count), total: numberOf(one.total), ...(rule && { rules: [rule] }) };
  const [first, second] = scalesOf(one).map((scale) => checkPercentage({ ...input, scale })) as [
    CheckResult,
    CheckResult?,
  ];
  return second?.outcome === "consistent" ? second : first;
}

/** Without a sign 0.9 may be a fraction or a percentage. */
function scalesOf({ share: { percent, isPercent }, column }: WholeShare): readonly ("percent" | "fraction")[] {
  if (isPercent || numberOf(percent) > 1) return ["percent"];
  return column.unit === "fraction" ? ["fraction"] : ["percent", "fraction"];
}

function numberOf(value: Decimal): number {
  return toNumber(toRational(value));
}
