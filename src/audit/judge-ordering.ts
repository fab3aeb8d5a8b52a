import { mean, sampleStandardDeviation } from "simple-statistics";
import { judgeOrdering as judgeLead } from "../judge/judge-ordering.ts";
import { parseDecimal, toRational } from "../numbers/decimal.ts";
import { toNumber } from "../numbers/rational.ts";
import type { OrderingBasis } from "../paper/claim.ts";
import type { ClaimAudit, JudgedValues } from "./audit.ts";
import type { Evidence } from "./evidence.ts";
import { judgementDetails } from "./judgement-details.ts";
import { notRun } from "./not-run.ts";
import { observe } from "./observe.ts";
import { assumedAndUnswept, overFreedoms, untilComplete } from "./over-freedoms.ts";
import { type PairedValues, pairObservations } from "./pair-observations.ts";

type Decision = Pick<ClaimAudit, "verdict" | "indication" | "reason" | "explanation" | "measurement" | "command">;

/** Whether one measured quantity leads another, for each pair of their settings, paired by the seeds that both have. */
export function judgeOrdering(paper: string, basis: OrderingBasis, evidence: Evidence): Decision {
  const { higher, lower, plan, by } = basis;
  const above = observe(higher, plan, evidence.records);
  const below = observe(lower, plan, evidence.records);
  if (above.observed.length === 0) return notRun(paper, higher, plan, above.absent);
  if (below.observed.length === 0) return notRun(paper, lower, plan, below.absent);
  const lead = by === undefined ? 0 : toNumber(toRational(parseDecimal(by.value)));
  const judged = pairObservations(above.observed, below.observed).map((paired) => judgePair(paired, lead));
  if (judged.length === 0) return notRun(paper, lower, plan, ["no seed has both sides"]);
  const assumed = assumedAndUnswept([higher, lower], judged, evidence.records);
  return {
    ...overFreedoms(judged, assumed, plan.seeds.length, [...above.absent, ...below.absent]),
    indication: above.protocol !== "paper" || below.protocol !== "paper",
    measurement: {
      pipeline: higher.pipeline,
      variant: higher.variant,
      dataset: higher.dataset,
      protocol: above.protocol,
      metric: higher.metric,
      where: higher.where,
      ...(by === undefined ? {} : { margin: { value: lead, reason: by.reason } }),
      seedsPlanned: plan.seeds.length,
      judged: judged.map((one) => untilComplete(one, plan.seeds.length)),
    },
  };
}

/** The lead at each seed that both have; the values in the audit are these differences. */
function judgePair({ freedoms, pairs }: PairedValues, by: number): JudgedValues {
  const firsts = pairs.map(({ first }) => first);
  const seconds = pairs.map(({ second }) => second);
  const leads = pairs.map(({ first, second }) => first - second);
  const judgement = judgeLead(firsts, seconds, { paired: true, by });
  const { verdict, reason, explanation } = judgement;
  return {
    freedoms,
    values: pairs.map(({ seed, first, second }) => ({ seed, value: first - second })),
    mean: mean(leads),
    ...(leads.length < 2 ? {} : { sd: sampleStandardDeviation(leads) }),
    verdict,
    reason,
    explanation,
    judgement: judgementDetails({ ...judgement, means: [mean(firsts), mean(seconds)] }),
  };
}
