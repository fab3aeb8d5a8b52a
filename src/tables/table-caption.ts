/** What a table is called: its number in the file, and its label or its caption's beginning where it has one. */
export function tableName(number: number, label: string | undefined, caption: string): string {
  const about = label ?? (caption.length > 40 ? `${caption.slice(0, 39)}…` : caption);
  return about === "" ? `table ${number}` : `table ${number} (${about})`;
}

/** Whether a paragraph beside a table captions it: `Table 2: …`, `Table 2 Accuracy …`, not `Table 2 shows …`. */
export function isCaption(text: string): boolean {
  return (
    /^(?::\s|(?:Table|TABLE|Tab\.|Tbl\.?)\s*[\w.-]{0,8}\s*[:.—–|])/u.test(text) ||
    /^(?:Table|TABLE|Tab\.)\s+[\dA-Z][\w.-]{0,7}(?:$|\s+\p{Lu}|\s+\()/u.test(text)
  );
}
