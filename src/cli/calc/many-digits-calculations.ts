import { checkBatchMeans } from "../../checks/batch-means.ts";
import { checkAucSplit, checkFraction } from "../../checks/exact-splits.ts";
import type { Arguments, Command } from "../command.ts";
import { flagOption } from "../read-option.ts";
import { calculation } from "./calculation.ts";
import {
  countRangeOf,
  epsOption,
  neededCount,
  neededDecimal,
  neededInFull,
  ruleOption,
  rulesOf,
  tiesOf,
  tiesOption,
} from "./printed-options.ts";

const percentOption = { flags: "--percent", description: "It is a percentage; otherwise so only if it is above 1" };

/** The checks of what a share is of. */
export const manyDigitsCalculations: readonly Command[] = [
  calculation({
    name: "fraction",
    summary: "Of how many examples is a share with many digits? (k/N)",
    description:
      "Tries every total in a range: which fractions print as the given number. 15 to 17 digits are read as a double.",
    needs: ["value", "totals"],
    options: [
      { flags: "--value <value>", description: "The share with all its digits" },
      { flags: "--totals <range>", description: "The totals to try: 1..2000" },
      percentOption,
      ruleOption,
      epsOption,
    ],
    examples: [["assay calc fraction --value 0.9401140684410646 --totals 1..1100", "an accuracy printed in full"]],
    calculate: (given) => {
      const { least, greatest } = countRangeOf(given, "totals");
      return checkFraction({
        value: neededInFull(given, "value"),
        leastTotal: least,
        greatestTotal: greatest,
        ...scaleOf(given),
        ...rulesOf(given),
      });
    },
  }),
  calculation({
    name: "split",
    summary: "Into how many positives and negatives were the examples of this AUC divided?",
    description:
      "Tries every division: the AUC times positives times negatives is a whole number, with tied scores half of one.",
    needs: ["auc", "examples"],
    options: [
      { flags: "--auc <value>", description: "The area under the ROC curve with all its digits" },
      { flags: "--examples <count>", description: "How many test examples there are in all" },
      tiesOption,
      percentOption,
      ruleOption,
      epsOption,
    ],
    examples: [["assay calc split --auc 0.9142857142857143 --examples 12 --ties no", "5 and 7, or 7 and 5"]],
    calculate: (given) =>
      checkAucSplit({
        auc: neededInFull(given, "auc"),
        examples: neededCount(given, "examples"),
        ...tiesOf(given),
        ...scaleOf(given),
        ...rulesOf(given),
      }),
  }),
  calculation({
    name: "batches",
    summary: "Can an accuracy be the mean over mini-batches, the last of them smaller?",
    description:
      "A mean of batch accuracies gives a smaller last batch too much weight. The share of all examples, and the mean without the last batch, are alternatives.",
    needs: ["accuracy", "examples", "batch"],
    options: [
      { flags: "--accuracy <value>", description: "The accuracy as printed" },
      { flags: "--examples <count>", description: "How many test examples there are" },
      { flags: "--batch <count>", description: "How many examples a batch has" },
      percentOption,
      ruleOption,
      epsOption,
    ],
    examples: [["assay calc batches --accuracy 83.33 --examples 10 --batch 4", "batches of 4, 4 and 2"]],
    calculate: (given) =>
      checkBatchMeans({
        accuracy: neededDecimal(given, "accuracy"),
        examples: neededCount(given, "examples"),
        batchSize: neededCount(given, "batch"),
        ...scaleOf(given),
        ...rulesOf(given),
      }),
  }),
];

function scaleOf(given: Arguments): { readonly scale?: "percent" } {
  return flagOption(given, "percent") ? { scale: "percent" } : {};
}
