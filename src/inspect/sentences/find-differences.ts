import { isResult, numbersIn, type SentenceNumber } from "./sentence-number.ts";
import type { DifferenceStatement, Measure } from "./statement.ts";

/** A clause that says by how much one thing is better than another. */
export function findDifferences(clause: string): readonly DifferenceStatement[] {
  const numbers = numbersIn(clause).filter(isResult);
  if (numbers.length === 0 || numbers.length > mostNumbers || !comparing.test(clause)) return [];
  // Values beside the difference are another statement's.
  if (/\bfrom\s+\d|\bto\s+[+−-]?\.?\d|\b(?:vs\.?|versus)\s|\(\s*[\d.]/i.test(clause)) return [];
  if (numbers.some(({ hedged }) => hedged)) return [];
  // Of a list, only the last number may have the unit behind it.
  const units = new Set(numbers.map(({ unit }) => unit).filter((unit) => unit !== "none"));
  const [unit = "none"] = units;
  if (units.size > 1) return [];
  const measure = measureOf(clause, unit);
  return measure === undefined ? [] : [{ kind: "difference", clause, numbers, measure }];
}

const mostNumbers = 6;
const comparing =
  /\b(?:improv\w+|outperform\w*|surpass\w*|exceed\w*|beats?|gains?|increas\w+|reduc\w+|drop\w*|decreas\w+|margins?|higher|lower|better|worse|faster|slower|smaller|larger|boost\w*|behind|above|below)\b/i;

export function measureOf(clause: string, unit: SentenceNumber["unit"]): Measure | undefined {
  if (unit === "times") return "ratio";
  if (/\brelative(?:ly)?\b/i.test(clause)) return unit === "percent" ? "relative" : undefined;
  if (unit === "points") return "points";
  if (/\babsolute(?:ly)?\b/i.test(clause)) return "points";
  return "either";
}
