import { checkGrim } from "../../checks/grim.ts";
import { countOption, flagOption } from "../read-option.ts";
import { calculation } from "./calculation.ts";
import {
  countOfValues,
  epsOption,
  itemsOf,
  itemsOption,
  neededCount,
  neededDecimal,
  requireWithin,
  ruleOption,
  rulesOf,
  unroundedRunsOf,
  unroundedRunsOption,
} from "./printed-options.ts";

export const grimCalculation = calculation({
  name: "grim",
  summary: "Can n whole numbers have this mean, or n examples this accuracy? (GRIM)",
  description:
    "The mean of n whole numbers is a multiple of 1/n, so that with few values not every printed mean is possible. The same holds for an accuracy in percent on n test examples, and for its average over several runs.",
  needs: ["mean", "n"],
  options: [
    { flags: "--mean <value>", description: "The mean as printed, with all its digits: 5.20 says more than 5.2" },
    countOfValues,
    itemsOption,
    { flags: "--percent", description: "The number is a percentage of n yes-or-no values, such as an accuracy" },
    { flags: "--runs <count>", description: "The number is an average over so many runs on the same n examples" },
    unroundedRunsOption,
    ruleOption,
    epsOption,
  ],
  examples: [
    ["assay calc grim --mean 5.27 --n 43", "the mean of 43 whole numbers, such as ages or ratings"],
    ["assay calc grim --mean 87.33 --n 100 --percent --runs 3", "an accuracy on 100 examples, averaged over 3 runs"],
    ["assay calc grim --mean 3.17 --n 20 --items 3 --rule half-up", "20 people, each the mean of 3 answers"],
  ],
  calculate: (given) => {
    const runs = countOption(given, "runs");
    const mean = neededDecimal(given, "mean");
    const percent = flagOption(given, "percent");
    if (percent) requireWithin("mean", mean, 100);
    return checkGrim({
      mean,
      count: neededCount(given, "n"),
      percent,
      ...itemsOf(given),
      ...(runs === undefined ? {} : { runs }),
      ...unroundedRunsOf(given),
      ...rulesOf(given),
    });
  },
});
