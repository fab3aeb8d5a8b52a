import { describe, expect, it } from "vitest";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { buildReading } from "./build-reading.ts";

// t, df and the two-tailed p of SciPy 1.10.1 (2 * stats.t.sf(t, df)).
const rows = [
  ["2.20", "28", "0.036"],
  ["1.31", "15", "0.210"],
  ["3.05", "40", "0.004"],
  ["0.52", "22", "0.608"],
  ["4.10", "12", "0.001"],
  ["1.98", "60", "0.052"],
  ["2.75", "33", "0.010"],
] as const;
const columns = { t: "other", df: "other", p: "p-value" } as const;

describe("p-values beside their statistics", () => {
  it("agree with SciPy's", () => {
    const table = Object.fromEntries(rows.map((cells, at) => [`test ${at}`, cells]));
    const { findings, tallies } = inspectTable(buildReading(columns, table));
    expect(findings).toEqual([]);
    expect(tallies).toMatchObject([{ check: "p-value", asked: rows.length, consistent: rows.length }]);
  });

  const strengths = (table: readonly (readonly string[])[]): readonly string[] => {
    const named = Object.fromEntries(table.map((cells, at) => [`test ${at}`, cells]));
    return inspectTable(buildReading(columns, named)).findings.map(({ strength }) => strength);
  };

  it("are conditional where the other rows agree, for a bootstrap's may be smaller, and nothing is said of a table of one row", () => {
    const wrong = ["2.20", "28", "0.004"];
    expect(strengths([...rows, wrong])).toEqual(["conditional"]);
    expect(strengths([wrong])).toEqual([]);
  });

  it("are conditional where they are too great, as adjusted ones are, or of degrees of freedom that were rounded", () => {
    expect(strengths([...rows, ["2.20", "28", "0.360"]])).toEqual(["conditional"]);
    // SciPy: 2 * stats.t.sf(4.35, 4.4) = 0.0098, 2 * stats.t.sf(4.35, 4) = 0.0121
    expect(strengths([...rows, ["4.35", "4", "0.010"]])).toEqual(["conditional"]);
  });
});
