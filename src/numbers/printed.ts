import { type Decimal, tryParseDecimal } from "./decimal.ts";

/** A number as a paper prints it; it stands for all numbers that round to it. */
export interface PrintedValue {
  /** The cell or word as printed. */
  readonly text: string;
  readonly value: Decimal;
  /** What stands behind ±, whatever the paper means by it. */
  readonly spread?: Decimal;
  /** A mark in parentheses behind the number, such as `≈` or `++`. */
  readonly mark?: string;
  /** Whether a percent sign stands behind the number. */
  readonly percent: boolean;
}

const shape =
  /^(?<value>[^±()%\s]+?)\s*(?<percent>%?)\s*(?:(?:±|\+-|\+\/-)\s*(?<spread>[^±()%\s]+)\s*(?<late>%?)\s*)?(?:\((?<mark>[^()]*)\))?$/u;

/**
 * Reads a table's cell: `89.8`, `55.0±3.9`, `70.5 (++)`, `92.1%`.
 * Throws a SyntaxError that quotes what it was given; an empty cell is not a number (see `isEmptyCell`).
 *
 * @example
 * const { value, spread } = parsePrinted("55.0±3.9");
 * [value.text, spread?.text]; // => ["55.0", "3.9"]
 */
export function parsePrinted(text: string): PrintedValue {
  const printed = tryParsePrinted(text);
  if (printed === undefined)
    throw new SyntaxError(`"${text}" is not a printed number such as 89.8, 55.0±3.9 or 70.5 (++)`);
  return printed;
}

/** As `parsePrinted`, but undefined where the text is not a printed number. */
export function tryParsePrinted(text: string): PrintedValue | undefined {
  const groups = shape.exec(text.trim())?.groups;
  if (groups === undefined) return undefined;
  const value = tryParseDecimal(groups.value ?? "");
  if (value === undefined) return undefined;
  const spread = groups.spread === undefined ? undefined : tryParseDecimal(groups.spread);
  if (groups.spread !== undefined && (spread === undefined || spread.units < 0n)) return undefined;
  return {
    text: text.trim(),
    value,
    percent: groups.percent === "%" || groups.late === "%",
    ...(spread === undefined ? {} : { spread }),
    ...(groups.mark === undefined ? {} : { mark: groups.mark.trim() }),
  };
}

/** Whether a cell says that there is no value: nothing, or a dash. */
export function isEmptyCell(text: string): boolean {
  return /^\s*[-–—−]*\s*$/u.test(text);
}
