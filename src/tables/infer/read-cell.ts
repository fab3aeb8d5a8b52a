import { isEmptyCell, type PrintedValue, tryParsePrinted } from "../../numbers/printed.ts";
import type { CellReading } from "../table-reading.ts";
import { withPoints } from "./decimal-commas.ts";

/** What the rest of the table says of how its cells are written. */
export interface CellHabits {
  /** The header or caption says that parentheses behind a number hold its standard deviation or error. */
  readonly spreadInParentheses?: boolean;
  /** The line holds spreads, so that `±0.2` or `(0.2)` alone is one. */
  readonly spreadsAlone?: boolean;
  /** The table writes 84,3 for 84.3. */
  readonly decimalCommas?: boolean;
}

/**
 * Reads a cell as a number, a bound, nothing or words. What looks like a number and cannot be read as one is
 * `unreadable`, with a message that says how to mend it. Raised digits behind decimals are footnote marks, since nobody
 * prints a power of 89.8; behind a whole number they may be either, and such a cell is not read. Never throws.
 *
 * @example
 * readCell("84.3 (0.2)", { spreadInParentheses: true }); // a number with the spread 0.2
 */
export function readCell(text: string, habits: CellHabits = {}): CellReading {
  const trimmed = text.trim();
  if (plainDecimal.test(trimmed)) return { kind: "number", printed: readPlain(trimmed) };
  if (!/\d/.test(trimmed)) return { kind: isEmptyCell(trimmed) || noValue.test(trimmed) ? "empty" : "words" };
  if (trimmed.length > longestNumber || /^\p{L}{3}/u.test(trimmed)) return { kind: "words" };
  return (
    readFraction(trimmed, habits) ??
    readFootnoted(trimmed, habits) ??
    readPoints(trimmed, habits) ??
    readUnmarked(trimmed, habits)
  );
}

/** `75/88 (85.2%)` as `85.2% (75/88)`. */
function readFraction(text: string, habits: CellHabits): CellReading | undefined {
  const [, fraction, percent] = /^(\d+\s*\/\s*\d+)\s*\(\s*([\d.]+\s*%)\s*\)$/.exec(text) ?? [];
  if (fraction === undefined) return undefined;
  const reading = readCell(`${percent} (${fraction})`, habits);
  return reading.kind === "number" ? { ...reading, printed: { ...reading.printed, text } } : undefined;
}

/** A difference in percentage points says so behind its number: `+5.37 pp`. */
function readPoints(text: string, habits: CellHabits): CellReading | undefined {
  const [, before = "", behind = ""] = /^(.*\d)\s*(?:pp|p\.p\.|%p|%-?points?|pts\.?|points)(\)?)$/i.exec(text) ?? [];
  const number = before === "" ? undefined : before + behind;
  const reading = number === undefined ? undefined : readCell(number, habits);
  return reading?.kind === "number" ? { ...reading, printed: { ...reading.printed, text } } : undefined;
}

function readUnmarked(trimmed: string, habits: CellHabits): CellReading {
  if (habits.decimalCommas && trimmed.includes(",")) return readWithCommas(trimmed, habits);
  return readNumber(trimmed, habits) ?? readBound(trimmed) ?? readOdd(trimmed);
}

const raisedAtEnd = /\d[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/u;
const raisedNote = "[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?";
/** Raised digits behind decimals, a percent sign or a parenthesis, at the end or before the spread. */
const footnoted = new RegExp(
  `^(.*(?:\\d[.,]\\d+|%|\\)))(${raisedNote}(?:\\s?,\\s?${raisedNote})*)(\\s*(?:±|\\+/?-).*)?$`,
  "u",
);
/** A power of 10.0 is one. */
const tenInDecimals = /(?:^|[^\d.,])10[.,]0+$/;

function readFootnoted(text: string, habits: CellHabits): CellReading | undefined {
  const [, number = "", mark, spread = ""] = footnoted.exec(text) ?? [];
  if (mark === undefined || tenInDecimals.test(number)) return undefined;
  const reading = readCell(number + spread, habits);
  if (reading.kind === "bound") return { ...reading, printed: { ...reading.printed, text } };
  if (reading.kind !== "number") return undefined;
  const { printed, note } = reading;
  if (printed.value.decimals <= 0 && !printed.percent) return undefined;
  const own = `"${mark}" is read as a footnote mark, not as a power`;
  return { kind: "number", printed: { ...printed, text }, note: note === undefined ? own : `${note}; ${own}` };
}

/** Most cells of most tables: nothing of them can be anything else. */
const plainDecimal = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** As `tryParsePrinted` reads it, without its searching. */
function readPlain(text: string): PrintedValue {
  const point = text.indexOf(".");
  const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1);
  const value = { text, units: BigInt(digits), decimals: point < 0 ? 0 : text.length - point - 1 };
  return { text, value, percent: false };
}

function readWithCommas(text: string, habits: CellHabits): CellReading {
  const pointed = withPoints(text);
  if (pointed === undefined)
    return unreadable(text, "may hold decimals or thousands in a table of decimal commas; write 84.3 or 84300");
  const reading = readCell(pointed, { ...habits, decimalCommas: false });
  if (reading.kind === "bound") return { ...reading, printed: { ...reading.printed, text } };
  if (reading.kind !== "number") return readCell(text, { ...habits, decimalCommas: false });
  const note = "a comma is read as the decimal point, as everywhere in the table";
  return {
    kind: "number",
    printed: { ...reading.printed, text },
    note: reading.note === undefined ? note : `${reading.note}; ${note}`,
  };
}

const longestNumber = 200;
const noValue = /^(?:n\s?\/\s?a|n\.\s?a\.?|na|nan|none|\.{2,3}|…|\/)$/i;
const tenTo = /^(?:([^×x·*]+?)\s*[×x·*]\s*)?10\s*(?:\^\s*\{?\s*([-−–+]?\d{1,4})\s*\}?|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))$/;
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function readNumber(text: string, habits: CellHabits): CellReading | undefined {
  const printed = tryParsePrinted(text);
  if (printed !== undefined) return withParentheses(printed, habits);
  return readPower(text) ?? readSigned(text, habits) ?? readMarked(text);
}

function withParentheses(printed: PrintedValue, habits: CellHabits): CellReading {
  const { mark, ...bare } = printed;
  if (mark === undefined || !/\d/.test(mark)) return { kind: "number", printed };
  const inside = tryParsePrinted(mark.replace(/^±\s*/, ""));
  const digitsAgree = inside !== undefined && inside.value.decimals === printed.value.decimals;
  const plain = inside !== undefined && inside.spread === undefined && /^[±\d.]/.test(mark) && inside.value.units >= 0n;
  if (printed.spread === undefined && plain && ((habits.spreadInParentheses && digitsAgree) || mark.startsWith("±"))) {
    return {
      kind: "number",
      printed: { ...bare, spread: inside.value },
      note: mark.startsWith("±")
        ? `"${mark}" is read as the spread`
        : `"${mark}" in parentheses is read as the spread, as header or caption says`,
    };
  }
  const isShare = /^[\d.]+\s*%$/.test(mark) && printed.value.decimals === 0 && !printed.percent;
  const what = isShare
    ? "may be its share"
    : /^\d+\s*\/\s*\d+$/.test(mark)
      ? "may be a count out of a total"
      : "is left as a mark";
  return { kind: "number", printed, note: `"${mark}" in parentheses ${what}` };
}

/** `1.2×10^-4` as `1.2e-4`, `10⁻³` as `1e-3`; 10³ alone may be a 10 with a footnote mark. */
function readPower(text: string): CellReading | undefined {
  const match = tenTo.exec(text);
  if (match === null) return undefined;
  const [, before, plain, raised = ""] = match;
  const exponent = plain ?? fromSuperscript(raised);
  if (before === undefined && plain === undefined && !exponent.startsWith("-")) return undefined;
  const mantissa = before ?? "1";
  if (/[eE]/.test(mantissa)) return undefined;
  const printed = tryParsePrinted(`${mantissa.trim()}e${exponent.replace(/[−–]/, "-")}`);
  if (printed === undefined || printed.percent) return undefined;
  const note = before === undefined ? { note: `"${text}" is read as ${printed.value.text}, a power of ten` } : {};
  return { kind: "number", printed: { ...printed, text }, ...note };
}

function fromSuperscript(raised: string): string {
  return [...raised].map((sign) => ({ "⁻": "-", "⁺": "+" })[sign] ?? String(superscripts.indexOf(sign))).join("");
}

/** `↑3.2` as +3.2, `↓3.2` as −3.2, `(+3.2)` as +3.2; `±0.2` and `(0.2)` only in a line of spreads. */
function readSigned(text: string, { spreadsAlone }: CellHabits): CellReading | undefined {
  const alone = /^(?:\(\s*±?\s*([\d.,]+%?)\s*\)|(?:±|\+\/?-)\s*([\d.,]+%?))$/.exec(text);
  if (alone !== null) {
    const printed = spreadsAlone ? tryParsePrinted(alone[1] ?? alone[2] ?? "") : undefined;
    if (printed !== undefined) return { kind: "number", printed: { ...printed, text } };
    return {
      kind: "unreadable",
      message: `"${text}" stands alone and may be a spread or a number beside another; put it into the cell of its value, or name its column or row SD`,
    };
  }
  const signed = /^\(?\s*([+↑↓⬆⬇▲▼−–-])\s*([\d.,]+\s*%?)\s*\)?$/.exec(text);
  if (signed === null || text.startsWith("(") !== text.endsWith(")")) return undefined;
  const [, sign = "", digits = ""] = signed;
  const spaced = /[−–-]\s/.test(text);
  const printed = tryParsePrinted(`${/[↓⬇▼−–-]/.test(sign) ? "-" : "+"}${digits}`);
  if (printed === undefined || spaced) return undefined;
  const note = /[+−–-]/.test(sign) ? undefined : `${sign} is read as ${/[↓⬇▼]/.test(sign) ? "−" : "+"}`;
  return { kind: "number", printed: { ...printed, text }, ...(note === undefined ? {} : { note }) };
}

/** A number with something behind it that changes nothing of it: `84.3 ↑`, `84.3 ↑3.2`, `84.3 [83.1, 85.2]`, `84.3*`. */
function readMarked(text: string): CellReading | undefined {
  const match = /^([^[\]↑↓*†‡§¶]+?)\s*(\[[^[\]]*\]|[↑↓]\s*[+−–-]?[\d.]*\s*%?|[*†‡§¶]{1,4})$/u.exec(text);
  if (match === null) return undefined;
  const [, number = "", mark = ""] = match;
  const printed = tryParsePrinted(number);
  if (printed === undefined || printed.mark !== undefined) return undefined;
  return { kind: "number", printed: { ...printed, text, mark }, note: `"${mark}" is left as a mark` };
}

function readBound(text: string): CellReading | undefined {
  const match = /^(<=|>=|[<>≤≥⩽⩾~∼≈])\s*(.+)$/u.exec(text);
  if (match === null) return undefined;
  const [, , number = ""] = match;
  const power = readPower(number);
  const printed = power?.kind === "number" ? power.printed : tryParsePrinted(number);
  if (printed === undefined) return undefined;
  return { kind: "bound", relation: relations[match[1] ?? ""] ?? "≈", printed: { ...printed, text } };
}

const relations: Readonly<Record<string, "<" | "≤" | ">" | "≥" | "≈">> = {
  "<": "<",
  ">": ">",
  "≤": "≤",
  "⩽": "≤",
  "<=": "≤",
  "≥": "≥",
  "⩾": "≥",
  ">=": "≥",
};

/** What holds digits and is no number: words, or a number that was meant and cannot be read. */
function readOdd(text: string): CellReading {
  if (/^\d+(?:\s*[x×]\s*\d+)+$/u.test(text)) return { kind: "words" };
  if (/^\d+,\d+%?$/.test(text))
    return unreadable(text, "has a comma where a point is expected; write 84.3, or 1,234 for thousands");
  if (!/\p{L}/u.test(text.replace(/(?<=\d)[eE](?=[-+−]?\d)/gu, ""))) {
    const count = text.match(/\d+(?:[.,]\d+)*/g)?.length ?? 0;
    if (raisedAtEnd.test(text))
      return unreadable(
        text,
        "ends in a raised digit, a footnote mark or a power; take the mark off, or write a power as 1e3",
      );
    if (count > 1) return unreadable(text, "holds more than one number; give each a column of its own");
    if (/^\d+(?:\.\d+)?\s*[×]$/u.test(text) || /^[#$€£(]/u.test(text)) return { kind: "words" };
    return unreadable(
      text,
      "is not a number such as 84.3, 55.0±3.9 or 92.1%; mend it, or give its column the role words",
    );
  }
  if (/^[+−–-]?\d*\.\d+\s?\p{L}{1,2}$/u.test(text) && !unitBehind.test(text))
    return unreadable(text, "is a number with letters behind it; write a footnote mark as a superscript");
  if (/^[+−–-]?[\dOoIl]+[.,][\dOoIl]+%?$/u.test(text)) {
    const meant = text.replaceAll(/[Oo]/g, "0").replaceAll(/[Il]/g, "1");
    return unreadable(text, `has a letter among its digits; write ${meant} if that is meant`);
  }
  return { kind: "words" };
}

/** Multiples and units of time, memory and size; such cells are words, since `32K` may be 32,000 or 32,768. */
const unitBehind = /(?:[kKMBGTxX]|[kKMGT]B|s|ms|h|m|d|hr|Hz|fps|px|cm|mm|kg|g|W)$/;

function unreadable(text: string, why: string): CellReading {
  return { kind: "unreadable", message: `"${text}" ${why}` };
}
