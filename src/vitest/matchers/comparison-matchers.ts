import { type AgreementInput, checkAgreement } from "../../checks/agreement.ts";
import { type ClosenessInput, checkClose } from "../../checks/closeness.ts";
import {
  checkDifference,
  checkRatio,
  checkRelativeGain,
  type DifferenceInput,
  type RelativeGainInput,
} from "../../checks/difference.ts";
import { checkRange, type RangeInput } from "../../checks/range.ts";
import { decimal, labelled, reading } from "./as-printed.ts";
import { type Asked, matchers } from "./matcher.ts";

type Compared = Omit<DifferenceInput, "value" | "baseline" | "reported">;

/** One printed number against another. */
export const comparisonMatchers = matchers({
  /** The printed number can be the first of the printed two less the second. */
  toBeDifferenceOf: {
    example: 'expect("3.2").toBeDifferenceOf("88.4", "85.2")',
    ask: (received, value: string, baseline: string, options: Compared = {}) =>
      checkDifference({ ...options, ...comparedIn(received, value, baseline) }),
  },
  /** The printed number can be the first of the printed two divided by the second. */
  toBeRatioOf: {
    example: 'expect("2.3").toBeRatioOf("46", "20")',
    ask: (received, value: string, baseline: string, options: Compared = {}) =>
      checkRatio({ ...options, ...comparedIn(received, value, baseline) }),
  },
  /** The printed percentage can be the relative gain of the first of the printed two over the second. */
  toBeGainOf: {
    example: 'expect("12.5").toBeGainOf("90.0", "80.0")',
    ask: (
      received,
      value: string,
      baseline: string,
      options: Asked<RelativeGainInput, "value" | "baseline" | "reported"> = {},
    ) => checkRelativeGain({ ...reading(options, "perfect"), ...comparedIn(received, value, baseline) }),
  },
  /** The number can be one number with what other places print. */
  toAgreeWith: {
    example: 'expect("93.94").toAgreeWith("93.9", "94")',
    ask: (received, first: string, ...others: readonly string[]) =>
      checkAgreement({
        places: [
          { label: "received", value: decimal(received) },
          ...[first, ...others].map((printed, index) => ({
            label: others.length === 0 ? "expected" : `place ${index + 2}`,
            value: decimal(printed),
          })),
        ],
      } satisfies AgreementInput),
  },
  /** The two numbers are at most so far apart, or by that part of the expected one. */
  toBePrintedNear: {
    example: 'expect("86.4").toBePrintedNear("89.8", "5.5")',
    ask: (received, printed: string, within: string, options: Pick<ClosenessInput, "of"> = {}) =>
      checkClose({
        ...options,
        pairs: [{ label: "received", a: decimal(received), b: decimal(printed) }],
        within: decimal(within),
      }),
  },
  /** All printed numbers lie in the range, ends included. */
  toLieInRange: {
    example: 'expect(["2.6", "4.7"]).toLieInRange({ atLeast: "2", atMost: "5" })',
    ask: (received, options: Asked<RangeInput, "items" | "unit"> & { readonly unit?: string }) =>
      checkRange({ unit: "", ...reading(options, "atLeast", "atMost"), items: labelled(received) }),
  },
});

function comparedIn(received: unknown, value: unknown, baseline: unknown) {
  return { reported: decimal(received), value: decimal(value), baseline: decimal(baseline) };
}
