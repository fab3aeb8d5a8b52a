import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDelimitedTables } from "../../src/tables/read-delimited-tables.ts";
import { defaultLimits } from "../../src/tables/source-table.ts";
import { sourceText } from "../../src/tables/source-text.ts";

const grid = (text: string) =>
  readDelimitedTables(sourceText("a.csv", text)).tables[0]?.rows.map(({ cells }) => cells.map((cell) => cell.text));

describe("readDelimitedTables", () => {
  it("reads RFC 4180's examples", () => {
    expect(grid("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n")).toEqual([
      ["aaa", "bbb", "ccc"],
      ["zzz", "yyy", "xxx"],
    ]);
    expect(grid('"aaa","b\r\nbb","ccc"\r\nzzz,yyy,xxx')).toEqual([
      ["aaa", "b bb", "ccc"],
      ["zzz", "yyy", "xxx"],
    ]);
    expect(grid('"aaa","b""bb","ccc"')).toEqual([["aaa", 'b"bb', "ccc"]]);
  });

  it("keeps decimal commas behind semicolons, and places", () => {
    expect(grid("\ufeffa;b\n1,5;2,5")).toEqual([
      ["a", "b"],
      ["1,5", "2,5"],
    ]);
    const { tables } = readDelimitedTables(sourceText("a.csv", 'a,b\n"1\n",22'));
    expect(tables[0]?.rows[1]?.cells[1]?.place).toEqual({ file: "a.csv", line: 3, column: 3 });
  });

  it("fills short rows and says so; refuses what never ends or is too much", () => {
    const { tables, problems } = readDelimitedTables(sourceText("a.csv", "a,b\n1"));
    expect(tables[0]?.rows[1]?.cells.map(({ text }) => text)).toEqual(["1", ""]);
    expect(problems).toMatchObject([{ place: { line: 2 } }]);
    expect(() => grid('a,b\n"1,2')).toThrow("a.csv:2:1: a quotation opens here and never ends");
    const source = sourceText("a.csv", "a,b,c\n1,2,3");
    for (const limit of ["characters", "lineLength", "columns", "rows", "cells"] as const)
      expect(() => readDelimitedTables(source, { limits: { ...defaultLimits, [limit]: 1 } })).toThrow(
        /^a\.csv:\d+:\d+: /,
      );
  });

  it("agrees with csv-parse", () => {
    const cell = fc.constantFrom("1.5", "x", "a b", '"q,q"', '"q""q"', '"q\nq"', "");
    const lines = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lines, (rows) => {
        const text = rows.map((row) => row.join(",")).join("\n");
        const expected = parse(text, { relax_column_count: true }) as string[][];
        const width = Math.max(...expected.map(({ length }) => length));
        const padded = expected.map((row) => [...row, ...Array(width - row.length).fill("")]);
        const { tables } = readDelimitedTables(sourceText("a.csv", text), { delimiter: "," });
        const got = tables[0]?.rows.map(({ cells }) => cells.map((found) => found.text));
        expect(got).toEqual(padded.map((row) => row.map((found) => found.replace("\n", " "))));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
