import type { SignificanceTest } from "../../checks/p-range.ts";
import { checkPValue } from "../../checks/p-value.ts";
import { toRational } from "../../numbers/decimal.ts";
import { toNumber } from "../../numbers/rational.ts";
import type { Arguments } from "../command.ts";
import { textOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { calculation } from "./calculation.ts";
import { decimalOption, decimalsOption, epsOf, neededDecimal, ruleOption, rulesOf } from "./printed-options.ts";

const tests: readonly SignificanceTest[] = ["t", "F", "chi2", "Q", "z", "r"];

export const pCalculation = calculation({
  name: "p",
  summary: "Does this p-value belong to this t, F, χ², z or r? (statcheck)",
  description:
    "Recomputes the p-value for every statistic that prints as the given one, and compares. Two-tailed, with one-tailed as the alternative.",
  needs: ["test", "stat", "p"],
  options: [
    { flags: "--test <name>", description: `The test: ${tests.join(", ")}` },
    { flags: "--stat <value>", description: "The statistic as printed" },
    { flags: "--df <list>", description: "Degrees of freedom: one for t, r, chi2 and Q, two for F (2,28), none for z" },
    { flags: "--p <value>", description: 'The p-value as printed: .03, "<.05", ">.10" or ns' },
    { flags: "--tails <one|two>", description: "If it is known that the test is one-tailed or two-tailed" },
    { flags: "--alpha <value>", description: "The level of significance; otherwise .05" },
    ruleOption,
    {
      flags: "--eps <value>",
      description: "The statistic, and a p behind =, are known to within ± this instead of by their digits",
    },
  ],
  examples: [
    ["assay calc p --test t --stat 2.20 --df 28 --p .03", "t(28) = 2.20, p = .03"],
    ['assay calc p --test F --stat 4.35 --df 2,57 --p "<.05"', "F(2, 57) = 4.35, p < .05"],
  ],
  calculate: (given) => {
    const alpha = decimalOption(given, "alpha");
    const eps = epsOf(given);
    return checkPValue({
      test: testOf(given),
      statistic: neededDecimal(given, "stat"),
      degreesOfFreedom: textOption(given, "df") === undefined ? [] : numbers(given, "df"),
      reported: textOption(given, "p") ?? "",
      ...(eps === undefined ? {} : { reportedHalfWidth: eps }),
      ...tailsOf(given),
      ...(alpha === undefined ? {} : { alpha: toNumber(toRational(alpha)) }),
      ...rulesOf(given),
    });
  },
});

function testOf(given: Arguments): SignificanceTest {
  const text = textOption(given, "test") ?? "";
  const test = tests.find((name) => name.toLowerCase() === text.toLowerCase().replace("χ²", "chi2"));
  if (test === undefined) throw new UsageError(`--test ${text} is none of ${tests.join(", ")}`);
  return test;
}

function tailsOf(given: Arguments): { readonly tails?: "one" | "two" } {
  const text = textOption(given, "tails");
  if (text === undefined) return {};
  if (text === "one" || text === "two") return { tails: text };
  throw new UsageError(`--tails ${text} is neither one nor two`);
}

function numbers(given: Arguments, name: string): readonly number[] {
  return decimalsOption(given, name).map((value) => toNumber(toRational(value)));
}
