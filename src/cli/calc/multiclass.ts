import { checkMulticlass } from "../../checks/multiclass.ts";
import { calculation } from "./calculation.ts";
import { choiceOption, countsOption, ruleOption, rulesOf } from "./printed-options.ts";
import { scoreOptions, scoresOf } from "./score-options.ts";

const averages = ["micro", "macro", "weighted"] as const;

export const multiclassCalculation = calculation({
  name: "multiclass",
  summary: "Can one matrix of several classes give these averaged scores? (micro, macro)",
  description:
    "Looks for a confusion matrix of the given classes whose averages, each class against the rest, are all printed scores.",
  needs: ["classes", "average"],
  options: [
    { flags: "--classes <list>", description: "How many test examples each class has: 10,100,80" },
    { flags: "--average <kind>", description: `How scores were averaged over the classes: ${averages.join(", ")}` },
    ...scoreOptions,
    ruleOption,
  ],
  examples: [
    ["assay calc multiclass --classes 10,100,80 --average micro --sensitivity .2737 --precision .2842", "two scores"],
  ],
  calculate: (given) =>
    checkMulticlass({
      folds: [countsOption(given, "classes")],
      average: choiceOption(given, "average", averages) ?? "macro",
      ...scoresOf(given, "multiclass"),
      ...rulesOf(given),
    }),
});
