import { checkMean } from "../../checks/mean.ts";
import { flagOption } from "../read-option.ts";
import { calculation } from "./calculation.ts";
import {
  decimalsOption,
  epsOption,
  labelled,
  neededDecimal,
  ruleOption,
  rulesOf,
  weightsOf,
} from "./printed-options.ts";

export const meanCalculation = calculation({
  name: "mean",
  summary: "Is this the mean of these numbers, given how all were rounded?",
  description:
    "Whether a printed mean can be the mean of printed numbers: exact, by the intervals that rounded numbers stand for. Weights, where they are given, are an alternative to the plain mean.",
  needs: ["values", "reported"],
  options: [
    { flags: "--values <list>", description: "The numbers as printed, between commas: 95.04,88.25,79.90" },
    { flags: "--reported <value>", description: "The mean as printed" },
    { flags: "--weights <list>", description: "A weight for each number: the mean may have been weighted so" },
    { flags: "--exact", description: "The numbers are exact (counts, ratings) instead of rounded" },
    ruleOption,
    epsOption,
  ],
  examples: [
    ["assay calc mean --values 95.04,88.25,79.90,83.00 --reported 86.54", "the plain mean of four numbers"],
    [
      "assay calc mean --values 95.04,88.25,79.90,83.00 --reported 89.0 --weights 10,10,20,2",
      "the plain mean, or that with weights",
    ],
  ],
  calculate: (given) => {
    const cells = labelled(decimalsOption(given, "values"), "value");
    const weights = weightsOf(given, cells.length, "--values");
    const named = Object.fromEntries(cells.map(({ label }, index) => [label, weights[index] ?? 0]));
    return checkMean({
      cells,
      reported: neededDecimal(given, "reported"),
      alternatives: weights.length === 0 ? [] : [{ name: "with the given weights", weights: named }],
      exactCells: flagOption(given, "exact"),
      ...rulesOf(given),
    });
  },
});
