import { checkPercentage } from "../../checks/percentage.ts";
import { type Decimal, toRational } from "../../numbers/decimal.ts";
import { toNumber } from "../../numbers/rational.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { countLines, isCount } from "../cell-share.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { otherWhole, shareChance } from "../other-whole.ts";
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
