/** Where in a paper something is printed. */
export type Locus =
  | { readonly kind: "cell"; readonly table: string; readonly row: string; readonly column: string }
  | { readonly kind: "table"; readonly table: string }
  | { readonly kind: "sentence"; readonly section: string; readonly sentence: number }
  | { readonly kind: "place"; readonly place: string };

/** A sentence of a section, counted from 1 in the section's running text. */
export function sentence(section: string, number: number): Locus {
  if (!Number.isSafeInteger(number) || number < 1)
    throw new RangeError(`sentence: ${number} of section ${section} is not a count from 1`);
  return { kind: "sentence", section, sentence: number };
}

/** Any other place: a footnote, a figure, a caption. */
export function place(description: string): Locus {
  return { kind: "place", place: description };
}

/**
 * A locus in words.
 *
 * @example
 * describeLocus(sentence("3.2", 5)); // => "Section 3.2, sentence 5"
 */
export function describeLocus(locus: Locus): string {
  switch (locus.kind) {
    case "cell":
      return `${locus.table}, row "${locus.row}", column "${locus.column}"`;
    case "table":
      return locus.table;
    case "sentence":
      return /^\d/.test(locus.section)
        ? `Section ${locus.section}, sentence ${locus.sentence}`
        : `${locus.section}, sentence ${locus.sentence}`;
    case "place":
      return locus.place;
  }
}
