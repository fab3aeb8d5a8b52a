import { checkFMeasure } from "../../checks/f-measure.ts";
import { toRational } from "../../numbers/decimal.ts";
import { toNumber } from "../../numbers/rational.ts";
import { calculation } from "./calculation.ts";
import { decimalOption, epsOption, neededDecimal, ruleOption, rulesOf } from "./printed-options.ts";

export const fMeasureCalculation = calculation({
  name: "f1",
  summary: "Is this the F measure of this precision and recall? (F1, F-beta)",
  description:
    "F1 follows from precision and recall alone, if all three are of one confusion matrix: no averages over classes or folds. With the sizes of the classes `calc confusion` tells more.",
  needs: ["precision", "recall", "reported"],
  options: [
    { flags: "--precision <value>", description: "The precision as printed" },
    { flags: "--recall <value>", description: "The recall (sensitivity) as printed" },
    { flags: "--reported <value>", description: "The F measure as printed, in the same unit" },
    { flags: "--beta <value>", description: "Recall counts so many times as much as precision; otherwise 1" },
    ruleOption,
    epsOption,
  ],
  examples: [["assay calc f1 --precision .80 --recall .60 --reported .72", "an F1 that is the mean of both instead?"]],
  calculate: (given) => {
    const beta = decimalOption(given, "beta");
    return checkFMeasure({
      precision: neededDecimal(given, "precision"),
      recall: neededDecimal(given, "recall"),
      reported: neededDecimal(given, "reported"),
      ...(beta === undefined ? {} : { beta: toNumber(toRational(beta)) }),
      ...rulesOf(given),
    });
  },
});
