import type { NumberToken } from "./number-tokens.ts";

/** Why a number of a text claims nothing. */
export type UncountedKind =
  | "identifier" // CIFAR-10, ResNet18, an address
  | "year"
  | "citation" // [12]
  | "reference" // Table 2, Figure 3, step 4, an equation's number
  | "heading" // a section's number, a list's
  | "footnote"
  | "formula" // indices and constants of a formula
  | "other";

/** Numbers of one paper's text that claim nothing, by the words around them. */
export interface Uncounted {
  readonly kind: UncountedKind;
  /** The number with as many words around it as tell it from others, as printed. */
  readonly printed: string;
}

/**
 * The kind of a number that claims nothing wherever it stands: by what is printed directly before and behind it.
 * Undefined for a number that may claim something.
 */
export function uncountedKind(text: string, { text: token, start, end }: NumberToken): UncountedKind | undefined {
  const before = text.slice(Math.max(0, start - 60), start);
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const after = text.slice(end, end + 60);
  const word = `${/\S*$/.exec(before)?.[0] ?? ""}${token}${/^\S*/.exec(after)?.[0] ?? ""}`;
  if (/:\/\/|@|www\./.test(word)) return "identifier";
  if (/[\p{L}_\\][-–]?$/u.test(before) || /\p{L}[-–]\p{L}*\d*[-–]$/u.test(before)) return "identifier";
  if (/<sup>[^<]*$/.test(before) && /^[^<]*<\/sup>/.test(after)) return "footnote";
  if (/\[[\d,\s–-]*$/.test(before) && /^[\d,\s–-]*\]/.test(after) && !/[.,]\d/.test(token)) return "citation";
  if (
    /(?:fig(?:ures?|\.)|tables?|tab\.|sections?|sec\.|equations?|eqs?\.|appendix|steps?|algorithms?)[\s~]*(?:\d+(?:\.\d+)*(?:,| and|–|-)\s*)*$/i.test(
      before,
    )
  )
    return "reference";
  if (/\\quad\s*\($|^\s*\($/.test(line) && /^\)\$*\s*(?:\n|$)/.test(after)) return "reference";
  if (/^\s*(?:[#*-]+\s*)*(?:\d+\.)*$/.test(line) && /^(?:\.\d+)*\.?\**\s+\**\p{Lu}/u.test(after)) return "heading";
  if (
    /^(?:19|20)\d\d$/.test(token) &&
    !/^\s*(?:x|×|\p{L}*s\b)?\s*(?:images|examples|epochs|points|labeled|labelled)/iu.test(after) &&
    /(?:^|[(,\s-])$/.test(before) &&
    /^(?:[a-z]?[),;.:\s-]|$)/.test(after)
  )
    return isYear(before, after) ? "year" : undefined;
  return undefined;
}

const months = /(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2}, )?$/;

/** A year stands in brackets, behind a name, a month or a venue, or in a span of years. */
function isYear(before: string, after: string): boolean {
  return (
    /[(]$|\p{Lu}[\p{L}.&-]*,? $|al\.,? $|[(][^()]*, $|\d{4}[-–]$/u.test(before) ||
    months.test(before) ||
    /^[-–](?:19|20)?\d\d\b/.test(after)
  );
}
