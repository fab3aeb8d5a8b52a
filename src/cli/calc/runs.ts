import { checkSdOfRuns } from "../../checks/sd-of-runs.ts";
import { countOption, flagOption, numberOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { calculation } from "./calculation.ts";
import {
  ddofOf,
  ddofOption,
  epsOption,
  meanAndSd,
  neededCount,
  neededDecimal,
  ruleOption,
  rulesOf,
  spreadOf,
  spreadOption,
  unroundedRunsOf,
  unroundedRunsOption,
} from "./printed-options.ts";

export const runsCalculation = calculation({
  name: "runs",
  summary: "Can a few runs on N test examples have this mean ± SD? (GRIMMER over runs)",
  description:
    "Accuracies on N examples are multiples of 1/N, so that a small SD over few runs is often impossible. With --decimals the runs' values were rounded before mean and SD were taken.",
  needs: ["mean", "sd", "runs"],
  options: [
    ...meanAndSd,
    { flags: "--runs <count>", description: "How many runs there are, at least 2" },
    { flags: "--examples <count>", description: "How many test examples each accuracy is on" },
    unroundedRunsOption,
    { flags: "--decimals <count>", description: "The decimals that each run's value was rounded to, instead" },
    { flags: "--percent", description: "Mean and SD are in percent; otherwise so only if the mean is above 1" },
    ddofOption,
    spreadOption,
    ruleOption,
    epsOption,
  ],
  examples: [["assay calc runs --mean 92.0 --sd 0.5 --runs 3 --examples 50", "three accuracies on 50 examples"]],
  calculate: (given) => {
    const mean = neededDecimal(given, "mean");
    const examples = countOption(given, "examples");
    const decimals = numberOption(given, "decimals");
    if ((examples === undefined) === (decimals === undefined))
      throw new UsageError("`assay calc runs` needs --examples or --decimals, one of them");
    const percent = flagOption(given, "percent") || mean.units > 10n ** BigInt(Math.max(0, mean.decimals));
    return checkSdOfRuns({
      mean,
      sd: neededDecimal(given, "sd"),
      runs: neededCount(given, "runs"),
      grid: examples === undefined ? { decimals: decimals ?? 0 } : { examples, percent },
      ...unroundedRunsOf(given),
      ...spreadOf(given),
      ...ddofOf(given),
      ...rulesOf(given),
    });
  },
});
