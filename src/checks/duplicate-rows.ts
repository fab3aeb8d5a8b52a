import { tryParseDecimal } from "../numbers/decimal.ts";
import type { CheckResult, Detail } from "./check-result.ts";

/** A row or column of a table, its cells as printed. */
export interface TableLine {
  readonly label: string;
  readonly cells: readonly string[];
}

export interface DuplicatesInput {
  readonly lines: readonly TableLine[];
  /** How many cells a line must have to be compared. Absent: 3. */
  readonly leastLength?: number;
}

/**
 * Which rows are printed alike, or alike but for one cell or one unit in the last digit of each. A note, never a verdict:
 * the outcome is always `consistent`. Empty cells are not counted.
 *
 * @example
 * const lines = ["A", "B"].map((label) => ({ label, cells: ["71.3", "68.0", "90.1"] }));
 * checkDuplicateRows({ lines }).explanation; // => "Rows A and B are printed alike in all 3 cells."
 */
export function checkDuplicateRows(input: DuplicatesInput): CheckResult {
  return compareLines("duplicate-rows", "rows", input);
}

/** The same for columns: `lines` are the columns, their cells from top to bottom. */
export function checkDuplicateColumns(input: DuplicatesInput): CheckResult {
  return compareLines("duplicate-columns", "columns", input);
}

/**
 * How often each cell is printed, for those that are printed more than once; as text, so that 1.2 and 1.20 differ. Most
 * frequent first, then in the order of the text.
 *
 * @example
 * countDuplicates([["5.17", "4.22"], ["5.17", "1.00"]]); // => [{ text: "5.17", times: 2 }]
 */
export function countDuplicates(
  columns: readonly (readonly string[])[],
): readonly { readonly text: string; readonly times: number }[] {
  const counts = new Map<string, number>();
  for (const cell of columns.flat().filter((text) => text.trim() !== "")) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts]
    .filter(([, times]) => times > 1)
    .map(([text, times]) => ({ text, times }))
    .sort((a, b) => b.times - a.times || (a.text < b.text ? -1 : 1));
}

interface Likeness {
  readonly kind: "alike" | "all but one cell" | "within one unit of the last digit";
  readonly cells: number;
  readonly a: string;
  readonly b: string;
}

function compareLines(
  check: string,
  what: "rows" | "columns",
  { lines, leastLength = 3 }: DuplicatesInput,
): CheckResult {
  const found: Likeness[] = [];
  lines.forEach((a, index) => {
    for (const b of lines.slice(index + 1)) {
      const likeness = likenessOf(a, b, leastLength);
      if (likeness !== undefined) found.push(likeness);
    }
  });
  const chance = chanceOfPairs(lines);
  return {
    check,
    outcome: "consistent",
    explanation:
      found.length === 0
        ? `No two of the ${lines.length} ${what} are printed alike or nearly so.`
        : found
            .slice(0, 10)
            .map((likeness) => sentence(what, likeness))
            .join(" "),
    assumptions: [`Compared as printed, ${what} of at least ${leastLength} cells; a likeness is a note, not an error.`],
    rescuedBy: [],
    nearMisses: [],
    details: {
      compared: lines.length,
      alike: found.filter(({ kind }) => kind === "alike").length,
      pairs: found.map(({ kind, cells, a, b }): Detail => ({ kind, cells, a, b })),
      power: "not applicable: no verdict",
      ...(chance === undefined ? {} : { expectedAlikeByChance: chance }),
    },
  };
}

function likenessOf(a: TableLine, b: TableLine, leastLength: number): Likeness | undefined {
  const length = Math.min(a.cells.length, b.cells.length);
  let [both, same, near] = [0, 0, 0];
  for (let index = 0; index < length; index++) {
    const [left, right] = [a.cells[index]?.trim() ?? "", b.cells[index]?.trim() ?? ""];
    if (left === "" || right === "") continue;
    both++;
    if (left === right) same++;
    else if (isNeighbour(left, right)) near++;
  }
  if (both < leastLength || a.cells.length !== b.cells.length) return undefined;
  const names = { cells: both, a: a.label, b: b.label };
  if (same === both) return { kind: "alike", ...names };
  if (same === both - 1) return { kind: "all but one cell", ...names };
  return same + near === both ? { kind: "within one unit of the last digit", ...names } : undefined;
}

function isNeighbour(left: string, right: string): boolean {
  const [a, b] = [tryParseDecimal(left), tryParseDecimal(right)];
  if (a === undefined || b === undefined || a.decimals !== b.decimals) return false;
  const difference = a.units - b.units;
  return difference >= -1n && difference <= 1n;
}

/** The expected number of pairs alike if the cells of each place were dealt out at random: a rough guide. */
function chanceOfPairs(lines: readonly TableLine[]): number | undefined {
  const length = lines[0]?.cells.length ?? 0;
  if (lines.length < 2 || lines.some(({ cells }) => cells.length !== length)) return undefined;
  const pairs = (lines.length * (lines.length - 1)) / 2;
  let chance = pairs;
  for (let index = 0; index < length; index++) {
    const equal = countDuplicates([lines.map(({ cells }) => cells[index] ?? "")]);
    const together = equal.reduce((sum, { times }) => sum + (times * (times - 1)) / 2, 0);
    // One more equal pair than seen, so that no chance is 0.
    chance *= (together + 1) / (pairs + 1);
  }
  return chance;
}

function sentence(what: "rows" | "columns", { kind, cells, a, b }: Likeness): string {
  const names = `${what === "rows" ? "Rows" : "Columns"} ${a} and ${b}`;
  if (kind === "alike") return `${names} are printed alike in all ${cells} cells.`;
  if (kind === "all but one cell") return `${names} are printed alike in all but one of ${cells} cells.`;
  return `${names} differ by at most one unit of the last digit in each of ${cells} cells.`;
}
