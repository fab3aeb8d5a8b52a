/**
 * Comma-separated values with a header, as RFC 4180 quotes them; numbers in full.
 *
 * @example
 * csv(["a"], [["x, y"]]); // => 'a\n"x, y"\n'
 */
export function csv(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows].map((row) => `${row.map(field).join(",")}\n`).join("");
}

function field(value: string | number): string {
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
