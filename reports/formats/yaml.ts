/** A tree of strings: what metadata files hold. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/**
 * A YAML document whose scalars are all strings in double quotes, escaped as JSON does, so that no text is ever read as a
 * number, a date, a truth value or syntax. Remarks stand as comments before the document's first key.
 *
 * @example
 * yaml({ title: "No: 1", authors: [{ name: "A" }] }); // => '---\ntitle: "No: 1"\nauthors:\n  - name: "A"\n'
 */
export function yaml(document: { readonly [key: string]: YamlValue }, remarks: readonly string[] = []): string {
  const comments = remarks.map((remark) => `# ${remark.replace(/[\p{Cc}\u2028\u2029]+/gu, " ")}\n`);
  return `---\n${comments.join("")}${mapping(document, "").join("\n")}\n`;
}

function mapping(entries: { readonly [key: string]: YamlValue }, indent: string): readonly string[] {
  return Object.entries(entries).flatMap(([key, value]) => {
    if (!/^[A-Za-z][\w-]*$/.test(key)) throw new RangeError(`yaml: "${key}" is no plain key`);
    const nested = block(value, `${indent}  `);
    return "flow" in nested ? [`${indent}${key}: ${nested.flow}`] : [`${indent}${key}:`, ...nested.lines];
  });
}

function block(value: YamlValue, indent: string): { readonly flow: string } | { readonly lines: readonly string[] } {
  if (typeof value === "string") return { flow: quoted(value) };
  if (isList(value)) {
    if (value.length === 0) return { flow: "[]" };
    return { lines: value.flatMap((item) => listItem(item, indent)) };
  }
  if (Object.keys(value).length === 0) return { flow: "{}" };
  return { lines: mapping(value, indent) };
}

function listItem(item: YamlValue, indent: string): readonly string[] {
  const inner = block(item, `${indent}  `);
  if ("flow" in inner) return [`${indent}- ${inner.flow}`];
  const [first = "", ...rest] = inner.lines;
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

/** JSON's string, with what YAML does not print, or takes for a line break, as escapes. */
function quoted(text: string): string {
  return JSON.stringify(text.replace(/\p{Cs}/gu, "\ufffd")).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
