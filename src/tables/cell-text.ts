/** A cell's words, with the footnote marks that were taken off them. */
export interface CellWords {
  readonly text: string;
  readonly notes: readonly string[];
}

const raised: Readonly<Record<string, string>> = pairs(
  "0123456789+-−=()abcdefghijklmnoprstuvwxyz",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
);
const lowered: Readonly<Record<string, string>> = pairs("0123456789", "₀₁₂₃₄₅₆₇₈₉");
const plain: Readonly<Record<string, string>> = pairs("abcdefghns", "ᵃᵇᶜᵈᵉᶠᵍʰⁿˢ", "plain");

// Letters only of the kind that footnotes use: 10ⁿ and 2ᵏ are powers. ⁿˢ is "not significant".
const mark = "(?:[†‡§¶‖*∗⋆]|ⁿˢ|[ᵃᵇᶜᵈᵉᶠᵍʰ])";
const note = /([†‡§¶‖*∗⋆])\1*|ⁿˢ|[ᵃᵇᶜᵈᵉᶠᵍʰ]/gu;
const marks = `${mark}(?:[,\\s]*${mark})*`;
const atEnd = new RegExp(`${marks}$`, "u");
const behindNumber = new RegExp(`(?<=[\\d%)])${marks}(?=[\\s)±/|;])`, "gu");
const beforeNumber = /^[†‡*∗⋆]+\s*(?=[+−–-]?[.\d])/u;
const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;

/**
 * A cell's words as every reader gives them: single spaces of the plain kind, nothing invisible, and footnote marks
 * (`†`, `‡`, `§`, `¶`, stars, raised letters a to h) apart. Digits, signs, dashes and separators stay exactly as
 * printed. A mark stays where it may be the word itself: alone in its cell, a star behind a single letter (`A*`), a
 * raised letter behind words or behind 10 or 2, and every raised digit, which might be a power.
 *
 * @example
 * cellWords("92.1 ± 0.3†"); // => { text: "92.1 ± 0.3", notes: ["†"] }
 * cellWords("0.51*** (0.02)"); // => { text: "0.51 (0.02)", notes: ["***"] }
 * cellWords("A*"); // => { text: "A*", notes: [] }
 */
export function cellWords(raw: string): CellWords {
  if (/^[\w.,%()+-]*$/.test(raw)) return { text: raw, notes: [] };
  const whole = raw.replace(invisible, "").replace(/\s+/gu, " ").trim();
  const isNumber = /^[†‡*∗⋆\s(<>≈~=≤≥+−–±-]*[.\d]/u.test(whole);
  const notes: string[] = [];
  const take = (found: string): string => {
    notes.push(...[...found.matchAll(note)].map(([found]) => plainLetters(found)));
    return "";
  };
  let text = whole;
  if (isNumber) text = text.replace(beforeNumber, take).replace(behindNumber, take);
  text = withoutMarksAtEnd(text, isNumber, take);
  return /[\p{L}\p{N}\p{Sm}\p{So}–—-]/u.test(text) ? { text, notes } : { text: whole, notes: [] };
}

/**
 * What stands raised, in one line: footnote signs as they are, letters and digits as Unicode's raised ones, anything
 * else behind `^`, so that it is never mistaken for digits of the number before it.
 *
 * @example
 * [superscript("2"), superscript("a"), superscript("†"), superscript("+0.3")]; // => ["²", "ᵃ", "†", "^+0.3"]
 */
export function superscript(content: string): string {
  const text = content.trim();
  if (text === "" || /^[†‡§¶‖*∗⋆°′″%✓,\s⁰-⁾ᵃ-ᶻ]+$/u.test(text)) return text;
  const letters = [...text];
  if (letters.every((letter) => letter === "," || Object.hasOwn(raised, letter)))
    return letters.map((letter) => raised[letter] ?? letter).join("");
  return `^${text}`;
}

/**
 * What stands lowered, in one line: digits as Unicode's lowered ones, a spread (`±0.3`) as it is, anything else behind
 * `_`: the lowered 0.3 of 92.1 must not make 92.10.3.
 *
 * @example
 * [subscript("2"), subscript("±0.3"), subscript("0.3")]; // => ["₂", " ±0.3", "_0.3"]
 */
export function subscript(content: string): string {
  const text = content.trim();
  if (text === "") return "";
  if (text.startsWith("±")) return ` ${text}`;
  const letters = [...text];
  if (letters.every((letter) => Object.hasOwn(lowered, letter)))
    return letters.map((letter) => lowered[letter]).join("");
  return `_${text}`;
}

function withoutMarksAtEnd(text: string, isNumber: boolean, take: (found: string) => string): string {
  // Looked for in the end alone, so that a long run of stars costs no more than its length.
  const tail = text.slice(-64);
  const found = atEnd.exec(tail)?.[0];
  if (found === undefined || found.length === tail.length) return text;
  const before = text.slice(0, -found.length).trimEnd();
  if (/[ᵃ-ᶻⁿˢ]/u.test(found) && (!isNumber || /^(?:10|2)$/u.test(before))) return text;
  if (/^\p{L}$/u.test(before) && /[*∗⋆]/u.test(found)) return text;
  take(found);
  return before;
}

function plainLetters(mark: string): string {
  return [...mark].map((letter) => plain[letter] ?? letter).join("");
}

function pairs(from: string, to: string, direction: "raise" | "plain" = "raise"): Record<string, string> {
  const [keys, values] = direction === "raise" ? [[...from], [...to]] : [[...to], [...from]];
  return Object.fromEntries(keys.map((key, index) => [key, values[index] ?? key]));
}
