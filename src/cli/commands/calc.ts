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

export const calc: Command = {
  usage: "calc <check>",
  group: "judge",
  summary: "Check a few printed numbers: can they be true?",
  description:
    "Decides from a few printed numbers alone whether they can be true, by exact arithmetic. Give numbers as they are printed: their digits say how they were rounded. `assay calc <check> --help` explains each argument. Exit status 0 if they can be true, 1 if they cannot under any convention, 4 if that hangs on a convention or cannot be told, 2 for a mistake in what was given.",
  options: [jsonOption],
  examples: [],
  parts: [
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
  ],
  // Without a part the count of arguments is refused before this.
  run: async () => exitCode.usage,
};
