import { judgeMeasurement } from "../judge/judge-measurement.ts";
import { parseDecimal, toRational } from "../numbers/decimal.ts";
import { toNumber } from "../numbers/rational.ts";
import type { MeasuredBasis } from "../paper/claim.ts";
import type { ClaimAudit, JudgedValues, ObservedValues } from "./audit.ts";
import type { Evidence } from "./evidence.ts";
import { examplesError } from "./examples-error.ts";
import { judgementDetails } from "./judgement-details.ts";
import { markOf } from "./mark-of.ts";
import { notRun } from "./not-run.ts";
import { observe } from "./observe.ts";
import { assumedAndUnswept, overFreedoms, untilComplete } from "./over-freedoms.ts";
import { reportedForJudge, reportedNumber } from "./reported-number.ts";

type Decision = Pick<ClaimAudit, "verdict" | "indication" | "reason" | "explanation" | "measurement" | "command">;

/** A printed number against the runs of its own pipeline, judged once for each setting of the freedoms. */
export function judgeMeasured(paper: string, basis: MeasuredBasis, evidence: Evidence): Decision {
  const { quantity, plan, margin } = basis;
  const { observed, absent, protocol } = observe(quantity, plan, evidence.records);
  const judged = observed.map((values) => judge(basis, values));
  const measurement = {
    pipeline: quantity.pipeline,
    variant: quantity.variant,
    dataset: quantity.dataset,
    protocol,
    metric: quantity.metric,
    where: quantity.where,
    reported: reportedNumber(basis),
    margin: { value: numberOf(margin.value), reason: margin.reason },
    seedsPlanned: plan.seeds.length,
    judged: judged.map((one) => untilComplete(one, plan.seeds.length)),
  };
  if (judged.length === 0) return { ...notRun(paper, quantity, plan, absent), measurement };
  const assumed = assumedAndUnswept([quantity], judged, evidence.records);
  return { ...overFreedoms(judged, assumed, plan.seeds.length, absent), indication: protocol !== "paper", measurement };
}

function judge(basis: MeasuredBasis, observed: ObservedValues): JudgedValues {
  const { margin, marks, sided = "two-sided", split, examples } = basis;
  const reported = reportedForJudge(basis);
  const judgement = judgeMeasurement(
    reported,
    { values: observed.values.map(({ value }) => value) },
    {
      ...{ claimMargin: numberOf(margin.value), side: sided === "two-sided" ? "equal" : sided, split },
      ...(examples === undefined
        ? {}
        : { examplesStandardError: examplesError(examples, reported.value, observed.mean) }),
    },
  );
  const { verdict, reason, explanation } = judgement;
  const mark = marks === undefined ? {} : { mark: markOf(observed.mean, marks) };
  return { ...observed, ...mark, verdict, reason, explanation, judgement: judgementDetails(judgement) };
}

function numberOf(text: string): number {
  return toNumber(toRational(parseDecimal(text)));
}
