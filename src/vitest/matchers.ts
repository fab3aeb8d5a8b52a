import { expect } from "vitest";
import { reportedForJudge } from "../audit/reported-number.ts";
import { checkAgreement } from "../checks/agreement.ts";
import type { CheckResult } from "../checks/check-result.ts";
import { confusionScoreNamed } from "../checks/confusion/score-names.ts";
import { type ConfusionInput, checkConfusion } from "../checks/confusion.ts";
import { checkDebit, type DebitInput } from "../checks/debit.ts";
import { checkDifference, checkRatio, checkRelativeGain } from "../checks/difference.ts";
import { checkGrim, type GrimInput } from "../checks/grim.ts";
import { checkGrimmer, type GrimmerInput } from "../checks/grimmer.ts";
import { checkMean } from "../checks/mean.ts";
import { checkPValue, type PValueInput } from "../checks/p-value.ts";
import { checkPercentage } from "../checks/percentage.ts";
import { checkRanks, type RanksInput } from "../checks/ranks.ts";
import { checkSum } from "../checks/sum.ts";
import { judgeMeasurement } from "../judge/judge-measurement.ts";
import { type Decimal, parseDecimal } from "../numbers/decimal.ts";
import { parsePrinted } from "../numbers/printed.ts";

/** What is known of the printed number that runs are held against. */
export interface ReproductionOptions {
  /** In printed units, fixed before running. */
  readonly margin: number;
  /** How many runs the printed number is the mean of. */
  readonly runs?: number;
}

export interface AssayMatchers<Result> {
  /** The runs, one number a seed, reproduce the printed number within the margin, by the judge's equivalence test. */
  toReproduce: (printed: string, options: ReproductionOptions) => Result;
  /** The printed number can be the mean of the printed ones. */
  toBeMeanOf: (printed: readonly string[]) => Result;
  /** The printed number can be the sum of the printed ones. */
  toBeSumOf: (printed: readonly string[]) => Result;
  /** The printed number can be the first of the printed two less the second. */
  toBeDifferenceOf: (value: string, baseline: string) => Result;
  /** The printed number can be the first of the printed two divided by the second. */
  toBeRatioOf: (value: string, baseline: string) => Result;
  /** The printed percentage can be the relative gain of the first of the printed two over the second. */
  toBeGainOf: (value: string, baseline: string) => Result;
  /** The printed percentage can be that of a count out of a total. */
  toBePercentageOf: (count: number, total: number) => Result;
  /** So many whole numbers can have the printed mean. */
  toPassGrim: (options: Omit<GrimInput, "mean">) => Result;
  /** So many whole numbers can have the printed mean together with the printed SD. */
  toPassGrimmer: (sd: string, options: Omit<GrimmerInput, "mean" | "sd">) => Result;
  /** So many zeros and ones can have the printed mean together with the printed SD. */
  toPassDebit: (sd: string, options: Omit<DebitInput, "mean" | "sd">) => Result;
  /** The printed p-value (`.03`, `<.05`, `ns`) belongs to the printed statistic. */
  toBePValueOf: (statistic: string, options: Omit<PValueInput, "statistic" | "reported">) => Result;
  /** The printed numbers have the printed ranks, the greatest first unless `ascending` is said. */
  toHaveRanks: (ranks: readonly string[], options?: Partial<Omit<RanksInput, "items">>) => Result;
  /** One confusion matrix of so many positives and negatives gives all printed scores: `{ accuracy: ".95", mcc: ".86" }`. */
  toHaveConfusionMatrix: (options: Omit<ConfusionInput, "scores">) => Result;
  /** Two printed numbers can stand for one number. */
  toAgreeWith: (printed: string) => Result;
}

declare module "vitest" {
  interface Matchers<T> extends AssayMatchers<T> {}
}

expect.extend({
  toReproduce(received: unknown, printed: unknown, options: ReproductionOptions) {
    const values = numbersOf("toReproduce", received);
    const reported = parsePrinted(textOf("toReproduce", printed));
    const judgement = judgeMeasurement(
      reportedForJudge({ reported, ...(options.runs === undefined ? {} : { reportedRuns: options.runs }) }),
      { values },
      { claimMargin: options.margin },
    );
    return {
      pass: judgement.verdict === "reproduced",
      message: () => `${judgement.verdict} (${judgement.reason}): ${judgement.explanation}`,
      actual: values,
      expected: printed,
    };
  },
  toBeMeanOf(received: unknown, printed: unknown) {
    const reported = decimalOf("toBeMeanOf", received);
    return matched(this.isNot, checkMean({ reported, cells: cellsOf("toBeMeanOf", printed) }), received, printed);
  },
  toBeSumOf(received: unknown, printed: unknown) {
    const reported = decimalOf("toBeSumOf", received);
    return matched(this.isNot, checkSum({ reported, parts: cellsOf("toBeSumOf", printed) }), received, printed);
  },
  toAgreeWith(received: unknown, printed: unknown) {
    const places = [
      { label: "received", value: decimalOf("toAgreeWith", received) },
      { label: "expected", value: decimalOf("toAgreeWith", printed) },
    ];
    return matched(this.isNot, checkAgreement({ places }), received, printed);
  },
  toBeDifferenceOf(received: unknown, value: unknown, baseline: unknown) {
    const its = { value: decimalOf("toBeDifferenceOf", value), baseline: decimalOf("toBeDifferenceOf", baseline) };
    const reported = decimalOf("toBeDifferenceOf", received);
    return matched(this.isNot, checkDifference({ reported, ...its }), received, [value, baseline]);
  },
  toBeRatioOf(received: unknown, value: unknown, baseline: unknown) {
    const its = { value: decimalOf("toBeRatioOf", value), baseline: decimalOf("toBeRatioOf", baseline) };
    const reported = decimalOf("toBeRatioOf", received);
    return matched(this.isNot, checkRatio({ reported, ...its }), received, [value, baseline]);
  },
  toBeGainOf(received: unknown, value: unknown, baseline: unknown) {
    const its = { value: decimalOf("toBeGainOf", value), baseline: decimalOf("toBeGainOf", baseline) };
    const reported = decimalOf("toBeGainOf", received);
    return matched(this.isNot, checkRelativeGain({ reported, ...its }), received, [value, baseline]);
  },
  toBePValueOf(received: unknown, printed: unknown, options: Omit<PValueInput, "statistic" | "reported">) {
    const [reported, statistic] = [textOf("toBePValueOf", received), decimalOf("toBePValueOf", printed)];
    return matched(this.isNot, checkPValue({ ...options, statistic, reported }), received, { printed, ...options });
  },
  toHaveRanks(received: unknown, printed: unknown, options: Partial<Omit<RanksInput, "items">> = {}) {
    const [values, ranks] = [cellsOf("toHaveRanks", received), cellsOf("toHaveRanks", printed)];
    const items = values.flatMap((item, index) => {
      const rank = ranks[index]?.value;
      if (rank === undefined || ranks.length !== values.length)
        throw new TypeError(`toHaveRanks: ${values.length} numbers have ${ranks.length} ranks; give one for each`);
      return [{ ...item, rank }];
    });
    return matched(this.isNot, checkRanks({ direction: "descending", ...options, items }), received, printed);
  },
  toHaveConfusionMatrix(received: unknown, options: Omit<ConfusionInput, "scores">) {
    return matched(this.isNot, checkConfusion({ ...options, scores: scoresOf(received) }), received, options);
  },
  toBePercentageOf(received: unknown, count: number, total: number) {
    const percent = decimalOf("toBePercentageOf", received);
    return matched(this.isNot, checkPercentage({ percent, count, total }), received, [count, total]);
  },
  toPassGrim(received: unknown, options: Omit<GrimInput, "mean">) {
    return matched(this.isNot, checkGrim({ ...options, mean: decimalOf("toPassGrim", received) }), received, options);
  },
  toPassGrimmer(received: unknown, sd: unknown, options: Omit<GrimmerInput, "mean" | "sd">) {
    const [mean, spread] = [decimalOf("toPassGrimmer", received), decimalOf("toPassGrimmer", sd)];
    return matched(this.isNot, checkGrimmer({ ...options, mean, sd: spread }), received, { sd, ...options });
  },
  toPassDebit(received: unknown, sd: unknown, options: Omit<DebitInput, "mean" | "sd">) {
    const [mean, spread] = [decimalOf("toPassDebit", received), decimalOf("toPassDebit", sd)];
    return matched(this.isNot, checkDebit({ ...options, mean, sd: spread }), received, { sd, ...options });
  },
});

/** Only consistent passes; with `.not` only inconsistent does: what cannot be decided passes neither way. */
function matched(isNot: boolean, result: CheckResult, actual: unknown, expected: unknown) {
  return {
    pass: isNot ? result.outcome !== "inconsistent" : result.outcome === "consistent",
    message: () => `${result.outcome}: ${result.explanation}`,
    actual,
    expected,
  };
}

function cellsOf(matcher: string, printed: unknown): readonly { label: string; value: Decimal }[] {
  if (!Array.isArray(printed)) throw new TypeError(`${matcher} takes a list of printed numbers, not ${typeof printed}`);
  return printed.map((text: unknown, index) => ({ label: `value ${index + 1}`, value: decimalOf(matcher, text) }));
}

function scoresOf(received: unknown): ConfusionInput["scores"] {
  if (typeof received !== "object" || received === null || Array.isArray(received))
    throw new TypeError(
      `toHaveConfusionMatrix takes printed scores such as { accuracy: ".95" }, not ${typeof received}`,
    );
  return Object.entries(received).map(([word, text]: [string, unknown]) => {
    const score = confusionScoreNamed(word);
    if (score === undefined) throw new TypeError(`toHaveConfusionMatrix: "${word}" is no score that is known`);
    const { name, beta } = score;
    const value = decimalOf("toHaveConfusionMatrix", text);
    return { name, value, ...(beta === undefined ? {} : { beta: parseDecimal(beta) }) };
  });
}

function decimalOf(matcher: string, printed: unknown): Decimal {
  return parseDecimal(textOf(matcher, printed));
}

/** A number would have forgotten its digits: 84.30 is 84.3. */
function textOf(matcher: string, printed: unknown): string {
  if (typeof printed === "string") return printed;
  throw new TypeError(`${matcher} takes numbers as printed, such as "84.30", not ${typeof printed} ${String(printed)}`);
}

function numbersOf(matcher: string, received: unknown): readonly number[] {
  if (Array.isArray(received) && received.every((value): value is number => typeof value === "number")) return received;
  throw new TypeError(`${matcher} takes the runs as a list of numbers, not ${typeof received}`);
}
