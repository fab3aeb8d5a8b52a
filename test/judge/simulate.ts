import { judgeMeasurement } from "../../src/judge/judge-measurement.ts";
import type { MeasurementVerdict, Observed, Reported } from "../../src/judge/judgement.ts";
import { stream } from "../../src/random/stream.ts";

/** A paper and a reproduction of it that differ by a known amount, in units of our standard deviation. */
export interface Design {
  readonly case: "A" | "B" | "C";
  /** The paper's runs; 1 in case C. */
  readonly paperRuns: number;
  readonly runs: number;
  readonly margin: number;
  /** True mean of ours minus the paper's; in case C, minus the number printed. */
  readonly shift: number;
  readonly paperDeviation?: number;
  /** Step of the printed mean and spread. Default 0.1. */
  readonly step?: number;
  readonly noise?: "normal" | "heavy tails" | "exponential";
  /** Where the paper's true mean lies; `between` is uniform between grid points. Default `between`. */
  readonly repetitions: number;
  /** Case C only: the printed number is a fact rather than a draw. */
  readonly printedIsFact?: boolean;
  readonly ignoreRounding?: boolean;
}

export interface Rates {
  readonly reproduced: number;
  readonly refuted: number;
}

/** How often the judge says what, over repetitions of the design; the same design gives the same rates. */
export function simulate(design: Design): Rates {
  const source = stream("test", "error rates", JSON.stringify(design));
  const { paperRuns, runs, margin, shift, paperDeviation = 1, step = 0.1, noise = "normal", repetitions } = design;
  const draw = (count: number, mean: number, deviation: number): number[] =>
    Array.from({ length: count }, () => {
      if (noise === "normal") return mean + deviation * source.normal();
      if (noise === "exponential") return mean + deviation * (-Math.log(1 - source.uniform()) - 1);
      const z = source.normal();
      const chi = Math.hypot(source.normal(), source.normal(), source.normal());
      // Student's t with 3 degrees of freedom has variance 3.
      return mean + (deviation * ((z / chi) * Math.sqrt(3))) / Math.sqrt(3);
    });
  const counts: Record<MeasurementVerdict, number> = { reproduced: 0, refuted: 0, inconclusive: 0 };
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const truth = step * source.uniform();
    const paper = design.printedIsFact === true ? [truth] : draw(paperRuns, truth, paperDeviation);
    const ours: Observed = { values: draw(runs, truth + shift, 1) };
    const halfUnit = design.ignoreRounding === true ? 0 : step / 2;
    const reported: Reported = {
      value: step * Math.round(mean(paper) / step),
      halfUnit,
      ...(design.case !== "C" && { runs: paperRuns }),
      ...(design.case === "A" && {
        spread: {
          value: step * Math.round(deviationOf(paper) / step),
          halfUnit,
          meaning: "standard-deviation" as const,
        },
      }),
    };
    counts[judgeMeasurement(reported, ours, { claimMargin: margin }).verdict]++;
  }
  return { reproduced: counts.reproduced / repetitions, refuted: counts.refuted / repetitions };
}

/** Four standard errors of a simulated rate: what chance may add to a bound. */
export function allowance(rate: number, repetitions: number): number {
  return 4 * Math.sqrt((rate * (1 - rate)) / repetitions);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}
