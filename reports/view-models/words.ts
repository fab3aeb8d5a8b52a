/**
 * `1 table`, `3 tables`, `2 entries`; another plural where it is given.
 *
 * @example
 * counted(2, "claim"); // => "2 claims"
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * Items as a sentence lists them.
 *
 * @example
 * listed(["a", "b", "c"]); // => "a, b and c"
 */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Up to the first full stop that a capital follows. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s+\p{Lu}|$)/su.exec(text)?.[0] ?? text;
}

/** With a full stop at its end, where it has no mark of its own. */
export function asSentence(text: string): string {
  return /[.!?]["”']?$/.test(text) ? text : `${text}.`;
}
