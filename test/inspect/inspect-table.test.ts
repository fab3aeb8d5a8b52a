import { describe, expect, it } from "vitest";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { readTables } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";
import { buildReading } from "./build-reading.ts";

const columns = { A: "score", B: "score", C: "score", D: "score", Avg: "average" } as const;
const rows = {
  one: ["94.10", "87.20", "78.30", "81.00", "85.15"],
  two: ["93.55", "86.15", "77.20", "80.10", "84.25"],
  three: ["96.01", "90.05", "81.12", "84.44", "87.91"],
  four: ["91.00", "82.05", "71.12", "74.44", "79.65"],
};

describe("an average column", () => {
  it("says nothing of means that agree, also where rounding hides how", () => {
    // 86.5475 is the mean of the printed cells; cells that print alike have means from 86.5425 on, which prints as 86.54.
    const reading = buildReading(columns, { ...rows, five: ["95.04", "88.25", "79.90", "83.00", "86.54"] });
    const { findings, tallies } = inspectTable(reading);
    expect(findings).toEqual([]);
    expect(tallies).toContainEqual({
      check: "mean",
      asked: 5,
      consistent: 5,
      inconsistent: 0,
      conditional: 0,
      undecidable: 0,
    });
  });

  it("calls a mean with two digits swapped a contradiction that the other rows confirm", () => {
    const reading = buildReading(columns, { ...rows, five: ["95.04", "88.25", "79.90", "83.00", "86.45"] });
    const [finding, ...others] = inspectTable(reading).findings;
    expect(others).toEqual([]);
    expect(finding?.strength).toBe("contradiction");
    expect(finding?.accused[0]?.label).toBe('table 1, row "five", column "Avg"');
    expect(finding?.restsOn[0]).toBe('column "Avg" is the mean of the 4 columns before it, as 4 of 5 rows confirm');
    expect(finding?.result.nearMisses).toContain(
      "A guess: the mean meant 86.54 where 86.45 is printed (two neighbouring digits swapped).",
    );
  });

  it("says no contradiction of single rows where nothing confirms what the average is of", () => {
    const hidden = Object.fromEntries(
      Object.entries(rows).map(([name, cells], at) => [name, [...cells.slice(0, 4), `${70 + 3 * at}.13`]]),
    );
    const { findings } = inspectTable(buildReading(columns, hidden));
    expect(findings.filter(({ strength }) => strength === "contradiction")).toEqual([]);
  });

  it("leaves rows with empty cells and bounds open", () => {
    const reading = buildReading(columns, {
      ...rows,
      five: ["95.04", "-", "79.90", "83.00", "12.00"],
      six: ["91.04", ">99", "72.90", "81.00", "12.00"],
    });
    const { findings, tallies } = inspectTable(reading);
    expect(findings).toEqual([]);
    expect(tallies.find(({ check }) => check === "mean")?.undecidable).toBe(2);
  });

  it("finds the columns that the average leaves out", () => {
    const reading = buildReading(
      { "In-domain": "score", ...columns },
      Object.fromEntries(
        Object.entries({ ...rows, five: ["95.04", "88.25", "79.90", "83.00", "86.45"] }).map(([name, cells], at) => [
          name,
          [`${61 + 7 * at}.20`, ...cells],
        ]),
      ),
    );
    const [finding] = inspectTable(reading).findings;
    expect(finding?.restsOn[0]).toContain('the 5 columns before it without "In-domain"');
  });

  // Means of all cells but those that stand in `left`, by row.
  const withLeftOut = (left: (row: number, column: number) => boolean) =>
    Object.fromEntries(
      [
        [71.2, 64.8, 83.1, 55.9, 90.3],
        [75.5, 61.3, 80.2, 57.7, 88.4],
        [62.1, 69.4, 88.8, 51.2, 79.6],
        [78.9, 60.5, 91.4, 59.3, 85.2],
        [70.7, 72.6, 85.5, 50.1, 81.9],
        [66.6, 63.2, 79.7, 58.8, 92.4],
      ].map((cells, row) => {
        const kept = cells.filter((_, column) => !left(row, column));
        const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length;
        return [`m${row}`, [...cells.map((value) => value.toFixed(1)), mean.toFixed(2)]];
      }),
    );
  const fiveColumns = { A: "score", B: "score", C: "score", D: "score", E: "score", Avg: "average" } as const;
  const strengthsOf = (left: (row: number, column: number) => boolean) =>
    inspectTable(buildReading(fiveColumns, withLeftOut(left))).findings;

  it("says nothing of the same columns left out in every row, one or two", () => {
    expect(strengthsOf((_, column) => column === 3)).toEqual([]);
    expect(strengthsOf((_, column) => column === 1 || column === 3)).toEqual([]);
  });

  it("is conditional where one row leaves out one cell, and names it", () => {
    const [finding, ...others] = strengthsOf((row, column) => row === 4 && column === 2);
    expect(others).toEqual([]);
    expect(finding?.strength).toBe("conditional");
    expect(finding?.result.rescuedBy).toEqual(['a mean without column "C" in this row']);
  });

  it("is a contradiction where one row leaves out two cells", () => {
    const findings = strengthsOf((row, column) => row === 4 && (column === 0 || column === 2));
    expect(findings.map(({ strength }) => strength)).toEqual(["contradiction"]);
  });

  it("leaves out footnoted cells where every row does, and else not", async () => {
    const inspected = async (
      left: (row: number, column: number) => boolean,
      noted: (row: number, column: number) => boolean,
    ) => {
      const rows = Object.entries(withLeftOut(left)).map(([name, cells], row) =>
        [name, ...cells.map((text, column) => (noted(row, column) ? `${text}†` : text))].join(","),
      );
      const text = ["Method,A,B,C,D,E,Avg", ...rows].join("\n");
      const { tables } = await readTables(sourceText("table.csv", text));
      return tables.flatMap((table) => inspectTable(readingOf(table)).findings.map(({ strength }) => strength));
    };
    const noted = (row: number, column: number): boolean =>
      (row === 1 && column !== 2 && column < 4) || (row === 3 && column > 2);
    expect(await inspected(noted, noted)).toEqual([]);
    expect(await inspected((row, column) => row === 1 && noted(row, column), noted)).toEqual(["contradiction"]);
  });

  it("asks no row that is made of others", () => {
    const cells = Object.entries(withLeftOut(() => false));
    const most =
      cells[0]?.[1].map((_, at) => Math.max(...cells.map(([, texts]) => Number(texts[at]))).toString()) ?? [];
    const table = { ...Object.fromEntries(cells), Foremost: most };
    expect(inspectTable(buildReading(fiveColumns, table), { checks: ["mean"] }).findings).toEqual([]);
  });

  it("takes geometric means for what they are", () => {
    const pairs = [
      [80.1, 81.4],
      [79.2, 80.3],
      [82.5, 81.2],
      [75.3, 77.1],
      [78.8, 79.9],
      [60.1, 90.2],
    ] as const;
    const table = Object.fromEntries(
      pairs.map(([a, b], at) => [`row ${at}`, [a.toFixed(1), b.toFixed(1), Math.sqrt(a * b).toFixed(1)]]),
    );
    const { findings } = inspectTable(buildReading({ A: "score", B: "score", Avg: "average" }, table));
    expect(findings.filter(({ strength }) => strength === "contradiction")).toEqual([]);
  });
});

describe("other relations", () => {
  it("finds a wrong difference, the pair being confirmed by the other rows", () => {
    const table = Object.fromEntries(
      [
        ["71.3", "74.9", "3.6"],
        ["68.2", "70.1", "1.9"],
        ["80.5", "86.0", "5.5"],
        ["77.7", "77.1", "-0.6"],
        ["64.0", "72.4", "4.8"],
        ["59.1", "66.2", "7.1"],
        ["81.2", "84.3", "3.1"],
      ].map((cells, at) => [`set ${at}`, cells]),
    );
    const { findings } = inspectTable(buildReading({ base: "score", ours: "score", Gain: "difference" }, table));
    expect(findings.map(({ check, strength }) => [check, strength])).toEqual([["difference", "contradiction"]]);
    expect(findings[0]?.accused[0]?.text).toBe("4.8");
  });

  it("finds a bold number that is not the best of its column", () => {
    const score = (name: string) => [name, { role: "score", better: "higher" } as const] as const;
    const table = {
      a: ["71.3", "74.9", "63.6", "80.2", "55.1", "81.0"],
      b: ["70.2", "71.4", "60.3", "79.9", "50.0", "**91.3**"],
      c: ["**75.2**", "70.1", "**70.9**", "**83.1**", "60.1", "80.9"],
      d: ["68.8", "**76.4**", "61.1", "77.8", "**58.8**", "82.2"],
      e: ["60.1", "70.0", "61.8", "77.5", "51.1", "83.3"],
      f: ["61.1", "71.0", "60.8", "78.5", "52.1", "84.3"],
    };
    const reading = buildReading(Object.fromEntries(["A", "B", "C", "D", "E", "F"].map(score)), table);
    const { findings } = inspectTable(reading, { checks: ["emphasis"] });
    // Whatever a caption says, bold may mark something else in one column.
    expect(findings.map(({ strength }) => strength)).toEqual(["conditional"]);
    expect(findings[0]?.headline).toContain("c (60.1)");
  });

  it("finds one cell behind a wrong row mean and a wrong column mean, and what would settle both", () => {
    const grid = [
      [71, 64, 83],
      [75, 61, 80],
      [62, 69, 88],
      [78, 60, 91],
      [70, 72, 85],
    ];
    const mean = (values: readonly number[]) => (values.reduce((a, b) => a + b, 0) / values.length).toFixed(3);
    const table = Object.fromEntries([
      ...grid.map((values, at) => [`r${at}`, [...values.map((v) => v.toFixed(2)), mean(values)]]),
      ["Avg", [...[0, 1, 2].map((c) => mean(grid.map((values) => values[c] ?? 0))), "73.933"]],
    ]) as Record<string, string[]>;
    const broken = { ...table, r2: ["62.00", "96.00", ...(table.r2 ?? []).slice(2)] };
    const reading = buildReading({ A: "score", B: "score", C: "score", Avg: "average" }, broken, { Avg: "average" });
    const { culprits } = inspectTable(reading);
    expect(culprits.map(({ cells, wouldSettle }) => [cells.map(({ label }) => label), wouldSettle])).toEqual([
      [['table 1, row "r2", column "B"'], "69.00"],
    ]);
  });

  it("goes through ten thousand rows", () => {
    const table = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => {
        const values = Array.from({ length: 7 }, (_, column) => 5000 + ((at * 7919 + column * 104_729) % 4999));
        const sum = values.reduce((a, b) => a + b, 0);
        return [`r${at}`, [...values.map((v) => (v / 100).toFixed(2)), (sum / 700).toFixed(2)]];
      }),
    );
    const reading = buildReading(
      { ...Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`c${at}`, "score"])), Avg: "average" } as Record<
        string,
        "score" | "average"
      >,
      table,
    );
    const { tallies } = inspectTable(reading);
    expect(tallies.find(({ check }) => check === "mean")?.consistent).toBe(10_000);
  });
});
