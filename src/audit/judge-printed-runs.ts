import { mean } from "simple-statistics";
import { formatLike } from "../judge/explain.ts";
import { judgeMeasurement } from "../judge/judge-measurement.ts";
import type { Judgement } from "../judge/judgement.ts";
import { poolSpreads } from "../judge/pool-spreads.ts";
import { parseDecimal, toRational } from "../numbers/decimal.ts";
import type { PrintedValue } from "../numbers/printed.ts";
import { toNumber } from "../numbers/rational.ts";
import { halfUnit } from "../numbers/rounding.ts";
import type { PrintedRunsBasis } from "../paper/claim.ts";
import type { ClaimAudit } from "./audit.ts";
import { examplesError } from "./examples-error.ts";
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
    boundary === undefined ? {} : { boundary: numberOfText(boundary) },
  );
  const { leftOut, bartlettP, leveneP, ...pooled } = pool;
  const examplesStandardError = examplesError(examples, numberOf(reported), mean(values));
  const judgement = judgeMeasurement(
    reportedForJudge({ reported }),
    { values, halfUnit: Math.max(...runs.map((run) => toNumber(halfUnit(run.value)))) },
    {
      claimMargin: numberOfText(margin.value),
      pooled,
      split: "unknown",
      examplesStandardError,
    },
  );
  const without = leftOut.map((index) => family[index]?.label ?? "");
  return {
    verdict: judgement.verdict,
    indication: false,
    reason: judgement.verdict === "refuted" ? "farther off than chance explains" : judgement.reason,
    explanation: explain(basis, judgement, examplesStandardError, without),
    printedRuns: {
      reported: reportedNumber({ reported }),
      runs: runs.map(({ text }) => text),
      margin: { value: numberOfText(margin.value), reason: margin.reason },
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

/** What chance could do beside what it would have to do. */
function explain(
  { reported, runs, family, margin }: PrintedRunsBasis,
  judgement: Judgement,
  examplesStandardError: number,
  without: readonly string[],
): string {
  const show = (value: number): string => formatLike(value, judgement.halfUnit);
  const { refutation, standardDeviation = 0 } = judgement;
  const reach = refutation === undefined ? 0 : (refutation.interval.upper - refutation.interval.lower) / 2;
  const allowed = numberOfText(margin.value) === 0 ? "" : `, beside a margin of ${margin.value}`;
  const apart = `${show(Math.abs(judgement.difference))} ${judgement.difference < 0 ? "below" : "above"}`;
  const lending = `${family.length - without.length} like cells${without.length === 0 ? "" : ` (without ${without.join(" and ")}, which lie near the end of the scale)`}`;
  return [
    `Printed is ${reported.text}; the printed runs ${runs.map(({ text }) => text).join(" and ")} lie ${apart} it on average. Seeds, rounding and the choice of test examples account for ${show(reach)} either way (95 %)${allowed}.`,
    `The runs' SD of ${show(standardDeviation)} is that of ${lending}; rounding is ±${show(judgement.halfUnit)}, the standard error of the test examples ${show(examplesStandardError)}.`,
  ].join(" ");
}

function numberOfText(text: string): number {
  return toNumber(toRational(parseDecimal(text)));
}

function numberOf({ value }: PrintedValue): number {
  return toNumber(toRational(value));
}
