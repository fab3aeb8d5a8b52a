import { chiSquareQuantile } from "../stats/chi-square.ts";
import { normalCdf } from "../stats/normal.ts";
import { studentTQuantile } from "../stats/student-t.ts";
import type { Side } from "./decision-rule.ts";
import { type StandardError, standardErrors } from "./standard-errors.ts";

const NODES = 64;

/** A measurement that is planned, in printed units. */
export interface PowerPlan {
  /** Seeds to be run. */
  readonly runs: number;
  readonly margin: number;
  /** Of one run, ours and the paper's alike; the paper's printed spread or an experience with like tasks. */
  readonly standardDeviation: number;
  /** Where the paper's runs are thought to vary otherwise. */
  readonly paperStandardDeviation?: number;
  /** The paper's runs; absent where it does not say (case C). */
  readonly paperRuns?: number;
  /** Whether the paper prints a spread (case A) or not (case B). */
  readonly paperPrintsSpread: boolean;
  /** Of the printed number, and of its spread. Default 0. */
  readonly halfUnit?: number;
  readonly side?: Side;
  readonly alpha?: number;
  /** Where the power to refute is asked for: how far the true difference exceeds the margin. Default two SDs. */
  readonly excess?: number;
}

/** What such a measurement can be expected to tell. */
export interface PlannedPower {
  readonly runs: number;
  readonly case: "A" | "B" | "C";
  /** The chance of "reproduced" where the true difference is zero. */
  readonly reproduced: number;
  /** The chance of "refuted" where the true difference is the margin and `excess` more. */
  readonly refuted: number;
}

/**
 * The chances that a planned number of seeds will decide, before any compute is spent: for normal runs, by numerical
 * integration over the standard deviations that ours and the paper's runs may show (error below 0.005).
 * Throws a RangeError below two runs, or unless the standard deviation is positive.
 *
 * @example
 * const plan = { runs: 5, paperRuns: 5, paperPrintsSpread: true, margin: 2, standardDeviation: 1, halfUnit: 0.05 };
 * plannedPower(plan).reproduced.toFixed(2); // => "0.72"
 * plannedPower(plan).refuted.toFixed(2); // => "0.73"
 */
export function plannedPower(plan: PowerPlan): PlannedPower {
  const { runs, margin, standardDeviation, halfUnit = 0, side = "equal", alpha = 0.05 } = plan;
  if (!(Number.isSafeInteger(runs) && runs >= 2))
    throw new RangeError(`plannedPower: ${runs} runs; a plan needs 2 or more`);
  if (!(standardDeviation > 0))
    throw new RangeError(`plannedPower: standard deviation ${standardDeviation} is not positive`);
  const paperDeviation = plan.paperStandardDeviation ?? standardDeviation;
  const paperRuns = plan.paperRuns !== undefined && plan.paperRuns >= 2 ? plan.paperRuns : undefined;
  const prints = paperRuns !== undefined && plan.paperPrintsSpread;
  // The rounding of the print spreads the difference a little further.
  const spread = Math.sqrt(standardDeviation ** 2 / runs + paperDeviation ** 2 / (paperRuns ?? 1) + halfUnit ** 2 / 3);
  const truth = margin + (plan.excess ?? 2 * standardDeviation);
  let [reproduced, refuted] = [0, 0];
  const own = deviationNodes(standardDeviation, runs - 1);
  const printed = prints ? deviationNodes(paperDeviation, paperRuns - 1) : [undefined];
  for (const deviation of own)
    for (const paper of printed) {
      const errors = standardErrors({
        runs,
        own: { standardDeviation: deviation, degreesOfFreedom: runs - 1 },
        pooled: false,
        ...(paperRuns !== undefined && { paperRuns }),
        ...(paper !== undefined && { paperDeviation: paper + halfUnit }),
        examples: { reproducing: 0, refuting: 0 },
      });
      const weight = 1 / (own.length * printed.length);
      if (errors.reproducing !== undefined && errors.mayConfirm)
        reproduced += weight * chanceWithin(margin - halfUnit - reach(errors.reproducing, 1 - alpha), spread, side);
      if (errors.refuting !== undefined)
        refuted +=
          weight * chanceBeyond(margin + halfUnit + reach(errors.refuting, 1 - alpha / 2), truth, spread, side);
    }
  return { runs, case: prints ? "A" : paperRuns !== undefined ? "B" : "C", reproduced, refuted };
}

/** Equally likely values of a sample's standard deviation: the middles of slices of its distribution. */
function deviationNodes(deviation: number, degreesOfFreedom: number): readonly number[] {
  return Array.from(
    { length: NODES },
    (_, slice) => deviation * Math.sqrt(chiSquareQuantile((slice + 0.5) / NODES, degreesOfFreedom) / degreesOfFreedom),
  );
}

function reach({ standardError, degreesOfFreedom }: StandardError, probability: number): number {
  return studentTQuantile(probability, degreesOfFreedom) * standardError;
}

function chanceWithin(room: number, spread: number, side: Side): number {
  if (side !== "equal") return normalCdf(room / spread);
  return room <= 0 ? 0 : 1 - 2 * normalCdf(-room / spread);
}

function chanceBeyond(limit: number, truth: number, spread: number, side: Side): number {
  const beyond = normalCdf((truth - limit) / spread);
  return side === "equal" ? beyond + normalCdf((-truth - limit) / spread) : beyond;
}
