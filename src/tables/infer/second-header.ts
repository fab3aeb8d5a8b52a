import type { LineDraft } from "./line-draft.ts";
import type { NameReader } from "./line-name.ts";

/**
 * Where among the rows of a body a second header stands, as of tables that are stacked into one: a row of different words
 * above numbers, of which one at least names a metric, an average or a statistic. Undefined where there is none.
 */
export function secondHeader(rows: readonly LineDraft[], readName: NameReader): number | undefined {
  const found = rows.findIndex(({ cells }, at) => {
    const filled = cells.filter(({ reading }) => reading.kind !== "empty");
    const texts = new Set(filled.map(({ source }) => source.text.trim()));
    const isWords = filled.every(({ reading, source }) => reading.kind === "words" && /\p{L}/u.test(source.text));
    if (at === 0 || filled.length < 2 || 2 * filled.length < cells.length || !isWords || texts.size < filled.length)
      return false;
    const below = rows[at + 1]?.cells.filter(({ reading }) => reading.kind === "number").length ?? 0;
    return 2 * below > filled.length && [...texts].some((text) => saysWhatItIs(readName([text])));
  });
  return found < 0 ? undefined : found;
}

function saysWhatItIs({ last }: ReturnType<NameReader>): boolean {
  return last.kind !== undefined || last.metric !== undefined;
}
