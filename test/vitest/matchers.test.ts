import { describe, expect, it } from "vitest";
import "../../src/vitest/matchers.ts";

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

  it("refuse numbers that forgot their digits: misuse is a TypeError, not a failed assertion", () => {
    expect(() => expect(84.3).toAgreeWith("84.30")).toThrow(TypeError);
    expect(() => expect("84.3").toBeMeanOf("84.3" as unknown as string[])).toThrow("takes a list of printed numbers");
    expect(() => expect("a").toReproduce("1", { margin: 1 })).toThrow("takes the runs as a list of numbers");
  });
});
