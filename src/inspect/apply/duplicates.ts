import { checkDuplicateColumns, checkDuplicateRows } from "../../checks/duplicate-rows.ts";
import type { Line } from "../../tables/table-reading.ts";
import { alongColumns, alongRows, type Sheet } from "../sheet.ts";
import type { Asked, TableCheck } from "../table-check.ts";

/** Rows and columns of scores that are printed alike: notes. */
export const duplicates: TableCheck = {
  name: "duplicates",
  apply: (reading) => [alongRows(reading), alongColumns(reading)].flatMap(alikeLines),
};

const leastCells = 3;
const mostNotes = 20;

function alikeLines(sheet: Sheet): readonly Asked[] {
  const scores = sheet.crossing.filter(({ role }) => role === "score");
  const printed = sheet.lines.flatMap((line) => {
    if (line.role !== "score") return [];
    const cells = scores.map((crossing) => {
      const { row, column } = sheet.at(line, crossing);
      const { reading, source } = sheet.reading.cell(row, column);
      return reading.kind === "number" ? source.text : "";
    });
    return cells.filter((text) => text !== "").length < leastCells || isConstant(cells) ? [] : [{ line, cells }];
  });
  // Lines that share all cells, found by their text: a table of thousands of rows is no place for every pair.
  const byText = new Map<string, { readonly line: Line; readonly cells: readonly string[] }[]>();
  for (const entry of printed) {
    const key = entry.cells.join("\n");
    const others = byText.get(key);
    if (others === undefined) byText.set(key, [entry]);
    else others.push(entry);
  }
  const check = sheet.lineWord === "row" ? checkDuplicateRows : checkDuplicateColumns;
  return [...byText.values()]
    .filter((group) => group.length > 1)
    .slice(0, mostNotes)
    .map((group): Asked => {
      const result = check({
        lines: group
          .slice(0, 5)
          .map(({ line, cells }) => ({ label: line.name, cells: cells.filter((text) => text !== "") })),
      });
      return {
        outcome: "consistent",
        cells: group.flatMap(({ line }) => scores.map((crossing) => sheet.at(line, crossing))),
        flag: { strength: "note", headline: result.explanation, restsOn: result.assumptions, result, accuses: 0 },
      };
    });
}

/** A line of one number repeated says nothing of another that is alike. */
function isConstant(cells: readonly string[]): boolean {
  return new Set(cells.filter((text) => text !== "")).size <= 1;
}
