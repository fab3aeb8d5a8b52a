import type { CellWriter } from "./cell-writer.ts";
import { latexTokens, matchBraces } from "./latex/latex-tokens.ts";
import { type CellContext, readLatexCell } from "./latex/read-cell.ts";

// As Pandoc tells maths from money: nothing but maths touches the inside of both dollars, and no digit follows.
const maths = /\$(?!\s)([^$\n]{1,1000})(?<!\s)\$(?!\d)|\\\(((?:[^\\\n]|\\[^()\n]){1,1000}?)\\\)/g;

/**
 * Says a text whose `$…$` and `\(…\)` are TeX. Where escapes were resolved in the text, `raw` is how it stood in the
 * source: there the TeX is whole.
 */
export function sayWithMaths(
  text: string,
  raw: string,
  writer: CellWriter,
  context: CellContext,
  sayPlain: (plain: string) => void,
): void {
  const found = [...text.matchAll(maths)];
  const whole = found.length === 0 ? [] : [...raw.matchAll(maths)];
  let at = 0;
  for (const [index, match] of found.entries()) {
    sayPlain(text.slice(at, match.index));
    at = match.index + match[0].length;
    const source = whole.length === found.length ? whole[index] : match;
    const tex = source?.[1] ?? source?.[2] ?? "";
    const tokens = latexTokens(`$${tex}$`, 0, tex.length + 2);
    const words = readLatexCell(matchBraces(tokens, context.depth, context.placeOf), 0, tokens.length, context);
    writer.open(words.emphasis);
    writer.say(words.text);
    writer.close();
    for (const note of words.notes) writer.note(note);
  }
  sayPlain(text.slice(at));
}
