import type { Range } from "./latex-scan.ts";

/** Words whose full stop ends no sentence when a sentence could go on. */
const abbreviations = new Set(
  (
    "e.g i.e cf vs fig figs tab tabs tbl eq eqs eqn eqns sec secs sect ref refs thm prop def lem alg algs app appx resp approx " +
    "w.r.t wrt a.k.a i.i.d no nos vol pp ca dr prof mr mrs ms st incl excl avg ed eds est viz ch chap"
  ).split(" "),
);
/** Words that may end a sentence with their stop: they do where the next word usually begins one. */
const ambiguous = new Set(["al", "etc", "std", "dev", "max", "min", "acc", "avg"]);
const starters =
  /^(?:We|The|Our|In|This|These|Those|It|Its|However|They|Their|For|There|As|To|On|At|A|An|But|Moreover|While|Both|All|Here|When|With|Since|By|From|Finally|Thus|Hence|Table|Figure|Unlike|Compared|Specifically|Note)\b/;

/**
 * Where the sentences of a paragraph begin and end. A stop ends one where a space and what can begin a sentence follow,
 * unless it belongs to an abbreviation, an initial, a number, or a caption's `Table 2.`.
 *
 * @example
 * sentenceRanges("See e.g. Fig. 3. It gains 3.2 points."); // => [{ start: 0, end: 16 }, { start: 17, end: 37 }]
 */
export function sentenceRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  let start = 0;
  const stop = /[.!?…]+["'”’)\]]*\s+/g;
  for (let found = stop.exec(text); found !== null; found = stop.exec(text)) {
    const next = found.index + found[0].length;
    if (!endsSentence(text, start, found.index, next)) continue;
    ranges.push({ start, end: found.index + found[0].trimEnd().length });
    start = next;
  }
  if (text.slice(start).trim() !== "") ranges.push({ start, end: start + text.slice(start).trimEnd().length });
  return ranges;
}

function endsSentence(text: string, start: number, stop: number, next: number): boolean {
  const following = text.slice(next, next + 20);
  if (!/^["'“‘([]*[\p{Lu}\p{N}\p{Lt}\p{Lo}$+±−<>≈~-]/u.test(following) && !/^\[ref\]|^“/.test(following)) return false;
  if (text[stop] !== ".") return true;
  const before = /\S*$/.exec(text.slice(Math.max(start, stop - 40), stop))?.[0] ?? "";
  const word = before.replace(/^["'“‘([]+/, "").toLowerCase();
  if (abbreviations.has(word)) return false;
  if (ambiguous.has(word)) return starters.test(following);
  if (/^\p{Lu}$/u.test(before)) return starters.test(following);
  return (
    !/^(?:Table|Tab\.|Figure|Fig\.)\s?[\dA-Z.]+$/.test(text.slice(start, stop).trim()) ||
    text.slice(0, start).trim() !== ""
  );
}
