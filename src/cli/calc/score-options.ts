import { confusionScoreNamed, confusionScoreWords } from "../../checks/confusion/score-names.ts";
import type { ConfusionScore } from "../../checks/confusion.ts";
import { asComputed } from "../../checks/printed-in-full.ts";
import { parseDecimal, tryParseDecimal } from "../../numbers/decimal.ts";
import type { Arguments, CommandOption } from "../command.ts";
import { flagOption, textOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { epsOf } from "./printed-options.ts";

const namedOptions: readonly CommandOption[] = Object.entries(confusionScoreWords).map(([name, words]) =>
  name === "f-beta"
    ? { flags: "--f1 <value>", description: "F1 (Dice), 2 TP / (2 TP + FN + FP)" }
    : { flags: `--${name} <value>`, description: words },
);

/** The scores of confusion matrices, and how they were printed. */
export const scoreOptions: readonly CommandOption[] = [
  ...namedOptions,
  {
    flags: "--score <name=value>",
    description: "A score by another name: recall=.81, TPR=.9, F2=.7, IoU=.6; as often as needed",
  },
  { flags: "--eps <value>", description: "A half width for every score, instead of a rounding rule" },
  { flags: "--percent", description: "The scores are percentages; otherwise so only if one is above 1" },
];

/** The scores that are given, at least one, and their scale. */
export function scoresOf(
  given: Arguments,
  command: string,
): { readonly scores: readonly ConfusionScore[]; readonly scale?: "percent" } {
  const epsilon = epsOf(given);
  const scores = [...ownOptions(given), ...otherNames(given)];
  if (scores.length === 0)
    throw new UsageError(`\`assay calc ${command}\` needs at least one score, such as --accuracy .9567`);
  const twice = scores.find((score, index) => scores.slice(0, index).some((other) => isSame(score, other)));
  if (twice !== undefined) throw new UsageError(`${twice.name} is given twice; give it once`);
  return {
    scores: scores.map((score) => (epsilon === undefined ? score : { ...score, epsilon })),
    ...(flagOption(given, "percent") ? { scale: "percent" } : {}),
  };
}

function isSame(a: ConfusionScore, b: ConfusionScore): boolean {
  return a.name === b.name && a.beta?.text === b.beta?.text;
}

function ownOptions(given: Arguments): readonly ConfusionScore[] {
  const names = namedOptions.map(({ flags }) => flags.replace(/^--(\S+).*$/, "$1"));
  return names.flatMap((name) => {
    const text = textOption(given, name);
    return text === undefined ? [] : [scoreOf(name, text, `--${name} ${text}`)];
  });
}

function otherNames({ options }: Arguments): readonly ConfusionScore[] {
  return (options.get("score") ?? []).map((word) => {
    const [name = "", text = "", more] = String(word).split("=");
    if (more !== undefined) throw new UsageError(`--score ${word} is not one score such as recall=.81`);
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
  return { name, value: asComputed(value), ...(beta === undefined ? {} : { beta: parseDecimal(beta) }) };
}
