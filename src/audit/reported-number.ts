import type { Reported } from "../judge/judgement.ts";
import { type Decimal, toRational } from "../numbers/decimal.ts";
import { toNumber } from "../numbers/rational.ts";
import { halfUnit } from "../numbers/rounding.ts";
import type { MeasuredBasis } from "../paper/claim.ts";
import type { ReportedNumber } from "./audit.ts";

type Printed = Pick<MeasuredBasis, "reported" | "bound" | "reportedRuns" | "spreadMeaning">;

/** A printed number as the judge takes it. */
export function reportedForJudge({ reported, reportedRuns, spreadMeaning = "unknown" }: Printed): Reported {
  const { value, spread } = reported;
  return {
    value: numberOf(value),
    halfUnit: toNumber(halfUnit(value)),
    ...(spread === undefined
      ? {}
      : { spread: { value: numberOf(spread), halfUnit: toNumber(halfUnit(spread)), meaning: spreadMeaning } }),
    ...(reportedRuns === undefined ? {} : { runs: reportedRuns }),
  };
}

/** The same for the audit. */
export function reportedNumber(printed: Printed): ReportedNumber {
  const { value, halfUnit: half, spread, runs } = reportedForJudge(printed);
  return {
    text: printed.bound === "ours" ? `${printed.reported.text} (our bound)` : printed.reported.text,
    value,
    halfUnit: half,
    ...(spread === undefined ? {} : { spread: spread.value, spreadMeaning: spread.meaning }),
    ...(runs === undefined ? {} : { runs }),
  };
}

function numberOf(decimal: Decimal): number {
  return toNumber(toRational(decimal));
}
