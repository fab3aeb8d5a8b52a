import { mean } from "simple-statistics";
import { formatLike } from "../judge/explain.ts";
import { judgeMeasurement } from "../judge/judge-measurement.ts";
import { poolSpreads } from "../judge/pool-spreads.ts";
import { parseDecimal, toRational } from "../numbers/decimal.ts";
import type { PrintedValue } from "../numbers/printed.ts";
import { toNumber } from "../numbers/rational.ts";
import { halfUnit } from "../numbers/rounding.ts";
import type { PrintedRunsBasis } from "../paper/claim.ts";
import { hanleyMcNeil } from "../stats/hanley-mcneil.ts";
import type { ClaimAudit } from "./audit.ts";
import { judgementDetails } from "./judgement-details.ts";
import { reportedForJudge, reportedNumber } from "./reported-number.ts";

type Decision = Pick<ClaimAudit, "verdict" | "indication" | "reason" | "explanation" | "printedRuns">;

/**
 * A printed number against runs that are printed beside it: the family's spread (case G), the rounding of both, and the
 * error from the choice of test examples on either side, as if all runs had been tested on one draw of them.
 */
export function judgePrintedRuns(basis: PrintedRunsBasis): Decision {
  const { reported, runs, family, boundary, margin, examples } = basis;
  const values = runs.map(numberOf);
  const pool = poolSpreads(
    family.map((member) => member.runs.map(numberOf)),
    boundary === undefined ? {} : { boundary: toNumber(toRational(parseDecimal(boundary))) },
  );
  const { leftOut, bartlettP, leveneP, ...pooled } = pool;
  const areaError = (area: number): number =>
    examples.scale * hanleyMcNeil(area / examples.scale, examples.positives, examples.negatives);
  const examplesStandardError = Math.hypot(areaError(numberOf(reported)), areaError(mean(values)));
  const judgement = judgeMeasurement(
    reportedForJudge({ reported }),
    { values, halfUnit: Math.max(...runs.map((run) => toNumber(halfUnit(run.value)))) },
    {
      claimMargin: toNumber(toRational(parseDecimal(margin.value))),
      pooled,
      split: "unknown",
      examplesStandardError,
    },
  );
  const show = (value: number): string => formatLike(value, judgement.halfUnit);
  const without = leftOut.map((index) => family[index]?.label ?? "");
  return {
    verdict: judgement.verdict,
    indication: false,
    reason: judgement.reason,
    explanation: [
      judgement.explanation,
      `The runs are printed ones; the SD is that of ${family.length - leftOut.length} like cells${without.length === 0 ? "" : ` (without ${without.join(" and ")}, which lie near the end of the scale)`}.`,
      `Counted in are all rounding (±${show(judgement.halfUnit)}) and the choice of test examples (standard error ${show(examplesStandardError)}).`,
    ].join(" "),
    printedRuns: {
      reported: reportedNumber({ reported }),
      runs: runs.map(({ text }) => text),
      margin: { value: toNumber(toRational(parseDecimal(margin.value))), reason: margin.reason },
      family: {
        members: family.map(({ label }) => label),
        leftOut: without,
        ...pooled,
        ...(bartlettP === undefined ? {} : { bartlettP }),
        ...(leveneP === undefined ? {} : { leveneP }),
      },
      examplesStandardError,
      examples: examples.source,
      judgement: judgementDetails(judgement),
    },
  };
}

function numberOf({ value }: PrintedValue): number {
  return toNumber(toRational(value));
}
