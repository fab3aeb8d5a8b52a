import { checkPercentage } from "../../checks/percentage.ts";
import { type Decimal, toRational } from "../../numbers/decimal.ts";
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  subtract,
  toNumber,
} from "../../numbers/rational.ts";
import { roundingInterval } from "../../numbers/rounding.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { countLines, isCount, shareChance } from "../counts.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { type LineCells, type Relation, searchRelations, type Values, valuesOf } from "../relation.ts";
import { alongRows, plainLines, type Sheet } from "../sheet.ts";
import type { Asked, CellAt } from "../table-check.ts";

/** Percentages in a column beside counts: whether each is that of a count out of another. */
export function percentOfCount(reading: TableReading, { rule }: InspectOptions): readonly Asked[] {
  const sheet = alongRows(reading);
  const counts = countLines(sheet.crossing);
  const shares = sheet.crossing.filter(
    ({ role, unit }) => role === "score" && (unit === "percent" || unit === "fraction"),
  );
  const pairs = counts.flatMap((part) => counts.filter((whole) => whole !== part).map((whole) => ({ part, whole })));
  return shares.flatMap((share): readonly Asked[] => {
    const relations = pairs.map(({ part, whole }) => shareOf(sheet, share, part, whole));
    const rescueLine = ([percent, count, total]: Values): string | undefined =>
      percent && count && total && otherWhole(percent, count, total, share.unit === "fraction" ? 1 : 100);
    const found = searchRelations({ reading, lineWord: "row", relations, rule, rescueLine });
    // Nothing says that a share is of these counts: where the rows do not, it was not asked.
    return found.earned.earned ? found.asked : [];
  });
}

/**
 * Of what else a share may be: of fewer than all where data are missing, which makes it greater, of a number that is
 * printed rounded, or of a weighted count; or what was done to it for the sake of a sum.
 */
function otherWhole(percent: Decimal, count: Decimal, total: Decimal, scale: 1 | 100): string | undefined {
  const { lower, upper } = roundingInterval(percent);
  // percent = scale × count / total
  const of = (whole: Rational): Rational => divide(multiply(rational(scale), toRational(count)), whole);
  const zeros = /0*$/.exec(total.units.toString())?.[0].length ?? 0;
  const half = rational(10n ** BigInt(zeros), 2n);
  const [least, most] = [subtract(toRational(total), half), add(toRational(total), half)];
  if (zeros > 0 && compare(of(most), upper) <= 0 && compare(of(least), lower) >= 0)
    return "a total that is printed rounded";
  const share = of(toRational(total));
  if (compare(share, lower) < 0) return "a share of those with data, fewer than all";
  const moved = multiply(rational(3, 2), powerOfTen(-percent.decimals));
  if (compare(absolute(subtract(share, toRational(percent))), moved) <= 0)
    return "a share that was moved so that all add up to 100";
  const near = add(toRational(count), rational(-1, 2));
  // Below: the share of a count that is half a unit less reaches what is printed.
  return compare(divide(multiply(rational(scale), near), toRational(total)), upper) <= 0
    ? "a count that is weighted, and printed rounded"
    : undefined;
}

function shareOf(sheet: Sheet, share: Line, part: Line, whole: Line): Relation {
  const scale = share.unit === "fraction" ? "fraction" : "percent";
  const judge: Relation["judge"] = (values, rules) => {
    const [percent, count, total] = values as [Decimal, Decimal, Decimal];
    return checkPercentage({ percent, count: countOf(count), total: countOf(total), scale, ...(rules && { rules }) });
  };
  return {
    words: `column "${share.name}" is the share of "${part.name}" in "${whole.name}"`,
    asked: false,
    lines: listed(
      plainLines(sheet).flatMap((line) => {
        const cells = [share, part, whole].map((its) => sheet.at(line, its));
        const [, count, total] = valuesOf(sheet.reading, cells) ?? [];
        const countable = count !== undefined && total !== undefined && isCount(count) && isCount(total);
        return countable && total.units >= 1n && count.units <= total.units ? [cells] : [];
      }),
    ),
    fits: (values, loosely) => {
      const { outcome } = judge(values, undefined);
      return outcome === "consistent" || (loosely && outcome === "conditional");
    },
    chance: ([percent]) => (percent === undefined ? 1 : shareChance(percent, scale === "fraction" ? 1 : 100)),
    judge,
  };
}

function countOf(value: Decimal): number {
  return toNumber(toRational(value));
}

function listed(lines: readonly (readonly CellAt[])[]): LineCells {
  return { length: lines.length, at: (line) => lines[line] ?? [] };
}
