import { mean, sampleStandardDeviation } from "simple-statistics";
import { judgeRunDifference } from "../judge/judge-run-difference.ts";
import { judgeWiderSpread } from "../judge/judge-wider-spread.ts";
import { parseDecimal, toRational } from "../numbers/decimal.ts";
import { toNumber } from "../numbers/rational.ts";
import type { SpreadBasis } from "../paper/claim.ts";
import type { ClaimAudit, JudgedValues, ObservedValues } from "./audit.ts";
import type { Evidence } from "./evidence.ts";
import { judgementDetails } from "./judgement-details.ts";
import { notRun } from "./not-run.ts";
import { type Observation, observe } from "./observe.ts";
import { assumedAndUnswept, overFreedoms, untilComplete } from "./over-freedoms.ts";
import { type PairedValues, pairObservations } from "./pair-observations.ts";

type Decision = Pick<ClaimAudit, "verdict" | "indication" | "reason" | "explanation" | "measurement" | "command">;

/** How much a quantity varies over seeds, judged once for each setting of the freedoms. */
export function judgeSpread(paper: string, basis: SpreadBasis, evidence: Evidence): Decision {
  const { of, than, plan } = basis;
  const wide = observe(of, plan, evidence.records);
  if (wide.observed.length === 0) return notRun(paper, of, plan, wide.absent);
  if (than.kind === "run-difference") {
    const atLeast = toNumber(toRational(parseDecimal(than.atLeast.value)));
    const judged = wide.observed.map((observed) => judgeDifference(observed, atLeast));
    return decide(basis, [wide], judged, evidence, { value: atLeast, reason: than.atLeast.reason });
  }
  const narrow = observe(than.quantity, plan, evidence.records);
  if (narrow.observed.length === 0) return notRun(paper, than.quantity, plan, narrow.absent);
  const paired = pairObservations(wide.observed, narrow.observed);
  if (paired.length === 0) return notRun(paper, than.quantity, plan, ["no seed has both sides"]);
  const usable = than.relative ? paired.map(positivePairs).filter(({ pairs }) => pairs.length > 0) : paired;
  if (usable.length === 0) return notRun(paper, than.quantity, plan, [notPositive]);
  const judged = usable.map((each) => judgePair(each, than.relative));
  const isShort = than.relative && paired.some(({ pairs }) => pairs.some(isNotPositive));
  return decide(
    basis,
    [wide, isShort ? { ...narrow, absent: [...narrow.absent, notPositive] } : narrow],
    judged,
    evidence,
  );
}

const notPositive = "a value that is not positive has no relative spread";

function isNotPositive({ first, second }: PairedValues["pairs"][number]): boolean {
  return first <= 0 || second <= 0;
}

function positivePairs({ freedoms, pairs }: PairedValues): PairedValues {
  return { freedoms, pairs: pairs.filter((pair) => !isNotPositive(pair)) };
}

function judgeDifference(observed: ObservedValues, atLeast: number): JudgedValues {
  const judgement = judgeRunDifference(
    observed.values.map(({ value }) => value),
    atLeast,
  );
  return { ...observed, ...judgedBy(judgement) };
}

/** The values in the audit are those of the quantity that is said to vary more. */
function judgePair({ freedoms, pairs }: PairedValues, relative: boolean): JudgedValues {
  const firsts = pairs.map(({ first }) => first);
  const seconds = pairs.map(({ second }) => second);
  return {
    freedoms,
    values: pairs.map(({ seed, first }) => ({ seed, value: first })),
    mean: mean(firsts),
    ...(firsts.length < 2 ? {} : { sd: sampleStandardDeviation(firsts) }),
    ...judgedBy(judgeWiderSpread(firsts, seconds, { relative }), { means: [mean(firsts), mean(seconds)] }),
  };
}

function judgedBy(
  judgement: Pick<JudgedValues, "verdict" | "reason" | "explanation">,
  more: object = {},
): Pick<JudgedValues, "verdict" | "reason" | "explanation" | "judgement"> {
  const { verdict, reason, explanation } = judgement;
  return { verdict, reason, explanation, judgement: judgementDetails({ ...judgement, ...more }) };
}

function decide(
  { of, than, plan }: SpreadBasis,
  sides: readonly Observation[],
  judged: readonly JudgedValues[],
  evidence: Evidence,
  margin?: { readonly value: number; readonly reason: string },
): Decision {
  const seedsPlanned = plan.seeds.length;
  const absent = sides.flatMap((side) => side.absent);
  const quantities = than.kind === "quantity" ? [of, than.quantity] : [of];
  const assumed = assumedAndUnswept(quantities, judged, evidence.records);
  const protocol = sides.find((side) => side.protocol !== "paper")?.protocol ?? "paper";
  return {
    ...overFreedoms(judged, assumed, seedsPlanned, absent),
    indication: protocol !== "paper",
    measurement: {
      pipeline: of.pipeline,
      variant: of.variant,
      dataset: of.dataset,
      protocol,
      metric: of.metric,
      where: of.where,
      ...(margin === undefined ? {} : { margin }),
      seedsPlanned,
      judged: judged.map((one) => untilComplete(one, seedsPlanned)),
    },
  };
}
