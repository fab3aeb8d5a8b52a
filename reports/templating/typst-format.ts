import type { Format } from "./format.ts";
import { webAddress } from "./html-format.ts";

/** In markup a value is a string expression, which Typst never parses; in code it is the bare string. */
export const typstFormat: Format = {
  name: "typst",
  escape: (text) => `#${typstString(text)};`,
  forms: {
    string: typstString,
    integer: typstInteger,
    url: (text) => typstString(webAddress(text)),
    breakable: (text) => `#${typstString(text.replace(/[./:_-]/g, "$&\u200b"))};`,
  },
  rendered: [],
};

/**
 * A Typst string literal; whitespace becomes single spaces and other control characters vanish.
 *
 * @example
 * typstFormat.escape('a "b"'); // => '#"a \\"b\\"";'
 */
function typstString(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(/\p{Cc}|\p{Cs}/gu, "");
  return `"${line.replace(/[\\"]/g, "\\$&")}"`;
}

/** A count as Typst code. */
function typstInteger(text: string): string {
  if (!/^\d+$/.test(text)) throw new RangeError(`report (typst): "${text}" is no count`);
  return text;
}
