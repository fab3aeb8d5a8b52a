import { ReadError } from "../tables/source-table.ts";

/** The text of a file, and what a reader should know of how it was read. */
export interface DecodedText {
  readonly text: string;
  /** How it was decoded, where that was not as UTF-8. */
  readonly note?: string;
}

/**
 * Decodes a file as UTF-8 (UTF-16 where its mark says so) and, where that fails, as Latin-1 (Windows-1252) with a note.
 * Line ends become `\n`, which moves no line or column. Throws a ReadError for binary content and for a line that is too
 * long. The file is named as messages shall name it.
 */
export function decodeText(file: string, bytes: Uint8Array, limits: { readonly lineLength: number }): DecodedText {
  const [encoding, note] = encodingOf(bytes);
  const decoder = new TextDecoder(encoding);
  if (encoding !== "utf-16le" && encoding !== "utf-16be" && isBinary(bytes))
    throw new ReadError(`${file} is binary, not text; give the LaTeX source, HTML or Markdown of the paper`);
  const text = decoder.decode(bytes).replace(/\r\n?/g, "\n");
  checkLines(file, text, limits.lineLength);
  return note === undefined ? { text } : { text, note };
}

function encodingOf(bytes: Uint8Array): readonly [encoding: string, note?: string] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return ["utf-8"];
  } catch {
    return ["latin1", "is not UTF-8; it was read as Latin-1, so that letters beyond ASCII may be wrong"];
  }
}

/** Control characters that no text holds, among the first bytes. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192);
  const odd = head.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 27) ? 1 : 0), 0);
  return head.includes(0) || odd > head.length / 50;
}

function checkLines(file: string, text: string, longest: number): void {
  let line = 1;
  for (let start = 0; start <= text.length; line++) {
    const end = text.indexOf("\n", start);
    const length = (end < 0 ? text.length : end) - start;
    if (length > longest)
      throw new ReadError(
        `${file}, line ${line} has ${length.toLocaleString("en")} characters, more than ${longest.toLocaleString("en")}; break it into lines`,
      );
    if (end < 0) return;
    start = end + 1;
  }
}
