/**
 * Breaks text into lines of at most so many characters, between words; a longer word has a line of its own.
 *
 * @example
 * wrap("one two three", 7); // => ["one two", "three"]
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\n]+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
