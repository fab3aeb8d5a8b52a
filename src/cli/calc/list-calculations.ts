import { checkAgreement } from "../../checks/agreement.ts";
import { checkGrimColumn } from "../../checks/grim-column.ts";
import { checkMajorityBaseline } from "../../checks/majority-baseline.ts";
import { checkRanks } from "../../checks/ranks.ts";
import type { Command } from "../command.ts";
import { countOption, flagOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { calculation } from "./calculation.ts";
import {
  countRangeOf,
  countsOption,
  decimalsOption,
  epsOption,
  exactOf,
  itemsOf,
  itemsOption,
  labelled,
  neededDecimal,
  ruleOption,
  rulesOf,
  unroundedRunsOf,
  unroundedRunsOption,
} from "./printed-options.ts";

/** The checks of a list of numbers. */
export const listCalculations: readonly Command[] = [
  calculation({
    name: "column",
    summary: "How many values can all these means be of, where n is not printed? (GRIM)",
    description: "Tries every n in a range: which of them give all printed means of whole numbers, or all percentages.",
    needs: ["means", "n"],
    options: [
      { flags: "--means <list>", description: "The means of one column as printed, between commas" },
      { flags: "--n <range>", description: "The counts to try: 5..100" },
      itemsOption,
      { flags: "--runs <count>", description: "Each number is an average over so many runs on the same n examples" },
      unroundedRunsOption,
      { flags: "--percent", description: "The numbers are percentages of n yes-or-no values, such as accuracies" },
      ruleOption,
      epsOption,
    ],
    examples: [["assay calc column --means 3.33,1.67 --n 1..8", "means of the same few values"]],
    calculate: (given) => {
      const runs = countOption(given, "runs");
      return checkGrimColumn({
        means: labelled(decimalsOption(given, "means"), "mean"),
        countRange: countRangeOf(given, "n"),
        percent: flagOption(given, "percent"),
        ...itemsOf(given),
        ...(runs === undefined ? {} : { runs }),
        ...unroundedRunsOf(given),
        ...rulesOf(given),
      });
    },
  }),
  calculation({
    name: "agree",
    summary: "Can a number that is printed in several places be one number?",
    description:
      "Printed with as many digits it must be equal, unless the places were rounded differently; printed with fewer, some number must be rounded to all of them.",
    needs: ["values"],
    options: [
      { flags: "--values <list>", description: "The number as each place prints it: 93.94,93.9,94" },
      ruleOption,
      epsOption,
    ],
    examples: [["assay calc agree --values 93.94,93.9,92.7", "in the abstract, a table and the text"]],
    calculate: (given) =>
      checkAgreement({ places: labelled(decimalsOption(given, "values"), "place"), ...rulesOf(given) }),
  }),
  calculation({
    name: "ranks",
    summary: "Are these the ranks of these numbers, however ties were ranked?",
    description:
      'Ranks where ties share the smaller one ("1224"); dense, modified, ordinal and fractional ranks are alternatives.',
    needs: ["values", "ranks"],
    options: [
      { flags: "--values <list>", description: "The numbers as printed, between commas" },
      { flags: "--ranks <list>", description: "The printed rank of each" },
      { flags: "--ascending", description: "The smallest number has rank 1; otherwise the greatest" },
      { flags: "--exact", description: "The numbers are exact (counts, sums) instead of rounded" },
      epsOption,
    ],
    examples: [["assay calc ranks --values 90.1,88.4,92.0 --ranks 2,3,1", "the greatest is the best"]],
    calculate: (given) => {
      const values = labelled(decimalsOption(given, "values"), "value");
      const ranks = decimalsOption(given, "ranks");
      return checkRanks({
        items: values.flatMap((item, index) => {
          const rank = ranks[index];
          if (rank === undefined || ranks.length !== values.length)
            throw new UsageError(
              `--ranks has ${ranks.length} numbers and --values ${values.length}; give a rank for each`,
            );
          return [{ ...item, rank }];
        }),
        direction: flagOption(given, "ascending") ? "ascending" : "descending",
        exact: exactOf(given),
      });
    },
  }),
  calculation({
    name: "majority",
    summary: "What does always answering the most frequent class score? (majority baseline)",
    description: "A note on how to read an accuracy, never a verdict: one below the baseline is poor, not impossible.",
    needs: ["accuracy", "classes"],
    options: [
      { flags: "--accuracy <value>", description: "The accuracy as printed; in percent where it is above 1" },
      { flags: "--classes <list>", description: "How many test examples each class has: 910,90" },
      { flags: "--percent", description: "The accuracy is a percentage, even if it is not above 1" },
      epsOption,
    ],
    examples: [["assay calc majority --accuracy 89.5 --classes 910,90", "910 of one class, 90 of the other"]],
    calculate: (given) =>
      checkMajorityBaseline({
        accuracy: neededDecimal(given, "accuracy"),
        classCounts: Object.fromEntries(
          countsOption(given, "classes").map((count, index) => [`class ${index + 1}`, count]),
        ),
        ...(flagOption(given, "percent") ? { scale: "percent" as const } : {}),
      }),
  }),
];
