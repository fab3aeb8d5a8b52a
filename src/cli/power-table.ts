import { plannedPower } from "../judge/planned-power.ts";
import { type Decimal, parseDecimal, toRational } from "../numbers/decimal.ts";
import { toNumber } from "../numbers/rational.ts";
import { halfUnit } from "../numbers/rounding.ts";
import type { MeasuredBasis } from "../paper/claim.ts";
import type { Paper } from "../paper/paper.ts";
import { textTable } from "./text-table.ts";

/** For each measured claim whose paper prints a spread: the chances that its planned seeds will decide it. */
export function powerTable(papers: readonly Paper[]): string {
  const rows = papers.flatMap((paper) =>
    paper.claims.flatMap(({ id, basis }) => (basis.kind === "measured" ? powerRow(id, basis) : [])),
  );
  if (rows.length === 0) return "";
  return textTable([["claim", "seeds", "margin", "SD", "chance to reproduce", "to refute at margin + 2 SD"], ...rows]);
}

function powerRow(id: string, { plan, margin, reported, reportedRuns }: MeasuredBasis): readonly (readonly string[])[] {
  if (reported.spread === undefined || plan.seeds.length < 2) return [];
  const standardDeviation = numberOf(reported.spread);
  if (standardDeviation === 0) return [];
  const power = plannedPower({
    runs: plan.seeds.length,
    margin: numberOf(parseDecimal(margin.value)),
    standardDeviation,
    paperPrintsSpread: true,
    halfUnit: toNumber(halfUnit(reported.value)),
    ...(reportedRuns === undefined ? {} : { paperRuns: reportedRuns }),
  });
  const chance = (value: number): string => value.toFixed(2);
  return [
    [
      id,
      String(plan.seeds.length),
      margin.value,
      reported.spread.text,
      chance(power.reproduced),
      chance(power.refuted),
    ],
  ];
}

function numberOf(value: Decimal): number {
  return toNumber(toRational(value));
}
