import { checkConfusion } from "../../checks/confusion.ts";
import { calculation } from "./calculation.ts";
import { neededCount, ruleOption, rulesOf } from "./printed-options.ts";
import { scoreOptions, scoresOf } from "./score-options.ts";

export const confusionCalculation = calculation({
  name: "confusion",
  summary: "Can one confusion matrix give these scores (accuracy, recall, F1, MCC, …) together?",
  description:
    "Looks for a confusion matrix of the given positives and negatives that gives all printed scores; where there is none, names the smallest set of scores that contradict each other. Give any scores as printed.",
  needs: ["positives", "negatives"],
  options: [
    { flags: "--positives <count>", description: "How many test examples are of the positive class" },
    { flags: "--negatives <count>", description: "How many are of the negative class" },
    ...scoreOptions,
    ruleOption,
  ],
  examples: [
    ["assay calc confusion --positives 100 --negatives 200 --accuracy .9567 --sensitivity .8545", "two scores"],
    [
      "assay calc confusion --positives 100 --negatives 1000 --score acc=.8464 --score sens=.81 --score f1=.4894 --eps .0001",
      "scores by the names of a paper, within ± .0001",
    ],
  ],
  calculate: (given) =>
    checkConfusion({
      positives: neededCount(given, "positives"),
      negatives: neededCount(given, "negatives"),
      ...scoresOf(given, "confusion"),
      ...rulesOf(given),
    }),
});
