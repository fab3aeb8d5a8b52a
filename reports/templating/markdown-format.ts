import type { Format } from "./format.ts";
import { webAddress } from "./html-format.ts";

/** GitHub Markdown, safe in running text and in the cells of pipe tables. */
export const markdownFormat: Format = {
  name: "markdown",
  escape: escapeMarkdown,
  forms: { url: (text) => webAddress(text).replace(/[()]/g, encodeURIComponent), code: markdownCode, path: encodeURI },
  rendered: [],
};

/**
 * Whitespace becomes single spaces, since a line break would end a table's row.
 *
 * @example
 * markdownFormat.escape("a_b | *c*"); // => "a\\_b \\| \\*c\\*"
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|~&#$]/g, "\\$&")
    .replace(/^( ?)([-+=:])/, "$1\\$2")
    .replace(/^( ?\d+)([.)])(?= |$)/, "$1\\$2");
}

/** A code span whose fence is longer than any run of backticks inside; a pipe would end a table's cell even there. */
function markdownCode(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(/\|/g, "\\|");
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}
