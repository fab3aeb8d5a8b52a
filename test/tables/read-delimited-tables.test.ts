import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDelimitedTables } from "../../src/tables/read-delimited-tables.ts";
import { defaultLimits, ReadError } from "../../src/tables/source-table.ts";
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

  it.each([
    ["a,b\n1,x\ty\n2,3\n", 2],
    ["a;b\n1,5;2,5\n", 2],
    ["1,5;2,5\n3,5;4,5\n", 2],
    ["a\tb\tc\n1,5\t2,5\t3,5\n", 3],
    ["Method,Accuracy (mean; SD)\nOurs,92.1; 0.3\n", 2],
    ["Title\n\na;b\n1;2\n", 2],
    ["a\n1\n", 1],
  ])("guesses the delimiter of %j", (text, columns) => {
    expect(grid(text)?.at(-1)).toHaveLength(columns);
  });

  it("parts tables at blank lines, where a header or another number of columns follows", () => {
    const read = (text: string) =>
      readDelimitedTables(sourceText("a.csv", text)).tables.map(({ caption, rows, place }) => [
        caption,
        rows.length,
        place.line,
      ]);
    expect(read("a,b\n1,2\n\nc,d\n3,4\n")).toEqual([
      ["", 2, 1],
      ["", 2, 4],
    ]);
    expect(read("a,b\n1,2\n\n3,4\n")).toEqual([["", 3, 1]]);
    expect(read("a,b\nx,1\n\na,b,c\nx,1,2\n")).toEqual([
      ["", 2, 1],
      ["", 2, 4],
    ]);
    expect(read("Table 1: all\na,b\n1,2\n\nTable 2: rest\n\na,b\n1,2\n")).toEqual([
      ["Table 1: all", 2, 2],
      ["Table 2: rest", 2, 7],
    ]);
    expect(read("Accuracy,,\nMethod,A,B\nOurs,1,2\n")).toEqual([["Accuracy", 2, 2]]);
    expect(read("a,b\n1,2\n\nA note, as text\n")).toEqual([["", 3, 1]]);
  });

  it("reports words outside the tables, and text behind a quotation, which never joins it", () => {
    const { tables, problems } = readDelimitedTables(sourceText("a.csv", 'a,b\n"9"2,1\n\nSource: us\n'));
    expect(tables[0]?.rows[1]?.cells[0]?.text).toBe('"9"2');
    expect(problems).toMatchObject([
      { place: { line: 2, column: 1 }, message: expect.stringContaining("behind a closing quotation mark") },
      { place: { line: 4, column: 1 }, message: expect.stringContaining("outside the tables") },
    ]);
  });

  it("reads megabyte lines and NUL, and refuses what is longer", () => {
    expect(grid(`a,b\n${"x".repeat(900_000)},1\u00002`)?.[1]?.[1]).toBe("1\u00002");
    expect(() => grid(`a,${"x".repeat(1_000_001)}`)).toThrow("a.csv:1:1: a line of more than 1000000 characters");
    expect(() => grid(",".repeat(5_000_000))).toThrow("more than 1000 columns");
    expect(() => grid(`a,b\n${'""'.repeat(1_000_000)}"`)).toThrow(ReadError);
  });

  it("survives anything that looks like a table", () => {
    const piece = fc.constantFrom(",", ";", "\t", '"', "\n", "\r\n", "\r", "1.5", "a", " ", "\0", "\ufeff");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          const { tables } = readDelimitedTables(sourceText("a.csv", pieces.join("")));
          for (const { rows } of tables) expect(new Set(rows.map(({ cells }) => cells.length)).size).toBe(1);
        } catch (error) {
          expect(error).toBeInstanceOf(ReadError);
        }
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it("agrees with csv-parse", () => {
    const cell = fc.constantFrom("1.5", "x", "a b", '"q,q"', '"q""q"', '"q\nq"', "");
    const lines = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lines, (rows) => {
        // Numbers in the first line keep it from being a title.
        const text = [["1", "2"], ...rows].map((row) => row.join(",")).join("\n");
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
