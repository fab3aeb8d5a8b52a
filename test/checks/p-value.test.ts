import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SignificanceTest } from "../../src/checks/p-range.ts";
import { checkPValue, type PValueInput } from "../../src/checks/p-value.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { studentTCdf } from "../../src/stats/student-t.ts";
import { readVectors } from "./vectors/read-vectors.ts";

interface Row {
  readonly test: SignificanceTest;
  readonly stat: string | number;
  readonly stat_cmp?: "=" | "<" | ">";
  readonly df1: number | null;
  readonly df2: number | null;
  readonly p_cmp?: "=" | "<" | ">" | "ns";
  readonly p?: string | null;
  readonly one_tailed?: boolean;
  readonly alpha?: number;
  readonly p_equal_alpha_sig?: boolean;
  readonly p_zero_is_error?: boolean;
}

interface Expected {
  readonly inconsistent?: boolean;
  readonly decision_error?: boolean;
  readonly p?: number;
}

const input = (row: Row): PValueInput => ({
  test: row.test,
  statistic: parseDecimal(String(row.stat)),
  relation: row.stat_cmp ?? "=",
  degreesOfFreedom: [row.df1, row.df2].filter((degrees) => degrees !== null),
  reported: row.p_cmp === "ns" ? "ns" : `${row.p_cmp ?? "="} ${row.p ?? ".5"}`,
  tails: row.one_tailed === true ? "one" : "two",
  rules: ["half-either"],
  ...(row.alpha === undefined ? {} : { alpha: row.alpha }),
  ...(row.p_equal_alpha_sig === undefined ? {} : { alphaIsSignificant: row.p_equal_alpha_sig }),
  ...(row.p_zero_is_error === undefined ? {} : { zeroIsError: row.p_zero_is_error }),
});

describe("checkPValue against the vectors of statcheck", () => {
  const rows = readVectors<Row, Expected>("p-value");

  it.each(rows)("$id: $input.test $input.stat_cmp $input.stat, p $input.p_cmp $input.p", ({ input: row, expected }) => {
    const { outcome, details } = checkPValue(input(row));
    if (expected.inconsistent !== undefined) expect(outcome === "inconsistent").toBe(expected.inconsistent);
    if (expected.decision_error !== undefined) expect(details.decisionError).toBe(expected.decision_error);
    if (expected.p !== undefined) expect(details.recomputedP).toBeCloseTo(expected.p, 12);
  });
});

describe("checkPValue", () => {
  it("never flags the p of the statistic before it was rounded", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: 6, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom("two", "one", "other"),
        (t, df, statDecimals, pDecimals, tails) => {
          const two = 2 * studentTCdf(-Math.abs(t), df);
          const p = tails === "two" ? two : tails === "one" ? two / 2 : 1 - two / 2;
          const statistic = parseDecimal(t.toFixed(statDecimals));
          const row = { test: "t", statistic, degreesOfFreedom: [df] } as const;
          const found = (reported: string) => checkPValue({ ...row, reported }).outcome;
          const near = p.toFixed(pDecimals);
          expect(found(near)).not.toBe("inconsistent");
          if (tails === "two") expect(found(near)).toBe("consistent");
          const above = (Math.floor(p * 10 ** pDecimals) + 1) / 10 ** pDecimals;
          if (above <= 1) expect(found(`< ${above.toFixed(pDecimals)}`)).not.toBe("inconsistent");
        },
      ),
      { seed: 91, numRuns: 1000 },
    );
  });

  it("says where p is right only because the statistic was rounded", () => {
    // t = 2.0 gives p = .0553; t = 2.049 gives .0499.
    const row = { test: "t", statistic: parseDecimal("2.0"), degreesOfFreedom: [28], reported: "< .05" } as const;
    const result = checkPValue(row);
    expect(result).toMatchObject({ outcome: "consistent", details: { onlyByRounding: true } });
    expect(result.explanation).toContain("only because the statistic was rounded");
  });

  it("is conditional on a one-tailed test, unless the tails are declared", () => {
    const row = { test: "t", statistic: parseDecimal("2.20"), degreesOfFreedom: [28], reported: ".018" } as const;
    expect(checkPValue(row)).toMatchObject({ outcome: "conditional", rescuedBy: ["a one-tailed test"] });
    expect(checkPValue({ ...row, tails: "two" }).outcome).toBe("inconsistent");
    expect(checkPValue({ ...row, tails: "one" }).outcome).toBe("consistent");
  });

  it("knows statistics that cannot be", () => {
    const impossible = { statistic: parseDecimal("1.20"), degreesOfFreedom: [28], reported: ".03" };
    expect(checkPValue({ ...impossible, test: "r" }).outcome).toBe("inconsistent");
    const negative = { ...impossible, statistic: parseDecimal("-2.3") };
    expect(checkPValue({ ...negative, test: "chi2" }).outcome).toBe("inconsistent");
  });

  it("takes p = .000 for what is below .0005, and p < .000 for impossible", () => {
    const row = { test: "z", statistic: parseDecimal("9.1"), rules: ["half-either"] } as const;
    expect(checkPValue({ ...row, reported: "p = .000" }).outcome).toBe("consistent");
    expect(checkPValue({ ...row, reported: "p = .000", zeroIsError: true }).outcome).toBe("inconsistent");
    expect(checkPValue({ ...row, reported: "p < .000" }).outcome).toBe("inconsistent");
  });

  it("refuses what it cannot read", () => {
    const row = { test: "F", statistic: parseDecimal("2.2"), reported: ".03" } as const;
    expect(() => checkPValue({ ...row, degreesOfFreedom: [2] })).toThrow(
      "F needs 2 positive degrees of freedom, not 2",
    );
    expect(() => checkPValue({ ...row, degreesOfFreedom: [2, 28], reported: "1.5" })).toThrow('"1.5" is not a p-value');
    expect(() => checkPValue({ ...row, degreesOfFreedom: [2, 28], tails: "one" })).toThrow("has no one-tailed test");
  });
});
