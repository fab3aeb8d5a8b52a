import { type Decimal, tryParseDecimal } from "../numbers/decimal.ts";

/** A p-value as a paper prints it; `ns` has no number. */
export interface ReportedP {
  readonly relation: "=" | "<" | ">" | "ns";
  readonly value?: Decimal;
  /** The relation and the number, for sentences: `< .05`. */
  readonly text: string;
}

/**
 * Reads a printed p-value: `.03`, `= .03`, `p < .05`, `p > .10`, `ns`, `n.s.`; `≤` and `≥` count as `<` and `>`.
 * Throws a SyntaxError that quotes what it was given.
 *
 * @example
 * parseReportedP("p < .05").relation; // => "<"
 */
export function parseReportedP(text: string): ReportedP {
  const trimmed = text.trim();
  if (/^(?:p\s*=?\s*)?n\.?\s?s\.?$/i.test(trimmed)) return { relation: "ns", text: "ns" };
  const match = /^(?:p\s*)?([=<>≤≥]?)\s*(\S+)$/i.exec(trimmed);
  const value = match === null ? undefined : tryParseDecimal(match[2] ?? "");
  if (
    match === null ||
    value === undefined ||
    value.units < 0n ||
    value.units > 10n ** BigInt(Math.max(0, value.decimals))
  )
    throw new SyntaxError(`"${text}" is not a p-value such as .03, < .05, > .10 or ns`);
  const relation = relations[match[1] ?? ""] ?? "=";
  return { relation, value, text: `${relation} ${value.text}` };
}

const relations: Readonly<Record<string, "=" | "<" | ">">> = { "=": "=", "<": "<", "≤": "<", ">": ">", "≥": ">" };
