/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A text whose every offset has a place in a file: one file, or a LaTeX tree joined at its `\input`s. */
export interface SourceText {
  readonly text: string;
  /** The place of a character; of the end for offsets past it. */
  readonly locate: (offset: number) => Place;
}

/**
 * The text of one file. The file is named as messages shall name it.
 *
 * @example
 * sourceText("results.csv", "a,b\n1,2").locate(4); // => { file: "results.csv", line: 2, column: 1 }
 */
export function sourceText(file: string, text: string): SourceText {
  const starts = lineStarts(text);
  return {
    text,
    locate: (offset) => {
      const at = Math.max(0, Math.min(offset, text.length));
      const line = lastAtMost(starts, at);
      return { file, line: line + 1, column: at - (starts[line] as number) + 1 };
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtMost(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] as number) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
