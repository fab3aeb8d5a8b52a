import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as assay from "../../src/index.ts";
import { matcherFamilies } from "../../src/vitest/matchers.ts";

interface Tried {
  /** An assertion that fails, and what its message holds: the finding. */
  readonly fails: () => void;
  readonly finding: string | RegExp;
  /** What TypeScript refuses, or a check. */
  readonly misuse: () => void;
  readonly remedy: string;
}

/** As someone without TypeScript writes. */
const number: string = JSON.parse("84.3");
const [curve, counts] = [[{ fpr: ".10", tpr: ".80" }], { positives: 5, negatives: 7 }];

/** Numbers by hand or from the tests of the checks. */
const tried: Readonly<Record<string, Tried>> = {
  toBeMeanOf: {
    fails: () => expect("66.5").toBeMeanOf(["61.2", "59.6", "89.8", "50.7", "57.1"]),
    finding: /inconsistent: .*66\.5.*63\.68/,
    misuse: () => expect("85").toBeMeanOf(["80", "90"], { weights: [1] }),
    remedy: "2 cells have 1 weights; give one for each",
  },
  toHaveRowMeans: {
    fails: () => expect([{ cells: ["90.0", "80.0"], mean: "88.0" }]).toHaveRowMeans({ weights: [1, 4] }),
    finding: "inconsistent: 0 of 1 printed means agree",
    misuse: () => expect([]).toHaveRowMeans(),
    remedy: "there are no rows",
  },
  toHaveWeightedRowMeans: {
    fails: () =>
      expect([
        { cells: ["90.0", "80.0"], mean: "88.0" },
        { cells: ["60.0", "70.0"], mean: "68.0" },
      ]).toHaveWeightedRowMeans(),
    finding: "inconsistent: Some non-negative weights make 1 of 2 printed means true",
    misuse: () => expect("88.0").toHaveWeightedRowMeans(),
    remedy: "takes a list, not string",
  },
  toBeSumOf: {
    fails: () => expect("6").toBeSumOf(["3", "3", "3"]),
    finding: "inconsistent: Printed 6",
    misuse: () => expect("6").toBeSumOf([]),
    remedy: "there are no parts",
  },
  toBeProductOf: {
    fails: () =>
      expect("513").toBeProductOf([
        { value: "2048", exact: true },
        { value: "0.25", exact: true },
      ]),
    finding: "inconsistent: Printed 513",
    misuse: () => expect("512").toBeProductOf([]),
    remedy: "there are no factors",
  },
  toBeMeanOverBatches: {
    fails: () => expect("71").toBeMeanOverBatches({ examples: 10, batchSize: 4 }),
    finding: "inconsistent: Printed 71 as the mean accuracy of 2 batches of 4 and one of 2",
    misuse: () => expect("71").toBeMeanOverBatches({ examples: 0, batchSize: 4 }),
    remedy: "examples is 0",
  },
  toBeMeanOverMixedBatches: {
    fails: () => expect("96.475").toBeMeanOverMixedBatches({ examples: 980, batches: 79 }),
    finding: "undecidable: Printed 96.475",
    misuse: () => expect("96.475").toBeMeanOverMixedBatches({ examples: 7, batches: 9 }),
    remedy: "9 batches cannot each hold one of 7 examples",
  },
  toBeSpreadOfMeanOf: {
    fails: () => expect("0.5").toBeSpreadOfMeanOf(["0.3", "0.4", "0.2"]),
    finding: "inconsistent: Printed ±0.5 for a mean over 3 classes",
    misuse: () => expect("0.5").toBeSpreadOfMeanOf([]),
    remedy: "there are no class spreads",
  },
  toBePercentageOf: {
    fails: () => expect("43.1").toBePercentageOf("any", 21),
    finding: "inconsistent: Printed 43.1 % of 21: no count gives it",
    misuse: () => expect("43.1").toBePercentageOf(22, 21),
    remedy: "the count is 22",
  },
  toBeFraction: {
    fails: () => expect("0.9401140684410646").toBeFraction({ greatestTotal: 100 }),
    finding: /inconsistent: Printed 0\.9401140684410646: none/,
    misuse: () => expect("0.94").toBeFraction({ greatestTotal: 0 }),
    remedy: "greatestTotal is 0",
  },
  toBeAucOfSplit: {
    fails: () => expect("0.9142857142857143").toBeAucOfSplit({ examples: 7 }),
    finding: /inconsistent: Printed 0\.9142857142857143: none/,
    misuse: () => expect("0.91").toBeAucOfSplit({ examples: 1 }),
    remedy: "examples is 1",
  },
  toBeGridPoint: {
    fails: () => expect("0.30000000000000004").toBeGridPoint("0.25"),
    finding: "inconsistent: Printed 0.30000000000000004: no point of a grid",
    misuse: () => expect("0.3").toBeGridPoint("0"),
    remedy: "the step is 0; give one above 0",
  },
  toBeatMajorityBaseline: {
    fails: () => expect("89.5").toBeatMajorityBaseline({ benign: 910, malignant: 90 }),
    finding: "worse than no detector at all",
    misuse: () => expect("89.5").toBeatMajorityBaseline({}),
    remedy: "there are no examples",
  },
  toBeDifferenceOf: {
    fails: () => expect("3.4").toBeDifferenceOf("88.4", "85.2"),
    finding: "inconsistent: Printed 3.4; 88.4 − 85.2 is 3.2",
    misuse: () => expect("3.4").toBeDifferenceOf("88.4", "85,2"),
    remedy: '"85,2" is not a decimal number',
  },
  toBeRatioOf: {
    fails: () => expect("2.8").toBeRatioOf("46", "20"),
    finding: "inconsistent: Printed 2.8; 46 / 20 is 2.3",
    misuse: () => expect("2.8").toBeRatioOf(number, "20"),
    remedy: 'takes numbers as printed, such as "84.30", not number 84.3',
  },
  toBeGainOf: {
    fails: () => expect("50.0").toBeGainOf("90.0", "80.0"),
    finding: "inconsistent: Printed 50.0",
    misuse: () => expect("50.0").toBeGainOf("90.0", "80.0", { perfect: "all" }),
    remedy: '"all" is not a decimal number',
  },
  toAgreeWith: {
    fails: () => expect("93.94").toAgreeWith("93.9", "92.7"),
    finding: "inconsistent: Printed are 93.94 in received, 93.9 in place 2 and 92.7 in place 3",
    misuse: () => expect(84.3).toAgreeWith("84.30"),
    remedy: 'takes numbers as printed, such as "84.30", not number 84.3',
  },
  toBePrintedNear: {
    fails: () => expect("86.4").toBePrintedNear("89.8", "0.02", { of: "relative" }),
    finding: "inconsistent: ",
    misuse: () => expect("86.4").toBePrintedNear("89.8", "-1"),
    remedy: "-1 is no distance",
  },
  toLieInRange: {
    fails: () => expect(["2.6", "7.0"]).toLieInRange({ atMost: "5" }),
    finding: /inconsistent: .*Outside: value 2 \(7\)/,
    misuse: () => expect(["2.6"]).toLieInRange({}),
    remedy: "the range has neither end",
  },
  toHaveRanks: {
    fails: () => expect(["90.1", "88.4", "92.0"]).toHaveRanks(["2", "3", "1"], { direction: "ascending" }),
    finding: "inconsistent: ",
    misuse: () => expect(["1"]).toHaveRanks(["1", "2"]),
    remedy: "1 numbers have 2 ranks; give one for each",
  },
  toBeBestOf: {
    fails: () => expect("0.21").toBeBestOf(["0.20", "0.30"], { higherIsBetter: false }),
    finding: "inconsistent: received is printed as 0.21; not better than other 1 (0.20)",
    misuse: () => expect("0.21").toBeBestOf([]),
    remedy: "there is nothing that received is better than",
  },
  toHoldTheBestOf: {
    fails: () => expect(["92.5", "91.0"]).toHoldTheBestOf(["93.4"]),
    finding: "inconsistent: ",
    misuse: () => expect("92.5").toHoldTheBestOf(["93.4"]),
    remedy: "takes a list of printed numbers, not string",
  },
  toBeInOrder: {
    fails: () => expect(["74.5", "86.4"]).toBeInOrder("decreasing"),
    finding: "inconsistent: ",
    misuse: () => expect(["74.5"]).toBeInOrder("decreasing"),
    remedy: "1 item, where two or more have an order",
  },
  toOutperform: {
    fails: () => expect(["95.5", "96.0"]).toOutperform([["96.5", "96.4"]], { measures: ["a", "b"] }),
    finding: "inconsistent: ",
    misuse: () => expect(["95.5", "96.0"]).toOutperform([["96.5"]], { measures: ["a", "b"] }),
    remedy: "other 1 has 1 numbers for 2 measures",
  },
  toVaryMoreThan: {
    fails: () => expect(["1.0", "1.2"]).toVaryMoreThan(["0.24", "0.34"]),
    finding: "inconsistent: received (1.0 and 1.2) have a greatest over their least of 1.2",
    misuse: () => expect(["1.0"]).toVaryMoreThan(["0.24", "0.34"]),
    remedy: "received is 1 value, where two or more have a spread",
  },
  toHaveMarks: {
    fails: () =>
      expect([
        { reference: "50.0", value: "52.0", mark: "≈" },
        { reference: "50.0", value: "51.0", mark: "+" },
      ]).toHaveMarks({
        legend: [
          { mark: "≈", meaning: "similar" },
          { mark: "+", meaning: "higher" },
        ],
        scale: "absolute",
      }),
    finding: "inconsistent: ",
    misuse: () =>
      expect([{ reference: "50.0", value: "52.0", mark: "?" }]).toHaveMarks({
        legend: [{ mark: "+", meaning: "higher" }],
        scale: "absolute",
      }),
    remedy: '"?"',
  },
  toPassGrim: {
    fails: () => expect("5.19").toPassGrim({ count: 28 }),
    finding: "inconsistent: Printed 5.19 as a mean of 28 whole numbers",
    misuse: () => expect("5.19").toPassGrim({ count: 2.5 }),
    remedy: "count is 2.5",
  },
  toPassGrimColumn: {
    fails: () => expect(["3.33", "1.75"]).toPassGrimColumn({ countRange: { least: 1, greatest: 8 } }),
    finding: "inconsistent: Of the counts from 1 to 8, none fits all 2 means",
    misuse: () => expect(["3.33"]).toPassGrimColumn({ countRange: { least: 8, greatest: 1 } }),
    remedy: "countRange",
  },
  toPassGrimmer: {
    fails: () => expect("3.50").toPassGrimmer("0.2", { count: 10 }),
    finding: "inconsistent: Printed 3.50 ± 0.2 of 10 whole numbers",
    misuse: () => expect("3.50").toPassGrimmer("-0.2", { count: 10 }),
    remedy: "the SD -0.2 is negative",
  },
  toPassDebit: {
    fails: () => expect("0.19").toPassDebit("0.35", { count: 1683 }),
    finding: "inconsistent: Printed 0.19 ± 0.35 of 1683 zeros and ones",
    misuse: () => expect("0.19").toPassDebit("0.35", { count: 0 }),
    remedy: "count is 0",
  },
  toAllowSd: {
    fails: () => expect("4.2").toAllowSd("3.10", { count: 5, scale: { minimum: 1, maximum: 7 } }),
    finding: "inconsistent: Printed 4.2 ± 3.10 of 5 whole numbers from 1 to 7",
    misuse: () => expect("4.2").toAllowSd("3.10", { count: 5, scale: { minimum: 7, maximum: 1 } }),
    remedy: "no value lies on the scale from 7 to 1",
  },
  toHaveSamples: {
    fails: () =>
      expect("2.4").toHaveSamples("1.10", {
        count: 25,
        scale: { minimum: 1, maximum: 5 },
        ddof: 1,
        rules: ["half-either"],
      }),
    finding: "inconsistent: Printed 2.4 ± 1.10 of 25 values from 1 to 5",
    misuse: () => expect("2.4").toHaveSamples("1.10", { count: -1, scale: { minimum: 1, maximum: 5 } }),
    remedy: "count is -1",
  },
  toHaveRuns: {
    fails: () => expect("92.0").toHaveRuns("0.5", { runs: 3, grid: { examples: 50, percent: true } }),
    finding: "inconsistent: Printed 92.0 ± 0.5 of 3 accuracies on 50 examples",
    misuse: () => expect("92.0").toHaveRuns("0.5", { runs: 1, grid: { decimals: 1 } }),
    remedy: "runs is 1",
  },
  toHaveConfusionMatrix: {
    fails: () => expect({ recall: ".8545" }).toHaveConfusionMatrix({ positives: 100, negatives: 200 }),
    finding: "100 positives and 200 negatives: no confusion matrix gives it",
    misuse: () => expect({ charm: ".5" }).toHaveConfusionMatrix({ positives: 1, negatives: 1 }),
    remedy: '"charm" is no score that is known',
  },
  toHaveConfusionMatrices: {
    fails: () =>
      expect({ accuracy: ".90", sensitivity: ".60", specificity: ".70" }).toHaveConfusionMatrices({
        sets: [
          { positives: 20, negatives: 80 },
          { positives: 50, negatives: 50 },
        ],
        aggregation: "mean-of-scores",
      }),
    finding: "inconsistent: Printed means accuracy .90",
    misuse: () => expect({ accuracy: ".90" }).toHaveConfusionMatrices({ sets: [], aggregation: "mean-of-scores" }),
    remedy: "set",
  },
  toHaveClassMatrix: {
    fails: () =>
      expect({ sensitivity: ".2737", precision: ".2842" }).toHaveClassMatrix({
        folds: [[10, 100, 80]],
        average: "micro",
      }),
    finding: "inconsistent: Printed micro sensitivity .2737 and micro precision .2842",
    misuse: () => expect([".2737"]).toHaveClassMatrix({ folds: [[10, 100]], average: "micro" }),
    remedy: "takes printed scores such as",
  },
  toBeFMeasureOf: {
    fails: () => expect(".72").toBeFMeasureOf(".80", ".60"),
    finding: "inconsistent: Printed F1 .72",
    misuse: () => expect(".72").toBeFMeasureOf(".80", ".60", { beta: -1 }),
    remedy: "beta",
  },
  toBeErrorsOfOneRegression: {
    fails: () => expect({ mae: ".52", rmse: ".48" }).toBeErrorsOfOneRegression({ variance: "1.0" }),
    finding: "inconsistent: Printed MAE .52 and RMSE .48",
    misuse: () => expect({ error: ".52" }).toBeErrorsOfOneRegression(),
    remedy: '"error" is none of mae, mse, rmse, r2, max-error, mape',
  },
  toBeAucOf: {
    fails: () => expect(".913").toBeAucOf({ ...counts, ties: false }),
    finding: "inconsistent: Printed AUC .913; with 5 positives and 7 negatives",
    misuse: () => expect(".913").toBeAucOf({ positives: 0, negatives: 7 }),
    remedy: "positives is 0; give a whole number above 0",
  },
  toBeAucThrough: {
    fails: () => expect(".70").toBeAucThrough({ points: curve }),
    finding: "inconsistent: Printed AUC .70, with a TPR of .80 at an FPR of .10",
    misuse: () => expect(".70").toBeAucThrough({ accuracy: ".7", bestAccuracy: ".7", ...counts }),
    remedy: "accuracy and bestAccuracy exclude each other",
  },
  toBeAucOfHardLabels: {
    fails: () => expect(".95").toBeAucOfHardLabels({ fpr: ".10", tpr: ".80" }),
    finding: "inconsistent: Printed AUC .95; hard labels",
    misuse: () => expect(".95").toBeAucOfHardLabels({ fpr: "a tenth", tpr: ".80" }),
    remedy: '"a tenth" is not a decimal number',
  },
  toBeDetectionErrorAt: {
    fails: () => expect("41.0").toBeDetectionErrorAt({ fpr: "40.0" }),
    finding: "inconsistent: Printed detection error 41.0",
    misuse: () => expect("41.0").toBeDetectionErrorAt({ fpr: number }),
    remedy: "takes numbers as printed",
  },
  toBeAveragePrecisionOf: {
    fails: () => expect(".23").toBeAveragePrecisionOf({ positives: 50, negatives: 50 }),
    finding: "inconsistent: Printed average precision .23",
    misuse: () => expect(".23").toBeAveragePrecisionOf({ positives: 0, negatives: 50 }),
    remedy: "positives is 0; give a whole number above 0",
  },
  toAllowNearestRocPoint: {
    fails: () => expect("0.99").toAllowNearestRocPoint({ accuracy: "0.50", positives: 10, negatives: 10 }),
    finding: "inconsistent: Printed AUC 0.99 and accuracy 0.50",
    misuse: () => expect("0.99").toAllowNearestRocPoint({ accuracy: "0.50", positives: 0, negatives: 10 }),
    remedy: "positives is 0",
  },
  toBePValueOf: {
    fails: () => expect(".30").toBePValueOf("2.20", { test: "t", degreesOfFreedom: [28] }),
    finding: "inconsistent: Printed t(28) = 2.20, p = .30",
    misuse: () => expect(".30").toBePValueOf("2.20", { test: "t" }),
    remedy: "t needs 1 positive degrees of freedom, not none",
  },
  toBeCountOf: {
    fails: () => expect("2").toBeCountOf([{ label: "row 1", holds: true, why: "2 > 1" }]),
    finding: "inconsistent: ",
    misuse: () => expect("2").toBeCountOf([]),
    remedy: "there are no items",
  },
  toBeReferenceCount: {
    fails: () => expect("19").toBeReferenceCount({ what: "Python files", reference: 23, source: "the code" }),
    finding: "inconsistent: ",
    misuse: () => expect("19").toBeReferenceCount({ what: "Python files", reference: 2.5, source: "the code" }),
    remedy: "2.5 is no count",
  },
  toHaveDuplicateRows: {
    fails: () =>
      expect([
        ["71.3", "68.0", "90.1"],
        ["70.0", "66.6", "91.2"],
      ]).toHaveDuplicateRows(),
    finding: "No two of the 2 rows are printed alike or nearly so.",
    misuse: () => expect([["71.3", "68.0", "90.1"], [71.3]]).toHaveDuplicateRows(),
    remedy: "takes lines of cells as printed",
  },
  toHaveDuplicateColumns: {
    fails: () =>
      expect([
        ["71.3", "68.0"],
        ["71.3", "68.0"],
      ]).toHaveDuplicateColumns(),
    finding: "No two of the 2 columns are printed alike or nearly so.",
    misuse: () => expect("71.3").toHaveDuplicateColumns(),
    remedy: "takes a list, not string",
  },
  toBeFlagsByChance: {
    fails: () => expect(9).toBeFlagsByChance(Array(40).fill(0.05), { level: 0.05 }),
    finding: "random numbers give 2.00 flags on average, and 9 or more with a chance of 0.000130",
    misuse: () => expect(1).toBeFlagsByChance([1.5], { level: 0.05 }),
    remedy: "1.5 is not a probability",
  },
  toReproduce: {
    fails: () => expect([60.1, 60.2, 60.0]).toReproduce("74.5", { margin: 1 }),
    finding: "refuted (outside the margin)",
    misuse: () => expect("a").toReproduce("1", { margin: 1 }),
    remedy: "takes the runs as a list of numbers",
  },
};

describe("a matcher", () => {
  const family: Readonly<Record<string, { readonly example: string }>> = Object.assign({}, ...matcherFamilies);
  const names = Object.keys(family);

  it.each(names)("%s fails with the finding, and refuses misuse in one line with an example", (name) => {
    const { fails, finding, misuse, remedy } = tried[name] ?? {};
    if (fails === undefined || misuse === undefined) throw new Error(`${name} is tried by no test`);
    expect(fails).toThrow(finding);
    expect(fails).not.toThrow(TypeError);
    expect(misuse).toThrow(TypeError);
    expect(misuse).toThrow(remedy);
    const message = new RegExp(`^${name}(?:: | takes | needs )[^\\n]*; for example: [^\\n]*${name}[^\\n]*$`);
    expect(misuse).toThrow(message);
  });

  it("is there for every check that the library offers", () => {
    const files = ["mean", "share", "comparison", "order", "whole-number", "score", "roc", "count"];
    const sources = files.map((file) =>
      readFileSync(new URL(`../../src/vitest/matchers/${file}-matchers.ts`, import.meta.url), "utf8"),
    );
    const checks = Object.keys(assay).filter((name) => /^check[A-Z]/.test(name) || name === "flagsByChance");
    expect(checks.length).toBeGreaterThan(40);
    const asked = (check: string): boolean => sources.some((source) => new RegExp(`\\b${check}[(,]`).test(source));
    expect(checks.filter((check) => !asked(check))).toEqual([]);
  });

  it("has its example in docs/matchers.md, and no other is there", () => {
    const docs = readFileSync(new URL("../../docs/matchers.md", import.meta.url), "utf8");
    const shown = [...docs.matchAll(/^\| `(expect\(.*?)` \|/gm)].map(([, example]) => example);
    expect(shown.toSorted()).toEqual(names.map((name) => family[name]?.example).toSorted());
  });

  it("says how it is used where nothing stands in its parentheses", () => {
    const untyped: { readonly toPassGrim: () => void } = Object(expect("5.26"));
    expect(() => untyped.toPassGrim()).toThrow(
      'toPassGrim needs 1 in its parentheses and has 0; for example: expect("5.26").toPassGrim({ count: 43 })',
    );
  });
});

describe("matchers", () => {
  it("pass on what is possible", () => {
    // Sohn et al., Table 7: the mean of the ResNet-18 (linear) row is 50.08.
    expect("50.1").toBeMeanOf(["50.1", "50.1", "50.3", "50.0", "49.9"]);
    expect("9").toBeSumOf(["3", "3", "3"]);
    expect("84.30").toAgreeWith("84.3");
    expect([74.2, 74.9, 74.4, 74.6, 74.3]).toReproduce("74.5", { margin: 1 });
  });

  it("fail with the numbers in the message", () => {
    expect(() => expect("66.5").toBeMeanOf(["61.2", "59.6", "89.8", "50.7", "57.1"])).toThrow(/66\.5.*63\.68/s);
    expect(() => expect("6").toBeSumOf(["3", "3", "3"])).toThrow("inconsistent");
    expect(() => expect("84.31").toAgreeWith("84.2")).toThrow("inconsistent");
    expect(() => expect([60.1, 60.2, 60.0]).toReproduce("74.5", { margin: 1 })).toThrow("refuted (outside the margin)");
    expect(() => expect("84.30").not.toAgreeWith("84.3")).toThrow("consistent");
  });

  it("ask the checks of a mean, an SD, a difference and a percentage", () => {
    expect("3.2").toBeDifferenceOf("88.4", "85.2");
    expect("3.4").not.toBeDifferenceOf("88.4", "85.2");
    expect("42.9").toBePercentageOf(9, 21);
    expect("43.1").not.toBePercentageOf(9, 21);
    expect("5.26").toPassGrim({ count: 43 });
    expect("5.19").not.toPassGrim({ count: 28 });
    expect("3.6").toPassGrimmer("3.11", { count: 25 });
    expect("3.50").not.toPassGrimmer("0.2", { count: 10 });
    expect(".53").toPassDebit(".50", { count: 1683 });
    expect("0.19").not.toPassDebit("0.35", { count: 1683 });
  });

  it("ask the checks of a ratio, a gain, a p-value, ranks and a confusion matrix", () => {
    expect("2.3").toBeRatioOf("46", "20");
    expect("2.8").not.toBeRatioOf("46", "20");
    expect("12.5").toBeGainOf("90.0", "80.0");
    expect("50.0").not.toBeGainOf("90.0", "80.0");
    // SciPy: 0.0362.
    expect(".04").toBePValueOf("2.20", { test: "t", degreesOfFreedom: [28] });
    expect(".30").not.toBePValueOf("2.20", { test: "t", degreesOfFreedom: [28] });
    expect(["90.1", "88.4", "92.0"]).toHaveRanks(["2", "3", "1"]);
    expect(["90.1", "88.4", "92.0"]).not.toHaveRanks(["2", "3", "1"], { direction: "ascending" });
    // 16 of 20 and 79 of 80; no k/100 is .8545.
    expect({ accuracy: ".95", recall: ".80" }).toHaveConfusionMatrix({ positives: 20, negatives: 80 });
    expect({ recall: ".8545" }).not.toHaveConfusionMatrix({ positives: 100, negatives: 200 });
    expect(() => expect({ charm: ".5" }).toHaveConfusionMatrix({ positives: 1, negatives: 1 })).toThrow(TypeError);
    expect(() => expect(["1"]).toHaveRanks(["1", "2"])).toThrow("1 numbers have 2 ranks");
  });

  it("pass neither way where a check cannot decide, or a convention does", () => {
    expect(() => expect("5.2").toPassGrim({ count: 4300 })).toThrow("undecidable");
    expect(() => expect("5.2").not.toPassGrim({ count: 4300 })).toThrow("undecidable");
    expect(() => expect("5.27").toPassGrim({ count: 43 })).toThrow("conditional");
    expect(() => expect("5.27").not.toPassGrim({ count: 43 })).toThrow("conditional");
  });
});
