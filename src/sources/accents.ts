import { combiningMarks as marks } from "../tables/latex/combining-marks.ts";
import { groupAt, skipSpaces } from "./latex-scan.ts";

const letters: Readonly<Record<string, string>> = {
  ss: "ß",
  o: "ø",
  O: "Ø",
  l: "ł",
  L: "Ł",
  ae: "æ",
  AE: "Æ",
  oe: "œ",
  OE: "Œ",
  aa: "å",
  AA: "Å",
  i: "ı",
  j: "ȷ",
};

/** The letter that an accent's or letter's command stands for: `\'e`, `\c{c}`, `\ss`. */
export function accented(
  text: string,
  name: string,
  end: number,
): { readonly text: string; readonly end: number } | undefined {
  if (Object.hasOwn(letters, name))
    return { text: letters[name] ?? "", end: text.startsWith("{}", end) ? end + 2 : end };
  const mark = Object.hasOwn(marks, name) ? marks[name] : undefined;
  if (mark === undefined) return undefined;
  const group = groupAt(text.slice(end, end + 20), 0);
  const start = skipSpaces(text, end);
  const base = group === undefined ? text.charAt(start) : text.slice(end + group.start, end + group.end);
  const letter = base.replace(/^\\([ij])\s*$/, "$1");
  if (!/^\p{L}$/u.test(letter)) return undefined;
  return { text: (letter + mark).normalize("NFC"), end: group === undefined ? start + 1 : end + group.end + 1 };
}
