import { checkDebit, type DebitInput } from "../../checks/debit.ts";
import { checkGrim, type GrimInput } from "../../checks/grim.ts";
import { checkGrimColumn, type GrimColumnInput } from "../../checks/grim-column.ts";
import { checkGrimmer, type GrimmerInput } from "../../checks/grimmer.ts";
import { checkSamples, type SamplesInput } from "../../checks/samples.ts";
import { checkSdOfRuns, type SdOfRunsInput } from "../../checks/sd-of-runs.ts";
import { checkSdRange, type SdRangeInput } from "../../checks/sd-range.ts";
import { decimal, labelled } from "./as-printed.ts";
import { matchers } from "./matcher.ts";

/** Means and spreads of whole numbers. */
export const wholeNumberMatchers = matchers({
  /** So many whole numbers can have the printed mean, or so many examples the accuracy. */
  toPassGrim: {
    example: 'expect("5.26").toPassGrim({ count: 43 })',
    ask: (received, options: Omit<GrimInput, "mean">) => checkGrim({ ...options, mean: decimal(received) }),
  },
  /** Some number of values in the range fits all printed means. */
  toPassGrimColumn: {
    example: 'expect(["3.33", "1.67"]).toPassGrimColumn({ countRange: { least: 1, greatest: 8 } })',
    ask: (received, options: Omit<GrimColumnInput, "means">) =>
      checkGrimColumn({ ...options, means: labelled(received, "mean") }),
  },
  /** So many whole numbers can have the printed mean together with the printed SD. */
  toPassGrimmer: {
    example: 'expect("3.6").toPassGrimmer("3.11", { count: 25 })',
    ask: (received, sd: string, options: Omit<GrimmerInput, "mean" | "sd">) =>
      checkGrimmer({ ...options, ...sampleOf(received, sd) }),
  },
  /** So many zeros and ones can have the printed mean together with the printed SD. */
  toPassDebit: {
    example: 'expect(".53").toPassDebit(".50", { count: 1683 })',
    ask: (received, sd: string, options: Omit<DebitInput, "mean" | "sd">) =>
      checkDebit({ ...options, ...sampleOf(received, sd) }),
  },
  /** The printed mean on the scale leaves room for the printed SD. */
  toAllowSd: {
    example: 'expect("4.2").toAllowSd("3.03", { count: 5, scale: { minimum: 1, maximum: 7 } })',
    ask: (received, sd: string, options: Omit<SdRangeInput, "mean" | "sd">) =>
      checkSdRange({ ...options, ...sampleOf(received, sd) }),
  },
  /** Some sample of whole numbers on the scale has the printed mean and SD. */
  toHaveSamples: {
    example: 'expect("2.7").toHaveSamples("1.9", { count: 130, scale: { minimum: 1, maximum: 5 } })',
    ask: (received, sd: string, options: Omit<SamplesInput, "mean" | "sd">) =>
      checkSamples({ ...options, ...sampleOf(received, sd) }),
  },
  /** So many runs on a grid, such as accuracies on n examples, can have the printed mean and SD. */
  toHaveRuns: {
    example: 'expect("92.0").toHaveRuns("2.0", { runs: 3, grid: { examples: 50, percent: true } })',
    ask: (received, sd: string, options: Omit<SdOfRunsInput, "mean" | "sd">) =>
      checkSdOfRuns({ ...options, ...sampleOf(received, sd) }),
  },
});

function sampleOf(mean: unknown, sd: unknown) {
  return { mean: decimal(mean), sd: decimal(sd) };
}
