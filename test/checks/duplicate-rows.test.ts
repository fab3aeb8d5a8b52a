import { describe, expect, it } from "vitest";
import { checkDuplicateColumns, checkDuplicateRows, countDuplicates } from "../../src/checks/duplicate-rows.ts";
import { readVectors } from "./vectors/read-vectors.ts";

describe("countDuplicates", () => {
  const rows = readVectors<{ columns: Record<string, string[]> }, { counts: Record<string, number> }>("duplicates");

  it.each(rows)("$id: counts as text", ({ input, expected }) => {
    const found = countDuplicates(Object.values(input.columns));
    expect(Object.fromEntries(found.map(({ text, times }) => [text, times]))).toEqual(expected.counts);
  });
});

describe("checkDuplicateRows", () => {
  const line = (label: string, ...cells: string[]) => ({ label, cells });

  it("notes rows that are alike, and says nothing against them", () => {
    const result = checkDuplicateRows({ lines: [line("A", "1.0", "2.0", "3.0"), line("B", "1.0", "2.0", "3.0")] });
    expect(result.outcome).toBe("consistent");
    expect(result.explanation).toBe("Rows A and B are printed alike in all 3 cells.");
    expect(result.details).toMatchObject({ alike: 1 });
  });

  it("notes near duplicates of both kinds", () => {
    const result = checkDuplicateColumns({
      lines: [line("A", "1.0", "2.0", "3.0"), line("B", "1.0", "2.0", "9.9"), line("C", "1.1", "1.9", "3.1")],
    });
    expect(result.details.pairs).toEqual([
      { kind: "all but one cell", cells: 3, a: "A", b: "B" },
      { kind: "within one unit of the last digit", cells: 3, a: "A", b: "C" },
    ]);
  });

  it("keeps still about short rows, empty cells and different digits", () => {
    const none = checkDuplicateRows({
      lines: [line("A", "1.0", "", "3.0"), line("B", "1.0", "", "3.0"), line("C", "1.00", "2.0", "3.00")],
    });
    expect(none.explanation).toBe("No two of the 3 rows are printed alike or nearly so.");
  });
});
