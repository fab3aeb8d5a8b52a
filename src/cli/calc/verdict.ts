import { reportedForJudge } from "../../audit/reported-number.ts";
import { judgeMeasurement } from "../../judge/judge-measurement.ts";
import type { JudgeOptions, Reported, SpreadMeaning } from "../../judge/judgement.ts";
import { type Decimal, toRational } from "../../numbers/decimal.ts";
import { parsePrinted } from "../../numbers/printed.ts";
import { toNumber } from "../../numbers/rational.ts";
import { halfUnit } from "../../numbers/rounding.ts";
import type { Arguments } from "../command.ts";
import { countOption, flagOption, textOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { calculation } from "./calculation.ts";
import { choiceOption, decimalOption, decimalsOption } from "./printed-options.ts";

const meanings: readonly SpreadMeaning[] = [
  "standard-deviation",
  "standard-deviation-n",
  "standard-error",
  "confidence-95",
  "mean-of-class-deviations",
  "unknown",
];
const sides = ["equal", "at-least", "at-most"] as const;

export const verdictCalculation = calculation({
  name: "verdict",
  summary: "Do my runs reproduce this printed number, refute it, or are they too few?",
  description:
    "Judges a printed number from runs of one's own, all in printed units: reproduced, refuted or inconclusive, with the number of runs that would decide. What ± means is unknown unless it is said; then all meanings must agree.",
  needs: ["reported", "runs"],
  options: [
    { flags: "--reported <value>", description: "The number as printed, with its spread: 76.1±0.5 or 76.1+-0.5" },
    {
      flags: "--runs <list>",
      description: "What the runs gave, one number a seed; their last digit counts as rounded",
    },
    { flags: "--margin <value>", description: "The difference that would not matter, chosen before the runs" },
    { flags: "--paper-runs <count>", description: "How many runs the printed number is the mean of" },
    { flags: "--spread <meaning>", description: `What ± is: ${meanings.join(", ")}` },
    { flags: "--side <side>", description: "What is claimed: equal (otherwise so), at-least or at-most the number" },
    { flags: "--deterministic", description: "Chance has no part in it: compared exactly" },
    { flags: "--alpha <value>", description: "The level of the tests; otherwise .05" },
  ],
  examples: [
    [
      "assay calc verdict --reported 76.1±0.5 --paper-runs 5 --runs 75.1,76.2,75.8 --margin 1",
      "three runs against a mean of five, within 1 point",
    ],
  ],
  calculate: (given) => {
    const runs = decimalsOption(given, "runs");
    const observed = { values: runs.map(numberOf), halfUnit: Math.max(...runs.map(halfUnitOf)) };
    return judgeMeasurement(reportedOf(given), observed, optionsOf(given));
  },
});

function reportedOf(given: Arguments): Reported {
  const runs = countOption(given, "paper-runs");
  const reported = parsePrinted(textOption(given, "reported") ?? "");
  if (reported.mark !== undefined)
    throw new UsageError(
      `--reported ${reported.text}: write a spread as ${reported.value.text}±${reported.mark}, or leave it out`,
    );
  return reportedForJudge({
    reported,
    spreadMeaning: choiceOption(given, "spread", meanings) ?? "unknown",
    ...(runs === undefined ? {} : { reportedRuns: runs }),
  });
}

function optionsOf(given: Arguments): JudgeOptions {
  const margin = decimalOption(given, "margin");
  const alpha = decimalOption(given, "alpha");
  if (margin !== undefined && margin.units < 0n)
    throw new UsageError(`--margin ${margin.text} is negative; give the difference that would not matter, from 0 up`);
  const side = choiceOption(given, "side", sides);
  return {
    deterministic: flagOption(given, "deterministic"),
    ...(margin === undefined ? {} : { claimMargin: numberOf(margin) }),
    ...(alpha === undefined ? {} : { alpha: numberOf(alpha) }),
    ...(side === undefined ? {} : { side }),
  };
}

function numberOf(value: Decimal): number {
  return toNumber(toRational(value));
}

function halfUnitOf(value: Decimal): number {
  return toNumber(halfUnit(value));
}
