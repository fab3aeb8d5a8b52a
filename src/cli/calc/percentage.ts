import { checkPercentage } from "../../checks/percentage.ts";
import { flagOption, numberOption } from "../read-option.ts";
import { calculation } from "./calculation.ts";
import { epsOption, neededCount, neededDecimal, ruleOption, rulesOf } from "./printed-options.ts";

export const percentageCalculation = calculation({
  name: "percentage",
  summary: "Is this percentage that of a count out of a total, or of any count?",
  description: "Whether a printed percentage is that of the given count; without a count, whether any count gives it.",
  needs: ["percent", "total"],
  options: [
    { flags: "--percent <value>", description: "The percentage as printed: 42.9" },
    { flags: "--total <count>", description: "What 100 % is" },
    { flags: "--count <count>", description: "The count that the percentage is of, if it is printed" },
    { flags: "--fraction", description: "--percent is a fraction of one: .429" },
    ruleOption,
    epsOption,
  ],
  examples: [
    ["assay calc percentage --percent 42.9 --count 9 --total 21", "9 of 21"],
    ["assay calc percentage --percent 43.1 --total 21", "is there any count of 21?"],
  ],
  calculate: (given) => {
    const count = numberOption(given, "count");
    return checkPercentage({
      percent: neededDecimal(given, "percent"),
      total: neededCount(given, "total"),
      ...(count === undefined ? {} : { count }),
      ...(flagOption(given, "fraction") ? { scale: "fraction" as const } : {}),
      ...rulesOf(given),
    });
  },
});
