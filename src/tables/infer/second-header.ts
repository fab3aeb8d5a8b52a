import type { LineDraft } from "./line-draft.ts";
import type { NameReader } from "./line-name.ts";

/**
 * Where among the rows of a body a second header stands, as of tables that are stacked into one: a row of different words
 * above numbers that repeats a name of the first header, or names a metric, an average or a statistic. Undefined where there
 * is none. `header` is the first one's names, those of the rows' names first.
 */
export function secondHeader(
  rows: readonly LineDraft[],
  header: readonly string[],
  readName: NameReader,
): number | undefined {
  const found = rows.findIndex(({ name, cells }, at) => {
    const filled = cells.filter(({ reading }) => reading.kind !== "empty");
    const texts = filled.map(({ source }) => source.text.trim());
    const isWords = filled.every(({ reading, source }) => reading.kind === "words" && /\p{L}/u.test(source.text));
    if (at === 0 || filled.length === 0 || 2 * filled.length < cells.length || !isWords) return false;
    const below = rows[at + 1]?.cells.filter(({ reading }) => reading.kind === "number").length ?? 0;
    if (2 * below <= filled.length || new Set(texts).size < texts.length) return false;
    return (
      [name.last.text, ...texts].some((text) => text !== "" && header.includes(text)) ||
      (texts.length > 1 && texts.some((text) => saysWhatItIs(readName([text]))))
    );
  });
  return found < 0 ? undefined : found;
}

function saysWhatItIs({ last }: ReturnType<NameReader>): boolean {
  return last.kind !== undefined || last.metric !== undefined;
}
