import { type ConfusionInput, checkConfusion } from "../../checks/confusion.ts";
import { type ConfusionSetsInput, checkConfusionSets } from "../../checks/confusion-sets.ts";
import { checkFMeasure, type FMeasureInput } from "../../checks/f-measure.ts";
import { checkMulticlass, type MulticlassInput } from "../../checks/multiclass.ts";
import {
  checkRegression,
  type RegressionInput,
  type RegressionScore,
  type RegressionScoreName,
} from "../../checks/regression.ts";
import { decimal, named, reading, scores } from "./as-printed.ts";
import { matchers } from "./matcher.ts";

interface RegressionOptions extends Pick<RegressionInput, "samples" | "rules"> {
  readonly variance?: string;
  readonly targets?: { readonly least: string; readonly greatest: string };
}

/** Scores of classifiers and errors of regressions, by any of their names: `{ accuracy: ".95", mcc: ".86" }`. */
export const scoreMatchers = matchers({
  /** One confusion matrix of so many positives and negatives gives all printed scores. */
  toHaveConfusionMatrix: {
    example: 'expect({ accuracy: ".95", recall: ".80" }).toHaveConfusionMatrix({ positives: 20, negatives: 80 })',
    ask: (received, options: Omit<ConfusionInput, "scores">) =>
      checkConfusion({ ...options, scores: scores(received) }),
  },
  /** Some confusion matrices of the test sets or folds give the printed averages. */
  toHaveConfusionMatrices: {
    example:
      'expect({ accuracy: ".95", recall: ".80" }).toHaveConfusionMatrices({ sets: [{ positives: 20, negatives: 80, foldCount: 5, stratified: true }], aggregation: "mean-of-scores" })',
    ask: (received, options: Omit<ConfusionSetsInput, "scores">) =>
      checkConfusionSets({ ...options, scores: scores(received) }),
  },
  /** One matrix of all classes, or one a fold, gives the printed micro, macro or weighted averages. */
  toHaveClassMatrix: {
    example:
      'expect({ sensitivity: ".2737", precision: ".2737" }).toHaveClassMatrix({ folds: [[10, 100, 80]], average: "micro" })',
    ask: (received, options: Omit<MulticlassInput, "scores">) =>
      checkMulticlass({ ...options, scores: scores(received) }),
  },
  /** The printed F1, or F-beta, follows from the printed precision and recall. */
  toBeFMeasureOf: {
    example: 'expect(".69").toBeFMeasureOf(".80", ".60")',
    ask: (
      received,
      precision: string,
      recall: string,
      options: Omit<FMeasureInput, "precision" | "recall" | "reported"> = {},
    ) =>
      checkFMeasure({
        ...options,
        precision: decimal(precision),
        recall: decimal(recall),
        reported: decimal(received),
      }),
  },
  /** One set of predictions can have all printed errors. */
  toBeErrorsOfOneRegression: {
    example: 'expect({ rmse: ".50", mse: ".25" }).toBeErrorsOfOneRegression()',
    ask: (received, { targets, ...options }: RegressionOptions = {}) =>
      checkRegression({
        ...reading(options, "variance"),
        ...(targets === undefined ? {} : { targets: reading(targets, "least", "greatest") }),
        scores: errorsOf(received),
      }),
  },
});

const errorNames: readonly RegressionScoreName[] = ["mae", "mse", "rmse", "r2", "max-error", "mape"];

function errorsOf(received: unknown): readonly RegressionScore[] {
  return named(received, '{ rmse: ".50", mse: ".25" }').map(([word, value]) => {
    const name = errorNames.find((known) => known === word);
    if (name === undefined) throw new TypeError(`"${word}" is none of ${errorNames.join(", ")}`);
    return { name, value };
  });
}
