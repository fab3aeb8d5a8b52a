/**
 * Lines of text in aligned columns; numbers to the right.
 *
 * @example
 * textTable([["paper", "claims"], ["k9de-2021", "12"]]); // => "paper      claims\nk9de-2021      12"
 */
export function textTable(rows: readonly (readonly string[])[]): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, column) => rows.map((row) => row[column] ?? ""));
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => [...cell].length)));
  const right = columns.map(
    (cells) => cells.slice(1).some(isNumber) && cells.slice(1).every((cell) => cell === "" || isNumber(cell)),
  );
  return rows
    .map((row) =>
      Array.from({ length: count }, (_, column) => {
        const cell = row[column] ?? "";
        const space = " ".repeat((widths[column] ?? 0) - [...cell].length);
        return right[column] ? space + cell : cell + space;
      })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function isNumber(text: string): boolean {
  return /^[−-]?[\d.,]+%?$/.test(text);
}
