import type { CheckResult } from "../../checks/check-result.ts";
import { flagsByChance } from "../../checks/flags-by-chance.ts";
import { toRational } from "../../numbers/decimal.ts";
import { toNumber } from "../../numbers/rational.ts";
import type { Arguments } from "../command.ts";
import { countOption, numberOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { calculation } from "./calculation.ts";
import { decimalsOption } from "./printed-options.ts";

export const chanceCalculation = calculation({
  name: "chance",
  summary: "Can so many flags among so many checks be chance? (Poisson binomial)",
  description:
    "How many of several independent checks would flag numbers whose last digits are random, and how likely so many flags are then. A note, never a verdict: true numbers give no flags at all.",
  needs: ["probabilities", "flags"],
  options: [
    {
      flags: "--probabilities <list>",
      description: "The chance of a flag in each check, between commas: chanceOfFlag in what calc grim --json prints",
    },
    { flags: "--checks <count>", description: "So many checks, all with the one probability that is given" },
    { flags: "--flags <count>", description: "How many of the checks raised a flag" },
  ],
  examples: [
    ["assay calc chance --probabilities .57,.72,.80 --flags 1", "one flag in GRIM checks with n = 43, 28 and 20"],
    ["assay calc chance --probabilities .05 --checks 40 --flags 3", "three of forty"],
  ],
  calculate: (given) => {
    const probabilities = probabilitiesOf(given);
    const flags = numberOption(given, "flags") ?? 0;
    const { expected, atLeast } = flagsByChance(probabilities, flags);
    return note(probabilities, flags, expected, atLeast);
  },
});

function probabilitiesOf(given: Arguments): readonly number[] {
  const probabilities = decimalsOption(given, "probabilities").map((value) => toNumber(toRational(value)));
  const checks = countOption(given, "checks");
  const [only = 0, ...others] = probabilities;
  if (checks === undefined) return probabilities;
  if (others.length > 0)
    throw new UsageError(`--checks ${checks} needs one probability for all, not ${probabilities.length}`);
  if (checks > 10_000) throw new UsageError(`--checks ${checks} are too many; give at most 10000`);
  return Array.from({ length: checks }, () => only);
}

function note(probabilities: readonly number[], flags: number, expected: number, atLeast: number): CheckResult {
  const shown = (value: number): string => Number(value.toPrecision(3)).toString();
  const many = probabilities.length === 1 ? "1 check" : `${probabilities.length} checks`;
  return {
    check: "flags-by-chance",
    outcome: "consistent",
    explanation: `Random last digits would raise ${shown(expected)} flags in ${many} on average, and ${flags} or more with a chance of ${shown(atLeast)}.`,
    assumptions: [
      "The checks are independent of each other.",
      "A note on how to read the flags: numbers that are true raise none, however likely random ones are to.",
    ],
    rescuedBy: [],
    nearMisses: [],
    details: { probabilities, flags, expected, atLeast },
  };
}
