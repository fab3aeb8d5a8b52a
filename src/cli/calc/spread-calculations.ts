import { checkDebit } from "../../checks/debit.ts";
import { checkGrimmer } from "../../checks/grimmer.ts";
import { checkSamples } from "../../checks/samples.ts";
import { checkSdRange } from "../../checks/sd-range.ts";
import type { ValueScale } from "../../checks/value-scale.ts";
import type { Arguments, Command } from "../command.ts";
import { flagOption, numberOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { calculation } from "./calculation.ts";
import {
  countOfValues,
  ddofOf,
  ddofOption,
  epsOption,
  itemsOf,
  itemsOption,
  meanAndSd,
  neededCount,
  neededDecimal,
  requireWithin,
  ruleOption,
  rulesOf,
  scaleOf,
  scaleOption,
  spreadOf,
  spreadOption,
} from "./printed-options.ts";

/** The checks of a mean with its SD. */
export const spreadCalculations: readonly Command[] = [
  calculation({
    name: "grimmer",
    summary: "Can n whole numbers have this mean and this standard deviation? (GRIMMER)",
    description:
      "Whole numbers have whole sums and whole sums of squares, so that not every SD goes with every mean. With --scale the values must lie on it too.",
    needs: ["mean", "sd", "n"],
    options: [...meanAndSd, countOfValues, itemsOption, scaleOption, ddofOption, spreadOption, ruleOption, epsOption],
    examples: [
      ["assay calc grimmer --mean 7.22 --sd 5.30 --n 38", "38 whole numbers"],
      ["assay calc grimmer --mean 3.4 --sd 1.1 --n 20 --scale 1..5", "20 answers from 1 to 5"],
    ],
    calculate: (given) => {
      const scale = scaleOf(given);
      return checkGrimmer({
        ...sampleOf(given),
        ...itemsOf(given),
        ...(scale === undefined ? {} : { scale }),
      });
    },
  }),
  calculation({
    name: "debit",
    summary: "Can n zeros and ones have this mean and this standard deviation? (DEBIT)",
    description: "The SD of zeros and ones follows from their mean and their count: every count of ones is tried.",
    needs: ["mean", "sd", "n"],
    options: [
      ...meanAndSd,
      countOfValues,
      { flags: "--percent", description: "Mean and SD are in percent" },
      ddofOption,
      spreadOption,
      ruleOption,
      epsOption,
    ],
    examples: [["assay calc debit --mean .53 --sd .50 --n 1683", "1,683 answers of yes or no"]],
    calculate: (given) => {
      const percent = flagOption(given, "percent");
      const sample = sampleOf(given);
      requireWithin("mean", sample.mean, percent ? 100 : 1);
      return checkDebit({ ...sample, percent });
    },
  }),
  calculation({
    name: "sd",
    summary: "Is this standard deviation possible for this mean on a bounded scale? (SD range)",
    description:
      "On a scale with a least and a greatest value, a mean leaves the SD a range: the least where all values are as near to the mean as they can be, the greatest where they are at the ends.",
    needs: ["mean", "sd", "n", "scale"],
    options: [
      ...meanAndSd,
      countOfValues,
      scaleOption,
      itemsOption,
      { flags: "--continuous", description: "Values are of any size on the scale, not whole: accuracies from 0..100" },
      ddofOption,
      spreadOption,
      ruleOption,
      epsOption,
    ],
    examples: [
      ["assay calc sd --mean 4.2 --sd 3.10 --n 5 --scale 1..7", "5 answers from 1 to 7"],
      ["assay calc sd --mean 98.1 --sd 9.9 --n 5 --scale 0..100 --continuous", "accuracies of 5 runs"],
    ],
    calculate: (given) => {
      const continuous = flagOption(given, "continuous");
      if (continuous && given.options.has("items"))
        throw new UsageError(
          "--continuous and --items exclude each other: values of any size are no means of whole numbers",
        );
      return checkSdRange({
        ...sampleOf(given),
        scale: neededScale(given),
        ...(continuous ? { items: "continuous" as const } : itemsOf(given)),
      });
    },
  }),
  calculation({
    name: "samples",
    summary: "Which samples on a scale have this mean and this standard deviation? (CLOSURE)",
    description:
      "Counts every sample of whole numbers on a scale that has the printed mean and SD, and lists the first of them.",
    needs: ["mean", "sd", "n", "scale"],
    options: [
      ...meanAndSd,
      countOfValues,
      scaleOption,
      itemsOption,
      { flags: "--limit <count>", description: "How many samples --json lists at most; otherwise 10" },
      ddofOption,
      spreadOption,
      ruleOption,
      epsOption,
    ],
    examples: [["assay calc samples --mean 2.7 --sd 1.9 --n 130 --scale 1..5", "130 answers from 1 to 5"]],
    calculate: (given) => {
      const limit = numberOption(given, "limit");
      return checkSamples({
        ...sampleOf(given),
        scale: neededScale(given),
        ...itemsOf(given),
        ...(limit === undefined ? {} : { limit }),
      });
    },
  }),
];

function sampleOf(given: Arguments) {
  return {
    mean: neededDecimal(given, "mean"),
    sd: neededDecimal(given, "sd"),
    count: neededCount(given, "n"),
    ...ddofOf(given),
    ...spreadOf(given),
    ...rulesOf(given),
  };
}

function neededScale(given: Arguments): ValueScale {
  const scale = scaleOf(given);
  if (scale === undefined) throw new UsageError("--scale needs a range such as 1..5");
  return scale;
}
