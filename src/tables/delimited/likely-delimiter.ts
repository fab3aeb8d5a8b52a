import { delimitedLines } from "./delimited-lines.ts";

const sampleLength = 10_000;

/**
 * The delimiter that cuts the first lines most evenly into more than one column; a comma where none does. Of equals a tab,
 * then a semicolon where every comma stands between digits.
 */
export function likelyDelimiter(text: string): "," | ";" | "\t" {
  const cut = text.length > sampleLength ? text.lastIndexOf("\n", sampleLength) : text.length;
  const sample = text.slice(0, cut > 0 ? cut : sampleLength);
  const [comma, semicolon, tab] = [",", ";", "\t"].map((delimiter) => evenness(sample, delimiter)) as [
    number,
    number,
    number,
  ];
  if (tab > 0 && tab >= comma && tab >= semicolon) return "\t";
  if (semicolon > comma) return ";";
  return semicolon > 0 && semicolon === comma && !/(?<!\d),|,(?!\d)/.test(sample) ? ";" : ",";
}

/** The share of lines that have the most frequent number of columns, of those with more than one. */
function evenness(sample: string, delimiter: string): number {
  const counts = new Map<number, number>();
  let lines = 0;
  for (const { cells, at, end } of delimitedLines(sample, delimiter, sample.length)) {
    if (end === at) continue;
    lines += 1;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  counts.delete(1);
  return lines === 0 ? 0 : Math.max(0, ...counts.values()) / lines;
}
