import { describe, expect, test } from "vitest";
import { detailLines, detailTables, detailText, wordsOf } from "../../reports/view-models/detail-view.ts";

describe("what a check lays open", () => {
  test("reads as words, numbers and intervals", () => {
    expect(detailText([0.5, 1.25])).toBe("[0.500, 1.250]");
    expect(detailText(["a", "b"])).toBe("a, b");
    expect(detailText([])).toBe("none");
    expect(detailText({ holds: true, errorBound: 0.1 })).toBe("holds yes, error bound 0.1");
    expect(detailText({ name: "KDE", error: "-23/86", errorRounded: "-0.267" })).toBe("KDE (error -0.267)");
  });

  test("names of data stay as they are", () => {
    expect(wordsOf("byWeighting")).toBe("by weighting");
    expect(wordsOf("CelebA")).toBe("CelebA");
    expect(wordsOf("Cat-vs-Dog")).toBe("Cat-vs-Dog");
  });

  test("lists of records become tables, records inside them columns under one header; the rest are lines", () => {
    const details = {
      rowCount: 1,
      rows: [{ name: "a", byDefault: { holds: false, mean: "1" }, best: { holds: true, mean: "2" } }],
    };
    const [table] = detailTables("claim", details);
    expect(table?.groups.map(({ label, span }) => [label, span])).toEqual([
      ["By default", 2],
      ["Best", 2],
    ]);
    expect(table?.columns.map(({ label }) => label)).toEqual(["Holds", "Mean", "Holds", "Mean"]);
    expect(detailLines(details)).toEqual(["row count: 1"]);
  });

  test("a table too long for a page is cut and says so", () => {
    const [table] = detailTables("claim", {
      rows: Array.from({ length: 75 }, (_, index) => ({ name: `row ${index}` })),
    });
    expect(table?.rows).toHaveLength(60);
    expect(table?.notes).toEqual(["60 of 75 rows; the audit has all."]);
  });
});

describe("exact numbers", () => {
  test("long fractions are read as decimals, short ones stay as the paper may have printed them", () => {
    expect(detailText("21559/430")).toBe("≈ 50.137");
    expect(detailText("-23/86")).toBe("-23/86");
    expect(detailText("16/20")).toBe("16/20");
  });

  test("two ends are an interval with its brackets", () => {
    expect(detailText({ lower: "50.05", upper: "50.15", lowerClosed: true, upperClosed: false })).toBe(
      "[50.05, 50.15)",
    );
  });

  test("many records are the first three and a count", () => {
    const rows = ["a", "b", "c", "d", "e"].map((name) => ({ name, mean: "1", error: "0.5" }));
    expect(detailText(rows)).toBe("a (error 0.5); b (error 0.5); c (error 0.5); and 2 more");
  });
});

test("rows that differ in their rounding rule alone are one row", () => {
  const [table] = detailTables("claim", {
    byWeighting: [
      { name: "unweighted", rule: "half-even", holds: 2 },
      { name: "unweighted", rule: "truncate", holds: 2 },
      { name: "unweighted", rule: "floor", holds: 3 },
    ],
  });
  expect(table?.rows.map(({ cells }) => cells.map(({ lines }) => lines.join()))).toEqual([
    ["half-even, truncate", "2"],
    ["floor", "3"],
  ]);
});
