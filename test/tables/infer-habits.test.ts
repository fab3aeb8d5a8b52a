import { describe, expect, test } from "vitest";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { grid } from "./grid.ts";

describe("statistics named after their value", () => {
  test.each([
    ["acc_mean | acc_std", "score sd"],
    ["acc mean | acc std", "score sd"],
    ["mean_acc | std_acc", "score sd"],
    ["acc.mean | acc.sd", "score sd"],
    ["AUC | AUC (SD)", "score sd"],
    ["F1 | F1 std", "score sd"],
    ["acc_mean | acc_se", "score other"],
    // Stable Diffusion and its relatives.
    ["XL | XL SD", "score score"],
    ["Turbo | SD Turbo", "score score"],
    ["Teacher | Mean Teacher", "score score"],
    ["acc_mean | loss_std", "score score"],
  ])("%s are %s", (header, expected) => {
    const { columns } = readingOf(grid([`M | ${header}`, "x | 80.1 | 0.4", "y | 79.3 | 0.2"]));
    expect(
      columns
        .slice(1)
        .map(({ role }) => role)
        .join(" "),
    ).toBe(expected);
    if (expected === "score sd") expect(columns[2]?.of).toBe(1);
  });

  test("AUC (SD) with both in each cell is a score", () => {
    const { columns, cell } = readingOf(grid(["M | Acc | AUC (SD)", "x | 80.1 | 0.91 (0.02)"]));
    expect(columns.map(({ role }) => role)).toEqual(["name", "score", "score"]);
    const { reading } = cell(1, 2);
    expect(reading.kind === "number" && reading.printed.spread?.text).toBe("0.02");
  });

  test("their spreads are no part of an average", () => {
    const { columns } = readingOf(
      grid(["M | a_mean | a_std | b_mean | b_std | avg_mean | avg_std", "x | 80.0 | 0.4 | 70.0 | 0.2 | 75.0 | 0.3"]),
    );
    expect(columns.map(({ role }) => role)).toEqual(["name", "score", "sd", "score", "sd", "average", "sd"]);
    expect([columns[5]?.over, columns[6]?.of]).toEqual([[1, 3], 5]);
  });

  test("n and rank belong to the value whose name or group they share", () => {
    const { columns } = readingOf(
      grid(["Scale | Men | < | Women | <", "^ | n | Mean | n | Mean", "Trust | 43 | 3.44 | 51 | 3.02"]),
    );
    expect(columns.map(({ role, of }) => [role, of])).toEqual([
      ["name", undefined],
      ["n", 2],
      ["score", undefined],
      ["n", 4],
      ["score", undefined],
    ]);
    const ranked = readingOf(grid(["M | Cars | Cars rank | Pets | Pets rank", "x | 80.1 | 1 | 90.2 | 2"]));
    expect(ranked.columns.filter(({ role }) => role === "rank").map(({ of }) => of)).toEqual([1, 3]);
    expect(readingOf(grid(["M | Acc | Rank", "x | 80.1 | 1"])).columns[2]?.of).toBe(1);
    expect(readingOf(grid(["M | A | B | Rank", "x | 80.1 | 2.0 | 1"])).columns[3]?.of).toBeUndefined();
  });
});

describe("decimal commas", () => {
  function textsOf(lines: readonly string[]): readonly string[] {
    const { rows, columns, cell } = readingOf(grid(lines));
    return rows.flatMap((row) =>
      columns.slice(1).map((column) => {
        const { reading } = cell(row.index, column.index);
        return reading.kind === "number"
          ? [reading.printed.value.text, reading.printed.spread?.text].join(" ")
          : reading.kind;
      }),
    );
  }

  test("are read where a table uses them throughout", () => {
    expect(textsOf(["M | A | B", "x | 84,3 | 0,713", "y | 79,1 ± 0,2 | 12"])).toEqual([
      "84.3 ",
      "0.713 ",
      "79.1 0.2",
      "12 ",
    ]);
    const { reading } = readingOf(grid(["M | A", "x | 84,3", "y | 70,2"])).cell(1, 1);
    expect(reading).toMatchObject({ printed: { text: "84,3" }, note: expect.stringContaining("decimal point") });
  });

  test("are not where a point stands too, where one stands alone, or among more whole numbers", () => {
    expect(textsOf(["M | A | B", "x | 84,3 | 71.3", "y | 79,1 | 70.2"])[0]).toBe("unreadable");
    expect(textsOf(["M | A | B", "x | 84,3 | 71"])[0]).toBe("unreadable");
    expect(textsOf(["M | A | B", "x | 1,2 | 71", "y | 3,4 | 72"])[0]).toBe("unreadable");
  });

  test("leave open what may be thousands", () => {
    expect(textsOf(["M | A | B", "x | 84,3 | 84,300", "y | 79,1 | 1,2"])).toEqual([
      "84.3 ",
      "unreadable",
      "79.1 ",
      "1.2 ",
    ]);
    expect(textsOf(["M | A", "x | 1,234", "y | 12,500"])).toEqual(["1,234 ", "12,500 "]);
  });

  test("of a list are none", () => {
    expect(textsOf(["M | A | B", "x | 1,2,3 | 71,2", "y | 4,5,6 | 72,1"])).toEqual(Array(4).fill("unreadable"));
  });
});
