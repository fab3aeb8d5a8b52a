import { type AucSplitInput, checkAucSplit, checkFraction, type FractionInput } from "../../checks/exact-splits.ts";
import { checkGridPoint } from "../../checks/grid-point.ts";
import { checkMajorityBaseline, type MajorityBaselineInput } from "../../checks/majority-baseline.ts";
import { checkPercentage, type PercentageInput } from "../../checks/percentage.ts";
import { decimal, everyDigit } from "./as-printed.ts";
import { type Asked, type Found, matchers } from "./matcher.ts";

/** Percentages, shares, and numbers with all their digits. */
export const shareMatchers = matchers({
  /** The printed percentage can be that of a count, or of `"any"` count, out of a total. */
  toBePercentageOf: {
    example: 'expect("42.9").toBePercentageOf(9, 21)',
    ask: (
      received,
      count: number | "any",
      total: number,
      options: Omit<PercentageInput, "percent" | "count" | "total"> = {},
    ) => checkPercentage({ ...options, percent: decimal(received), total, ...(count === "any" ? {} : { count }) }),
  },
  /** Some k/N with N in the range prints as the share with all its digits. */
  toBeFraction: {
    example: 'expect("0.9401140684410646").toBeFraction({ greatestTotal: 1100 })',
    ask: (received, options: Asked<FractionInput, "value">) =>
      checkFraction({ ...options, value: everyDigit(received) }),
  },
  /** Some division of the examples into positives and negatives gives the AUC with all its digits. */
  toBeAucOfSplit: {
    example: 'expect("0.9142857142857143").toBeAucOfSplit({ examples: 12 })',
    ask: (received, options: Asked<AucSplitInput, "auc">) => checkAucSplit({ ...options, auc: everyDigit(received) }),
  },
  /** The double that was printed in full is a point of a grid from 0 with this step. */
  toBeGridPoint: {
    example: 'expect("0.30000000000000004").toBeGridPoint("0.1")',
    ask: (received, step: string) => checkGridPoint({ value: everyDigit(received), step: everyDigit(step) }),
  },
  /** The accuracy is above what always answering the most frequent class scores; with `.not`, below it. */
  toBeatMajorityBaseline: {
    example: 'expect("93.5").toBeatMajorityBaseline({ benign: 910, malignant: 90 })',
    ask: (
      received,
      classCounts: MajorityBaselineInput["classCounts"],
      options: Pick<MajorityBaselineInput, "scale"> = {},
    ): Found => {
      const { explanation, details } = checkMajorityBaseline({ ...options, accuracy: decimal(received), classCounts });
      return {
        holds: details.aboveBaseline === true,
        refuted: details.belowBaseline === true,
        finding: explanation,
      };
    },
  },
});
