import { mean, sampleStandardDeviation } from "simple-statistics";
import { predictionInterval } from "../stats/prediction-interval.ts";
import { checkMeasurement } from "./check-measurement.ts";
import { type Comparison, decide } from "./decision-rule.ts";
import { decideWithoutSeeds, exactErrors, isExact } from "./exact-case.ts";
import { explain } from "./explain.ts";
import type { Judgement, JudgeOptions, Observed, PooledSpread, Reported, SpreadReading } from "./judgement.ts";
import { marginFor } from "./margin.ts";
import { notesOn } from "./notes.ts";
import { settle } from "./settle.ts";
import { skewnessCheck } from "./skewness-check.ts";
import { type PaperSpread, paperSpreads } from "./spread-meaning.ts";
import { type ErrorSources, standardErrors } from "./standard-errors.ts";

type Facts = Omit<Judgement, "explanation">;

/**
 * Did our runs reproduce the printed number? Both are in printed units; the answer carries every quantity behind it.
 *
 * Reproduced when two one-sided tests place the difference within the margin whatever number was rounded to the print;
 * refuted when a minimal-effect test places it outside; otherwise inconclusive, with the reason and, where more seeds
 * would decide, how many. Where the meaning of ± is unknown, all readings must agree. The rule, its cases and its error
 * rates are in docs/judge.md. Throws a RangeError or TypeError of one line for values that are not finite, impossible
 * counts, a negative margin, or a differing split without its standard error.
 *
 * @example
 * judgeMeasurement({ value: 74.5, halfUnit: 0.05 }, { values: [74.2, 74.9, 74.4, 74.6, 74.3] }, { claimMargin: 1 })
 *   .verdict; // => "reproduced"
 */
export function judgeMeasurement(reported: Reported, observed: Observed, options: JudgeOptions = {}): Judgement {
  checkMeasurement(reported, observed, options);
  const spreads = paperSpreads(reported);
  const outcomes =
    spreads.length === 0
      ? [judgeReading(reported, observed, options, undefined)]
      : spreads.map((spread) => judgeReading(reported, observed, options, spread));
  const facts = outcomes.length === 1 ? outcomes[0] : agreement(outcomes, spreads);
  if (facts === undefined) throw new RangeError("judgeMeasurement: no reading of the spread");
  return { ...facts, explanation: explain(facts, options.unit) };
}

/** The widest of several readings, with the common verdict or none. */
function agreement(outcomes: readonly Facts[], spreads: readonly PaperSpread[]): Facts | undefined {
  const readings = outcomes.map((facts, index): SpreadReading => {
    const spread = spreads[index];
    return {
      meaning: spread?.meaning ?? "unknown",
      verdict: facts.verdict,
      reason: facts.reason,
      standardDeviation: spread?.upper ?? 0,
      ...(facts.pRefute !== undefined && { pRefute: facts.pRefute }),
    };
  });
  const widest = outcomes.reduce((wide, facts) =>
    (facts.standardError ?? 0) > (wide.standardError ?? 0) ? facts : wide,
  );
  if (outcomes.every(({ verdict }) => verdict === widest.verdict)) return { ...widest, readings };
  const { seedsThatWouldDecide: _ofOneReading, ...rest } = widest;
  return { ...rest, verdict: "inconclusive", reason: "± undefined", readings };
}

function judgeReading(
  reported: Reported,
  observed: Observed,
  options: JudgeOptions,
  spread: PaperSpread | undefined,
): Facts {
  const { side = "equal", alpha = 0.05, split = "same", examplesStandardError = 0 } = options;
  // In ascending order, so that the order of the seeds cannot reach even the last bit.
  const values = [...observed.values].sort((one, two) => one - two);
  const runs = values.length;
  const observedMean = mean(values);
  const margin = marginFor(reported, spread, options);
  const comparison: Comparison = {
    difference: observedMean - reported.value,
    halfUnit: reported.halfUnit + (observed.halfUnit ?? 0),
    margin: margin.value,
    side,
    alpha,
  };
  const own = ownSpread(values, observed, options);
  const sources: ErrorSources = {
    runs,
    pooled: options.pooled !== undefined,
    ...(own !== undefined && { own }),
    ...(reported.runs !== undefined && { paperRuns: reported.runs }),
    ...(spread !== undefined && { paperDeviation: spread.upper }),
    examples: {
      reproducing: split === "differs" ? examplesStandardError : 0,
      refuting: split === "same" ? 0 : examplesStandardError,
    },
  };
  const exact = isExact(values, reported, observed, options);
  const errors = exact ? exactErrors(sources) : standardErrors(sources);
  const decision = exact ? decideWithoutSeeds(comparison, errors, reported.value) : decide(comparison, errors);
  const { verdict, reason, seeds } = settle({ comparison, sources, errors, decision, split, reported });
  const skewness = exact || options.pooled !== undefined ? undefined : skewnessCheck(values, comparison, decision);
  const { equivalence, refutation } = decision;
  const pRefute = refutation?.p ?? (exact ? Number(decision.verdict !== "refuted") : undefined);
  const pEquivalent = equivalence?.p ?? (exact ? Number(decision.verdict !== "reproduced") : undefined);
  const expected =
    spread !== undefined && reported.runs !== undefined
      ? expectedMean(reported, spread, reported.runs, runs, comparison)
      : undefined;
  const facts: Facts = {
    verdict,
    reason,
    case: errors.case,
    ...(errors.basis !== undefined && { basis: errors.basis }),
    side,
    alpha,
    reported: reported.value,
    observedMean,
    runs,
    ...(reported.runs !== undefined && { paperRuns: reported.runs }),
    difference: comparison.difference,
    halfUnit: comparison.halfUnit,
    margin,
    ...(own !== undefined && { standardDeviation: own.standardDeviation }),
    ...(spread !== undefined && { paperStandardDeviation: spread.upper, spreadMeaning: spread.meaning }),
    ...(equivalence !== undefined && { equivalence }),
    ...(refutation !== undefined && {
      refutation,
      standardError: refutation.standardError,
      degreesOfFreedom: refutation.degreesOfFreedom,
    }),
    ...(pRefute !== undefined && { pRefute }),
    ...(pEquivalent !== undefined && { pEquivalent }),
    ...(seeds !== undefined && { seedsThatWouldDecide: seeds }),
    ...(expected !== undefined && { predictionInterval: expected }),
    ...(skewness !== undefined && { skewness }),
    notes: [],
  };
  return { ...facts, notes: notesOn(facts, reported, observed, options) };
}

/** The family's spread, or that of the runs; printed runs cannot vary less than their rounding hides. */
function ownSpread(values: number[], { halfUnit = 0 }: Observed, { pooled }: JudgeOptions): PooledSpread | undefined {
  const least = halfUnit / Math.sqrt(3);
  if (pooled !== undefined) return { ...pooled, standardDeviation: Math.max(pooled.standardDeviation, least) };
  if (values.length < 2) return undefined;
  return { standardDeviation: Math.max(sampleStandardDeviation(values), least), degreesOfFreedom: values.length - 1 };
}

function expectedMean(
  reported: Reported,
  spread: PaperSpread,
  paperRuns: number,
  runs: number,
  { alpha, halfUnit }: Comparison,
): { readonly lower: number; readonly upper: number } {
  const summary = { mean: reported.value, standardDeviation: spread.upper, count: paperRuns };
  const { lower, upper } = predictionInterval(summary, runs, 1 - alpha);
  return { lower: lower - halfUnit, upper: upper + halfUnit };
}
