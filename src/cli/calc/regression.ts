import { checkRegression, type RegressionScoreName } from "../../checks/regression.ts";
import type { CommandOption } from "../command.ts";
import { countOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { calculation } from "./calculation.ts";
import { decimalOption, epsOf, ruleOption, rulesOf } from "./printed-options.ts";

const scoreWords: Readonly<Record<RegressionScoreName, string>> = {
  mae: "The mean absolute error",
  mse: "The mean squared error",
  rmse: "The root of the mean squared error",
  r2: "R², the share of explained variance; --variance makes it comparable",
  "max-error": "The largest absolute error",
  mape: "The mean absolute percentage error, in percent; needs --least and --greatest",
};
const names = Object.keys(scoreWords) as readonly RegressionScoreName[];
const scoreOptions: readonly CommandOption[] = names.map((name) => ({
  flags: `--${name} <value>`,
  description: scoreWords[name],
}));

export const regressionCalculation = calculation({
  name: "regression",
  summary: "Can one set of predictions have these errors (MAE, RMSE, MSE, R², …) together?",
  description:
    "MSE is RMSE squared, MAE is at most RMSE, and R² follows from MSE and the variance of the targets: whether the printed errors leave any value. Give two or more, as printed.",
  needs: [],
  options: [
    ...scoreOptions,
    { flags: "--variance <value>", description: "The variance of the targets in the test set, taken as exact" },
    { flags: "--samples <count>", description: "How many test examples there are" },
    { flags: "--least <value>", description: "The least absolute value of the targets" },
    { flags: "--greatest <value>", description: "The greatest absolute value of the targets" },
    { flags: "--eps <value>", description: "A half width for every score, instead of a rounding rule" },
    ruleOption,
  ],
  examples: [["assay calc regression --mae .52 --rmse .48", "MAE above RMSE"]],
  calculate: (given) => {
    const epsilon = epsOf(given);
    const variance = decimalOption(given, "variance");
    const samples = countOption(given, "samples");
    const [least, greatest] = [decimalOption(given, "least"), decimalOption(given, "greatest")];
    const scores = names.flatMap((name) => {
      const value = decimalOption(given, name);
      return value === undefined ? [] : [{ name, value, ...(epsilon === undefined ? {} : { epsilon }) }];
    });
    if (scores.length === 0)
      throw new UsageError("`assay calc regression` needs at least one score, such as --mae .52 --rmse .48");
    return checkRegression({
      scores,
      ...(variance === undefined ? {} : { variance }),
      ...(samples === undefined ? {} : { samples }),
      ...(least === undefined || greatest === undefined ? {} : { targets: { least, greatest } }),
      ...rulesOf(given),
    });
  },
});
