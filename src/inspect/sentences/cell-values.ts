import { type Decimal, decimal } from "../../numbers/decimal.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import type { CellAt } from "../table-check.ts";
import type { Mention } from "./mentions.ts";

/** The number of a cell; undefined for whatever is no rounded number. */
export function numberAt({ cell }: TableReading, { row, column }: CellAt): Decimal | undefined {
  const { reading } = cell(row, column);
  return reading.kind === "number" ? reading.printed.value : undefined;
}

export function cellOf(axis: "row" | "column", line: Line, crossing: Line): CellAt {
  return axis === "row" ? { row: line.index, column: crossing.index } : { row: crossing.index, column: line.index };
}

/** Lines whose cells are results. */
export function resultLines(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ role }) => role === "score" || role === "average" || role === "count" || role === "total");
}

/** 0.884 as 88.4: what a sentence in percent says of a table of fractions. */
export function inPercent({ units, decimals }: Decimal): Decimal {
  return decimal(units, decimals - 2);
}

/** Whether a number is one that a share of one can be. */
export function isFraction({ units, decimals }: Decimal): boolean {
  return decimals > 0 && decimals < 300 && units >= 0n && units <= 10n ** BigInt(decimals);
}

/** The lines of one direction that are mentioned, each once, in the order of the text. */
export function mentioned(mentions: readonly Mention[], axis: "row" | "column"): readonly Mention[] {
  const seen = new Set<string>();
  return mentions
    .filter((mention) => mention.axis === axis)
    .sort((a, b) => a.start - b.start)
    .filter(({ lines }) => {
      const key = lines.map(({ index }) => index).join(",");
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

export function other(axis: "row" | "column"): "row" | "column" {
  return axis === "row" ? "column" : "row";
}

/** Whether two kinds of lines are named by the same words, so that it is open which is meant. */
export function isOpen(mentions: readonly Mention[]): boolean {
  return mentions.some((one) =>
    mentions.some((two) => one !== two && one.axis !== two.axis && one.start < two.end && two.start < one.end),
  );
}
