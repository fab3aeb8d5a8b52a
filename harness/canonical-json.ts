/**
 * JSON with one spelling for one value: keys in code-unit order, no spaces, absent members left out. What is hashed or
 * compared byte for byte is written so. Throws a TypeError for what JSON cannot say, such as NaN.
 *
 * @example
 * canonicalJson({ b: 1, a: [true, "x"] }); // => '{"a":[true,"x"],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value === "object" && !ArrayBuffer.isView(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join()}}`;
  }
  throw new TypeError(
    `canonicalJson: ${typeof value === "number" ? value : `a ${typeof value}`} cannot be written as JSON`,
  );
}
