import { checkAveragePrecision } from "../../checks/auc-average-precision.ts";
import { flagOption } from "../read-option.ts";
import { calculation } from "./calculation.ts";
import { epsOption, neededCount, neededDecimal, ruleOption, rulesOf } from "./printed-options.ts";

export const averagePrecisionCalculation = calculation({
  name: "ap",
  summary: "Is this average precision possible, and what would chance give? (AP, AUPR)",
  description:
    "Even the worst ranking has an average precision above 0; a random one has about the share of positives. The area by trapezoids is the alternative.",
  needs: ["ap", "positives", "negatives"],
  options: [
    { flags: "--ap <value>", description: "The average precision as printed" },
    { flags: "--positives <count>", description: "How many test examples are of the positive class" },
    { flags: "--negatives <count>", description: "How many are of the negative class" },
    { flags: "--percent", description: "It is a percentage; otherwise so only if it is above 1" },
    ruleOption,
    epsOption,
  ],
  examples: [["assay calc ap --ap .23 --positives 50 --negatives 50", "of 50 positives and 50 negatives"]],
  calculate: (given) =>
    checkAveragePrecision({
      averagePrecision: neededDecimal(given, "ap"),
      positives: neededCount(given, "positives"),
      negatives: neededCount(given, "negatives"),
      ...(flagOption(given, "percent") ? { scale: "percent" as const } : {}),
      ...rulesOf(given),
    }),
});
