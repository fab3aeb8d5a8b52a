import { confusionScoreNamed, confusionScoreWords } from "../../checks/confusion/score-names.ts";
import { type ConfusionScore, checkConfusion } from "../../checks/confusion.ts";
import { parseDecimal, tryParseDecimal } from "../../numbers/decimal.ts";
import type { Arguments, CommandOption } from "../command.ts";
import { flagOption, textOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { calculation } from "./calculation.ts";
import { decimalOption, neededCount, ruleOption, rulesOf } from "./printed-options.ts";

const scoreOptions: readonly CommandOption[] = Object.entries(confusionScoreWords).map(([name, words]) =>
  name === "f-beta"
    ? { flags: "--f1 <value>", description: "F1 (Dice), 2 TP / (2 TP + FN + FP)" }
    : { flags: `--${name} <value>`, description: words },
);

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
    {
      flags: "--score <name=value>",
      description: "A score by another name: recall=.81, TPR=.9, F2=.7, IoU=.6; as often as needed",
    },
    { flags: "--eps <value>", description: "A half width for every score, instead of a rounding rule" },
    { flags: "--percent", description: "The scores are percentages; otherwise so only if one is above 1" },
    ruleOption,
  ],
  examples: [
    ["assay calc confusion --positives 100 --negatives 200 --accuracy .9567 --sensitivity .8545", "two scores"],
    [
      "assay calc confusion --positives 100 --negatives 1000 --score acc=.8464 --score sens=.81 --score f1=.4894 --eps .0001",
      "scores by the names of a paper, within ± .0001",
    ],
  ],
  calculate: (given) => {
    const epsilon = decimalOption(given, "eps");
    const scores = [...ownOptions(given), ...namedScores(given)];
    if (scores.length === 0)
      throw new UsageError("`assay calc confusion` needs at least one score, such as --accuracy .9567");
    return checkConfusion({
      positives: neededCount(given, "positives"),
      negatives: neededCount(given, "negatives"),
      scores: scores.map((score) => (epsilon === undefined ? score : { ...score, epsilon })),
      ...(flagOption(given, "percent") ? { scale: "percent" as const } : {}),
      ...rulesOf(given),
    });
  },
});

function ownOptions(given: Arguments): readonly ConfusionScore[] {
  const names = scoreOptions.map(({ flags }) => flags.replace(/^--(\S+).*$/, "$1"));
  return names.flatMap((name) => {
    const text = textOption(given, name);
    return text === undefined ? [] : [scoreOf(name, text, `--${name} ${text}`)];
  });
}

function namedScores({ options }: Arguments): readonly ConfusionScore[] {
  return (options.get("score") ?? []).map((word) => {
    const [name = "", text = ""] = String(word).split("=");
    return scoreOf(name, text, `--score ${word}`);
  });
}

function scoreOf(word: string, text: string, where: string): ConfusionScore {
  const score = confusionScoreNamed(word);
  if (score === undefined)
    throw new UsageError(`${where}: "${word}" is no score that is known; give one such as recall=.81`);
  const value = tryParseDecimal(text);
  if (value === undefined) throw new UsageError(`${where} is not a number as printed, such as .9567 or 95.67`);
  const { name, beta } = score;
  return { name, value, ...(beta === undefined ? {} : { beta: parseDecimal(beta) }) };
}
