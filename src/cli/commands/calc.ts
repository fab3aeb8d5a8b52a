import { aucCalculation } from "../calc/auc.ts";
import { averagePrecisionCalculation } from "../calc/average-precision.ts";
import { chanceCalculation } from "../calc/chance.ts";
import { confusionCalculation } from "../calc/confusion.ts";
import { differenceCalculations } from "../calc/difference-calculations.ts";
import { fMeasureCalculation } from "../calc/f-measure.ts";
import { foldsCalculation } from "../calc/folds.ts";
import { grimCalculation } from "../calc/grim.ts";
import { listCalculations } from "../calc/list-calculations.ts";
import { manyDigitsCalculations } from "../calc/many-digits-calculations.ts";
import { meanCalculation } from "../calc/mean.ts";
import { meansCalculation } from "../calc/means.ts";
import { multiclassCalculation } from "../calc/multiclass.ts";
import { pCalculation } from "../calc/p-value.ts";
import { percentageCalculation } from "../calc/percentage.ts";
import { regressionCalculation } from "../calc/regression.ts";
import { runsCalculation } from "../calc/runs.ts";
import { spreadCalculations } from "../calc/spread-calculations.ts";
import { sumCalculation } from "../calc/sum.ts";
import { verdictCalculation } from "../calc/verdict.ts";
import { type Command, jsonOption } from "../command.ts";
import { exitCode } from "../exit-code.ts";

const calculations: readonly Command[] = [
  meanCalculation,
  meansCalculation,
  sumCalculation,
  percentageCalculation,
  ...differenceCalculations,
  ...listCalculations,
  grimCalculation,
  ...spreadCalculations,
  runsCalculation,
  confusionCalculation,
  fMeasureCalculation,
  foldsCalculation,
  multiclassCalculation,
  aucCalculation,
  averagePrecisionCalculation,
  ...manyDigitsCalculations,
  regressionCalculation,
  pCalculation,
  chanceCalculation,
  verdictCalculation,
];

/** By what is printed. */
const sections: readonly (readonly [heading: string, names: readonly string[]])[] = [
  ["Means, totals and shares", ["mean", "means", "sum", "percentage", "fraction", "batches"]],
  [
    "Means and spreads of n whole numbers, or of accuracies on n examples",
    ["grim", "column", "grimmer", "debit", "sd", "samples", "runs"],
  ],
  ["One number against others", ["difference", "ratio", "gain", "agree", "ranks"]],
  ["Scores of a classifier", ["confusion", "f1", "folds", "multiclass", "majority"]],
  ["ROC and precision-recall curves", ["auc", "split", "ap"]],
  ["Errors of a regression, statistical tests, many flags, runs of your own", ["regression", "p", "chance", "verdict"]],
];

export const calc: Command = {
  usage: "calc <check>",
  group: "judge",
  summary: "Check a few printed numbers: can they be true? GRIM, confusion matrices, AUC, p-values, …",
  description:
    "Decides from a few printed numbers alone whether they can be true, by exact arithmetic. Find what you have below and put your numbers into its example, as they are printed: their digits say how they were rounded. Lists are between commas. Where you know more, --rule says how numbers were shortened, and --eps gives a half width instead. `assay calc <check> --help` explains each argument. Exit status 0 if the numbers can be true, 1 if they cannot under any convention, 4 if that hangs on a convention or cannot be told, 2 for a mistake in what was given.",
  options: [jsonOption],
  examples: [],
  parts: sections.flatMap(([section, names]) =>
    names.flatMap((name) =>
      calculations.filter(({ usage }) => usage === `calc ${name}`).map((part) => ({ ...part, section })),
    ),
  ),
  // Without a part the count of arguments is refused before this.
  run: async () => exitCode.usage,
};
