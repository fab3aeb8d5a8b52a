import { describe, expect, it } from "vitest";
import { isPrintedDouble } from "../../src/checks/double-interval.ts";
import { checkAucSplit, checkFraction } from "../../src/checks/exact-splits.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";

describe("checkFraction", () => {
  it("finds all fractions whose double is printed, and no other", () => {
    for (const text of ["0.9401140684410646", String(2 / 3), String(355 / 452), String(7 / 9)]) {
      const expected: string[] = [];
      for (let total = 1; total <= 1500; total++)
        for (let part = 0; part <= total; part++) if (part / total === Number(text)) expected.push(`${part}/${total}`);
      const { details, outcome } = checkFraction({ value: parseDecimal(text), greatestTotal: 1500 });
      expect(details.fractions).toEqual(expected);
      expect([outcome, expected.length > 0]).toEqual(["consistent", true]);
    }
  });

  it("finds all fractions that print with few digits", () => {
    const expected: string[] = [];
    for (let total = 1; total <= 60; total++)
      for (let part = 0; part <= total; part++) {
        const off = Math.abs(part * 10_000 - 3333 * total);
        if (off * 2 <= total) expected.push(`${part}/${total}`);
      }
    expect(checkFraction({ value: parseDecimal("0.3333"), greatestTotal: 60 }).details.fractions).toEqual(expected);
  });

  it("finds the share behind a number in single precision, and behind one less another share", () => {
    // Python 3.11, NumPy 1.24: float(np.float32(989 / 1052)), str(np.float32(1 / 3)), 1 - 1581 / 1600 (that is 19/1600).
    for (const [text, greatestTotal, share, words] of [
      ["0.9401140809059143", 1100, "989/1052", "single precision"],
      ["0.33333334", 5, "1/3", "single precision"],
      ["0.011874999999999969", 2000, "19/1600", "a difference of doubles"],
    ] as const) {
      const { details, outcome, rescuedBy } = checkFraction({ value: parseDecimal(text), greatestTotal });
      expect([outcome, details.fractions]).toEqual(["conditional", expect.arrayContaining([share])]);
      expect(rescuedBy).toContain(words);
    }
    // The float32 nearest to 32/35, as Python prints it.
    const auc = parseDecimal("0.9142857193946838");
    expect(checkAucSplit({ auc, examples: 12, ties: false }).details.splits).toEqual(["5 + 7", "7 + 5"]);
  });

  it("allows for errors of the last places as an alternative", () => {
    // One double above 2/3, as a sum of rounded terms may give.
    const value = parseDecimal("0.6666666666666666");
    const above = parseDecimal("0.6666666666666667");
    expect([isPrintedDouble(value), isPrintedDouble(above), isPrintedDouble(parseDecimal("0.94"))]).toEqual([
      true,
      true,
      false,
    ]);
    expect(checkFraction({ value, greatestTotal: 5 }).outcome).toBe("consistent");
    expect(checkFraction({ value: above, greatestTotal: 5 }).rescuedBy).toEqual([
      "rounding errors of at most 8 doubles",
      "a difference of doubles",
    ]);
    expect(checkFraction({ value: parseDecimal("0.6666666666665"), greatestTotal: 5 }).outcome).toBe("inconsistent");
  });

  it("reads percentages, and says where the digits are too few", () => {
    expect(
      checkFraction({ value: parseDecimal("94.0114068441"), leastTotal: 1000, greatestTotal: 1100 }).details.fractions,
    ).toEqual(["989/1052"]);
    expect(checkFraction({ value: parseDecimal("0.94"), greatestTotal: 1000 }).outcome).toBe("undecidable");
    expect(() => checkFraction({ value: parseDecimal("0.5"), greatestTotal: 0 })).toThrow("greatestTotal is 0");
  });
});

describe("checkAucSplit", () => {
  it("finds all divisions whose pairs give the area", () => {
    for (const [positives, examples, right] of [
      [5, 12, 32],
      [13, 40, 300],
      [7, 19, 41],
    ] as const) {
      const auc = right / (positives * (examples - positives));
      const expected: string[] = [];
      for (let p = 1; p < examples; p++) {
        const pairs = p * (examples - p);
        for (let k = 0; k <= pairs; k++) if (k / pairs === auc) expected.push(`${p} + ${examples - p}`);
      }
      const { details, outcome } = checkAucSplit({ auc: parseDecimal(String(auc)), examples });
      expect([outcome, details.splits]).toEqual(["consistent", expected]);
      expect(expected).toContain(`${positives} + ${examples - positives}`);
    }
  });

  it("counts tied pairs half, as an alternative", () => {
    // Of seven examples 1 + 6 have 6 pairs, 2 + 5 have 10 and 3 + 4 have 12: 23/24 is 11.5 of 12.
    const auc = parseDecimal(String(11.5 / 12));
    expect(checkAucSplit({ auc, examples: 7, ties: false }).outcome).toBe("inconsistent");
    expect(checkAucSplit({ auc, examples: 7 })).toMatchObject({
      outcome: "conditional",
      rescuedBy: ["tied scores"],
      details: { splits: ["3 + 4", "4 + 3"] },
    });
    expect(checkAucSplit({ auc: parseDecimal("0.9"), examples: 100 }).outcome).toBe("undecidable");
  });
});
