import { checkSum } from "../../checks/sum.ts";
import { calculation } from "./calculation.ts";
import { decimalsOption, epsOption, exactOf, labelled, neededDecimal, ruleOption, rulesOf } from "./printed-options.ts";

export const sumCalculation = calculation({
  name: "sum",
  summary: "Do these numbers add up to this total, given how all were rounded?",
  description: "Whether a printed total can be the sum of printed parts, rounded or exact.",
  needs: ["values", "reported"],
  options: [
    { flags: "--values <list>", description: "The parts as printed, between commas" },
    { flags: "--reported <value>", description: "The total as printed" },
    { flags: "--exact", description: "All numbers are exact (counts): they must add up to the last digit" },
    ruleOption,
    epsOption,
  ],
  examples: [
    ["assay calc sum --values 33.3,33.3,33.3 --reported 100.0", "shares that were rounded"],
    ["assay calc sum --values 120,240,310 --reported 680 --exact", "counts"],
  ],
  calculate: (given) =>
    checkSum({
      parts: labelled(decimalsOption(given, "values"), "value"),
      reported: neededDecimal(given, "reported"),
      exact: exactOf(given),
      ...rulesOf(given),
    }),
});
