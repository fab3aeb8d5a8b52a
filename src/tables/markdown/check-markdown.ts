import { ReadError, type ReadLimits } from "../source-table.ts";
import type { SourceText } from "../source-text.ts";

/** The parser's time grows with the square of these; no text written by people comes near. */
const mostMarksOfLine = 2_000;
const mostMarksOfParagraph = 5_000;
const mostCharacters = 2_000_000;

/** Refuses Markdown that exceeds a limit, or whose markup would keep the parser busy for minutes. */
export function checkMarkdown(source: SourceText, limits: ReadLimits): void {
  const { text } = source;
  const refuse = (offset: number, message: string): never => {
    const { file, line, column } = source.locate(offset);
    throw new ReadError(`${file}:${line}:${column}: ${message}`);
  };
  const most = Math.min(limits.characters, mostCharacters);
  if (text.length > most) refuse(0, `more than ${most} characters; split the file`);
  let paragraph = 0;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end);
    if (line.length > limits.lineLength) refuse(at, `a line of more than ${limits.lineLength} characters`);
    const nested = /^[\s>*+-]*/.exec(line)?.[0].replace(/\s/g, "").length ?? 0;
    if (nested > limits.depth && !/^\s{0,3}(?:-+|\*+)\s*$/.test(line))
      refuse(at, `quotes or lists nest more than ${limits.depth} deep`);
    const marks = line.match(/[*_[\]<`!\\]/g)?.length ?? 0;
    if (marks > mostMarksOfLine) refuse(at, `more than ${mostMarksOfLine} marks of emphasis, links or code in a line`);
    paragraph = line.trim() === "" ? 0 : paragraph + (line.includes("|") ? 0 : marks);
    if (paragraph > mostMarksOfParagraph)
      refuse(at, `more than ${mostMarksOfParagraph} marks of emphasis, links or code in a paragraph`);
    at = end + 1;
  }
}
