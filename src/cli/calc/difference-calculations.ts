import { checkDifference, checkRatio, checkRelativeGain } from "../../checks/difference.ts";
import type { Arguments, Command, CommandOption } from "../command.ts";
import { flagOption } from "../read-option.ts";
import { calculation } from "./calculation.ts";
import { decimalOption, epsOption, neededDecimal, ruleOption, rulesOf } from "./printed-options.ts";

const twoNumbers: readonly CommandOption[] = [
  { flags: "--value <value>", description: "The new number as printed" },
  { flags: "--baseline <value>", description: "The number that it is compared with" },
  { flags: "--reported <value>", description: "The printed result of the comparison" },
  { flags: "--exact", description: "The two numbers are exact (counts) instead of rounded" },
];
const needs = ["value", "baseline", "reported"];

/** The checks of one number against another. */
export const differenceCalculations: readonly Command[] = [
  calculation({
    name: "difference",
    summary: "Is this the difference of these two numbers, taken before or after rounding?",
    description: "Whether a printed difference can be value − baseline. The opposite sign is the alternative.",
    needs,
    options: [...twoNumbers, ruleOption, epsOption],
    examples: [["assay calc difference --value 88.4 --baseline 85.2 --reported 3.4", "an improvement by 3.4 points?"]],
    calculate: (given) => checkDifference(comparisonOf(given)),
  }),
  calculation({
    name: "ratio",
    summary: 'Is this the ratio of these two numbers ("2.3 times faster")?',
    description: "Whether a printed ratio can be value / baseline. The inverse is the alternative.",
    needs,
    options: [...twoNumbers, ruleOption, epsOption],
    examples: [["assay calc ratio --value 46 --baseline 20 --reported 2.3", "2.3 times as much?"]],
    calculate: (given) => checkRatio(comparisonOf(given)),
  }),
  calculation({
    name: "gain",
    summary: 'Is this the relative gain between two numbers ("improves by 12.5 %")?',
    description:
      "Whether a printed gain can be (value − baseline) / baseline. Alternatives: relative to the new value, a reduction, a difference in points and, with --perfect, the reduction of the remaining error.",
    needs,
    options: [
      ...twoNumbers,
      { flags: "--perfect <value>", description: "What a score can reach at most, such as 100: also tries the error" },
      { flags: "--fraction", description: "The gain is printed as a fraction of one, not in percent" },
      ruleOption,
      epsOption,
    ],
    examples: [
      ["assay calc gain --value 90.0 --baseline 80.0 --reported 12.5", "12.5 % more?"],
      ["assay calc gain --value 90.0 --baseline 80.0 --reported 50.0 --perfect 100", "or half the errors?"],
    ],
    calculate: (given) => {
      const perfect = decimalOption(given, "perfect");
      return checkRelativeGain({
        ...comparisonOf(given),
        ...(perfect === undefined ? {} : { perfect }),
        ...(flagOption(given, "fraction") ? { scale: "fraction" as const } : {}),
      });
    },
  }),
];

function comparisonOf(given: Arguments) {
  return {
    value: neededDecimal(given, "value"),
    baseline: neededDecimal(given, "baseline"),
    reported: neededDecimal(given, "reported"),
    exact: flagOption(given, "exact"),
    ...rulesOf(given),
  };
}
