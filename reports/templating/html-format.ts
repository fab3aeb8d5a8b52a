import type { Format } from "./format.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** Text and quoted attribute values; plots are inlined as the report drew them. */
export const htmlFormat: Format = {
  name: "html",
  escape: escapeHtml,
  forms: { url: (text) => escapeHtml(webAddress(text)), path: (text) => escapeHtml(encodeURI(text)) },
  rendered: ["svg"],
};

/**
 * @example
 * escapeHtml('a < "b"'); // => "a &lt; &quot;b&quot;"
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => entities[character] ?? character);
}

/** An address that may be linked to; throws a RangeError for anything but http(s). */
export function webAddress(text: string): string {
  if (!/^https?:\/\/[^\s<>"'`\\]+$/i.test(text)) {
    throw new RangeError(`report: "${text}" is no http(s) address; mend the paper's citation`);
  }
  return text;
}
