export interface DelimitedCell {
  readonly text: string;
  readonly at: number;
  /** A quotation that opens the cell and never ends, or has text behind it. */
  readonly fault?: "unclosed" | "tail";
}

export interface DelimitedLine {
  readonly cells: readonly DelimitedCell[];
  readonly at: number;
  readonly end: number;
}

/**
 * The lines of CSV (RFC 4180; any line ends, a byte order mark), one by one, so that a caller may stop. A line that has
 * nothing in it has one empty cell. A line breaks off behind its `mostCells`th cell.
 */
export function* delimitedLines(text: string, delimiter: string, mostCells: number): Generator<DelimitedLine> {
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length) {
    const start = at;
    const cells: DelimitedCell[] = [];
    for (;;) {
      const { cell, end } = cellAt(text, at, delimiter);
      cells.push(cell);
      at = end;
      if (text[at] !== delimiter || cells.length >= mostCells) break;
      at += 1;
    }
    yield { cells, at: start, end: at };
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
}

function cellAt(text: string, at: number, delimiter: string): { readonly cell: DelimitedCell; readonly end: number } {
  if (text[at] !== '"') {
    const end = cellEnd(text, at, delimiter);
    return { cell: { text: text.slice(at, end), at }, end };
  }
  let close = at;
  do {
    close = text.indexOf('"', close + 1);
    if (close < 0) return { cell: { text: text.slice(at), at, fault: "unclosed" }, end: text.length };
    if (text[close + 1] !== '"') break;
    close += 1;
  } while (close < text.length);
  const end = cellEnd(text, close + 1, delimiter);
  // Joined, `"9"2` would be 92.
  if (text.slice(close + 1, end).trim() !== "") return { cell: { text: text.slice(at, end), at, fault: "tail" }, end };
  return { cell: { text: text.slice(at + 1, close).replaceAll('""', '"'), at }, end };
}

function cellEnd(text: string, from: number, delimiter: string): number {
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return end;
}
