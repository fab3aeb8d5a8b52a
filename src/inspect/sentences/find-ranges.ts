import { isResult, numbersIn } from "./sentence-number.ts";
import type { RangeStatement } from "./statement.ts";

/** A clause that says between which numbers the results of a line lie. */
export function findRanges(clause: string): readonly RangeStatement[] {
  const found = range.exec(clause);
  if (found === null) return [];
  const numbers = numbersIn(clause).filter(isResult);
  const [least, most] = numbers;
  if (least === undefined || most === undefined || numbers.length > 2 || least.hedged || most.hedged) return [];
  return [{ kind: "range", clause, least, most, phrase: { start: found.index, end: found.index + found[0].length } }];
}

const range =
  /\b(?:(?:rang(?:es?|ed|ing)|var(?:ies|ied|y)|lies?|are|is)\s+(?:from|between)|between|from)\s+[\d.]+\s?%?\s+(?:and|to)\s+[\d.]+/i;
