import { describe, expect, test } from "vitest";
import {
  decimalsOfHalfUnit,
  duration,
  fixed,
  meanAndSpread,
  pValue,
  shortNumber,
} from "../../reports/view-models/format-number.ts";

describe("numbers as a reader wants them", () => {
  test.each([
    [0.05, 1],
    [0.5, 0],
    [0.0005, 3],
    [5, 0],
  ])("half unit %d means %d decimals", (halfUnit, decimals) => expect(decimalsOfHalfUnit(halfUnit)).toBe(decimals));

  test("a minus is a minus, and zero has none", () => {
    expect(fixed(-1.26, 1)).toBe("−1.3");
    expect(fixed(-0.01, 1)).toBe("0.0");
  });

  test("what is no number is refused", () => {
    expect(() => fixed(Number.NaN, 1)).toThrow(/no number to print/);
    expect(() => shortNumber(Number.POSITIVE_INFINITY)).toThrow(/no number to print/);
  });

  test.each([
    [3594, "3,594"],
    [0.5, "0.5"],
    [0.123456, "0.1235"],
    [1e-5, "1.00e−5"],
    [-2.5, "−2.5"],
  ])("%d is %s", (value, text) => expect(shortNumber(value)).toBe(text));

  test("the spread decides the digits, up to two beyond the printed", () => {
    expect(meanAndSpread({ mean: 72.4812, sd: 4.903, count: 5, printedDecimals: 1 })).toBe("72.5 ± 4.9 (n 5)");
    expect(meanAndSpread({ mean: 89.1, sd: 0.0381, count: 5, printedDecimals: 1 })).toBe("89.100 ± 0.038 (n 5)");
    expect(meanAndSpread({ mean: 61.3, count: 1, printedDecimals: 1 })).toBe("61.30 (n 1)");
    expect(meanAndSpread({ mean: 50, sd: 0, count: 3, printedDecimals: 1 })).toBe("50.0 ± 0.0 (n 3)");
  });

  test.each([
    [0.0312, "0.031"],
    [0.00004, "< 0.001"],
    [0.42, "0.42"],
    [0.999, "> 0.99"],
  ])("p %d is %s", (value, text) => expect(pValue(value)).toBe(text));

  test.each([
    [0.42, "0.4 s"],
    [431, "7.2 min"],
    [5400, "1.5 h"],
  ])("%d seconds are %s", (seconds, text) => expect(duration(seconds)).toBe(text));
});
