import { checkConfusionSets } from "../../checks/confusion-sets.ts";
import type { Arguments } from "../command.ts";
import { countOption, flagOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { calculation } from "./calculation.ts";
import { choiceOption, countsOption, ruleOption, rulesOf } from "./printed-options.ts";
import { scoreOptions, scoresOf } from "./score-options.ts";

const aggregations = ["mean-of-scores", "score-of-means"] as const;

export const foldsCalculation = calculation({
  name: "folds",
  summary: "Can k folds, or several test sets, give these scores on average? (cross-validation)",
  description:
    "As confusion, for the mean of scores over several test sets or over the folds of each. Without --folds every set is one test set.",
  needs: ["positives", "negatives"],
  options: [
    {
      flags: "--positives <list>",
      description: "The positives of each data set, between commas; one number for one set",
    },
    { flags: "--negatives <list>", description: "The negatives of each" },
    { flags: "--folds <count>", description: "Every set is divided into so many folds of nearly equal size" },
    { flags: "--stratified", description: "The folds hold both classes in equal shares" },
    { flags: "--repeats <count>", description: "The division into folds was repeated so often" },
    {
      flags: "--aggregation <kind>",
      description: "mean-of-scores (a score for each, then the mean; otherwise so) or score-of-means (of all counts)",
    },
    ...scoreOptions,
    ruleOption,
  ],
  examples: [
    [
      "assay calc folds --positives 20,50 --negatives 80,50 --accuracy .90 --sensitivity .60 --specificity .70",
      "mean scores over two test sets",
    ],
    [
      "assay calc folds --positives 20 --negatives 80 --folds 5 --stratified --accuracy .95 --sensitivity .80",
      "mean scores of a five-fold cross-validation",
    ],
  ],
  calculate: (given) =>
    checkConfusionSets({
      sets: setsOf(given),
      aggregation: choiceOption(given, "aggregation", aggregations) ?? "mean-of-scores",
      ...scoresOf(given, "folds"),
      ...rulesOf(given),
    }),
});

function setsOf(given: Arguments) {
  const [positives, negatives] = [countsOption(given, "positives"), countsOption(given, "negatives")];
  if (positives.length !== negatives.length)
    throw new UsageError(
      `--positives has ${positives.length} numbers and --negatives ${negatives.length}; give one of each for a set`,
    );
  const foldCount = countOption(given, "folds");
  const repeats = countOption(given, "repeats");
  return positives.map((count, index) => ({
    positives: count,
    negatives: negatives[index] ?? 0,
    ...(foldCount === undefined ? {} : { foldCount }),
    ...(flagOption(given, "stratified") ? { stratified: true } : {}),
    ...(repeats === undefined ? {} : { repeats }),
  }));
}
